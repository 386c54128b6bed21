/** A page's way with an accept: one intent, one key, asked until the answer is final. */
import { send, sleep, type WireAnswer } from './wire.js';
import type { Order, Shop, ShownOffer } from './shop.js';

export type Final =
  'accepted' | 'declined' | 'out_of_stock' | 'expired' | 'order_released' | 'refused' | 'unknown';

export interface Intent {
  order: Order;
  offer: ShownOffer;
  key: string;
}

export interface Trying {
  /** Sent with the first try only. */
  fault?: string;
  cutAfterMs?: number;
  as?: 'json' | 'form';
  /** The shop that the tries go to; another one for every try when several share a file. */
  where?: () => Shop;
  patienceMs?: number;
}

const kMaxTries = 60;
const kFormTries = 12;
const kFirstWaitMs = 10;
const kLongestWaitMs = 400;

function once(shop: Shop, intent: Intent, trying: Trying, first: boolean): Promise<WireAnswer> {
  const { order, offer, key } = intent;
  const path = `/postlude/v1/offers/${offer.id}/accept`;
  const fault: Record<string, string> =
    first && trying.fault ? { 'Postlude-Fault': trying.fault } : {};
  const options = {
    ...(first && trying.cutAfterMs !== undefined ? { cutAfterMs: trying.cutAfterMs } : {}),
    ...(trying.patienceMs !== undefined ? { patienceMs: trying.patienceMs } : {}),
  };
  if (trying.as === 'form') {
    return send(shop.origin, path, {
      form: {
        order_token: order.token,
        quote: offer.quote.token,
        quantity: String(offer.quantity),
        idempotency_key: key,
        return_to: '/order',
      },
      headers: fault,
      ...options,
    });
  }
  return send(shop.origin, path, {
    json: { quote: offer.quote.token, quantity: offer.quantity },
    headers: { Authorization: `Bearer ${order.token}`, 'Idempotency-Key': key, ...fault },
    ...options,
  });
}

/** What the order's page shows after a reload. */
export async function shown(shop: Shop, { order, offer }: Intent): Promise<Final> {
  const page = await shop.page(order);
  const got = page.order.lines.some((line) => line.product_id === offer.product_id);
  return got ? 'accepted' : 'declined';
}

/** As core/app reads an answer; undefined when nothing final was said. */
async function read(shop: Shop, intent: Intent, answer: WireAnswer): Promise<Final | undefined> {
  const { status } = answer;
  if (status === 0 || status === 408 || status === 425 || status === 429 || status >= 500) return;
  // A form's shopper is sent to a page, and tries again when it does not say that it was done.
  if (status === 303) return (await shown(shop, intent)) === 'accepted' ? 'accepted' : undefined;
  const { result, url } = JSON.parse(answer.text);
  if (result === undefined && status < 300) return;
  switch (result) {
    case 'in_progress':
      return;
    case 'accepted':
    case 'declined':
    case 'out_of_stock':
    case 'expired':
    case 'order_released':
      return result;
    case 'requires_action':
      await send(shop.origin, url, { form: { answer: 'confirm' } }).catch(() => undefined);
      return shown(shop, intent);
    default:
      return 'refused';
  }
}

/** Tries with the same key until the answer is final. */
export async function accept(shop: Shop, intent: Intent, trying: Trying = {}): Promise<Final> {
  let wait = kFirstWaitMs;
  for (let tries = 0; tries < kMaxTries; tries += 1) {
    const where = trying.where?.() ?? shop;
    const answer = await once(where, intent, trying, tries === 0).catch(() => undefined);
    const final = answer && (await read(where, intent, answer).catch(() => undefined));
    if (final) return final;
    if (answer?.status === 303 && tries >= kFormTries) return shown(where, intent);
    await sleep(wait);
    wait = Math.min(wait * 1.5, kLongestWaitMs);
  }
  return 'unknown';
}

/** One try to undo the accept. */
export function undoOnce(shop: Shop, intent: Intent, fault = ''): Promise<WireAnswer> {
  const { order, offer, key } = intent;
  return send(shop.origin, `/postlude/v1/offers/${offer.id}/undo`, {
    json: {},
    headers: {
      Authorization: `Bearer ${order.token}`,
      'Idempotency-Key': `undo-${key}`,
      ...(fault ? { 'Postlude-Fault': fault } : {}),
    },
  });
}

/** Undoes with the same key until the answer is final; "declined" is what has been undone. */
export async function undo(shop: Shop, intent: Intent, fault = ''): Promise<Final> {
  for (let tries = 0; tries < kMaxTries; tries += 1) {
    const answer = await undoOnce(shop, intent, tries === 0 ? fault : '').catch(() => undefined);
    const result = answer && answer.status < 500 ? JSON.parse(answer.text).result : 'in_progress';
    if (result === 'undone') return 'declined';
    if (result !== 'in_progress') return 'refused';
    await sleep(Math.min(kFirstWaitMs * (tries + 1), kLongestWaitMs));
  }
  return 'unknown';
}

/** One try whose answer, whatever it is, is returned as it came. */
export function tryOnce(shop: Shop, intent: Intent, trying: Trying = {}): Promise<WireAnswer> {
  return once(shop, intent, trying, true);
}
