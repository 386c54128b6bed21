/**
 * Compares web/dist with the budgets of tests/size.json: the sum of a group's files, each compressed
 * by itself as it travels. Prints every group; fails when one is over its budget or a file is missing.
 */
import { readFile } from 'node:fs/promises';
import { brotli11, gzip9 } from '../web/pack/variants.mjs';

const kCompress = { brotli: brotli11, gzip: gzip9 };

const { groups } = JSON.parse(
  await readFile(new URL('../tests/size.json', import.meta.url), 'utf8'),
);
let over = 0;
for (const { name, files, encoding, budget, aim } of groups) {
  let size = 0;
  for (const file of files) {
    const bytes = await readFile(new URL(`../web/dist/${file}`, import.meta.url));
    size += (await kCompress[encoding](bytes)).length;
  }
  if (size > budget) over++;
  const verdict = size > budget ? 'OVER' : 'ok';
  const missed = size > aim ? `, aim ${aim} missed` : '';
  console.log(`${name}: ${size} of ${budget} bytes (${encoding}) ${verdict}${missed}`);
}
process.exit(over ? 1 : 0);
