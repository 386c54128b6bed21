/** The stream of an order's shipments: what it tells, to whom, to how many, and until when. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { ServerProcess } from './support/server-process.js';
import { Shopper, advance, ask } from './support/shopper.js';
import { ShipmentStream, soon } from './support/stream.js';
import { TrackingService } from './support/webhook.js';

const kLookMs = 200;
const kShoppers = 12;

/** Asks for a stream again and again until there is a place for it. */
async function untilThereIsAPlace(shopper: Shopper): Promise<ShipmentStream> {
  for (;;) {
    const stream = await ShipmentStream.open(shopper);
    if (stream.response.status === 200) return stream;
    stream.close();
    await new Promise((done) => setTimeout(done, kLookMs));
  }
}

/** A reader that falls asleep once its stream has begun. */
async function sleepingReader(shopper: Shopper): Promise<Socket> {
  const { hostname, port } = new URL(shopper.origin);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  socket.write(
    `GET /postlude/v1/shipments/stream HTTP/1.1\r\nHost: ${hostname}\r\n` +
      `Authorization: Bearer ${shopper.token}\r\n\r\n`,
  );
  const [head] = await once(socket, 'data');
  assert.match(String(head), /^HTTP\/1.1 200 /);
  socket.pause();
  return socket;
}

/** Five hundred scans of a second each, all with other messages, in every round. */
function manyScans(round: number): object {
  const checkpoints = Array.from({ length: 500 }, (_, i) => ({
    id: `c${i}`,
    status: 'in_transit',
    message: `scan ${i}, round ${round} ${'x'.repeat(1000)}`,
    time: new Date(Date.UTC(2026, 10, 23, 10, 0, i)).toISOString(),
  }));
  const shipment = { id: 's', tracking_number: 'SLOW-1', status: 'in_transit', checkpoints };
  return { version: 1, shipments: [shipment] };
}

describe('the stream of shipments', { concurrency: true }, () => {
  let server: ServerProcess;
  before(async () => {
    server = await ServerProcess.start({ clock: '2026-11-23T09:00:00Z' });
  });
  after(() => server.remove());

  it('is offered by the page document', async () => {
    const shopper = await Shopper.buy(server.origin);
    assert.equal((await shopper.page()).config.stream, true);
  });

  it('opens with a word, then tells each scan as the shipments would', async () => {
    const shopper = await Shopper.buy(server.origin);
    const stream = await ShipmentStream.open(shopper);
    assert.match(stream.response.headers.get('content-type')!, /^text\/event-stream/);
    assert.equal(stream.response.headers.get('cache-control'), 'no-store, no-transform');
    assert.equal(await stream.block(), ': open');
    let since = '0';
    const { shipment_id: id } = await shopper.tell('/shipments');
    for (let scans = 0; scans < 3; scans++) {
      const told = await stream.change();
      assert.deepEqual(told, (await shopper.get(`/shipments?since=${since}`)).json);
      since = told.cursor;
      await shopper.tell(`/shipments/${id}/scans`);
    }
    stream.close();
  });

  it('begins with what changed since the cursor, so that nothing is missed', async () => {
    const shopper = await Shopper.buy(server.origin);
    const { shipment_id: id } = await shopper.tell('/shipments');
    await shopper.tell(`/shipments/${id}/scans`);
    const stream = await ShipmentStream.open(shopper, '1');
    const { cursor, shipments } = await stream.change();
    assert.deepEqual(
      [cursor, shipments[0].checkpoints.map((checkpoint: any) => checkpoint.status)],
      ['2', ['picked_up']],
    );
    stream.close();
  });

  it('tells what a tracking service sends, to every page of that order and to no other', async () => {
    const [shopper, other] = [await Shopper.buy(server.origin), await Shopper.buy(server.origin)];
    await shopper.tell('/shipments', { tracking_number: 'LIVE-1' });
    const streams = [await ShipmentStream.open(shopper), await ShipmentStream.open(shopper)];
    const foreign = await ShipmentStream.open(other);
    for (const stream of streams) await stream.change();
    assert.equal(await foreign.block(), ': open');
    const service = await TrackingService.at(server.origin, 'karrio');
    const events = [{ date: '2026-11-23', time: '10:00', description: 'Left', code: 'in_transit' }];
    const tracker = { tracking_number: 'LIVE-1', status: 'in_transit', events };
    assert.equal((await service.send(tracker)).json.result, 'merged');
    for (const stream of streams) {
      const { shipments } = await stream.change();
      assert.equal(shipments[0].checkpoints[0].message, 'Left');
      stream.close();
    }
    await other.tell('/shipments');
    assert.equal((await foreign.change()).cursor, '1');
    foreign.close();
  });

  it('needs the token in its header, and a cursor of the order', async () => {
    const shopper = await Shopper.buy(server.origin);
    const path = '/postlude/v1/shipments/stream';
    assert.equal((await ask(server.origin, path)).status, 401);
    for (const query of [`?token=${shopper.token}`, `?authorization=Bearer%20${shopper.token}`]) {
      assert.equal((await ask(server.origin, path + query)).status, 401);
    }
    assert.equal((await ask(server.origin, path, { token: `${shopper.token}x` })).status, 401);
    for (const since of ['7', '-1', 'x', '']) {
      assert.equal((await shopper.get(`/shipments/stream?since=${since}`)).status, 422, since);
    }
    assert.equal((await ask(server.origin, path, { token: shopper.token, json: {} })).status, 405);
  });

  it('ends when its links are revoked', async () => {
    const shopper = await Shopper.buy(server.origin);
    const stream = await ShipmentStream.open(shopper);
    await stream.block();
    await shopper.tell('/revoke-links');
    await stream.rest();
    assert.equal((await ShipmentStream.open(shopper)).response.status, 401);
  });

  it('says now and then that it is there, and ends when its token does', async () => {
    const shopper = await Shopper.buy(server.origin);
    const { token } = await shopper.tell('/token', { lifetime_s: 3600 });
    const [lasting, ending] = [
      await ShipmentStream.open(shopper),
      await ShipmentStream.open(shopper, '0', token),
    ];
    await advance(server.origin, { hours: 2 });
    await ending.rest();
    assert.deepEqual([await lasting.block(), await lasting.block()], [': open', ': still here']);
    lasting.close();
  });

  it('has a few places for each order, free again when a page goes', async () => {
    const shopper = await Shopper.buy(server.origin);
    const open: ShipmentStream[] = [];
    for (;;) {
      const stream = await ShipmentStream.open(shopper);
      if (stream.response.status !== 200) break;
      open.push(stream);
    }
    assert.equal(open.length, 4);
    open[0]!.close();
    (await untilThereIsAPlace(shopper)).close();
    for (const stream of open) stream.close();
  });
});

