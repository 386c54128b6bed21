// The developer API under WebAssembly: it answers as the `postlude` command does.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadClassifier } from '../../web/dist/core/classify.js';
import { loadCore } from '../../web/dist/core/index.js';
import { createFormatter, loadRenderer } from '../../web/dist/core/render.js';
import { loadTracking } from '../../web/dist/core/tracking.js';
import { programPath } from '../browser/support/server.mjs';

const kRoot = fileURLToPath(new URL('../../', import.meta.url));
const read = (path) => readFileSync(kRoot + path, 'utf8');
const wasmOf = (name) => readFileSync(`${kRoot}web/dist/core/${name}.wasm`);

/** What the command answers, without its last line end; a refused document is an answer too. */
function commanded(args, input) {
  const options = { input, encoding: 'utf8', maxBuffer: 1 << 26, stdio: 'pipe' };
  try {
    return execFileSync(programPath('postlude'), args, options).replace(/\n$/, '');
  } catch (failed) {
    if (failed.status === null || !failed.stdout) throw failed;
    return failed.stdout.replace(/\n$/, '');
  }
}

const lines = [{ id: 'l1', product_id: 'porcelain-dripper', title: 'Dripper', total_minor: 3900 }];
const order = { version: 1, id: '1', number: '#1', currency: 'EUR', payment_status: 'paid', lines };

const kOrders = {
  canonical: order,
  shopify: {
    id: 450789469,
    name: '#1001',
    currency: 'USD',
    financial_status: 'paid',
    created_at: '2026-11-20T10:00:00-05:00',
    total_price: '24.90',
    line_items: [{ id: 1, product_id: 2, title: 'Tee', quantity: 2, price: '10.00', sku: 'T' }],
  },
  woocommerce: {
    id: 727,
    number: '727',
    currency: 'EUR',
    status: 'processing',
    date_created: '2026-11-20T10:00:00',
    total: '29.35',
    line_items: [{ id: 315, name: 'Woo &amp; more', product_id: 93, quantity: 2, total: '6.00' }],
  },
  schema_org: {
    '@context': 'https://schema.org',
    '@type': 'Order',
    orderNumber: 'CT987',
    priceCurrency: 'USD',
    price: '539.00',
    acceptedOffer: {
      '@type': 'Offer',
      itemOffered: { '@type': 'Product', name: 'Spade', sku: 'abc1' },
      price: '539.00',
      priceCurrency: 'USD',
    },
  },
  ga4: {
    event: 'purchase',
    ecommerce: {
      transaction_id: 'T_1',
      value: 30.03,
      currency: 'USD',
      items: [{ item_id: 'S', item_name: 'Tee', price: 10.01, quantity: 3 }],
    },
  },
};

const shipment = { id: 's', carrier: 'ups', tracking_number: '1Z', status: 'in_transit' };
const kShipments = {
  canonical: { version: 1, shipments: [{ ...shipment, checkpoints: [] }] },
  shopify: { id: 1, status: 'success', tracking_number: '1Z', shipment_status: 'in_transit' },
  aftership: { id: 'a', slug: 'ups', tracking_number: '1Z', tag: 'Exception', checkpoints: [] },
  easypost: { object: 'Tracker', id: 't', tracking_code: '1Z', status: 'delivered' },
  shippo: {
    carrier: 'ups',
    tracking_number: '1Z',
    tracking_status: { status: 'TRANSIT', status_date: '2026-11-01T10:00:00Z' },
  },
  karrio: { carrier_name: 'ups', carrier_id: 'ups', tracking_number: '1Z', status: 'in_transit' },
  '17track': {
    event: 'TRACKING_UPDATED',
    data: {
      number: '1Z',
      track_info: { latest_status: { status: 'Delivered', sub_status: null } },
    },
  },
  ucp: {
    fulfillment: {
      events: [
        {
          id: '1',
          occurred_at: '2026-11-01T09:00:00Z',
          type: 'shipped',
          tracking_number: '1Z',
          line_items: [{ id: 'a', quantity: 2 }],
        },
      ],
    },
  },
};

const core = await loadCore();
const renderer = await loadRenderer();
const tracking = await loadTracking();
const classifier = await loadClassifier();

/** Holds a result against the command's answer, refusals by code and pointer. */
function same(result, answer) {
  const { error } = answer;
  if (!error) return assert.deepEqual(result, { ok: true, value: answer });
  assert.equal(result.ok, false);
  assert.deepEqual({ offset: 0, ...error }, result.error);
}

