// Loads the core once and speaks its three functions (bindings/storefront.cpp).

import type { BatchBytes } from './apply-batch.js';
import { kMaxJsonBytes, type MessageType } from './protocol.gen.js';

/** What the module exports, whether it is WebAssembly or the build without. */
export interface CoreExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly _initialize?: () => void;
  readonly postlude_input: (size: number) => number;
  readonly postlude_send: (type: number, a: number, b: number, nowMs: number) => number;
  readonly postlude_size: () => number;
}

/** Where the parts come from. A function that is called again asks the network again. */
export interface CoreSource {
  /** The response of postlude.wasm. */
  wasm(attempt: number): Promise<Response>;
  /** The module that does without WebAssembly. */
  withoutWasm(): Promise<CoreExports>;
}

/** The core stopped for good: a bug of ours, or no memory. */
export class CoreDied extends Error {}

const encoder = new TextEncoder();
const kShortText = 4096;
const kEmptyModule = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

/** The core. One message in, one batch out. */
export class Core {
  private _bytes = new Uint8Array(0);
  private _dead = false;

  constructor(private readonly _exports: CoreExports) {
    _exports._initialize?.();
  }

  /**
   * Sends a message (core/session.h) and returns its batch, which is valid until the next call, or
   * nothing when there is nothing to do. Throws CoreDied, now and ever after, when the core traps.
   */
  send(
    type: MessageType,
    a: number,
    b: number,
    payload: Uint8Array | string,
    nowMs: number,
  ): BatchBytes | undefined {
    if (this._dead) throw new CoreDied();
    const exports = this._exports;
    try {
      if (payload.length) this._write(payload);
      const at = exports.postlude_send(type, a, b, nowMs) >>> 0;
      const size = exports.postlude_size() >>> 0;
      return size ? { buffer: exports.memory.buffer, at, size } : undefined;
    } catch (cause) {
      this._dead = true;
      throw new CoreDied(String(cause));
    }
  }

  private _write(payload: Uint8Array | string): void {
    if (typeof payload === 'string' && payload.length <= kShortText) {
      // A buffer of its own costs a single scan as much as the core's answer to it.
      const most = payload.length * 3;
      const at = this._room(most);
      const { written } = encoder.encodeInto(payload, this._bytes.subarray(at, at + most));
      this._exports.postlude_input(written);
      return;
    }
    let bytes = typeof payload === 'string' ? encoder.encode(payload) : payload;
    // One byte too many is enough for the core to refuse the rest.
    if (bytes.length > kMaxJsonBytes) bytes = bytes.subarray(0, kMaxJsonBytes + 1);
    const at = this._room(bytes.length);
    this._bytes.set(bytes, at);
  }

  /** Returns where the core expects so many bytes. */
  private _room(size: number): number {
    const at = this._exports.postlude_input(size) >>> 0;
    // The call may have grown the memory, which leaves earlier views behind.
    const buffer = this._exports.memory.buffer;
    if (this._bytes.buffer !== buffer) this._bytes = new Uint8Array(buffer);
    return at;
  }
}

/**
 * Returns a running core: from WebAssembly, or from the module without where the browser or the
 * page's Content-Security-Policy refuses WebAssembly. A broken download is tried once more; rejects
 * when that fails too.
 */
export async function loadCore(source: CoreSource): Promise<Core> {
  if (isWasmRefused()) return new Core(await source.withoutWasm());
  try {
    return await coreOf(source.wasm(0));
  } catch {
    return coreOf(source.wasm(1));
  }
}

function isWasmRefused(): boolean {
  if (typeof WebAssembly !== 'object') return true;
  try {
    // WebKit refuses instances only, the others modules too.
    new WebAssembly.Instance(new WebAssembly.Module(kEmptyModule));
    return false;
  } catch {
    return true;
  }
}

async function coreOf(download: Promise<Response>): Promise<Core> {
  const response = await download;
  if (!response.ok) throw new Error(`postlude.wasm: ${response.status}`);
  const imports = { wasi_snapshot_preview1: { proc_exit: stop } };
  // Streaming insists on the MIME type; servers that do not know it are common.
  const typed = response.headers.get('content-type')?.startsWith('application/wasm');
  const { instance } =
    typed && WebAssembly.instantiateStreaming
      ? await WebAssembly.instantiateStreaming(response, imports)
      : await WebAssembly.instantiate(await response.arrayBuffer(), imports);
  return new Core(instance.exports as unknown as CoreExports);
}

function stop(): never {
  throw new CoreDied();
}
