// With scripts off the page is whole: order, offer and timeline are there, and the forms are real.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { kEngines, openBrowser } from './support/browser.mjs';
import { startServer } from './support/server.mjs';
import { buy, Merchant } from './support/shopper.mjs';

const kOffered = 'postlude-offer >>> [part~=title]';
/** The funnel goes on to another offer, or ends with none. */
const kOtherOffer = (title) =>
  document.querySelector('postlude-offer')?.shadowRoot?.querySelector('[part~=title]')
    ?.textContent !== title;

for (const engine of kEngines) {
  describe(engine, () => {
    let browser, server, merchant;
    before(async () => {
      server = await startServer({ args: ['--clock', '2026-11-02T10:00:00Z'] });
      merchant = new Merchant(server.url);
      browser = await openBrowser(engine);
    });
    after(async () => {
      await browser?.close();
      await server?.stop();
    });

    test('the order is shown and the offer accepted by a real form, once', async () => {
      const page = await browser.newPage({ javaScript: false });
      await buy(page, server.url);
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
      const order = await merchant.newestOrder();
      assert.equal((await merchant.offerCharges(order)).length, 1);
      await page.close();
    });

    test('the offer is declined by a real form', async () => {
      const page = await browser.newPage({ javaScript: false });
      await buy(page, server.url);
      const offered = await page.text(kOffered);
      await page.click('postlude-offer >>> [part~=decline]');
      await page.waitFor(kOtherOffer, { args: [offered] });
      assert.equal((await merchant.offerCharges(await merchant.newestOrder())).length, 0);
      await page.close();
    });

    test('the timeline is shown and the review sent by a real form', async () => {
      const page = await browser.newPage({ javaScript: false });
      await buy(page, server.url);
      const order = await merchant.newestOrder();
      const shipment = await merchant.ship(order);
      for (let scans = 0; scans < 10; scans++) {
        await merchant.scan(order, shipment).catch(() => {});
      }
      await merchant.wait(9);
      await page.open(`${server.url}/order`);
      await page.waitFor('postlude-tracking >>> [part~=checkpoint]');
      await page.click('postlude-review >>> [part~=star] input[value="2"]');
      await page.type('postlude-review >>> textarea', 'Noisy.');
      await page.click('postlude-review >>> [part~=submit]');
      await page.waitFor(
        () => !document.querySelector('postlude-review').shadowRoot?.querySelector('form'),
      );
      const reviews = await merchant.reviews(order);
      assert.equal(reviews.length, 1);
      assert.equal(reviews[0].stars, 2);
      await page.close();
    });
  });
}
