/** A page that listens to the stream of an order's shipments. */
import assert from 'node:assert/strict';
import type { Shopper } from './shopper.js';

const kWaitMs = 30_000;

/** Rejects when `promise` takes longer than anything here may. */
export function soon<T>(promise: Promise<T>, what: string): Promise<T> {
  return Promise.race([
    promise,
    new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error(`waited in vain for ${what}`)), kWaitMs).unref();
    }),
  ]);
}

export class ShipmentStream {
  private readonly reader;
  private readonly decoder = new TextDecoder();
  private text = '';

  private constructor(
    readonly response: Response,
    private readonly aborter: AbortController,
  ) {
    this.reader = response.body!.getReader();
  }

  /** Asks for a stream; whether there is one tells `response.status`. */
  static async open(shopper: Shopper, since = '0', token = shopper.token): Promise<ShipmentStream> {
    const aborter = new AbortController();
    const response = await fetch(
      `${shopper.origin}/postlude/v1/shipments/stream?since=${encodeURIComponent(since)}`,
      { headers: token ? { Authorization: `Bearer ${token}` } : {}, signal: aborter.signal },
    );
    return new ShipmentStream(response, aborter);
  }

  /** Returns the next block of the stream, such as ": open"; undefined when it is over. */
  async block(): Promise<string | undefined> {
    let end;
    while ((end = this.text.indexOf('\n\n')) < 0) {
      const { done, value } = await soon(this.reader.read(), 'the stream');
      if (done) return undefined;
      this.text += this.decoder.decode(value, { stream: true });
    }
    const block = this.text.slice(0, end);
    this.text = this.text.slice(end + 2);
    return block;
  }

  /** Returns the next change document, whatever comments stand before it. */
  async change(): Promise<any> {
    for (;;) {
      const block = await this.block();
      assert.notEqual(block, undefined, 'the stream is over');
      if (block!.startsWith(':')) continue;
      const found = /^event: changes\nid: (\d+)\ndata: (.*)$/.exec(block!);
      assert.ok(found, block);
      const change = JSON.parse(found[2]!);
      assert.equal(change.cursor, found[1]);
      return change;
    }
  }

  /** Reads to the end. */
  async rest(): Promise<void> {
    while ((await this.block()) !== undefined);
  }

  close(): void {
    this.aborter.abort();
  }
}
