// What a page, another tab, the way back or the bank may do to a click that costs money: one charge at most,
// of what was quoted, and every view ends with the truth.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as rest } from 'node:timers/promises';
import { kEngines } from './support/browser.mjs';
import { openShop } from './support/shop.mjs';
import { buy, kArmMs, kCards } from './support/shopper.mjs';

const kAccept = 'postlude-offer >>> [part~=accept]';
const kGood = 'postlude-offer >>> [part~=offer][data-state=good]';
const kReady = () => document.querySelector('postlude-offer')?.matches(':state(ready)');
const kAcceptForm = 'postlude-offer >>> form[data-on-submit=accept-offer]';

/** In the page: accepts the offer that is shown as another tab of this shopper would. */
const acceptElsewhere = async () => {
  const script = document.querySelector('script[data-order]');
  const headers = {
    Authorization: `Bearer ${script.dataset.order}`,
    'Content-Type': 'application/json',
  };
  const page = await (await fetch(`${script.dataset.api}/page`, { headers })).json();
  const [offer] = page.offers.filter((one) => one.status === 'open');
  const response = await fetch(`${script.dataset.api}/offers/${offer.id}/accept`, {
    method: 'POST',
    headers: { ...headers, 'Idempotency-Key': `tab-${Math.random()}` },
    body: JSON.stringify({ quote: offer.quote.token, quantity: offer.quantity }),
  });
  return (await response.json()).result;
};

/** In the page: changes of the page before the click, which must not be better for it. */
const kTamperings = {
  'the words and the amounts that are shown': () => {
    const root = document.querySelector('postlude-offer').shadowRoot;
    root.querySelector('[part~=accept]').textContent = 'Free';
    for (const cell of root.querySelectorAll('dd, [part~=price]')) cell.textContent = '€0.01';
  },
  'the fields and the address of the form': () => {
    const form = document
      .querySelector('postlude-offer')
      .shadowRoot.querySelector('form[data-on-submit=accept-offer]');
    for (const field of form.querySelectorAll('input[type=hidden]')) field.value = '1';
    for (const name of ['total_minor', 'amount', 'price', 'currency', 'discount']) {
      form.append(Object.assign(document.createElement('input'), { name, value: '1' }));
    }
    form.action = '/postlude/v1/offers/class-for-gear/accept';
  },
  'the page document and the functions that send it': () => {
    const script = document.querySelector('script[data-postlude-page]');
    const text = script.textContent.replace(/"total_minor":\d+/g, '"total_minor":1');
    window.postlude.q.push(['page', JSON.parse(text)]);
    const { stringify } = JSON;
    JSON.stringify = (value, ...more) =>
      stringify(value && typeof value === 'object' ? { ...value, amount: 1 } : value, ...more);
    const { fetch: send } = window;
    window.fetch = (url, init) => {
      if (!/accept$/.test(url)) return send(url, init);
      const body = { ...JSON.parse(init.body), total_minor: 1, price: 0, currency: 'JPY' };
      return send(url, { ...init, body: stringify(body) });
    };
  },
};

/** In the page: an accept is sent, and its answer never reaches the page; `isAsked` tells when. */
const loseAnswer = () => {
  const { fetch: send } = window;
  window.fetch = (url, init) => {
    const answer = send(url, init);
    if (!/accept$/.test(url)) return answer;
    window.isAsked = true;
    return new Promise(() => {});
  };
};

/** In the page: whether what was clicked would be known after a reload. */
const isRemembered = () =>
  new Promise((done) => {
    const opening = indexedDB.open('postlude', 1);
    opening.onupgradeneeded = () => opening.transaction.abort(); // it is not for a test to make
    opening.onerror = () => done(false);
    opening.onsuccess = () => {
      const count = opening.result.transaction('intents').objectStore('intents').count();
      count.onsuccess = () => done(count.result > 0);
      opening.result.close();
    };
  });

