import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ServerProcess } from './support/server-process.js';
import { Shopper, ask } from './support/shopper.js';

const kRoot = fileURLToPath(new URL('../../', import.meta.url));
const kBin = process.env['POSTLUDE_BIN'] ?? join(kRoot, 'build/debug/bin');

let server: ServerProcess;
let directory: string;

before(async () => {
  server = await ServerProcess.start();
  directory = await mkdtemp(join(tmpdir(), 'postlude-replay-'));
});
after(async () => {
  await server.remove();
  await rm(directory, { recursive: true, force: true });
});

const kTracker = {
  object: 'Event',
  result: {
    object: 'Tracker',
    id: 'trk_1',
    tracking_code: 'EZ1000000001',
    status: 'delivered',
    carrier: 'USPS',
    signed_by: 'A. Beispiel',
    tracking_details: [
      { status: 'in_transit', message: 'Accepted', datetime: '2026-11-16T10:00:00Z' },
      { status: 'out_for_delivery', message: 'In the van', datetime: '2026-11-17T07:00:00Z' },
      { status: 'delivered', message: 'Delivered', datetime: '2026-11-17T11:00:00Z' },
    ],
  },
};

async function replay(payload: unknown, ...options: string[]): Promise<any[]> {
  const file = join(directory, 'payload.json');
  await writeFile(file, JSON.stringify(payload));
  const { stdout } = await promisify(execFile)(join(kBin, 'postlude'), [
    ...['replay', '--to', server.origin, '--every', '0ms'],
    ...options,
    file,
  ]);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('postlude replay', () => {
  it('sends a payload scan by scan and at last as it is', async () => {
    const shopper = await Shopper.buy(server.origin);
    const sent = await replay(kTracker, '--order', shopper.number);
    assert.deepEqual(
      sent.map((row) => [row.sent, row.status, row.result]),
      [
        [1, 'in_transit', 'merged'],
        [2, 'out_for_delivery', 'merged'],
        [3, 'delivered', 'merged'],
        [4, undefined, 'merged'],
      ],
    );
    const [shipment] = (await shopper.merchant()).tracking.shipments;
    assert.equal(shipment.tracking_number, 'EZ1000000001');
    assert.equal(shipment.status, 'delivered');
    assert.equal(shipment.signed_by, 'A. Beispiel');
    assert.equal(shipment.checkpoints.length, 3);
    assert.equal(shipment.items.length, 1);
  });

  it('makes an order when none is named, and a parcel for each shipment', async () => {
    const two = [
      { carrier_name: 'fedex', tracking_number: '77', delivered: false, events: [] },
      { carrier_name: 'fedex', delivered: false, tracking_number: '78', events: [] },
    ];
    const sent = await replay([two, []], '--from', 'karrio');
    assert.equal(sent.length, 1);
    const { orders } = (await ask(server.origin, '/merchant/api/orders')).json;
    const newest = await ask(server.origin, `/merchant/api/orders/${orders[0].id}`);
    const { shipments } = newest.json.tracking;
    assert.deepEqual(
      shipments.map((shipment: any) => shipment.tracking_number),
      ['77', '78'],
    );
  });

  it('says what is wrong', async () => {
    await assert.rejects(replay({ a: 1 }), /no source finds a shipment/);
    await assert.rejects(replay(kTracker, '--order', '9'), /there is no order 9/);
    await assert.rejects(replay(kTracker, '--every', 'often'), /--every/);
  });
});
