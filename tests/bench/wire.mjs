/** What a shopper downloads for the first offer, each file compressed by brotli 11. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { kRivals } from './bundle.mjs';
import { compress } from './serve.mjs';

async function weigh(files) {
  const sizes = {};
  for (const file of files) {
    const bytes = await readFile(file);
    sizes[file.split('/').slice(-1)[0]] = { raw: bytes.length, br: compress(bytes).length };
  }
  const sum = (key) => Object.values(sizes).reduce((total, size) => total + size[key], 0);
  return { raw: sum('raw'), br: sum('br'), files: sizes };
}

/** Returns raw and compressed bytes by contestant; styles and one language are in all of them. */
export async function measureWire(dist, out) {
  const of = (...names) => weigh(names.map((name) => join(dist, name)));
  const words = ['locales/en.json', 'locales/en.more.json'];
  const shared = ['postlude.js', 'postlude-runtime.js', 'postlude-more.css', ...words];
  const result = {
    postlude: await of(...shared, 'postlude.wasm'),
    'postlude-nowasm': await of(...shared, 'postlude-nowasm.js'),
  };
  for (const name of Object.keys(kRivals)) {
    result[name] = await weigh([join(out, `cold-${name}.mjs`)]);
  }
  return result;
}
