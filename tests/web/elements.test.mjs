// The elements and the script tag with the built artefacts, on pages of many manners.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, beforeEach, test } from 'node:test';
import { openBrowser } from '../browser/support/browser.mjs';
import { kPage } from '../browser/support/documents.mjs';
import { distFile, servePages } from '../browser/support/pages.mjs';
import { programPath } from '../browser/support/server.mjs';

const kTag = '<script async src="/dist/postlude.js" data-api="/api" data-order="T"></script>';
const kJson = (document) =>
  `<script type="application/json" data-postlude-page>${JSON.stringify(document)}</script>`;
const kHtml = (body, head = kTag) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title>${head}</head>` +
  `<body>${body}</body></html>`;
const kWidgets =
  '<postlude-offer></postlude-offer><postlude-order><p>fallback</p></postlude-order>';
const kCard = 'postlude-order >>> [part=card]';
const kAccept = 'postlude-offer >>> [part=accept]';
const kArmMs = 700;
// By then the request of a click is on its way, whatever the storage does.
const kSettleMs = 600;
// Which one a page loads depends on whether it was parsed when the loader ran.
const kCores = ['postlude.wasm', 'postlude-offer.wasm'];

let browser, host, page, posts;
before(async () => {
  browser = await openBrowser('chromium');
  host = await servePages();
});
after(async () => {
  await browser?.close();
  await host?.close();
});
beforeEach(async () => {
  await page?.close();
  page = await browser.newPage();
  posts = [];
  for (const path of Object.keys(host.routes)) delete host.routes[path];
  host.routes['/favicon.ico'] = { status: 204 };
  host.routes['/api/offers/f1/accept'] = (request) => {
    posts.push(request.headers);
    return { status: 503, body: '{}', headers: { 'content-type': 'application/problem+json' } };
  };
});

const open = async (html) => {
  host.routes['/page'] = html;
  await page.open(`${host.url}/page`);
};
const openShop = (body = kWidgets, head = kTag) => open(kHtml(body + kJson(kPage), head));
const rest = (ms) => new Promise((done) => setTimeout(done, ms));
const quiet = async () => assert.deepEqual(await page.consoleErrors(), []);

test('an element that is moved keeps what it shows', async () => {
  await openShop();
  await page.waitFor(kCard);
  const kept = await page.eval(async () => {
    const element = document.querySelector('postlude-order');
    const card = element.shadowRoot.querySelector('[part=card]');
    document.body.prepend(element);
    await new Promise((done) => setTimeout(done, 50));
    return card === element.shadowRoot.querySelector('[part=card]');
  });
  assert.ok(kept);
});

test("what is done while the server's DOM is taken over waits, and is done", async () => {
  const served = (kind) =>
    `<postlude-${kind}><template shadowrootmode="open">${execFileSync(
      programPath('postlude'),
      ['render', '--kind', kind, '--html'],
      { input: JSON.stringify(kPage), encoding: 'utf8' },
    )}</template></postlude-${kind}>`;
  // Each step of loading and of taking over is a timer without a time.
  const held = `<script>window.turns = [];
    const own = setTimeout;
    window.setTimeout = (done, ms, ...rest) => ms === undefined ? turns.push(done) : own(done, ms, ...rest);
  </script>`;
  const asked = [];
  host.routes['/api/offers/f1/decline'] = () => {
    asked.push('decline');
    return { status: 503, body: '{}' };
  };
  await openShop(served('offer') + served('tracking'), held + kTag);
  const step = async () => {
    await page.waitFor(() => window.turns.length > 0);
    await page.eval(() => window.turns.shift()());
  };
  const isReady = (kind) =>
    page.eval((tag) => document.querySelector(tag).matches(':state(ready)'), kind);
  for (let request = 0; request < 3; request += 1) await step(); // words, more of them, styles
  await step(); // configured
  await step(); // the page document is read
  await step(); // and known
  await step(); // the offer is taken over
  assert.deepEqual(
    [await isReady('postlude-offer'), await isReady('postlude-tracking')],
    [true, false],
  );
  await page.eval(() => {
    window.card = document
      .querySelector('postlude-tracking')
      .shadowRoot.querySelector('[part=card]');
  });
  await page.click('postlude-offer >>> [part=decline]');
  await rest(kSettleMs);
  assert.deepEqual(asked, []);
  await step(); // and the tracking
  await page.waitFor(
    () => !document.querySelector('postlude-offer').shadowRoot.querySelector('[part=offer]'),
  );
  while (asked.length === 0) await rest(20);
  assert.ok(
    await page.eval(
      () =>
        window.card ===
        document.querySelector('postlude-tracking').shadowRoot.querySelector('[part=card]'),
    ),
  );
  assert.ok(await isReady('postlude-tracking'));
});

test('an element that comes later, or again, shows its view', async () => {
  await openShop();
  await page.waitFor(kCard);
  await page.eval(async () => {
    const element = document.querySelector('postlude-order');
    element.remove();
    await new Promise((done) => setTimeout(done, 20));
    window.gone = element.shadowRoot.querySelector('slot') !== null;
    document.body.append(element, document.createElement('postlude-tracking'));
  });
  await page.waitFor(kCard);
  await page.waitFor('postlude-tracking >>> [part=card]');
  assert.ok(await page.eval(() => window.gone));
});

test('a page of orders and offers alone loads the smaller core, and the other when it must', async () => {
  const small = kTag.replace('data-api', 'data-widgets="order offer" data-api');
  // The core that comes after all asks what has happened since.
  const type = { 'content-type': 'application/json' };
  host.routes['/api/page'] = { body: JSON.stringify(kPage), headers: type };
  const before = host.requests.length;
  await openShop(kWidgets, small);
  await page.waitFor(kCard);
  const loaded = () =>
    host.requests
      .slice(before)
      .filter((line) => line.includes('.wasm'))
      .join();
  assert.match(loaded(), /postlude-offer\.wasm/);
  assert.doesNotMatch(loaded(), /postlude\.wasm/);
  await page.eval(() => document.body.append(document.createElement('postlude-tracking')));
  await page.waitFor('postlude-tracking >>> [part=card]');
  assert.match(loaded(), /postlude\.wasm/);
  // What was there stays, and works.
  assert.equal(await page.text('postlude-offer >>> [part=title]'), 'Hand grinder');
  await rest(kArmMs);
  await page.click(kAccept);
  await page.waitFor(() =>
    document.querySelector('postlude-offer').shadowRoot.querySelector('[aria-busy=true]'),
  );
  // The intent is written down before the request goes.
  while (posts.length === 0) await rest(20);
});

test('a thousand elements that came and went leave nothing behind', async () => {
  await openShop();
  await page.waitFor(kCard);
  const churn = (count) =>
    page.eval(async (rounds) => {
      for (let i = 0; i < rounds; i++) {
        const element = document.createElement('postlude-order');
        document.body.append(element);
        await null;
        element.remove();
        await null;
      }
    }, count);
  const client = await page.native.context().newCDPSession(page.native);
  const measure = async () => {
    await client.send('HeapProfiler.collectGarbage');
    const { nodes, jsEventListeners } = await client.send('Memory.getDOMCounters');
    return { nodes, jsEventListeners };
  };
  await churn(50);
  const earlier = await measure();
  await churn(1000);
  const later = await measure();
  assert.ok(later.jsEventListeners <= earlier.jsEventListeners, JSON.stringify([earlier, later]));
  assert.ok(later.nodes <= earlier.nodes + 50, JSON.stringify([earlier, later]));
});

test('an offer is accepted by a person who saw it, once', async () => {
  await openShop();
  await page.waitFor(kAccept);
  await page.eval(() => {
    const { shadowRoot } = document.querySelector('postlude-offer');
    shadowRoot.querySelector('[part=accept]').click();
    shadowRoot.querySelector('form').requestSubmit();
  });
  await rest(kArmMs);
  await page.eval(() => {
    const { shadowRoot } = document.querySelector('postlude-offer');
    shadowRoot.querySelector('[part=accept]').click();
    shadowRoot.querySelector('form').requestSubmit();
  });
  await rest(kSettleMs);
  assert.equal(posts.length, 0, 'scripts cannot accept');
  await page.click(kAccept);
  await page.waitFor('postlude-offer >>> [part=accept][aria-busy=true]');
  await page.click(kAccept).catch(() => {});
  while (posts.length === 0) await rest(20);
  await rest(100); // a second request would be there too, but not yet the next try
  assert.equal(posts.length, 1);
  assert.equal(posts[0].authorization, 'Bearer T');
  assert.match(posts[0]['idempotency-key'], /./);
});

test('a click on what has only just appeared is not an accept', async () => {
  await openShop();
  await page.waitFor(kAccept);
  await page.eval(() => {
    const element = document.querySelector('postlude-offer');
    element.hidden = true;
  });
  await rest(300);
  await page.eval(() => void (document.querySelector('postlude-offer').hidden = false));
  await page.click(kAccept);
  await rest(kSettleMs);
  assert.equal(posts.length, 0);
});

test('an offer that something covers cannot be accepted', async () => {
  await openShop();
  await page.waitFor(kAccept);
  await page.eval(() => {
    const cover = document.createElement('div');
    cover.setAttribute(
      'style',
      'position:fixed;inset:0;background:#fff;opacity:.9;pointer-events:none',
    );
    document.body.append(cover);
  });
  await rest(kArmMs + 300);
  await page.click(kAccept);
  await rest(kSettleMs);
  assert.equal(posts.length, 0);
});

test('names of elements on the page steer nothing', async () => {
  const names = ['currentScript', 'querySelector', 'hidden', 'createElement', 'readyState'];
  const traps = names.map((name) => `<img name="${name}" alt="">`).join('');
  const forms = '<form id="customElements"></form><a id="dataLayer"></a><a id="postlude"></a>';
  await open(kHtml(kWidgets + kJson(kPage) + traps + forms + kTag, ''));
  await page.waitFor(kCard);
  await page.waitFor(kAccept);
  await quiet();
});

test('frozen built-ins, a foreign toJSON and throwing storage do not matter', async () => {
  const hostile = `<script>
    Array.prototype.toJSON = function () { return 'broken'; };
    Object.prototype.toJSON = function () { return 'broken'; };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(window, name, { get() { throw new DOMException('denied'); } });
    }
    for (const type of [Object, Array, Function, Error, Map, Set, Promise, String, Uint8Array]) {
      Object.freeze(type); Object.freeze(type.prototype);
    }
  </script>`;
  await openShop(kWidgets, hostile + kTag);
  await page.waitFor(kCard);
  await page.eval((document) => window.postlude.q.push(['page', document]), {
    ...kPage,
    order: { ...kPage.order, lines: [{ id: 'l2', title: 'Cup', quantity: 1 }] },
  });
  await page.waitFor(() =>
    document.querySelector('postlude-order').shadowRoot.textContent.includes('Cup'),
  );
  await quiet();
});

test('libraries that changed what arrays and functions do are no obstacle', async () => {
  // What Prototype 1.7.3 and MooTools 1.4.5 do to built-ins.
  const library = `<script>
    Array.from = function (list) { return list.length ? [].slice.call(list) : [null, null]; };
    Array.prototype.each = Array.prototype.invoke = Array.prototype.clean = function () {};
    Array.prototype.collect = Array.prototype.map;
    Array.prototype.entries = function () { return 'not yours'; };
    Function.prototype.bind = function () { return 'not yours'; };
    window.Element = window.Event = function () {};
    HTMLElement.prototype.remove = HTMLElement.prototype.select = function () { return this; };
  </script>`;
  await openShop(kWidgets, library + kTag);
  await page.waitFor(kCard);
  await page.waitFor(kAccept);
  await quiet();
});

test('listeners given before loading miss nothing', async () => {
  const early = `<script>window.postlude = { q: [] };
    window.heard = [];
    postlude.q.push(['on', 'offer-shown', (detail) => heard.push(detail.offer_id)]);
    postlude.q.push(['on', 'ready', () => heard.push('ready')]);</script>`;
  await openShop(kWidgets, early + kTag);
  await page.waitFor(kCard);
  assert.deepEqual(await page.eval(() => window.heard.filter((name) => name === 'f1')), ['f1']);
  assert.ok(await page.eval(() => window.heard.includes('ready')));
  await page.eval(() => window.postlude.q.push(['explain', (story) => (window.story = story)]));
  await page.waitFor(() => window.story);
  assert.equal(await page.eval(() => window.story.events.offer.event), 'offer-shown');
});

const explain = async () => {
  await page.eval(() => {
    window.told = undefined;
    window.postlude.q.push(['explain', (told) => (window.told = told)]);
  });
  return page.waitFor(() => window.told);
};

test('explain tells the whole decision, for which the backend is asked with the token', async () => {
  const decision = {
    ranked: ['f1'],
    order_reasons: [],
    candidates: [
      { offer_id: 'f1', title: 'Filters', reasons: ['chosen'] },
      { offer_id: 'f2', title: 'Scale', reasons: ['in_order', 'out_of_stock'] },
    ],
  };
  const asked = [];
  host.routes['/api/explain'] = (request) => {
    asked.push(request.headers.authorization);
    return { body: JSON.stringify(decision), headers: { 'content-type': 'application/json' } };
  };
  await openShop();
  await page.waitFor(kCard);
  const told = await explain();
  assert.deepEqual(told.decision, decision);
  assert.equal(told.events.offer.event, 'offer-shown');
  assert.equal(told.problem, undefined);
  assert.deepEqual(asked, ['Bearer T']);
  // Without a function it is printed; one that throws is not for the page to feel.
  await page.eval(() => {
    window.printed = [];
    window.unhandled = 0;
    addEventListener('unhandledrejection', () => window.unhandled++);
    console.table = (rows) => window.printed.push(rows[1].reasons.join(' '));
    window.postlude.q.push(['explain']);
    window.postlude.q.push(['explain', () => null.length]);
  });
  await page.waitFor(() => window.printed.length > 0);
  assert.deepEqual(await page.eval(() => window.printed), ['in_order out_of_stock']);
  await rest(100);
  assert.equal(await page.eval(() => window.unhandled), 0);
  await quiet();
});

test('explain says why there is no decision to tell', async () => {
  await openShop();
  await page.waitFor(kCard);
  const problem = (status, body, type = 'application/problem+json') => ({
    status,
    body,
    headers: { 'content-type': type },
  });
  const kRows = [
    [problem(401, '{"code":"token_expired"}'), 'token_expired'],
    [problem(404, '<h1>Not found</h1>', 'text/html'), 'no_answer'],
    [problem(200, '[]', 'application/json'), 'no_answer'],
    [problem(200, 'null', 'application/json'), 'no_answer'],
  ];
  for (const [answer, said] of kRows) {
    host.routes['/api/explain'] = answer;
    assert.equal((await explain()).problem, said);
  }
  await openShop(kWidgets, '<script async src="/dist/postlude.js"></script>');
  await page.waitFor(kCard);
  const { problem: without, events } = await explain();
  assert.equal(without, 'no_backend');
  assert.equal(events.offer.event, 'offer-shown');
});

test('an order is found in the linked data of the page', async () => {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Order',
    orderNumber: '77',
    priceCurrency: 'EUR',
    acceptedOffer: [
      { '@type': 'Offer', itemOffered: { '@type': 'Product', name: 'Teapot' }, price: '12.00' },
    ],
  };
  const blocks =
    '<script type="application/ld+json">{ broken Order</script>' +
    `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
  await open(kHtml(kWidgets + blocks, '<script async src="/dist/postlude.js"></script>'));
  await page.waitFor(kCard);
  assert.match(await page.text(kCard), /Teapot/);
});

