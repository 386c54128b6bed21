import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ServerProcess } from './support/server-process.js';
import { Shopper, advance, ask, openOffers, setStock, unique } from './support/shopper.js';

let server: ServerProcess;

before(async () => {
  server = await ServerProcess.start();
  for (const product of ['hand-grinder', 'nachtzug-espresso']) {
    await setStock(server.origin, product, 1000);
  }
});
after(() => server.remove());

/** A shopper to whom three espressos in three variants are offered. */
async function chooser() {
  const shopper = await Shopper.buy(server.origin, { product: 'hand-grinder' });
  const offer = openOffers(await shopper.page())[0];
  assert.equal(offer.id, 'coffee-for-grinder');
  return { shopper, offer };
}
const quote = (shopper: Shopper, offer: any, choice: object) =>
  shopper.post(`/offers/${offer.id}/quote`, choice);
const claims = (offer: any) =>
  JSON.parse(Buffer.from(offer.quote.token.split('.')[1], 'base64url').toString());
const shown = async (shopper: Shopper) => openOffers(await shopper.page())[0];

describe('choosing quantity and variant', () => {
  it('is told on the page, within what the merchant allows', async () => {
    const { offer } = await chooser();
    assert.equal(offer.max_quantity, 3);
    assert.equal(offer.variant_id, 'OK-101');
    assert.deepEqual(
      offer.variants.map((variant: any) => variant.id),
      ['OK-101', 'OK-101-F', 'OK-101-K'],
    );
  });

  it('brings a price of the choice, signed, and the page keeps it', async () => {
    const { shopper, offer } = await chooser();
    const answer = await quote(shopper, offer, { quantity: 3, variant_id: 'OK-101-K' });
    assert.equal(answer.status, 200, answer.text);
    const chosen = answer.json.offer;
    assert.equal(chosen.quote.subtotal_minor, 3 * 3690);
    assert.equal(chosen.quote.discount_minor, Math.round(3 * 3690 * 0.15));
    assert.equal(chosen.variant, '1 kg, whole bean');
    const signed = claims(chosen);
    assert.deepEqual(signed.lines, [
      {
        ...{ product: chosen.product_id, variant: 'OK-101-K', quantity: 3 },
        amount: chosen.quote.total_minor - chosen.quote.shipping_minor,
      },
    ]);
    assert.equal(signed.amount, chosen.quote.total_minor);
    assert.deepEqual(await shown(shopper), chosen);
  });

  it('is what is charged, added and taken from the stock of that variant', async () => {
    const { shopper, offer } = await chooser();
    const { json } = await quote(shopper, offer, { quantity: 2, variant_id: 'OK-101-F' });
    const answer = await shopper.accept(json.offer, unique('key'));
    assert.equal(answer.status, 200, answer.text);
    const line = answer.json.order.lines.find((one: any) => one.id === `offer-${offer.id}`);
    assert.equal(line.quantity, 2);
    assert.equal(line.variant_id, 'OK-101-F');
    assert.equal(line.sku, 'OK-101-F');
    const { charges } = await shopper.merchant('/charges');
    assert.equal(charges[0].amount_minor, json.offer.quote.total_minor);
  });

  it('leaves a quote given before good for what it says', async () => {
    const { shopper, offer } = await chooser();
    await quote(shopper, offer, { quantity: 3 });
    const answer = await shopper.accept(offer, unique('key'));
    assert.equal(answer.status, 200);
    const line = answer.json.order.lines.find((one: any) => one.id === `offer-${offer.id}`);
    assert.equal(line.quantity, 1);
    assert.equal(line.total_minor, offer.quote.subtotal_minor - offer.quote.discount_minor);
  });

  it('gives a quote that stands again instead of a new one', async () => {
    const { shopper, offer } = await chooser();
    const first = await quote(shopper, offer, { quantity: 2 });
    const second = await quote(shopper, offer, { quantity: 2 });
    assert.equal(second.json.offer.quote.token, first.json.offer.quote.token);
  });

  const kRefused: [string, object, number, string][] = [
    ['none', { quantity: 0 }, 422, '/quantity'],
    ['more than allowed', { quantity: 4 }, 422, '/quantity'],
    ['less than none', { quantity: -1 }, 422, '/quantity'],
    ['half of one', { quantity: 1.5 }, 422, '/quantity'],
    ['a text', { quantity: '2' }, 422, '/quantity'],
    ['a variant of another product', { variant_id: 'OK-102' }, 422, '/variant_id'],
    ['a variant in another type', { variant_id: ['OK-101'] }, 422, '/variant_id'],
  ];
  for (const [name, choice, status, pointer] of kRefused) {
    it(`refuses ${name}, and shows what it did`, async () => {
      const { shopper, offer } = await chooser();
      const answer = await quote(shopper, offer, choice);
      assert.equal(answer.status, status, answer.text);
      assert.equal(answer.json.pointer, pointer);
      assert.deepEqual(await shown(shopper), offer);
    });
  }

  it('takes no price from whoever asks', async () => {
    const { shopper, offer } = await chooser();
    const answer = await quote(shopper, offer, {
      quantity: 1,
      total_minor: 1,
      discount_minor: 100000,
    });
    assert.equal(answer.json.offer.quote.total_minor, offer.quote.total_minor);
  });

  it('refuses more than there are of a variant', async () => {
    const { shopper, offer } = await chooser();
    const others = [await chooser(), await chooser(), await chooser()];
    for (const other of others) {
      const { json, status } = await quote(other.shopper, offer, {
        quantity: 3,
        variant_id: 'OK-101-K',
      });
      if (status === 200) await other.shopper.accept(json.offer, unique('key'));
    }
    const answer = await quote(shopper, offer, { quantity: 3, variant_id: 'OK-101-K' });
    assert.equal(answer.status, 409);
    assert.equal(answer.json.code, 'out_of_stock');
  });

  it('is over when the offer was accepted, declined stays open', async () => {
    const { shopper, offer } = await chooser();
    await shopper.accept(offer, unique('key'));
    const answer = await quote(shopper, offer, { quantity: 2 });
    assert.equal(answer.status, 409);
    assert.equal(answer.json.code, 'already_accepted');
  });

  it('knows at every moment of an accept whether the offer is in the order', async () => {
    const answers = new Set<string>();
    const one = async () => {
      const { shopper, offer } = await chooser();
      const accepting = shopper.accept(offer, unique('key'));
      let open = true;
      accepting.finally(() => (open = false));
      while (open) {
        const asked = await Promise.all([1, 2, 3].map(() => quote(shopper, offer, {})));
        for (const { status, json } of asked) answers.add(`${status} ${json.code ?? ''}`);
      }
      assert.equal((await accepting).status, 200);
    };
    for (let round = 0; round < 8; round += 1) await Promise.all([one(), one(), one()]);
    const kKnown = ['200 ', '409 already_accepted', '409 in_progress'];
    assert.deepEqual(
      [...answers].sort().filter((answer) => !kKnown.includes(answer)),
      [],
    );
  });

  it('stands against pages and renewals of the same time, which choose nothing', async () => {
    for (let round = 0; round < 12; round += 1) {
      const { shopper, offer } = await chooser();
      // What was shown is nearly over, so that every page has to write a price of its own.
      await advance(server.origin, { minutes: 9 });
      const pages = Promise.all([
        ...[1, 2, 3, 4].map(() => shopper.page()),
        ...[1, 2, 3, 4].map(() => quote(shopper, offer, {})),
      ]);
      const [answer] = await Promise.all([quote(shopper, offer, { quantity: 2 }), pages]);
      assert.equal(answer.status, 200, answer.text);
      assert.deepEqual(await shown(shopper), answer.json.offer, `round ${round}`);
    }
  });

  it('is not for another shopper’s token or another offer', async () => {
    const { offer } = await chooser();
    const stranger = await Shopper.buy(server.origin, { product: 'porcelain-dripper' });
    assert.equal((await quote(stranger, offer, {})).status, 409);
    assert.equal((await quote(stranger, { id: 'no-such' }, {})).status, 404);
    const without = await ask(server.origin, `/postlude/v1/offers/${offer.id}/quote`, { json: {} });
    assert.equal(without.status, 401);
  });

  it('works as a form, and tells what did not', async () => {
    const { shopper, offer } = await chooser();
    const send = (fields: Record<string, string>) =>
      ask(server.origin, `/postlude/v1/offers/${offer.id}/quote`, {
        form: { order_token: shopper.token, return_to: '/thanks', ...fields },
      });
    const answer = await send({ quantity: '2', variant_id: 'OK-101-F' });
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get('location'), '/thanks');
    const chosen = await shown(shopper);
    assert.equal(chosen.quantity, 2);
    assert.equal(chosen.variant_id, 'OK-101-F');
    assert.equal((await send({ quantity: '9' })).status, 303);
    assert.deepEqual(await shown(shopper), chosen);
  });
});

