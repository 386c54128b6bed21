/** What an open page costs: mounting, changes, polls, taking over the server's markup. */
import { documentsOf } from './data.mjs';
import { median, spread } from './figures.mjs';

const kWarmUps = 5;

/** Prints how far a long measurement is. */
const tell = (text) => process.stderr.write(`${text}\n`);

function firstDifference(expected, actual) {
  const one = expected.split('\n');
  const other = actual.split('\n');
  const at = one.findIndex((line, i) => line !== other[i]);
  const line = at < 0 ? one.length : at;
  return `line ${line + 1}:\n  expected ${one[line] ?? '(end)'}\n  found    ${other[line] ?? '(end)'}`;
}

/** Stops the run when a contestant shows something else: it would not be doing the same work. */
function checkLooks(looks, workload) {
  const { postlude, ...rest } = looks;
  for (const [name, steps] of Object.entries(rest)) {
    for (const [step, markup] of Object.entries(steps)) {
      const expected = postlude[step];
      if (markup !== expected) {
        throw new Error(
          `${workload}: after "${step}" ${name} does not show what postlude shows: ` +
            firstDifference(expected, markup),
        );
      }
    }
  }
}

function framePage(name) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>${name}</title><body></body>
<script type="module" src="/out/frame-${name}.mjs"></script></html>`;
}

const kPage = `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>steady</title>
<style>iframe{width:420px;height:800px;border:0}</style><body></body>
<script type="module" src="/out/steady.mjs"></script></html>`;

/**
 * Measures every contestant of `names` in one page, in alternating order. `htmlOf(workload)` gives the
 * server's markup by contestant; `long`: what a long list costs, in place of all else. Returns medians in milliseconds by workload, contestant and measure.
 */
export async function measureSteady({
  browser,
  server,
  names,
  htmlOf,
  facts,
  rounds,
  workloads = ['full', 'small'],
  long = false,
}) {
  server.pages.set('/steady', kPage);
  for (const name of names) server.pages.set(`/frame/${name}`, framePage(name));
  const page = await browser.newPage();
  const troubles = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  try {
    await page.goto(`${server.url}/steady`);
    await page.waitForFunction(() => globalThis.steady);
    const frames = names.map((name) => ({ name, source: `/frame/${name}` }));
    await page.evaluate(([list, known]) => globalThis.steady.prepare(list, known), [frames, facts]);
    const result = {};
    for (const workload of workloads) {
      result[workload] = await measureWorkload(page, workload, htmlOf(workload), rounds, long);
    }
    if (troubles.length) throw new Error(`the page complained: ${troubles.join('; ')}`);
    return result;
  } catch (error) {
    throw new Error([error.message, ...troubles].join('\n'), { cause: error });
  } finally {
    await page.close();
  }
}

async function measureWorkload(page, workload, html, rounds, long) {
  await page.evaluate(
    ([documents, markup]) => globalThis.steady.load(documents, markup),
    [documentsOf(workload), html],
  );
  const looks = await page.evaluate(() => globalThis.steady.looks());
  checkLooks(looks, workload);
  const samples = {};
  for (let number = 0; number < kWarmUps + rounds; number++) {
    const round = await page.evaluate(
      ([i, list]) => globalThis.steady.round(i, list),
      [number, long],
    );
    if (number < kWarmUps) continue;
    if (number % 10 === 0) tell(`  ${workload}: round ${number - kWarmUps + 1} of ${rounds}`);
    for (const [name, figures] of Object.entries(round)) {
      for (const [measure, value] of Object.entries(figures)) {
        ((samples[name] ??= {})[measure] ??= []).push(value);
      }
    }
  }
  return summarise(samples);
}

function summarise(samples) {
  const medians = {};
  for (const [name, measures] of Object.entries(samples)) {
    medians[name] = {};
    for (const [measure, values] of Object.entries(measures)) {
      medians[name][measure] = { median: median(values), spread: spread(values) };
    }
  }
  return medians;
}