test('a purchase in dataLayer is an order too, when there is nothing better', async () => {
  const layer = `<script>window.dataLayer = [{ event: 'x' }];
    function gtag() { dataLayer.push(arguments); }
    gtag('event', 'purchase', { transaction_id: 'T-9', currency: 'EUR', value: 12,
      items: [{ item_id: 's', item_name: 'Saucer', price: 12, quantity: 1 }] });</script>`;
  await open(kHtml(layer + kWidgets, '<script async src="/dist/postlude.js"></script>'));
  await page.waitFor(kCard);
  assert.match(await page.text(kCard), /Saucer/);
});

test('without a page document the backend is asked, with the token in a header', async () => {
  const asked = [];
  host.routes['/api/page'] = (request) => {
    asked.push(request.headers.authorization);
    return { body: JSON.stringify(kPage), headers: { 'content-type': 'application/json' } };
  };
  await open(kHtml(kWidgets));
  await page.waitFor(kCard);
  assert.deepEqual(asked, ['Bearer T']);
  assert.ok(!host.requests.some((line) => line.includes('Bearer')));
});

test('a view that comes too late waits until nobody sees it come', async () => {
  for (const name of kCores) {
    host.routes[`/dist/${name}`] = async () => {
      await rest(4300);
      return { body: await distFile(name), headers: { 'content-type': 'application/wasm' } };
    };
  }
  const tall = '<p style="height:40px">below</p><p style="height:3000px">far below</p>';
  await openShop('<postlude-order><p>fallback</p></postlude-order>' + tall);
  await rest(5500);
  const shown = () =>
    page.eval(
      () => !!document.querySelector('postlude-order').shadowRoot?.querySelector('[part=card]'),
    );
  assert.equal(await shown(), false);
  await page.eval(() => window.scrollTo(0, 2500));
  await page.waitFor(kCard);
  await quiet();
});

