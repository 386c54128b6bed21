/** Servers: native throughput of the core, and the libraries' own renderers in Node. */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { documentsOf } from './data.mjs';
import { run, kRoot } from '../../web/pack/run.mjs';

const kPrograms = process.env.POSTLUDE_BIN ?? join(kRoot, 'build/release/bin');

/** Path of a program of the release build; fails when it is not built. */
export function program(name) {
  const path = join(kPrograms, name);
  if (!existsSync(path)) throw new Error(`${path} is not built; run ./dev bench`);
  return path;
}

export const kWorkloadNames = ['full', 'small'];

/** Writes the documents as files; returns their paths by workload. */
export async function writeDocuments(folder) {
  const paths = {};
  for (const workload of kWorkloadNames) {
    const { before, after } = documentsOf(workload);
    paths[workload] = join(folder, `${workload}.json`);
    await writeFile(paths[workload], before.page);
    await writeFile(join(folder, `${workload}-after.json`), after.page);
    await writeFile(join(folder, `${workload}-scan.json`), after.checkpoint);
  }
  return paths;
}

/** The native renderer's markup for the two widgets of a document, styles first. */
export async function nativeHtml(path, styles = '') {
  const style = styles && `<style>${styles}</style>`;
  const render = async (kind) => {
    const markup = await run(program('postlude'), ['render', '--kind', kind, '--html', path]);
    return style + markup.trimEnd();
  };
  return { tracking: await render('tracking'), offers: await render('offer') };
}

/** Runs Google Benchmark; returns milliseconds by name ("parse_page/full"). */
export async function measureNative(folder, quick) {
  const out = await run(program('postlude_core_bench'), [
    '--benchmark_format=json',
    `--benchmark_min_time=${quick ? 0.05 : 0.5}`,
    folder,
  ]);
  const { benchmarks } = JSON.parse(out);
  return Object.fromEntries(
    benchmarks.map(({ name, cpu_time: ms, bytes_per_second: bytes }) => [name, { ms, bytes }]),
  );
}

/** Runs each library in a process of its own; returns milliseconds by library and workload. */
export async function measureNode(out, words, folder) {
  const input = join(folder, 'node-input.json');
  const documents = Object.fromEntries(
    kWorkloadNames.map((workload) => [workload, documentsOf(workload).before.page]),
  );
  await writeFile(input, JSON.stringify({ words, documents }));
  const result = {};
  for (const name of ['preact', 'react']) {
    const script = join(kRoot, 'tests/bench/node/measure.mjs');
    const printed = await run('node', [script, join(out, `ssr-${name}.mjs`), input]);
    result[name] = JSON.parse(printed);
  }
  return result;
}
