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
const undo = (shopper: Shopper, offer: any, key = unique('undo')) =>
  shopper.post(`/offers/${offer.id}/undo`, {}, key);

/** Buys and accepts; returns what was before. */
async function accepted(card?: string) {
  const shopper = await buy(card);
  const before = await shopper.page();
  const offer = openOffers(before)[0];
  const stock = await stockOf(server.origin, offer.product_id);
  const key = unique('key');
  const answer = await shopper.accept(offer, key);
  return { shopper, before, offer, stock, key, answer };
}

const states = async (shopper: Shopper) =>
  (await shopper.merchant('/charges')).charges.map((charge: any) => charge.state);

describe('undoing an accepted offer', () => {
  it('leaves the order, the stock and the totals as they were', async () => {
    const { shopper, before, offer, stock } = await accepted();
    const answer = await undo(shopper, offer);
    assert.equal(answer.status, 200, answer.text);
    assert.equal(answer.json.result, 'undone');
    assert.deepEqual(answer.json.order, before.order);
    assert.deepEqual((await shopper.page()).order, before.order);
    assert.equal(await stockOf(server.origin, offer.product_id), stock);
    assert.deepEqual(await states(shopper), ['refunded']);
  });

  it('is offered on the page and in the answer until the same moment, and not afterwards', async () => {
    const { shopper, offer, answer } = await accepted();
    const page = await shopper.page();
    const shown = page.offers[0];
    assert.deepEqual([shown.id, shown.status], [offer.id, 'accepted']);
    assert.ok(openOffers(page).length > 0, 'what comes next stands below it');
    assert.equal(shown.undo_until_ms, answer.json.undo_until_ms);
    assert.equal(shown.quote.token, undefined, 'its quote is spent');
    await undo(shopper, offer);
    const { offers } = await shopper.page();
    assert.ok(
      offers.every((other: any) => other.id !== offer.id),
      'nor offered again',
    );
  });

  it('is written to the outbox', async () => {
    const { shopper, offer } = await accepted();
    await undo(shopper, offer);
    const { outbox } = (await ask(server.origin, '/merchant/api/outbox')).json;
    const rows = outbox.filter((row: any) => row.order_id === shopper.orderId);
    assert.deepEqual(
      rows.map((row: any) => row.kind),
      ['order.paid', 'offer.accepted', 'offer.undone'],
    );
    assert.equal(rows[2].payload.total_minor, offer.quote.total_minor);
  });

  it('brings the first answer again byte for byte under its key', async () => {
    const { shopper, offer } = await accepted();
    const key = unique('undo');
    const first = await undo(shopper, offer, key);
    const second = await undo(shopper, offer, key);
    assert.equal(second.text, first.text);
    assert.equal(first.headers.get('idempotency-replayed'), null);
    assert.equal(second.headers.get('idempotency-replayed'), 'true');
    assert.equal((await undo(shopper, offer)).json.result, 'undone', 'and undone under any other');
  });

  it('needs a key, which is not that of another request', async () => {
    const { shopper, offer, key } = await accepted();
    const missing = await shopper.post(`/offers/${offer.id}/undo`, {});
    assert.equal(missing.json.code, 'idempotency_key_missing');
    assert.equal((await undo(shopper, offer, key)).json.code, 'idempotency_key_reused');
    assert.deepEqual(await states(shopper), ['accepted']);
  });

  it('happens once, however often it is clicked', async () => {
    const { shopper, before, offer, stock } = await accepted();
    const key = unique('undo');
    const clicks = Array.from({ length: 20 }, (_, i) =>
      undo(shopper, offer, i % 2 === 0 ? key : unique('undo')),
    );
    for (const answer of await Promise.all(clicks)) {
      assert.ok(answer.json.result === 'undone' || answer.json.code === 'in_progress', answer.text);
    }
    assert.deepEqual((await shopper.page()).order, before.order);
    assert.equal(await stockOf(server.origin, offer.product_id), stock);
    assert.deepEqual(await states(shopper), ['refunded']);
  });

  it('spends the quote: what was shown before is not charged again', async () => {
    const { shopper, before, offer, key, answer } = await accepted();
    await undo(shopper, offer);
    const late = await shopper.accept(offer, unique('key'));
    assert.deepEqual([late.status, late.json.result], [410, 'expired']);
    const replayed = await shopper.accept(offer, key);
    assert.equal(replayed.text, answer.text, 'the first accept is answered as it was');
    assert.deepEqual((await shopper.page()).order, before.order);
    assert.deepEqual(await states(shopper), ['refunded']);
  });

  it('works after the bank has asked', async () => {
    const { shopper, before, offer, answer } = await accepted(kCards.requiresAction);
    const early = await undo(shopper, offer);
    assert.equal(early.json.code, 'in_progress', 'not before it is confirmed');
    await ask(server.origin, answer.json.url, { form: { answer: 'confirm' } });
    assert.equal((await undo(shopper, offer)).json.result, 'undone');
    assert.deepEqual((await shopper.page()).order, before.order);
  });

  it('leaves a second accepted offer alone', async () => {
    const { shopper, offer } = await accepted();
    const second = await shopper.offer();
    assert.equal((await shopper.accept(second, unique('key'))).json.result, 'accepted');
    await undo(shopper, offer);
    const { order } = await shopper.page();
    const products = order.lines.map((line: any) => line.product_id);
    assert.ok(products.includes(second.product_id) && !products.includes(offer.product_id));
    assert.deepEqual((await states(shopper)).sort(), ['accepted', 'refunded']);
    await undo(shopper, second);
    assert.equal((await shopper.page()).order.lines.length, 1);
  });

  it('works for what was reviewed, and leaves the review', async () => {
    const { shopper, offer } = await accepted();
    const line_id = `offer-${offer.id}`;
    const sent = await shopper.post('/reviews', { line_id, stars: 5 }, unique('key'));
    assert.equal(sent.status, 201, sent.text);
    const undone = await undo(shopper, offer);
    assert.equal(undone.status, 200, undone.text);
    assert.equal(undone.json.result, 'undone');
    const { order, review } = await shopper.page();
    assert.equal(
      order.lines.some((line: any) => line.id === line_id),
      false,
    );
    assert.deepEqual(review.sent, [line_id]);
  });

  it('by a form leads back to the page', async () => {
    const { shopper, before, offer } = await accepted();
    const answer = await ask(server.origin, `/postlude/v1/offers/${offer.id}/undo`, {
      form: {
        order_token: shopper.token,
        idempotency_key: unique('form'),
        return_to: '/thank-you',
      },
    });
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/thank-you']);
    assert.deepEqual((await shopper.page()).order, before.order);
    const headers = { Cookie: `postlude_order=${shopper.token}` };
    const told = await ask(server.origin, '/thank-you', { headers });
    assert.match(told.text, /role="status"[^]*your money is on its way back/);
  });
});

