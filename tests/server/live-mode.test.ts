/** A shop that goes live takes nothing along from test mode: no token, no card, no saved payment. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ServerProcess } from './support/server-process.js';
import { Shopper, ask, openOffers, unique } from './support/shopper.js';

let test: ServerProcess;
let live: ServerProcess;
let shopper: Shopper;
let offer: any;

before(async () => {
  test = await ServerProcess.start();
  shopper = await Shopper.buy(test.origin);
  offer = await shopper.offer();
  await test.stop();
  live = await ServerProcess.start({ db: test.db, live: true });
});
after(async () => {
  await live.stop();
  await test.remove();
});

/** The same order with a token of live mode. */
async function owner(): Promise<Shopper> {
  const path = `/merchant/api/orders/${shopper.orderId}/token`;
  const { token } = (await ask(live.origin, path, { json: {} })).json;
  return Shopper.of(live.origin, { order_id: shopper.orderId, number: shopper.number, token });
}

describe('live mode', () => {
  it('refuses the order tokens of test mode', async () => {
    const answer = await shopper.at(live.origin).get('/page');
    assert.equal(answer.status, 401);
    assert.equal(answer.json.code, 'token_invalid');
    assert.equal(answer.json.detail, 'test_token');
  });

  it('refuses the quotes of test mode, and charges nothing', async () => {
    const answer = await (await owner()).accept(offer, unique('key'));
    assert.equal(answer.status, 422);
    assert.equal(answer.json.detail, 'test_token');
    assert.deepEqual((await (await owner()).merchant('/charges')).charges, []);
  });

  it('wears no badge and offers nothing to a payment method that was saved in test mode', async () => {
    const page = await (await owner()).page();
    assert.equal(page.config.test_mode, false);
    assert.deepEqual(openOffers(page), []);
    assert.equal(page.offer_none, 'payment_not_reusable');
  });

  it('tells whoever holds the token why, but not what an offer is worth to the shop', async () => {
    const { json } = await (await owner()).get('/explain');
    assert.ok(json.order_reasons.includes('payment_not_reusable'));
    assert.ok(json.candidates.length > 0);
    for (const candidate of json.candidates) assert.ok(!('expected_value_micro' in candidate));
    const { candidates } = await (await owner()).merchant('/explain');
    assert.ok(candidates.some((one: any) => one.expected_value_micro > 0));
  });

  it('takes no test card at the checkout', async () => {
    await assert.rejects(() => Shopper.buy(live.origin), /card_declined/);
  });
});
