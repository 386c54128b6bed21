/** The kinds of faults, each as what some clients do to one order or to several at once. */
import { kCards } from '../support/shopper.js';
import { accept, tryOnce, undo, undoOnce, type Final, type Intent, type Trying } from './client.js';
import { holdLock, isCharged } from './ledger.js';
import type { Random } from './random.js';
import { Shop } from './shop.js';
import { send, sleep } from './wire.js';

/** One run: an order, and what each of its clients was told in the end. */
export interface Run {
  intent: Intent;
  totalBefore: number;
  finals: Final[];
  /** What must have come of it; "either" where the clients' order of arrival decides. */
  expect: 'accepted' | 'declined' | 'either';
  /** The step of the database at which the process died for it, and on which side of the charge. */
  died?: { step: number; side: 'before' | 'behind' };
}

export interface Kind {
  name: string;
  about: string;
  /** How many runs the long form makes, and the short one. */
  long: number;
  short: number;
  /** How many goes at once; 1 where the server dies or its file is held. */
  parallel: number;
  /** Runs that one go makes. */
  batch?: number;
  /** A server of its own, with these options. */
  shop?: () => Promise<Shop | undefined>;
  go(shop: Shop, random: Random, index: number): Promise<Run[]>;
}

const kUnpaying = [kCards.declined, kCards.insufficientFunds];
const kTab = 2;
/** An accept begins about as many steps of the database; a fault beyond the last one is none. */
const kLastStep = 106;
const kLastUndoStep = 30;
/** The process dies at the begin or the end of one: this is the last before the gateway charges. */
const kChargeStep = 72;
const kStepsBehind = 34;

async function begin(shop: Shop, card?: string): Promise<Run> {
  const order = await shop.buy(card);
  const page = await shop.page(order);
  const offer = page.offers[0];
  if (!offer) throw new Error('no offer was shown');
  const total = page.order.totals.find((row) => row.kind === 'total');
  return {
    intent: { order, offer, key: `key-${order.id}` },
    totalBefore: total?.amount_minor ?? 0,
    finals: [],
    expect: card && kUnpaying.includes(card) ? 'declined' : 'accepted',
  };
}

async function several(shop: Shop, count: number, card?: string): Promise<Run[]> {
  return Promise.all(Array.from({ length: count }, () => begin(shop, card)));
}

/** Every client tries until its answer is final; then each page is loaded anew. */
async function clients(shop: Shop, run: Run, all: [Partial<Intent>, Trying][]): Promise<Run> {
  run.finals = await Promise.all(
    all.map(([change, trying]) => accept(shop, { ...run.intent, ...change }, trying)),
  );
  return run;
}

/** Two tabs undo what was accepted: what stays is as if it had never been. */
async function undone(shop: Shop, run: Run, fault = ''): Promise<Run> {
  run.expect = 'declined';
  const other = { ...run.intent, key: `${run.intent.key}-b` };
  run.finals = await Promise.all([undo(shop, run.intent, fault), undo(shop, other)]);
  return run;
}

const tabs = (count: number, trying: (i: number) => Trying, key?: (i: number) => string) =>
  Array.from({ length: count }, (_, i): [Partial<Intent>, Trying] => [
    key ? { key: key(i) } : {},
    trying(i),
  ]);

/** A kind in which one order meets one fault of its first try. */
function meets(faultOf: (random: Random) => string, card?: string): Kind['go'] {
  return async (shop, random) => {
    const run = await begin(shop, card);
    return [await clients(shop, run, [[{}, { fault: faultOf(random) }]])];
  };
}

/** A kind in which one order is accepted by several requests at once. */
function atOnce(
  count: number,
  trying: (i: number) => Trying = () => ({}),
  key?: (run: Run, i: number) => string,
): Kind['go'] {
  return async (shop) => {
    const run = await begin(shop);
    return [await clients(shop, run, tabs(count, trying, key && ((i) => key(run, i))))];
  };
}

/** Some orders are accepted at once; the first ends the process at a step of the database. */
async function dieAtStep(shop: Shop, runs: Run[], step: number): Promise<Run[]> {
  const victim = runs[0]!;
  const fault = `crash_at=${step}`;
  const tries = runs.map((run) =>
    tryOnce(shop, run.intent, run === victim ? { fault } : {}).catch(() => undefined),
  );
  // With more steps than there are it is answered.
  const dead = (await tries[0]) === undefined;
  await Promise.all(tries);
  if (dead) {
    await shop.dead();
    if (victim.expect === 'accepted') {
      const charged = await isCharged(shop.ledger, victim.intent.order.id);
      victim.died = { step, side: charged ? 'behind' : 'before' };
    }
    await shop.revive();
  }
  return Promise.all(
    runs.map((run) =>
      clients(
        shop,
        run,
        tabs(kTab, () => ({})),
      ),
    ),
  );
}

