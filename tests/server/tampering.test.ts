/** Whatever is forged, bent or borrowed: it is refused, and the order, the stock and the card are as before. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHmac, generateKeyPairSync, sign as signWith } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { ServerProcess } from './support/server-process.js';
import { Shopper, ask, stockOf, unique, type Answer, type Ask } from './support/shopper.js';

type Claims = { [name: string]: any };

let server: ServerProcess;
let shopper: Shopper;
let other: Shopper;
let offer: any;
let otherOffer: any;
let secret = '';

before(async () => {
  server = await ServerProcess.start();
  shopper = await Shopper.buy(server.origin);
  other = await Shopper.buy(server.origin, { product: 'hand-grinder' });
  offer = await shopper.offer();
  otherOffer = await other.offer();
  // As somebody who has stolen the key: what must still hold then is checked too.
  const sql = "SELECT value FROM settings WHERE key = 'signing_key'";
  secret = execFileSync('sqlite3', [server.db, sql]).toString().trim();
});
after(() => server.remove());

const encode = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const decode = (part: string): Claims => JSON.parse(Buffer.from(part, 'base64url').toString());
const parts = (token: string) => token.split('.') as [string, string, string];
const claimsOf = (token: string) => decode(parts(token)[1]);
const kHeader = { alg: 'HS256', typ: 'JWT', kid: 'k1' };
const hmac = (text: string, key: string, hash = 'sha256') =>
  createHmac(hash, key).update(text).digest('base64url');

/** A token with a good signature, whatever it says. */
function signed(claims: unknown, header: unknown = kHeader, key = secret, hash = 'sha256'): string {
  const text = `${encode(header)}.${encode(claims)}`;
  return `${text}.${hmac(text, key, hash)}`;
}

/** The true quote with other claims, under its old signature. */
function bent(change: Claims): string {
  const [head, body, signature] = parts(offer.quote.token);
  return [head, encode({ ...decode(body), ...change }), signature].join('.');
}

/** What the true quote says of the goods. */
const line = () => claimsOf(offer.quote.token)['lines'][0];
const shippingInstead = () => ({ lines: [{ ...line(), amount: 0 }], shipping: line().amount });

/** The true quote with other claims, signed with the stolen key. */
const forged = (change: Claims) => signed({ ...claimsOf(offer.quote.token), ...change });
const withHeader = (header: unknown, key = secret, hash = 'sha256') =>
  signed(claimsOf(offer.quote.token), header, key, hash);
const withText = (claims: (json: string) => string) =>
  signed(claims(JSON.stringify(claimsOf(offer.quote.token))));

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const publicPem = rsa.publicKey.export({ type: 'spki', format: 'pem' }) as string;

function byRsa(): string {
  const text = `${encode({ ...kHeader, alg: 'RS256' })}.${parts(offer.quote.token)[1]}`;
  return `${text}.${signWith('sha256', Buffer.from(text), rsa.privateKey).toString('base64url')}`;
}

const nowS = () => Math.floor(Date.now() / 1000);
const kYear = 365 * 86_400;

