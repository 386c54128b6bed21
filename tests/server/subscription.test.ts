/** A subscription is sold only with the shopper's own consent to just that, and states how it goes on. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ServerProcess } from './support/server-process.js';
import { Shopper, advance, ask, kCards, openOffers, stockOf, unique } from './support/shopper.js';

const kOfferId = 'filter-every-month';
const kRenewal = { every: 1, unit: 'month', total_minor: 1161 };

let server: ServerProcess;
before(async () => {
  server = await ServerProcess.start();
});
after(() => server.remove());

/** Whoever buys a scale and no coffee is offered a subscription. */
const buy = (card = kCards.success) =>
  Shopper.buy(server.origin, { product: 'brewing-scale', card });
const body = (offer: any, more: object = {}) => ({
  quote: offer.quote.token,
  quantity: offer.quantity,
  ...more,
});
const accept = (shopper: Shopper, offer: any, more: object = {}, key = unique('key')) =>
  shopper.post(`/offers/${offer.id}/accept`, body(offer, more), key);
const subscribe = (shopper: Shopper, offer: any, key = unique('key')) =>
  accept(shopper, offer, { consent: true }, key);
const claimsOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString());
const lineOf = (order: any) => order.lines.find((line: any) => line.id === `offer-${kOfferId}`);
const outbox = async (shopper: Shopper, kind: string) =>
  (await ask(server.origin, '/merchant/api/outbox')).json.outbox.filter(
    (row: any) => row.kind === kind && row.order_id === shopper.orderId,
  );

/** All that an accept could change. */
const world = async (shopper: Shopper) => ({
  order: (await shopper.page()).order,
  charges: (await shopper.merchant('/charges')).charges,
  stock: await stockOf(server.origin, 'morgenwind-filter'),
});

