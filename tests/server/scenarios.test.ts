import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ServerProcess } from './support/server-process.js';
import { Shopper, ask, setStock, unique } from './support/shopper.js';

let server: ServerProcess;

before(async () => {
  server = await ServerProcess.start();
  for (const product of ['porcelain-dripper', 'hand-grinder']) {
    await setStock(server.origin, product, 500);
  }
});
after(() => server.remove());

/** A story, the state each parcel ends in, and what the shopper's page says then. */
const kStories: [string, [string, string | undefined][], RegExp[]][] = [
  ['smooth', [['delivered', undefined]], [/Delivered/]],
  [
    'two_parcels',
    [
      ['delivered', undefined],
      ['in_transit', 'departed_facility'],
    ],
    [/Delivered: 1/, /On its way: 1/, /Parcel 2 of 2/],
  ],
  ['partial', [['in_transit', 'departed_facility']], [/1 more item is still to be sent/]],
  [
    'from_abroad',
    [['delivered', undefined]],
    [/Osaka, Japan/, /Liège, Belgium/, /Leipzig, Germany/, /<path class="travelled"/],
  ],
  [
    'customs_hold',
    [['on_hold', 'payment_needed']],
    [/until the duties are paid/, /Charges are due/, /Frankfurt, Germany/],
  ],
  ['failed_attempt', [['attempt_failed', 'recipient_absent']], [/Nobody was at home/]],
  ['redelivery', [['delivered', undefined]], [/has chosen another day/]],
  ['wrong_address', [['on_hold', 'address_problem']], [/problem with the address/]],
  [
    'pickup',
    [['ready_for_pickup', 'notice_left']],
    [/ready to be collected/, /Späti am Kanal/, /14:00-19:00|08:00-13:00|Closed/, /collect it by/],
  ],
  ['neighbour', [['delivered', 'left_with_neighbour']], [/is with a neighbour/]],
  ['locker', [['delivered', 'left_in_locker']], [/is in a locker/]],
  [
    'safe_place',
    [['delivered', 'left_at_safe_place']],
    [/Photo of the delivery/, /<img class="photo"[^>]*src="[^"]*delivery-photo\.svg"/],
  ],
  [
    'store_pickup',
    [['ready_for_pickup', undefined]],
    [/at the counter/, /Our shop in Leipzig/, /collect it by/],
  ],
  ['local_delivery', [['delivered', undefined]], [/Our own courier/]],
  ['damaged', [['exception', 'damaged']], [/was damaged on the way/]],
  ['lost', [['exception', 'lost']], [/cannot be found/, /[Ll]ost/]],
  ['returned', [['returned', undefined]], [/returned to the sender/]],
  [
    'return_parcel',
    [
      ['delivered', undefined],
      ['in_transit', 'departed_facility'],
    ],
    [/Return parcel/],
  ],
  [
    'hand_over',
    [['delivered', undefined]],
    [/Delivered/, /handed to the carrier that delivers in your region/],
  ],
];

async function buyTwoThings(): Promise<Shopper> {
  const email = `${unique('story')}@example.com`;
  const answer = await ask(server.origin, '/merchant/api/orders', {
    json: {
      lines: [
        { product_id: 'porcelain-dripper', quantity: 1 },
        { product_id: 'hand-grinder', quantity: 1 },
      ],
      email,
      name: 'Ada Beispiel',
      address: 'Weissenfelser Strasse 41',
      city: 'Leipzig',
      postcode: '04229',
      country: 'DE',
      card_number: '4242424242424242',
    },
  });
  assert.equal(answer.status, 201, answer.text);
  return Shopper.of(server.origin, answer.json);
}

/** The order's page as a shopper without scripts reads it. */
async function orderPage(shopper: Shopper): Promise<string> {
  const form = { form: 'order', order_number: shopper.number, contact: '04229' };
  const found = await ask(server.origin, '/lookup', { form });
  assert.equal(found.status, 303, found.text);
  const cookie = (found.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const page = await ask(server.origin, '/order', { headers: { Cookie: cookie } });
  assert.equal(page.status, 200);
  return page.text;
}

describe('the story', () => {
  for (const [story, states, words] of kStories) {
    it(`${story} ends as ${states.map(([status]) => status).join(' and ')}`, async () => {
      const shopper = await buyTwoThings();
      const before = (await ask(server.origin, '/merchant/api/clock')).json.now_ms;
      await shopper.tell('/scenario', { scenario: story });
      const { shipments } = (await shopper.merchant()).tracking;
      assert.deepEqual(
        shipments.map((shipment: any) => [shipment.status, shipment.sub_status]),
        states,
      );
      for (const shipment of shipments) {
        const times = shipment.checkpoints.map((scan: any) => Date.parse(scan.time));
        assert.deepEqual(
          times,
          [...times].sort((a, b) => b - a),
        );
        assert.ok(times.every((time: number) => time >= before - 1000));
      }
      if (['customs_hold', 'lost', 'returned'].includes(story)) {
        assert.equal(shipments[0].estimate, undefined, 'a day that nobody knows');
      }
      const page = await orderPage(shopper);
      for (const word of words) assert.match(page, word);
      if (!states.some(([status]) => status === 'delivered')) {
        assert.doesNotMatch(page, /was delivered to the recipient/);
      }
    });
  }

  it('is offered and played in the panel', async () => {
    const shopper = await buyTwoThings();
    const path = `/merchant/orders/${shopper.orderId}`;
    const panel = await ask(server.origin, path);
    for (const [story] of kStories)
      assert.match(panel.text, new RegExp(`<option value="${story}">`));
    const played = await ask(server.origin, `${path}/play`, { form: { scenario: 'lost' } });
    assert.equal(played.status, 303);
    assert.equal((await shopper.merchant()).tracking.shipments[0].sub_status, 'lost');
    const revoked = await ask(server.origin, `${path}/revoke`, { form: {} });
    assert.equal(revoked.status, 303);
    assert.equal((await shopper.get('/page')).json.code, 'token_revoked');
  });

  it('is refused when it cannot be told', async () => {
    const shopper = await Shopper.buy(server.origin);
    const play = (scenario: string) =>
      ask(server.origin, `/merchant/api/orders/${shopper.orderId}/scenario`, {
        json: { scenario },
      });
    assert.equal((await play('pigeon')).status, 422);
    assert.equal((await play('two_parcels')).status, 422);
    assert.equal((await play('smooth')).status, 201);
    assert.equal((await play('smooth')).status, 422, 'nothing is left to ship');
  });
});
