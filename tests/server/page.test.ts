import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ServerProcess } from './support/server-process.js';
import { Shopper, advance, ask, kCards, openOffers, setStock, unique } from './support/shopper.js';

let server: ServerProcess;

before(async () => {
  server = await ServerProcess.start({ clock: '2026-11-23T09:00:00Z' });
});
after(() => server.remove());

/** What the widgets of the thank-you page were drawn from. */
async function thankYou(shopper: Shopper): Promise<any> {
  const headers = { Cookie: `postlude_order=${shopper.token}` };
  const answer = await ask(shopper.origin, '/thank-you', { headers });
  assert.equal(answer.status, 200);
  return JSON.parse(/data-postlude-page>(.*?)<\/script>/s.exec(answer.text)![1]!);
}

describe('the page document', () => {
  it('states the order as it was bought', async () => {
    const shopper = await Shopper.buy(server.origin);
    const { order, config, review } = await shopper.page();
    assert.equal(order.number, shopper.number);
    assert.equal(order.payment_status, 'paid');
    assert.equal(order.payment_method, 'Visa ending in 4242');
    assert.equal(order.lines[0].product_id, 'porcelain-dripper');
    assert.deepEqual(
      order.totals.map((row: any) => row.kind),
      ['subtotal', 'shipping', 'tax', 'total'],
    );
    const [subtotal, shipping, , total] = order.totals.map((row: any) => row.amount_minor);
    assert.equal(subtotal + shipping, total);
    assert.match(order.created_at, /^2026-11-23T1\d:\d\d:\d\d\+01:00$/);
    assert.equal(config.api, '/postlude/v1');
    assert.equal(config.test_mode, true);
    assert.deepEqual(review.sent, []);
  });

  it('runs by the clock that was chosen', async () => {
    const shopper = await Shopper.buy(server.origin);
    const start = Date.UTC(2026, 10, 23, 9);
    const { now_ms } = await shopper.page();
    assert.ok(now_ms >= start && now_ms < start + 600_000, String(now_ms));
  });

  it('answers 304 until something changes', async () => {
    const shopper = await Shopper.buy(server.origin);
    const tag = (await shopper.get('/page')).headers.get('etag') ?? '';
    assert.match(tag, /^W\//);
    const unchanged = await shopper.get('/page', { 'If-None-Match': tag });
    assert.deepEqual([unchanged.status, unchanged.text], [304, '']);
    await shopper.tell('/shipments');
    const changed = await shopper.get('/page', { 'If-None-Match': tag });
    assert.equal(changed.status, 200);
    assert.notEqual(changed.headers.get('etag'), tag);
  });

  it('is of one moment while an offer is being accepted', async () => {
    const kRounds = 25;
    for (let round = 0; round < kRounds; ++round) {
      await setStock(server.origin, 'porcelain-dripper', 10);
      await setStock(server.origin, 'paper-filters', 10);
      const shopper = await Shopper.buy(server.origin);
      const offer = await shopper.offer();
      const accepted = shopper.accept(offer, unique('key'));
      const pages = await Promise.all(Array.from({ length: 4 }, () => shopper.page()));
      const shown = await Promise.all(Array.from({ length: 2 }, () => thankYou(shopper)));
      assert.equal((await accepted).status, 200);
      for (const { offers, order } of [...pages, ...shown]) {
        const ids = offers.map((one: any) => one.id);
        assert.deepEqual(ids, [...new Set(ids)], 'an offer stands once');
        const bought = order.lines.some((line: any) => line.id === `offer-${offer.id}`);
        const open = openOffers({ offers }).some((one) => one.id === offer.id);
        assert.notEqual(open, bought, 'it is in the order or offered, never both');
      }
    }
  });

  it('shows the order where its offer cannot be written down now', async () => {
    const first = await ServerProcess.start();
    const bought = await Shopper.buy(first.origin);
    await first.stop();
    const busy = await ServerProcess.start({ db: first.db, fault: 'sqlite_busy' });
    const shopper = bought.at(busy.origin);
    const page = await shopper.page();
    assert.equal(page.order.number, shopper.number);
    assert.deepEqual(page.offers, []);
    assert.equal(page.offer_none, 'not_quoted');
    assert.equal((await thankYou(shopper)).order.number, shopper.number);
    await busy.remove();
    await first.remove();
  });

  it('never holds the card, the e-mail of others or a price that was not quoted', async () => {
    const shopper = await Shopper.buy(server.origin);
    const page = await shopper.page();
    assert.ok(!JSON.stringify(page).includes('tok_'));
    const { quotes } = await shopper.merchant('/quotes');
    assert.equal(page.offers[0].quote.total_minor, quotes[0].total_minor);
    const { quote } = page.offers[0];
    assert.equal(
      quote.subtotal_minor - quote.discount_minor + quote.shipping_minor,
      quote.total_minor,
    );
  });

  it('gives a reason when there is no offer', async () => {
    const shopper = await Shopper.buy(server.origin);
    await shopper.tell('/cancel');
    const page = await shopper.page();
    assert.deepEqual(page.offers, []);
    assert.equal(page.offer_none, 'order_cancelled');
  });
});

describe('shipments', () => {
  it('come with only what changed since the cursor', async () => {
    const shopper = await Shopper.buy(server.origin);
    const empty = await shopper.get('/shipments?since=0');
    assert.deepEqual([empty.json.cursor, empty.json.shipments], ['0', []]);
    const { shipment_id: id } = await shopper.tell('/shipments');
    const first = (await shopper.get('/shipments?since=0')).json;
    assert.equal(first.cursor, '1');
    assert.equal(first.shipments[0].status, 'label_created');
    assert.equal(first.shipments[0].checkpoints.length, 1);
    await shopper.tell(`/shipments/${id}/scans`);
    await advance(server.origin, { hours: 5 });
    await shopper.tell(`/shipments/${id}/scans`);
    const changes = (await shopper.get(`/shipments?since=${first.cursor}`)).json;
    assert.equal(changes.cursor, '3');
    assert.deepEqual(
      changes.shipments[0].checkpoints.map((checkpoint: any) => checkpoint.status),
      ['in_transit', 'picked_up'],
    );
    assert.equal(changes.shipments[0].status, 'in_transit');
    const none = (await shopper.get(`/shipments?since=${changes.cursor}`)).json;
    assert.deepEqual(none, { version: 1, cursor: '3', shipments: [] });
    const page = await shopper.page();
    assert.equal(page.cursor, '3');
    assert.equal(page.shipments[0].checkpoints.length, 3);
  });

  it('answer 304 with the tag of the same question', async () => {
    const shopper = await Shopper.buy(server.origin);
    const tag = (await shopper.get('/shipments?since=0')).headers.get('etag') ?? '';
    assert.equal((await shopper.get('/shipments?since=0', { 'If-None-Match': tag })).status, 304);
    await shopper.tell('/shipments');
    assert.equal((await shopper.get('/shipments?since=0', { 'If-None-Match': tag })).status, 200);
  });

  it('refuse a cursor that is not theirs', async () => {
    const shopper = await Shopper.buy(server.origin);
    for (const cursor of ['1', '-1', 'x', '0x1', '', ' 0', '99999999999999999999']) {
      const answer = await shopper.get(`/shipments?since=${encodeURIComponent(cursor)}`);
      assert.equal(answer.status, 422, cursor);
    }
  });

  it('arrive after the whole journey, and are then over', async () => {
    const shopper = await Shopper.buy(server.origin);
    const { shipment_id: id } = await shopper.tell('/shipments');
    const labels: string[] = [];
    for (let i = 0; i < 5; i += 1) {
      await advance(server.origin, { hours: 6 });
      labels.push((await shopper.tell(`/shipments/${id}/scans`)).label);
    }
    assert.equal(labels.at(-1), 'Delivered');
    const [shipment] = (await shopper.page()).shipments;
    assert.equal(shipment.status, 'delivered');
    assert.ok(shipment.delivered_at);
    assert.deepEqual(shipment.items, [{ line_id: 'line-1', quantity: 1 }]);
    const more = await ask(
      server.origin,
      `/merchant/api/orders/${shopper.orderId}/shipments/${id}/scans`,
      { json: {} },
    );
    assert.equal(more.status, 422);
  });

  it('go on after trouble', async () => {
    const shopper = await Shopper.buy(server.origin);
    const { shipment_id: id } = await shopper.tell('/shipments');
    await shopper.tell(`/shipments/${id}/scans`);
    await shopper.tell(`/shipments/${id}/scans`, { code: 'delayed' });
    assert.equal((await shopper.page()).shipments[0].status, 'delayed');
    assert.equal((await shopper.tell(`/shipments/${id}/scans`)).label, 'Left the parcel centre');
  });

  it('are handed over once a line', async () => {
    const shopper = await Shopper.buy(server.origin);
    await shopper.tell('/shipments');
    const path = `/merchant/api/orders/${shopper.orderId}/shipments`;
    assert.equal((await ask(server.origin, path, { json: {} })).status, 422);
    const foreign = await ask(server.origin, path, { json: { line_ids: ['line-7'] } });
    assert.equal(foreign.status, 422);
  });
});

describe('the checkout', () => {
  const kBasket = {
    lines: [{ product_id: 'porcelain-dripper', quantity: 1 }],
    email: 'ada@example.com',
    name: 'Ada Beispiel',
    address: 'Weissenfelser Strasse 41',
    city: 'Leipzig',
    postcode: '04229',
    country: 'DE',
    card_number: kCards.success,
  };
  const kRefused: [string, object, string, string][] = [
    ['no address', { address: '' }, '/address', 'required'],
    ['no name', { name: '' }, '/name', 'required'],
    ['a wrong e-mail', { email: 'ada' }, '/email', 'invalid'],
    ['a line break in a name', { name: 'Ada\r\nX' }, '/name', 'invalid'],
    ['a long name', { name: 'x'.repeat(300) }, '/name', 'too_long'],
    ['a wrong country', { country: 'Germany' }, '/country', 'invalid'],
    ['a real card', { card_number: '5555555555554444' }, '/card_number', 'unknown_card'],
    [
      'a declined card',
      { card_number: kCards.declinedAtCheckout },
      '/card_number',
      'card_declined',
    ],
    ['an empty cart', { lines: [] }, '/lines', 'required'],
    ['an unknown product', { lines: [{ product_id: 'x' }] }, '/lines', 'unknown_product'],
    [
      'too many',
      { lines: [{ product_id: 'porcelain-dripper', quantity: 21 }] },
      '/lines',
      'quantity',
    ],
    [
      'minus one',
      { lines: [{ product_id: 'porcelain-dripper', quantity: -1 }] },
      '/lines',
      'quantity',
    ],
  ];
  for (const [name, change, pointer, detail] of kRefused) {
    it(`refuses ${name} and keeps the stock`, async () => {
      const stock = (await ask(server.origin, '/merchant/api/catalogue')).json.products;
      const answer = await ask(server.origin, '/merchant/api/orders', {
        json: { ...kBasket, ...change },
      });
      assert.equal(answer.status, 422, answer.text);
      assert.deepEqual([answer.json.pointer, answer.json.detail], [pointer, detail]);
      assert.deepEqual((await ask(server.origin, '/merchant/api/catalogue')).json.products, stock);
    });
  }

  it('asks for no address when nothing is shipped', async () => {
    const answer = await ask(server.origin, '/merchant/api/orders', {
      json: {
        lines: [{ product_id: 'brew-class-online' }],
        email: `${unique('class')}@example.com`,
        name: 'Ada Beispiel',
        card_number: '4242 4242 4242 4242',
      },
    });
    assert.equal(answer.status, 201, answer.text);
  });
});

describe('the decision about offers', () => {
  it("is told whole to whoever holds the order's token, as the merchant sees it", async () => {
    const shopper = await Shopper.buy(server.origin);
    const { status, json, text, headers } = await shopper.get('/explain');
    assert.equal(status, 200, text);
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.deepEqual(json.ranked, ['filters-for-dripper']);
    assert.ok(json.candidates.length > 3);
    for (const candidate of json.candidates) assert.ok(candidate.reasons.length > 0, text);
    assert.deepEqual(json, await shopper.merchant('/explain'));
    assert.ok(!/tok_|@|margin|Ada/.test(text), text);
  });

  it('is of one order, and changes with its answers', async () => {
    const shopper = await Shopper.buy(server.origin);
    const other = await Shopper.buy(server.origin, { product: 'hand-grinder' });
    await shopper.post('/offers/filters-for-dripper/decline', {});
    const reasonsOf = async (who: Shopper, id: string) =>
      (await who.get('/explain')).json.candidates.find((one: any) => one.offer_id === id).reasons;
    assert.ok((await reasonsOf(shopper, 'filters-for-dripper')).includes('already_declined'));
    assert.ok(!(await reasonsOf(other, 'filters-for-dripper')).includes('already_declined'));
    await shopper.tell('/cancel');
    const { json } = await shopper.get('/explain');
    assert.deepEqual([json.ranked, json.order_reasons.includes('order_cancelled')], [[], true]);
  });

  it('is told to nobody else', async () => {
    const path = '/postlude/v1/explain';
    assert.equal((await ask(server.origin, path)).json.code, 'token_missing');
    assert.equal((await ask(server.origin, path, { token: 'a.b.c' })).json.code, 'token_invalid');
    const shopper = await Shopper.buy(server.origin);
    const { quote } = await shopper.offer();
    assert.equal(
      (await ask(server.origin, path, { token: quote.token })).json.code,
      'token_invalid',
    );
    await shopper.tell('/revoke-links');
    assert.equal((await shopper.get('/explain')).json.code, 'token_revoked');
    const posted = await ask(server.origin, path, { token: shopper.token, json: {} });
    assert.equal(posted.status, 405);
  });
});
