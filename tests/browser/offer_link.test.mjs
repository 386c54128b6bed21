// An offer of another seller: told apart before anything can be clicked, a link that takes nothing along,
// and a no of the same size. With scripts and without, in three engines.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as rest } from 'node:timers/promises';
import { kEngines } from './support/browser.mjs';
import { kOffer, kPage } from './support/documents.mjs';
import { servePages } from './support/pages.mjs';
import { openShop } from './support/shop.mjs';
import { buy } from './support/shopper.mjs';

const kLink = 'postlude-offer >>> .offer [part~=link]';
const kDecline = 'postlude-offer >>> [part~=decline]';
const kReady = () => document.querySelector('postlude-offer')?.matches(':state(ready)');
const kSeller = 'Kaffeeschule Hafenlicht';

/** In the page: what the card says, in its order, and where the parts of it stand. */
const kCard = () => {
  const root = document.querySelector('postlude-offer').shadowRoot;
  const card = root.querySelector('article');
  const box = (selector) => {
    const { top, bottom, width, height } = card.querySelector(selector).getBoundingClientRect();
    return { top, bottom, width, height };
  };
  return {
    heading: root.querySelector('h2').textContent,
    first: card.firstElementChild.textContent,
    reason: card.querySelector('[part~=reason]').textContent,
    terms: card.querySelector('[part~=message]').textContent,
    link: card.querySelector('a').textContent,
    boxes: {
      label: box('[part~=badge]'),
      terms: box('[part~=message]'),
      link: box('a'),
      decline: box('[part~=decline]'),
    },
    attributes: Object.fromEntries(
      ['href', 'rel', 'target', 'referrerpolicy'].map((name) => [
        name,
        card.querySelector('a').getAttribute(name),
      ]),
    ),
    forms: [...card.querySelectorAll('form')].map((form) => form.getAttribute('action')),
    prices: card.querySelectorAll('[part~=breakdown], [part~=accept], [part~=countdown]').length,
  };
};

function assertDisclosed(card) {
  assert.doesNotMatch(card.heading, /your order/);
  assert.equal(card.first, `Advertisement · ${kSeller}`);
  assert.match(card.reason, /^Goes well with /);
  assert.match(card.terms, new RegExp(`Sold by ${kSeller}, not by this shop`));
  assert.match(card.terms, /leaves this shop and opens in a new tab/);
  assert.match(card.terms, /Nothing about your order or payment is passed on/);
  assert.match(card.link, new RegExp(kSeller));
  const { label, terms, link } = card.boxes;
  assert.ok(label.height > 10 && terms.height > 10, 'what it is can be seen');
  assert.ok(label.bottom <= link.top && terms.bottom <= link.top, 'before the link');
  assert.deepEqual(card.attributes, {
    href: 'https://kaffeeschule-hafenlicht.example/pour-over',
    rel: 'sponsored noopener noreferrer',
    target: '_blank',
    referrerpolicy: 'no-referrer',
  });
  assert.deepEqual(card.forms, ['/postlude/v1/offers/pour-over-workshop/decline']);
  assert.equal(card.prices, 0);
}

function assertSameSize({ boxes: { link, decline } }) {
  assert.ok(Math.min(link.height, decline.height) >= 44, `${link.height}, ${decline.height}`);
  assert.ok(Math.abs(link.height - decline.height) < 1, `${link.height}, ${decline.height}`);
  assert.ok(Math.abs(link.width - decline.width) < 1, `${link.width}, ${decline.width}`);
}