const kQuotes: [string, () => unknown][] = [
  // Changed without the key.
  ['a lower price', () => bent({ amount: 1 })],
  ['another currency', () => bent({ currency: 'JPY' })],
  ['another quantity', () => bent({ lines: [{ ...line(), quantity: 9 }] })],
  ['another product', () => bent({ lines: [{ ...line(), product: 'hand-grinder' }] })],
  ['another offer', () => bent({ offer: 'class-for-gear' })],
  ['another order', () => bent({ sub: 'ord_x' })],
  ['a longer life', () => bent({ exp: claimsOf(offer.quote.token)['exp'] + 60 })],
  ['no signature', () => offer.quote.token.replace(/[^.]*$/, '')],
  ['a signature of zeros', () => offer.quote.token.replace(/[^.]*$/, 'A'.repeat(43))],
  ['the signature of another token', () => bentSignature()],
  // Other algorithms and keys.
  ...['none', 'None', 'NONE', 'nOnE'].map((alg): [string, () => string] => [
    `alg ${alg}`,
    () => `${encode({ ...kHeader, alg })}.${parts(offer.quote.token)[1]}.`,
  ]),
  ['alg none under the old signature', () => withHeader({ ...kHeader, alg: 'none' })],
  [
    'HS512, signed with the true key',
    () => withHeader({ ...kHeader, alg: 'HS512' }, secret, 'sha512'),
  ],
  [
    'HS384, signed with the true key',
    () => withHeader({ ...kHeader, alg: 'HS384' }, secret, 'sha384'),
  ],
  ['RS256, signed by a stranger', byRsa],
  ['RS256, signed with the HMAC key', () => withHeader({ ...kHeader, alg: 'RS256' })],
  ['a public key as the HMAC key', () => withHeader(kHeader, publicPem)],
  ['an empty key', () => withHeader(kHeader, '')],
  ['no alg', () => withHeader({ kid: 'k1' })],
  ['two algs', () => withHeader('{"alg":"HS256","alg":"none","kid":"k1"}')],
  ['no kid', () => withHeader({ alg: 'HS256' })],
  ['an unknown kid', () => withHeader({ ...kHeader, kid: 'k2' })],
  ['a kid that is a path', () => withHeader({ ...kHeader, kid: '../../../dev/null' }, '')],
  ['a kid that is SQL', () => withHeader({ ...kHeader, kid: "k1' OR '1'='1" })],
  ['a kid that is a list', () => withHeader({ ...kHeader, kid: ['k1'] })],
  ['a key of its own (jwk)', () => withHeader({ ...kHeader, jwk: { kty: 'oct', k: 'AA' } })],
  ['a place of its keys (jku)', () => withHeader({ ...kHeader, jku: 'http://evil.example/' })],
  ['a rule of its own (crit)', () => withHeader({ ...kHeader, crit: ['x'], x: 1 })],
  ['another type', () => withHeader({ ...kHeader, typ: 'JWE' })],
  // Not a token.
  ['a cut end', () => offer.quote.token.slice(0, -4)],
  ['padding', () => `${offer.quote.token}=`],
  ['a blank at its end', () => `${offer.quote.token} `],
  ['a fourth part', () => `${offer.quote.token}.e30`],
  ['two parts', () => parts(offer.quote.token).slice(0, 2).join('.')],
  ['letters outside base64url', () => offer.quote.token.replace('.', '+/.')],
  ['a null byte', () => `${offer.quote.token}\0`],
  ['another serialisation', () => JSON.stringify({ payload: parts(offer.quote.token)[1] })],
  ['8 KB', () => 'A'.repeat(8193)],
  ['other letters', () => 'not-a-token'],
  // Signed with the stolen key, and still not what was quoted.
  ['a lower price, signed', () => forged({ amount: 1 })],
  ['a higher price, signed', () => forged({ amount: claimsOf(offer.quote.token)['amount'] + 1 })],
  ['a price of zero, signed', () => forged({ amount: 0 })],
  ['a negative price, signed', () => forged({ amount: -100 })],
  ['a price with a fraction, signed', () => forged({ amount: 12.5 })],
  ['a price as text, signed', () => forged({ amount: '1' })],
  ['another currency, signed', () => forged({ currency: 'JPY' })],
  ['another quantity, signed', () => forged({ lines: [{ ...line(), quantity: 9 }] })],
  ['another product, signed', () => forged({ lines: [{ ...line(), product: 'hand-grinder' }] })],
  ['another variant, signed', () => forged({ lines: [{ ...line(), variant: 'OK-101-K' }] })],
  ['one more product, signed', () => forged({ lines: [line(), { ...line(), amount: 0 }] })],
  ['no product, signed', () => forged({ lines: [] })],
  ['no lines, signed', () => forged({ lines: undefined })],
  ['a line that costs nothing, signed', () => forged({ lines: [{ ...line(), amount: 0 }] })],
  ['shipping instead of goods, signed', () => forged(shippingInstead())],
  ['two prices, signed', () => withText((json) => json.replace('{', '{"amount":1,'))],
  ['claims that are a list, signed', () => signed([claimsOf(offer.quote.token)])],
  ['another offer, signed', () => forged({ offer: 'class-for-gear' })],
  ['another order, signed', () => forged({ sub: other.orderId })],
  ['another shop, signed', () => forged({ aud: 'other-shop' })],
  ['several shops, signed', () => forged({ aud: ['postlude-demo', 'other-shop'] })],
  ['another issuer, signed', () => forged({ iss: 'somebody' })],
  ['the use of an order token, signed', () => forged({ use: 'order' })],
  ['an unknown id, signed', () => forged({ jti: 'quo_ffffffffffffffffffffffffffffffff' })],
  [
    'the id of a quote of another order',
    () => forged({ jti: claimsOf(otherOffer.quote.token)['jti'] }),
  ],
  ['no id, signed', () => forged({ jti: undefined })],
  ['no end, signed', () => forged({ exp: undefined })],
  ['a life of a year, signed', () => forged({ exp: nowS() + kYear })],
  ['issued in the future, signed', () => forged({ iat: nowS() + 3600, exp: nowS() + 4000 })],
  ['not valid yet, signed', () => forged({ nbf: nowS() + 3600 })],
  ['issued before the purchase, signed', () => forged({ iat: nowS() - 500, exp: nowS() + 90 })],
  ['times in milliseconds, signed', () => forged({ iat: Date.now(), exp: Date.now() + 600 })],
  // Borrowed.
  ['the quote of another order', () => otherOffer.quote.token],
  ['the order token', () => shopper.token],
  // Not even text.
  ['nothing', () => ''],
  ['a number', () => 1],
  ['a list', () => [offer.quote.token]],
  ['an object', () => ({ token: offer.quote.token })],
  ['null', () => null],
];