describe('undoing comes too late', () => {
  const kRows: [string, (shopper: Shopper) => Promise<unknown>, number, string][] = [
    ['after the minutes', () => advance(server.origin, { minutes: 16 }), 410, 'undo_over'],
    ['after the carrier has it', (shopper) => shopper.tell('/shipments'), 409, 'order_released'],
    ['after the order was cancelled', (shopper) => shopper.tell('/cancel'), 409, 'order_cancelled'],
  ];
  for (const [name, change, status, code] of kRows) {
    it(name, async () => {
      const { shopper, offer } = await accepted();
      await change(shopper);
      const key = unique('undo');
      const answer = await undo(shopper, offer, key);
      assert.deepEqual([answer.status, answer.json.code], [status, code], answer.text);
      // A cancelled order has given everything back itself.
      assert.deepEqual(await states(shopper), [
        code === 'order_cancelled' ? 'refunded' : 'accepted',
      ]);
      assert.equal((await undo(shopper, offer, key)).text, answer.text);
    });
  }

  it('for what was never accepted there is nothing to undo', async () => {
    const shopper = await buy();
    const offer = await shopper.offer();
    assert.equal((await undo(shopper, offer)).status, 404);
    assert.equal((await undo(shopper, { id: 'nothing' })).status, 404);
  });
});

describe('revenue', () => {
  it('is what was accepted less what was given back or cancelled', async () => {
    const shop = await ServerProcess.start();
    const made = [];
    for (let i = 0; i < 3; i += 1) {
      const shopper = await Shopper.buy(shop.origin);
      const offer = await shopper.offer();
      assert.equal((await shopper.accept(offer, unique('key'))).status, 200);
      made.push({ shopper, offer });
    }
    const price = made[0]!.offer.quote.total_minor;
    await undo(made[0]!.shopper, made[0]!.offer);
    await made[1]!.shopper.tell('/cancel');
    const { revenue } = (await ask(shop.origin, '/merchant/api/revenue')).json;
    assert.deepEqual(revenue, [
      {
        ...{ offer_id: made[0]!.offer.id, currency: 'EUR', accepted: 3, undone: 1, cancelled: 1 },
        ...{ gross_minor: 3 * price, returned_minor: 2 * price, net_minor: price },
      },
    ]);
    await shop.remove();
  });
});