test('a core that traps leaves the fallback, one warning and an event', async () => {
  const trap =
    '0061736d0100000001120360017f017f60047f7f7f7c017f6000017f0304030001020503010001073b04066d656d6f72' +
    '7902000e706f73746c7564655f696e70757400000d706f73746c7564655f73656e6400010d706f73746c7564655f7369' +
    '7a6500020a100305004180080b0300000b040041000b';
  for (const name of kCores) {
    host.routes[`/dist/${name}`] = {
      body: Buffer.from(trap, 'hex'),
      headers: { 'content-type': 'application/wasm' },
    };
  }
  const early = `<script>window.codes = []; window.warnings = [];
    console.warn = (...words) => warnings.push(words.join(' '));
    document.addEventListener('postlude:error', (event) => codes.push(event.detail.code));</script>`;
  await openShop(kWidgets, early + kTag);
  await page.waitFor(() => window.codes.length > 0);
  assert.deepEqual(await page.eval(() => window.codes), ['stopped']);
  assert.equal(await page.eval(() => window.warnings.length), 1);
  assert.equal(await page.text('postlude-order > p'), 'fallback');
  assert.ok(await page.eval(() => document.querySelector('p').getClientRects().length > 0));
  await quiet();
});

test('the page cannot restyle a widget, nor a widget the page', async () => {
  const styleOf = () =>
    page.eval(() => {
      const { shadowRoot } = document.querySelector('postlude-order');
      return ['[part=card]', '[part=heading]', '[part=title]', '[part=total-row]'].map(
        (selector) => {
          const style = getComputedStyle(shadowRoot.querySelector(selector));
          const box = shadowRoot.querySelector(selector).getBoundingClientRect();
          return [...style].map((name) => style[name]).join() + [box.width, box.height].join();
        },
      );
    });
  await openShop();
  await page.waitFor(kCard);
  const own = await styleOf();
  const foreign = `<style>html { font-size: 62.5%; } body { color: red; font: italic 9px serif;
    letter-spacing: 3px; text-transform: uppercase; text-align: center; line-height: 3; }
    h2, p, span, li, button { color: lime !important; padding: 20px !important; }</style>`;
  await openShop(kWidgets, foreign + kTag);
  await page.waitFor(kCard);
  assert.deepEqual(await styleOf(), own);
  await openShop(kWidgets, '<style>* { all: unset !important; }</style>' + kTag);
  await page.waitFor(kCard);
  const bare = await page.eval(() => {
    const style = getComputedStyle(
      document.querySelector('postlude-order').shadowRoot.querySelector('[part=heading]'),
    );
    return [style.fontSize, style.fontWeight, style.display];
  });
  assert.deepEqual(bare, ['22px', '650', 'block']);
});

