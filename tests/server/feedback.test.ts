import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ServerProcess } from './support/server-process.js';
import { Shopper, unique } from './support/shopper.js';

let server: ServerProcess;
let shopper: Shopper;

before(async () => {
  server = await ServerProcess.start();
});
after(() => server.remove());

describe('a review', () => {
  before(async () => {
    shopper = await Shopper.buy(server.origin);
  });

  it('is stored once a line, and its key brings the same answer again', async () => {
    const key = unique('key');
    const review = { line_id: 'line-1', stars: 1, title: 'No', text: 'Too dark\nfor me' };
    const first = await shopper.post('/reviews', review, key);
    assert.equal(first.status, 201);
    const again = await shopper.post('/reviews', review, key);
    assert.equal(again.text, first.text);
    assert.equal(again.headers.get('idempotency-replayed'), 'true');
    const second = await shopper.post('/reviews', { ...review, stars: 5 }, unique('key'));
    assert.equal(second.status, 409);
    assert.equal(second.json.code, 'already_sent');
    const { reviews } = await shopper.merchant('/reviews');
    assert.deepEqual(
      reviews.map((row: any) => [row.stars, row.title, row.text]),
      [[1, 'No', 'Too dark\nfor me']],
    );
    assert.deepEqual((await shopper.page()).review.sent, ['line-1']);
  });

  it('in parallel is still stored once', async () => {
    const other = await Shopper.buy(server.origin);
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((stars) =>
        other.post('/reviews', { line_id: 'line-1', stars }, unique('key')),
      ),
    );
    assert.deepEqual(answers.map((answer) => answer.status).sort(), [201, 409, 409, 409, 409]);
  });

  const kRefused: [string, unknown, number, string | undefined][] = [
    ['no line', { stars: 5 }, 422, '/line_id'],
    ['no stars', { line_id: 'line-1' }, 422, '/stars'],
    ['0 stars', { line_id: 'line-1', stars: 0 }, 422, '/stars'],
    ['6 stars', { line_id: 'line-1', stars: 6 }, 422, '/stars'],
    ['4.5 stars', { line_id: 'line-1', stars: 4.5 }, 422, '/stars'],
    ['stars as text', { line_id: 'line-1', stars: '5' }, 422, '/stars'],
    ['a title of two lines', { line_id: 'line-1', stars: 5, title: 'a\nb' }, 422, '/title'],
    ['a long title', { line_id: 'line-1', stars: 5, title: 'x'.repeat(121) }, 422, '/title'],
    ['a long text', { line_id: 'line-1', stars: 5, text: 'x'.repeat(4001) }, 422, '/text'],
    ['a NUL', { line_id: 'line-1', stars: 5, text: 'a\u0000b' }, 422, '/text'],
    ['a foreign line', { line_id: 'line-9', stars: 5 }, 404, undefined],
    ['a list', [], 400, undefined],
  ];
  for (const [name, body, status, pointer] of kRefused) {
    it(`with ${name} is refused`, async () => {
      const answer = await shopper.post('/reviews', body, unique('key'));
      assert.equal(answer.status, status, answer.text);
      assert.equal(answer.json.pointer, pointer);
    });
  }

  it('takes the longest texts', async () => {
    const other = await Shopper.buy(server.origin);
    const review = {
      line_id: 'line-1',
      stars: 5,
      title: '😀'.repeat(120),
      text: '語'.repeat(4000),
    };
    assert.equal((await other.post('/reviews', review, unique('key'))).status, 201);
    const { reviews } = await other.merchant('/reviews');
    assert.deepEqual([reviews[0].title, reviews[0].text], [review.title, review.text]);
  });

  it('needs an Idempotency-Key', async () => {
    const answer = await shopper.post('/reviews', { line_id: 'line-1', stars: 5 });
    assert.equal(answer.json.code, 'idempotency_key_missing');
  });
});

describe('events', () => {
  before(async () => {
    shopper = await Shopper.buy(server.origin);
  });

  it('are stored once an id, as they were sent', async () => {
    const events = [
      {
        id: 'a',
        name: 'offer:shown',
        at_ms: 5,
        data: { offer_id: 'x', n: 1.5e3, deep: [{ a: null }] },
      },
      { id: 'b', name: 'offer.declined', at_ms: 6 },
      { id: 'a', name: 'offer:shown', at_ms: 7 },
    ];
    const first = await shopper.post('/events', { events });
    assert.equal(first.status, 202);
    assert.deepEqual([first.json.stored, first.json.duplicates], [2, 1]);
    const again = await shopper.post('/events', { events });
    assert.deepEqual([again.json.stored, again.json.duplicates], [0, 3]);
    const stored = (await shopper.merchant('/events')).events;
    const row = stored.find((event: any) => event.id === 'a');
    assert.deepEqual([row.name, row.at_ms, row.data], ['offer:shown', 5, events[0]!.data]);
    assert.ok(row.received_ms > 1_700_000_000_000, 'by our own clock as well');
  });

  it('keep __proto__ as a plain key', async () => {
    const body = '{"events":[{"id":"p","name":"x","at_ms":1,"data":{"__proto__":{"polluted":1}}}]}';
    const answer = await fetch(`${server.origin}/postlude/v1/events`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${shopper.token}`, 'Content-Type': 'application/json' },
      body,
    });
    assert.equal(answer.status, 202);
    assert.equal(({} as any).polluted, undefined);
  });

  const event = { id: 'z', name: 'x', at_ms: 1 };
  const kRefused: [string, unknown, string][] = [
    ['no list', {}, '/events'],
    ['an object as list', { events: {} }, '/events'],
    ['no id', { events: [{ ...event, id: undefined }] }, '/events/0/id'],
    ['a blank in an id', { events: [{ ...event, id: 'a b' }] }, '/events/0/id'],
    ['no name', { events: [event, { ...event, name: undefined }] }, '/events/1/name'],
    ['a strange name', { events: [{ ...event, name: '<b>' }] }, '/events/0/name'],
    ['no time', { events: [{ ...event, at_ms: undefined }] }, '/events/0/at_ms'],
    ['a text as data', { events: [{ ...event, data: 'x' }] }, '/events/0/data'],
    ['much data', { events: [{ ...event, data: { a: 'x'.repeat(5000) } }] }, '/events/0/data'],
    ['51 events', { events: Array.from({ length: 51 }, () => event) }, '/events'],
  ];
  for (const [name, body, pointer] of kRefused) {
    it(`with ${name} are refused as a whole`, async () => {
      const answer = await shopper.post('/events', body);
      assert.equal(answer.status, 422, answer.text);
      assert.equal(answer.json.pointer, pointer);
      const stored = (await shopper.merchant('/events')).events;
      assert.ok(stored.every((row: any) => row.id !== 'z'));
    });
  }
});
