/** One shop under fire: a database file, the server that has it now, and its restarts. */
import { ServerProcess, type ServerOptions } from '../support/server-process.js';
import { kCards, unique } from '../support/shopper.js';
import type { Ledger } from './ledger.js';
import { send, sleep, type WireAnswer, type WireAsk } from './wire.js';

const kPieces = 100_000_000;
const kSetupTries = 200;

export interface Order {
  id: string;
  token: string;
}

export interface ShownOffer {
  id: string;
  product_id: string;
  quantity: number;
  quote: { token: string; total_minor: number };
}

export interface OrderPage {
  order: { lines: { product_id: string }[]; totals: { kind: string; amount_minor: number }[] };
  offers: ShownOffer[];
}

export class Shop {
  /** Counts restarts: an answer from before one may never come. */
  restarts = 0;

  private constructor(
    private server: ServerProcess,
    private readonly first: ServerProcess,
    private readonly options: ServerOptions,
  ) {}

  static async start(
    options: ServerOptions = {},
    shelves: 'filled' | 'as found' = 'filled',
  ): Promise<Shop> {
    const all = { requestFaults: true, ...options };
    const server = await ServerProcess.start(all);
    const shop = new Shop(server, server, { ...all, db: server.db });
    if (shelves === 'filled') await shop.fillShelves();
    return shop;
  }

  get origin(): string {
    return this.server.origin;
  }
  get db(): string {
    return this.first.db;
  }
  get pid(): number {
    return this.server.child.pid ?? 0;
  }
  /** Where the books are; of a wrapped server, in its own mounts. */
  get ledger(): Ledger {
    const target = ['nsenter', '--target', String(this.pid), '--user', '--mount'];
    return {
      db: this.db,
      enter: this.options.wrapper ? [...target, '--preserve-credentials'] : [],
    };
  }

  private async fillShelves(): Promise<void> {
    const answer = await send(this.origin, '/merchant/api/catalogue');
    for (const { product_id } of JSON.parse(answer.text).products) {
      await send(this.origin, '/merchant/api/stock', { json: { product_id, stock: kPieces } });
    }
  }

  /** Ends the process as a power cut would and starts another on the same file. */
  async cutPower(): Promise<void> {
    await this.server.kill();
    await this.revive();
  }

  /** Starts another server on the file, after the last one died. */
  async revive(): Promise<void> {
    await this.server.ended();
    this.server = await ServerProcess.start(this.options);
    this.restarts += 1;
  }

  /** Ends the process in good order and starts another; returns the exit code. */
  async restart(): Promise<number | null> {
    const code = await this.server.stop();
    await this.revive();
    return code;
  }

  /** Waits for the end of a process that is about to die. */
  dead(): Promise<void> {
    return this.server.ended();
  }

  async stop(): Promise<void> {
    await this.server.stop();
    await this.first.remove();
  }

  /** Something that is no part of the test and must work: tried until it does. */
  private async must(path: string, ask: WireAsk, status: number): Promise<any> {
    let last: WireAnswer | undefined;
    for (let tries = 0; tries < kSetupTries; tries += 1) {
      last = await send(this.origin, path, ask).catch(() => undefined);
      if (last?.status === status) return JSON.parse(last.text);
      await sleep(25);
    }
    throw new Error(`${path}: ${last?.status} ${last?.text}`);
  }

  async buy(card: string = kCards.success): Promise<Order> {
    const made = await this.must(
      '/merchant/api/orders',
      {
        json: {
          lines: [{ product_id: 'porcelain-dripper', quantity: 1 }],
          // A customer each: what they answered before would count.
          email: `${unique('faults')}@example.com`,
          name: 'Ada Beispiel',
          address: 'Weissenfelser Strasse 41',
          city: 'Leipzig',
          postcode: '04229',
          country: 'DE',
          card_number: card,
        },
      },
      201,
    );
    return { id: made.order_id, token: made.token };
  }

  page(order: Order): Promise<OrderPage> {
    const headers = { Authorization: `Bearer ${order.token}` };
    return this.must('/postlude/v1/page', { headers }, 200);
  }

  async tell(path: string, json: unknown, status = 200): Promise<any> {
    return this.must(path, { json }, status);
  }
}
