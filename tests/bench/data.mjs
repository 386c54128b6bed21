/**
 * The documents that every contestant gets: one order, one parcel with a timeline, offers. They are made
 * by rule, so that every run measures the same bytes; words are partly outside of ASCII, as carriers'
 * words and names of places are.
 */

/** What is measured: the number of checkpoints and of offers. */
export const kWorkloads = {
  full: { checkpoints: 200, offers: 20 },
  small: { checkpoints: 8, offers: 3 },
  // Two lengths of one list: what a scan at its front costs must not depend on it.
  hundred: { checkpoints: 100, offers: 3 },
  thousand: { checkpoints: 1000, offers: 3 },
};

const kAppends = 20;

const kNow = Date.UTC(2026, 10, 20, 10, 0, 0);
const kZoneMinutes = 60;
const kMostOpenOffers = 3;

/** All of one country, and without coordinates: a way on a map would be drawn by Postlude alone. */
const kCountry = 'DE';
const kPlaces = [
  ['Leipzig', 'Sachsen'],
  ['Köln', 'Nordrhein-Westfalen'],
  ['Würzburg', ''],
  ['Chóśebuz', 'Brandenburg'],
  ['Budyšin', ''],
  ['Lübeck', ''],
  ['Nürnberg', 'Bayern'],
  ['Saarbrücken', 'SL'],
  ['Görlitz', 'Sachsen'],
  ['Tübingen', ''],
  ['Schönefeld', 'Dahme-Spreewald'],
  ['Düsseldorf', ''],
];

const kMessages = [
  'The shipment has left the parcel centre',
  'Die Sendung wurde im Paketzentrum bearbeitet',
  'Przesyłka opuściła sortownię',
  'Pakken er ankommet til terminalen',
  'Colis en cours d’acheminement',
  '荷物は配送センターを出発しました',
  'A remessa chegou à unidade de tratamento',
  'Sändningen har lastats för vidare transport',
];

const kSubStatuses = ['arrived_at_facility', 'departed_facility', '', 'handed_to_local_carrier'];

const kProducts = [
  ['Gooseneck kettle', '0.9 l, brushed steel', 'Pours slowly and exactly where you want it.'],
  ['Papierfilter', '100 Stück', 'Für Handfilter der Größe 2, ungebleicht.'],
  ['Porcelain dripper', 'white', 'Keeps the heat, and lasts longer than the cup below it.'],
  ['Moulin à café', 'noir', 'Meules coniques en acier, 38 crans de mouture.'],
  ['Waga z minutnikiem', '', 'Dokładność do 0,1 g, wodoodporna, ładowana przez USB-C.'],
  ['抽出スタンド', '竹', 'ドリッパーをしっかり支えます。'],
];

const kReasons = ['bought_together', 'completes', 'refill', 'merchant_pick'];

/** A small generator of repeatable numbers below `limit` (Park and Miller's). */
function makeDice(seed) {
  let state = seed;
  return (limit) => {
    state = (state * 48271) % 2147483647;
    return state % limit;
  };
}

const pad = (number) => String(number).padStart(2, '0');

/** The wall clock of the shop's zone, as a source would write it. */
function timeText(instant) {
  const local = new Date(instant + kZoneMinutes * 60_000);
  const date = `${local.getUTCFullYear()}-${pad(local.getUTCMonth() + 1)}-${pad(local.getUTCDate())}`;
  const clock = `${pad(local.getUTCHours())}:${pad(local.getUTCMinutes())}:${pad(local.getUTCSeconds())}`;
  return `${date}T${clock}+01:00`;
}

function statusAt(index, count, dice) {
  if (index === count - 1) return 'label_created';
  if (index === count - 2) return 'picked_up';
  if (index === 0) return 'in_transit';
  const roll = dice(24);
  return roll === 0 ? 'delayed' : roll === 1 ? 'unknown' : 'in_transit';
}

/** Newest first, as the backend writes them. */
function checkpoints(count) {
  const dice = makeDice(7);
  const list = [];
  let instant = kNow - 45 * 60_000;
  for (let index = 0; index < count; index++) {
    const [city, region] = kPlaces[dice(kPlaces.length)];
    const status = statusAt(index, count, dice);
    list.push({
      id: `scan-${String(count - index).padStart(4, '0')}`,
      status,
      sub_status: status === 'in_transit' ? kSubStatuses[dice(kSubStatuses.length)] : '',
      raw_code: `E${100 + dice(80)}`,
      message: `${kMessages[dice(kMessages.length)]} (${city} ${10 + dice(90)})`,
      time: timeText(instant),
      place: { city, ...(region && { region }), country: kCountry },
    });
    instant -= (20 + dice(70)) * 60_000 + dice(60) * 1000;
  }
  return list;
}

