/** Runs the kinds, holds every run against the books, and counts. */
import { shown, type Final } from './client.js';
import { stopOtherClocks, type Kind, type Run } from './kinds.js';
import { orphans, pieces, readBooks, type Books, type Ledger } from './ledger.js';
import { Random } from './random.js';
import { Shop } from './shop.js';
import { sleep } from './wire.js';

export interface Row {
  name: string;
  runs: number;
  charged: number;
  lost: number;
  doubled: number;
  agreed: number;
  /** Distinct steps at which a process died, before and behind the charge. */
  deaths?: [number, number];
  skipped?: string;
  seconds: number;
}

export interface MatrixOptions {
  form: 'long' | 'short';
  seed: string;
  report?: (row: Row) => void;
  complain?: (text: string) => void;
}

const emptyRow = (name: string): Row => ({
  ...{ name, runs: 0, charged: 0, lost: 0, doubled: 0, agreed: 0, seconds: 0 },
});

const kSettleMs = 12_000;

/** Waits until nothing is open any more: what a request could not wait for is settled behind it. */
async function settledBooks(ledger: Ledger, runs: Run[]): Promise<Map<string, Books>> {
  const end = Date.now() + kSettleMs;
  while (true) {
    const books = await readBooks(ledger);
    const open = runs.some((run) => (books.get(run.intent.order.id)?.open ?? 1) > 0);
    if (!open || Date.now() > end) return books;
    await sleep(250);
  }
}

/** What is wrong with a run; "" when nothing is. */
function faultOf(run: Run, books: Books | undefined, page: Final, row: Row): string {
  if (!books) {
    row.lost += 1;
    return 'the order is gone';
  }
  const price = run.intent.offer.quote.total_minor;
  const trouble: string[] = [];
  if (books.gateway > 0) row.charged += 1;
  if (books.gateway > 1 || books.accepted > 1 || books.lines > 1) {
    row.doubled += 1;
    trouble.push('doubled');
  }
  const got = books.lines > 0;
  const whole =
    books.gateway === books.lines &&
    books.accepted === books.lines &&
    books.outbox === books.lines &&
    books.gateway_minor === books.lines * price &&
    books.total_minor === run.totalBefore + books.lines * price &&
    books.open === 0;
  const wanted = run.expect === 'either' || got === (run.expect === 'accepted');
  if (!whole || !wanted) {
    row.lost += 1;
    trouble.push(whole ? `not ${run.expect}` : 'the books differ');
  }
  const told = run.finals.every((final) => (final === 'accepted') === got && final !== 'unknown');
  if (told && (page === 'accepted') === got) row.agreed += 1;
  else trouble.push('the clients disagree');
  return trouble.join(', ');
}

async function check(shop: Shop, runs: Run[], row: Row, complain: (s: string) => void) {
  const books = await settledBooks(shop.ledger, runs);
  for (const run of runs) {
    const page = await shown(shop, run.intent);
    const mine = books.get(run.intent.order.id);
    const trouble = faultOf(run, mine, page, row);
    if (trouble) {
      const facts = { finals: run.finals, page, died: run.died, books: mine };
      complain(`${row.name}: ${trouble}: ${JSON.stringify(facts)}`);
    }
  }
  const strays = await orphans(shop.ledger);
  if (strays > 0) {
    row.lost += strays;
    complain(`${row.name}: ${strays} charges at the gateway that the shop does not know`);
  }
}

async function runKind(shop: Shop, kind: Kind, options: MatrixOptions): Promise<Row> {
  const started = Date.now();
  const row = emptyRow(kind.name);
  const complain = options.complain ?? (() => undefined);
  const before = await pieces(shop.ledger);
  const wanted = kind[options.form];
  const goes = Math.ceil(wanted / (kind.batch ?? 1));
  const runs: Run[] = [];
  const died = { before: new Set<number>(), behind: new Set<number>() };
  let next = 0;
  const worker = async () => {
    while (next < goes) {
      const index = next;
      next += 1;
      const random = new Random(`${options.seed}/${kind.name}/${index}`);
      const made = await kind.go(shop, random, index);
      runs.push(...made);
      for (const run of made) if (run.died) died[run.died.side].add(run.died.step);
    }
  };
  await Promise.all(Array.from({ length: kind.parallel }, worker));
  row.runs = runs.length;
  await check(shop, runs, row, complain);
  const after = await pieces(shop.ledger);
  for (const [id, count] of after) {
    if (before.get(id) === count || before.size === 0) continue;
    row.lost += 1;
    complain(`${kind.name}: pieces of ${id}: ${before.get(id)} before, ${count} after`);
  }
  const { before: early, behind: late } = died;
  if (early.size + late.size > 0) row.deaths = [early.size, late.size];
  row.seconds = (Date.now() - started) / 1000;
  return row;
}

/** Runs one kind at `shop`, or at the server of its own that it needs. */
export async function runOne(shop: Shop, kind: Kind, options: MatrixOptions): Promise<Row> {
  if (!kind.shop) return runKind(shop, kind, options);
  const own = await kind.shop();
  if (!own) return { ...emptyRow(kind.name), skipped: 'cannot be had on this machine' };
  const row = await runKind(own, kind, options);
  await own.stop();
  return row;
}

export async function runMatrix(kinds: Kind[], options: MatrixOptions): Promise<Row[]> {
  const rows: Row[] = [];
  const shop = await Shop.start();
  try {
    for (const kind of kinds) {
      const row = await runOne(shop, kind, options);
      rows.push(row);
      options.report?.(row);
    }
  } finally {
    await stopOtherClocks();
    await shop.stop();
  }
  return rows;
}

export const isSound = (row: Row) => row.lost === 0 && row.doubled === 0 && row.agreed === row.runs;

export function headline(): string {
  return `${'kind of fault'.padEnd(28)}${['runs', 'charged', 'lost', 'doubled', 'agreed', 'seconds']
    .map((word) => word.padStart(9))
    .join('')}`;
}

export function line(row: Row): string {
  if (row.skipped) return `${row.name.padEnd(28)}  ${row.skipped}`;
  const counts = [row.runs, row.charged, row.lost, row.doubled, row.agreed];
  const cells = [...counts.map(String), row.seconds.toFixed(1)];
  const deaths = row.deaths
    ? `  died at ${row.deaths[0]} steps before the charge, ${row.deaths[1]} behind it`
    : '';
  return `${row.name.padEnd(28)}${cells.map((cell) => cell.padStart(9)).join('')}${deaths}`;
}

export function sum(rows: Row[]): Row {
  const total = emptyRow('all');
  for (const row of rows) {
    for (const key of ['runs', 'charged', 'lost', 'doubled', 'agreed', 'seconds'] as const) {
      total[key] += row[key];
    }
  }
  return total;
}
