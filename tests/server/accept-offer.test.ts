import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ServerProcess } from './support/server-process.js';
import {
  Shopper,
  advance,
  ask,
  kCards,
  openOffers,
  setStock,
  stockOf,
  unique,
} from './support/shopper.js';

let server: ServerProcess;

before(async () => {
  server = await ServerProcess.start();
  await setStock(server.origin, 'porcelain-dripper', 1000);
});
after(() => server.remove());

const buy = (card?: string) => Shopper.buy(server.origin, card ? { card } : {});

describe('accepting an offer', () => {
  it('charges what was quoted and adds the line and the amounts to the order', async () => {
    const shopper = await buy();
    const before = await shopper.page();
    const offer = before.offers[0];
    const answer = await shopper.accept(offer, unique('key'));
    assert.equal(answer.status, 200, answer.text);
    assert.equal(answer.json.result, 'accepted');
    const total = (order: any) =>
      order.totals.find((row: any) => row.kind === 'total').amount_minor;
    assert.equal(total(answer.json.order), total(before.order) + offer.quote.total_minor);
    assert.equal(answer.json.order.lines.length, before.order.lines.length + 1);
    assert.equal(answer.json.order.lines.at(-1).product_id, offer.product_id);
    assert.deepEqual((await shopper.page()).order, answer.json.order);
    const { charges } = await shopper.merchant('/charges');
    assert.deepEqual(
      charges.map((charge: any) => [charge.state, charge.amount_minor, charge.offer_id]),
      [['accepted', offer.quote.total_minor, offer.id]],
    );
  });

  it('takes the stock and writes the outbox with the charge', async () => {
    const shopper = await buy();
    const offer = await shopper.offer();
    const stock = await stockOf(server.origin, offer.product_id);
    await shopper.accept(offer, unique('key'));
    assert.equal(await stockOf(server.origin, offer.product_id), stock - offer.quantity);
    const { outbox } = (await ask(server.origin, '/merchant/api/outbox')).json;
    const rows = outbox.filter((row: any) => row.order_id === shopper.orderId);
    assert.deepEqual(
      rows.map((row: any) => row.kind),
      ['order.paid', 'offer.accepted'],
    );
    assert.equal(rows[1].payload.total_minor, offer.quote.total_minor);
  });

  it('shows the same quote again while it stands', async () => {
    const shopper = await buy();
    assert.deepEqual(await shopper.offer(), await shopper.offer());
  });

  const kDeclined: [string, string][] = [
    [kCards.declined, 'card_declined'],
    [kCards.insufficientFunds, 'insufficient_funds'],
  ];
  for (const [card, code] of kDeclined) {
    it(`leaves the order as it was when the card says ${code}`, async () => {
      const shopper = await buy(card);
      const before = await shopper.page();
      const stock = await stockOf(server.origin, before.offers[0].product_id);
      const answer = await shopper.accept(before.offers[0], unique('key'));
      assert.equal(answer.status, 402);
      assert.equal(answer.json.code, code);
      assert.equal(answer.json.result, 'declined');
      assert.deepEqual((await shopper.page()).order, before.order);
      assert.equal(await stockOf(server.origin, before.offers[0].product_id), stock);
      assert.equal(await shopper.charged(), 0);
    });
  }

  it('charges once when the gateway charges but never answers', async () => {
    const shopper = await buy(kCards.timeout);
    const answer = await shopper.accept(await shopper.offer(), unique('key'));
    assert.equal(answer.json.result, 'accepted', answer.text);
    assert.equal(await shopper.charged(), 1);
  });

  it('waits for a gateway that answers late', async () => {
    const shopper = await buy(kCards.late);
    const answer = await shopper.accept(await shopper.offer(), unique('key'));
    assert.equal(answer.json.result, 'accepted', answer.text);
    assert.equal(await shopper.charged(), 1);
  });
});

