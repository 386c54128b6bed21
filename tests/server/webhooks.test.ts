import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ServerProcess } from './support/server-process.js';
import { Shopper, advance, ask, setStock, unique } from './support/shopper.js';
import { TrackingService, sign } from './support/webhook.js';

let server: ServerProcess;

before(async () => {
  server = await ServerProcess.start();
  await setStock(server.origin, 'porcelain-dripper', 500);
});
after(() => server.remove());

interface Scan {
  status: string;
  words: string;
  at: string;
}

const kScans: Scan[] = [
  { status: 'picked_up', words: 'Picked up', at: '2026-11-16T17:10:00+01:00' },
  { status: 'in_transit', words: 'Arrived at hub', at: '2026-11-17T03:40:00+01:00' },
  { status: 'out_for_delivery', words: 'In the van', at: '2026-11-18T08:05:00+01:00' },
  { status: 'delivered', words: 'Delivered', at: '2026-11-18T13:22:00+01:00' },
];

/** A parcel with a number of its own that waits for its carrier to tell. */
async function parcel(number = unique('PL')): Promise<{ shopper: Shopper; number: string }> {
  const shopper = await Shopper.buy(server.origin);
  await shopper.tell('/shipments', {
    tracking_number: number,
    carrier: 'dhl',
    carrier_name: 'DHL',
  });
  return { shopper, number };
}

async function shipment(shopper: Shopper): Promise<any> {
  const { shipments } = (await shopper.merchant()).tracking;
  assert.equal(shipments.length, 1);
  return shipments[0];
}

/** What each service sends of a parcel and its scans, as its documentation of 2026-11 shows it. */
const kPayloads: Record<string, (number: string, scans: Scan[]) => unknown> = {
  aftership: (number, scans) => ({
    event: 'tracking_update',
    msg: {
      id: 'af-1',
      tracking_number: number,
      slug: 'dhl',
      tag: tagOf(scans.at(-1)),
      checkpoints: scans.map((scan) => ({
        tag: tagOf(scan),
        message: scan.words,
        checkpoint_time: scan.at,
        city: 'Leipzig',
        country_iso3: 'DEU',
      })),
    },
  }),
  easypost: (number, scans) => ({
    object: 'Event',
    description: 'tracker.updated',
    result: {
      object: 'Tracker',
      id: 'trk_1',
      tracking_code: number,
      status: easyPostOf(scans.at(-1)),
      carrier: 'DHL',
      tracking_details: scans.map((scan) => ({
        status: easyPostOf(scan),
        message: scan.words,
        datetime: new Date(scan.at).toISOString(),
        tracking_location: { city: 'Leipzig', country: 'DE' },
      })),
    },
  }),
  shippo: (number, scans) => ({
    event: 'track_updated',
    data: {
      carrier: 'dhl_germany',
      tracking_number: number,
      tracking_status: shippoOf(scans.at(-1), scans.length),
      tracking_history: scans.map(shippoOf),
    },
  }),
  karrio: (number, scans) => ({
    event: 'tracker.updated',
    data: {
      carrier_name: 'dhl_parcel_de',
      tracking_number: number,
      status: scans.at(-1)?.status,
      events: scans.map((scan) => ({
        status: scan.status,
        code: scan.status,
        description: scan.words,
        timestamp: scan.at,
      })),
    },
  }),
  '17track': (number, scans) => ({
    event: 'TRACKING_UPDATED',
    data: {
      number,
      carrier: 7041,
      track_info: {
        latest_status: { status: seventeenOf(scans.at(-1)) },
        tracking: {
          providers: [
            {
              provider: { name: 'DHL' },
              events: scans.map((scan) => ({
                time_iso: scan.at,
                stage: stageOf(scan),
                description: scan.words,
              })),
            },
          ],
        },
      },
    },
  }),
  shopify: (number, scans) => ({
    id: 2558,
    status: 'success',
    tracking_company: 'DHL',
    tracking_number: number,
    shipment_status: shopifyOf(scans.at(-1)),
    events: scans.map((scan, index) => ({
      id: index + 1,
      fulfillment_id: 2558,
      status: shopifyOf(scan),
      message: scan.words,
      happened_at: scan.at,
    })),
  }),
  ucp: (number, scans) => ({
    id: 'order-1',
    line_items: [],
    fulfillment: {
      events: scans.map((scan, index) => ({
        id: String(index),
        occurred_at: scan.at,
        type: ucpOf(scan),
        description: scan.words,
        tracking_number: number,
        carrier: 'DHL',
        line_items: [{ id: 'line-1', quantity: 1 }],
      })),
    },
  }),
  canonical: (number, scans) => ({
    version: 1,
    shipments: [
      {
        id: 'p1',
        tracking_number: number,
        checkpoints: scans.map((scan) => ({
          status: scan.status,
          message: scan.words,
          time: scan.at,
        })),
      },
    ],
  }),
};

