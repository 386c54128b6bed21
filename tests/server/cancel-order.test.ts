/** A cancelled order holds no money: its offers' charges and its own go back, once, whatever fails. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { ServerProcess } from './support/server-process.js';
import { Shopper, ask, kCards, openOffers, setStock, stockOf, unique } from './support/shopper.js';
import { Visitor } from './support/visitor.js';

const run = promisify(execFile);
let server: ServerProcess;

before(async () => {
  server = await ServerProcess.start({ requestFaults: true });
  await setStock(server.origin, 'porcelain-dripper', 1000);
});
after(() => server.remove());

/** What the gateway's books hold for an order: its own payment and those of its offers. */
async function held(db: string, shopper: Shopper): Promise<number> {
  const sql = `SELECT COALESCE(SUM(amount_minor), 0) AS minor FROM gateway_charges
    WHERE state = 'succeeded' AND (key = 'checkout-${shopper.orderId}' OR key IN
      (SELECT id FROM charges WHERE order_id = '${shopper.orderId}'))`;
  const { stdout } = await run('sqlite3', ['-json', '-cmd', '.timeout 10000', db, sql]);
  return JSON.parse(stdout)[0].minor;
}

const cancel = (origin: string, shopper: Shopper, fault?: string) =>
  ask(origin, `/merchant/api/orders/${shopper.orderId}/cancel`, {
    json: {},
    ...(fault ? { headers: { 'Postlude-Fault': fault } } : {}),
  });

