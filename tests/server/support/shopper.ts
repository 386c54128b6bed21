/** A client of the server whose every answer is checked against the contract. */
import assert from 'node:assert/strict';
import { checkAnswer } from './contract.js';

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** The parsed body; undefined when it is not JSON. */
  json: any;
}

export interface Ask {
  method?: string;
  token?: string;
  key?: string;
  json?: unknown;
  form?: Record<string, string>;
  headers?: Record<string, string>;
  /** Sent as it is. */
  body?: string;
}

/** Sends one request; a redirect is not followed. */
export async function ask(origin: string, path: string, options: Ask = {}): Promise<Answer> {
  const headers = new Headers(options.headers);
  if (options.token) headers.set('Authorization', `Bearer ${options.token}`);
  if (options.key) headers.set('Idempotency-Key', options.key);
  let body = options.body;
  if (options.json !== undefined) {
    headers.set('Content-Type', 'application/json');
    body = JSON.stringify(options.json);
  } else if (options.form) {
    headers.set('Content-Type', 'application/x-www-form-urlencoded');
    body = new URLSearchParams(options.form).toString();
  }
  const method = options.method ?? (body === undefined ? 'GET' : 'POST');
  const response = await fetch(origin + path, {
    method,
    headers,
    redirect: 'manual',
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  const pathname = new URL(path, origin).pathname;
  if (/^\/(postlude\/v1|merchant\/api)\//.test(pathname)) {
    checkAnswer(method, pathname, response, text);
  }
  const json = /json/.test(response.headers.get('content-type') ?? '')
    ? JSON.parse(text)
    : undefined;
  return { status: response.status, headers: response.headers, text, json };
}

export const kCards = {
  success: '4242424242424242',
  declinedAtCheckout: '4000000000000002',
  declined: '4000000000000341',
  insufficientFunds: '4000000000009995',
  requiresAction: '4000002760003184',
  timeout: '4000000000000119',
  late: '4000000000000259',
};

export interface Buying {
  card?: string;
  product?: string;
  email?: string;
  phone?: string;
  /** To pay in; without it the shop's own. */
  currency?: string;
}

let counter = 0;

/** Text that no other call has returned. */
export function unique(prefix: string): string {
  counter += 1;
  return `${prefix}-${process.pid}-${Date.now()}-${counter}`;
}

/** The offers of a page that can be accepted; behind them stand those that can be undone. */
export function openOffers(page: any): any[] {
  return page.offers.filter((offer: any) => offer.status === 'open');
}

/** A shopper who has bought something, with all that the page of the order knows. */
export class Shopper {
  private constructor(
    readonly origin: string,
    readonly orderId: string,
    readonly number: string,
    readonly token: string,
  ) {}

  static async buy(origin: string, buying: Buying = {}): Promise<Shopper> {
    const answer = await ask(origin, '/merchant/api/orders', {
      json: {
        lines: [{ product_id: buying.product ?? 'porcelain-dripper', quantity: 1 }],
        email: buying.email ?? `${unique('shopper')}@example.com`,
        ...(buying.phone ? { phone: buying.phone } : {}),
        ...(buying.currency ? { currency: buying.currency } : {}),
        name: 'Ada Beispiel',
        address: 'Weissenfelser Strasse 41',
        city: 'Leipzig',
        postcode: '04229',
        country: 'DE',
        card_number: buying.card ?? kCards.success,
      },
    });
    assert.equal(answer.status, 201, answer.text);
    return new Shopper(origin, answer.json.order_id, answer.json.number, answer.json.token);
  }

  /** Of an order that was made otherwise, from the answer that made it. */
  static of(origin: string, made: { order_id: string; number: string; token: string }): Shopper {
    return new Shopper(origin, made.order_id, made.number, made.token);
  }

  /** The same shopper at another server (after a restart). */
  at(origin: string): Shopper {
    return new Shopper(origin, this.orderId, this.number, this.token);
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return ask(this.origin, `/postlude/v1${path}`, { token: this.token, headers });
  }

  post(path: string, json: unknown, key?: string): Promise<Answer> {
    return ask(this.origin, `/postlude/v1${path}`, {
      token: this.token,
      json,
      ...(key === undefined ? {} : { key }),
    });
  }

  async page(): Promise<any> {
    const answer = await this.get('/page');
    assert.equal(answer.status, 200, answer.text);
    return answer.json;
  }

  /** The offer that the page shows. */
  async offer(): Promise<any> {
    const page = await this.page();
    const open = openOffers(page);
    assert.equal(open.length, 1, `no offer: ${page.offer_none}`);
    return open[0];
  }

  accept(offer: any, key: string): Promise<Answer> {
    return this.post(
      `/offers/${offer.id}/accept`,
      { quote: offer.quote.token, quantity: offer.quantity },
      key,
    );
  }

  /** What a browser sends from the form of an offer; `fields` besides, or instead. */
  acceptForm(offer: any, fields: Record<string, string> = {}): Promise<Answer> {
    return ask(this.origin, `/postlude/v1/offers/${offer.id}/accept`, {
      form: {
        order_token: this.token,
        quote: offer.quote.token,
        quantity: String(offer.quantity),
        idempotency_key: unique('form'),
        return_to: '/thank-you',
        ...fields,
      },
    });
  }

  /** What the merchant sees of this order. */
  async merchant(path = ''): Promise<any> {
    const answer = await ask(this.origin, `/merchant/api/orders/${this.orderId}${path}`);
    assert.equal(answer.status, 200, answer.text);
    return answer.json;
  }

  async tell(path: string, json: unknown = {}): Promise<any> {
    const answer = await ask(this.origin, `/merchant/api/orders/${this.orderId}${path}`, { json });
    assert.ok(answer.status < 300, answer.text);
    return answer.json;
  }

  /** How often offers were charged on this order. */
  async charged(): Promise<number> {
    const { charges } = await this.merchant('/charges');
    return charges.filter((charge: any) => charge.state === 'accepted').length;
  }
}

export async function advance(origin: string, by: Record<string, number>): Promise<void> {
  const answer = await ask(origin, '/merchant/api/clock', { json: by });
  assert.equal(answer.status, 200, answer.text);
}

export async function setStock(origin: string, product: string, stock: number): Promise<void> {
  const answer = await ask(origin, '/merchant/api/stock', {
    json: { product_id: product, stock },
  });
  assert.equal(answer.status, 200, answer.text);
}

export async function stockOf(origin: string, product: string): Promise<number> {
  const answer = await ask(origin, '/merchant/api/catalogue');
  return answer.json.products.find((row: any) => row.product_id === product).stock;
}
