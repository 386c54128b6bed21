// A shopper who pays in another currency than the shop's: what is shown is what is charged, in theirs;
// the books hear of it in the shop's.

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ServerProcess } from './support/server-process.js';
import { Shopper, ask, openOffers, setStock, unique } from './support/shopper.js';

/** What one euro is worth in demo/store/catalogue.json, and how many digits its minor unit has. */
const kRates = {
  USD: { rate: 1.087, digits: 2 },
  GBP: { rate: 0.871, digits: 2 },
  JPY: { rate: 171.35, digits: 0 },
};
type Code = keyof typeof kRates;
const kCodes = Object.keys(kRates) as Code[];

const inCurrency = (euroCents: number, code: Code): number =>
  Math.round((euroCents / 100) * kRates[code].rate * 10 ** kRates[code].digits);
const share = (amount: number, tax: number): number => Math.round((amount * tax) / (1 + tax));
const claims = (offer: any) =>
  JSON.parse(Buffer.from(offer.quote.token.split('.')[1], 'base64url').toString());
const row = (order: any, kind: string): number =>
  order.totals.find((total: any) => total.kind === kind).amount_minor;

let server: ServerProcess;

before(async () => {
  server = await ServerProcess.start();
  for (const product of ['hand-grinder', 'nachtzug-espresso', 'porcelain-dripper']) {
    await setStock(server.origin, product, 1000);
  }
});
after(() => server.remove());

async function buyIn(currency: Code) {
  const shopper = await Shopper.buy(server.origin, { product: 'hand-grinder', currency });
  return { shopper, offer: openOffers(await shopper.page())[0] };
}
const quoteOf = async (shopper: Shopper) => (await shopper.merchant('/quotes')).quotes.at(-1);

describe('an order in another currency', () => {
  for (const code of kCodes) {
    it(`is charged in ${code}, line by line at the shop's rate`, async () => {
      const { shopper } = await buyIn(code);
      const { order } = await shopper.merchant();
      assert.equal(order.currency, code);
      assert.equal(order.lines[0].unit_price_minor, inCurrency(9800, code));
      assert.equal(row(order, 'total'), inCurrency(9800, code));
      const { orders } = (await ask(server.origin, '/merchant/api/orders')).json;
      const mine = orders.find((one: any) => one.id === shopper.orderId);
      assert.deepEqual(
        [mine.total_minor, mine.currency, mine.shop_total_minor, mine.shop_currency],
        [inCurrency(9800, code), code, 9800, 'EUR'],
      );
    });
  }

  it('is refused in a currency that the shop is not paid in', async () => {
    const answer = await ask(server.origin, '/merchant/api/orders', {
      json: {
        lines: [{ product_id: 'hand-grinder' }],
        email: `${unique('shopper')}@example.com`,
        name: 'Ada Beispiel',
        ...{ address: 'Weissenfelser Strasse 41', city: 'Leipzig', postcode: '04229' },
        ...{ country: 'DE', card_number: '4242424242424242', currency: 'CHF' },
      },
    });
    assert.equal(answer.status, 422);
    assert.equal(answer.json.pointer, '/currency');
  });
});