describe('a subscription', () => {
  it('is offered with its terms, and only where its rules fit', async () => {
    const offer = await (await buy()).offer();
    assert.equal(offer.id, kOfferId);
    assert.equal(offer.consent, true);
    assert.deepEqual(offer.renewal, kRenewal);
    assert.equal(offer.quote.total_minor, 1032);
    const other = await (await Shopper.buy(server.origin)).offer();
    assert.notEqual(other.id, kOfferId);
    assert.deepEqual([other.consent, other.renewal], [undefined, undefined]);
  });

  it('is signed as a whole: plan, consent and how it renews', async () => {
    const claims = claimsOf((await (await buy()).offer()).quote.token);
    assert.deepEqual(
      [claims.plan, claims.consent, claims.every, claims.unit, claims.renewal],
      ['Monthly', true, 1, 'month', 1161],
    );
    const once = claimsOf((await (await Shopper.buy(server.origin)).offer()).quote.token);
    for (const name of ['plan', 'consent', 'every', 'unit', 'renewal']) {
      assert.ok(!(name in once), name);
    }
  });

  it('is charged once with the consent, and stands in the order as what it is', async () => {
    const shopper = await buy();
    const offer = await shopper.offer();
    const answer = await subscribe(shopper, offer);
    assert.equal(answer.json.result, 'accepted', answer.text);
    assert.equal(lineOf(answer.json.order).selling_plan, 'Monthly');
    const { charges } = await shopper.merchant('/charges');
    assert.deepEqual(
      charges.map((charge: any) => [charge.state, charge.amount_minor]),
      [['accepted', 1032]],
    );
    const { quotes } = await shopper.merchant('/quotes');
    assert.deepEqual(
      quotes.map((quote: any) => [quote.consent, quote.selling_plan, quote.renewal]),
      [[true, 'Monthly', kRenewal]],
    );
    const [told, ...more] = await outbox(shopper, 'offer.accepted');
    assert.deepEqual(more, []);
    assert.equal(told.payload.selling_plan, 'Monthly');
    assert.deepEqual(told.payload.renewal, kRenewal);
    assert.equal(told.payload.consent_ms, charges[0].created_ms);
  });

  const kWithout: [string, object, number, string][] = [
    ['nothing', {}, 422, 'consent_needed'],
    ['false', { consent: false }, 422, 'consent_needed'],
    ['null', { consent: null }, 422, 'consent_needed'],
    ['"on"', { consent: 'on' }, 422, 'invalid'],
    ['"true"', { consent: 'true' }, 422, 'invalid'],
    ['1', { consent: 1 }, 422, 'invalid'],
    ['a list', { consent: [true] }, 422, 'invalid'],
  ];
  for (const [name, more, status, code] of kWithout) {
    it(`is refused when the consent is ${name}, and nothing changes`, async () => {
      const shopper = await buy();
      const offer = await shopper.offer();
      const before = await world(shopper);
      const answer = await accept(shopper, offer, more);
      assert.deepEqual([answer.status, answer.json.code], [status, code], answer.text);
      assert.deepEqual(await world(shopper), before);
    });
  }

  it('comes again under the same key with the consent, since a refusal is not kept', async () => {
    const shopper = await buy();
    const offer = await shopper.offer();
    const key = unique('key');
    const refused = await accept(shopper, offer, {}, key);
    assert.equal(refused.json.code, 'consent_needed');
    assert.equal(refused.json.offer_id, kOfferId);
    const accepted = await subscribe(shopper, offer, key);
    assert.equal(accepted.json.result, 'accepted', accepted.text);
    assert.equal(accepted.headers.get('idempotency-replayed'), null);
    const replayed = await subscribe(shopper, offer, key);
    assert.equal(replayed.text, accepted.text);
    assert.equal(replayed.headers.get('idempotency-replayed'), 'true');
    for (const more of [{}, { consent: false }]) {
      const other = await accept(shopper, offer, more, key);
      assert.deepEqual([other.status, other.json.code], [422, 'idempotency_key_reused']);
    }
    assert.equal(await shopper.charged(), 1);
  });

  it('is charged once by a hundred requests, half of them without the consent', async () => {
    const shopper = await buy();
    const offer = await shopper.offer();
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        accept(shopper, offer, i % 2 ? { consent: true } : {}, unique('many')),
      ),
    );
    for (const [i, answer] of answers.entries()) {
      const said = answer.json.result ?? answer.json.code;
      assert.equal(said, i % 2 ? 'accepted' : 'consent_needed', answer.text);
    }
    assert.equal(await shopper.charged(), 1);
  });

  it('by a form needs its box ticked, and says so on the page', async () => {
    const shopper = await buy();
    const offer = await shopper.offer();
    for (const fields of [{}, { consent: '' }, { consent: 'on' }, { consent: 'false' }]) {
      const refused = await shopper.acceptForm(offer, fields as Record<string, string>);
      assert.deepEqual([refused.status, refused.headers.get('location')], [303, '/thank-you']);
      assert.equal(await shopper.charged(), 0);
      const headers = { Cookie: `postlude_order=${shopper.token}` };
      const told = await ask(server.origin, '/thank-you', { headers });
      assert.match(told.text, /role="status"[^]*Please tick the box/);
      assert.match(told.text, /<input[^>]*type="checkbox"[^>]*name="consent"[^>]*required/);
      assert.doesNotMatch(told.text, /\bchecked\b/);
    }
    const accepted = await shopper.acceptForm(offer, { consent: 'true' });
    assert.equal(accepted.status, 303);
    assert.equal(await shopper.charged(), 1);
  });

  it('ends with the refund when it is undone, and is not offered again', async () => {
    const shopper = await buy();
    const offer = await shopper.offer();
    const stock = await stockOf(server.origin, 'morgenwind-filter');
    const before = (await shopper.page()).order;
    await subscribe(shopper, offer);
    const shown = (await shopper.page()).offers.find((row: any) => row.id === kOfferId);
    assert.deepEqual([shown.status, shown.renewal], ['accepted', kRenewal]);
    const undone = await shopper.post(`/offers/${kOfferId}/undo`, {}, unique('undo'));
    assert.equal(undone.json.result, 'undone', undone.text);
    assert.deepEqual(undone.json.order, before);
    assert.equal(await stockOf(server.origin, 'morgenwind-filter'), stock);
    const [told] = await outbox(shopper, 'offer.undone');
    assert.equal(told.payload.selling_plan, 'Monthly');
    const again = await subscribe(shopper, offer);
    assert.equal(again.json.result, 'expired', again.text);
    assert.ok(openOffers(await shopper.page()).every((row: any) => row.id !== kOfferId));
  });

  it('leads from the bank to where its outcome and the undo are seen', async () => {
    const shopper = await buy(kCards.requiresAction);
    const answer = await subscribe(shopper, await shopper.offer());
    assert.equal(answer.json.result, 'requires_action', answer.text);
    const done = await ask(server.origin, answer.json.url, { form: { answer: 'confirm' } });
    assert.deepEqual([done.status, done.headers.get('location')], [303, '/thank-you']);
    const headers = { Cookie: `postlude_order=${shopper.token}` };
    const page = await ask(server.origin, '/thank-you', { headers });
    assert.match(page.text, /data-on-submit="undo-offer"/);
    assert.equal(lineOf((await shopper.page()).order).selling_plan, 'Monthly');
  });

  it('is told to the merchant: on the line, beside its charge and among the offers', async () => {
    const shopper = await buy();
    await subscribe(shopper, await shopper.offer());
    const order = await ask(server.origin, `/merchant/orders/${shopper.orderId}`);
    assert.match(order.text, /subscription: Monthly/);
    assert.match(order.text, /Monthly: renews every month for €11\.61 until cancelled; agreed /);
    await shopper.post(`/offers/${kOfferId}/undo`, {}, unique('undo'));
    const after = await ask(server.origin, `/merchant/orders/${shopper.orderId}`);
    assert.doesNotMatch(after.text, /subscription: Monthly/);
    assert.match(after.text, /ended when the money went back/);
    const offers = await ask(server.origin, '/merchant/offers');
    assert.match(offers.text, /renews every month for €11\.61 until cancelled · asks for consent/);
  });

  it('is ended by the shopper on the order page, once, and by nobody else', async () => {
    const shopper = await buy();
    await subscribe(shopper, await shopper.offer());
    const headers = { Cookie: `postlude_order=${shopper.token}` };
    const end = (more: Record<string, string>, form = { offer: kOfferId }) =>
      ask(server.origin, '/order/subscription/end', { form, headers: more });
    const shown = async () => (await ask(server.origin, '/order', { headers })).text;
    assert.match(await shown(), /renews every month for €11\.61 until cancelled\./);
    const stranger = await buy();
    await end({ Cookie: `postlude_order=${stranger.token}` });
    await end({});
    await end({ ...headers, 'Sec-Fetch-Site': 'cross-site' });
    await end(headers, { offer: 'filters-for-dripper' });
    assert.match(await shown(), /End this subscription/);
    assert.deepEqual(await outbox(shopper, 'subscription.ended'), []);
    for (let i = 0; i < 2; i += 1) assert.equal((await end(headers)).status, 303);
    const ended = await shown();
    assert.match(ended, /role="status"[^]*Your subscription has ended/);
    assert.match(ended, /You ended it on /);
    assert.doesNotMatch(ended, /End this subscription/);
    const told = await outbox(shopper, 'subscription.ended');
    assert.deepEqual(
      told.map((row: any) => [row.payload.offer_id, row.payload.selling_plan]),
      [[kOfferId, 'Monthly']],
    );
    assert.equal(await shopper.charged(), 1, 'what was bought is still bought');
    const panel = await ask(server.origin, `/merchant/orders/${shopper.orderId}`);
    assert.match(panel.text, /ended by the shopper /);
  });

  it('keeps its terms for as long as its quote, and its price for no longer', async () => {
    const shop = await ServerProcess.start();
    const shopper = await Shopper.buy(shop.origin, { product: 'brewing-scale' });
    const offer = await shopper.offer();
    await advance(shop.origin, { minutes: 11 });
    const late = await shopper.post(
      `/offers/${offer.id}/accept`,
      body(offer, { consent: true }),
      unique('key'),
    );
    assert.deepEqual([late.status, late.json.result], [410, 'expired']);
    assert.equal(await shopper.charged(), 0);
    assert.deepEqual((await shopper.offer()).renewal, kRenewal);
    await shop.remove();
  });
});

