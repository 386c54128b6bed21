import { createHash } from 'node:crypto';
import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const kServed = /\.(js|mjs|css|wasm|json)$/;

async function servedFiles(folder) {
  const names = (await readdir(folder, { recursive: true })).sort();
  const files = [];
  for (const name of names) {
    if (kServed.test(name) && (await stat(join(folder, name))).isFile()) files.push(name);
  }
  return files;
}

/** Returns JSON that maps every served file to its Subresource Integrity value. */
export async function integrityOf(folder, algorithm = 'sha384') {
  const entries = [];
  for (const name of await servedFiles(folder)) {
    const digest = createHash(algorithm).update(await readFile(join(folder, name)));
    entries.push([name, `${algorithm}-${digest.digest('base64')}`]);
  }
  return JSON.stringify(Object.fromEntries(entries), null, 2) + '\n';
}

/**
 * How brotli codes distances: [postfix bits, direct codes], its own choice first. It does not try
 * others itself, and which is best differs from file to file (tried: 40 pairs; these find nearly all).
 */
const kDistances = [
  [0, 0],
  [0, 4],
  [2, 0],
];

/** Brotli at its strongest, as sizes are quoted everywhere. */
export async function brotli11(bytes) {
  const tries = kDistances.map(([postfix, direct]) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        [constants.BROTLI_PARAM_NPOSTFIX]: postfix,
        [constants.BROTLI_PARAM_NDIRECT]: direct,
      },
    }),
  );
  return (await Promise.all(tries)).reduce((best, next) =>
    next.length < best.length ? next : best,
  );
}

/** Gzip at level 9. */
export function gzip9(bytes) {
  return promisify(gzip)(bytes, { level: 9 });
}

/** Writes FILE.br and FILE.gz beside every served file. */
export async function compressAll(folder) {
  for (const name of await servedFiles(folder)) {
    const bytes = await readFile(join(folder, name));
    await writeFile(join(folder, `${name}.br`), await brotli11(bytes));
    await writeFile(join(folder, `${name}.gz`), await gzip9(bytes));
  }
}
