// A click that costs money survives the page: what was agreed to is kept until its answer is there.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { setTimeout as rest } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { kChromiumArguments } from '../support/chromium-arguments.mjs';
import { kEngines, openBrowser } from './support/browser.mjs';
import { kOrder, kPage } from './support/documents.mjs';
import { servePages } from './support/pages.mjs';
import { freePort, startProcess, untilReady } from './support/processes.mjs';
import { clickAccept, kArmMs } from './support/shopper.mjs';

const kAccepted = {
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ version: 1, result: 'accepted', offer_id: 'f1', order: kOrder }),
};
const kButton = 'postlude-offer >>> [part~=accept]';
const kGood = 'postlude-offer >>> [part~=offer][data-state=good]';

/** An order's token as a page sees it; what it is signed with is the backend's business. */
const tokenOf = (order) =>
  `e30.${Buffer.from(JSON.stringify({ sub: order })).toString('base64url')}.x`;

const kHost = (
  before = '',
  token = 't',
  document = kPage,
) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
  <link rel="icon" href="data:,"><title>Thank you</title>${before}
  <script async src="/dist/postlude.js" data-api="/api" data-order="${token}"
    data-widgets="order offer"></script></head>
  <body><postlude-offer></postlude-offer><postlude-order></postlude-order>
  <script type="application/json" data-postlude-page>${JSON.stringify(document)}</script></body></html>`;

/** In the page: everything our database holds, or undefined where there is no such database. */
const kept = () =>
  new Promise((done) => {
    const opening = indexedDB.open('postlude');
    opening.onupgradeneeded = () => opening.transaction.abort();
    opening.onerror = () => done(undefined);
    opening.onsuccess = () => {
      const request = opening.result.transaction('intents').objectStore('intents').getAll();
      request.onsuccess = () => done(request.result);
      opening.result.close();
    };
  });

/** In the page: the database is there and holds nothing. */
const kEmpty = () =>
  new Promise((done) => {
    const opening = indexedDB.open('postlude');
    opening.onsuccess = () => {
      const request = opening.result.transaction('intents').objectStore('intents').count();
      request.onsuccess = () => done(request.result === 0);
      opening.result.close();
    };
  });

/** In the page: everything in the database is so many minutes older. */
const age = (minutes) =>
  new Promise((done) => {
    const opening = indexedDB.open('postlude');
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('intents', 'readwrite');
      const intents = transaction.objectStore('intents');
      intents.getAll().onsuccess = ({ target }) => {
        for (const intent of target.result) {
          intents.put({ ...intent, at: intent.at - minutes * 60_000 });
        }
      };
      transaction.oncomplete = done;
      opening.result.close();
    };
  });

let host, asked, answer;

async function serve() {
  host = await servePages();
  host.routes['/page'] = kHost();
  host.routes['/other'] = '<!doctype html><title>Another page of the shop</title>';
  host.routes['/api/page'] = {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...kPage, offers: [] }),
  };
  host.routes['/api/offers/f1/accept'] = async (request) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    asked.push({ key: request.headers['idempotency-key'], body });
    return answer();
  };
}

beforeEach(() => {
  asked = [];
  answer = () => kAccepted;
});

const accept = (page) => clickAccept(page, kButton);
const untilAsked = async (times) => {
  const end = Date.now() + 20_000;
  while (asked.length < times) {
    assert.ok(Date.now() < end, `asked ${asked.length} times, not ${times}`);
    await rest(25);
  }
};
const never = () => new Promise(() => {});

for (const engine of kEngines) {
  describe(engine, () => {
    let browser;
    before(async () => {
      await serve();
      browser = await openBrowser(engine);
    });
    after(async () => {
      await browser?.close();
      await host?.close();
    });

    test('a final answer leaves nothing behind, and looking leaves no database', async () => {
      const page = await browser.newPage();
      await page.open(`${host.url}/page`);
      await page.waitFor(kButton);
      assert.equal(await page.eval(kept), undefined);
      await accept(page);
      await page.waitFor(kGood);
      await page.waitFor(kEmpty);
      assert.equal(asked.length, 1);
      await page.close();
    });

    test('left before the answer, it is asked for again with the same key', async () => {
      const page = await browser.newPage();
      await page.open(`${host.url}/page`);
      answer = never;
      await accept(page);
      await untilAsked(1);
      await page.open(`${host.url}/other`);
      const [intent] = await page.eval(kept);
      assert.deepEqual(Object.keys(intent).sort(), ['at', 'body', 'key', 'order', 'url']);
      answer = () => kAccepted;
      await page.open(`${host.url}/page`);
      await untilAsked(2);
      assert.ok(asked[0].key);
      assert.deepEqual(asked[1], asked[0]);
      await page.waitFor(kEmpty);
      await page.close();
    });

    test('a page of another order neither sends it nor waits for it, and after an hour it goes', async () => {
      const page = await browser.newPage();
      host.routes['/a'] = kHost('', tokenOf('order-a'));
      const other = { ...kPage, order: { ...kOrder, id: 'order-b' } };
      host.routes['/b'] = kHost('', tokenOf('order-b'), other);
      await page.open(`${host.url}/a`);
      answer = never;
      await accept(page);
      await untilAsked(1);
      answer = () => kAccepted;
      await page.open(`${host.url}/b`);
      await accept(page);
      await page.waitFor(kGood);
      assert.equal(asked.length, 2);
      assert.deepEqual(
        (await page.eval(kept)).map((intent) => intent.order),
        ['order-a'],
      );
      await page.open(`${host.url}/other`);
      await page.eval(age, 59);
      await page.open(`${host.url}/b`);
      await page.waitFor(kButton);
      assert.equal((await page.eval(kept)).length, 1, 'within its hour it stays');
      await page.eval(age, 2);
      await page.open(`${host.url}/b`);
      await page.waitFor(kEmpty);
      assert.equal(asked.length, 2, 'and it was never sent from here');
      await page.close();
    });

    test('a storage that throws or hangs does not hold up the purchase', async () => {
      const page = await browser.newPage();
      const refuse = "throw new DOMException('denied', 'SecurityError')";
      const storages = {
        throws: `get() { ${refuse} }`,
        'open throws': `value: { open() { ${refuse} } }`,
        hangs: 'value: { open: () => ({}) }',
        'is not there': 'value: undefined',
      };
      for (const [name, storage] of Object.entries(storages)) {
        asked = [];
        host.routes['/without'] = kHost(
          `<script>Object.defineProperty(window, 'indexedDB', { ${storage} })</script>`,
        );
        await page.open(`${host.url}/without`);
        await accept(page);
        await page.waitFor(kGood);
        assert.equal(asked.length, 1, name);
        assert.deepEqual(await page.consoleErrors(), [], name);
      }
      await page.close();
    });
  });
}

/** Starts Chromium on a profile; `kill` ends all of it at once, as a crash does. */
async function openProfile(profile) {
  const port = await freePort();
  const child = startProcess(process.env.POSTLUDE_CHROMIUM ?? '/usr/bin/chromium', [
    ...['--headless=new', ...kChromiumArguments],
    ...[`--user-data-dir=${profile}`, `--remote-debugging-port=${port}`, 'about:blank'],
  ]);
  const url = `http://127.0.0.1:${port}`;
  await untilReady(child, () => fetch(`${url}/json/version`), { name: 'chromium' });
  const browser = await chromium.connectOverCDP(url);
  const page = browser.contexts()[0].pages()[0];
  return {
    page,
    async kill() {
      const gone = once(child, 'exit');
      process.kill(-child.pid, 'SIGKILL');
      await gone;
    },
  };
}

test('chromium killed between the click and the answer asks again when it is back', async () => {
  await serve();
  const profile = await mkdtemp(join(tmpdir(), 'postlude-profile-'));
  try {
    answer = never;
    const first = await openProfile(profile);
    await first.page.goto(`${host.url}/page`);
    const button = first.page.locator('postlude-offer [part~=accept]');
    await button.hover();
    await rest(kArmMs);
    await button.click();
    await untilAsked(1);
    await first.kill();
    answer = () => kAccepted;
    const second = await openProfile(profile);
    await second.page.goto(`${host.url}/page`);
    await untilAsked(2);
    assert.deepEqual(asked[1], asked[0]);
    await second.page.waitForFunction(kEmpty);
    await second.kill();
  } finally {
    await host.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});
