// An order page that stays open: new scans come by stream or by asking, and it says when nobody answers.

import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, test } from 'node:test';
import { kEngines } from './support/browser.mjs';
import { openShop } from './support/shop.mjs';
import { buy } from './support/shopper.mjs';

const kCheckpoint = 'postlude-tracking >>> [part~=checkpoint]';
const kConnection = 'postlude-tracking >>> [part~=connection]';
const kArgs = ['--clock', '2026-11-02T10:00:00Z'];

const isReady = () => document.querySelector('postlude-tracking').matches(':state(ready)');
/** Whether the newest scan says something else than this. */
const isNewer = (text) =>
  document
    .querySelector('postlude-tracking')
    .shadowRoot.querySelector('[part~=checkpoint]')
    .innerText.trim() !== text;
const connectionText = () =>
  document.querySelector('postlude-tracking').shadowRoot.querySelector('[part~=connection]')
    .innerText;
const isConnected = () =>
  !document.querySelector('postlude-tracking').shadowRoot.querySelector('[part~=connection]')
    .innerText;
/** Whether the module that reads streams was asked for. */
const hasStream = () =>
  performance.getEntriesByType('resource').some(({ name }) => name.includes('postlude-stream.js'));
/** In the page: keeps what the live regions say, and what is moved. */
const watch = () => {
  const { shadowRoot } = document.querySelector('postlude-tracking');
  window.told = [];
  for (const region of shadowRoot.querySelectorAll('[role=status]')) {
    new MutationObserver(() => {
      if (region.textContent) window.told.push(region.textContent);
    }).observe(region, { childList: true, characterData: true, subtree: true });
  }
};
/** In the page: where everything around the widget's parcels is, once new rows have their own height. */
const places = async () => {
  // Until the frame they are first seen in, they have the height that is kept free for a row.
  for (let frames = 0; frames < 2; frames++) {
    await new Promise((done) => requestAnimationFrame(done));
  }
  const widget = document.querySelector('postlude-tracking');
  const { top, height } = widget.getBoundingClientRect();
  const parcel = widget.shadowRoot.querySelector('[part~=parcel]').getBoundingClientRect();
  return [top, height, parcel.top];
};
/** In the page: somebody looks, or no longer. */
const look = (hidden) => {
  Object.defineProperty(Document.prototype, 'hidden', { configurable: true, get: () => hidden });
  document.dispatchEvent(new Event('visibilitychange'));
};
const leave = (type) => window.dispatchEvent(new PageTransitionEvent(type, { persisted: true }));