/** The power fails some time after all orders were accepted at once. */
async function dieAfter(shop: Shop, runs: Run[], ms: number): Promise<Run[]> {
  const tries = runs.map((run) => tryOnce(shop, run.intent).catch(() => undefined));
  await sleep(ms);
  await shop.cutPower();
  await Promise.all(tries);
  return Promise.all(
    runs.map((run) =>
      clients(
        shop,
        run,
        tabs(kTab, () => ({})),
      ),
    ),
  );
}

/** A server whose file lies on a disk of a few megabytes; undefined where that cannot be had. */
async function shopOnSmallDisk(): Promise<Shop | undefined> {
  const mount = 'mount -t tmpfs -o size=12m tmpfs /mnt && exec "$@"';
  const wrapper = ['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c', mount, 'sh'];
  return Shop.start({ wrapper, db: '/mnt/shop.db' }, 'filled').catch(() => undefined);
}

async function fillDisk(shop: Shop, body: () => Promise<void>): Promise<void> {
  const { open, rm } = await import('node:fs/promises');
  const path = `/proc/${shop.pid}/root/mnt/filler`;
  const file = await open(path, 'w');
  const block = Buffer.alloc(4096);
  try {
    while (true) await file.write(block);
  } catch {
    // Full.
  }
  try {
    await body();
  } finally {
    await file.close();
    await rm(path, { force: true });
  }
}

/** Servers on one file whose clocks are five minutes slow, right and five minutes fast. */
const kClockErrorMs = 5 * 60_000;
let clockShops: Shop[] = [];

async function withOtherClocks(db: string): Promise<Shop[]> {
  if (clockShops.length > 0) return clockShops;
  for (const error of [-kClockErrorMs, kClockErrorMs]) {
    const clock = new Date(Date.now() + error).toISOString();
    clockShops.push(await Shop.start({ db, clock }, 'as found'));
  }
  return clockShops;
}

export async function stopOtherClocks(): Promise<void> {
  for (const shop of clockShops) await shop.stop();
  clockShops = [];
}