function bentSignature(): string {
  const [head, body] = parts(offer.quote.token);
  return [head, body, parts(shopper.token)[2]].join('.');
}

/** Everything that an accept could change. */
async function world() {
  return {
    order: (await shopper.page()).order,
    charges: (await shopper.merchant('/charges')).charges,
    stock: await stockOf(server.origin, offer.product_id),
    outbox: (await ask(server.origin, '/merchant/api/outbox')).json.outbox,
  };
}

async function nothingChanges(attempt: () => Promise<Answer>): Promise<Answer> {
  const before = await world();
  const answer = await attempt();
  assert.deepEqual(await world(), before);
  return answer;
}

const path = () => `/postlude/v1/offers/${offer.id}/accept`;
const accept = (json: unknown, change: Ask = {}) =>
  ask(server.origin, path(), { token: shopper.token, key: unique('key'), json, ...change });
const good = () => ({ quote: offer.quote.token, quantity: offer.quantity });

describe('a quote', () => {
  for (const [name, quote] of kQuotes) {
    it(`with ${name} is refused`, async () => {
      const answer = await nothingChanges(() => accept({ ...good(), quote: quote() }));
      assert.equal(answer.status, 422, answer.text);
      assert.ok(['quote_invalid', 'invalid'].includes(answer.json.code), answer.text);
    });
  }

  it('that has expired is refused, even when it is signed anew', async () => {
    const expired = forged({ iat: nowS(), exp: nowS() });
    const answer = await nothingChanges(() => accept({ ...good(), quote: expired }));
    assert.equal(answer.status, 410, answer.text);
  });
});

const kQuantities: [unknown, number][] = [
  ...[0, -1, 2, 1_000_000_000, Number.MAX_SAFE_INTEGER].map((n): [unknown, number] => [n, 422]),
  ...[1.5, '1', [1], true, {}].map((n): [unknown, number] => [n, 422]),
];

describe('a request', () => {
  for (const [quantity, status] of kQuantities) {
    it(`for the quantity ${JSON.stringify(quantity)} is refused`, async () => {
      const answer = await nothingChanges(() => accept({ ...good(), quantity }));
      assert.equal(answer.status, status, answer.text);
    });
  }

  for (const id of ['class-for-gear', 'nothing', '..%2F..%2Fpage', '%00', 'a b', "x'--"]) {
    it(`at the offer ${id} is refused`, async () => {
      const at = `/postlude/v1/offers/${encodeURIComponent(decodeURIComponent(id))}/accept`;
      const answer = await nothingChanges(() =>
        ask(server.origin, at, { token: shopper.token, key: unique('key'), json: good() }),
      );
      assert.ok(answer.status >= 400 && answer.status < 500, answer.text);
    });
  }

  const kBodies: [string, string, string, number][] = [
    ['a list', '[]', 'application/json', 400],
    ['text', '"quote"', 'application/json', 400],
    ['half of it', '{"quote":', 'application/json', 400],
    ['nothing', '', 'application/json', 400],
    ['two quotes', '{"quote":"a","quote":"b"}', 'application/json', 422],
    ['a million brackets', '['.repeat(60_000), 'application/json', 400],
    ['plain text', '{}', 'text/plain', 415],
    ['XML', '<quote/>', 'application/xml', 415],
    ['several parts', '--x--', 'multipart/form-data; boundary=x', 415],
    ['JSON of another kind', '{}', 'application/ld+json', 415],
    ['no stated type', '{}', '', 415],
  ];
  for (const [name, body, type, status] of kBodies) {
    it(`whose body is ${name} is refused`, async () => {
      const answer = await nothingChanges(() =>
        ask(server.origin, path(), {
          token: shopper.token,
          key: unique('key'),
          method: 'POST',
          body,
          headers: { 'Content-Type': type },
        }),
      );
      assert.equal(answer.status, status, answer.text);
    });
  }

  for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) {
    it(`by ${method} is refused`, async () => {
      const body = method === 'GET' ? {} : { body: '{}' };
      const answer = await nothingChanges(() =>
        ask(server.origin, path(), { token: shopper.token, method, ...body }),
      );
      assert.equal(answer.status, 405);
    });
  }

  it('under the token of another order is refused', async () => {
    const answer = await nothingChanges(() => accept(good(), { token: other.token }));
    assert.equal(answer.json.code, 'quote_invalid');
    assert.equal(await other.charged(), 0);
  });

  it('with the quote as its order token is refused', async () => {
    const answer = await nothingChanges(() => accept(good(), { token: offer.quote.token }));
    assert.equal(answer.json.code, 'token_invalid');
  });
});

