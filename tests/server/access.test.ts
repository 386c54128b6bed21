import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ServerProcess } from './support/server-process.js';
import { Shopper, advance, ask, unique, type Ask } from './support/shopper.js';

let server: ServerProcess;
let one: Shopper;
let other: Shopper;
let offer: any;

before(async () => {
  server = await ServerProcess.start();
  one = await Shopper.buy(server.origin);
  other = await Shopper.buy(server.origin, { product: 'hand-grinder' });
  offer = await one.offer();
});
after(() => server.remove());

/** Every request that an order token opens. */
function requests(): [string, string, Ask][] {
  return [
    ['page', '/postlude/v1/page', {}],
    ['shipments', '/postlude/v1/shipments?since=0', {}],
    [
      'accept',
      `/postlude/v1/offers/${offer.id}/accept`,
      { json: { quote: offer.quote.token }, key: unique('key') },
    ],
    ['decline', `/postlude/v1/offers/${offer.id}/decline`, { json: {} }],
    ['undo', `/postlude/v1/offers/${offer.id}/undo`, { json: {}, key: unique('key') }],
    [
      'review',
      '/postlude/v1/reviews',
      { json: { line_id: 'line-1', stars: 5 }, key: unique('key') },
    ],
    [
      'report',
      '/postlude/v1/shipments/shp_1/report',
      { json: { problem: 'damaged' }, key: unique('key') },
    ],
    ['events', '/postlude/v1/events', { json: { events: [] } }],
  ];
}

const kNames = ['page', 'shipments', 'accept', 'decline', 'undo', 'review', 'report', 'events'];

describe('an order token', () => {
  for (const name of kNames) {
    it(`is needed for ${name}`, async () => {
      const [, path, options] = requests().find((row) => row[0] === name)!;
      const missing = await ask(server.origin, path, options);
      assert.equal(missing.status, 401);
      assert.equal(missing.json.code, 'token_missing');
      const wrong = await ask(server.origin, path, { ...options, token: `${one.token}x` });
      assert.equal(wrong.status, 401);
      assert.equal(wrong.json.code, 'token_invalid');
      const basic = await ask(server.origin, path, {
        ...options,
        headers: { Authorization: 'Basic YTpi' },
      });
      assert.equal(basic.json.code, 'token_missing');
    });
  }

  it('in the URL is not one', async () => {
    for (const name of ['token', 'order_token', 'access_token']) {
      const answer = await ask(server.origin, `/postlude/v1/page?${name}=${one.token}`);
      assert.equal(answer.status, 401);
    }
  });

  it('opens its own order alone', async () => {
    assert.equal((await one.page()).order.id, one.orderId);
    assert.equal((await other.page()).order.id, other.orderId);
    const foreignQuote = await other.accept(offer, unique('key'));
    assert.equal(foreignQuote.json.code, 'quote_invalid');
    const foreignLine = await other.post(
      '/reviews',
      { line_id: 'offer-filters', stars: 5 },
      unique('key'),
    );
    assert.equal(foreignLine.status, 404);
    await other.post('/events', { events: [{ id: 'same-id', name: 'a', at_ms: 1 }] });
    const own = await one.post('/events', { events: [{ id: 'same-id', name: 'a', at_ms: 1 }] });
    assert.equal(own.json.stored, 1, 'ids of events are those of one order');
    assert.equal((await one.merchant('/events')).events.length, 1);
  });

  it('of an order whose shipments changed does not show those of another', async () => {
    const [a, b] = [await Shopper.buy(server.origin), await Shopper.buy(server.origin)];
    await a.tell('/shipments');
    assert.equal((await a.page()).shipments.length, 1);
    assert.equal((await b.page()).shipments.length, 0);
    assert.equal((await b.get('/shipments?since=0')).json.shipments.length, 0);
  });

  it('expires', async () => {
    const shopper = await Shopper.buy(server.origin);
    const { token } = await shopper.tell('/token', { lifetime_s: 60 });
    assert.equal((await ask(server.origin, '/postlude/v1/page', { token })).status, 200);
    await advance(server.origin, { minutes: 2 });
    const answer = await ask(server.origin, '/postlude/v1/page', { token });
    assert.equal(answer.status, 401);
    assert.equal(answer.json.code, 'token_expired');
  });

  it('signed with another key or by no algorithm is refused', async () => {
    const [head, body, signature] = one.token.split('.');
    const encode = (text: string) => Buffer.from(text).toString('base64url');
    const header = JSON.parse(Buffer.from(head ?? '', 'base64url').toString());
    const claims = JSON.parse(Buffer.from(body ?? '', 'base64url').toString());
    const tokens = [
      `${encode('{"alg":"none"}')}.${body}.`,
      `${encode(JSON.stringify({ ...header, alg: 'none' }))}.${body}.${signature}`,
      `${encode(JSON.stringify({ ...header, alg: 'HS512' }))}.${body}.${signature}`,
      `${encode(JSON.stringify({ ...header, kid: 'k2' }))}.${body}.${signature}`,
      `${head}.${encode(JSON.stringify({ ...claims, sub: other.orderId }))}.${signature}`,
      `${head}.${encode(JSON.stringify({ ...claims, exp: claims.exp + 1 }))}.${signature}`,
      `${head}.${body}.${'A'.repeat(43)}`,
      `${head}.${body}`,
      'x'.repeat(5000),
    ];
    for (const token of tokens) {
      const answer = await ask(server.origin, '/postlude/v1/page', { token });
      assert.equal(answer.status, 401, token);
    }
  });
});

