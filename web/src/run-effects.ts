// What the session asks of the host after its patches: requests, timers, events, navigation. With
// core.ts the only file that touches the world outside the shadow roots.

import type { Effect } from './apply-batch.js';
import { forgetIntent, orderOf, pendingIntents, rememberIntent } from './intent-store.js';
import { dispatch } from './natives.js';
import { isHidden, plainObject } from './natives-more.js';
import { statusOf } from './status-of.js';
import {
  BatchOp,
  HostEvent,
  kHostEvents,
  kMaxJsonBytes,
  kWidgets,
  MessageType,
  Method,
  TimerId,
} from './protocol.gen.js';

/** What the effects need of the session. */
export interface EffectHost {
  send(type: MessageType, a: number, b: number, payload: Uint8Array | string): void;
  /** Returns where events of a widget kind start: its element, or the document. */
  targetOf(kind: number): EventTarget;
  /** Loads what few pages need. */
  loadLater(): Promise<typeof import('./later.js')>;
  /** Loads what reads streams; most pages never need it. */
  loadStream(): Promise<typeof import('./stream.js')>;
}

/** Detail of the last event of each kind and name; part of what `explain` answers. */
export type Story = Record<string, { event: string; detail: unknown }>;

/** What became of every offer that could have been made, with all reasons (docs/offers.md). */
export interface OfferDecision {
  /** Ids of what is offered, best first; none when nothing is. */
  readonly ranked: readonly string[];
  /** What forbids every offer of the shop's own on this order. */
  readonly order_reasons: readonly string[];
  /** The node of the funnel that is due. */
  readonly node?: string;
  readonly candidates: readonly {
    readonly offer_id: string;
    readonly title?: string;
    /** `chosen`, or all that speaks against it. */
    readonly reasons: readonly string[];
    /** In millionths of a minor unit; told in test mode only. */
    readonly expected_value_micro?: number;
    /** Index of the rule group that held. */
    readonly matched_group?: number;
  }[];
}

/** The decision, or why there is none to show. */
export interface Told {
  readonly decision?: OfferDecision;
  /** `no_backend`, `no_answer`, or the code of the backend's problem (web/contract/problems.md). */
  readonly problem?: string;
}

const kRequestTimeoutMs = 15_000;
const kMaxKeepaliveBytes = 32_768; // browsers share 64 KiB among all such requests
const kNothing = new Uint8Array(0);
const kOk = 200;
const kAccept = /\/accept$/;
/** A quote is valid for ten minutes; after this the page itself knows what became of it. */
const kIntentMs = 3600 * 1000;

type Request = Pick<Effect, 'text' | 'method' | 'key' | 'body'>;
/** Of RFC 9457, as far as it is read here. */
interface Problem {
  readonly code?: string;
}
interface Answer {
  readonly status: number;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** @internal Tells whoever looks into the console; for the shopper nothing has changed. */
export const warn = (error: unknown): void => console.warn('Postlude:', error);

/** Tells whether an answer says what became of an accept, for good and of this page's order. */
function isFinal({ status, body }: Answer): boolean {
  const { result } = membersOf(body);
  return status < 500 && typeof result === 'string' && result !== 'in_progress';
}

/** Returns what JSON says; of anything else nothing. */
function membersOf(body: Uint8Array): Problem & { result?: unknown } {
  try {
    return (JSON.parse(new TextDecoder().decode(body)) as object | null) ?? {};
  } catch {
    return {};
  }
}

/** Runs effects until it is closed; nothing it does throws. */
export class EffectRunner {
  readonly story: Story = plainObject();