for (const [source, document] of Object.entries(kOrders)) {
  test(`an order of ${source} is read as by the command`, () => {
    const answer = JSON.parse(commanded(['order', '--from', source], JSON.stringify(document)));
    same(core.parseOrder(source, document), answer);
    assert.ok(answer.lines?.length, JSON.stringify(answer));
  });
}

for (const [source, document] of Object.entries(kShipments)) {
  test(`shipments of ${source} are read as by the command`, () => {
    const answer = JSON.parse(commanded(['normalise', '--from', source], JSON.stringify(document)));
    same(tracking.normalise(source, document), answer);
    assert.equal(answer.shipments?.[0]?.tracking_number, '1Z', JSON.stringify(answer));
  });
}

test('what is wrong comes with code, pointer and offset', () => {
  const error = (result) => (result.ok ? undefined : result.error);
  const wrong = { ...order, lines: [{ ...lines[0], 'a b\n/~': 1, total_minor: 'x' }] };
  assert.deepEqual(error(core.parseOrder('canonical', wrong)), {
    code: 'wrong_type',
    pointer: '/lines/0/total_minor',
    offset: 0,
  });
  assert.equal(error(core.parseOrder('canonical', '{"a":}')).offset, 6);
  assert.equal(error(core.parseOrder('nobody', '{}')).code, 'unknown_format');
  assert.equal(error(tracking.normalise('nobody', '{}')).code, 'unknown_format');
  assert.equal(error(renderer.renderHtml('nobody', '{}', 0, {})).code, 'unknown_format');
});

test('a pointer keeps spaces and line ends of member names', () => {
  const config = { ...JSON.parse(read('demo/store/offers.json')), 'a b\n c': 1 };
  const refused = core.lint(config);
  assert.deepEqual(refused.ok ? {} : refused.error, {
    code: 'bad_value',
    pointer: '/a b\n c',
    offset: 0,
  });
});

const config = JSON.parse(read('demo/store/offers.json'));
const context = { now_ms: 1_795_255_200_000 };
const offerCase = { order, config, context };

test('an offer is decided and explained as by the command', () => {
  const input = JSON.stringify(offerCase);
  same(core.decide(offerCase), JSON.parse(commanded(['explain'], input)));
  const text = core.explain(offerCase);
  assert.equal(text.ok && text.value.trimEnd(), commanded(['explain', '--text'], input).trimEnd());
});

test('prepared offers decide the same, and a second document adds to them', () => {
  const [first, ...others] = config.offers;
  const more = core.prepareOffers({ ...config, offers: [first] }, [{ ...config, offers: others }]);
  assert.ok(more.ok, JSON.stringify(more));
  const whole = core.decide(offerCase);
  assert.ok(whole.ok);
  const decided = more.value.decide({ order, context });
  assert.deepEqual(decided, whole);
  const ranked = more.value.rank({ order, context });
  assert.deepEqual(ranked.ok && ranked.value.ranked, whole.value.ranked);
  assert.deepEqual(more.value.explain({ order, context }), core.explain(offerCase));
  more.value.dispose();
  const refused = core.prepareOffers(config, ['{"version":2}']);
  assert.equal(refused.ok, false);
});

test('a configuration is checked', () => {
  assert.deepEqual(core.lint(config), { ok: true, value: { ok: true } });
  const refused = core.lint({ ...config, offers: [{ id: 'x' }] });
  assert.equal(refused.ok, false);
  assert.match(refused.ok ? '' : refused.error.pointer, /^\/offers\/0/);
});

test('a case is priced in minor units', () => {
  const priced = core.price({
    currency: 'EUR',
    lines: [{ unit_price_minor: 1000, quantity: 2, discount_basis_points: 1000 }],
    shipping_minor: 490,
    tax_millionths: 190_000,
    tax_included: false,
  });
  assert.deepEqual(priced, {
    ok: true,
    value: {
      currency: 'EUR',
      subtotal_minor: 2000,
      discount_minor: 200,
      shipping_minor: 490,
      tax_minor: 435,
      total_minor: 2725,
      tax_included: false,
    },
  });
  assert.equal(core.price({ currency: 'EURO', lines: [] }).ok, false);
});

test('who pays in another currency is priced in it, and the books in theirs', () => {
  const inYen = {
    currency: 'EUR',
    lines: [{ unit_price_minor: 1090, quantity: 3, discount_basis_points: 1500 }],
    shipping_minor: 490,
    tax_millionths: 70_000,
    exchange: { currency: 'JPY', rate: '171.35' },
  };
  const priced = core.price(inYen);
  assert.ok(priced.ok);
  assert.equal(priced.value.currency, 'JPY');
  assert.equal(priced.value.total_minor, 5603);
  assert.equal(priced.value.shop?.currency, 'EUR');
  assert.equal(priced.value.shop?.total_minor, 3269);
  for (const rate of ['0', '1,5', '-1', '2000000']) {
    const refused = core.price({ ...inYen, exchange: { currency: 'JPY', rate } });
    assert.equal(refused.ok ? '' : refused.error.pointer, '/exchange/rate');
  }
});

