import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { kKinds, stopOtherClocks } from './faults/kinds.js';
import { isSound, runOne } from './faults/matrix.js';
import { Shop } from './faults/shop.js';

const kStepsBehindTheCharge = 20;

let shop: Shop;

before(async () => {
  shop = await Shop.start();
});
after(async () => {
  await stopOtherClocks();
  await shop.stop();
});

// A few runs of each kind; ./dev faults makes many.
describe('an accept charges once, is never lost, and every client sees the same', () => {
  for (const kind of kKinds) {
    it(`${kind.name}: ${kind.about}`, async (test) => {
      const trouble: string[] = [];
      const row = await runOne(shop, kind, {
        form: 'short',
        seed: 'test',
        complain: (text) => trouble.push(text),
      });
      if (row.skipped) return test.diagnostic(row.skipped);
      assert.deepEqual(trouble, []);
      if (kind.name === 'killed behind the charge') {
        const steps = row.deaths?.[1] ?? 0;
        assert.ok(steps >= kStepsBehindTheCharge, `only ${steps} steps behind the charge`);
      }
      assert.ok(isSound(row) && row.runs >= kind.short, JSON.stringify(row));
    });
  }
});
