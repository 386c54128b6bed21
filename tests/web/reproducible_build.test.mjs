// The same sources give the same bytes: what is in web/dist is built once more and compared.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { run } from '../../web/pack/run.mjs';
import { programPath } from '../browser/support/server.mjs';

const kRoot = fileURLToPath(new URL('../../', import.meta.url));

/** Returns `sha256 path` of every file in a folder. */
async function hashesOf(folder) {
  const lines = [];
  for (const path of (await readdir(folder, { recursive: true })).sort()) {
    if (!(await stat(join(folder, path))).isFile()) continue;
    const hash = createHash('sha256').update(await readFile(join(folder, path)));
    lines.push(`${hash.digest('hex')} ${path}`);
  }
  return lines;
}

test('a second build gives the same bytes', async () => {
  const again = join(kRoot, 'build', `dist-again-${process.pid}`);
  try {
    const native = dirname(programPath('postlude_emit_protocol'));
    await run(process.execPath, [
      ...[join(kRoot, 'web/build.mjs'), '--native', native, '--out', again],
    ]);
    const first = await hashesOf(join(kRoot, 'web/dist'));
    assert.ok(first.length > 50);
    assert.deepEqual(await hashesOf(again), first);
  } finally {
    await rm(again, { recursive: true, force: true });
  }
});
