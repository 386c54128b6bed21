import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { binaryen, kFeatures } from './binaryen.mjs';
import { run } from './run.mjs';

/** Says why it was loaded, to whoever sets the page's policy. */
const kTold =
  'console.info("Postlude: WebAssembly is refused here, so a slower build is used. Where a Content-Security-Policy ' +
  "refuses it, 'wasm-unsafe-eval' in script-src lets the fast one in.\");";

/**
 * Translates a module to a script that needs no WebAssembly and no eval, for pages whose policy
 * refuses it. Its exports are those of the instance, `memory` among them.
 */
export async function makeNoWasm(wasm, file) {
  const folder = await mkdtemp(join(tmpdir(), 'postlude-nowasm-'));
  try {
    const script = join(folder, 'module.js');
    // Not -O4: it makes copies of known size into single stores that it cannot translate itself.
    await run(binaryen('wasm2js'), ['-Os', ...kFeatures, wasm, '-o', script]);
    const imports = WebAssembly.Module.imports(new WebAssembly.Module(await readFile(wasm)));
    await esbuild.build({
      entryPoints: [script],
      outfile: file,
      bundle: true,
      format: 'esm',
      target: 'es2020',
      minify: true,
      banner: { js: kTold },
      legalComments: 'none',
      logLevel: 'warning',
      plugins: [hostModules(imports)],
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The host's side of the module: all that it could ask of a host is its end (exit, abort). */
function hostModules(imports) {
  return {
    name: 'host-modules',
    setup(build) {
      const modules = new Set(imports.map(({ module }) => module));
      build.onResolve({ filter: /.*/ }, ({ path }) =>
        modules.has(path) ? { path, namespace: 'host' } : undefined,
      );
      build.onLoad({ filter: /.*/, namespace: 'host' }, ({ path }) => ({
        contents: imports
          .filter(({ module }) => module === path)
          .map(({ name }) => `export function ${name}() { throw new Error('${name}'); }`)
          .join('\n'),
      }));
    },
  };
}