describe('a consent', () => {
  it('to what needs none does no harm', async () => {
    const shopper = await Shopper.buy(server.origin);
    const offer = await shopper.offer();
    const answer = await accept(shopper, offer, { consent: true });
    assert.equal(answer.json.result, 'accepted', answer.text);
  });

  it('can be asked for what does not renew', async () => {
    const shop = await ServerProcess.start({
      offers: (config) => {
        config.offers.find((row: any) => row.id === 'filters-for-dripper').consent = true;
      },
    });
    const shopper = await Shopper.buy(shop.origin);
    const offer = await shopper.offer();
    assert.deepEqual([offer.consent, offer.renewal], [true, undefined]);
    const path = `/offers/${offer.id}/accept`;
    const refused = await shopper.post(path, body(offer), unique('key'));
    assert.equal(refused.json.code, 'consent_needed');
    const accepted = await shopper.post(path, body(offer, { consent: true }), unique('key'));
    assert.equal(accepted.json.result, 'accepted', accepted.text);
    await shop.remove();
  });
});

describe('two subscriptions', () => {
  it('are not sold on one order, not even by two clicks at once', async () => {
    const shop = await ServerProcess.start({
      offers: (config) => {
        const one = config.offers.find((row: any) => row.id === kOfferId);
        config.offers.push({
          ...one,
          id: 'huila-every-week',
          product_id: 'huila-filter',
          sku: 'OK-103',
          renewal: { every: 2, unit: 'week' },
          node: 'smaller',
          priority: 1,
        });
        config.policy.max_accepted = 3;
      },
    });
    const shopper = await Shopper.buy(shop.origin, { product: 'brewing-scale' });
    const first = await shopper.offer();
    await shopper.post(`/offers/${first.id}/decline`, {});
    const second = await shopper.offer();
    assert.equal(second.id, 'huila-every-week');
    assert.deepEqual(second.renewal, {
      every: 2,
      unit: 'week',
      total_minor: second.quote.total_minor,
    });
    // The first is still open in another tab.
    const answers = await Promise.all(
      [first, second].map((offer) =>
        shopper.post(`/offers/${offer.id}/accept`, body(offer, { consent: true }), unique('key')),
      ),
    );
    assert.deepEqual(answers.map(({ json }) => json.code ?? json.result).sort(), [
      'accepted',
      'offer_withdrawn',
    ]);
    assert.equal(await shopper.charged(), 1);
    await shop.remove();
  });
});