  private readonly _timers: (ReturnType<typeof setTimeout> | undefined)[] = [];
  private readonly _requests = new Set<AbortController>();
  /** Addresses being asked, and whether they were asked again meanwhile. */
  private readonly _asking = new Map<string, boolean>();
  private readonly _etags = new Map<string, string>();
  private _stream: AbortController | undefined;
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
      warn(error);
    }
  }

  close(): void {
    this._closed = true;
    for (const timer of this._timers) clearTimeout(timer);
    for (const request of this._requests) request.abort();
    this.hush();
  }

  /** Ends the stream without a word: nobody looks. */
  hush(): void {
    this._stream?.abort();
    this._stream = undefined;
  }

  private _run(effect: Effect): void {
    switch (effect.op) {
      case BatchOp.Fetch:
        if (effect.method === Method.Listen) this._listen(effect);
        else void this._fetch(effect);
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
        this._host.loadLater().then(({ report }) => report(effect, dispatch), warn);
        return;
    }
  }

  private _time(id: number, ms: number): void {
    clearTimeout(this._timers[id]);
    this._timers[id] = setTimeout(() => {
      // Nobody looks: coming back asks at once (MessageType.Refresh).
      if (id !== TimerId.AcceptRetry && isHidden()) return;
      this._host.send(MessageType.Timer, id, 0, kNothing);
    }, ms);
  }

  /** Asks again, with the same key, what became of accepts that a crash or a reload cut off. */
  async resume(): Promise<void> {
    let news = false;
    const own = orderOf(this._orderToken);
    for (const { key, url, body, at, order } of await pendingIntents()) {
      if (this._closed) return;
      const over = Math.abs(Date.now() - at) > kIntentMs; // or the clock was set
      // Another order's is sent by a page of that order: ours could only be refused.
      if (!over && order !== own) continue;
      const known =
        !over && isFinal(await this._ask({ text: url, method: Method.Post, key, body }));
      if (known || over) void forgetIntent(key);
      news ||= known;
    }
    if (news && !this._closed) this._host.send(MessageType.Refresh, 0, 0, kNothing);
  }

  /** Asks the backend for the whole decision about offers. */
  async decision(api: string): Promise<Told> {
    if (!api) return { problem: 'no_backend' };
    const { body } = await this._ask({
      text: api + '/explain',
      method: Method.Get,
      key: '',
      body: '',
    });
    const answer = membersOf(body);
    return 'candidates' in answer
      ? { decision: answer as unknown as OfferDecision }
      : { problem: answer.code ?? 'no_answer' };
  }

  private async _fetch(effect: Effect): Promise<void> {
    const { id, text: url, method } = effect;
    const asks = method === Method.Get;
    if (asks) {
      // The answer under way may be older than what this one asks about: it is asked once more.
      const underWay = this._asking.has(url);
      this._asking.set(url, underWay);
      if (underWay) return;
    }
    const accepts = !asks && effect.key && kAccept.test(url);
    const { status, body } = await (accepts ? this._accept(effect) : this._ask(effect));
    const again = this._asking.get(url);
    this._asking.delete(url);
    if (this._closed) return;
    this._host.send(MessageType.Reply, id, status, body);
    if (again) void this._fetch(effect);
  }

  private async _accept(request: Request): Promise<Answer> {
    const { key, text: url, body } = request;
    const order = orderOf(this._orderToken);
    await rememberIntent({ key, url, body, at: Date.now(), order });
    const answer = await this._ask(request);
    if (isFinal(answer)) void forgetIntent(key);
    return answer;
  }

  /** Returns the answer; status 0 when there is none. */
  private async _ask(request: Request): Promise<Answer> {
    const { text: url, method, body } = request;
    const asks = method === Method.Get;
    const aborter = new AbortController();
    this._requests.add(aborter);
    const timer = setTimeout(() => aborter.abort(), kRequestTimeoutMs);
    try {
      const response = await fetch(url, {
        ...this._init(request),
        method: asks ? 'GET' : 'POST',
        body: asks ? null : body,
        // A click is not lost because the shopper moves on.
        keepalive: !asks && body.length < kMaxKeepaliveBytes,
        signal: aborter.signal,
      });
      const bytes = await bodyOf(response);
      const etag = response.headers.get('etag');
      if (asks && response.status === 200 && etag) this._etags.set(url, etag);
      return { status: statusOf(response), body: bytes };
    } catch {
      return { status: 0, body: kNothing }; // offline, refused, timed out
    } finally {
      clearTimeout(timer);
      this._requests.delete(aborter);
    }
  }

  private _listen(effect: Effect): void {
    this.hush();
    // Whoever comes back asks, and then listens again.
    if (!effect.text || isHidden()) return;
    const own = (this._stream = new AbortController());
    const tell = (status: number, data: string) => {
      if (this._stream === own) this._host.send(MessageType.Reply, effect.id, status, data);
    };
    const init = { ...this._init(effect), signal: own.signal };
    void this._host
      .loadStream()
      .then(({ listen }) => listen(effect.text, init, (data) => tell(kOk, data)))
      .catch(() => 0) // refused, broken off, not to be loaded
      .then((status) => tell(status, ''));
  }

  /** What every request of ours has in common. */
  private _init(request: Request): RequestInit {
    return {
      headers: this._headers(request),
      cache: 'no-store',
      credentials: 'same-origin',
      referrerPolicy: 'no-referrer',
    };
  }

  private _headers({ method, text, key }: Request): Record<string, string> {
    const headers = plainObject<string>();
    headers['Accept'] = method === Method.Listen ? 'text/event-stream' : 'application/json';
    if (this._orderToken) headers['Authorization'] = `Bearer ${this._orderToken}`;
    if (method === Method.Post) headers['Content-Type'] = 'application/json';
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
