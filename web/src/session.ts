// One page's session: messages in, batches out, patches applied, effects run.

import { type Formatter, type Root, Stage } from './apply-batch.js';
import { AcceptGuard } from './accept-guard.js';
import { isOfOfferCore } from './core-name.js';
import type { Core } from './core.js';
import { jsonOf } from './json.js';
import { Wanted } from './later.js';
import { dispatch } from './natives.js';
import { addListener, isHidden, plainObject, queryAll, removeListener } from './natives-more.js';
import { MessageType, type UserAction } from './protocol.gen.js';
import { EffectRunner, type Story, type Told, warn } from './run-effects.js';
import { PostludeElement, type WidgetHost } from './widget-element.js';

/** What a session needs to run. */
export interface SessionParts {
  readonly core: Core;
  readonly formatter: Formatter;
  /** Returns what few pages need. */
  readonly loadLater: () => Promise<typeof import('./later.js')>;
  /** Returns the module that reads foreign sources; asked for only by pages that have one. */
  readonly loadSources: () => Promise<Core>;
  /** Returns the module that reads streams; asked for only where the backend offers one. */
  readonly loadStream: () => Promise<typeof import('./stream.js')>;
  /** Returns the core with every widget and its words, where `core` has a part of them. */
  readonly loadRest: ((locale: string) => Promise<[Core, Formatter]>) | undefined;
  /** Returns the words of another language. */
  readonly loadFormatter: (tag: string) => Promise<Formatter>;
  readonly orderToken: string;
  readonly startedAt: number;
  /** Called once when the session is over. */
  readonly onClose: () => void;
}

/** Where an order can come from. */
export type OrderSourceName = 'canonical' | 'shopify' | 'woocommerce' | 'schema_org' | 'ga4';

/** Where shipments can come from. */
export type TrackingSourceName =
  'canonical' | 'shopify' | 'aftership' | 'easypost' | 'shippo' | 'karrio' | '17track' | 'ucp';

type Document = string | Uint8Array | object;
type Message = readonly [MessageType, number, number, Uint8Array | string];

interface Mounted {
  readonly root: Root;
  readonly kind: number;
}

const kNothing = '';
const kGrowMs = 200;
const kWindowEvents = ['online', 'offline', 'pageshow', 'pagehide'];
/** What a core must be told to know what another one knows. */
const kTold = new Set([
  MessageType.Configure,
  MessageType.Prepare,
  MessageType.Page,
  MessageType.Order,
]);
/** A page that was prepared is taken. */
const kPrepared = 1;

/** Lets the browser do what waits. */
const turn = () => new Promise<void>((done) => setTimeout(done));

function bytesOf(document: Document): Uint8Array | string {
  return typeof document === 'string' || document instanceof Uint8Array
    ? document
    : jsonOf(document);
}

/** What the linter found. */
export interface LintReport {
  readonly ok?: boolean;
  readonly findings?: readonly {
    readonly rule: string;
    /** RFC 6901, to what breaks the rule. */
    readonly pointer: string;
    readonly found?: string;
    readonly says: string;
    readonly source: string;
  }[];
  /** When it is no JSON. */
  readonly error?: { readonly code: number; readonly pointer: string; readonly offset: number };
}

/** Why the widgets show what they show. */
export interface Explanation extends Told {
  /** By widget: its last event with its detail. */
  readonly events: Story;
}

/** The session of a page; made by createSession. */
export class Session implements WidgetHost {
  readonly startedAt: number;
  /** @internal */
  readonly guard = new AcceptGuard();

  private _core: Core;
  private _stage: Stage;
  private readonly _effects: EffectRunner;
  private readonly _roots = new Map<number, Mounted>();
  private readonly _queue: Message[] = [];
  /** @internal */
  readonly loadLater: SessionParts['loadLater'];
  /** @internal */
  readonly loadStream: SessionParts['loadStream'];
  /** While the core has a part of the widgets: how to get the rest, and what that must be told. */
  private _loadRest: SessionParts['loadRest'];
  private readonly _told = new Map<MessageType, Message>();
  private _growing = false;
  private _formatter: Formatter;
  private _api = '';
  private _lastRoot = 0;
  private _busy = false;
  /** While the server's DOM is taken over: it shows what was known before any news. */
  private _adopting = false;
  private _over = false;

  /** @internal */
  constructor(private readonly _parts: SessionParts) {
    const { core, formatter } = _parts;
    this.startedAt = _parts.startedAt;
    this._core = core;
    this._formatter = formatter;
    this.loadLater = _parts.loadLater;
    this.loadStream = _parts.loadStream;
    this._loadRest = _parts.loadRest;
    this._stage = new Stage(formatter);
    this._effects = new EffectRunner(this, _parts.orderToken);
    addListener(document, 'visibilitychange', this._onBack);
    for (const name of kWindowEvents) addListener(window, name, this._onBack);
  }

