// With scripts off the page is whole: order, offer and timeline are there, and the forms are real.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { kEngines } from './support/browser.mjs';
import { openShop } from './support/shop.mjs';
import { buy } from './support/shopper.mjs';

const kOffered = 'postlude-offer >>> [part~=title]';
/** The funnel goes on to another offer, or ends with none. */
const kOtherOffer = (title) =>
  document.querySelector('postlude-offer')?.shadowRoot?.querySelector('[part~=title]')
    ?.textContent !== title;

for (const engine of kEngines) {
  describe(engine, () => {
    const shop = openShop(engine);

    test('the order is shown and the offer accepted by a real form, once', async () => {
      const page = await shop.browser.newPage({ javaScript: false });
      await buy(page, shop.server.url);
      assert.match(await page.text('postlude-order >>> [part~=lines]'), /grinder/i);
      const offered = await page.text(kOffered);
      await page.click('postlude-offer >>> [part~=accept]');
      await page.waitFor(
        (title) =>
          document
            .querySelector('postlude-order')
            ?.shadowRoot?.querySelector('[part~=lines]')
            .textContent.includes(title),
        { args: [offered] },
      );
      const order = await shop.merchant.newestOrder();
      assert.equal((await shop.merchant.offerCharges(order)).length, 1);
      await page.close();
    });

    test('the offer is declined by a real form', async () => {
      const page = await shop.browser.newPage({ javaScript: false });
      await buy(page, shop.server.url);
      const offered = await page.text(kOffered);
      await page.click('postlude-offer >>> [part~=decline]');
      await page.waitFor(kOtherOffer, { args: [offered] });
      assert.equal((await shop.merchant.offerCharges(await shop.merchant.newestOrder())).length, 0);
      await page.close();
    });

    test('the timeline is shown and the review sent by a real form', async () => {
      const page = await shop.browser.newPage({ javaScript: false });
      await buy(page, shop.server.url);
      const order = await shop.merchant.newestOrder();
      const shipment = await shop.merchant.ship(order);
      for (let scans = 0; scans < 10; scans++) {
        await shop.merchant.scan(order, shipment).catch(() => {});
      }
      await shop.merchant.wait(9);
      await page.open(`${shop.server.url}/order`);
      await page.waitFor('postlude-tracking >>> [part~=checkpoint]');
      await page.click('postlude-review >>> [part~=star] input[value="2"]');
      await page.type('postlude-review >>> textarea', 'Noisy.');
      await page.click('postlude-review >>> [part~=submit]');
      await page.waitFor(
        () => !document.querySelector('postlude-review').shadowRoot?.querySelector('form'),
      );
      const reviews = await shop.merchant.reviews(order);
      assert.equal(reviews.length, 1);
      assert.equal(reviews[0].stars, 2);
      await page.close();
    });
  });
}