for (const engine of kEngines) {
  describe(engine, () => {
    const shop = openShop(engine, { args: kArgs });

    /** Opens the order page of a parcel with one scan; returns the page and what scans it. */
    const followParcel = async () => {
      const page = await shop.browser.newPage();
      await buy(page, shop.server.url);
      const order = await shop.merchant.newestOrder();
      const shipment = await shop.merchant.ship(order);
      await page.open(`${shop.server.url}/order`);
      await page.waitFor(isReady);
      return { page, scan: () => shop.merchant.scan(order, shipment) };
    };
    /** Makes the next scan and waits until the page shows it. */
    const followScan = async ({ page, scan }) => {
      const before = await page.text(kCheckpoint);
      await scan();
      await page.waitFor(isNewer, { args: [before] });
    };
    /** How often a route was answered so far. */
    const answered = (route) => shop.server.log().split(` GET ${route} `).length - 1;
    const untilAnswered = async (route, times) => {
      const end = Date.now() + 10_000;
      while (answered(route) < times) {
        assert.ok(Date.now() < end, `${route} was answered ${answered(route)} times`);
        await sleep(25);
      }
    };

    test('a scan comes by the stream, told once, without a question and without taking the focus', async () => {
      const parcel = await followParcel();
      const { page } = parcel;
      assert.equal(await page.eval(hasStream), false, 'the page itself goes first');
      await page.waitFor(hasStream);
      await page.eval(watch);
      await page.eval(() =>
        document
          .querySelector('postlude-tracking')
          .shadowRoot.querySelector('[part~=link]')
          .focus(),
      );
      const questions = answered('shipments') + answered('page');
      for (let scans = 0; scans < 3; scans++) {
        await shop.merchant.wait({ minutes: 2 });
        await followScan(parcel);
      }
      assert.equal(answered('shipments') + answered('page'), questions);
      assert.equal(
        await page.eval(() =>
          document
            .querySelector('postlude-tracking')
            .shadowRoot.activeElement?.getAttribute('part'),
        ),
        'link',
      );
      const told = await page.eval(() => window.told);
      assert.equal(told.length, 3, String(told));
      assert.match(told[0], /^New: Handed to the carrier \(.+\)$/);
      assert.match(told[1], /^New: On its way \(.+\)$/);
      assert.match(told[2], /^New: On its way \(.+\)$/);
      assert.deepEqual(await page.consoleErrors(), []);
      assert.deepEqual(await page.axeViolations(), []);
      await page.close();
    });

    test('nobody answers: the page says so calmly, keeps what it knows, and goes on', async () => {
      const parcel = await followParcel();
      const { page } = parcel;
      await page.waitFor(hasStream);
      await followScan(parcel);
      await page.eval(watch);
      const before = await page.eval(places);
      const known = await page.text(kCheckpoint);
      assert.equal(await page.text(kConnection), '');
      await shop.server.halt();
      const text = await page.waitFor(connectionText, { timeout: 30_000 });
      assert.match(text, /^No connection right now\.\s?Last checked 1 minute ago\.$/);
      assert.deepEqual(await page.eval(places), before, 'nothing moves');
      assert.equal(await page.text(kCheckpoint), known);
      assert.equal(await page.eval(() => document.activeElement === document.body), true);
      await page.clearConsoleErrors(); // what could not be reached
      assert.deepEqual(await page.axeViolations(), []);
      assert.deepEqual(await page.eval(() => window.told), ['No connection right now.']);
      await page.clearConsoleErrors();
      await shop.server.restart();
      await page.waitFor(isConnected, { timeout: 30_000 });
      await followScan(parcel);
      await page.close();
    });

    test('a page that is not looked at is quiet, and asks at once when it is', async () => {
      const parcel = await followParcel();
      const { page, scan } = parcel;
      await page.waitFor(hasStream);
      await followScan(parcel);
      for (const [goes, comes] of [
        [
          [look, true],
          [look, false],
        ],
        [
          [leave, 'pagehide'],
          [leave, 'pageshow'],
        ],
      ]) {
        const streams = answered('shipment stream');
        await page.eval(...goes);
        await untilAnswered('shipment stream', streams + 1);
        const questions = answered('shipments') + answered('page');
        const before = await page.text(kCheckpoint);
        await scan();
        await sleep(4000);
        assert.equal(answered('shipments') + answered('page'), questions);
        assert.equal(answered('shipment stream'), streams + 1);
        assert.equal(await page.text(kCheckpoint), before);
        await page.eval(...comes);
        await page.waitFor(isNewer, { args: [before] });
      }
      await followScan(parcel);
      await page.close();
    });

    test('where no stream is offered none is loaded, and news come when they are asked for', async () => {
      await shop.server.restart([...kArgs, '--streams', '0']);
      const parcel = await followParcel();
      const { page, scan } = parcel;
      for (let scans = 0; scans < 3; scans++) {
        const before = await page.text(kCheckpoint);
        await scan();
        await page.eval(() => window.postlude.q.push(['refresh']));
        await page.waitFor(isNewer, { args: [before] });
      }
      assert.equal(await page.eval(hasStream), false);
      assert.equal(answered('shipment stream'), 0);
      await page.close();
      await shop.server.restart(kArgs);
    });
  });
}