describe('an Idempotency-Key', () => {
  it('is required', async () => {
    const shopper = await buy();
    const offer = await shopper.offer();
    const answer = await shopper.post(`/offers/${offer.id}/accept`, { quote: offer.quote.token });
    assert.equal(answer.status, 400);
    assert.equal(answer.json.code, 'idempotency_key_missing');
  });

  it('is 1 to 255 visible characters', async () => {
    const shopper = await buy();
    const offer = await shopper.offer();
    for (const key of ['k'.repeat(256), 'with blank']) {
      const answer = await shopper.accept(offer, key);
      assert.equal(answer.status, 400, key);
      assert.equal(answer.json.code, 'bad_request');
    }
    assert.equal((await shopper.accept(offer, 'k'.repeat(255))).status, 200);
  });

  it('brings the first answer again byte for byte', async () => {
    for (const card of [kCards.success, kCards.declined, kCards.requiresAction]) {
      const shopper = await buy(card);
      const offer = await shopper.offer();
      const key = unique('key');
      const first = await shopper.accept(offer, key);
      const second = await shopper.accept(offer, key);
      assert.equal(second.text, first.text);
      assert.equal(second.status, first.status);
      assert.equal(first.headers.get('idempotency-replayed'), null);
      assert.equal(second.headers.get('idempotency-replayed'), 'true');
      assert.equal(second.headers.get('content-type'), first.headers.get('content-type'));
      // Left open, it would give its stock back amid another test, once the clock has moved.
      if (card === kCards.requiresAction) {
        assert.equal((await shopper.post(`/offers/${offer.id}/decline`, {})).status, 200);
      }
    }
  });

  it('is refused for another request', async () => {
    const shopper = await buy();
    const offer = await shopper.offer();
    const key = unique('key');
    await shopper.accept(offer, key);
    const answer = await shopper.post(
      `/offers/${offer.id}/accept`,
      { quote: offer.quote.token, quantity: 2 },
      key,
    );
    assert.equal(answer.status, 422);
    assert.equal(answer.json.code, 'idempotency_key_reused');
    const review = await shopper.post('/reviews', { line_id: 'line-1', stars: 5 }, key);
    assert.equal(review.json.code, 'idempotency_key_reused');
  });

  it('belongs to one order', async () => {
    const [one, other] = [await buy(), await buy()];
    const key = unique('key');
    assert.equal((await one.accept(await one.offer(), key)).status, 200);
    const answer = await other.accept(await other.offer(), key);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('idempotency-replayed'), null);
    assert.equal(await other.charged(), 1);
  });

  it('is in progress while the first request runs', async () => {
    const shopper = await buy(kCards.late);
    const offer = await shopper.offer();
    const key = unique('key');
    const first = shopper.accept(offer, key);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const second = await shopper.accept(offer, key);
    assert.equal(second.status, 409);
    assert.equal(second.json.code, 'in_progress');
    assert.equal(second.json.result, 'in_progress', 'the page asks again');
    assert.ok(Number(second.headers.get('retry-after')) >= 1);
    assert.equal((await first).json.result, 'accepted');
    assert.equal((await shopper.accept(offer, key)).headers.get('idempotency-replayed'), 'true');
  });

  it('is kept for 72 hours', async () => {
    const shopper = await buy();
    const offer = await shopper.offer();
    const key = unique('key');
    const first = await shopper.accept(offer, key);
    await advance(server.origin, { hours: 71 });
    const replayed = await shopper.accept(offer, key);
    assert.equal(replayed.text, first.text);
    assert.equal(replayed.headers.get('idempotency-replayed'), 'true');
    await advance(server.origin, { hours: 2 });
    const later = await shopper.accept(offer, key);
    assert.equal(later.headers.get('idempotency-replayed'), null);
    assert.equal(later.json.result, 'accepted', 'accepted before, under any key');
    assert.equal(await shopper.charged(), 1);
  });
});