export const kKinds: Kind[] = [
  {
    name: 'double click',
    about: 'two requests at once with one key',
    ...{ long: 1500, short: 24, parallel: 8 },
    go: atOnce(2),
  },
  {
    name: 'Enter and click',
    about: 'a form and a request with one key',
    ...{ long: 1200, short: 20, parallel: 8 },
    go: atOnce(2, (i) => ({ as: i === 0 ? 'form' : 'json' })),
  },
  {
    name: '100 at once, one key',
    about: 'a hundred requests with one key',
    ...{ long: 120, short: 2, parallel: 1 },
    go: atOnce(100),
  },
  {
    name: '100 at once, 100 keys',
    about: 'a hundred requests, each with its own key',
    ...{ long: 120, short: 2, parallel: 1 },
    go: atOnce(
      100,
      () => ({}),
      (run, i) => `${run.intent.key}-${i}`,
    ),
  },
  {
    name: 'two tabs',
    about: 'two pages of one order, each with its own intent, some time apart',
    ...{ long: 1200, short: 20, parallel: 8 },
    async go(shop, random) {
      const run = await begin(shop);
      const later = (await shop.page(run.intent.order)).offers[0] ?? run.intent.offer;
      const first = accept(shop, run.intent);
      await sleep(random.whole(0, 15));
      const second = accept(shop, { ...run.intent, offer: later, key: `${run.intent.key}-b` });
      run.finals = await Promise.all([first, second]);
      return [run];
    },
  },
  {
    name: 'reload',
    about: 'the page goes away at any moment, comes back and asks with the key it kept',
    ...{ long: 1200, short: 20, parallel: 8 },
    async go(shop, random) {
      const run = await begin(shop);
      await tryOnce(shop, run.intent, { cutAfterMs: random.whole(0, 30) }).catch(() => undefined);
      await shop.page(run.intent.order);
      return [await clients(shop, run, [[{}, {}]])];
    },
  },
  {
    name: 'back and forward',
    about: 'the same intent again after more has happened to the order',
    ...{ long: 800, short: 16, parallel: 8 },
    async go(shop, random) {
      const run = await begin(shop);
      const path = `/merchant/api/orders/${run.intent.order.id}`;
      const first = await tryOnce(shop, run.intent);
      if (random.yes()) await shop.tell(`${path}/shipments`, {}, 201);
      const again = await tryOnce(shop, run.intent);
      if (again.text !== first.text || again.headers['idempotency-replayed'] !== 'true') {
        run.finals.push('unknown');
      }
      const others = await accept(shop, { ...run.intent, key: `${run.intent.key}-b` });
      run.finals.push(others, await accept(shop, run.intent));
      return [run];
    },
  },
  {
    name: 'answer lost before commit',
    about: 'a step of the database before the charge fails or the client leaves at once',
    ...{ long: 600, short: 12, parallel: 8 },
    go: meets((random) => `${random.pick(['busy_at', 'full_at'])}=${random.whole(1, 60)}`),
  },
  {
    name: 'answer lost after commit',
    about: 'committed, then the connection breaks',
    ...{ long: 1000, short: 20, parallel: 8 },
    go: meets(() => 'lost_answer=1'),
  },
  {
    name: 'gateway down',
    about: 'the first call does not reach it',
    ...{ long: 200, short: 6, parallel: 24 },
    go: meets(() => 'gateway_down=1'),
  },
  {
    name: 'gateway timeout',
    about: 'charged, but the answer never comes; two tabs',
    ...{ long: 300, short: 8, parallel: 24 },
    async go(shop, random) {
      const card = random.yes() ? kCards.timeout : kCards.success;
      const fault = card === kCards.success ? 'gateway_timeout=1' : '';
      const run = await begin(shop, card);
      return [
        await clients(shop, run, [
          [{}, { fault }],
          [{ key: `${run.intent.key}-b` }, {}],
        ]),
      ];
    },
  },
  {
    name: 'late outcome',
    about: 'the gateway knows only seconds later',
    ...{ long: 160, short: 4, parallel: 40 },
    async go(shop) {
      return [
        await clients(
          shop,
          await begin(shop, kCards.late),
          tabs(kTab, () => ({})),
        ),
      ];
    },
  },
  {
    name: 'late request',
    about: 'the charge reaches the gateway after it was given up',
    ...{ long: 160, short: 6, parallel: 24 },
    go: meets((random) => `gateway_delayed=${random.whole(250, 900)}`),
  },
  {
    name: 'decline',
    about: 'the card does not pay; two tabs',
    ...{ long: 600, short: 12, parallel: 8 },
    async go(shop, random) {
      const run = await begin(shop, random.pick(kUnpaying));
      return [
        await clients(
          shop,
          run,
          tabs(kTab, () => ({})),
        ),
      ];
    },
  },
  {
    name: 'accept against decline',
    about: 'one tab accepts while the other says no',
    ...{ long: 400, short: 8, parallel: 8 },
    async go(shop, random) {
      const run = await begin(shop);
      const { order, offer } = run.intent;
      run.expect = 'either';
      const yes = accept(shop, run.intent);
      await sleep(random.whole(0, 8));
      const headers = { Authorization: `Bearer ${order.token}` };
      const path = `/postlude/v1/offers/${offer.id}/decline`;
      await send(shop.origin, path, { json: {}, headers }).catch(() => undefined);
      run.finals = [await yes];
      return [run];
    },
  },
  {
    name: 'bank asks',
    about: '3-D Secure: confirmed twice at once, by two tabs',
    ...{ long: 300, short: 8, parallel: 8 },
    async go(shop) {
      const run = await begin(shop, kCards.requiresAction);
      const key = (i: number) => `${run.intent.key}-${i}`;
      return [
        await clients(
          shop,
          run,
          tabs(kTab, () => ({}), key),
        ),
      ];
    },
  },
  {
    name: 'undo',
    about: 'accepted, then undone by two tabs while something fails',
    ...{ long: 500, short: 16, parallel: 8 },
    async go(shop, random) {
      const run = await begin(shop);
      await accept(shop, run.intent);
      const step = random.whole(1, kLastUndoStep);
      const faults = ['lost_answer=1', 'gateway_timeout=1', 'gateway_down=1'];
      const fault = random.pick([...faults, `busy_at=${step}`, `full_at=${step}`]);
      return [await undone(shop, run, fault)];
    },
  },
  {
    name: 'killed while undoing',
    about: 'the process dies at a step of the database while an accept is undone',
    ...{ long: 200, short: 8, parallel: 1, batch: 2 },
    async go(shop, random) {
      const runs = await several(shop, 2);
      await Promise.all(runs.map((run) => accept(shop, run.intent)));
      const fault = `crash_at=${random.whole(1, 2 * kLastUndoStep)}`;
      const tries = runs.map((run, i) =>
        undoOnce(shop, run.intent, i === 0 ? fault : '').catch(() => undefined),
      );
      const dead = (await tries[0]) === undefined;
      await Promise.all(tries);
      if (dead) await shop.revive();
      return Promise.all(runs.map((run) => undone(shop, run)));
    },
  },
  {
    name: 'killed before the charge',
    about: 'the process dies at a step of the database on the way to the gateway',
    ...{ long: 300, short: 8, parallel: 1, batch: 2 },
    async go(shop, random) {
      return dieAtStep(shop, await several(shop, 2), random.whole(1, kChargeStep));
    },
  },
  {
    name: 'killed behind the charge',
    about: 'the process dies at a step of the database between charge and answer, each in turn',
    ...{ long: 400, short: 44, parallel: 1, batch: 2 },
    async go(shop, _random, index) {
      const round = Math.floor(index / kStepsBehind);
      const card = round % 4 === 3 ? kCards.declined : kCards.success;
      const step = kChargeStep + 1 + (index % kStepsBehind);
      return dieAtStep(shop, await several(shop, 2, card), step);
    },
  },
  {
    name: 'killed at any time',
    about: 'eight orders under way when the power fails',
    ...{ long: 400, short: 16, parallel: 1, batch: 8 },
    async go(shop, random) {
      const card = random.yes() ? kCards.timeout : kCards.success;
      const longest = card === kCards.timeout ? 350 : 40;
      return dieAfter(shop, await several(shop, 8, card), random.whole(0, longest));
    },
  },
  {
    name: 'database busy',
    about: 'one step of the database finds it locked',
    ...{ long: 500, short: 16, parallel: 8 },
    go: meets((random) => `busy_at=${random.whole(1, kLastStep)}`),
  },
  {
    name: 'database held',
    about: 'another process holds the lock of the file for up to three seconds',
    ...{ long: 80, short: 8, parallel: 1, batch: 8 },
    async go(shop, random) {
      const runs = await several(shop, 8);
      const held = holdLock(shop.db, random.whole(50, 3000));
      const done = runs.map((run) =>
        clients(
          shop,
          run,
          tabs(kTab, () => ({})),
        ),
      );
      await Promise.all([held, ...done]);
      return runs;
    },
  },
  {
    name: 'disk full',
    about: 'one step of the database finds the disk full',
    ...{ long: 500, short: 16, parallel: 8 },
    go: meets((random) => `full_at=${random.whole(1, kLastStep)}`),
  },
  {
    name: 'disk really full',
    about: 'a small disk, filled to the last byte while eight orders are accepted',
    ...{ long: 80, short: 8, parallel: 1, batch: 8 },
    shop: shopOnSmallDisk,
    async go(shop, random) {
      const runs = await several(shop, 8);
      const waiting: Promise<Run>[] = [];
      await fillDisk(shop, async () => {
        for (const run of runs)
          waiting.push(
            clients(
              shop,
              run,
              tabs(kTab, () => ({})),
            ),
          );
        await sleep(random.whole(100, 600));
      });
      await Promise.all(waiting);
      return runs;
    },
  },
  {
    name: 'clock five minutes off',
    about: 'shown by one server, accepted at another whose clock differs, on one file',
    ...{ long: 500, short: 12, parallel: 4 },
    async go(shop, random) {
      const all = [shop, ...(await withOtherClocks(shop.db))];
      const run = await begin(random.pick(all));
      // The offer's ten minutes can be over for the fast clock: then it is shown anew.
      run.finals = [await accept(random.pick(all), run.intent)];
      if (run.finals[0] === 'expired') {
        const fast = all.at(-1)!;
        const offer = (await fast.page(run.intent.order)).offers[0] ?? run.intent.offer;
        run.intent = { ...run.intent, offer, key: `${run.intent.key}-b` };
        run.finals = [await accept(fast, run.intent)];
      }
      return [run];
    },
  },
];
