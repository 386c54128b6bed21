// The scenarios of tests/scenarios in WebAssembly: the same text as natively.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import createModule from '../../web/dist/core/postlude-core.mjs';

const folder = fileURLToPath(new URL('../scenarios/', import.meta.url));
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
const core = await createModule();

test('there are scenarios', () => assert.ok(names.length >= 10));

for (const name of names) {
  test(`scenario ${name} answers as natively`, () => {
    const expected = readFileSync(folder + name.replace(/json$/, 'txt'), 'utf8');
    const outcome = core.runScenario(readFileSync(folder + name, 'utf8'));
    assert.equal(outcome.code, '');
    assert.equal(outcome.json, expected);
  });
}
