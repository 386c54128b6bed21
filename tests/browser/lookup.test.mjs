// Looking an order or a parcel up, without scripts and with axe, from a browser that has no link.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { kEngines, openBrowser } from './support/browser.mjs';
import { startServer } from './support/server.mjs';

const kBuyer = {
  lines: [{ product_id: 'hand-grinder', quantity: 1 }],
  email: 'ada@example.com',
  name: 'Ada Beispiel',
  address: 'Weissenfelser Strasse 41',
  city: 'Leipzig',
  postcode: '04229',
  country: 'DE',
  card_number: '4242424242424242',
};

const kWords = Object.fromEntries(
  ['en', 'de', 'ja', 'ar'].map((tag) => {
    const file = new URL(`../../demo/store/words/lookup.${tag}.json`, import.meta.url);
    return [tag, JSON.parse(readFileSync(file, 'utf8'))];
  }),
);

const kNarrow = 320;

/** The element is there and the page has come to its end: what is told takes the focus until then. */
const complete = (selector) => [
  (wanted) => document.readyState === 'complete' && document.querySelector(wanted) !== null,
  { args: [selector] },
];

for (const engine of kEngines) {
  describe(engine, () => {
    let browser, server, order;

    async function post(path, body) {
      const response = await fetch(`${server.url}/merchant/api${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      assert.ok(response.ok, await response.clone().text());
      return response.json();
    }

    before(async () => {
      server = await startServer();
      order = await post('/orders', kBuyer);
      await post(`/orders/${order.order_id}/scenario`, { scenario: 'customs_hold' });
      browser = await openBrowser(engine);
    });
    after(async () => {
      await browser?.close();
      await server?.stop();
    });

    test('a wrong contact is told, the right one shows the order', async () => {
      const page = await browser.newPage({ javaScript: false });
      await page.open(`${server.url}/lookup`);
      await page.type('#order_number', order.number);
      await page.type('#contact', 'nobody@example.com');
      await page.click('form:has(#contact) button');
      await page.waitFor(...complete('#order-error'));
      assert.match(await page.text('#order-error'), /We find no order/);
      await page.type('#order_number', order.number);
      await page.type('#contact', kBuyer.email);
      await page.click('form:has(#contact) button');
      await page.waitFor('postlude-tracking >>> [part~=checkpoint]');
      assert.match(await page.text('h1'), new RegExp(order.number));
      await page.close();
    });

    async function trackingNumber() {
      const known = await fetch(`${server.url}/merchant/api/orders/${order.order_id}`);
      const [shipment] = (await known.json()).tracking.shipments;
      return shipment.tracking_number;
    }

    test('a tracking number alone shows the parcel only', async () => {
      const page = await browser.newPage({ javaScript: false });
      await page.open(`${server.url}/lookup`);
      await page.type('#tracking_number', await trackingNumber());
      await page.click('form:has(#tracking_number) button');
      await page.waitFor('postlude-tracking >>> [part~=checkpoint]');
      assert.doesNotMatch(await page.text('main'), new RegExp(order.number));
      await page.close();
    });

    test('a browser’s language is spoken, and another one when it is chosen', async () => {
      const page = await browser.newPage({ javaScript: false, locale: 'de-DE' });
      await page.open(`${server.url}/lookup`);
      assert.equal(await page.text('h1'), kWords.de.title);
      await page.click('a[hreflang=ja]');
      await page.waitFor(...complete('html[lang=ja]'));
      await page.click('form:has(#contact) button');
      await page.waitFor(...complete('#order-error'));
      assert.equal(await page.text('#order-error'), kWords.ja.no_number);
      assert.equal(await page.text('[aria-current=true]'), '日本語');
      await page.close();
    });

    describe('form, mistake and parcel on a narrow phone', () => {
      let page;
      before(async () => {
        page = await browser.newPage({ viewport: { width: kNarrow, height: 800 } });
      });
      after(() => page?.close());

      for (const [tag, words] of Object.entries(kWords)) {
        const check = async (title, about) => {
          assert.equal(await page.text('h1'), title);
          assert.deepEqual(await page.axeViolations(), [], about);
          const seen = await page.eval(() => [
            document.documentElement.dir || 'ltr',
            getComputedStyle(document.querySelector('header')).direction,
            document.documentElement.scrollWidth - document.documentElement.clientWidth,
          ]);
          assert.deepEqual(seen, [tag === 'ar' ? 'rtl' : 'ltr', 'ltr', 0], about);
        };

        test(`in ${tag}`, async () => {
          await page.open(`${server.url}/lookup?lang=${tag}`);
          await check(words.title, 'the form');
          await page.type('#order_number', `9${tag}`);
          await page.type('#contact', 'nobody@example.com');
          await page.press('Enter');
          await page.waitFor(...complete('#order-error'));
          assert.equal(await page.text('#order-error'), words.no_order);
          await check(words.title, 'the mistake');
          await page.type('#tracking_number', await trackingNumber());
          await page.press('Enter');
          await page.waitFor('postlude-tracking >>> [part~=checkpoint]');
          assert.equal(await page.attribute('postlude-tracking >>> section', 'lang'), tag);
          await check(words.your_parcel, 'the parcel');
        });
      }
    });
  });
}
