import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ServerProcess } from './support/server-process.js';
import { Shopper, kCards, setStock, unique } from './support/shopper.js';
import { Visitor, kAddress, textOf } from './support/visitor.js';

let server: ServerProcess;
let visitor: Visitor;

before(async () => {
  server = await ServerProcess.start();
});
after(() => server.remove());

function newVisitor(): Visitor {
  visitor = new Visitor(server.origin);
  return visitor;
}

describe('every page of the shop', () => {
  it('has a policy with a nonce of its own that all its scripts carry', async () => {
    const buyer = newVisitor();
    await buyer.buy(['nachtzug-espresso']);
    await buyer.send('/cart/add', { product: 'porcelain-dripper' });
    const nonces = new Set<string>();
    const paths = ['/', '/product/huila-filter', '/cart', '/checkout', '/thank-you', '/order'];
    for (const path of [...paths, '/merchant', '/nothing-here']) {
      const page = await buyer.open(path);
      const policy = page.headers.get('content-security-policy') ?? '';
      const nonce = /script-src 'nonce-([0-9a-f]{32})' 'strict-dynamic' 'wasm-unsafe-eval';/.exec(
        policy,
      )?.[1];
      assert.ok(nonce, `${path}: ${policy}`);
      nonces.add(nonce);
      for (const part of [
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
      ]) {
        assert.ok(policy.includes(part), `${path} lacks ${part}`);
      }
      for (const tag of page.html.match(/<script[^>]*>/g) ?? []) {
        if (tag.includes('application/json')) continue;
        assert.ok(tag.includes(`nonce="${nonce}"`), `${path}: ${tag}`);
      }
    }
    assert.equal(nonces.size, paths.length + 2);
  });

  it('asks no other host for anything and has no inline style or handler', async () => {
    for (const path of ['/', '/product/huila-filter', '/cart', '/merchant', '/nothing-here']) {
      const { html } = await newVisitor().open(path);
      assert.doesNotMatch(html, /(?:src|href|action)="(?:https?:)?\/\//, path);
      assert.doesNotMatch(html, / style="| on[a-z]+="|javascript:/, path);
    }
  });

  it('has a title, a language, one main heading and a skip link', async () => {
    for (const path of ['/', '/product/huila-filter', '/cart', '/merchant', '/nothing-here']) {
      const { html } = await newVisitor().open(path);
      assert.match(html, /<html lang="en-GB">/);
      assert.match(html, /<title>[^<]+ · Ostwind Kaffee<\/title>/);
      assert.equal(html.match(/<h1[ >]/g)?.length, 1, path);
      assert.match(html, /<a class="skip" href="#main">/);
    }
  });

  it('gives every picture words or none on purpose, and a size', async () => {
    const { html } = await newVisitor().open('/');
    const pictures = html.match(/<img [^>]*>/g) ?? [];
    assert.ok(pictures.length > 10);
    for (const picture of pictures) {
      assert.match(picture, / alt="/);
      assert.match(picture, / width="\d+" height="\d+"/);
    }
  });
});

describe('the shop without wasm in its policy', () => {
  it('leaves out that one permission', async () => {
    const strict = await ServerProcess.start({ csp: 'no-wasm' });
    const page = await new Visitor(strict.origin).open('/');
    const policy = page.headers.get('content-security-policy') ?? '';
    assert.doesNotMatch(policy, /wasm-unsafe-eval/);
    assert.match(policy, /script-src 'nonce-[0-9a-f]{32}' 'strict-dynamic';/);
    await strict.remove();
  });
});

describe('a missing page', () => {
  it('is friendly, and problem+json in the API', async () => {
    const page = await newVisitor().open('/product/tea');
    assert.equal(page.status, 404);
    assert.match(page.html, /This shelf is empty/);
    const other = await newVisitor().open('/no/such/page');
    assert.equal(other.status, 404);
    assert.match(other.html, /This shelf is empty/);
    const api = await fetch(`${server.origin}/postlude/v1/nothing`);
    assert.match(api.headers.get('content-type') ?? '', /problem\+json/);
  });
});

describe('statistics', () => {
  it('are off until the shopper allows them, and off again when told', async () => {
    const buyer = newVisitor();
    assert.doesNotMatch((await buyer.open('/')).html, /data-statistics/);
    const allowed = await buyer.send('/statistics', { answer: 'yes', back: '/cart' });
    assert.equal(allowed.path, '/cart');
    assert.match(allowed.html, /data-statistics="yes"/);
    const off = await buyer.send('/statistics', { answer: 'no', back: '/cart' });
    assert.doesNotMatch(off.html, /data-statistics/);
    assert.equal(buyer.cookies.size, 0);
  });

  it('lead back to pages of the shop only', async () => {
    for (const back of [
      '//evil.example/',
      'https://evil.example/',
      '/\\evil.example',
      '/a\r\nX: y',
    ]) {
      assert.equal((await newVisitor().send('/statistics', { answer: 'no', back })).path, '/');
    }
  });
});

describe('the cart', () => {
  it('adds, changes and removes by plain forms', async () => {
    const buyer = newVisitor();
    assert.match((await buyer.open('/cart')).html, /Your cart is empty/);
    const added = await buyer.send('/cart/add', { product: 'nachtzug-espresso', quantity: '2' });
    assert.equal(added.path, '/cart');
    assert.match(textOf(added.html), /€21\.80/);
    const changed = await buyer.send('/cart/update', {
      product: 'nachtzug-espresso',
      quantity: '3',
    });
    assert.match(textOf(changed.html), /€32\.70/);
    assert.match(textOf(changed.html), /€16\.30 to go for free shipping/);
    const removed = await buyer.send('/cart/remove', { product: 'nachtzug-espresso' });
    assert.match(removed.html, /Your cart is empty/);
    assert.equal(buyer.cookies.size, 0);
  });

  it('never holds more than there is', async () => {
    const buyer = newVisitor();
    const page = await buyer.send('/cart/add', { product: 'stoneware-cups', quantity: '20' });
    assert.match(page.html, /max="4" value="4"/);
    const soldOut = await newVisitor().send('/cart/add', { product: 'french-press' });
    assert.match(soldOut.html, /Your cart is empty/);
  });

  it('outlives a cookie that somebody wrote by hand', async () => {
    const buyer = newVisitor();
    buyer.cookies.set('ostwind_cart', '"><script>:1.huila-filter:2.huila-filter:9');
    const page = await buyer.open('/cart');
    assert.equal(page.status, 200);
    assert.match(page.html, /value="2"/);
    assert.doesNotMatch(page.html, /"><script>/);
  });

  it('takes no form from another site', async () => {
    const buyer = newVisitor();
    const page = await buyer.send(
      '/cart/add',
      { product: 'huila-filter' },
      { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' },
    );
    assert.equal(page.status, 403);
    assert.match(page.html, /That did not come from here/);
    assert.equal(buyer.cookies.size, 0);
  });
});

describe('the checkout', () => {
  it('keeps the form and says what is missing', async () => {
    const buyer = newVisitor();
    await buyer.send('/cart/add', { product: 'huila-filter' });
    const form = await buyer.checkoutForm();
    const page = await buyer.send('/checkout', { ...form, email: '', city: ' ', name: '<b>"Ada"' });
    assert.equal(page.status, 422);
    assert.match(page.html, /<a href="#email">Please enter your e-mail address\.<\/a>/);
    assert.match(page.html, /<a href="#city">Please enter a town\.<\/a>/);
    assert.match(page.html, /value="&lt;b&gt;&quot;Ada&quot;"/);
    assert.match(page.html, /id="email"[^>]*aria-invalid="true"/);
  });

  it('keeps everything when the card is declined, and charges nothing', async () => {
    const buyer = newVisitor();
    await buyer.send('/cart/add', { product: 'storage-tin' });
    const form = { ...(await buyer.checkoutForm()), card: '4000000000000002' };
    const page = await buyer.send('/checkout', form);
    assert.equal(page.status, 422);
    assert.match(page.html, /The card was declined/);
    for (const value of Object.values(kAddress)) assert.ok(page.html.includes(value), value);
    assert.match(page.html, /value="4000000000000002" checked/);
    assert.match((await buyer.open('/product/storage-tin')).html, /In stock/);
    assert.equal(buyer.cookies.has('postlude_order'), false);
    assert.equal((await buyer.send('/checkout', await buyer.checkoutForm())).path, '/thank-you');
  });

  it('asks again before it charges more than was on the screen', async () => {
    const buyer = newVisitor();
    await buyer.send('/cart/add', { product: 'huila-filter' });
    const form = { ...(await buyer.checkoutForm()), country: 'AT' };
    const asked = await buyer.send('/checkout', form);
    assert.equal(asked.status, 422);
    assert.match(asked.html, /The total has changed/);
    assert.match(textOf(asked.html), /Order and pay €22\.40/);
    const total = /name="shown_total" value="(\d+)"/.exec(asked.html)?.[1] ?? '';
    assert.equal(
      (await buyer.send('/checkout', { ...form, shown_total: total })).path,
      '/thank-you',
    );
  });

  it('shows another currency before it is paid in, and keeps what was filled in', async () => {
    const buyer = newVisitor();
    await buyer.send('/cart/add', { product: 'huila-filter' });
    const form = await buyer.checkoutForm();
    assert.equal(form['currency'], 'EUR');
    const { html, status } = await buyer.send('/checkout', { ...form, show_in: 'JPY' });
    assert.equal(status, 200);
    const now = (name: string): string =>
      new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
    assert.equal(now('currency'), 'JPY');
    assert.match(textOf(html), /Order and pay JP¥\d,\d{3}/);
    assert.match(textOf(html), /1 EUR = 171\.35 JPY/);
    for (const value of Object.values(kAddress)) assert.ok(html.includes(value), value);
    // The yen's total is no total in euros: what was not on the screen is not charged.
    const mixed = await buyer.send('/checkout', { ...form, currency: 'JPY' });
    assert.equal(mixed.status, 422);
    assert.match(mixed.html, /The total has changed/);
    const paid = await buyer.send('/checkout', {
      ...form,
      ...{ checkout: now('checkout'), currency: 'JPY', shown_total: now('shown_total') },
    });
    assert.equal(paid.path, '/thank-you');
    assert.match(paid.html, /"currency":"JPY"/);
  });

  it('makes one order of one form that is sent twice at once', async () => {
    const buyer = newVisitor();
    await buyer.send('/cart/add', { product: 'paper-filters' });
    const form = await buyer.checkoutForm();
    const [first, second] = [new Visitor(server.origin), new Visitor(server.origin)];
    for (const tab of [first, second]) for (const pair of buyer.cookies) tab.cookies.set(...pair);
    const pages = await Promise.all([
      first.send('/checkout', form),
      second.send('/checkout', form),
    ]);
    const numbers = pages.map((page) => /Order (#?\d+)/.exec(page.html)?.[1]);
    assert.ok(numbers[0]);
    assert.equal(numbers[0], numbers[1]);
  });

  it('goes back to an empty cart', async () => {
    assert.equal((await newVisitor().open('/checkout')).path, '/cart');
    assert.equal((await newVisitor().send('/checkout', kAddress)).path, '/cart');
  });

  it('asks for no address when nothing is shipped', async () => {
    const buyer = newVisitor();
    await buyer.send('/cart/add', { product: 'brew-class-online' });
    const { html } = await buyer.open('/checkout');
    assert.doesNotMatch(html, /Where shall it go/);
    assert.match(html, /id="name"/);
    const form = await buyer.checkoutForm();
    const page = await buyer.send('/checkout', {
      email: kAddress.email,
      name: kAddress.name,
      checkout: form['checkout'] ?? '',
      shown_total: form['shown_total'] ?? '',
      card: form['card'] ?? '',
    });
    assert.equal(page.path, '/thank-you');
    assert.match(page.html, /Your link is on its way/);
  });
});

describe('after the purchase', () => {
  it('the thank-you page holds the widgets and one script', async () => {
    const page = await newVisitor().buy(['nachtzug-espresso', 'porcelain-dripper']);
    assert.equal(page.path, '/thank-you');
    assert.match(page.html, /Your order is with us/);
    assert.match(page.html, /<postlude-offer[ >]/);
    assert.match(page.html, /<postlude-order[ >]/);
    assert.equal(page.html.match(/postlude\.js/g)?.length, 1);
    assert.match(page.html, /<script async src="\/postlude\/postlude\.js" nonce="[0-9a-f]{32}"/);
    // The shop's own words inside the element, for when the widget cannot run.
    assert.match(textOf(page.html), /1 × Nachtzug Espresso/);
  });

  it('the order page opens by the cookie alone', async () => {
    const buyer = newVisitor();
    await buyer.buy(['huila-filter']);
    const page = await buyer.open('/order');
    assert.equal(page.status, 200);
    for (const kind of ['tracking', 'review', 'order']) {
      assert.match(page.html, new RegExp(`<postlude-${kind}[ >]`));
    }
    const stranger = await newVisitor().open('/order');
    assert.equal(stranger.status, 404);
    assert.match(stranger.html, /No order here yet/);
    assert.equal((await newVisitor().open('/thank-you')).path, '/order');
  });

  it('no address of a page holds a token or anything personal', async () => {
    const buyer = newVisitor();
    const { html } = await buyer.buy(['huila-filter']);
    const token = /data-order="([^"]+)"/.exec(html)?.[1] ?? '';
    assert.ok(token.length > 40);
    for (const [, address] of html.matchAll(/(?:href|action|src)="([^"]*)"/g)) {
      assert.ok(!address?.includes(token));
      assert.doesNotMatch(address ?? '', /ada|lovelace|@example/i);
    }
    assert.ok(!server.log.includes(token));
    assert.doesNotMatch(server.log, /ada@example|Lovelace/i);
  });
});

describe('the merchant panel', () => {
  it('leads a parcel from the order to the door, scan by scan', async () => {
    const buyer = newVisitor();
    const bought = await buyer.buy(['huila-filter', 'paper-filters']);
    const number = /Order (#?\d+)/.exec(bought.html)?.[1] ?? '';
    const list = await buyer.open('/merchant');
    assert.match(list.html, /Demo only\./);
    const row = list.html.split('<tr>').find((part) => part.includes(`>${number}<`)) ?? '';
    const path = /href="(\/merchant\/orders\/[^"]+)"/.exec(row)?.[1] ?? '';
    assert.match((await buyer.open(path)).html, /2 lines wait to be sent/);
    let page = await buyer.send(`${path}/ship`, { parcels: '2' });
    assert.match(page.html, /The carrier has been told/);
    assert.equal(page.html.match(/aria-label="Parcel /g)?.length, 2);
    const parcel = /name="shipment" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
    for (let scans = 0; scans < 5; ++scans) {
      page = await buyer.send(`${path}/scan`, { shipment: parcel, scan: '' });
      assert.equal(page.status, 200);
    }
    assert.match(page.html, /reached the end of its journey/);
    const late = await buyer.send(`${path}/scan`, { shipment: parcel, scan: '' });
    assert.equal(late.status, 422);
    assert.match((await buyer.open(path)).html, /Why this offer, why not another/);
  });

  it('moves the calendar forward only', async () => {
    const buyer = newVisitor();
    const now = async (): Promise<number> =>
      (await (await fetch(`${server.origin}/merchant/api/clock`)).json()).now_ms;
    const before = await now();
    await buyer.send('/merchant/clock', { days: '1' });
    const moved = (await now()) - before;
    assert.ok(moved >= 86_400_000 && moved < 86_460_000, String(moved));
    await buyer.send('/merchant/clock', { days: '-5' });
    assert.ok((await now()) - before >= 86_400_000);
  });

  it('shows rules, caps and limits in words', async () => {
    const { html } = await newVisitor().open('/merchant/offers');
    const text = textOf(html);
    assert.match(text, /When product is porcelain-dripper\./);
    assert.match(text, /20% off/);
    assert.match(text, /Quiet after 2 declines in the same group in 30 days\./);
    assert.match(text, /quiet after 1 accept of the same offer in 365 days/);
    assert.match(text, /Open for 60 minutes after the order\./);
  });

  it('draws the funnel and tells the same in a list beside it', async () => {
    const { html } = await newVisitor().open('/merchant/offers');
    const picture = /<svg [^]*?<\/svg>/.exec(html)?.[0] ?? '';
    assert.match(picture, /role="img" aria-label="[^"]+list beside it/);
    const names = [...picture.matchAll(/class="name"[^>]*>([^<]+)</g)].map((found) => found[1]);
    assert.deepEqual(names, ['first', 'smaller', 'class', 'The end']);
    const labels = [...picture.matchAll(/class="edge-label"[^>]*>([^<]+)</g)].map((it) => it[1]);
    // first: yes, no; smaller: yes and no alike, and a payment that failed; class: all to the end.
    assert.deepEqual(labels, ['yes', 'no', 'yes, no', 'not paid', 'yes, no, not paid']);
    assert.ok(Number(/width="(\d+)"/.exec(picture)?.[1]) <= 292, 'too wide for a telephone');
    const list = textOf(/<ol class="steps">[^]*?<\/ol>/.exec(html)?.[0] ?? '');
    assert.match(list, /first starts here .*Accepted class Declined smaller Payment failed it may/);
    assert.match(list, /smaller .*Accepted class Declined class Payment failed the end/);
    assert.match(list, /Storage Tin/);
  });

  it('escapes whatever stands in a node', async () => {
    const odd = await ServerProcess.start({
      offers: (config) => {
        config.funnel = { nodes: [{ id: '<b>"&\u00e4'.padEnd(40, 'x') }] };
        for (const offer of config.offers) delete offer.node;
      },
    });
    const { html } = await new Visitor(odd.origin).open('/merchant/offers');
    assert.doesNotMatch(html, /<b>"/);
    assert.match(html, /&lt;b&gt;&quot;&amp;ä/);
    assert.match(html, /…<\/text>/);
    assert.match(html, /No offer stands here\./);
    await odd.remove();
  });

  it('says so when there is no funnel and no offer', async () => {
    const empty = await ServerProcess.start({
      offers: (config) => {
        delete config.funnel;
        config.offers = [];
      },
    });
    const { html } = await new Visitor(empty.origin).open('/merchant/offers');
    assert.match(html, /There is no funnel: every offer is always due\./);
    assert.match(html, /No offers are configured\./);
    await empty.remove();
  });

  it('explains every candidate on any order', async () => {
    const buyer = newVisitor();
    await buyer.buy(['porcelain-dripper']);
    const list = await buyer.open('/merchant');
    const path = /href="(\/merchant\/orders\/[^"]+)"/.exec(list.html)?.[1] ?? '';
    const text = textOf((await buyer.open(path)).html);
    assert.match(text, /Offered now: filters-for-dripper\. The funnel is at: first\./);
    assert.match(text, /Paper Filters 02 filters-for-dripper Offered 1 €/);
    assert.match(text, /second-bag Its step of the funnel has not come/);
    assert.match(text, /tin-for-huila Its rules do not hold/);
  });
});

describe('quotes and charges', () => {
  const rows = (html: string) => html.match(/<tr><td>/g)?.length ?? 0;

  it('has an empty state, filters by a plain form and pages', async () => {
    const shop = await ServerProcess.start();
    const visitor = new Visitor(shop.origin);
    assert.match((await visitor.open('/merchant/records')).html, /No offer was made yet\./);
    await setStock(shop.origin, 'porcelain-dripper', 1000);
    const accepted = await Shopper.buy(shop.origin);
    await accepted.accept(await accepted.offer(), unique('key'));
    const refused = await Shopper.buy(shop.origin);
    const offer = await refused.offer();
    await refused.post(`/offers/${offer.id}/decline`, {});
    const unpaid = await Shopper.buy(shop.origin, { card: kCards.insufficientFunds });
    await unpaid.accept(await unpaid.offer(), unique('key'));

    const all = await visitor.open('/merchant/records');
    assert.match(textOf(all.html), /3 quotes/);
    for (const words of ['Accepted', 'No thanks', 'Payment failed', 'Insufficient funds']) {
      assert.ok(textOf(all.html).includes(words), words);
    }
    const count = async (query: string) => {
      const { status, html } = await visitor.open(`/merchant/records?${query}`);
      assert.equal(status, 200, query);
      return rows(html);
    };
    assert.equal(await count('outcome=accepted'), 1);
    assert.equal(await count('outcome=declined'), 1);
    assert.equal(await count('outcome=no_thanks'), 1);
    assert.equal(await count('outcome=refunded'), 0);
    assert.equal(await count('offer=filters-for-dripper'), 3);
    assert.equal(await count(`order=${encodeURIComponent(accepted.number)}`), 1);
    assert.equal(await count(`order=${accepted.number.replace('#', '')}`), 1);
    assert.equal(await count('order=nobody'), 0);
    const today = new Date(Date.now() + 3_600_000).toISOString().slice(0, 10);
    assert.equal(await count(`day=${today}&outcome=`), 3);
    assert.equal(await count('day=2020-02-29'), 0);
    // What is no filter narrows nothing.
    assert.equal(await count('day=2020-02-31&outcome=lost&page=x'), 3);
    const nothing = await visitor.open('/merchant/records?outcome=refunded&order=%22%3E%3Cb%3E');
    assert.match(nothing.html, /Nothing matches\./);
    assert.match(nothing.html, /value="&quot;&gt;&lt;b&gt;"/);
    assert.match(nothing.html, /value="refunded" selected/);

    for (let i = 0; i < 24; ++i) await (await Shopper.buy(shop.origin)).offer();
    const first = await visitor.open('/merchant/records');
    assert.equal(rows(first.html), 25);
    assert.match(textOf(first.html), /Page 1 of 2/);
    assert.match(first.html, /name="page" value="2">Older/);
    assert.equal(await count('page=2'), 2);
    assert.equal(await count('page=99'), 2);
    assert.doesNotMatch((await visitor.open('/merchant/records?outcome=open')).html, /Page 1/);
    await shop.remove();
  });
});