type Words = Record<string, string>;
const word = (words: Words) => (scan: Scan | undefined) => words[scan?.status ?? ''];
const tagOf = word({
  picked_up: 'InTransit',
  in_transit: 'InTransit',
  out_for_delivery: 'OutForDelivery',
  delivered: 'Delivered',
});
const easyPostOf = word({
  picked_up: 'in_transit',
  in_transit: 'in_transit',
  out_for_delivery: 'out_for_delivery',
  delivered: 'delivered',
});
const seventeenOf = word({
  picked_up: 'InTransit',
  in_transit: 'InTransit',
  out_for_delivery: 'OutForDelivery',
  delivered: 'Delivered',
});
const stageOf = word({
  picked_up: 'PickedUp',
  in_transit: 'Arrival',
  out_for_delivery: 'OutForDelivery',
  delivered: 'Delivered',
});
const shopifyOf = word({
  picked_up: 'in_transit',
  in_transit: 'in_transit',
  out_for_delivery: 'out_for_delivery',
  delivered: 'delivered',
});
const ucpOf = word({
  picked_up: 'shipped',
  in_transit: 'in_transit',
  out_for_delivery: 'out_for_delivery',
  delivered: 'delivered',
});
function shippoOf(scan: Scan | undefined, index: number): unknown {
  if (!scan) return null;
  const status = scan.status === 'delivered' ? 'DELIVERED' : 'TRANSIT';
  const code = scan.status === 'out_for_delivery' ? { code: 'out_for_delivery' } : undefined;
  return {
    object_id: `s${index}`,
    status,
    substatus: code,
    status_details: scan.words,
    status_date: scan.at,
    location: { city: 'Leipzig', country: 'DE' },
  };
}

describe('a webhook of', () => {
  for (const [source, payload] of Object.entries(kPayloads)) {
    it(`${source} is merged scan by scan, and a repeated one changes nothing`, async () => {
      const service = await TrackingService.at(server.origin, source);
      const { shopper, number } = await parcel();
      for (let count = 1; count <= kScans.length; count += 1) {
        const told = await service.send(payload(number, kScans.slice(0, count)));
        assert.equal(told.status, 200, told.text);
        assert.equal(told.json.result, 'merged', `${source} ${count}`);
        assert.equal((await shipment(shopper)).checkpoints.length, count);
      }
      const again = await service.send(payload(number, kScans));
      assert.equal(again.json.result, 'unchanged');
      const { status, checkpoints, delivered_at: delivered } = await shipment(shopper);
      assert.equal(status, 'delivered');
      assert.equal(checkpoints.length, kScans.length);
      assert.equal(Date.parse(delivered), Date.parse(kScans[3]!.at));
    });

    it(`${source} may come in any order`, async () => {
      const service = await TrackingService.at(server.origin, source);
      const { shopper, number } = await parcel();
      for (const count of [4, 2, 3, 1]) {
        const told = await service.send(payload(number, kScans.slice(0, count)));
        assert.equal(told.status, 200, told.text);
      }
      const { status, checkpoints } = await shipment(shopper);
      assert.equal(status, 'delivered');
      assert.equal(checkpoints.length, kScans.length);
    });
  }

  it('Shopify may name the fulfillment alone in its later events', async () => {
    const service = await TrackingService.at(server.origin, 'shopify');
    const { shopper, number } = await parcel();
    await service.send(kPayloads['shopify']!(number, kScans.slice(0, 1)));
    const told = await service.send({
      fulfillment_event: {
        id: 99,
        fulfillment_id: 2558,
        status: 'out_for_delivery',
        happened_at: kScans[2]!.at,
      },
    });
    assert.equal(told.json.result, 'merged', told.text);
    assert.equal((await shipment(shopper)).status, 'out_for_delivery');
  });
});