describe('many clicks', () => {
  it('are one charge with one key', async () => {
    const shopper = await buy();
    const offer = await shopper.offer();
    const key = unique('key');
    const clicks = Array.from({ length: 20 }, () => shopper.accept(offer, key));
    const answers = await Promise.all(clicks);
    assert.ok(
      answers.every((answer) => answer.status === 200 || answer.json.code === 'in_progress'),
    );
    assert.ok(answers.some((answer) => answer.json.result === 'accepted'));
    assert.equal(await shopper.charged(), 1);
    assert.equal((await shopper.accept(offer, key)).json.result, 'accepted');
  });

  it('are one charge with many keys, and each ends in accepted', async () => {
    for (const card of [kCards.success, kCards.timeout]) {
      const shopper = await buy(card);
      const offer = await shopper.offer();
      const clicks = Array.from({ length: 20 }, () => shopper.accept(offer, unique('key')));
      for (const answer of await Promise.all(clicks)) {
        assert.equal(answer.json.result, 'accepted', answer.text);
      }
      assert.equal(await shopper.charged(), 1);
      const { order } = await shopper.page();
      assert.equal(
        order.lines.filter((line: any) => line.product_id === offer.product_id).length,
        1,
      );
    }
  });

  it('cannot sell the last one twice', async () => {
    const shoppers = await Promise.all(Array.from({ length: 6 }, () => buy()));
    const offers = await Promise.all(shoppers.map((shopper) => shopper.offer()));
    const product = offers[0].product_id;
    const stock = await stockOf(server.origin, product);
    await setStock(server.origin, product, 2);
    const answers = await Promise.all(
      shoppers.map((shopper, i) => shopper.accept(offers[i], unique('key'))),
    );
    const results = answers.map((answer) => answer.json.result).sort();
    assert.deepEqual(results, [
      ...['accepted', 'accepted'],
      ...['out_of_stock', 'out_of_stock', 'out_of_stock', 'out_of_stock'],
    ]);
    assert.equal(await stockOf(server.origin, product), 0);
    await setStock(server.origin, product, stock);
  });
});

describe('an offer that cannot be had', () => {
  it('is out of stock', async () => {
    const shopper = await buy();
    const offer = await shopper.offer();
    const stock = await stockOf(server.origin, offer.product_id);
    await setStock(server.origin, offer.product_id, 0);
    const answer = await shopper.accept(offer, unique('key'));
    assert.equal(answer.status, 409);
    assert.deepEqual([answer.json.code, answer.json.result], ['out_of_stock', 'out_of_stock']);
    await setStock(server.origin, offer.product_id, stock);
  });

  it('has expired by the server clock', async () => {
    const shopper = await buy();
    const offer = await shopper.offer();
    await advance(server.origin, { minutes: 11 });
    const answer = await shopper.accept(offer, unique('key'));
    assert.equal(answer.status, 410);
    assert.deepEqual([answer.json.code, answer.json.result], ['offer_expired', 'expired']);
    assert.equal(await shopper.charged(), 0);
    const renewed = await shopper.offer();
    assert.notEqual(renewed.quote.token, offer.quote.token);
    assert.equal((await shopper.accept(renewed, unique('key'))).status, 200);
  });

  it('is gone with the window in which the order can be changed', async () => {
    const shopper = await buy();
    await advance(server.origin, { minutes: 61 });
    const page = await shopper.page();
    assert.deepEqual(page.offers, []);
    assert.equal(page.offer_none, 'window_expired');
  });

  it('comes too late for an order handed to the carrier', async () => {
    const shopper = await buy();
    const offer = await shopper.offer();
    await shopper.tell('/shipments');
    const answer = await shopper.accept(offer, unique('key'));
    assert.equal(answer.status, 409);
    assert.deepEqual([answer.json.code, answer.json.result], ['order_released', 'order_released']);
    assert.equal((await shopper.page()).offer_none, 'window_closed');
  });

  it('comes too late for a cancelled order', async () => {
    const shopper = await buy();
    const offer = await shopper.offer();
    await shopper.tell('/cancel');
    const answer = await shopper.accept(offer, unique('key'));
    assert.equal(answer.status, 409);
    assert.deepEqual([answer.json.code, answer.json.result], ['order_cancelled', 'order_released']);
  });

  it('counts towards the most that an order may accept', async () => {
    const shopper = await buy();
    let accepted = 0;
    const next = async () => openOffers(await shopper.page())[0];
    for (let offer = await next(); offer; offer = await next()) {
      const answer = await shopper.accept(offer, unique('key'));
      assert.equal(answer.json.result, 'accepted', answer.text);
      accepted += 1;
      assert.ok(accepted < 10);
    }
    assert.ok(accepted >= 1);
    assert.notEqual((await shopper.page()).offer_none, undefined);
  });
});

