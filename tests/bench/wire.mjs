/** What a shopper downloads, each file compressed by brotli 11. */
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

/**
 * Returns raw and compressed bytes by contestant, each with styles and one language: for the two widgets
 * of the bench, and for `postlude-offer` what a page with an order and its offers loads of it.
 */
export async function measureWire(dist, out) {
  const of = (...names) => weigh(names.map((name) => join(dist, name)));
  const first = ['postlude.js', 'postlude-runtime.js', 'locales/en.json'];
  const both = [...first, 'postlude-more.css', 'locales/en.more.json'];
  const result = {
    postlude: await of(...both, 'postlude.wasm'),
    'postlude-nowasm': await of(...both, 'postlude-nowasm.js'),
    'postlude-offer': await of(...first, 'postlude-offer.wasm'),
  };
  for (const name of Object.keys(kRivals)) {
    result[name] = await weigh([join(out, `cold-${name}.mjs`)]);
  }
  return result;
}
