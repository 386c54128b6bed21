// What the session asks of the host: requests, timers, events, dataLayer. Real browser, real server.

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import {
  BatchOp,
  HostEvent,
  kErrors,
  kMaxJsonBytes,
  MessageType,
  Method,
  TimerId,
} from '../../web/src/protocol.gen.js';
import { openEdgePage } from './support/edge_page.mjs';

let edge, page, requests, answer;
before(async () => {
  edge = await openEdgePage(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    requests.push({ method: request.method, url: request.url, headers: request.headers, body });
    answer(response, request);
  });
  page = edge.page;
});
after(() => edge?.close());
beforeEach(async () => {
  requests = [];
  answer = (response) => response.writeHead(200, { etag: '"1"' }).end('{"ok":true}');
  await edge.reset();
  await page.eval(() => {
    window.sent = [];
    window.runner = new window.edge.EffectRunner(
      {
        send: (type, a, b, payload) =>
          window.sent.push([
            type,
            a,
            b,
            typeof payload === 'string' ? payload : new TextDecoder().decode(payload),
          ]),
        targetOf: () => document.body,
        loadLater: async () => window.edge.later,
        loadStream: async () => {
          window.loads = (window.loads ?? 0) + 1;
          return window.edge.stream;
        },
      },
      'secret-token',
    );
  });
});

/** An effect as apply-batch gives it. */
const effect = (op, fields) => ({
  ...{ op, widget: 0, method: 0, id: 0, number: 0, text: '', key: '', body: '' },
  ...fields,
});
const run = (...effects) =>
  page.eval((list) => list.forEach((one) => window.runner.run(one)), effects);
const replies = (count) =>
  page.waitFor((n) => window.sent.length >= n && window.sent, { args: [count] });

test('a request carries token and key in headers, and its answer comes back as bytes', async () => {
  const body = '{"quote":"q"}';
  await run(
    effect(BatchOp.Fetch, { id: 258, method: Method.Post, text: '/v1/x', key: 'k1', body }),
  );
  assert.deepEqual(await replies(1), [[MessageType.Reply, 258, 200, '{"ok":true}']]);
  const [{ method, url, headers, body: sent }] = requests;
  assert.deepEqual([method, url, sent], ['POST', '/v1/x', body]);
  assert.equal(headers.authorization, 'Bearer secret-token');
  assert.equal(headers['idempotency-key'], 'k1');
  assert.equal(headers['content-type'], 'application/json');
  assert.equal(headers.referer, undefined);
  assert.equal(headers.cookie, undefined);
});

test('what has not changed is asked for by its ETag', async () => {
  await run(effect(BatchOp.Fetch, { id: 1, text: '/v1/page' }));
  await replies(1);
  answer = (response) => response.writeHead(304).end();
  await run(effect(BatchOp.Fetch, { id: 1, text: '/v1/page' }));
  assert.deepEqual((await replies(2))[1], [MessageType.Reply, 1, 304, '']);
  assert.equal(requests[0].headers['if-none-match'], undefined);
  assert.equal(requests[1].headers['if-none-match'], '"1"');
});

test('the same question is not asked twice at once, but once more', async () => {
  let open = 0;
  let most = 0;
  answer = async (response) => {
    most = Math.max(most, ++open);
    await new Promise((done) => setTimeout(done, 50));
    open--;
    response.end('{}');
  };
  const ask = effect(BatchOp.Fetch, { id: 1, method: Method.Get, text: '/v1/page' });
  await run(ask, ask, ask);
  await replies(2);
  await new Promise((done) => setTimeout(done, 100));
  assert.deepEqual([requests.length, most], [2, 1]);
});

test('no answer is status 0', async () => {
  answer = (response) => response.destroy();
  await run(effect(BatchOp.Fetch, { id: 7, text: '/v1/page' }));
  assert.deepEqual(await replies(1), [[MessageType.Reply, 7, 0, '']]);
});

test('refusals keep their status and body', async () => {
  answer = (response) => response.writeHead(409).end('{"type":"x"}');
  await run(effect(BatchOp.Fetch, { id: 7, method: Method.Post, text: '/v1/x' }));
  assert.deepEqual(await replies(1), [[MessageType.Reply, 7, 409, '{"type":"x"}']]);
});

test('a body that nobody would read is not kept', async () => {
  answer = (response) => {
    response.writeHead(200, { 'content-length': kMaxJsonBytes * 3 });
    response.write('x'.repeat(1000));
  };
  await run(effect(BatchOp.Fetch, { id: 7, text: '/v1/page' }));
  const [[, , status, body]] = await replies(1);
  assert.deepEqual([status, body.length], [200, kMaxJsonBytes + 1]);
});

const listenTo = (text) => effect(BatchOp.Fetch, { id: 7, method: Method.Listen, text });
/** Answers with a stream that stays open; returns its responses. */
const openStreams = () => {
  const open = [];
  answer = (response) => {
    open.push(response);
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': open\n\n');
  };
  return open;
};
const untilClosed = (response) =>
  response.closed || new Promise((done) => response.once('close', done));

test('nobody loads what reads streams before there is one', async () => {
  await run(effect(BatchOp.Fetch, { id: 1, text: '/v1/page' }), listenTo(''));
  await replies(1);
  assert.equal(await page.eval(() => window.loads), undefined);
});