test('the script tag and the package make one session between them', async () => {
  await openShop();
  await page.waitFor(kCard);
  const same = await page.eval(async () => {
    let shown = 0;
    document.addEventListener('postlude:offer-shown', () => shown++);
    const { createSession } = await import('/dist/index.js');
    const [one, two] = await Promise.all([createSession(), createSession()]);
    one.refresh();
    return [one === two, shown];
  });
  assert.deepEqual(same, [true, 0]);
  await quiet();
});

test('a session that is closed leaves the fallback', async () => {
  await open(kHtml(kWidgets, ''));
  const words = await page.eval(async (document_) => {
    const { createSession } = await import('/dist/index.js');
    const session = await createSession({ page: document_ });
    const { shadowRoot } = document.querySelector('postlude-order');
    const shown = shadowRoot.textContent.includes('Moka pot');
    session.close();
    return [shown, shadowRoot.querySelector('slot') !== null];
  }, kPage);
  assert.deepEqual(words, [true, true]);
});

test('the package checks words where it knows their integrity', async () => {
  const { 'locales/en.json': right } = JSON.parse((await distFile('integrity.json')).toString());
  await open(kHtml(kWidgets, ''));
  const outcomes = await page.eval(
    async (document_, hashes) => {
      const { createSession } = await import('/dist/index.js');
      const outcomes = [];
      for (const hash of hashes) {
        const integrity = { 'locales/en.json': hash };
        const options = { page: document_, locale: 'en', widgets: 'order offer', integrity };
        const session = await createSession(options).catch(() => undefined);
        outcomes.push(!!session);
        session?.close();
      }
      return outcomes;
    },
    kPage,
    [`sha384-${'A'.repeat(64)}`, right],
  );
  assert.deepEqual(outcomes, [false, true]);
});

test('another language is spoken when it is asked for', async () => {
  await openShop();
  await page.waitFor(kCard);
  await page.eval(() => void (document.querySelector('postlude-order').locale = 'ar'));
  await page.waitFor('postlude-order >>> [part=card][lang=ar][dir=rtl]');
  await page.eval(() => window.postlude.q.push(['locale', 'xx-YY']));
  await quiet();
});

test('an element says which language the page speaks, also before it is defined', async () => {
  await openShop('<postlude-order locale="de"></postlude-order>');
  await page.waitFor('postlude-order >>> [part=card][lang=de]');
  await openShop('<postlude-order></postlude-order>', '');
  await page.eval(() => {
    document.querySelector('postlude-order').locale = 'fr';
    const script = document.createElement('script');
    script.src = '/dist/postlude.js';
    document.head.append(script);
  });
  await page.waitFor('postlude-order >>> [part=card][lang=fr]');
  assert.equal(await page.attribute('postlude-order', 'locale'), 'fr');
  await quiet();
});