describe('a scan that is only words', () => {
  it('gets its status from them', async () => {
    const service = await TrackingService.at(server.origin, 'canonical');
    const { shopper, number } = await parcel();
    const words = 'Zustellversuch erfolglos, Empfänger nicht angetroffen';
    const checkpoint = { status: 'unknown', message: words, time: kScans[2]!.at };
    const told = await service.send({
      version: 1,
      shipments: [{ id: 'p', tracking_number: number, checkpoints: [checkpoint] }],
    });
    assert.equal(told.json.result, 'merged', told.text);
    const { status, checkpoints } = await shipment(shopper);
    assert.equal(status, 'attempt_failed');
    assert.equal(checkpoints[0].message, words);
  });
});

describe('the shopper', () => {
  it('sees only what is new since the last answer', async () => {
    const service = await TrackingService.at(server.origin, 'easypost');
    const { shopper, number } = await parcel();
    await service.send(kPayloads['easypost']!(number, kScans.slice(0, 2)));
    const { cursor } = (await shopper.get('/shipments')).json;
    await service.send(kPayloads['easypost']!(number, kScans.slice(0, 3)));
    const news = (await shopper.get(`/shipments?since=${cursor}`)).json;
    assert.equal(news.shipments[0].checkpoints.length, 1);
    assert.equal(news.shipments[0].checkpoints[0].message, 'In the van');
    await service.send(kPayloads['easypost']!(number, kScans.slice(0, 3)));
    const quiet = (await shopper.get(`/shipments?since=${news.cursor}`)).json;
    assert.equal(quiet.cursor, news.cursor);
    assert.deepEqual(quiet.shipments, []);
  });
});

describe('where a parcel waits, how it was left and where it was', () => {
  it('are kept through a later report and a restart', async () => {
    const service = await TrackingService.at(server.origin, 'canonical');
    const { shopper, number } = await parcel();
    const pickup = {
      name: 'Kiosk am Markt',
      address: 'Markt 1, 04109 Leipzig',
      hours: ['', '09:00-18:00', '09:00-18:00', '09:00-13:00 15:00-18:00', '', '', '10:00-14:00'],
      until: '2026-11-25',
    };
    const stated = {
      pickup,
      proof_photo: 'https://carrier.example/photo.jpg',
      report_url: 'https://carrier.example/claims',
      returns: { url: 'https://carrier.example/returns', until: '2026-12-01' },
    };
    const place = { city: 'Leipzig', country: 'DE', latitude: 51.34, longitude: 12.37 };
    const report = (more: object, scan: object) => ({
      version: 1,
      shipments: [{ id: 'p', tracking_number: number, ...more, checkpoints: [scan] }],
    });
    const waits = { id: 's1', status: 'ready_for_pickup', time: kScans[2]!.at, place };
    assert.equal((await service.send(report(stated, waits))).json.result, 'merged');
    const collected = { id: 's2', status: 'delivered', time: kScans[3]!.at };
    assert.equal((await service.send(report({}, collected))).json.result, 'merged');
    const next = await ServerProcess.start({ db: server.db });
    try {
      const { shipments } = (await shopper.at(next.origin).get('/shipments')).json;
      assert.equal(shipments[0].status, 'delivered');
      assert.deepEqual(shipments[0].pickup, pickup);
      assert.equal(shipments[0].proof_photo, stated.proof_photo);
      assert.equal(shipments[0].report_url, stated.report_url);
      assert.deepEqual(shipments[0].returns, stated.returns);
      assert.deepEqual(shipments[0].checkpoints[1].place, place);
    } finally {
      await next.stop();
    }
  });

  it('leave no way to return what its source says cannot be returned, whatever comes late', async () => {
    const service = await TrackingService.at(server.origin, 'canonical');
    const { shopper, number } = await parcel();
    const report = (returns: object | null, scan: object) => ({
      version: 1,
      shipments: [{ id: 'p', tracking_number: number, returns, checkpoints: [scan] }],
    });
    const link = { url: 'https://carrier.example/returns', until: '2026-12-01' };
    const delivered = { id: 's2', status: 'delivered', time: kScans[3]!.at };
    const moved = { id: 's1', status: 'in_transit', time: kScans[2]!.at };
    assert.equal((await service.send(report(null, delivered))).json.result, 'merged');
    const returnsOf = async () => (await shopper.page()).shipments[0].returns;
    assert.equal(await returnsOf(), undefined, 'nor does the shop offer its own');
    assert.equal((await service.send(report(link, moved))).json.result, 'merged');
    assert.equal(await returnsOf(), undefined);
    const again = { ...delivered, id: 's3', time: kScans[3]!.at };
    assert.equal((await service.send(report(link, again))).json.result, 'merged');
    assert.deepEqual(await returnsOf(), link, 'the newest report has the last word');
  });

  it('are nothing that a tracking number alone tells', async () => {
    const service = await TrackingService.at(server.origin, 'canonical');
    const { number } = await parcel();
    const place = {
      city: 'Leipzig',
      postcode: '04177',
      country: 'DE',
      latitude: 51.3,
      longitude: 12.3,
    };
    const scan = { status: 'delivered', time: kScans[3]!.at, place };
    const stated = { id: 'p', tracking_number: number, proof_photo: 'https://c.example/p.jpg' };
    await service.send({ version: 1, shipments: [{ ...stated, checkpoints: [scan] }] });
    const found = await ask(server.origin, '/lookup', {
      form: { form: 'parcel', tracking_number: number },
    });
    assert.match(found.text, /Leipzig/);
    assert.doesNotMatch(found.text, /04177|51\.3|p\.jpg/);
  });
});

