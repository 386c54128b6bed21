import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.mjs';

/** Returns the tool that fits the linker: the emsdk's own where an emsdk is used, else Debian's. */
export function binaryen(name) {
  const own = join(process.env.EMSDK ?? '/nonexistent', 'upstream/bin', name);
  return existsSync(own) ? own : name;
}

/** Parts of WebAssembly that modules use beyond its first version (bindings/wasm/CMakeLists.txt). */
export const kFeatures = ['--enable-bulk-memory'];

/** What the page calls of a module (web/src/core.ts). */
const kExports = ['memory', '_initialize', 'postlude_input', 'postlude_send', 'postlude_size'];

/**
 * A function of so little (in Binaryen's measure) is put wherever it is called: calls of it are as
 * long, and each function that is left costs the browser its compilation when it is first called.
 * Tried from 2 to 10: with 5 the three modules travel best, and a tenth of the functions is gone.
 */
const kAlwaysInlined = '5';

/**
 * The linker leaves the first kilobyte to nobody, so that addresses may be folded into loads. And
 * control flow that is built anew from flat code is half a percent smaller than what the linker made
 * of it, and no slower.
 */
const kSmaller = ['--low-memory-unused', '--flatten', '--rereloop'];

/**
 * Writes a linked module without what the linker exports for Emscripten's glue, and optimised once
 * more: half a percent of what shoppers download.
 */
export async function shrink(wasm, file) {
  const folder = await mkdtemp(join(tmpdir(), 'postlude-shrink-'));
  try {
    const graph = join(folder, 'graph.json');
    const reached = join(folder, 'reached.wasm');
    const nodes = kExports.map((name) => ({ name, export: name }));
    const root = { name: 'page', reaches: kExports, root: true };
    await writeFile(graph, JSON.stringify([root, ...nodes]));
    await run(binaryen('wasm-metadce'), [
      ...kFeatures,
      wasm,
      `--graph-file=${graph}`,
      '-o',
      reached,
    ]);
    const small = [...kSmaller, '-Oz', '-aimfs', kAlwaysInlined, '--converge'];
    await run(binaryen('wasm-opt'), [...kFeatures, ...small, reached, '-o', file]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