describe('a form', () => {
  const fields = () => ({
    order_token: shopper.token,
    quote: offer.quote.token,
    quantity: String(offer.quantity),
    idempotency_key: unique('form'),
    return_to: '/order',
  });
  const kForms: [string, () => Record<string, string>][] = [
    ['another quantity', () => ({ quantity: '2' })],
    ['a negative quantity', () => ({ quantity: '-1' })],
    ['a quantity that is a sum', () => ({ quantity: '1e0' })],
    ['a quantity in other digits', () => ({ quantity: '１' })],
    ['a quantity beyond all numbers', () => ({ quantity: '99999999999999999999' })],
    ['a bent quote', () => ({ quote: bent({ amount: 1 }) })],
    ['the quote of another order', () => ({ quote: otherOffer.quote.token })],
    ['the token of another order', () => ({ order_token: other.token })],
    ['no token', () => ({ order_token: '' })],
    ['no key', () => ({ idempotency_key: '' })],
    ['a key with a line break', () => ({ idempotency_key: 'a\nb' })],
    ['a way out', () => ({ return_to: 'https://evil.example/' })],
  ];
  for (const [name, change] of kForms) {
    it(`with ${name} changes nothing`, async () => {
      const answer = await nothingChanges(() =>
        ask(server.origin, path(), { form: { ...fields(), ...change() } }),
      );
      // A shopper without scripts is led back to the page, which says what was wrong.
      assert.ok(
        answer.status === 303 || (answer.status >= 400 && answer.status < 500),
        answer.text,
      );
      if (answer.status === 303) assert.equal(answer.headers.get('location'), '/order');
    });
  }

  it('with a field twice is read as one of them, and changes nothing when that is wrong', async () => {
    const body = `${new URLSearchParams({ ...fields(), quote: 'x.y.z' })}&quote=x.y.w`;
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const answer = await nothingChanges(() =>
      ask(server.origin, path(), { method: 'POST', body, headers }),
    );
    assert.equal(answer.status, 303);
  });
});

// The last ones, since these do charge: exactly what was quoted.
describe('what is added to a good request', () => {
  it('does not change what is charged, and the quote is good once', async () => {
    const extra = {
      ...{ total_minor: 1, amount: 1, price: 0, currency: 'JPY', discount: 100 },
      ...{ order_id: other.orderId, offer_id: 'class-for-gear', customer: 'x' },
      __proto__: { quantity: 100 },
    };
    const answer = await accept({ ...extra, ...good() });
    assert.equal(answer.json.result, 'accepted', answer.text);
    const { charges } = await shopper.merchant('/charges');
    assert.deepEqual(
      charges.map((charge: any) => [charge.amount_minor, charge.currency, charge.offer_id]),
      [[offer.quote.total_minor, offer.quote.currency, offer.id]],
    );
    const replayed = await nothingChanges(() => accept(good()));
    assert.equal(replayed.json.result, 'accepted', 'already accepted is shown as accepted');
    assert.equal(await shopper.charged(), 1);
    assert.equal(await other.charged(), 0);
  });
});