describe('a signature', () => {
  const scans = kScans.slice(0, 1);

  it('is taken once by its id, also after a restart and a push of the clock', async () => {
    const service = await TrackingService.at(server.origin, 'aftership');
    const { number } = await parcel();
    const id = unique('msg');
    assert.equal((await service.send(kPayloads['aftership']!(number, scans), { id })).status, 200);
    await advance(server.origin, { days: 2 });
    const next = await ServerProcess.start({ db: server.db });
    try {
      const later = await TrackingService.at(next.origin, 'aftership');
      const again = await later.send(kPayloads['aftership']!(number, kScans), { id });
      assert.equal(again.json.result, 'duplicate');
      const other = await later.send(kPayloads['aftership']!(number, kScans));
      assert.equal(other.json.result, 'merged');
    } finally {
      await next.remove();
    }
  });

  it('of an unknown parcel is not remembered', async () => {
    const service = await TrackingService.at(server.origin, 'aftership');
    const number = unique('PL');
    const id = unique('msg');
    const unknown = await service.send(kPayloads['aftership']!(number, scans), { id });
    assert.equal(unknown.status, 202);
    assert.deepEqual(unknown.json, {
      version: 1,
      result: 'unknown_parcel',
      parcels: 0,
      unknown: 1,
    });
    await parcel(number);
    const known = await service.send(kPayloads['aftership']!(number, scans), { id });
    assert.equal(known.json.result, 'merged');
  });

  it('must be of the source, the bytes and the last five minutes', async () => {
    const service = await TrackingService.at(server.origin, 'shippo');
    const other = await TrackingService.at(server.origin, 'karrio');
    const { number } = await parcel();
    const payload = kPayloads['shippo']!(number, scans);
    const now = Math.floor(Date.now() / 1000);
    const of = (body: string) => sign(service.secret, 'm', now, body);
    const kRows: [string, Parameters<TrackingService['send']>[1], number, string][] = [
      ['another source', { secrets: [other.secret] }, 403, 'signature_invalid'],
      ['no signature', { headers: { 'webhook-signature': '' } }, 400, 'signature_missing'],
      ['no id', { headers: { 'webhook-id': '' } }, 400, 'signature_missing'],
      ['no time', { headers: { 'webhook-timestamp': 'now' } }, 400, 'signature_missing'],
      ['too old', { at: now - 310 }, 403, 'signature_expired'],
      ['too new', { at: now + 310 }, 403, 'signature_expired'],
      [
        'other bytes',
        { id: 'm', at: now, headers: { 'webhook-signature': of('{}') } },
        403,
        'signature_invalid',
      ],
    ];
    for (const [name, signing, status, code] of kRows) {
      const answer = await service.send(payload, signing);
      assert.equal(answer.status, status, `${name}: ${answer.text}`);
      assert.equal(answer.json.code, code, name);
    }
    const both = await service.send(payload, { secrets: [other.secret, service.secret] });
    assert.equal(both.json.result, 'merged');
  });

  it('of the secret before is good for a day after a rotation', async () => {
    const old = await TrackingService.at(server.origin, 'ucp');
    const rotated = await ask(server.origin, '/merchant/api/webhooks/ucp/rotate', { json: {} });
    assert.equal(rotated.status, 201);
    const days = (rotated.json.previous_until_ms - Date.now()) / 86_400_000;
    assert.ok(days > 0.99 && days <= 1, String(days));
    const fresh = await TrackingService.at(server.origin, 'ucp');
    assert.equal(fresh.secret, rotated.json.webhook.secret);
    assert.notEqual(fresh.secret, old.secret);
    const { number } = await parcel();
    assert.equal((await old.send(kPayloads['ucp']!(number, scans))).json.result, 'merged');
    assert.equal((await fresh.send(kPayloads['ucp']!(number, kScans))).json.result, 'merged');
  });

  it('does not help what cannot be read', async () => {
    const service = await TrackingService.at(server.origin, 'easypost');
    const { number } = await parcel();
    const bad = kPayloads['easypost']!(number, scans) as any;
    bad.result.tracking_details = 'none';
    const kRows: [unknown, number, string, string | undefined][] = [
      ['', 400, 'bad_request', undefined],
      ['{', 400, 'bad_request', undefined],
      ['{"a":1}\u0000', 400, 'bad_request', undefined],
      ['null', 422, 'invalid', undefined],
      ['"x"', 422, 'invalid', undefined],
      [{}, 422, 'invalid', undefined],
      [{ object: 'Event', result: { object: 'Batch', id: 'b' } }, 422, 'invalid', undefined],
      [bad, 422, 'invalid', '/result/tracking_details'],
      [`${'['.repeat(5000)}${']'.repeat(5000)}`, 400, 'bad_request', undefined],
    ];
    for (const [payload, status, code, pointer] of kRows) {
      const answer = await service.send(payload);
      const about = `${JSON.stringify(payload).slice(0, 80)}: ${answer.text}`;
      assert.equal(answer.status, status, about);
      assert.equal(answer.json.code, code, about);
      assert.ok(answer.json.detail, about);
      if (pointer !== undefined) assert.equal(answer.json.pointer, pointer);
    }
  });

  it('is asked for before anything is read, and bodies have a limit', async () => {
    const path = '/postlude/v1/webhooks/easypost';
    const unsigned = await ask(server.origin, path, { method: 'POST', body: '{' });
    assert.equal(unsigned.json.code, 'signature_missing');
    const service = await TrackingService.at(server.origin, 'easypost');
    const { number } = await parcel();
    const many = kPayloads['easypost']!(number, Array(1000).fill(kScans[0]).map(minuteLater));
    const large = await service.send(many);
    assert.equal(large.json.result, 'merged', large.text);
    const tooLarge = await service.send(' '.repeat(1024 * 1024 + 1));
    assert.equal(tooLarge.status, 413);
    const packed = await service.send('{}', { headers: { 'Content-Encoding': 'gzip' } });
    assert.equal(packed.status, 415);
    assert.equal((await ask(server.origin, path)).status, 405);
    const nobody = await ask(server.origin, '/postlude/v1/webhooks/pigeon', {
      method: 'POST',
      body: '{}',
    });
    assert.equal(nobody.status, 404);
  });

  it('and what it signs are not in the log', () => {
    assert.match(server.log, /POST webhook 200/);
    assert.doesNotMatch(server.log, /whsec_|v1,|PL-\d|msg-\d/);
  });
});

function minuteLater(scan: Scan, index: number): Scan {
  const at = new Date(Date.parse(scan.at) + index * 120_000).toISOString();
  return { ...scan, at };
}
