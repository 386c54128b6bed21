/** Prints the figures of a run as tables. */
import { showMs, showRatio, table } from './figures.mjs';

const kMeasures = [
  ['mount', 'mount'],
  ['mountAndLayout', 'mount + layout'],
  ['checkpoint', 'one checkpoint'],
  ['fiftyUpdates', '50 updates'],
  ['pollSame', 'poll, no change'],
  ['pollWhole', 'poll, whole'],
  ['pollChange', 'poll, change'],
  ['adopt', 'adopt HTML'],
];

const kLabels = {
  postlude: 'Postlude',
  'postlude-nowasm': 'Postlude, no WebAssembly',
  'postlude-offer': 'Postlude, an order and its offers alone',
  preact: 'Preact',
  'preact-memo': 'Preact, memoised rows',
  lit: 'Lit',
  react: 'React',
  svelte: 'Svelte',
  dom: 'plain DOM',
};

const labelOf = (name) => kLabels[name] ?? name;
const title = (text) => `\n${text}\n${'='.repeat(text.length)}`;

function steadyTable(contestants) {
  const rows = Object.entries(contestants).map(([name, measures]) => [
    labelOf(name),
    ...kMeasures.map(([key]) => showMs(measures[key]?.median)),
  ]);
  return table(['ms, median', ...kMeasures.map(([, label]) => label)], rows);
}

const kLongMeasures = [
  ['scripting', 'scripting'],
  ['mountAndLayout', 'laid out'],
  ['painted', 'painted'],
  ['append', 'one more scan'],
];

function longTable({ hundred, thousand }) {
  const head = [
    'ms, median',
    ...kLongMeasures.map(([, label]) => label),
    '/ plain DOM',
    'scan, 100',
    'scan, 1,000 / 100',
    'wasm KB',
  ];
  const rows = Object.entries(thousand).map(([name, measures]) => [
    labelOf(name),
    ...kLongMeasures.map(([key]) => showMs(measures[key].median)),
    showRatio(measures.painted.median / thousand.dom.painted.median),
    showMs(hundred[name].append.median),
    showRatio(measures.append.median / hundred[name].append.median),
    measures.wasmKb.median ? measures.wasmKb.median.toFixed(0) : '–',
  ]);
  return table(head, rows);
}

function coldTable(pages) {
  const head = [
    'ms after the first byte',
    'widgets in DOM',
    'largest paint',
    'blocked',
    'shift',
    'script',
    'longest script',
    'JS heap KB',
    'wasm KB',
    'wire KB',
  ];
  const rows = Object.entries(pages).map(([name, page]) => [
    name,
    name.startsWith('host') ? '–' : page.widget.toFixed(0),
    page.lcp.toFixed(0),
    page.tbt.toFixed(0),
    page.cls.toFixed(3),
    page.scriptOverHost.toFixed(1),
    page.longestScript.toFixed(1),
    page.heapOverHostKb.toFixed(0),
    page.wasmKb.toFixed(0),
    page.wireKb.toFixed(1),
  ]);
  return table(head, rows);
}

function wireTable(wire) {
  const rows = Object.entries(wire).map(([name, { raw, br }]) => [labelOf(name), raw, br]);
  return table(['bytes', 'minified', 'brotli 11'], rows);
}

function nativeTable(native) {
  const rows = Object.entries(native).map(([name, { ms, bytes }]) => [
    name,
    showMs(ms),
    bytes ? (bytes / 1e6).toFixed(0) : '–',
  ]);
  return table(['core, native', 'ms', 'MB/s'], rows);
}

function serverTable({ node, native }) {
  const own = (workload) => native[`json_to_html/${workload}`].ms;
  const rows = [
    ['Postlude, native', showMs(own('full')), '1.00', showMs(own('small')), '1.00'],
    ...Object.entries(node).map(([name, ms]) => [
      `${labelOf(name)}, Node`,
      showMs(ms.full),
      showRatio(ms.full / own('full')),
      showMs(ms.small),
      showRatio(ms.small / own('small')),
    ]),
  ];
  return table(['JSON text to HTML, ms', 'full', 'times ours', 'small', 'times ours'], rows);
}

function targetTable(targets) {
  const rows = targets.map(({ what, workload, value, limit, atLeast, met }) => [
    what,
    workload,
    showRatio(value),
    `${atLeast ? '>=' : '<='} ${limit}`,
    met ? 'met' : 'missed',
  ]);
  return table(['promise', 'workload', 'measured', 'target', ''], rows);
}

function decideTable(rows) {
  return table(
    ['candidates, 20 rules each', 'ms', 'µs a candidate'],
    rows.map(({ count, ms }) => [String(count), ms.toFixed(2), ((ms * 1000) / count).toFixed(2)]),
  );
}

/** Returns the report as text: what was measured of it. */
export function reportOf({ steady, long, cold, wire, native, node, decide, targets }) {
  const parts = [];
  const section = (head, ...lines) => parts.push(title(head), ...lines);
  if (steady) {
    section('Open page, 200 checkpoints and 20 offers', steadyTable(steady.full));
    section('Open page, 8 checkpoints and 3 offers', steadyTable(steady.small));
  }
  if (long) section('Open page, 1,000 checkpoints and 3 offers', longTable(long));
  for (const [speed, pages] of Object.entries(cold ?? {})) {
    const head = `Cold page, CPU ${speed}, slow 4G; script and heap over the host page alone`;
    section(head, coldTable(pages));
  }
  if (wire) section('On the wire', wireTable(wire));
  if (native) {
    section('On the server', serverTable({ node, native }), '', nativeTable(native));
    section('The offer decision in WebAssembly', decideTable(decide));
  }
  section('Promises', targetTable(targets));
  return parts.join('\n');
}