  /** Takes a page document (web/contract/page.schema.json), as text, bytes or plain data. */
  page(document: Document): void {
    this.send(MessageType.Page, 0, 0, bytesOf(document));
  }

  /** Takes an order in the form of `source`, as text, bytes or plain data. */
  order(source: OrderSourceName, document: Document): void {
    if (source === 'canonical') this.send(MessageType.Order, 0, 0, bytesOf(document));
    else this._convert(Wanted.Order, source, document, MessageType.Order);
  }

  /** Takes shipments as the API of `source` answers or its webhook sends them. */
  shipments(source: TrackingSourceName, document: Document): void {
    this._convert(Wanted.Shipments, source, document, MessageType.Page);
  }

  /** Takes only what changed since the last document: `{version, cursor, shipments}`. */
  changes(document: Document): void {
    this.send(MessageType.Changes, 0, 0, bytesOf(document));
  }

  /** Takes one scan, new or changed: `{shipment_id, checkpoint}`. */
  checkpoint(document: Document): void {
    this.send(MessageType.Checkpoint, 0, 0, bytesOf(document));
  }

  /** Asks the backend now. */
  refresh(): void {
    this.send(MessageType.Refresh, 0, 0, kNothing);
  }

  /**
   * Returns the last event of each widget, and the whole decision about offers, for which the backend
   * is asked now. Never rejects.
   */
  async explain(): Promise<Explanation> {
    const events = { ...this._effects.story };
    return { events, ...(await this._effects.decision(this._api)) };
  }

  /**
   * Holds an offers configuration (web/contract/offers-config.schema.json), or `{market, config,
   * words}`, against the rules of one-click buying, and tells what it finds in the console: for
   * whoever tries a shop out. Loads what it needs when it is first called.
   */
  async lint(config: Document): Promise<LintReport> {
    const bytes = bytesOf(config);
    const [later, sources] = await this._foreign();
    return later.lint(sources, bytes);
  }

  /** Language tag of the words in use. */
  get locale(): string {
    return this._formatter.locale;
  }
  get dir(): string {
    return this._formatter.dir;
  }

  /** Speaks another language from now on; keeps the present one when its words cannot be had. */
  setLocale(tag: string): void {
    this._parts.loadFormatter(tag).then((formatter) => {
      if (this._over || formatter.locale === this._formatter.locale) return;
      this._formatter = formatter;
      this._stage.setFormatter(formatter);
      this._remount();
    }, warn);
  }

  /** Ends the session: fallbacks are shown again, and nothing of it is left on the page. */
  close(): void {
    if (this._over) return;
    this._over = true;
    PostludeElement.attach(undefined);
    this._effects.close();
    this.guard.close();
    removeListener(document, 'visibilitychange', this._onBack);
    for (const name of kWindowEvents) removeListener(window, name, this._onBack);
    this._parts.onClose();
  }

  /** @internal */
  configure(api: string): void {
    this._api = api;
    const payload = plainObject<string>();
    payload['api'] = api;
    this.send(MessageType.Configure, 0, 0, jsonOf(payload));
    void this._effects.resume();
  }

  /**
   * @internal Takes over the server's DOM, which shows `page`. Nobody waits for it, so each step is a
   * task of its own: a slow phone answers a touch between them.
   */
  async adopt(api: string | undefined, page: Document): Promise<void> {
    await turn();
    if (api) this.configure(api);
    await turn();
    this.send(MessageType.Prepare, 0, 0, bytesOf(page));
    await turn();
    this.send(MessageType.Page, kPrepared, 0, kNothing);
    this._adopting = true;
    const steps = PostludeElement.adopt(this);
    while (!steps.next().done) await turn();
    this._adopting = false;
    this._work();
  }

  /** @internal */
  mount(root: Root, kind: number, adopt: boolean): number {
    const id = ++this._lastRoot;
    this._roots.set(id, { root, kind });
    this._stage.addRoot(id, root);
    if (this._loadRest && !this._growing && !isOfOfferCore(kind)) {
      this._grow(this._loadRest(this.locale));
    }
    this.send(adopt ? MessageType.Adopt : MessageType.Mount, id, kind, kNothing);
    return id;
  }

  /** @internal */
  unmount(id: number): void {
    this._roots.delete(id);
    this._stage.removeRoot(id);
    this.send(MessageType.Unmount, id, 0, kNothing);
  }

  /** @internal */
  act(action: UserAction, kind: number, fields: Record<string, string>): void {
    this.send(MessageType.Act, action, kind, jsonOf(fields));
  }