describe('an offer on it', () => {
  for (const code of kCodes) {
    it(`is priced in ${code} and in the books in euros, each adding up by itself`, async () => {
      const { shopper, offer } = await buyIn(code);
      const price = inCurrency(1090, code);
      const off = Math.round(price * 0.15);
      const { quote } = offer;
      assert.deepEqual(
        [quote.currency, quote.subtotal_minor, quote.discount_minor, quote.total_minor],
        [code, price, off, price - off],
      );
      assert.equal(quote.tax_minor, share(price - off, 0.07));
      const { shop } = await quoteOf(shopper);
      assert.deepEqual(shop, {
        currency: 'EUR',
        subtotal_minor: 1090,
        discount_minor: 164,
        shipping_minor: 0,
        tax_minor: share(926, 0.07),
        total_minor: 926,
      });
    });
  }

  it('is signed with both totals', async () => {
    const { offer } = await buyIn('JPY');
    const { amount, currency, shop_amount, shop_currency } = claims(offer);
    assert.deepEqual(
      { amount, currency, shop_amount, shop_currency },
      {
        ...{ amount: offer.quote.total_minor, currency: 'JPY' },
        ...{ shop_amount: 926, shop_currency: 'EUR' },
      },
    );
  });

  it('is signed with one total where the shop and the shopper have one currency', async () => {
    const shopper = await Shopper.buy(server.origin, { product: 'hand-grinder' });
    const signed = claims(openOffers(await shopper.page())[0]);
    assert.equal('shop_amount' in signed, false);
    assert.equal('shop_currency' in signed, false);
  });

  it('is charged and added in the currency that it was shown in', async () => {
    const { shopper, offer } = await buyIn('JPY');
    const before = (await shopper.merchant()).order;
    const answer = await shopper.accept(offer, unique('key'));
    assert.equal(answer.status, 200, answer.text);
    assert.equal(answer.json.order.currency, 'JPY');
    assert.equal(row(answer.json.order, 'total'), row(before, 'total') + offer.quote.total_minor);
    const { charges } = await shopper.merchant('/charges');
    assert.deepEqual(
      charges.map((charge: any) => [charge.amount_minor, charge.currency, charge.state]),
      [[offer.quote.total_minor, 'JPY', 'accepted']],
    );
  });

  it('is told to the books, and taken out of them again when it is undone', async () => {
    const { shopper, offer } = await buyIn('USD');
    const before = (await ask(server.origin, '/merchant/api/revenue')).json.revenue;
    const earned = (rows: any[]) =>
      rows.find((one: any) => one.offer_id === offer.id && one.currency === 'EUR')?.net_minor ?? 0;
    await shopper.accept(offer, unique('key'));
    const now = async () =>
      (await ask(server.origin, '/merchant/api/revenue')).json.revenue as any[];
    assert.equal(earned(await now()), earned(before) + 926);
    const told = async () =>
      (await ask(server.origin, '/merchant/api/outbox')).json.outbox.filter(
        (one: any) => one.order_id === shopper.orderId,
      );
    const books = (one: any) => [
      one.kind,
      one.payload.total_minor,
      one.payload.currency,
      one.payload.shop_total_minor,
      one.payload.shop_currency,
    ];
    const charged = offer.quote.total_minor;
    const paid = inCurrency(9800, 'USD');
    assert.deepEqual((await told()).map(books), [
      ['order.paid', paid, 'USD', 9800, 'EUR'],
      ['offer.accepted', charged, 'USD', 926, 'EUR'],
    ]);
    const undone = await shopper.post(`/offers/${offer.id}/undo`, {}, unique('undo'));
    assert.equal(undone.status, 200, undone.text);
    assert.equal(earned(await now()), earned(before));
    assert.deepEqual((await told()).map(books).at(-1), [
      ...['offer.undone', charged, 'USD', 926, 'EUR'],
    ]);
    const { orders } = (await ask(server.origin, '/merchant/api/orders')).json;
    const mine = orders.find((one: any) => one.id === shopper.orderId);
    assert.deepEqual([mine.total_minor, mine.shop_total_minor], [paid, 9800]);
  });

  it('keeps the price of the rate it was bought at when another quantity is chosen', async () => {
    const { shopper, offer } = await buyIn('GBP');
    const { json } = await shopper.post(`/offers/${offer.id}/quote`, { quantity: 3 });
    assert.equal(json.offer.quote.subtotal_minor, 3 * inCurrency(1090, 'GBP'));
    assert.equal(claims(json.offer).shop_amount, 3270 - Math.round(3270 * 0.15));
  });

  it('that renews says so in the shopper’s currency', async () => {
    const shopper = await Shopper.buy(server.origin, { product: 'brewing-scale', currency: 'USD' });
    const offer = await shopper.offer();
    assert.deepEqual(offer.renewal, {
      ...{ every: 1, unit: 'month', total_minor: inCurrency(1161, 'USD') },
    });
    assert.equal(claims(offer).renewal, offer.renewal.total_minor);
  });
});
