import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ServerProcess } from './support/server-process.js';
import { Shopper, advance, ask, unique } from './support/shopper.js';

let server: ServerProcess;
let shopper: Shopper;
let parcel: string;

before(async () => {
  server = await ServerProcess.start();
  shopper = await Shopper.buy(server.origin);
  parcel = (await shopper.tell('/shipments')).shipment_id;
});
after(() => server.remove());

const path = () => `/shipments/${parcel}/report`;

describe('a report of a problem', () => {
  it('is stored once a parcel and problem, and its key brings the same answer again', async () => {
    const key = unique('key');
    const report = { problem: 'damaged', text: 'The box\nwas open' };
    const first = await shopper.post(path(), report, key);
    assert.equal(first.status, 201, first.text);
    const again = await shopper.post(path(), report, key);
    assert.equal(again.text, first.text);
    assert.equal(again.headers.get('idempotency-replayed'), 'true');
    const second = await shopper.post(path(), report, unique('key'));
    assert.equal(second.status, 409);
    assert.equal(second.json.code, 'already_sent');
    assert.equal(
      (await shopper.post(path(), { problem: 'wrong_item' }, unique('key'))).status,
      201,
    );
    const { reports } = await shopper.merchant('/reports');
    assert.deepEqual(reports.map((row: any) => [row.shipment_id, row.problem, row.text]).sort(), [
      [parcel, 'damaged', 'The box\nwas open'],
      [parcel, 'wrong_item', ''],
    ]);
  });

  const kRefused: [string, unknown, number, string | undefined][] = [
    ['no problem', {}, 422, '/problem'],
    ['an unknown problem', { problem: 'ugly' }, 422, '/problem'],
    ['a number', { problem: 7 }, 422, '/problem'],
    ['a long text', { problem: 'damaged', text: 'x'.repeat(4001) }, 422, '/text'],
    ['a NUL', { problem: 'damaged', text: 'a\u0000b' }, 422, '/text'],
    ['a list', [], 400, undefined],
  ];
  for (const [name, body, status, pointer] of kRefused) {
    it(`with ${name} is refused`, async () => {
      const answer = await shopper.post(path(), body, unique('key'));
      assert.equal(answer.status, status, answer.text);
      assert.equal(answer.json.pointer, pointer);
    });
  }

  it('needs a key, and a parcel of its own order', async () => {
    assert.equal((await shopper.post(path(), { problem: 'damaged' })).status, 400);
    const other = await Shopper.buy(server.origin);
    const foreign = await other.post(path(), { problem: 'damaged' }, unique('key'));
    assert.equal(foreign.status, 404);
    const nobody = await ask(server.origin, `/postlude/v1${path()}`, {
      json: { problem: 'damaged' },
      key: unique('key'),
    });
    assert.equal(nobody.status, 401);
    assert.deepEqual((await other.merchant('/reports')).reports, []);
  });

  it('is a form that works without scripts', async () => {
    const other = await Shopper.buy(server.origin);
    const { shipment_id: id } = await other.tell('/shipments');
    const [shown] = (await other.page()).shipments;
    assert.equal(shown.report_url, `/order/report?shipment=${id}`);
    const headers = { Cookie: `postlude_order=${other.token}` };
    const form = await ask(server.origin, shown.report_url, { headers });
    assert.equal(form.status, 200);
    const value = (name: string) =>
      new RegExp(`name="${name}" value="([^"]*)"`).exec(form.text)?.[1] ?? '';
    const sent = await ask(server.origin, `/postlude/v1/shipments/${id}/report`, {
      form: {
        order_token: value('order_token'),
        idempotency_key: value('idempotency_key'),
        return_to: value('return_to'),
        problem: 'not_received',
        text: 'Nobody rang.\r\nI was at home.',
      },
    });
    assert.equal(sent.status, 303, sent.text);
    assert.equal(sent.headers.get('location'), '/order');
    const { reports } = await other.merchant('/reports');
    assert.deepEqual(
      reports.map((row: any) => [row.problem, row.text]),
      [['not_received', 'Nobody rang.\nI was at home.']],
    );
    const page = await ask(server.origin, '/order', { headers });
    assert.match(page.text, /We have your report/);
    const panel = await ask(server.origin, `/merchant/orders/${other.orderId}`);
    assert.match(panel.text, /Nobody rang\./);
  });

  it('shows no form for a parcel of another order', async () => {
    const other = await Shopper.buy(server.origin);
    const headers = { Cookie: `postlude_order=${other.token}` };
    const form = await ask(server.origin, `/order/report?shipment=${parcel}`, { headers });
    assert.equal(form.status, 303);
  });
});

describe('an arrival', () => {
  it('is the shop’s estimate until the carrier has one, and stays measured by the first', async () => {
    const buyer = await Shopper.buy(server.origin);
    const { shipment_id: id } = await buyer.tell('/shipments');
    const [announced] = (await buyer.page()).shipments;
    assert.equal(announced.estimate.source, 'predicted');
    assert.match(announced.estimate.from, /^\d{4}-\d{2}-\d{2}$/);
    await buyer.tell(`/shipments/${id}/scans`);
    await buyer.tell(`/shipments/${id}/scans`);
    const [sorted] = (await buyer.page()).shipments;
    assert.equal(sorted.estimate.source, 'carrier');
    assert.equal(sorted.pace, undefined);
    await buyer.tell(`/shipments/${id}/scans`, { code: 'attempt_failed' });
    await advance(server.origin, { days: 12 });
    await buyer.tell(`/shipments/${id}/scans`, { code: 'attempt_failed' });
    const [late] = (await buyer.page()).shipments;
    assert.equal(late.pace, 'running_late');
    assert.ok(late.first_estimate.from < late.estimate.from);
  });

  it('is learned from what was delivered', async () => {
    // Five parcels that took six days each.
    const buyers = [];
    for (let i = 0; i < 5; i++) buyers.push(await Shopper.buy(server.origin));
    const ids = [];
    for (const buyer of buyers) {
      const { shipment_id: id } = await buyer.tell('/shipments');
      await buyer.tell(`/shipments/${id}/scans`, { code: 'picked_up' });
      ids.push(id);
    }
    await advance(server.origin, { days: 7 });
    for (const [i, buyer] of buyers.entries()) {
      await buyer.tell(`/shipments/${ids[i]}/scans`, { code: 'delivered' });
    }
    const next = await Shopper.buy(server.origin);
    await next.tell('/shipments');
    const [parcelOfNext] = (await next.page()).shipments;
    assert.equal(parcelOfNext.estimate.source, 'predicted');
    assert.equal(parcelOfNext.estimate.confidence, 80);
  });
});
