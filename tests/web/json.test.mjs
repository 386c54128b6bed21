// JSON of the page's data, on pages whose libraries have changed what JSON.stringify does.

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { openEdgePage } from './support/edge_page.mjs';

let edge, page;
before(async () => {
  edge = await openEdgePage();
  page = edge.page;
});
after(() => edge?.close());
beforeEach(() => edge.reset());

test('plain data is written as JSON.stringify writes it', async () => {
  const data = {
    text: 'Grüße "\\ \u2028 \u{1F600} \uD800',
    numbers: [0, -1.5, 1e21],
    nothing: null,
    yes: true,
    nested: [{ a: [[], {}] }],
    __proto__key: 1,
  };
  assert.equal(
    await page.eval((value) => window.edge.jsonOf(value), data),
    await page.eval((value) => JSON.stringify(value), data),
  );
});

test('a foreign toJSON is not asked', async () => {
  const written = await page.eval(() => {
    Array.prototype.toJSON = () => 'broken';
    Object.prototype.toJSON = () => 'broken';
    const text = window.edge.jsonOf({ items: [{ id: 1 }] });
    delete Array.prototype.toJSON;
    delete Object.prototype.toJSON;
    return text;
  });
  assert.equal(written, '{"items":[{"id":1}]}');
});

test('what JSON has no word for is left out', async () => {
  const written = await page.eval(() => {
    const cycle = { name: 'c' };
    cycle.self = cycle;
    const deep = window.edge.jsonOf(cycle);
    return [
      window.edge.jsonOf({ a: undefined, b: () => 1, c: document.body, d: [undefined, NaN] }),
      window.edge.jsonOf(undefined),
      JSON.parse(deep).self.self.name,
    ];
  });
  assert.deepEqual(written, ['{"d":[null,null]}', 'null', 'c']);
});
