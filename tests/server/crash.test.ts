import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, it } from 'node:test';
import { ServerProcess } from './support/server-process.js';
import { Shopper, ask, kCards, stockOf, unique } from './support/shopper.js';
import { ShipmentStream } from './support/stream.js';

/** Buys and accepts at a server that dies of `fault`; returns it all, with the server started again. */
async function acceptAndDie(fault: string, card = kCards.success) {
  const dying = await ServerProcess.start({ fault });
  const shopper = await Shopper.buy(dying.origin, { card });
  const offer = await shopper.offer();
  const stock = await stockOf(dying.origin, offer.product_id);
  const key = unique('key');
  await assert.rejects(shopper.accept(offer, key), 'the connection breaks');
  await dying.ended();
  const server = await ServerProcess.start({ db: dying.db });
  return { dying, server, shopper: shopper.at(server.origin), offer, stock, key };
}

/**
 * Begins a request of `shopper` and returns what sends its last bytes and reads the answer: its head
 * and body.
 */
async function beginRequest(shopper: Shopper, request: string, body = '') {
  const { hostname, port } = new URL(shopper.origin);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.write(
    `${request} HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: Bearer ${shopper.token}\r\n` +
      (body && `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n`),
  );
  return async () => {
    let answer = '';
    socket.on('data', (chunk) => (answer += String(chunk)));
    socket.write(`\r\n${body}`);
    await once(socket, 'close');
    return answer.split('\r\n\r\n');
  };
}

async function removeAll(...servers: ServerProcess[]) {
  for (const server of servers) await server.remove();
}

describe('a server that dies', () => {
  for (const fault of ['crash_after_charge=1', 'crash_after_commit=1']) {
    it(`of ${fault} has charged exactly once after its restart`, async () => {
      const { dying, server, shopper, offer, stock, key } = await acceptAndDie(fault);
      assert.equal(await shopper.charged(), 1);
      const again = await shopper.accept(offer, key);
      assert.equal(again.json.result, 'accepted', again.text);
      assert.equal(again.headers.get('idempotency-replayed'), 'true');
      assert.equal((await shopper.accept(offer, unique('key'))).json.result, 'accepted');
      assert.equal(await shopper.charged(), 1);
      assert.equal(await stockOf(server.origin, offer.product_id), stock - 1);
      const { order } = await shopper.page();
      assert.equal(
        order.lines.filter((line: any) => line.product_id === offer.product_id).length,
        1,
      );
      await removeAll(server, dying);
    });
  }

  it('before the gateway was asked has charged nothing and gives the stock back', async () => {
    const { dying, server, shopper, offer, stock, key } =
      await acceptAndDie('crash_before_charge=1');
    assert.equal(await shopper.charged(), 0);
    assert.equal(await stockOf(server.origin, offer.product_id), stock);
    assert.equal((await shopper.accept(offer, key)).json.result, 'accepted', 'the key starts anew');
    assert.equal(await shopper.charged(), 1);
    await removeAll(server, dying);
  });

  it('with a decline on its way leaves the order as it was', async () => {
    const { dying, server, shopper, offer, stock, key } = await acceptAndDie(
      'crash_after_charge=1',
      kCards.declined,
    );
    assert.equal(await shopper.charged(), 0);
    assert.equal(await stockOf(server.origin, offer.product_id), stock);
    const again = await shopper.accept(offer, key);
    assert.equal(again.json.code, 'card_declined');
    await removeAll(server, dying);
  });

  it('at random moments never charges twice', async () => {
    let server = await ServerProcess.start();
    const first = server;
    for (let round = 0; round < 8; round += 1) {
      const shopper = await Shopper.buy(server.origin, { card: kCards.timeout });
      const offer = await shopper.offer();
      const key = unique('key');
      const click = shopper.accept(offer, key).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, round * 55));
      await server.kill();
      await click;
      server = await ServerProcess.start({ db: first.db });
      const later = shopper.at(server.origin);
      const again = await later.accept(offer, key);
      assert.equal(again.json.result, 'accepted', again.text);
      assert.equal(await later.charged(), 1, `round ${round}`);
    }
    await removeAll(server, first);
  });
});

