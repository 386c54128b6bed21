/** `./dev bench`: the same two widgets by Postlude and by others, measured side by side in one run. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { kRoot } from '../../web/pack/run.mjs';
import { kChromiumArguments } from '../support/chromium-arguments.mjs';
import { bundleAll, kRivals } from './bundle.mjs';
import { measureCold } from './cold.mjs';
import { documentsOf } from './data.mjs';
import { measureDecide } from './decide.mjs';
import { reportOf } from './report.mjs';
import { serve } from './serve.mjs';
import {
  kWorkloadNames,
  measureNative,
  measureNode,
  nativeHtml,
  writeDocuments,
} from './server-side.mjs';
import { measureSteady } from './steady.mjs';
import { judgeTargets } from './targets.mjs';
import { measureWire } from './wire.mjs';

const kParts = ['steady', 'long', 'cold', 'wire', 'server'];

const kUsage = `node tests/bench/run.mjs [--json FILE] [--only PART]... [--quick]

Measures web/dist and build/release against Preact, Lit, React, Svelte and plain DOM.
  --json FILE   also write the figures
  --only PART   measure that part alone: ${kParts.join(', ')}; several when given several times
  --quick       fewer rounds: to see that it runs, not to quote`;

// The engine drops code that waits for its turn too long, which would measure the number of contestants.
const kKeepCode = '--js-flags=--no-flush-bytecode';
// A frame is made as soon as there is something to paint, not at the next sixtieth of a second.
const kNoFrameLimit = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

const tell = (text) => process.stderr.write(`${text}\n`);

/** Markup of the two widgets by server and workload. */
async function serverHtml(paths, out, words, styles = '') {
  const html = {};
  for (const workload of kWorkloadNames) {
    const text = documentsOf(workload).before.page;
    html[workload] = { postlude: await nativeHtml(paths[workload], styles) };
    for (const [name, { adopts, server = name }] of Object.entries(kRivals)) {
      if (!adopts) continue;
      const { makeRenderer } = await import(pathToFileURL(join(out, `ssr-${server}.mjs`)));
      html[workload][name] = makeRenderer(words, styles)(text);
    }
  }
  return html;
}

function versions() {
  const require = createRequire(import.meta.url);
  const names = ['preact', 'lit', 'react', 'svelte', 'preact-render-to-string'];
  return Object.fromEntries(
    names.map((name) => {
      const from = require.resolve.paths(name).map((folder) => join(folder, name, 'package.json'));
      return [name, require(from.find((file) => existsSync(file))).version];
    }),
  );
}

async function withBrowser(args, work) {
  const executablePath = process.env.POSTLUDE_CHROMIUM ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args });
  tell(`  Chromium ${browser.version()}`);
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

async function measureServer({ folder, out, words, dist, quick }) {
  tell('measuring the server side');
  return {
    native: await measureNative(folder, quick),
    node: await measureNode(out, words, folder),
    decide: await measureDecide(dist, quick),
  };
}

async function measurePages({ paths, out, words, styles, dist, quick }, wanted) {
  const figures = {};
  const server = await serve({ '/dist': dist, '/out': out });
  try {
    if (wanted('steady')) {
      tell('measuring open pages');
      const plain = await serverHtml(paths, out, words);
      figures.steady = await withBrowser([...kChromiumArguments, kKeepCode], (browser) =>
        measureSteady({
          browser,
          server,
          names: ['postlude', 'postlude-nowasm', ...Object.keys(kRivals)],
          htmlOf: (workload) => plain[workload],
          facts: { words, styles },
          rounds: quick ? 5 : 40,
        }),
      );
    }
    if (wanted('long')) {
      tell('measuring a long list');
      figures.long = await withBrowser(
        [...kChromiumArguments, kKeepCode, ...kNoFrameLimit],
        (browser) =>
          measureSteady({
            browser,
            server,
            names: ['postlude', 'postlude-nowasm', ...Object.keys(kRivals)],
            htmlOf: () => ({}),
            facts: { words, styles },
            rounds: quick ? 5 : 20,
            workloads: ['hundred', 'thousand'],
            long: true,
          }),
      );
    }
    if (wanted('cold')) {
      tell('measuring cold pages');
      const styled = await serverHtml(paths, out, words, styles);
      figures.cold = await withBrowser(kChromiumArguments, (browser) =>
        measureCold({ browser, server, html: styled.full, runs: quick ? 1 : 7, tell }),
      );
    }
    return figures;
  } finally {
    await server.close();
  }
}

async function measure(folder, { only, quick }) {
  const wanted = (part) => !only.length || only.includes(part);
  const dist = process.env.POSTLUDE_DIST ?? join(kRoot, 'web/dist');
  if (!existsSync(join(dist, 'index.js'))) throw new Error(`${dist} is not built; run ./dev bench`);
  const out = join(folder, 'out');
  const files = ['en', 'en.more'].map((name) =>
    readFile(join(dist, `locales/${name}.json`), 'utf8'),
  );
  const words = (await Promise.all(files)).flatMap((text) => JSON.parse(text).w);
  const styles = (await readFile(join(dist, 'postlude.css'), 'utf8')).trim();

  tell('bundling the contestants');
  await bundleAll(out, words);
  const paths = await writeDocuments(folder);
  const facts = { folder, paths, out, words, styles, dist, quick };
  const figures = {
    versions: { ...versions(), node: process.versions.node },
    ...(wanted('server') && (await measureServer(facts))),
    ...(await measurePages(facts, wanted)),
    ...(wanted('wire') && { wire: await measureWire(dist, out) }),
  };
  return { ...figures, targets: judgeTargets(figures) };
}

async function main() {
  const { values: options } = parseArgs({
    options: {
      json: { type: 'string' },
      only: { type: 'string', multiple: true, default: [] },
      quick: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (options.help) {
    console.log(kUsage);
    return;
  }
  for (const part of options.only) {
    if (!kParts.includes(part)) throw new Error(`no part "${part}": ${kParts.join(', ')}`);
  }
  const folder = await mkdtemp(join(tmpdir(), 'postlude-bench-'));
  try {
    const figures = await measure(folder, options);
    if (options.json) await writeFile(options.json, `${JSON.stringify(figures, null, 2)}\n`);
    console.log(reportOf(figures));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

try {
  await main();
} catch (error) {
  console.error(`tests/bench/run.mjs: ${error.message}`);
  process.exitCode = 1;
}