describe('a server with few places', () => {
  it('refuses the rest, who then poll, and answers everything else', async () => {
    const server = await ServerProcess.start({ streams: 2 });
    const shoppers = [];
    for (let i = 0; i < 3; i++) shoppers.push(await Shopper.buy(server.origin));
    const [one, two] = [
      await ShipmentStream.open(shoppers[0]!),
      await ShipmentStream.open(shoppers[1]!),
    ];
    assert.deepEqual([one.response.status, two.response.status], [200, 200]);
    const refused = await shoppers[2]!.get('/shipments/stream');
    assert.deepEqual([refused.status, refused.json.code], [503, 'busy']);
    assert.equal(refused.headers.get('retry-after'), '60');
    assert.equal((await shoppers[2]!.get('/shipments')).status, 200);
    one.close();
    (await untilThereIsAPlace(shoppers[2]!)).close();
    two.close();
    await server.remove();
  });

  it('does not offer streams when it has none', async () => {
    const server = await ServerProcess.start({ streams: 0 });
    const shopper = await Shopper.buy(server.origin);
    assert.equal((await shopper.page()).config.stream, false);
    assert.equal((await shopper.get('/shipments/stream')).status, 503);
    await server.remove();
  });

  it('takes the place of a reader that does not read, and keeps nothing for it', async () => {
    const server = await ServerProcess.start({ streams: 1 });
    const shopper = await Shopper.buy(server.origin);
    await shopper.tell('/shipments', { tracking_number: 'SLOW-1' });
    const service = await TrackingService.at(server.origin, 'canonical');
    const sleeper = await sleepingReader(shopper);
    // In the end more than the system itself keeps for a connection.
    let stream: ShipmentStream | undefined;
    for (let round = 0; !stream; round++) {
      assert.ok(round < 1000, 'the place of a reader that sleeps is never free');
      assert.equal((await service.send(manyScans(round))).json.result, 'merged');
      assert.equal((await shopper.get('/shipments?since=0')).status, 200, 'others are answered');
      const attempt = await ShipmentStream.open(shopper);
      if (attempt.response.status === 200) stream = attempt;
      else attempt.close();
    }
    assert.equal((await stream.change()).shipments[0].checkpoints.length, 500);
    stream.close();
    sleeper.destroy();
    await server.remove();
  });

  it('ends its streams in good order when it is told to stop', async () => {
    const server = await ServerProcess.start();
    const shoppers = await Promise.all(
      Array.from({ length: kShoppers }, () => Shopper.buy(server.origin)),
    );
    const streams = await Promise.all(
      shoppers.flatMap((shopper) => [ShipmentStream.open(shopper), ShipmentStream.open(shopper)]),
    );
    assert.ok(streams.every((stream) => stream.response.status === 200));
    // It stops while there is news for all of them: some are waiting, some about to write.
    const told = shoppers.map((shopper) => shopper.tell('/shipments'));
    const answered = Promise.allSettled(told);
    await Promise.race(told);
    const [code] = await soon(
      Promise.all([server.stop(), answered, ...streams.map((stream) => stream.rest())]),
      'the end',
    );
    assert.equal(code, 0);
    await server.remove();
  });
});