describe('a restart', () => {
  it('keeps orders, quotes, answers, reviews, events, shipments and the clock', async () => {
    const first = await ServerProcess.start({ clock: '2026-11-21T10:00:00Z' });
    const shopper = await Shopper.buy(first.origin);
    const offer = await shopper.offer();
    const key = unique('key');
    const accepted = await shopper.accept(offer, key);
    await shopper.post('/reviews', { line_id: 'line-1', stars: 2, title: 'So so' }, unique('key'));
    await shopper.post('/events', { events: [{ id: 'e1', name: 'offer:shown', at_ms: 1 }] });
    await shopper.tell('/shipments');
    await ask(first.origin, '/merchant/api/clock', { json: { days: 2 } });
    const before = await shopper.page();
    assert.equal(await first.stop(), 0, 'SIGTERM ends it in good order');

    const second = await ServerProcess.start({ db: first.db, clock: '2026-11-21T10:00:00Z' });
    const later = shopper.at(second.origin);
    const after = await later.page();
    assert.ok(after.now_ms >= before.now_ms && after.now_ms < before.now_ms + 120_000);
    assert.deepEqual({ ...after, now_ms: 0 }, { ...before, now_ms: 0 });
    const replayed = await later.accept(offer, key);
    assert.equal(replayed.text, accepted.text);
    assert.equal(replayed.headers.get('idempotency-replayed'), 'true');
    assert.equal((await later.merchant('/reviews')).reviews.length, 1);
    assert.equal((await later.merchant('/events')).events.length, 1);
    assert.equal((await later.merchant('/quotes')).quotes.length, 1);
    await removeAll(second, first);
  });

  it('lets open requests finish first', async () => {
    const server = await ServerProcess.start();
    const shopper = await Shopper.buy(server.origin, { card: kCards.late });
    const click = shopper.accept(await shopper.offer(), unique('key'));
    await new Promise((resolve) => setTimeout(resolve, 500));
    const stopped = server.stop();
    assert.equal((await click).json.result, 'accepted');
    assert.equal(await stopped, 0);
    await server.remove();
  });

  it('takes what is sent meanwhile, and is busy for what is asked', async () => {
    const server = await ServerProcess.start();
    const shopper = await Shopper.buy(server.origin);
    const offer = await shopper.offer();
    const asking = await beginRequest(shopper, 'GET /postlude/v1/shipments?since=0');
    const decline = `POST /postlude/v1/offers/${offer.id}/decline`;
    const sending = await beginRequest(shopper, decline, '{}');
    const stream = await ShipmentStream.open(shopper);
    const stopped = server.stop();
    await stream.rest();
    const [[refusal, problem], [answer]] = await Promise.all([asking(), sending()]);
    assert.match(refusal!, /^HTTP\/1.1 503 .*\r\nRetry-After: 1\r\n/s);
    assert.equal(JSON.parse(problem!).code, 'busy');
    assert.match(answer!, /^HTTP\/1.1 200 /);
    assert.equal(await stopped, 0);
    await server.remove();
  });
});