const page = JSON.parse(read('tests/scenarios/order_page.json')).steps.find(
  ({ send }) => send === 'Page',
).payload;
const words = ['en', 'en.more'].flatMap(
  (name) => JSON.parse(read(`web/dist/locales/${name}.json`)).w,
);

for (const kind of ['order', 'offer', 'tracking', 'review']) {
  test(`the ${kind} widget is rendered as by the command, up to the words`, () => {
    const args = ['render', '--kind', kind, '--html', '--now', String(page.now_ms)];
    const native = commanded(args, JSON.stringify(page));
    const { ok, value: html } = renderer.renderHtml(
      kind,
      page,
      page.now_ms,
      createFormatter('en', words),
    );
    assert.ok(ok);
    assert.match(html, /data-b/);
    // Intl and ICU may differ in the spaces of dates and amounts; roots carry the command's language.
    const bones = (markup) =>
      markup.replace(/ lang="en" dir="ltr"/, '').replace(/[\s\u00a0\u202f]+/g, ' ');
    assert.equal(bones(html), bones(native));
  });
}

test('a URL is checked as by the command', () => {
  for (const url of ['https://shop.example/a b', 'javascript:alert(1)', '/order', 'ftp://x', '']) {
    assert.deepEqual(core.checkUrl(url), JSON.parse(commanded(['safe-url'], url + '\n')));
  }
});

test('couriers are detected as by the command', () => {
  for (const number of ['1Z999AA10123456784', 'RB123456785GB', '9400 1234', 'Nummer ÄÖ', '']) {
    const args = ['detect', '--country', 'ca', '--method', 'UPS Ground'];
    const hints = { country: 'ca', shippingMethod: 'UPS Ground' };
    const { candidates } = JSON.parse(commanded(args, number + '\n'));
    assert.deepEqual(tracking.detectCourier(number, hints), candidates);
  }
  assert.equal(tracking.detectCourier('1Z999AA10123456784')[0].courier, 'ups');
});

test('arrival is estimated as by the command', () => {
  const rules = read('demo/store/delivery.json');
  const questions = [
    { ordered_at: '2026-12-23T15:00', destination: 'AT' },
    { destination: 'AT' },
    { handed_over_at: '2026-11-20', destination: 'DE', today: '2026-11-21' },
    { ordered_at: 'soon' },
    { colour: 'red' },
  ];
  for (const question of questions) {
    const args = ['estimate', '--rules', `${kRoot}demo/store/delivery.json`];
    same(
      tracking.estimateDelivery(rules, question),
      JSON.parse(commanded(args, JSON.stringify(question))),
    );
  }
  assert.equal(tracking.estimateDelivery('{"works_on":7}', {}).ok, false);
});

test('words of every language are placed as by the command', () => {
  const texts = read('tests/core/tracking/carrier_words.tsv')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t')[2]);
  assert.ok(texts.length > 1000);
  const answers = commanded(['classify'], texts.join('\n') + '\n').split('\n');
  texts.forEach((text, i) => assert.deepEqual(classifier.classify(text), JSON.parse(answers[i])));
  const text = 'Zustellversuch erfolglos';
  const explained = JSON.parse(commanded(['classify', '--explain'], text + '\n'));
  assert.ok(explained.cues.length > 0);
  assert.deepEqual(classifier.explain(text), explained);
});

test('modules start from bytes and from a compiled module, as edge workers have it', async () => {
  const compiled = await WebAssembly.compile(wasmOf('postlude-core'));
  const edge = await loadCore({ wasm: compiled });
  assert.deepEqual(edge.parseOrder('canonical', order), core.parseOrder('canonical', order));
  const bytes = await loadTracking({ wasm: wasmOf('postlude-core-tracking') });
  assert.equal(bytes.detectCourier('1Z999AA10123456784')[0].courier, 'ups');
});

test('a module that is none rejects, and so does one of another entry', async () => {
  await assert.rejects(loadCore({ wasm: new Uint8Array([1, 2, 3]) }), WebAssembly.CompileError);
  const foreign = new Uint8Array([
    0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 2, 7, 1, 1, 120, 1, 121, 0, 0,
  ]);
  await assert.rejects(loadCore({ wasm: foreign }), TypeError);
});
