// A shopper's whole way in three engines: buy, accept or decline, follow the parcel, review.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as rest } from 'node:timers/promises';
import { kEngines } from './support/browser.mjs';
import { openShop } from './support/shop.mjs';
import { buy, buyByHand, clickAccept, deliver, kArmMs, kCards } from './support/shopper.mjs';

const kAccept = 'postlude-offer >>> [part~=accept]';
const kDecline = 'postlude-offer >>> [part~=decline]';
const kReady = () =>
  [...document.querySelectorAll('postlude-order, postlude-tracking')].every((element) =>
    element.matches(':state(ready)'),
  );

for (const engine of kEngines) {
  describe(engine, () => {
    const shop = openShop(engine);

    const clean = async (page, state) => {
      assert.deepEqual(await page.consoleErrors(), [], `console: ${state}`);
      assert.deepEqual(await page.axeViolations(), [], `axe: ${state}`);
      await page.clearConsoleErrors(); // axe sets styles of its own, which the policy refuses
    };

    const acceptOffer = async (page) => {
      await page.waitFor(kReady);
      await clickAccept(page, kAccept);
    };

    test('an accepted offer is charged once and joins the order', async () => {
      const page = await shop.browser.newPage();
      await buyByHand(page, shop.server.url);
      await page.waitFor(kReady);
      await clean(page, 'thank-you page');
      assert.match(await page.text(kAccept), /€/);
      const before = await page.text('postlude-order >>> [part~=lines]');
      const offered = await page.text('postlude-offer >>> [part~=title]');
      await acceptOffer(page);
      await page.waitFor('postlude-offer >>> [part~=offer][data-state=good]');
      assert.notEqual(await page.text('postlude-order >>> [part~=lines]'), before);
      await clean(page, 'offer accepted');
      const order = await shop.merchant.newestOrder();
      assert.equal((await shop.merchant.offerCharges(order)).length, 1);
      await page.open(`${shop.server.url}/thank-you`);
      await page.waitFor(kReady);
      const next = await page.eval(
        () =>
          document.querySelector('postlude-offer').shadowRoot.querySelector('[part~=title]')
            ?.textContent,
      );
      assert.notEqual(next, offered, 'the offer is not made again');
      await page.close();
    });

    test('a double click and the Enter key still make one charge', async () => {
      const page = await shop.browser.newPage();
      await buy(page, shop.server.url);
      await page.waitFor(kReady);
      const offered = await page.attribute(
        'postlude-offer >>> form[data-on-submit=accept-offer]',
        'data-arg',
      );
      await page.hover(kAccept);
      await rest(kArmMs);
      await page.doubleClick(kAccept);
      await page.press('Enter');
      await page.waitFor('postlude-offer >>> [part~=offer][data-state=good]');
      // On a slow machine the second click may be late enough to be one on the next offer.
      const charges = await shop.merchant.offerCharges(await shop.merchant.newestOrder());
      assert.equal(charges.filter((charge) => charge.offer_id === offered).length, 1);
      assert.equal(new Set(charges.map((charge) => charge.offer_id)).size, charges.length);
      await page.close();
    });

    test('a declined payment says so calmly and changes nothing', async () => {
      const page = await shop.browser.newPage();
      await buy(page, shop.server.url, { card: kCards.offerDeclined });
      const before = await page.text('postlude-order >>> [part~=totals]');
      await acceptOffer(page);
      await page.waitFor('postlude-offer >>> [part~=status][data-state=bad]');
      assert.equal(await page.text('postlude-order >>> [part~=totals]'), before);
      await page.clearConsoleErrors(); // engines report the 402 answer itself
      await clean(page, 'payment declined');
      assert.equal((await shop.merchant.offerCharges(await shop.merchant.newestOrder())).length, 0);
      await page.close();
    });

    test('an answer that never comes ends as accepted, charged once', async () => {
      const page = await shop.browser.newPage();
      await buy(page, shop.server.url, { card: kCards.answerNeverComes });
      await acceptOffer(page);
      await page.waitFor('postlude-offer >>> [part~=offer][data-state=good]', { timeout: 60_000 });
      assert.equal((await shop.merchant.offerCharges(await shop.merchant.newestOrder())).length, 1);
      await page.close();
    });

    test('declining is one click and takes the offer away', async () => {
      const page = await shop.browser.newPage();
      await buy(page, shop.server.url);
      await page.waitFor(kReady);
      const offered = await page.text('postlude-offer >>> [part~=title]');
      await page.click(kDecline);
      await page.waitFor(
        (title) =>
          document.querySelector('postlude-offer').shadowRoot.querySelector('[part~=title]')
            ?.textContent !== title,
        { args: [offered] },
      );
      await clean(page, 'offer declined');
      assert.equal((await shop.merchant.offerCharges(await shop.merchant.newestOrder())).length, 0);
      await page.close();
    });

    test('the parcel is followed scan by scan and the review is asked for later', async () => {
      const page = await shop.browser.newPage();
      await buy(page, shop.server.url);
      const order = await shop.merchant.newestOrder();
      await page.open(`${shop.server.url}/order`);
      await page.waitFor(kReady);
      await clean(page, 'order page, nothing shipped');
      assert.equal(await page.exists('postlude-review >>> form'), false);

      const shipment = await shop.merchant.ship(order);
      await shop.merchant.scan(order, shipment);
      await page.open(`${shop.server.url}/order`);
      await page.waitFor('postlude-tracking >>> [part~=checkpoint][aria-current=step]');
      await clean(page, 'order page, on its way');

      // While the page is open, a new scan arrives without a reload and without moving the focus.
      const first = await page.text('postlude-tracking >>> [part~=checkpoint]');
      await shop.merchant.scan(order, shipment);
      await page.eval(() => window.postlude.q.push(['refresh']));
      await page.waitFor(
        (text) =>
          document
            .querySelector('postlude-tracking')
            .shadowRoot.querySelector('[part~=checkpoint]')
            .innerText.trim() !== text,
        { args: [first], timeout: 60_000 }, // at the latest the page asks by itself
      );

      await deliver(shop.merchant, order).catch(() => {});
      for (let scans = 0; scans < 8; scans++) {
        await shop.merchant.scan(order, shipment).catch(() => {});
      }
      await shop.merchant.wait(9);
      await page.open(`${shop.server.url}/order`);
      await page.waitFor(kReady);
      await page.waitFor('postlude-review >>> form');
      await clean(page, 'order page, delivered, review asked');

      await page.click('postlude-review >>> [part~=star] input[value="3"]');
      await page.press('ArrowRight');
      assert.equal(
        await page.eval(
          () =>
            document.querySelector('postlude-review').shadowRoot.querySelector('input:checked')
              .value,
        ),
        '4',
        'arrow keys move the stars',
      );
      await page.type('postlude-review >>> textarea', 'Grinds evenly <b>and</b> quietly.');
      await page.click('postlude-review >>> [part~=submit]');
      await page.waitFor('postlude-review >>> [part~=status][data-state=good]');
      await clean(page, 'review sent');
      const reviews = await shop.merchant.reviews(order);
      assert.equal(reviews.length, 1);
      assert.equal(reviews[0].stars, 4);
      assert.equal(reviews[0].text, 'Grinds evenly <b>and</b> quietly.');
      await page.close();
    });

    for (const javaScript of [true, false]) {
      test(`what was delivered is returned, scripts ${javaScript ? 'on' : 'off'}`, async () => {
        const kReturn = 'postlude-tracking >>> a[href^="/order/return"]';
        const page = await shop.browser.newPage({ javaScript });
        await buy(page, shop.server.url);
        await deliver(shop.merchant, await shop.merchant.newestOrder());
        await page.open(`${shop.server.url}/order`);
        if (javaScript) await page.waitFor(kReady);
        assert.match(await page.text('postlude-tracking >>> [part~=todo]'), /return it until/);
        if (javaScript) await clean(page, 'order page, can be returned');
        await page.click(kReturn);
        await page.waitFor('input[name=line]:checked');
        if (javaScript) await clean(page, 'the form of a return');
        await page.click('form[action="/order/return"] button');
        await page.waitFor('postlude-tracking >>> [part~=parcel]:nth-of-type(2)');
        assert.equal(await page.exists(kReturn), false, 'there is nothing left to return');
        if (javaScript) {
          await page.waitFor(kReady);
          await clean(page, 'order page, on its way back');
        }
        await page.close();
      });
    }

    test('nothing overflows at 320 px, in the dark, in any language of the page', async () => {
      const page = await shop.browser.newPage({
        viewport: { width: 334, height: 720 },
        colorScheme: 'dark',
      });
      await buy(page, shop.server.url);
      await page.waitFor(kReady);
      for (const locale of ['de', 'ar', 'ja']) {
        await page.eval((tag) => window.postlude.q.push(['locale', tag]), locale);
        await page.waitFor(
          (tag) =>
            document
              .querySelector('postlude-order')
              .shadowRoot.querySelector('[lang]')
              .lang.startsWith(tag),
          { args: [locale] },
        );
        const overflow = await page.eval(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.ok(overflow <= 0, `${locale}: ${overflow} px`);
        await clean(page, `dark, narrow, ${locale}`);
      }
      await page.close();
    });
  });
}