describe('a request from another site', () => {
  const kForeign: Record<string, string>[] = [
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { Origin: 'http://127.0.0.1:1' },
    { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' },
  ];

  function writes(): [string, Ask][] {
    const form = { order_token: one.token, quote: offer.quote.token, idempotency_key: unique('k') };
    return [
      ...requests()
        .filter(([, , options]) => options.json)
        .map(([, path, options]): [string, Ask] => [path, { ...options, token: one.token }]),
      [`/postlude/v1/offers/${offer.id}/accept`, { form }],
      [`/postlude/v1/offers/${offer.id}/decline`, { form }],
      [`/postlude/v1/offers/${offer.id}/undo`, { form }],
      ['/postlude/v1/reviews', { form: { ...form, line_id: 'line-1', stars: '5' } }],
      ['/merchant/api/clock', { json: { days: 1 } }],
      ['/merchant/api/orders', { json: {} }],
    ];
  }

  it('is refused wherever something would change, and nothing is charged', async () => {
    for (const headers of kForeign) {
      for (const [path, options] of writes()) {
        const answer = await ask(server.origin, path, { ...options, headers });
        assert.equal(answer.status, 403, `${path} ${JSON.stringify(headers)}`);
        assert.equal(answer.json.code, 'cross_site');
      }
    }
    assert.equal(await one.charged(), 0);
  });

  it('is not what our own pages send', async () => {
    const own: Record<string, string>[] = [
      { 'Sec-Fetch-Site': 'same-origin', Origin: server.origin },
      { 'Sec-Fetch-Site': 'same-origin', Origin: 'null' },
      { Origin: server.origin },
    ];
    for (const headers of own) {
      const answer = await ask(server.origin, '/postlude/v1/events', {
        token: one.token,
        json: { events: [] },
        headers,
      });
      assert.equal(answer.status, 202, JSON.stringify(headers));
    }
  });

  it('finds no CORS header', async () => {
    const answer = await ask(server.origin, '/postlude/v1/page', {
      token: one.token,
      headers: { Origin: 'https://evil.example' },
    });
    assert.equal(answer.headers.get('access-control-allow-origin'), null);
  });
});

describe('the log', () => {
  it('holds no personal data, token, id or query', async () => {
    const email = `${unique('canary')}@example.com`;
    const shopper = await Shopper.buy(server.origin, { email });
    const canary = unique('canary-text');
    await shopper.post('/reviews', { line_id: 'line-1', stars: 1, text: canary }, unique('key'));
    await ask(server.origin, `/postlude/v1/page?secret=${canary}`, { token: shopper.token });
    await ask(server.origin, `/no/such/${canary}?q=${canary}`);
    await ask(server.origin, '/postlude/v1/page', { token: `${canary}.${canary}.${canary}` });
    await shopper.accept(await shopper.offer(), unique('key'));
    // The last line is written after its answer was sent.
    for (let i = 0; i < 100 && !server.log.includes('POST accept offer 200'); i += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const { log } = server;
    for (const secret of [
      email,
      'Beispiel',
      'Weissenfelser',
      canary,
      shopper.token,
      shopper.orderId,
    ]) {
      assert.ok(!log.includes(secret), `${secret} is in the log`);
    }
    assert.ok(log.includes('POST accept offer 200'), 'requests are logged');
  });
});
