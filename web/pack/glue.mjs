import { readFile, writeFile } from 'node:fs/promises';

const kHead = `// In Node: what old glue expects of a CommonJS module. Elsewhere there is none, and no bundler sees it.
const require = globalThis.process?.getBuiltinModule;
const __dirname = require ? require('url').fileURLToPath(new URL('.', import.meta.url)) : '';
`;

const kTail = (wasm) => `
// Node's fetch reads no files: the module beside this one is handed over.
export default (options = {}) =>
  Module(
    require && !options.wasmBinary && !options.instantiateWasm
      ? { ...options, wasmBinary: require('fs').readFileSync(new URL('${wasm}', import.meta.url)) }
      : options,
  );
`;

/**
 * Lets Emscripten's ES module glue run in Node too: Debian's writes `require` and `__dirname` into an
 * ES module, and fetches a file: address.
 */
export async function fitGlueToNode(file, wasm) {
  const glue = await readFile(file, 'utf8');
  const body = glue.replace(/export default Module;\s*$/, '');
  if (body === glue) throw new Error(`${file}: no "export default Module;" at its end`);
  await writeFile(file, kHead + body.trimEnd() + '\n' + kTail(wasm));
}
