// Pages that are not ours: libraries that change built-ins, frameworks that style everything, names and
// storages that get in the way. The widgets work there, and leave the page as it was.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { kEngines, openBrowser } from './support/browser.mjs';
import { kOffer, kOrder, kPage } from './support/documents.mjs';
import { servePages } from './support/pages.mjs';
import { clickAccept } from './support/shopper.mjs';

const kShared = '/usr/share';
/** Debian's libjs-prototype 1.7.3, libjs-mootools 1.4.5 and libjs-bootstrap5 5.2.3. */
const kLibraries = {
  '/prototype.js': `${kShared}/javascript/prototype/prototype-1.7.3.js`,
  '/mootools.js': `${kShared}/javascript/mootools/mootools-core-nc.js`,
  '/bootstrap.js': `${kShared}/bootstrap-html/js/bootstrap.bundle.min.js`,
  '/bootstrap.css': `${kShared}/bootstrap-html/css/bootstrap.min.css`,
};

/** What stands in the head before our tag, and in the body before the widgets. */
const kHosts = {
  'Prototype 1.7.3': {
    head: '<script src="/prototype.js"></script>',
    body: `<form id="search"><input name="q" value="beans"></form>
      <script>$('search').observe('submit', Event.stop); $$('form').invoke('addClassName', 'ready');</script>`,
  },
  'MooTools 1.4.5': {
    head: '<script src="/mootools.js"></script>',
    body: `<script>document.addEvent('domready', function () { $$('h1').addClass('ready'); });</script>`,
  },
  'Bootstrap 5.2': {
    head: '<link rel="stylesheet" href="/bootstrap.css"><script defer src="/bootstrap.js"></script>',
    body: `<nav class="navbar navbar-expand-lg bg-light"><a class="navbar-brand" href="#">Shop</a></nav>
      <div class="alert alert-success fade show">Thank you</div>`,
  },
  'names that hide members of the page': {
    head: `<script>
      window.name = 'postlude';
      Array.prototype.toJSON = function () { return 'mine'; };
      for (const storage of ['localStorage', 'sessionStorage', 'indexedDB'])
        Object.defineProperty(window, storage, {
          configurable: true,
          get() { throw new DOMException('denied', 'SecurityError'); },
        });
    </script>`,
    body: `<form id="customElements"></form><a id="dataLayer"></a><a id="postlude"></a>
      <img name="currentScript" alt=""><img name="querySelector" alt=""><img name="body" alt="">
      <form name="documentElement"></form><form id="indexedDB"></form>`,
  },
};

const kTag =
  '<script async src="/dist/postlude.js" data-api="/api" data-order="t" data-widgets="order offer"></script>';
const kHtml = ({ head, body }, tag) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
  <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
  <title>Thank you</title>${head}${tag}</head><body>${body}
  <main class="container"><h1>Thank you, Ada</h1>
  <button id="own" class="btn btn-primary"
    onclick="this.setAttribute('data-clicks', 1 + Number(this.getAttribute('data-clicks') || 0))">Own</button>
  <postlude-offer></postlude-offer><postlude-order></postlude-order></main>
  <script type="application/json" data-postlude-page>${JSON.stringify(kPage)}</script></body></html>`;

/** In the page: names of globals, and every member of built-ins with what it is. */
const kSnapshot = () => {
  const lines = [];
  const names = ['Object', 'Array', 'Function', 'Element', 'HTMLElement', 'Event', 'Promise'];
  for (const name of [...names, 'String', 'Number', 'Date', 'JSON', 'Node', 'Document']) {
    for (const target of [window[name], window[name].prototype]) {
      if (!target) continue;
      for (const key of Reflect.ownKeys(target)) {
        const { value, get, set } = Object.getOwnPropertyDescriptor(target, key);
        const told = typeof value === 'object' ? 'object' : String(value ?? get ?? set);
        lines.push(`${name} ${String(key)} ${typeof value} ${told}`);
      }
    }
  }
  // As text: WebKit's driver answers through the page's own toJSON.
  const globals = Object.getOwnPropertyNames(window).join('\n');
  return { globals, builtIns: lines.join('\n') };
};

/** Room for both widgets, and something below that would move. */
const kReserve = `<style>
  postlude-offer, postlude-order { display: block; min-block-size: 60rem }
  footer { padding: 1rem; border-top: 1px solid }
</style>`;

/** In the page: how far things moved that no input asked to move (CLS), once all is painted. */
const kShift = () =>
  new Promise((done) => {
    let sum = 0;
    const count = (list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
    };
    new PerformanceObserver(count).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => done(sum), 500);
  });

const kAccept = 'postlude-offer >>> [part~=accept]';

for (const engine of kEngines) {
  describe(engine, () => {
    let browser, host, asked;
    before(async () => {
      host = await servePages();
      for (const [path, file] of Object.entries(kLibraries)) {
        host.routes[path] = { body: await readFile(file) };
      }
      host.routes['/api/page'] = {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...kPage, offers: [] }),
      };
      host.routes['/api/offers/f1/accept'] = async (request) => {
        let body = '';
        for await (const chunk of request) body += chunk;
        asked.push(body);
        return {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ version: 1, result: 'accepted', offer_id: 'f1', order: kOrder }),
        };
      };
      browser = await openBrowser(engine);
    });
    after(async () => {
      await browser?.close();
      await host?.close();
    });

    for (const [name, parts] of Object.entries(kHosts)) {
      test(`${name}: the offer is accepted and the page is as it was`, async () => {
        asked = [];
        host.routes['/without'] = kHtml(parts, '');
        host.routes['/with'] = kHtml(parts, kTag);
        const page = await browser.newPage();
        await page.open(`${host.url}/without`);
        const without = await page.eval(kSnapshot);
        await page.open(`${host.url}/with`);
        await page.waitFor('postlude-order >>> [part~=card]');
        await clickAccept(page, kAccept);
        await page.waitFor('postlude-offer >>> [part~=offer][data-state=good]');
        assert.deepEqual(
          asked.map((body) => JSON.parse(body)),
          [{ quote: kOffer.quote.token, quantity: 1 }],
        );
        const known = new Set(without.globals.split('\n'));
        const seen = await page.eval(kSnapshot);
        assert.deepEqual(
          seen.globals.split('\n').filter((global) => !known.has(global)),
          ['postlude'],
        );
        assert.equal(seen.builtIns, without.builtIns);
        await page.click('#own');
        assert.equal(await page.attribute('#own', 'data-clicks'), '1');
        assert.deepEqual(await page.consoleErrors(), []);
        await page.close();
      });

      // The other engines do not tell.
      if (engine !== 'chromium') continue;
      test(`${name}: with room reserved, nothing moves`, async () => {
        const html = kHtml({ ...parts, head: parts.head + kReserve }, kTag);
        host.routes['/reserved'] = html.replace('</main>', '<footer>The shop</footer></main>');
        const page = await browser.newPage();
        await page.open(`${host.url}/reserved`);
        await page.waitFor('postlude-order >>> [part~=card]');
        await page.waitFor(kAccept);
        assert.equal(await page.eval(kShift), 0);
        await page.close();
      });
    }
  });
}
