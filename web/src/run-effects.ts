// What the session asks of the host after its patches: requests, timers, events, navigation. With
// core.ts the only file that touches the world outside the shadow roots.

import type { Effect } from './apply-batch.js';
import { dispatch, isHidden, plainObject } from './natives.js';
import {
  BatchOp,
  HostEvent,
  kErrors,
  kHostEvents,
  kMaxJsonBytes,
  kWidgets,
  MessageType,
  TimerId,
} from './protocol.gen.js';

/** What the effects need of the session. */
export interface EffectHost {
  send(type: MessageType, a: number, b: number, payload: Uint8Array | string): void;
  /** Returns where events of a widget kind start: its element, or the document. */
  targetOf(kind: number): EventTarget;
}

/** Detail of the last event of each kind and name; answers `explain`. */
export type Story = Record<string, { event: string; detail: unknown }>;

const kRequestTimeoutMs = 15_000;
const kMaxKeepaliveBytes = 32_768; // browsers share 64 KiB among all such requests
const kNothing = new Uint8Array(0);

/** Runs effects until it is closed; nothing it does throws. */
export class EffectRunner {
  readonly story: Story = plainObject();

  private readonly _timers: (ReturnType<typeof setTimeout> | undefined)[] = [];
  private readonly _requests = new Set<AbortController>();
  private readonly _asking = new Set<string>();
  private readonly _etags = new Map<string, string>();
  private readonly _warned = new Set<number>();
  private _closed = false;

  constructor(
    private readonly _host: EffectHost,
    private readonly _orderToken: string,
  ) {}

  /** Whether an answer is awaited. */
  get busy(): boolean {
    return this._requests.size > 0;
  }

  run(effect: Effect): void {
    try {
      this._run(effect);
    } catch (error) {
      // The page's own functions (dataLayer.push) may throw; that is not for the shopper to feel.
      console.warn('Postlude:', error);
    }
  }

  close(): void {
    this._closed = true;
    for (const timer of this._timers) clearTimeout(timer);
    for (const request of this._requests) request.abort();
  }

  private _run(effect: Effect): void {
    switch (effect.op) {
      case BatchOp.Fetch:
        void this._fetch(effect);
        return;
      case BatchOp.Timer:
        this._time(effect.id, effect.number);
        return;
      case BatchOp.Emit: {
        const event = kHostEvents[effect.id]!;
        const detail: unknown = JSON.parse(effect.text || '{}');
        if (effect.id !== HostEvent.Ready) {
          this.story[kWidgets[effect.widget]!] = { event, detail };
        }
        dispatch(this._host.targetOf(effect.widget), `postlude:${event}`, detail);
        return;
      }
      case BatchOp.DataLayer:
        pushToDataLayer(effect.text);
        return;
      case BatchOp.Navigate:
        location.assign(effect.text);
        return;
      case BatchOp.Warn:
        this._warn(effect);
        return;
    }
  }

  private _time(id: number, ms: number): void {
    clearTimeout(this._timers[id]);
    this._timers[id] = setTimeout(() => {
      // Nobody looks: coming back asks at once (MessageType.Refresh).
      if (id === TimerId.Poll && isHidden()) return;
      this._host.send(MessageType.Timer, id, 0, kNothing);
    }, ms);
  }

  private _warn({ id, number, text }: Effect): void {
    const code = kErrors[id]!;
    dispatch(document, 'postlude:error', { code, pointer: text, offset: number });
    if (this._warned.has(id)) return;
    this._warned.add(id);
    console.warn(`Postlude: ${code} at "${text}"${number ? `, byte ${number}` : ''}`);
  }

  private async _fetch(effect: Effect): Promise<void> {
    const { id, text: url, method } = effect;
    const asks = method === 0;
    if (asks) {
      if (this._asking.has(url)) return; // the answer under way answers this too
      this._asking.add(url);
    }
    const aborter = new AbortController();
    this._requests.add(aborter);
    const timer = setTimeout(() => aborter.abort(), kRequestTimeoutMs);
    let status = 0;
    let body = kNothing;
    try {
      const response = await fetch(url, {
        method: asks ? 'GET' : 'POST',
        headers: this._headers(effect),
        body: asks ? null : effect.body,
        cache: 'no-store',
        credentials: 'same-origin',
        referrerPolicy: 'no-referrer',
        // A click is not lost because the shopper moves on.
        keepalive: !asks && effect.body.length < kMaxKeepaliveBytes,
        signal: aborter.signal,
      });
      body = await bodyOf(response);
      status = response.status;
      const etag = response.headers.get('etag');
      if (asks && status === 200 && etag) this._etags.set(url, etag);
    } catch {
      body = kNothing; // offline, refused, timed out: status 0
      status = 0;
    }
    clearTimeout(timer);
    this._requests.delete(aborter);
    this._asking.delete(url);
    if (!this._closed) this._host.send(MessageType.Reply, id, status, body);
  }

  private _headers({ method, text, key }: Effect): Record<string, string> {
    const headers = plainObject<string>();
    headers['Accept'] = 'application/json';
    if (this._orderToken) headers['Authorization'] = `Bearer ${this._orderToken}`;
    if (method !== 0) headers['Content-Type'] = 'application/json';
    if (key) headers['Idempotency-Key'] = key;
    const etag = this._etags.get(text);
    if (etag) headers['If-None-Match'] = etag;
    return headers;
  }
}

/** Reads a body, but never more than the core would take. */
async function bodyOf(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(response.headers.get('content-length')) > kMaxJsonBytes) {
    void response.body?.cancel();
    return new Uint8Array(kMaxJsonBytes + 1);
  }
  return new Uint8Array(await response.arrayBuffer());
}

function pushToDataLayer(text: string): void {
  // An element with that id would be found here too.
  const layer: unknown = (window as { dataLayer?: unknown }).dataLayer;
  if (!Array.isArray(layer)) return;
  const data = JSON.parse(text) as object;
  if ('ecommerce' in data) layer.push({ ecommerce: null });
  layer.push(data);
}