describe('the end of a price', () => {
  /** A shopper with an offer whose price ends 20 minutes after the purchase. */
  async function hurried() {
    const shopper = await Shopper.buy(server.origin, { product: 'nachtzug-espresso' });
    const offer = openOffers(await shopper.page())[0];
    assert.equal(offer.id, 'tin-for-nachtzug');
    return { shopper, offer };
  }

  it('is signed, and the same after every reload and every new quote', async () => {
    const { shopper, offer } = await hurried();
    assert.equal(claims(offer).ends * 1000, offer.ends_at_ms);
    await advance(server.origin, { minutes: 9 });
    const later = await shown(shopper);
    assert.notEqual(later.quote.token, offer.quote.token);
    assert.equal(later.ends_at_ms, offer.ends_at_ms);
    assert.equal((await quote(shopper, offer, {})).json.offer.ends_at_ms, offer.ends_at_ms);
  });

  it('is where the last quote ends too, and afterwards the price is refused', async () => {
    const { shopper, offer } = await hurried();
    await advance(server.origin, { minutes: 15 });
    const last = await shown(shopper);
    assert.equal(last.quote.expires_at_ms, offer.ends_at_ms);
    await advance(server.origin, { minutes: 6 });
    const answer = await shopper.accept(last, unique('key'));
    assert.equal(answer.status, 410);
    assert.equal(answer.json.result, 'expired');
    const again = await quote(shopper, offer, {});
    assert.equal(again.status, 410);
    assert.equal(again.json.result, 'expired');
    const page = await shopper.page();
    assert.ok(openOffers(page).every((other: any) => other.id !== offer.id));
    assert.deepEqual((await shopper.merchant('/charges')).charges, []);
  });
});
