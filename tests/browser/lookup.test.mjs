// Looking an order or a parcel up, without scripts and with axe, from a browser that has no link.

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
      await page.waitFor('#order-error');
      assert.match(await page.text('#order-error'), /We find no order/);
      await page.type('#order_number', order.number);
      await page.type('#contact', kBuyer.email);
      await page.click('form:has(#contact) button');
      await page.waitFor('postlude-tracking >>> [part~=checkpoint]');
      assert.match(await page.text('h1'), new RegExp(order.number));
      await page.close();
    });

    test('a tracking number alone shows the parcel only', async () => {
      const page = await browser.newPage({ javaScript: false });
      const known = await fetch(`${server.url}/merchant/api/orders/${order.order_id}`);
      const [shipment] = (await known.json()).tracking.shipments;
      await page.open(`${server.url}/lookup`);
      await page.type('#tracking_number', shipment.tracking_number);
      await page.click('form:has(#tracking_number) button');
      await page.waitFor('postlude-tracking >>> [part~=checkpoint]');
      assert.doesNotMatch(await page.text('main'), new RegExp(order.number));
      await page.close();
    });

    test('the page has nothing for axe to find, before and after a mistake', async () => {
      const page = await browser.newPage();
      await page.open(`${server.url}/lookup`);
      assert.deepEqual(await page.axeViolations(), []);
      await page.click('form:has(#contact) button');
      await page.waitFor('#order-error');
      assert.deepEqual(await page.axeViolations(), []);
      await page.close();
    });
  });
}