for (const engine of kEngines) {
  describe(engine, () => {
    const shop = openShop(engine);

    const arm = async (page) => {
      await page.waitFor(kAccept);
      await page.waitFor(kReady); // the server's button is there before the guard is
      await page.hover(kAccept);
      await rest(kArmMs);
    };
    const charged = async () => shop.merchant.offerCharges(await shop.merchant.newestOrder());
    const quoted = async () => {
      const quotes = await shop.merchant.quotes(await shop.merchant.newestOrder());
      return quotes.map(({ offer_id, total_minor, currency }) =>
        [offer_id, total_minor, currency].join(' '),
      );
    };

    for (const [name, tamper] of Object.entries(kTamperings)) {
      test(`with ${name} changed, what is charged is what was quoted, or nothing`, async () => {
        const page = await shop.browser.newPage();
        await buy(page, shop.server.url);
        await arm(page);
        const offered = await page.attribute(kAcceptForm, 'data-arg');
        await page.eval(tamper);
        await page.click(kAccept);
        await page.waitFor(kGood);
        const [charge, ...more] = await charged();
        assert.deepEqual(more, []);
        assert.equal(charge.offer_id, offered);
        const paid = `${charge.offer_id} ${charge.amount_minor} ${charge.currency}`;
        assert.ok((await quoted()).includes(paid), paid);
        await page.close();
      });
    }

    test('paid in yen, the offer is in yen: on the button, in the charge, in the order', async () => {
      const page = await shop.browser.newPage();
      await buy(page, shop.server.url, { currency: 'JPY' });
      await arm(page);
      // 10.90 EUR at 171.35 are 1,868 yen; less 15 %.
      assert.match(await page.text(kAccept), /¥1,588/);
      await page.click(kAccept);
      await page.waitFor(kGood);
      const [charge, ...more] = await charged();
      assert.deepEqual(more, []);
      assert.deepEqual([charge.amount_minor, charge.currency], [1588, 'JPY']);
      // The grinder is 98.00 EUR.
      assert.match(await page.text('postlude-order >>> [part~=totals]'), /¥18,380/);
      await page.close();
    });

    test('another tab was faster: it is shown as accepted, and charged once', async () => {
      const page = await shop.browser.newPage();
      await buy(page, shop.server.url);
      await arm(page);
      assert.equal(await page.eval(acceptElsewhere), 'accepted');
      await page.click(kAccept);
      await page.waitFor(kGood);
      assert.equal((await charged()).length, 1);
      await page.close();
    });

    test('a page that comes out of the back/forward cache asks what is true now', async () => {
      const page = await shop.browser.newPage();
      await buy(page, shop.server.url);
      await page.waitFor(kAccept);
      await page.eval(acceptElsewhere);
      await page.eval(() => {
        window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      });
      await page.waitFor(kGood);
      await page.close();
    });

    test('left by a link and come back to, the page tells what was bought', async () => {
      const page = await shop.browser.newPage();
      await buy(page, shop.server.url);
      await arm(page);
      await page.click(kAccept);
      await page.waitFor(kGood);
      await page.open(`${shop.server.url}/order`);
      await page.eval(() => history.back());
      await page.waitFor(() => location.pathname === '/thank-you');
      await page.waitFor(kGood);
      assert.equal((await charged()).length, 1);
      await page.close();
    });

    test('reloaded while the answer is under way, it is charged once and in the order', async () => {
      const page = await shop.browser.newPage();
      await buy(page, shop.server.url);
      await arm(page);
      const title = await page.text('postlude-offer >>> [part~=title]');
      await page.eval(loseAnswer);
      await page.click(kAccept);
      await page.waitFor(() => window.isAsked); // a reload before that has bought nothing
      await page.waitFor(isRemembered); // a busy disk is not waited for without end
      await page.reload();
      await page.waitFor(
        (bought) =>
          document
            .querySelector('postlude-order')
            ?.shadowRoot?.querySelector('[part~=lines]')
            ?.textContent.includes(bought),
        { args: [title], timeout: 30_000 },
      );
      assert.equal((await charged()).length, 1);
      await page.close();
    });

    for (const [answer, charges] of [
      ['confirm', 1],
      ['refuse', 0],
    ]) {
      test(`the bank asks, the shopper answers ${answer} and comes back: ${charges} charges`, async () => {
        const page = await shop.browser.newPage();
        await buy(page, shop.server.url, { card: kCards.offerNeedsConfirmation });
        await arm(page);
        await page.click(kAccept);
        await page.waitFor('postlude-offer >>> a[href*="/actions/"]');
        assert.equal((await charged()).length, 0, 'nothing is charged before the answer');
        await page.open(`${shop.server.url}/thank-you`);
        await arm(page);
        await page.click(kAccept);
        await page.click('postlude-offer >>> a[href*="/actions/"]');
        await page.click(`button[value=${answer}]`);
        await page.waitFor('postlude-order >>> [part~=totals]');
        assert.equal((await charged()).length, charges);
        // Where the outcome stands, with the way to undo it.
        assert.equal(await page.eval(() => location.pathname), '/thank-you');
        if (charges) await page.waitFor('postlude-offer >>> form[part~=undo] button');
        await page.eval(() => history.back());
        await rest(kArmMs);
        assert.equal((await charged()).length, charges, 'the way back answers nothing again');
        await page.close();
      });
    }

    test('with scripts off, fields that were changed are refused and the offer stays', async () => {
      const page = await shop.browser.newPage({ javaScript: false });
      await buy(page, shop.server.url);
      const changes = {
        quantity: '9',
        quote: 'a.b.c',
        order_token: 'a.b.c',
        idempotency_key: '',
      };
      for (const [name, value] of Object.entries(changes)) {
        await page.waitFor(kAccept);
        await page.eval(
          (field, text) => {
            const form = document
              .querySelector('postlude-offer')
              .shadowRoot.querySelector('form[data-on-submit=accept-offer]');
            form.querySelector(`input[name=${field}]`).value = text;
          },
          name,
          value,
        );
        await page.click(kAccept);
        await rest(kArmMs);
        assert.equal((await charged()).length, 0, name);
        await page.open(`${shop.server.url}/thank-you`);
      }
      await page.close();
    });
  });
}
