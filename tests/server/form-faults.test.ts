/** Forms of people without scripts while the database is locked or full: pages and words, no JSON. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { ServerProcess } from './support/server-process.js';
import { Shopper, kCards, openOffers, setStock, unique } from './support/shopper.js';
import { Visitor, textOf, type Page } from './support/visitor.js';

const run = promisify(execFile);
const kBusyPage = /One moment, the kettle is on/;
/** More steps of the database than any of these forms takes. */
const kSteps = 60;
const kAtOnce = 6;

let server: ServerProcess;

before(async () => {
  server = await ServerProcess.start({ requestFaults: true });
  await setStock(server.origin, 'porcelain-dripper', 2000);
});
after(() => server.remove());

/** A shopper with the browser in which they have the order open. */
async function person(card?: string) {
  const shopper = await Shopper.buy(server.origin, card ? { card } : {});
  const offer = await shopper.offer();
  await setStock(server.origin, offer.product_id, 1000);
  const visitor = new Visitor(server.origin);
  visitor.cookies.set('postlude_order', shopper.token);
  const form = (action: string, fields: Record<string, string>, fault = ''): Promise<Page> =>
    visitor.send(
      `/postlude/v1/${action}`,
      { order_token: shopper.token, return_to: '/thank-you', ...fields },
      fault ? { 'Postlude-Fault': fault } : {},
    );
  const key = unique('form');
  return {
    shopper,
    offer,
    visitor,
    form,
    accept: (fault?: string) =>
      form(
        `offers/${offer.id}/accept`,
        {
          quote: offer.quote.token,
          quantity: String(offer.quantity),
          idempotency_key: key,
        },
        fault,
      ),
    decline: (fault?: string) => form(`offers/${offer.id}/decline`, {}, fault),
    undo: (fault?: string) =>
      form(`offers/${offer.id}/undo`, { idempotency_key: unique('undo') }, fault),
    quote: (fault?: string) => form(`offers/${offer.id}/quote`, { quantity: '1' }, fault),
  };
}

type Person = Awaited<ReturnType<typeof person>>;

/** The notice of the page that somebody came to. */
const told = (page: Page): string =>
  textOf(/class="message[^"]*" role="status">([^]*?)<\/div>/.exec(page.html)?.[1] ?? '');

const isPage = (page: Page): void =>
  assert.match(page.headers.get('content-type') ?? '', /^text\/html/, page.html.slice(0, 300));

/** Runs `one` with a fault at each step of the database, several at once. */
async function atEveryStep(one: (fault: string) => Promise<void>): Promise<void> {
  const steps = Array.from({ length: kSteps }, (_, index) => index + 1);
  const work = async (): Promise<void> => {
    for (let step = steps.shift(); step !== undefined; step = steps.shift()) {
      await one(`busy_at=${step}`);
    }
  };
  await Promise.all(Array.from({ length: kAtOnce }, work));
}

describe('a form that finds the database locked or full', () => {
  for (const fault of ['sqlite_busy=1', 'sqlite_full=1']) {
    it(`accepts nothing with ${fault}, says so on its page, and works when it is sent again`, async () => {
      const { shopper, accept } = await person();
      const page = await accept(fault);
      assert.deepEqual([page.status, page.path], [200, '/thank-you']);
      assert.match(
        told(page),
        /That did not work just now\. Please try again: you never pay twice/,
      );
      assert.equal(await shopper.charged(), 0);
      assert.deepEqual(told(await accept()), '');
      assert.equal(await shopper.charged(), 1);
    });

    it(`declines nothing with ${fault}, and says so`, async () => {
      const { shopper, offer, decline } = await person();
      assert.match(told(await decline(fault)), /That did not work just now\. Please try again\./);
      assert.deepEqual((await shopper.offer()).id, offer.id);
      assert.equal(told(await decline()), '');
      assert.ok(openOffers(await shopper.page()).every((next: any) => next.id !== offer.id));
    });

    it(`undoes nothing with ${fault}, and says so`, async () => {
      const { shopper, accept, undo } = await person();
      await accept();
      const page = await undo(fault);
      assert.match(told(page), /This could not be undone just now\. Please try again\./);
      assert.equal(await shopper.charged(), 1);
      assert.match(told(await undo()), /It is taken out of your order again/);
      assert.equal(await shopper.charged(), 0);
    });
  }

  it('keeps the price that it had, and says so', async () => {
    const { shopper, offer, quote } = await person();
    // What was shown is over, so that the next price has to be written.
    await run('sqlite3', [
      '-cmd',
      '.timeout 10000',
      server.db,
      `UPDATE quotes SET expires_ms = 0 WHERE order_id = '${shopper.orderId}'`,
    ]);
    const page = await quote('sqlite_busy=1');
    assert.match(told(page), /The price could not be updated\. Nothing has changed\./);
    assert.equal(told(await quote()), '');
    assert.equal((await shopper.offer()).id, offer.id);
  });

  it('shows a page to a person, when to come again, and JSON to whoever asks for it', async () => {
    const { shopper, form } = await person();
    const review = { line_id: 'line-1', stars: '5', idempotency_key: unique('review') };
    const page = await form('reviews', review, 'sqlite_busy=1');
    isPage(page);
    assert.equal(page.status, 503);
    assert.match(page.html, kBusyPage);
    assert.equal(page.headers.get('retry-after'), '1');
    const answer = await fetch(`${server.origin}/postlude/v1/reviews`, {
      method: 'POST',
      headers: { 'Postlude-Fault': 'sqlite_busy=1' },
      body: new URLSearchParams({ order_token: shopper.token, ...review }),
    });
    assert.equal(answer.status, 503);
    assert.equal(answer.headers.get('content-type'), 'application/problem+json');
    assert.equal(answer.headers.get('retry-after'), '1');
    assert.equal((await form('reviews', review)).status, 200);
  });
});

