import { after, before } from 'node:test';
import { openBrowser } from './browser.mjs';
import { startServer } from './server.mjs';
import { Merchant } from './shopper.mjs';

/**
 * For the tests of the `describe` that calls it: the demo shop on a server of its own, its merchant, and
 * a browser. Returns `{ server, merchant, browser }`, filled in before the first of them runs; all is
 * closed behind the last. `args` are flags of the server.
 */
export function openShop(engine, { args = ['--clock', '2026-11-02T10:00:00Z'] } = {}) {
  const shop = {};
  before(async () => {
    shop.server = await startServer({ args });
    shop.merchant = new Merchant(shop.server.url);
    shop.browser = await openBrowser(engine);
  });
  after(async () => {
    await shop.browser?.close();
    await shop.server?.stop();
  });
  return shop;
}