describe('a configuration', () => {
  const offerOf = (config: any) => config.offers.find((row: any) => row.id === kOfferId);
  const kRefused: [string, (offer: any) => void, RegExp][] = [
    [
      'with an upgrade, of which this backend makes none',
      (offer) => (offer.subscription = 'upgrade'),
      /offers: at "\/offers\/\d+\/subscription": this backend makes no upgrades/,
    ],
    [
      'with a renewal in another currency',
      (offer) => (offer.renewal.currency = 'USD'),
      /\/renewal\/currency": not the shop's currency/,
    ],
    ['without the consent', (offer) => delete offer.consent, /missing_field/],
    ['without the renewal', (offer) => delete offer.renewal, /missing_field/],
  ];
  for (const [name, change, said] of kRefused) {
    it(`${name} is refused when the server starts`, async () => {
      const start = ServerProcess.start({ offers: (config) => change(offerOf(config)) });
      await assert.rejects(start, said);
    });
  }

  for (const choice of [{ max_quantity: 3 }, { choose_variant: true }]) {
    it(`with one renewal for ${Object.keys(choice)[0]} is refused when the server starts`, async () => {
      const start = ServerProcess.start({
        prices: ({ prices }) =>
          Object.assign(
            prices.find((row: any) => row.offer_id === kOfferId),
            choice,
          ),
      });
      await assert.rejects(start, /\/renewal\/total_minor": one amount cannot be that of every/);
    });
  }
});
