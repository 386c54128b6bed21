import assert from 'node:assert/strict';
import { setTimeout as rest } from 'node:timers/promises';
import { Visitor } from '../../server/support/visitor.ts';

/** Longer than a button that costs money must have been in view before it works (kArmMs, 500 ms). */
export const kArmMs = 700;
/** Longer than an undo is taken for the end of the double click that accepted (kRepeatMs, 1000 ms). */
const kUndoMs = 1200;

/** Test cards of the demo shop (demo/server/checkout.cpp), by what becomes of an accepted offer. */
export const kCards = {
  succeeds: '4242424242424242',
  offerDeclined: '4000000000000341',
  offerNeedsConfirmation: '4000002760003184',
  answerNeverComes: '4000000000000119',
};

const kAnswers = {
  email: 'ada@shopper.example',
  name: 'Ada Byron',
  address: 'Hauptstr. 5',
  postcode: '04109',
  city: 'Leipzig',
};

const kUsual = { product: 'hand-grinder', card: kCards.succeeds, email: kAnswers.email };

/**
 * Buys one product in the demo shop with the real pointer and keyboard, as a shopper does, and
 * returns when the thank-you page is there.
 */
export async function buyByHand(page, url) {
  await page.open(`${url}/product/${kUsual.product}`);
  await page.click('form.buy button[type=submit]');
  await page.waitFor('a[href="/checkout"]');
  await page.open(`${url}/checkout`);
  for (const [name, text] of Object.entries(kAnswers)) await page.type(`[name=${name}]`, text);
  await page.click(`input[name=card][value="${kUsual.card}"]`);
  const card = await page.eval(() => document.querySelector('[name=card]:checked').value);
  assert.equal(card, kUsual.card);
  await page.click('.checkout-form button[type=submit]');
  await page.waitFor(kThanked);
}

/** In the page: whether it is the thank-you page, with its styles; before them there is no layout. */
const kThanked = () =>
  document.readyState === 'complete' && document.querySelector('postlude-order') !== null;

/**
 * The same for tests of what comes behind it: what leads to the thank-you page is sent over HTTP and
 * the page gets the cookies. `currency` is another than the shop's to pay in.
 */
export async function buy(page, url, buying = {}) {
  const { product, card, email, currency } = { ...kUsual, ...buying };
  const visitor = new Visitor(url);
  await visitor.send('/cart/add', { product });
  const form = await (currency ? visitor.checkoutFormIn(currency) : visitor.checkoutForm());
  await visitor.checkOut({ ...form, ...kAnswers, email, card });
  for (const [name, value] of visitor.cookies) await page.setCookie(url, name, value);
  await page.open(`${url}/thank-you`);
  await page.waitFor(kThanked);
}

/** Clicks an accept button as somebody who has seen it for a while. */
export async function clickAccept(page, selector, ms = kArmMs) {
  await page.waitFor(selector);
  await page.hover(selector);
  await rest(ms);
  await page.click(selector);
}

/** Clicks the undo of an offer as somebody who has thought about it. */
export const clickUndo = (page, selector) => clickAccept(page, selector, kUndoMs);

/** The merchant's side of the demo, over HTTP. */
export class Merchant {
  constructor(url) {
    this._api = `${url}/merchant/api`;
  }

  /** Returns the newest order's id. */
  async newestOrder() {
    const { orders } = await this._get('/orders');
    assert.ok(orders.length > 0);
    return [...orders].sort((a, b) => b.created_ms - a.created_ms)[0].id;
  }
  /** Returns the charges of one order that took money for an offer. */
  async offerCharges(orderId) {
    const { charges } = await this._get(`/orders/${orderId}/charges`);
    return charges.filter((charge) => charge.offer_id && charge.state === 'accepted');
  }
  /** Returns what was quoted on one order. */
  async quotes(orderId) {
    return (await this._get(`/orders/${orderId}/quotes`)).quotes;
  }
  async reviews(orderId) {
    return (await this._get(`/orders/${orderId}/reviews`)).reviews;
  }
  /** Hands everything over to the carrier; returns the shipment's id. */
  async ship(orderId) {
    return (await this._post(`/orders/${orderId}/shipments`, {})).shipment_id;
  }
  /** Adds the next scan, or the named one. */
  async scan(orderId, shipmentId, code) {
    return this._post(`/orders/${orderId}/shipments/${shipmentId}/scans`, code ? { code } : {});
  }
  /** Moves the shop's clock: by days, or by {minutes}, {hours}, {days}. */
  async wait(by) {
    return this._post('/clock', typeof by === 'number' ? { days: by } : by);
  }

  async _get(path) {
    const response = await fetch(this._api + path);
    assert.equal(response.status, 200, path);
    return response.json();
  }
  async _post(path, body) {
    const response = await fetch(this._api + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    assert.ok(response.ok, `${path}: ${response.status} ${await response.clone().text()}`);
    return response.json();
  }
}

/** Delivers a shipment, scan by scan. */
export async function deliver(merchant, orderId) {
  const shipment = await merchant.ship(orderId);
  for (let scan = 0; scan < 12; scan++) {
    await merchant.scan(orderId, shipment);
    const { label } = await merchant.scan(orderId, shipment, 'delivered').catch(() => ({}));
    if (label) return shipment;
  }
  throw new Error('the parcel never arrived');
}