describe('a fault', () => {
  it('that loses the answer leaves one charge, which the same key finds', async () => {
    const server = await ServerProcess.start({ fault: 'lost_answer=1' });
    const shopper = await Shopper.buy(server.origin);
    const offer = await shopper.offer();
    const key = unique('key');
    await assert.rejects(shopper.accept(offer, key));
    const again = await shopper.accept(offer, key);
    assert.equal(again.json.result, 'accepted');
    assert.equal(await shopper.charged(), 1);
    await server.remove();
  });

  it('that keeps a second key from its answer leaves it free to ask again', async () => {
    const server = await ServerProcess.start({ requestFaults: true });
    const shopper = await Shopper.buy(server.origin);
    const offer = await shopper.offer();
    const accept = (key: string, fault: string) =>
      ask(server.origin, `/postlude/v1/offers/${offer.id}/accept`, {
        ...{ token: shopper.token, key, headers: { 'Postlude-Fault': fault } },
        json: { quote: offer.quote.token, quantity: offer.quantity },
      });
    const first = accept(unique('tab'), 'gateway_timeout=1');
    while (!(await shopper.merchant('/charges')).charges.length) continue;
    const key = unique('tab');
    const second = await accept(key, 'busy_from=2');
    assert.equal(second.status, 503, second.text);
    assert.equal((await first).json.result, 'accepted');
    assert.equal((await shopper.accept(offer, key)).json.result, 'accepted');
    assert.equal(await shopper.charged(), 1);
    await server.remove();
  });

  it('of a gateway that is down charges nothing and lets the key start anew', async () => {
    const server = await ServerProcess.start({ fault: 'gateway_down=2' });
    await assert.rejects(Shopper.buy(server.origin), /payment_unavailable/);
    const card = kCards.success;
    const shopper = await Shopper.buy(server.origin, { card }).catch(() => undefined);
    assert.equal(shopper, undefined, 'the second call is refused as well');
    const third = await Shopper.buy(server.origin, { card });
    assert.equal((await third.accept(await third.offer(), unique('key'))).status, 200);
    const { orders } = (await ask(server.origin, '/merchant/api/orders')).json;
    assert.equal(orders.length, 1);
    await server.remove();
  });

  it('of a gateway that is down at an offer leaves the order as it was', async () => {
    const healthy = await ServerProcess.start();
    const shopper = await Shopper.buy(healthy.origin);
    const before = await shopper.page();
    await healthy.stop();
    const broken = await ServerProcess.start({ db: healthy.db, fault: 'gateway_down=1' });
    const later = shopper.at(broken.origin);
    const key = unique('key');
    const answer = await later.accept(before.offers[0], key);
    assert.equal(answer.status, 503);
    assert.equal(answer.json.code, 'gateway_down');
    assert.deepEqual((await later.page()).order, before.order);
    assert.equal((await later.accept(before.offers[0], key)).json.result, 'accepted');
    assert.equal(await later.charged(), 1);
    await removeAll(broken, healthy);
  });

  for (const fault of ['sqlite_busy', 'sqlite_full']) {
    it(`of ${fault} at any write leaves one charge when it has passed`, async () => {
      const healthy = await ServerProcess.start();
      const shoppers = [];
      for (let i = 0; i < 5; i += 1) {
        const shopper = await Shopper.buy(healthy.origin);
        shoppers.push({ shopper, offer: await shopper.offer() });
      }
      await healthy.stop();
      for (const [failures, { shopper, offer }] of shoppers.entries()) {
        const server = await ServerProcess.start({
          db: healthy.db,
          fault: `${fault}=${failures + 1}`,
        });
        const later = shopper.at(server.origin);
        const key = unique('key');
        let answer = await later.accept(offer, key);
        for (let tries = 0; answer.status !== 200 && tries < 20; tries += 1) {
          assert.ok([503, 409].includes(answer.status), answer.text);
          await new Promise((resolve) => setTimeout(resolve, 100));
          answer = await later.accept(offer, key);
        }
        assert.equal(answer.json.result, 'accepted', `${failures + 1} failures: ${answer.text}`);
        assert.equal(await later.charged(), 1);
        await server.remove();
      }
      await healthy.remove();
    });
  }

  it('that is not known, or a wrong clock, keeps the server from starting', async () => {
    await assert.rejects(ServerProcess.start({ fault: 'meteor' }), /not a fault point: meteor/);
    await assert.rejects(ServerProcess.start({ clock: 'yesterday' }), /not a time with a zone/);
  });
});
