/** What a page costs that nobody has opened before: a fresh context, nothing kept, a slow network. */
import { setTimeout as sleep } from 'node:timers/promises';
import { documentsOf } from './data.mjs';
import { median } from './figures.mjs';
import { kDone, pageOf, kProbe } from './cold-pages.mjs';
import { scriptsIn } from './trace.mjs';

// What browsers' own tools call slow 4G.
const kSlow4g = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
const kPhone = { width: 412, height: 823 };
const kSettleMs = 600;
const kPatienceMs = 30_000;
const kTraced = ['devtools.timeline', 'v8', 'v8.execute', 'disabled-by-default-v8.compile'];

/** The pages in the order of the table. `html`: which server's markup is in the page. */
export const kColdPages = [
  { name: 'host page alone', kind: 'host' },
  { name: 'postlude', kind: 'postlude' },
  { name: 'postlude, server', kind: 'postlude', html: 'postlude' },
  { name: 'plain DOM', kind: 'rival', script: 'dom' },
  { name: 'preact', kind: 'rival', script: 'preact' },
  { name: 'preact, server', kind: 'rival', script: 'preact', html: 'preact' },
  { name: 'lit', kind: 'rival', script: 'lit' },
  { name: 'svelte', kind: 'rival', script: 'svelte' },
  { name: 'react', kind: 'rival', script: 'react' },
  { name: 'react, server', kind: 'rival', script: 'react', html: 'react' },
];

/** Answers when the page says that its widgets are shown. */
function whenDone(client) {
  return new Promise((done) => {
    client.on('Runtime.bindingCalled', ({ name }) => {
      if (name === kDone) done();
    });
  });
}

async function prepare(client, cpu) {
  await client.send('Performance.enable');
  await client.send('Network.enable');
  await client.send('Runtime.enable');
  await client.send('Runtime.addBinding', { name: kDone });
  await client.send('Network.emulateNetworkConditions', kSlow4g);
  await client.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  let bytes = 0;
  client.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  return () => bytes;
}

async function openOnce(browser, url, cpu) {
  const context = await browser.newContext({ viewport: kPhone, serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    const client = await context.newCDPSession(page);
    const bytes = await prepare(client, cpu);
    await page.addInitScript(kProbe);
    const done = whenDone(client);
    await browser.startTracing(page, { categories: kTraced });
    await page.goto(url, { waitUntil: 'load' });
    const late = sleep(kPatienceMs, 'late', { ref: false });
    if ((await Promise.race([done, late])) === 'late') throw new Error(`${url} shows nothing`);
    await sleep(kSettleMs);
    const scripts = scriptsIn(await browser.stopTracing(), url);
    await client.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    const seen = await page.evaluate(() => globalThis.benchFigures());
    await client.send('HeapProfiler.collectGarbage');
    const { metrics } = await client.send('Performance.getMetrics');
    const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize').value;
    return {
      ...seen,
      ...scripts,
      heapKb: heap / 1024,
      wireKb: bytes() / 1024,
    };
  } finally {
    await context.close();
  }
}

/** Returns medians by page and measure; what the host page alone costs is taken off its scripts and heap. */
function summarise(samples) {
  const result = {};
  for (const [name, runs] of Object.entries(samples)) {
    result[name] = {};
    for (const measure of Object.keys(runs[0])) {
      result[name][measure] = median(runs.map((run) => run[measure] ?? 0));
    }
  }
  const host = result['host page alone'];
  for (const figures of Object.values(result)) {
    figures.scriptOverHost = figures.script - host.script;
    figures.heapOverHostKb = figures.heapKb - host.heapKb;
  }
  return result;
}

/** Opens every page `runs` times at each speed, taking turns. Returns medians by CPU factor, page, measure. */
export async function measureCold({ browser, server, html, runs, speeds = [1, 4], tell }) {
  const { before } = documentsOf('full');
  for (const [index, page] of kColdPages.entries()) {
    server.pages.set(`/cold/${index}`, pageOf(page, before.page, html[page.html]));
  }
  const result = {};
  for (const cpu of speeds) {
    const samples = {};
    for (let run = 0; run < runs; run++) {
      tell(`  cold, CPU x${cpu}: run ${run + 1} of ${runs}`);
      for (const [index, { name }] of kColdPages.entries()) {
        (samples[name] ??= []).push(await openOnce(browser, `${server.url}/cold/${index}`, cpu));
      }
    }
    result[`x${cpu}`] = summarise(samples);
  }
  return result;
}