for (const engine of kEngines) {
  describe(engine, () => {
    const shop = openShop(engine);
    let elsewhere, host, visits;
    before(async () => {
      elsewhere = await servePages({
        '/landing': (request) => {
          visits.push({ url: request.url, headers: request.headers });
          return '<!doctype html><title>Elsewhere</title>';
        },
      });
      host = await servePages({ '/favicon.ico': { status: 204 } });
    });
    after(async () => {
      await elsewhere?.close();
      await host?.close();
    });

    /** An order to which the shop itself can add nothing any more. */
    const buyAndShip = async (page, email) => {
      await buy(page, shop.server.url, { product: 'gooseneck-kettle', email });
      assert.ok(!(await page.exists(kLink)), 'the offers of the shop come first');
      await shop.merchant.ship(await shop.merchant.newestOrder());
      await page.open(`${shop.server.url}/thank-you`);
    };
    /** Whether the offer goes away: a page asked for behind the no can overtake it. */
    const noArrives = async (page) => {
      for (let tries = 0; tries < 20; tries++) {
        await page.open(`${shop.server.url}/thank-you`);
        await page.waitFor('postlude-order');
        if (!(await page.exists(kLink))) return true;
        await rest(250);
      }
      return false;
    };
    const charges = async () => shop.merchant.offerCharges(await shop.merchant.newestOrder());

    test('it says what it is before the click, and no is as large as the link', async () => {
      const page = await shop.browser.newPage({ viewport: { width: 360, height: 800 } });
      await page.setViewport(1280, 800);
      await buyAndShip(page, 'ada@shopper.example');
      await page.waitFor(kReady);
      const card = await page.eval(kCard);
      assertDisclosed(card);
      assertSameSize(card);
      assert.deepEqual(await page.consoleErrors(), []);
      assert.deepEqual(await page.axeViolations(), []);
      await page.clearConsoleErrors(); // axe sets styles of its own, which the policy refuses
      await page.setViewport(360, 800);
      assertSameSize(await page.eval(kCard));
      await page.click(kDecline);
      await page.waitFor(() => !document.querySelector('postlude-offer').offsetHeight);
      assert.deepEqual(await charges(), []);
      assert.deepEqual(await page.consoleErrors(), []);
      await page.close();
    });

    test('a no is not lost though the shopper leaves in the same moment', async () => {
      const page = await shop.browser.newPage();
      await buyAndShip(page, 'edsger@shopper.example');
      await page.waitFor(kReady);
      await page.eval(() => {
        document
          .querySelector('postlude-offer')
          .shadowRoot.querySelector('[part~=decline]')
          .click();
        location.assign('/?left');
      });
      await page.waitFor(() => location.search === '?left' && document.readyState === 'complete');
      assert.ok(await noArrives(page), 'a no is remembered');
      await page.open(`${shop.server.url}/thank-you`);
      assert.ok(!(await page.exists(kLink)), 'and stays so');
      await page.close();
    });

    test('the same without scripts', async () => {
      const page = await shop.browser.newPage({ javaScript: false });
      await buyAndShip(page, 'grace@shopper.example');
      const card = await page.eval(kCard);
      assertDisclosed(card);
      assertSameSize(card);
      await page.click(kDecline);
      await page.waitFor(
        () =>
          document.readyState === 'complete' &&
          document.querySelector('postlude-order') &&
          !document.querySelector('postlude-offer')?.shadowRoot?.querySelector('article'),
      );
      await page.open(`${shop.server.url}/thank-you`);
      assert.ok(!(await page.exists(kLink)), 'a no is remembered');
      assert.deepEqual(await charges(), []);
      await page.close();
    });

    test('following it tells the other seller nothing, and the page what was done', async () => {
      visits = [];
      const link = {
        id: 'elsewhere',
        title: 'A weekend of pour-over',
        reason: 'completes',
        reason_title: 'Moka pot',
        link: { url: `${elsewhere.url}/landing?campaign=7`, seller: 'Hafenlicht School' },
      };
      const document = { ...kPage, config: { api: '/api', max_offers: 2 }, offers: [kOffer, link] };
      host.routes['/page'] = `<!doctype html><html lang="en"><head><meta charset="utf-8">
        <meta name="referrer" content="unsafe-url"><title>Thank you</title>
        <script>window.dataLayer = []; window.told = [];
          addEventListener('postlude:offer-link', (event) => told.push(event.detail));</script>
        <script async src="/dist/postlude.js" data-api="/api" data-order="T"></script></head>
        <body><postlude-offer></postlude-offer><postlude-order></postlude-order>
        <script type="application/json" data-postlude-page>${JSON.stringify(document)}</script>
        </body></html>`;
      const page = await shop.browser.newPage();
      const address = `${host.url}/page?order_token=secret`;
      await page.open(address);
      await page.waitFor(kLink);
      const cards = await page.eval(() =>
        [...document.querySelector('postlude-offer').shadowRoot.querySelectorAll('article')].map(
          (card) => card.firstElementChild.textContent,
        ),
      );
      assert.deepEqual(cards, ['Our suggestion', 'Advertisement · Hafenlicht School']);
      await page.click(kLink);
      await page.waitFor(() => window.told.length > 0);
      for (let turn = 0; turn < 200 && visits.length === 0; ++turn) {
        await new Promise((done) => setTimeout(done, 50));
      }
      const [visit, ...more] = visits;
      assert.deepEqual(more, []);
      assert.equal(visit.url, '/landing?campaign=7');
      assert.equal(visit.headers.referer, undefined);
      assert.equal(visit.headers.cookie, undefined);
      assert.doesNotMatch(JSON.stringify(visit.headers), /secret|#1001|order/i);
      assert.equal(await page.eval(() => location.href), address, 'the page stays');
      assert.deepEqual(await page.eval(() => window.told), [
        { offer_id: 'elsewhere', seller: 'Hafenlicht School' },
      ]);
      const pushed = await page.eval(() =>
        window.dataLayer.filter((one) => one.event === 'select_promotion'),
      );
      assert.deepEqual(pushed, [
        {
          event: 'select_promotion',
          ecommerce: {
            promotion_id: 'elsewhere',
            promotion_name: 'A weekend of pour-over',
            creative_slot: 'post_purchase',
            items: [
              {
                item_id: 'elsewhere',
                item_name: 'A weekend of pour-over',
                affiliation: 'Hafenlicht School',
                quantity: 1,
              },
            ],
          },
        },
      ]);
      assert.ok(
        !host.requests.some((request) => request.startsWith('POST')),
        'the backend is asked for nothing',
      );
      await page.close();
    });
  });
}
