// The scenarios of tests/scenarios in WebAssembly: the same text as natively.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import createModule from '../../build/wasm/bin/postlude-core-scenario.mjs';

const modules = fileURLToPath(new URL('../../build/wasm/bin/', import.meta.url));
const folder = fileURLToPath(new URL('../scenarios/', import.meta.url));
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
const core = await createModule({
  instantiateWasm(imports, receive) {
    const wasm = readFileSync(modules + 'postlude-core-scenario.wasm');
    void WebAssembly.instantiate(wasm, imports).then(({ instance }) => receive(instance));
    return {};
  },
});

test('there are scenarios', () => assert.ok(names.length >= 10));

for (const name of names) {
  test(`scenario ${name} answers as natively`, () => {
    const expected = readFileSync(folder + name.replace(/json$/, 'txt'), 'utf8');
    const answer = core.runScenario(readFileSync(folder + name, 'utf8'));
    assert.equal(answer, '+' + expected);
  });
}