test('a stream carries the token in a header, and what it says comes as replies', async () => {
  const open = openStreams();
  await run(listenTo('/v1/stream?since=1'));
  await replies(1);
  open[0].write('event: changes\ndata: {"a":1}\n\n');
  await replies(2);
  open[0].end();
  assert.deepEqual(await replies(3), [
    [MessageType.Reply, 7, 200, ''],
    [MessageType.Reply, 7, 200, '{"a":1}'],
    [MessageType.Reply, 7, 0, ''],
  ]);
  const [{ url, headers }] = requests;
  assert.equal(url, '/v1/stream?since=1');
  assert.equal(headers.authorization, 'Bearer secret-token');
  assert.equal(headers.accept, 'text/event-stream');
  assert.equal(headers.cookie, undefined);
  assert.equal(headers.referer, undefined);
});

test('a refused stream is told with the time after which to try again', async () => {
  answer = (response) => response.writeHead(503, { 'retry-after': '60' }).end('{}');
  await run(listenTo('/v1/stream'));
  assert.deepEqual(await replies(1), [[MessageType.Reply, 7, 503 | (60 << 10), '']]);
});

test('a new stream takes the place of the one under way, whose words nobody hears', async () => {
  const open = openStreams();
  await run(listenTo('/v1/one'));
  await replies(1);
  await run(listenTo('/v1/two'));
  await replies(2);
  await untilClosed(open[0]);
  assert.equal(open.length, 2);
  await run(listenTo(''));
  await untilClosed(open[1]);
  assert.deepEqual(await page.eval(() => window.sent.length), 2);
});

test('a stream ends without a word when nobody looks, and with the session', async () => {
  const open = openStreams();
  for (const [i, end] of ['hush', 'close'].entries()) {
    await run(listenTo('/v1/stream'));
    await page.waitFor((n) => window.sent.length === n, { args: [i + 1] });
    await page.eval((name) => window.runner[name](), end);
    await untilClosed(open.at(-1));
  }
  await new Promise((done) => setTimeout(done, 100));
  assert.deepEqual(await page.eval(() => window.sent.length), 2);
});

test('a stream that cannot be loaded is none', async () => {
  await page.eval(() => {
    window.edge.stream = undefined;
  });
  await run(listenTo('/v1/stream'));
  assert.deepEqual(await replies(1), [[MessageType.Reply, 7, 0, '']]);
});

test('a timer fires once, and a new one takes its place', async () => {
  const timer = (number) => effect(BatchOp.Timer, { id: TimerId.AcceptRetry, number });
  await run(timer(1), timer(60));
  await new Promise((done) => setTimeout(done, 200));
  assert.deepEqual(await replies(1), [[MessageType.Timer, TimerId.AcceptRetry, 0, '']]);
});

test('after close nothing comes any more', async () => {
  answer = (response) => setTimeout(() => response.writeHead(200).end('{}'), 100);
  const effects = [
    effect(BatchOp.Timer, { id: TimerId.Poll, number: 30 }),
    effect(BatchOp.Fetch, { id: 1, text: '/v1/page' }),
  ];
  await page.eval((list) => {
    for (const one of list) window.runner.run(one);
    window.runner.close();
  }, effects);
  await new Promise((done) => setTimeout(done, 250));
  assert.deepEqual(await page.eval(() => window.sent), []);
});

test('events bubble through shadow roots with their detail', async () => {
  await page.eval(() => {
    document.addEventListener('postlude:offer-accepted', (event) => {
      window.heard = [event.target.localName, event.composed, event.detail];
    });
  });
  await run(
    effect(BatchOp.Emit, { widget: 1, id: HostEvent.OfferAccepted, text: '{"offer_id":"o1"}' }),
  );
  assert.deepEqual(await page.eval(() => window.heard), ['body', true, { offer_id: 'o1' }]);
  assert.deepEqual(await page.eval(() => ({ ...window.runner.story.offer })), {
    event: 'offer-accepted',
    detail: { offer_id: 'o1' },
  });
});

test('dataLayer gets what GA4 wants, after what was there is cleared', async () => {
  await page.eval(() => void (window.dataLayer = [{ event: 'own' }]));
  await run(
    effect(BatchOp.DataLayer, { text: '{"event":"view_promotion","ecommerce":{"a":1}}' }),
    effect(BatchOp.DataLayer, { text: '{"event":"plain"}' }),
  );
  assert.deepEqual(await page.eval(() => window.dataLayer), [
    { event: 'own' },
    { ecommerce: null },
    { event: 'view_promotion', ecommerce: { a: 1 } },
    { event: 'plain' },
  ]);
});

test('an element called dataLayer is not one, and a broken one harms nobody', async () => {
  await page.eval(() => {
    const link = document.createElement('a');
    link.id = 'dataLayer';
    document.body.append(link);
  });
  await run(effect(BatchOp.DataLayer, { text: '{"event":"x"}' }));
  await page.eval(() => {
    window.dataLayer = [];
    window.dataLayer.push = () => {
      throw new Error('broken tag manager');
    };
  });
  await run(effect(BatchOp.DataLayer, { text: '{"event":"x"}' }));
  assert.deepEqual(await page.consoleErrors(), []);
});

test('bad data is told once a code in the console and each time as an event', async () => {
  await page.eval(() => {
    window.warnings = [];
    window.errors = [];
    console.warn = (...words) => window.warnings.push(words.join(' '));
    document.addEventListener('postlude:error', (event) => window.errors.push(event.detail));
  });
  const warning = effect(BatchOp.Warn, { id: kErrors.indexOf('wrong_type'), text: '/order/lines' });
  await run(warning, warning);
  await page.waitFor(() => window.errors.length > 1);
  assert.deepEqual(await page.eval(() => window.warnings), [
    'Postlude: wrong_type at "/order/lines"',
  ]);
  const told = { code: 'wrong_type', pointer: '/order/lines', offset: 0 };
  assert.deepEqual(await page.eval(() => window.errors), [told, told]);
});
