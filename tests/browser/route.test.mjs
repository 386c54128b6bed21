// The way of a parcel over the map: drawn by the server, adopted and changed by the page, with the
// same places in words beside it.

import assert from 'node:assert/strict';
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

/** What is drawn, and whether it is a picture to the browser. */
const drawn = () => {
  const root = document.querySelector('postlude-tracking').shadowRoot;
  const map = root.querySelector('[part~=map]');
  const box = map.getBoundingClientRect();
  const spots = [...map.querySelectorAll('[part~=spot]')];
  return {
    isPicture: spots.every((spot) => spot instanceof SVGCircleElement),
    inside: spots.every((spot) => {
      const { left, right, top, bottom } = spot.getBoundingClientRect();
      return left >= box.left && right <= box.right && top >= box.top && bottom <= box.bottom;
    }),
    shape: Math.round((box.width / box.height) * 100),
    spots: spots.length,
    travelled: map.querySelector('[part~=travelled]').getTotalLength() > 0,
    places: [...root.querySelectorAll('[part~=place]')].map((place) => place.textContent),
    current: root.querySelector('[part~=place][aria-current]').textContent,
    overflow: document.documentElement.scrollWidth > innerWidth,
  };
};

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

    async function openOrder(options) {
      const page = await browser.newPage(options);
      await page.open(`${server.url}/lookup`);
      await page.type('#order_number', order.number);
      await page.type('#contact', kBuyer.email);
      await page.click('form:has(#contact) button');
      await page.waitFor('postlude-tracking >>> [part~=map]');
      return page;
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

    for (const javaScript of [true, false]) {
      test(`is drawn ${javaScript ? 'with' : 'without'} scripts, inside its frame`, async () => {
        const page = await openOrder({ javaScript, viewport: { width: 360, height: 800 } });
        assert.deepEqual(await page.eval(drawn), {
          isPicture: true,
          inside: true,
          shape: 242,
          spots: 3,
          travelled: true,
          places: ['Osaka, Japan', 'Liège, Belgium', 'Frankfurt, Germany'],
          current: 'Frankfurt, Germany',
          overflow: false,
        });
        if (javaScript) {
          assert.deepEqual(await page.consoleErrors(), []);
          assert.deepEqual(await page.axeViolations(), []);
        }
        await page.close();
      });
    }
  });
}