function offer(index, dice) {
  const [title, variant, description] = kProducts[index % kProducts.length];
  const subtotal = 900 + dice(6000);
  const discount = index % 2 ? Math.round(subtotal / 10) : 0;
  const shipping = index % 3 ? 0 : 490;
  const total = subtotal - discount + shipping;
  const reason = kReasons[index % kReasons.length];
  const open = index < kMostOpenOffers;
  return {
    id: `offer-${index + 1}`,
    product_id: `p${100 + index}`,
    title:
      index < kProducts.length ? title : `${title} ${1 + Math.floor(index / kProducts.length)}`,
    variant,
    description,
    image_url: `/img/${index % 4}.svg`,
    image_alt: title,
    reason,
    ...(reason === 'merchant_pick' ? {} : { reason_title: 'House blend' }),
    quantity: 1,
    status: open ? 'open' : 'accepted',
    quote: {
      // As long as a signed quote is.
      ...(open ? { token: `quote-${index}-`.padEnd(220, 'Zm9v') } : {}),
      currency: 'EUR',
      subtotal_minor: subtotal,
      discount_minor: discount,
      shipping_minor: shipping,
      tax_minor: Math.round((total * 19) / 119),
      total_minor: total,
      tax_included: true,
    },
  };
}

function offers(count) {
  const dice = makeDice(11);
  return Array.from({ length: count }, (_, index) => offer(index, dice));
}

function order() {
  return {
    version: 1,
    id: 'order-1001',
    number: '#1001',
    created_at: '2026-11-12T09:26:00+01:00',
    currency: 'EUR',
    payment_status: 'paid',
    customer: { id: 'c1', first_name: 'Zoë' },
    lines: [
      {
        id: 'l1',
        product_id: 'p1',
        title: 'Moka pot',
        variant: '3 cups',
        quantity: 1,
        unit_price_minor: 3200,
        total_minor: 3200,
      },
      {
        id: 'l2',
        product_id: 'p2',
        title: 'House blend',
        quantity: 2,
        unit_price_minor: 1250,
        total_minor: 2500,
      },
    ],
    totals: [
      { kind: 'subtotal', amount_minor: 5700 },
      { kind: 'total', amount_minor: 5700 },
    ],
  };
}

/** Scans that come while the page is open, each newer than all before. */
function appended() {
  const dice = makeDice(13);
  return Array.from({ length: kAppends }, (_, index) => {
    const [city, region] = kPlaces[dice(kPlaces.length)];
    return {
      id: `news-${String(index).padStart(4, '0')}`,
      status: 'in_transit',
      sub_status: 'departed_facility',
      raw_code: `E${100 + dice(80)}`,
      message: `${kMessages[dice(kMessages.length)]} (${city} ${10 + dice(90)})`,
      time: timeText(kNow - 40 * 60_000 + index * 90_000),
      place: { city, ...(region && { region }), country: kCountry },
    };
  });
}

function shipment(list) {
  return {
    id: 'parcel-1',
    carrier: 'dhl',
    carrier_name: 'DHL',
    tracking_number: '00340434161094042557',
    tracking_url: 'https://www.dhl.example/track?id=00340434161094042557',
    status: 'in_transit',
    sub_status: 'departed_facility',
    direction: 'outbound',
    items: [
      { line_id: 'l1', quantity: 1 },
      { line_id: 'l2', quantity: 2 },
    ],
    estimate: { from: '2026-11-24', until: '2026-11-25', source: 'carrier' },
    shipped_at: '2026-11-13T08:00:00+01:00',
    checkpoints: list,
  };
}

function page({ checkpoints: events, offers: count }) {
  return {
    version: 1,
    now_ms: kNow,
    cursor: '41',
    config: {
      api: '/postlude/v1',
      order_page: '/order',
      test_mode: false,
      poll_ms: 0,
      max_offers: kMostOpenOffers,
      zone_offset_minutes: kZoneMinutes,
    },
    order: order(),
    shipments: [shipment(checkpoints(events))],
    offers: offers(count),
  };
}

const amended = (checkpoint) => ({ ...checkpoint, message: `${checkpoint.message} – amended` });

/** One checkpoint of the page with another text: as a whole page, as changes, as one scan. */
function withChanged(original, index) {
  const [parcel] = original.shipments;
  const changed = amended(parcel.checkpoints[index]);
  const list = parcel.checkpoints.with(index, changed);
  return {
    page: { ...original, shipments: [{ ...parcel, checkpoints: list }] },
    ...deliveries(parcel, changed),
  };
}

function deliveries(parcel, checkpoint) {
  return {
    changes: {
      version: 1,
      cursor: '42',
      shipments: [{ ...parcel, checkpoints: [checkpoint] }],
    },
    checkpoint: { shipment_id: parcel.id, checkpoint },
  };
}

/**
 * Returns the documents of a workload as JSON texts. `before` and `after` differ in one checkpoint in the
 * middle of the timeline, each as a whole page, as changes and as one scan; `updates` are 50 scans with
 * another text, and `restores` the 50 that undo them; `appends` are new scans, each the newest.
 */
export function documentsOf(name) {
  const original = page(kWorkloads[name]);
  const [parcel] = original.shipments;
  const middle = Math.floor(parcel.checkpoints.length / 2);
  const after = withChanged(original, middle);
  const before = { page: original, ...deliveries(parcel, parcel.checkpoints[middle]) };
  const targets = Array.from(
    { length: 50 },
    (_, i) => parcel.checkpoints[i % parcel.checkpoints.length],
  );
  const scan = (checkpoint) => JSON.stringify({ shipment_id: parcel.id, checkpoint });
  return {
    before: mapValues(before, JSON.stringify),
    after: mapValues(after, JSON.stringify),
    updates: targets.map((checkpoint, i) =>
      scan({ ...checkpoint, message: `${checkpoint.message} – ${i}` }),
    ),
    restores: targets.map((checkpoint) => scan(checkpoint)),
    appends: appended().map(scan),
  };
}

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}
