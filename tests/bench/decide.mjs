/** How long the offer decision takes in WebAssembly: thousands of candidates with twenty rules each. */
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';

const kCounts = [1250, 2500, 5000, 10_000, 20_000];
const kRules = 20;
const kPart = 1000; // a document of so many offers stays within its limit
const kNow = 1_790_000_000_000;
const kFacts = ['category', 'sku', 'customer_tag', 'coupon', 'product', 'order_tag'];

/** Rules that all hold, so that none of the twenty is left out, and no two of an offer are alike. */
function rulesOf(offer) {
  return Array.from({ length: kRules }, (_, i) => {
    if (i % 3 === 0) return { fact: kFacts[i % 6], none_of: [`nothing-${offer}-${i}`, 'neither'] };
    if (i % 3 === 1) return { fact: 'tag', any_of: [`tag-${(offer + i) % 40}`, 'always'] };
    return { fact: 'subtotal_minor', at_least: (offer * 7 + i) % 5000, currency: 'EUR' };
  });
}

function offerOf(index, count) {
  return {
    id: `offer-${String((index * 7919) % count).padStart(6, '0')}`,
    product_id: `product-${index}`,
    title: `Offer number ${index}`,
    categories: ['coffee', `shelf-${index % 90}`],
    group: `group-${index % 50}`,
    priority: index % 17,
    value: { margin_minor: 500 + (index % 90), cost_minor: 1 },
    node: index % 2 ? 'first' : 'second',
    caps: [{ count: 'declined', of: 'group', at_most: 1, in_days: 30 }],
    rules: [rulesOf(index)],
  };
}

function configsOf(count) {
  const offers = Array.from({ length: count }, (_, i) => offerOf(i, count));
  const shared = {
    version: 1,
    policy: { caps: [{ count: 'declined', of: 'category', at_most: 90, in_days: 30 }] },
    funnel: { nodes: [{ id: 'first', accept: 'second', decline: 'second' }, { id: 'second' }] },
  };
  const configs = [];
  for (let i = 0; i < count; i += kPart) {
    configs.push({ ...shared, offers: offers.slice(i, i + kPart) });
  }
  return configs;
}

/** An order of eight lines by a customer who was shown forty offers. */
function caseOf() {
  const lines = Array.from({ length: 8 }, (_, i) => ({
    id: `l${i}`,
    product_id: `bought-${i}`,
    sku: `SKU-${i}`,
    title: `Line ${i}`,
    total_minor: 3000,
    tags: ['always', `t${i}`],
    categories: ['coffee', 'gear'],
  }));
  const history = Array.from({ length: 40 }, (_, i) => ({
    offer_id: `offer-${String(i).padStart(6, '0')}`,
    answer: i % 4 ? 'shown' : 'declined',
    scope: 'earlier_order',
    at_ms: kNow - 86_400_000,
  }));
  const order = {
    version: 1,
    id: '1',
    number: '#1',
    currency: 'EUR',
    payment_status: 'paid',
    shipping_address: { lines: ['Street 1'], city: 'Leipzig', postcode: '04229', country: 'DE' },
    totals: [{ kind: 'subtotal', amount_minor: 24_000 }],
    lines,
  };
  return { order, context: { now_ms: kNow, history } };
}

function medianMs(work, times) {
  const taken = [];
  for (let i = 0; i < times; ++i) {
    const from = performance.now();
    work();
    taken.push(performance.now() - from);
  }
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)];
}

/** Returns `[{count, ms}]`: the median time of one decision, order and history read each time. */
export async function measureDecide(dist, quick = false) {
  const { loadCore } = await import(pathToFileURL(join(dist, 'core/index.js')));
  const core = await loadCore();
  const offerCase = caseOf();
  const rows = [];
  for (const count of kCounts) {
    const [first, ...more] = configsOf(count);
    const prepared = core.prepareOffers(first, more);
    if (!prepared.ok) throw new Error(`${prepared.error.code} at ${prepared.error.pointer}`);
    const outcome = prepared.value.rank(offerCase);
    if (!outcome.ok || outcome.value.ranked.length !== 1) {
      throw new Error(`no decision: ${JSON.stringify(outcome)}`);
    }
    medianMs(() => prepared.value.rank(offerCase), 10);
    rows.push({
      count,
      ms: medianMs(() => prepared.value.rank(offerCase), quick ? 10 : 60),
    });
    prepared.value.dispose();
  }
  return rows;
}

if (process.argv[1] === import.meta.filename) {
  for (const { count, ms } of await measureDecide(process.argv[2])) {
    console.log(`${String(count).padStart(6)} candidates x ${kRules} rules: ${ms.toFixed(2)} ms`);
  }
}