  /** @internal */
  targetOf(kind: number): EventTarget {
    return PostludeElement.first(kind) ?? document;
  }

  /** @internal Sends a message, after those that are under way. */
  send(type: MessageType, a: number, b: number, payload: Uint8Array | string): void {
    if (this._over) return;
    if (this._loadRest && kTold.has(type)) this._told.set(type, [type, a, b, payload]);
    const message = [type, a, b, payload] as const;
    if (type === MessageType.Adopt) this._queue.unshift(message);
    else this._queue.push(message);
    // A listener of the page may call us from within an event of ours: the batch being read would
    // be overwritten.
    if (!this._busy) this._work();
  }

  /** Does what waits, one after the other. */
  private _work(): void {
    const queue = this._queue;
    this._busy = true;
    try {
      while (queue.length && !this._over) {
        if (this._adopting && queue[0]![0] !== MessageType.Adopt) break;
        this._step(...queue.shift()!);
      }
    } catch (error) {
      this._die(error);
    }
    this._busy = false;
  }

  /** @internal Takes an order that shops put into pages anyway, if there is one. */
  findOrder(): void {
    this.loadLater().then(({ findOrder }) => {
      const found = findOrder({ queryAll, jsonOf });
      if (found) this.order(...found);
    }, warn);
  }

  /** @internal Obeys a command that is for whoever tries a shop out. */
  tryOut(command: string, value: unknown): void {
    this.loadLater()
      .then(({ tryOut }) => tryOut(this, command, value))
      .catch(warn);
  }

  /** Sends a foreign document in canonical form, once the module that reads it is there. */
  private _convert(
    wanted: Wanted,
    source: OrderSourceName | TrackingSourceName,
    document: Document,
    type: MessageType,
  ): void {
    const bytes = bytesOf(document);
    this._foreign().then(([{ convert }, sources]) => {
      const answer = convert(sources, wanted, source, bytes);
      if (typeof answer === 'string') this.send(type, 0, 0, answer);
      else this._effects.run(answer);
    }, warn);
  }

  /** Returns the modules that read what others wrote. */
  private _foreign(): Promise<[typeof import('./later.js'), Core]> {
    return Promise.all([this.loadLater(), this._parts.loadSources()]);
  }

  private _step(type: MessageType, a: number, b: number, payload: Uint8Array | string): void {
    const batch = this._core.send(type, a, b, payload, Date.now());
    if (!batch) return;
    const effects = this._stage.apply(batch);
    const armed = this._stage.armed;
    if (armed.length) {
      this._stage.armed = [];
      for (const block of armed) this.guard.watch(block);
    }
    if (this._stage.broken) {
      this._stage.broken = false;
      this._remount();
    }
    for (const effect of effects) this._effects.run(effect);
  }

  /** Builds everything anew: another language, or somebody else changed our DOM. */
  private _remount(): void {
    for (const [id, { kind }] of this._roots) {
      this.send(MessageType.Unmount, id, 0, kNothing);
      this.send(MessageType.Mount, id, kind, kNothing);
    }
  }

  /** Takes the core with every widget in place of the one with a part of them. */
  private _grow(rest: Promise<[Core, Formatter]>): void {
    this._growing = true;
    const replace = ([core, formatter]: [Core, Formatter]): void => {
      if (this._over) return;
      // An answer under way belongs to the core that asked, a taking over to the one that began it.
      if (this._busy || this._adopting || this._effects.busy) {
        setTimeout(replace, kGrowMs, [core, formatter]);
        return;
      }
      this._loadRest = undefined;
      this._core = core;
      const { locale } = this;
      this._formatter = formatter;
      this._stage = new Stage(this._formatter);
      for (const message of this._told.values()) this.send(...message);
      for (const [id, { root, kind }] of this._roots) {
        this._stage.addRoot(id, root);
        this.send(MessageType.Mount, id, kind, kNothing);
      }
      this._told.clear();
      if (locale !== formatter.locale) this.setLocale(locale);
      this.refresh();
    };
    rest.then(replace, (error: unknown) => {
      this._growing = false; // the next element of that kind asks again
      warn(error);
    });
  }

  private _die(error: unknown): void {
    console.warn('Postlude stopped; the page shows its fallback.', error);
    this.close();
    dispatch(document, 'postlude:error', { code: 'stopped' });
  }

  /** Somebody looks again, or no longer; the connection is back, or gone, which asking finds out. */
  private readonly _onBack = (event: Event): void => {
    const { type } = event;
    if (isHidden() || type === 'pagehide') this._effects.hush();
    else if (type !== 'pageshow' || (event as PageTransitionEvent).persisted) this.refresh();
  };
}