describe('a form at whatever step the database is locked', () => {
  /** Leads on, or a page says that the shop is busy. */
  function isToldAsPage(page: Page): boolean {
    isPage(page);
    if (page.status === 200) return true;
    assert.equal(page.status, 503);
    assert.match(page.html, kBusyPage);
    return false;
  }

  it('sends a report once, and never calls one a failure that is sent', async () => {
    const outcomes = new Set<boolean>();
    await atEveryStep(async (fault) => {
      const { shopper, form } = await person();
      const { shipment_id: parcel } = await shopper.tell('/shipments');
      const fields = { problem: 'damaged', idempotency_key: unique('report') };
      const page = await form(`shipments/${parcel}/report`, fields, fault);
      const sent = isToldAsPage(page);
      assert.equal((await shopper.merchant('/reports')).reports.length, sent ? 1 : 0, fault);
      outcomes.add(sent);
    });
    assert.equal(outcomes.size, 2, 'both happened');
  });

  const kForms: [string, string, (who: Person, fault: string) => Promise<Page>, string[]][] = [
    ['accepts', kCards.success, (who, fault) => who.accept(fault), ['accepted']],
    ['tells of a refused card', kCards.declined, (who, fault) => who.accept(fault), ['declined']],
    [
      'undoes',
      kCards.success,
      async (who, fault) => {
        await who.accept();
        return who.undo(fault);
      },
      ['refunded'],
    ],
  ];
  for (const [name, card, send, done] of kForms) {
    it(`${name}, or says why not, and calls nothing a failure that is done`, async () => {
      await atEveryStep(async (fault) => {
        const who = await person(card);
        const page = await send(who, fault);
        const states = async () =>
          (await who.shopper.merchant('/charges')).charges.map((charge: any) => charge.state);
        if (!isToldAsPage(page)) assert.notDeepEqual(await states(), done, fault);
        if (/did not work just now|could not be undone/.test(told(page))) {
          assert.notDeepEqual(await states(), done, fault);
        }
      });
    });
  }
});

describe('a refusal at the bank', () => {
  it('leads back to the page at whatever step the database is locked', async () => {
    await atEveryStep(async (fault) => {
      const who = await person(kCards.requiresAction);
      const bank = await who.accept();
      assert.match(bank.path, /^\/postlude\/v1\/actions\//);
      const page = await who.visitor.send(
        bank.path,
        { answer: 'refuse' },
        { 'Postlude-Fault': fault },
      );
      isPage(page);
      const { charges } = await who.shopper.merchant('/charges');
      if (page.status !== 200) assert.equal(charges[0].state, 'requires_action', fault);
    });
  });
});

describe('a notice', () => {
  const kPrice = /The price could not be updated/;
  const kAdding = /The offer could not be added/;

  it('that is left while another tab takes an older one is told later', async () => {
    const { shopper, offer, form, visitor } = await person();
    const refuse = (what: 'accept' | 'quote', fields: Record<string, string>) =>
      fetch(`${server.origin}/postlude/v1/offers/${offer.id}/${what}`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ order_token: shopper.token, ...fields }),
      });
    assert.match(told(await form(`offers/${offer.id}/quote`, { quantity: '99' })), kPrice);
    for (let round = 0; round < 60; round += 1) {
      await refuse('quote', { quantity: '99' });
      const newer = refuse('accept', { quote: 'x.y.z', idempotency_key: unique('key') });
      const pages = [visitor.open('/order'), visitor.open('/order')];
      await newer;
      const seen = [...(await Promise.all(pages)), await visitor.open('/order')].map(told);
      assert.equal(seen.filter((text) => kAdding.test(text)).length, 1, `${round}: ${seen}`);
    }
  });

  it('is kept for the next page by one that fails', async () => {
    const { offer, form, visitor } = await person();
    const sql = async (text: string) => run('sqlite3', ['-cmd', '.timeout 10000', server.db, text]);
    await sql("UPDATE offer_configs SET document = 'x' || document");
    const broken = await form(`offers/${offer.id}/accept`, {
      quote: 'x.y.z',
      idempotency_key: unique('key'),
      return_to: '/order',
    });
    assert.equal(broken.status, 500);
    await sql('UPDATE offer_configs SET document = substr(document, 2)');
    assert.match(told(await visitor.open('/order')), kAdding);
  });
});
