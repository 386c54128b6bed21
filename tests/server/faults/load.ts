/** Accepts at a steady rate: how long they take, and what a SIGTERM in their midst does. */
import { performance } from 'node:perf_hooks';
import { accept, tryOnce, type Intent } from './client.js';
import { readBooks } from './ledger.js';
import { Shop } from './shop.js';
import { sleep } from './wire.js';

const kSetupAtOnce = 16;
const kSlackS = 2;
/** Orders to which nothing was offered, before it is no accident. */
const kMostWithout = 100;
/** What the promise is: the slowest but one in a hundred. */
const kP99Ms = 50;

export interface LoadOptions {
  /** Accepts a second. */
  rate: number;
  seconds: number;
}

async function prepare(shop: Shop, count: number): Promise<Intent[]> {
  const intents: Intent[] = [];
  let without = 0;
  const worker = async () => {
    while (intents.length < count) {
      const order = await shop.buy();
      const offer = (await shop.page(order)).offers[0];
      if (offer) intents.push({ order, offer, key: `key-${order.id}` });
      else if ((without += 1) > kMostWithout) {
        // The shop has learned from so many that were seen and left.
        throw new Error(
          `nothing is offered any more after ${intents.length} offers: a lower --rate or --seconds`,
        );
      }
    }
  };
  await Promise.all(Array.from({ length: kSetupAtOnce }, worker));
  return intents.slice(0, count);
}

const part = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Starts each at its time, whether or not those before it are done; a wait counts as slowness. */
async function atRate<T>(
  intents: Intent[],
  rate: number,
  one: (intent: Intent, due: number) => Promise<T>,
): Promise<T[]> {
  const start = performance.now();
  const all: Promise<T>[] = [];
  for (const [i, intent] of intents.entries()) {
    const due = start + (i * 1000) / rate;
    const wait = due - performance.now();
    if (wait > 0) await sleep(wait);
    all.push(one(intent, due));
  }
  return Promise.all(all);
}

async function measure(shop: Shop, { rate, seconds }: LoadOptions): Promise<boolean> {
  const intents = await prepare(shop, rate * seconds);
  await sleep(kSlackS * 1000);
  const began = performance.now();
  const times = await atRate(intents, rate, async (intent, due) => {
    const answer = await tryOnce(shop, intent).catch(() => undefined);
    return { ms: performance.now() - due, status: answer?.status ?? 0 };
  });
  const took = (performance.now() - began) / 1000;
  const sorted = times.map((time) => time.ms).sort((a, b) => a - b);
  const good = times.filter((time) => time.status === 200).length;
  console.log(`${intents.length} accepts at ${rate} a second, durable commits, one key each`);
  console.log(`  done       ${good} with 200, in ${took.toFixed(1)} s`);
  for (const [name, share] of [
    ['p50', 0.5],
    ['p90', 0.9],
    ['p99', 0.99],
    ['longest', 1],
  ] as const) {
    console.log(`  ${name.padEnd(10)} ${part(sorted, share).toFixed(1)} ms`);
  }
  return good === intents.length && part(sorted, 0.99) <= kP99Ms;
}

async function terminate(shop: Shop, rate: number): Promise<boolean> {
  const intents = await prepare(shop, 2 * rate);
  let asked = 0;
  let broken = 0;
  let refused = 0;
  const stopping = sleep(1000).then(() => shop.restart());
  const finals = await atRate(intents, rate, async (intent) => {
    asked += 1;
    await tryOnce(shop, intent).catch((error: NodeJS.ErrnoException) => {
      // Refused means that nobody has read it; broken that its answer was lost on the way.
      if (error.code === 'ECONNREFUSED') refused += 1;
      else broken += 1;
    });
    return accept(shop, intent);
  });
  const code = await stopping;
  const books = await readBooks(shop.ledger);
  const once = intents.filter((intent) => books.get(intent.order.id)?.gateway === 1).length;
  const whole = finals.filter((final) => final === 'accepted').length;
  console.log(
    `\nSIGTERM and a restart in the midst of ${asked} accepts, asked again with their keys`,
  );
  console.log(`  exit code  ${code}`);
  console.log(
    `  refused    ${refused} at the closed door, ${broken} on connections that it closed`,
  );
  console.log(`  accepted   ${whole}, charged once ${once}`);
  return code === 0 && once === intents.length && whole === intents.length;
}

/** Returns whether all that is promised was kept. */
export async function runLoad(options: LoadOptions): Promise<boolean> {
  const shop = await Shop.start();
  try {
    const fast = await measure(shop, options);
    if (!fast) console.log(`  NOT within ${kP99Ms} ms at p99`);
    const kept = await terminate(shop, options.rate);
    if (!kept) console.log('  LOST');
    return fast && kept;
  } finally {
    await shop.stop();
  }
}