describe('an offer that the bank asks about', () => {
  it('is charged once when it is confirmed', async () => {
    const shopper = await buy(kCards.requiresAction);
    const offer = await shopper.offer();
    const answer = await shopper.accept(offer, unique('key'));
    assert.equal(answer.json.result, 'requires_action');
    assert.equal(await shopper.charged(), 0);
    const again = await shopper.accept(offer, unique('key'));
    assert.equal(again.json.url, answer.json.url, 'one confirmation, not two');
    const page = await ask(server.origin, answer.json.url);
    assert.equal(page.status, 200);
    assert.match(page.text, /<form[^>]*method="post"/);
    for (let i = 0; i < 2; i += 1) {
      const done = await ask(server.origin, answer.json.url, { form: { answer: 'confirm' } });
      assert.equal(done.status, 303);
      assert.equal(done.headers.get('location'), '/thank-you');
    }
    assert.equal(await shopper.charged(), 1);
    assert.equal((await ask(server.origin, answer.json.url)).status, 303);
    assert.equal((await shopper.accept(offer, unique('key'))).json.result, 'accepted');
  });

  it('is not charged when it is refused, and can be accepted anew', async () => {
    const shopper = await buy(kCards.requiresAction);
    const offer = await shopper.offer();
    const stock = await stockOf(server.origin, offer.product_id);
    const { url } = (await shopper.accept(offer, unique('key'))).json;
    await ask(server.origin, url, { form: { answer: 'refuse' } });
    assert.equal(await shopper.charged(), 0);
    assert.equal(await stockOf(server.origin, offer.product_id), stock);
    await ask(server.origin, url, { form: { answer: 'confirm' } });
    assert.equal(await shopper.charged(), 0, 'a refusal is the end of it');
    const again = await shopper.accept(await shopper.offer(), unique('key'));
    assert.equal(again.json.result, 'requires_action');
    assert.notEqual(again.json.url, url);
    await ask(server.origin, again.json.url, { form: { answer: 'refuse' } });
  });

  it('is called off when the shopper declines it', async () => {
    const shopper = await buy(kCards.requiresAction);
    const offer = await shopper.offer();
    const { url } = (await shopper.accept(offer, unique('key'))).json;
    assert.equal((await shopper.post(`/offers/${offer.id}/decline`, {})).status, 200);
    await ask(server.origin, url, { form: { answer: 'confirm' } });
    assert.equal(await shopper.charged(), 0);
  });

  it('is called off when nobody confirms in time', async () => {
    const shopper = await buy(kCards.requiresAction);
    const offer = await shopper.offer();
    const stock = await stockOf(server.origin, offer.product_id);
    const { url } = (await shopper.accept(offer, unique('key'))).json;
    await advance(server.origin, { minutes: 16 });
    await ask(server.origin, url, { form: { answer: 'confirm' } });
    assert.equal(await shopper.charged(), 0);
    assert.equal(await stockOf(server.origin, offer.product_id), stock);
  });
});

describe('declining an offer', () => {
  it('may be repeated and shows another offer or a reason', async () => {
    const shopper = await buy();
    const offer = await shopper.offer();
    for (let i = 0; i < 2; i += 1) {
      const answer = await shopper.post(`/offers/${offer.id}/decline`, {});
      assert.equal(answer.status, 200);
      assert.equal(answer.json.result, 'declined_by_customer');
    }
    const page = await shopper.page();
    assert.ok(page.offers.every((other: any) => other.id !== offer.id));
    assert.ok(page.offers.length > 0 || page.offer_none);
  });

  it('does not undo what was accepted', async () => {
    const shopper = await buy();
    const offer = await shopper.offer();
    await shopper.accept(offer, unique('key'));
    const answer = await shopper.post(`/offers/${offer.id}/decline`, {});
    assert.equal(answer.status, 409);
    assert.equal(answer.json.code, 'already_accepted');
  });

  it('of what is no offer is not found', async () => {
    const shopper = await buy();
    assert.equal((await shopper.post('/offers/nothing/decline', {})).status, 404);
  });
});
