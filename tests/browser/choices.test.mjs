// What a shopper can change about an offer: quantity and variant, with the price that follows; the end of
// a price; and taking it back. With scripts and without, in three engines.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { kEngines } from './support/browser.mjs';
import { openShop } from './support/shop.mjs';
import { buy, clickAccept, clickUndo } from './support/shopper.mjs';

const kAccept = 'postlude-offer >>> [part~=accept]';
const kUndo = 'postlude-offer >>> form[part~=undo] button';
const kTotals = 'postlude-order >>> [part~=totals]';
const kReady = () => document.querySelector('postlude-offer')?.matches(':state(ready)');

const option = (name, value) => `postlude-offer >>> [name=${name}][value="${value}"]`;
const shows = (text) => [
  (wanted) =>
    document
      .querySelector('postlude-offer')
      ?.shadowRoot?.querySelector('[part~=accept]')
      ?.textContent.includes(wanted),
  { args: [text] },
];

/** The totals of the order, without what only their layout makes of them. */
const totals = async (page) => (await page.text(kTotals)).replace(/\s+/g, '');

const kNextIsBelow = () => {
  const { shadowRoot } = document.querySelector('postlude-offer');
  const bottom = shadowRoot.querySelector('[part~=undo]').getBoundingClientRect().bottom;
  return bottom <= shadowRoot.querySelector('[part~=accept]').getBoundingClientRect().top;
};

for (const engine of kEngines) {
  describe(engine, () => {
    const shop = openShop(engine);

    const clean = async (page, state) => {
      assert.deepEqual(await page.consoleErrors(), [], `console: ${state}`);
      assert.deepEqual(await page.axeViolations(), [], `axe: ${state}`);
      await page.clearConsoleErrors(); // axe sets styles of its own, which the policy refuses
    };

    test('a choice is priced before it can be paid, and taken back whole', async () => {
      const page = await shop.browser.newPage();
      await buy(page, shop.server.url);
      await page.waitFor(kReady);
      const before = await totals(page);
      await page.click(option('variant_id', 'OK-101-F'));
      await page.waitFor('postlude-offer >>> [value="OK-101-F"][aria-pressed=true]');
      await page.click(option('quantity', '2'));
      await page.waitFor(...shows('18.53'));
      const focused = await page.eval(
        () => document.querySelector('postlude-offer').shadowRoot.activeElement?.name,
      );
      if (engine !== 'webkit') assert.equal(focused, 'quantity', 'the focus stays where it was');
      await clean(page, 'priced anew');
      await page.open(`${shop.server.url}/thank-you`);
      await page.waitFor(...shows('18.53'));
      await clickAccept(page, kAccept);
      await page.waitFor(kUndo);
      await page.waitFor(kAccept);
      assert.ok(await page.eval(kNextIsBelow), 'what comes next stands below what was bought');
      const order = await shop.merchant.newestOrder();
      const [charge] = await shop.merchant.offerCharges(order);
      assert.equal(charge.amount_minor, 1853);
      await clean(page, 'accepted, can be undone');
      await clickUndo(page, kUndo);
      await page.waitFor(
        () => !document.querySelector('postlude-offer').shadowRoot.querySelector('[part~=undo]'),
      );
      assert.equal((await shop.merchant.offerCharges(order)).length, 0);
      assert.equal(await totals(page), before);
      await clean(page, 'undone');
      await page.close();
    });

    test('the same by real forms', async () => {
      const page = await shop.browser.newPage({ javaScript: false });
      await buy(page, shop.server.url);
      const before = await totals(page);
      await page.click(option('quantity', '2'));
      await page.waitFor(...shows('18.53'));
      await page.click(option('variant_id', 'OK-101-K'));
      await page.waitFor(...shows('62.73'));
      await page.click(kAccept);
      await page.waitFor(kUndo);
      const order = await shop.merchant.newestOrder();
      assert.equal((await shop.merchant.offerCharges(order))[0].amount_minor, 6273);
      await page.click(kUndo);
      await page.waitFor(
        () => !document.querySelector('postlude-offer')?.shadowRoot?.querySelector('[part~=undo]'),
      );
      assert.equal((await shop.merchant.offerCharges(order)).length, 0);
      assert.equal(await totals(page), before);
      await page.close();
    });

    test('a price counts down to its end, goes on after a reload and is refused afterwards', async () => {
      const page = await shop.browser.newPage();
      await buy(page, shop.server.url, { product: 'nachtzug-espresso' });
      await page.waitFor(kReady);
      const left = async () => {
        const text = await page.text('postlude-offer >>> [part~=countdown]');
        const [, minutes, seconds] = /(\d\d):(\d\d)/.exec(text);
        return Number(minutes) * 60 + Number(seconds);
      };
      const first = await left();
      assert.ok(first > 0 && first <= 1200, String(first));
      await page.waitFor(
        (shown) =>
          !document
            .querySelector('postlude-offer')
            .shadowRoot.querySelector('[part~=countdown]')
            .textContent.includes(shown),
        { args: [`:${String(first % 60).padStart(2, '0')}`] },
      );
      await clean(page, 'counting down');
      await page.open(`${shop.server.url}/thank-you`);
      await page.waitFor(kReady);
      assert.ok((await left()) < first, 'it did not start again');
      await shop.merchant.wait({ minutes: 21 });
      await clickAccept(page, kAccept);
      await page.waitFor('postlude-offer >>> [part~=offer][data-state=bad]');
      await page.clearConsoleErrors(); // engines report the 410 answer itself
      await clean(page, 'ended');
      assert.equal((await shop.merchant.offerCharges(await shop.merchant.newestOrder())).length, 0);
      await page.close();
    });
  });
}
