import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ServerProcess } from './support/server-process.js';
import { Shopper, advance, ask } from './support/shopper.js';

let server: ServerProcess;

before(async () => {
  server = await ServerProcess.start({ clock: '2026-11-02T10:00:00Z' });
});
after(() => server.remove());

const cookie = (shopper: Shopper) => ({ Cookie: `postlude_order=${shopper.token}` });

/** An order whose only parcel has arrived; the parcel as the page shows it. */
async function delivered() {
  const shopper = await Shopper.buy(server.origin);
  const { shipment_id: id } = await shopper.tell('/shipments');
  await shopper.tell(`/shipments/${id}/scans`, { code: 'delivered' });
  const [parcel] = (await shopper.page()).shipments;
  return { shopper, id, parcel };
}

const formOf = (shopper: Shopper, id: string) =>
  ask(server.origin, `/order/return?shipment=${id}`, { headers: cookie(shopper) });
const send = (shopper: Shopper, fields: Record<string, string>) =>
  ask(server.origin, '/order/return', { form: fields, headers: cookie(shopper) });
const told = async (shopper: Shopper) =>
  (await ask(server.origin, '/order', { headers: cookie(shopper) })).text;
const lineIn = (html: string) => /name="line" value="([^"]+)"/.exec(html)?.[1] ?? '';

describe('what was delivered', () => {
  it('can be returned for fourteen days, and not before it arrives', async () => {
    const shopper = await Shopper.buy(server.origin);
    const { shipment_id: id } = await shopper.tell('/shipments');
    assert.equal((await shopper.page()).shipments[0].returns, undefined);
    await shopper.tell(`/shipments/${id}/scans`, { code: 'delivered' });
    const [parcel] = (await shopper.page()).shipments;
    const days =
      (Date.parse(parcel.returns.until) - Date.parse(parcel.delivered_at.slice(0, 10))) /
      86_400_000;
    assert.equal(days, 14);
    assert.equal(parcel.returns.url, `/order/return?shipment=${id}`);
    assert.match(parcel.returns.until, /^\d{4}-\d{2}-\d{2}$/);
  });

  it('is announced by a form that works without scripts, once', async () => {
    const { shopper, id } = await delivered();
    const { cursor } = (await shopper.get('/shipments')).json;
    const form = await formOf(shopper, id);
    assert.equal(form.status, 200);
    const line = lineIn(form.text);
    assert.ok(line);
    const sent = await send(shopper, { shipment: id, line });
    assert.equal(sent.status, 303, sent.text);
    assert.equal(sent.headers.get('location'), '/order');
    assert.match(await told(shopper), /Your return is announced/);
    const { shipments } = await shopper.page();
    assert.equal(shipments.length, 2);
    assert.equal(shipments[0].returns, undefined, 'there is nothing left to return');
    assert.equal(shipments[1].direction, 'return');
    assert.equal(shipments[1].status, 'label_created');
    assert.deepEqual(shipments[1].items, [{ line_id: line, quantity: 1 }]);
    // A page that is open hears of both.
    const news = (await shopper.get(`/shipments?since=${cursor}`)).json;
    assert.deepEqual(
      news.shipments.map((shipment: any) => [shipment.direction, shipment.returns]),
      [
        ['outbound', undefined],
        ['return', undefined],
      ],
    );

    const again = await send(shopper, { shipment: id, line });
    assert.equal(again.status, 303);
    assert.match(await told(shopper), /cannot be returned any more/);
    assert.equal((await shopper.page()).shipments.length, 2);
    assert.equal((await formOf(shopper, id)).status, 303);
  });

  it('is announced once by many at the same time', async () => {
    const { shopper, id } = await delivered();
    const line = lineIn((await formOf(shopper, id)).text);
    await Promise.all(Array.from({ length: 8 }, () => send(shopper, { shipment: id, line })));
    assert.equal((await shopper.page()).shipments.length, 2);
  });

  it('stays where it is when nothing was chosen, or what is not in it', async () => {
    const { shopper, id } = await delivered();
    assert.equal((await send(shopper, { shipment: id })).status, 303);
    assert.match(await told(shopper), /Nothing was chosen/);
    await send(shopper, { shipment: id, line: 'not-a-line' });
    const { shipments } = await shopper.page();
    assert.equal(shipments.length, 1);
    assert.ok(shipments[0].returns);
  });

  it('is returned only by who has ordered it', async () => {
    const { shopper, id } = await delivered();
    const line = lineIn((await formOf(shopper, id)).text);
    const other = await delivered();
    assert.equal((await formOf(other.shopper, id)).status, 303);
    assert.equal((await send(other.shopper, { shipment: id, line })).status, 404);
    const nobody = await ask(server.origin, '/order/return', { form: { shipment: id, line } });
    assert.equal(nobody.status, 303);
    const foreign = await ask(server.origin, '/order/return', {
      form: { shipment: id, line },
      headers: { ...cookie(shopper), 'Sec-Fetch-Site': 'cross-site' },
    });
    assert.equal(foreign.status, 403);
    assert.equal((await shopper.page()).shipments.length, 1);
  });

  it('can be returned on the last day and not after it', async () => {
    const { shopper, id } = await delivered();
    const line = lineIn((await formOf(shopper, id)).text);
    await advance(server.origin, { days: 14 });
    assert.ok((await shopper.page()).shipments[0].returns);
    await advance(server.origin, { days: 1 });
    assert.equal((await shopper.page()).shipments[0].returns, undefined);
    assert.equal((await formOf(shopper, id)).status, 303);
    await send(shopper, { shipment: id, line });
    assert.match(await told(shopper), /cannot be returned any more/);
    assert.equal((await shopper.page()).shipments.length, 1);
  });
});