async function untilNothingIsHeld(db: string, shopper: Shopper): Promise<void> {
  for (let i = 0; i < 100; ++i) {
    if ((await held(db, shopper)) === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail('money is still held');
}

const states = async (shopper: Shopper) =>
  (await shopper.merchant('/charges')).charges.map((charge: any) => charge.state);
const refunds = async (origin: string, shopper: Shopper) =>
  (await ask(origin, '/merchant/api/outbox')).json.outbox.filter(
    (row: any) => row.order_id === shopper.orderId && row.kind === 'order.refunded',
  ).length;

describe('cancelling an order', () => {
  it('gives back the order and its offers, and puts everything on the shelf', async () => {
    const dripper = await stockOf(server.origin, 'porcelain-dripper');
    const shopper = await Shopper.buy(server.origin);
    const offer = await shopper.offer();
    const stock = await stockOf(server.origin, offer.product_id);
    await shopper.accept(offer, unique('key'));
    assert.ok((await held(server.db, shopper)) > 0);
    const answer = await cancel(server.origin, shopper);
    assert.deepEqual(answer.json, { version: 1, result: 'cancelled', refunded: true });
    assert.equal(await held(server.db, shopper), 0);
    assert.deepEqual(await states(shopper), ['refunded']);
    assert.equal(await stockOf(server.origin, 'porcelain-dripper'), dripper);
    assert.equal(await stockOf(server.origin, offer.product_id), stock);
    const { order } = await shopper.merchant();
    assert.equal(order.payment_status, 'refunded');
    const amounts = Object.fromEntries(
      order.totals.map((row: any) => [row.kind, row.amount_minor]),
    );
    assert.equal(amounts.total + amounts.refunded, 0);
    assert.equal((await shopper.page()).offer_none, 'order_cancelled');
  });

  it('does it once, however often and from how many sides it is told', async () => {
    const shopper = await Shopper.buy(server.origin);
    const offer = await shopper.offer();
    const stock = await stockOf(server.origin, offer.product_id);
    await shopper.accept(offer, unique('key'));
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => cancel(server.origin, shopper)),
    );
    for (const answer of answers) assert.ok([200, 503].includes(answer.status), answer.text);
    await untilNothingIsHeld(server.db, shopper);
    await cancel(server.origin, shopper);
    assert.equal(await refunds(server.origin, shopper), 1);
    assert.equal(await stockOf(server.origin, offer.product_id), stock);
  });

  it('calls off what waits for the bank, which can be confirmed no more', async () => {
    const shopper = await Shopper.buy(server.origin, { card: kCards.requiresAction });
    const answer = await shopper.accept(await shopper.offer(), unique('key'));
    assert.equal(answer.json.result, 'requires_action');
    assert.equal((await cancel(server.origin, shopper)).json.refunded, true);
    assert.deepEqual(await states(shopper), ['void']);
    assert.equal(await held(server.db, shopper), 0);
  });

  describe('when the carrier has some of it, gives back all the money', () => {
    const kRows: [string, object | undefined, boolean, boolean][] = [
      ['the ordered line', { line_ids: ['line-1'] }, false, true],
      ['the line of the offer', { line_ids: ['offer-filters-for-dripper'] }, true, false],
      ['everything', {}, false, false],
      ['a parcel of unknown contents', { tracking_number: '00340434161094042557' }, false, false],
    ];
    for (const [name, sent, dripperIsBack, offerIsBack] of kRows) {
      it(`and the stock of what is still here: ${name}`, async () => {
        const dripper = await stockOf(server.origin, 'porcelain-dripper');
        const shopper = await Shopper.buy(server.origin);
        const offer = await shopper.offer();
        const stock = await stockOf(server.origin, offer.product_id);
        await shopper.accept(offer, unique('key'));
        await shopper.tell('/shipments', sent);
        assert.equal((await cancel(server.origin, shopper)).json.refunded, true);
        assert.equal(await held(server.db, shopper), 0);
        const here = [
          await stockOf(server.origin, 'porcelain-dripper'),
          await stockOf(server.origin, offer.product_id),
        ];
        assert.deepEqual(here, [
          dripper - (dripperIsBack ? 0 : 1),
          stock - (offerIsBack ? 0 : offer.quantity),
        ]);
      });
    }
  });

  it('gives back what was reviewed as well', async () => {
    const shopper = await Shopper.buy(server.origin);
    const offer = await shopper.offer();
    await shopper.accept(offer, unique('key'));
    const review = { line_id: `offer-${offer.id}`, stars: 4 };
    assert.equal((await shopper.post('/reviews', review, unique('key'))).status, 201);
    assert.equal((await cancel(server.origin, shopper)).json.refunded, true);
    assert.equal(await held(server.db, shopper), 0);
  });

  it('is not the decline of the shopper', async () => {
    const email = `${unique('again')}@example.com`;
    const shopper = await Shopper.buy(server.origin, { email });
    const offer = await shopper.offer();
    await shopper.accept(offer, unique('key'));
    await cancel(server.origin, shopper);
    const second = await Shopper.buy(server.origin, { email });
    assert.deepEqual(
      openOffers(await second.page()).map((one: any) => one.id),
      [offer.id],
    );
  });

  for (const fault of ['gateway_down=1', 'gateway_timeout=1']) {
    it(`gives the money back later with ${fault}`, async () => {
      const shopper = await Shopper.buy(server.origin);
      await shopper.accept(await shopper.offer(), unique('key'));
      const answer = await cancel(server.origin, shopper, fault);
      assert.deepEqual(answer.json, { version: 1, result: 'cancelled', refunded: false });
      await untilNothingIsHeld(server.db, shopper);
      assert.deepEqual(await states(shopper), ['refunded']);
    });
  }

  it('is told as done as soon as it is, at whatever step the database is locked', async () => {
    const told = new Set<string>();
    // More steps than there are; what the bank has answered by then is written again and again.
    for (let step = 1; step <= 80; step += 1) {
      const shopper = await Shopper.buy(server.origin);
      await shopper.accept(await shopper.offer(), unique('key'));
      const path = `/merchant/api/orders/${shopper.orderId}/cancel`;
      const answer = await fetch(server.origin + path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Postlude-Fault': `busy_at=${step}` },
        body: '{}',
      });
      const outcome: any = await answer.json();
      const cancelled = (await shopper.merchant()).order.cancelled_at !== undefined;
      assert.equal(answer.status, cancelled ? 200 : 503, `${step}: ${outcome.code}`);
      told.add(cancelled ? `refunded: ${outcome.refunded}` : 'not cancelled');
      if (!cancelled) continue;
      await untilNothingIsHeld(server.db, shopper);
      assert.deepEqual(await states(shopper), ['refunded']);
    }
    assert.deepEqual([...told].sort(), ['not cancelled', 'refunded: false', 'refunded: true']);
  });

  for (const fault of [
    'crash_after_cancel=1',
    'crash_after_charge=1',
    'crash_at=14',
    'crash_at=30',
  ]) {
    it(`gives everything back after a restart with ${fault}`, async () => {
      const mortal = await ServerProcess.start({ requestFaults: true });
      const shopper = await Shopper.buy(mortal.origin);
      await shopper.accept(await shopper.offer(), unique('key'));
      await cancel(mortal.origin, shopper, fault).catch(() => undefined);
      await mortal.ended();
      const again = await ServerProcess.start({ db: mortal.db });
      const there = shopper.at(again.origin);
      // A crash before the cancellation is written leaves an order that can be cancelled.
      await cancel(again.origin, there);
      await untilNothingIsHeld(mortal.db, shopper);
      assert.deepEqual(await states(there), ['refunded']);
      assert.equal(await refunds(again.origin, there), 1);
      await again.stop();
      await mortal.remove();
    });
  }

  it('is a form of the merchant panel', async () => {
    const shopper = await Shopper.buy(server.origin);
    await shopper.accept(await shopper.offer(), unique('key'));
    const path = `/merchant/orders/${shopper.orderId}`;
    const page = await new Visitor(server.origin).send(`${path}/cancel`, {});
    assert.match(page.html, /The order is cancelled and its money given back\./);
    assert.match(page.html, />Refunded</);
  });
});
