/** Reads the books straight from the SQLite file, past the server that wrote them. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A SQLite file, and the command that enters the surroundings in which it has this path. */
export interface Ledger {
  db: string;
  enter: string[];
}

/** What the file says of one offer in one order. */
export interface Books {
  order_id: string;
  /** Charges that succeeded at the gateway, less those that were given back. */
  gateway: number;
  gateway_minor: number;
  /** Charges that the shop holds for accepted. */
  accepted: number;
  /** Lines that the offer brought. */
  lines: number;
  outbox: number;
  total_minor: number;
  /** Whether anything is still open: a pending charge, a refund on its way, a claimed key. */
  open: number;
}

async function query<Row>({ db, enter }: Ledger, sql: string): Promise<Row[]> {
  const command = [...enter, 'sqlite3', '-json', '-cmd', '.timeout 10000', db, sql];
  const [program = '', ...rest] = command;
  const { stdout } = await run(program, rest, { maxBuffer: 256 << 20 });
  return stdout.trim() === '' ? [] : (JSON.parse(stdout) as Row[]);
}

export async function readBooks(ledger: Ledger): Promise<Map<string, Books>> {
  const rows = await query<Books>(
    ledger,
    `WITH paid AS (
       SELECT c.order_id, COUNT(*) AS n, SUM(g.amount_minor) AS minor FROM gateway_charges g
       JOIN charges c ON c.id = g.key WHERE g.state = 'succeeded' GROUP BY c.order_id),
     mine AS (
       SELECT order_id, SUM(state = 'accepted') AS accepted,
              SUM(state NOT IN ('accepted', 'declined', 'void', 'refunded', 'requires_action')) AS open
       FROM charges GROUP BY order_id),
     keys AS (
       SELECT order_id, COUNT(*) AS n FROM idempotency WHERE state = 'in_progress' GROUP BY order_id),
     added AS (
       SELECT order_id, COUNT(*) AS n FROM order_lines WHERE offer_id IS NOT NULL GROUP BY order_id),
     told AS (
       SELECT order_id, SUM(kind = 'offer.accepted') - SUM(kind = 'offer.undone') AS n
       FROM outbox GROUP BY order_id)
     SELECT o.id AS order_id, COALESCE(paid.n, 0) AS gateway,
            COALESCE(paid.minor, 0) AS gateway_minor, COALESCE(mine.accepted, 0) AS accepted,
            COALESCE(added.n, 0) AS lines, COALESCE(told.n, 0) AS outbox,
            t.amount_minor AS total_minor, COALESCE(mine.open, 0) + COALESCE(keys.n, 0) AS open
     FROM orders o JOIN order_totals t ON t.order_id = o.id AND t.kind = 'total'
     LEFT JOIN paid ON paid.order_id = o.id LEFT JOIN mine ON mine.order_id = o.id
     LEFT JOIN keys ON keys.order_id = o.id
     LEFT JOIN added ON added.order_id = o.id LEFT JOIN told ON told.order_id = o.id`,
  );
  return new Map(rows.map((row) => [row.order_id, row]));
}

/** Money at the gateway that no charge of the shop knows. */
export async function orphans(ledger: Ledger): Promise<number> {
  const [row] = await query<{ n: number }>(
    ledger,
    `SELECT COUNT(*) AS n FROM gateway_charges WHERE key LIKE 'chg_%' AND state = 'succeeded'
     AND key NOT IN (SELECT id FROM charges)`,
  );
  return row?.n ?? 0;
}

/** Whether the gateway has charged an offer of this order. */
export async function isCharged(ledger: Ledger, orderId: string): Promise<boolean> {
  const [row] = await query<{ n: number }>(
    ledger,
    `SELECT COUNT(*) AS n FROM gateway_charges g JOIN charges c ON c.id = g.key
     WHERE g.state = 'succeeded' AND c.order_id = '${orderId.replaceAll("'", '')}'`,
  );
  return (row?.n ?? 0) > 0;
}

/** Variant id -> pieces in stock, in orders and held for open charges: the same for ever. */
export async function pieces(ledger: Ledger): Promise<Map<string, number>> {
  const rows = await query<{ id: string; n: number }>(
    ledger,
    `SELECT v.id, v.stock
       + (SELECT COALESCE(SUM(l.quantity), 0) FROM order_lines l WHERE l.variant_id = v.id)
       + (SELECT COALESCE(SUM(q.quantity), 0) FROM charges c JOIN quotes q ON q.id = c.quote_id
          WHERE q.variant_id = v.id AND c.state IN ('pending', 'requires_action')) AS n
     FROM variants v`,
  );
  return new Map(rows.map((row) => [row.id, row.n]));
}

/** Another process that holds the file's write lock for a while. */
export async function holdLock(db: string, ms: number): Promise<void> {
  const child = spawn('sqlite3', ['-cmd', '.timeout 5000', db], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const locked = new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
  child.stdin.write("BEGIN IMMEDIATE;\nSELECT 'locked';\n");
  await Promise.race([locked, once(child, 'exit')]);
  setTimeout(() => child.stdin.end('ROLLBACK;\n'), ms);
  await once(child, 'exit');
}
