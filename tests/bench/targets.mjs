/** What the product promises, and whether this run keeps it. Ratios are of medians of one run. */

const steady = (measure, of, limit, name = 'postlude') => ({
  needs: ['steady'],
  ratio: (figures, workload) => {
    const { [name]: own, [of]: other } = figures.steady[workload];
    return own[measure].median / other[measure].median;
  },
  limit,
  workloads: true,
});

// The promise is about Preact as its guides write it; beside a Preact that is tuned it is told too.
const kRatios = [
  { what: 'mount / preact', ...steady('mount', 'preact', 0.75) },
  { what: 'mount / lit', ...steady('mount', 'lit', 1) },
  { what: 'one changed checkpoint / preact', ...steady('checkpoint', 'preact', 0.02) },
  {
    what: 'one changed checkpoint / preact, memoised rows',
    ...steady('checkpoint', 'preact-memo', 0.02),
  },
  { what: 'one changed checkpoint / lit', ...steady('checkpoint', 'lit', 0.15) },
  { what: 'poll, whole document, one change / preact', ...steady('pollWhole', 'preact', 0.7) },
  {
    what: 'poll, whole document, one change / preact, memoised rows',
    ...steady('pollWhole', 'preact-memo', 0.7),
  },
  { what: 'poll, only the change / preact', ...steady('pollChange', 'preact', 0.1) },
  {
    what: 'poll, only the change / preact, memoised rows',
    ...steady('pollChange', 'preact-memo', 0.1),
  },
  { what: 'adopting server HTML / preact', ...steady('adopt', 'preact', 0.2) },
  { what: 'adopting server HTML / react', ...steady('adopt', 'react', 0.3) },
  {
    what: 'mount without WebAssembly / preact',
    ...steady('mount', 'preact', 1, 'postlude-nowasm'),
  },
  {
    what: 'server rendering, native / preact (times as fast)',
    needs: ['node', 'native'],
    ratio: ({ node, native }, workload) =>
      node.preact[workload] / native[`json_to_html/${workload}`].ms,
    limit: 1.7,
    atLeast: true,
    workloads: true,
  },
];

const slow = ({ cold }) => cold.x4;
const served = (figures) => slow(figures)['postlude, server'];

const kValues = [
  {
    what: 'cold x4: largest paint from the server / preact in the browser',
    value: (figures) => served(figures).lcp / slow(figures).preact.lcp,
    limit: 0.65,
  },
  { what: 'cold x4: blocking time, ms', value: (figures) => served(figures).tbt, limit: 0 },
  { what: 'cold x4: layout shift', value: (figures) => served(figures).cls, limit: 0 },
  {
    what: 'cold x4: script time over the host page, ms',
    value: (figures) => served(figures).scriptOverHost,
    limit: 25,
  },
  {
    what: 'cold x4: longest script task, ms',
    value: (figures) => served(figures).longestScript,
    limit: 50,
  },
  {
    what: 'scripting heap over the host page / preact',
    value: (figures) => slow(figures).postlude.heapOverHostKb / slow(figures).preact.heapOverHostKb,
    limit: 0.5,
  },
  {
    what: 'wire for the first offer, KB of brotli',
    needs: ['wire'],
    value: ({ wire }) => wire['postlude-offer'].br / 1024,
    limit: 40,
  },
];

kValues.push(
  {
    what: '1,000 checkpoints, bytes to paint / plain DOM',
    needs: ['long'],
    workload: 'thousand',
    value: ({ long: { thousand } }) =>
      thousand.postlude.painted.median / thousand.dom.painted.median,
    limit: 1.2,
  },
  {
    what: '1,000 checkpoints: scripting, ms',
    needs: ['long'],
    workload: 'thousand',
    value: ({ long: { thousand } }) => thousand.postlude.scripting.median,
    limit: 50,
  },
  {
    what: 'one more scan: in a list of 1,000 / in one of 100',
    needs: ['long'],
    workload: 'thousand',
    value: ({ long: { hundred, thousand } }) =>
      thousand.postlude.append.median / hundred.postlude.append.median,
    limit: 1.25,
  },
  {
    what: '1,000 checkpoints: memory of WebAssembly, MB',
    needs: ['long'],
    workload: 'thousand',
    value: ({ long: { thousand } }) => thousand.postlude.wasmKb.median / 1024,
    limit: 16,
  },
);

const kManyCandidates = 10_000;
const decided = ({ decide }, count) => decide.find((row) => row.count === count).ms;

kValues.push(
  {
    what: 'deciding 10,000 candidates of 20 rules in WebAssembly, ms',
    needs: ['decide'],
    value: (figures) => decided(figures, kManyCandidates),
    limit: 10,
  },
  {
    what: 'deciding twice as many candidates / as many',
    needs: ['decide'],
    value: (figures) => decided(figures, 2 * kManyCandidates) / decided(figures, kManyCandidates),
    limit: 2.5,
  },
);

const judge = (value, { limit, atLeast }) => (atLeast ? value >= limit : value <= limit);

/** Returns one row a measured promise and workload: `{what, workload, value, limit, atLeast, met}`. */
export function judgeTargets(figures) {
  const rows = [];
  const measured = ({ needs = ['cold'] }) => needs.every((part) => figures[part]);
  for (const target of kRatios.filter(measured)) {
    for (const workload of ['full', 'small']) {
      const value = target.ratio(figures, workload);
      const { what, limit, atLeast = false } = target;
      rows.push({ what, workload, value, limit, atLeast, met: judge(value, target) });
    }
  }
  for (const target of kValues.filter(measured)) {
    const value = target.value(figures);
    const { what, limit, workload = 'full' } = target;
    rows.push({ what, workload, value, limit, atLeast: false, met: judge(value, target) });
  }
  return rows;
}
