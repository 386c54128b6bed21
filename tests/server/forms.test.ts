import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ServerProcess } from './support/server-process.js';
import { Shopper, ask, kCards, unique } from './support/shopper.js';

let server: ServerProcess;

before(async () => {
  server = await ServerProcess.start();
});
after(() => server.remove());

/** The form of the offer that the page shows. */
const acceptForm = async (shopper: Shopper, fields: Record<string, string> = {}) =>
  shopper.acceptForm(await shopper.offer(), fields);

describe('a form with scripts off', () => {
  it('accepts an offer and comes back to its page', async () => {
    const shopper = await Shopper.buy(server.origin);
    const answer = await acceptForm(shopper);
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get('location'), '/thank-you');
    assert.equal(await shopper.charged(), 1);
  });

  it('sent twice is one charge', async () => {
    const shopper = await Shopper.buy(server.origin);
    const offer = await shopper.offer();
    const form = {
      order_token: shopper.token,
      quote: offer.quote.token,
      idempotency_key: unique('form'),
    };
    const path = `/postlude/v1/offers/${offer.id}/accept`;
    for (let i = 0; i < 2; i += 1) {
      const answer = await ask(server.origin, path, { form });
      assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/thank-you']);
    }
    assert.equal(await shopper.charged(), 1);
  });

  it('comes back after a decline too, with nothing charged', async () => {
    const shopper = await Shopper.buy(server.origin, { card: kCards.declined });
    const answer = await acceptForm(shopper);
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/thank-you']);
    assert.equal(await shopper.charged(), 0);
  });

  it('tells once on its page that the card was declined', async () => {
    const shopper = await Shopper.buy(server.origin, { card: kCards.declined });
    const headers = { Cookie: `postlude_order=${shopper.token}` };
    await acceptForm(shopper);
    const told = await ask(server.origin, '/thank-you', { headers });
    assert.match(told.text, /role="status"[^]*Your card was declined\. Nothing was charged/);
    const again = await ask(server.origin, '/thank-you', { headers });
    assert.doesNotMatch(again.text, /Your card was declined/);
  });

  it('holds another quote after a decline, so that the next try is a new intent', async () => {
    const shopper = await Shopper.buy(server.origin, { card: kCards.declined });
    const first = await shopper.offer();
    await acceptForm(shopper);
    const second = await shopper.offer();
    assert.equal(second.id, first.id);
    assert.notEqual(second.quote.token, first.quote.token);
  });

  it('comes back when the quote does not fit', async () => {
    const shopper = await Shopper.buy(server.origin);
    const answer = await acceptForm(shopper, { quote: 'x.y.z' });
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/thank-you']);
    assert.equal(await shopper.charged(), 0);
  });

  it('goes to the bank and from there back to its page', async () => {
    const shopper = await Shopper.buy(server.origin, { card: kCards.requiresAction });
    const answer = await acceptForm(shopper);
    assert.equal(answer.status, 303);
    const bank = answer.headers.get('location') ?? '';
    assert.match(bank, /^\/postlude\/v1\/actions\/act_/);
    const done = await ask(server.origin, bank, { form: { answer: 'confirm' } });
    assert.deepEqual([done.status, done.headers.get('location')], [303, '/thank-you']);
    assert.equal(await shopper.charged(), 1);
  });

  it('declines an offer', async () => {
    const shopper = await Shopper.buy(server.origin);
    const offer = await shopper.offer();
    const answer = await ask(server.origin, `/postlude/v1/offers/${offer.id}/decline`, {
      form: { order_token: shopper.token, return_to: '/order?x=1' },
    });
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/order?x=1']);
    assert.ok((await shopper.page()).offers.every((next: any) => next.id !== offer.id));
  });

  it('says why an offer cannot be declined while the bank decides, and after it has', async () => {
    const shopper = await Shopper.buy(server.origin, { card: kCards.late });
    const offer = await shopper.offer();
    const headers = { Cookie: `postlude_order=${shopper.token}` };
    const decline = async () => {
      const answer = await ask(server.origin, `/postlude/v1/offers/${offer.id}/decline`, {
        form: { order_token: shopper.token, return_to: '/thank-you' },
        headers: { Accept: 'text/html' },
      });
      assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/thank-you']);
      return (await ask(server.origin, '/thank-you', { headers })).text;
    };
    const accepting = shopper.acceptForm(offer);
    const states = async () =>
      (await shopper.merchant('/charges')).charges.map((charge: any) => charge.state);
    while ((await states()).length === 0);
    assert.match(
      await decline(),
      /Your bank has not answered yet, so this cannot be declined just now/,
    );
    await accepting;
    assert.match(await decline(), /This is in your order already, so it can no longer/);
    assert.equal(await shopper.charged(), 1);
  });

  it('sends a review, long and in any writing', async () => {
    const shopper = await Shopper.buy(server.origin);
    const text = 'こくがあって、香りがよい。\r\n'.repeat(150);
    const answer = await ask(server.origin, '/postlude/v1/reviews', {
      form: {
        order_token: shopper.token,
        line_id: 'line-1',
        stars: '3',
        title: 'とても & <b>良い</b>',
        text,
        idempotency_key: unique('form'),
        return_to: '/order',
      },
    });
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/order']);
    const { reviews } = await shopper.merchant('/reviews');
    assert.equal(reviews[0].title, 'とても & <b>良い</b>');
    assert.equal(reviews[0].text, text.replaceAll('\r\n', '\n'));
  });

  it('needs the token and the key', async () => {
    const shopper = await Shopper.buy(server.origin);
    assert.equal((await acceptForm(shopper, { order_token: '' })).json.code, 'token_missing');
    assert.equal((await acceptForm(shopper, { order_token: 'a.b.c' })).json.code, 'token_invalid');
    const answer = await acceptForm(shopper, { idempotency_key: '' });
    assert.equal(answer.status, 303);
    assert.equal(await shopper.charged(), 0);
  });

  it('shows a person a page, not JSON, when it is refused', async () => {
    const shopper = await Shopper.buy(server.origin);
    const offer = await shopper.offer();
    const response = await fetch(`${server.origin}/postlude/v1/offers/${offer.id}/decline`, {
      method: 'POST',
      headers: { Accept: 'text/html,*/*', 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'order_token=a.b.c',
    });
    assert.equal(response.status, 401);
    assert.match(response.headers.get('content-type') ?? '', /^text\/html/);
    const page = await response.text();
    assert.match(page, /cannot open your order any more, so we did nothing/);
    assert.match(page, /href="\/lookup"/);
  });

  const kElsewhere = [
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '\\\\evil.example',
    'javascript:alert(1)',
    '/order\nSet-Cookie: a=b',
    '/\t/evil.example',
    'order',
    '?x',
  ];
  for (const returnTo of kElsewhere) {
    it(`never leads to ${JSON.stringify(returnTo)}`, async () => {
      const shopper = await Shopper.buy(server.origin);
      const answer = await acceptForm(shopper, { return_to: returnTo });
      assert.equal(answer.status, 422, answer.headers.get('location') ?? '');
      assert.equal(await shopper.charged(), 0);
    });
  }
});
