// The one custom element class. Its light-DOM children are the fallback: they are shown until a view
// is there, and again when anything fails.

import styles from 'postlude:first-styles';
import type { AcceptGuard } from './accept-guard.js';
import type { Root } from './apply-batch.js';
import { createElement } from './natives.js';
import { addListener, plainObject, removeListener } from './natives-more.js';
import { kActions, kWidgets, UserAction } from './protocol.gen.js';

/** What the elements need of a session. */
export interface WidgetHost {
  /** When the page began to wait for us, as performance.now() tells. */
  readonly startedAt: number;
  readonly locale: string;
  readonly dir: string;
  /** Shows the widget of that kind in `root` and returns the root's id. */
  mount(root: Root, kind: number, adopt: boolean): number;
  unmount(id: number): void;
  act(action: UserAction, kind: number, fields: Record<string, string>): void;
  readonly guard: AcceptGuard;
  setLocale(tag: string): void;
}

/** A view that comes later than this may not push the page around. */
export const kPatienceMs = 4000;

/** The styles of every root; those of tracking and reviews come behind the first, later. */
const texts = [styles];
const sheets: CSSStyleSheet[] = [];

function sheetsOfRoots(): CSSStyleSheet[] {
  while (sheets.length < texts.length) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(texts[sheets.length]!);
    sheets.push(sheet);
  }
  return sheets;
}

/** Gives a shadow root our styles, in the way that every style-src allows. */
function addStyles(shadow: ShadowRoot): void {
  // The server's DOM brings them along.
  if (shadow.querySelector('style,link[rel=stylesheet]')) return;
  shadow.adoptedStyleSheets = sheetsOfRoots();
}

let host: WidgetHost | undefined;
const connected = new Set<PostludeElement>();

/**
 * Element of one widget, `<postlude-order>` and its like (define.ts registers them).
 *
 * @attr {string} locale - Language tag of the words on this page, such as "pt-BR"; the page's own language when absent.
 * @slot - What is shown until the widget is ready, and when it cannot be.
 * @cssprop --postlude-font - Font family; the system's when absent.
 * @cssprop --postlude-text - Colour of text.
 * @cssprop --postlude-muted - Colour of less important text.
 * @cssprop --postlude-surface - Colour behind cards.
 * @cssprop --postlude-border - Colour of lines.
 * @cssprop --postlude-accent - Colour of buttons, links and progress.
 * @cssprop --postlude-accent-text - Colour of text on the accent.
 * @cssprop --postlude-good - Colour of good news.
 * @cssprop --postlude-warn - Colour of what needs attention.
 * @cssprop --postlude-bad - Colour of bad news.
 * @cssprop --postlude-radius - Radius of corners.
 * @cssprop --postlude-space - Unit of all distances.
 * @cssstate ready - A view is shown.
 */
export class PostludeElement extends HTMLElement {
  /** Position in the generated list of kinds; set by define. */
  static kind = -1;
  static readonly observedAttributes = ['locale'];
  /** @internal The page's session, and how to start one: for other copies of Postlude on the page. */
  static session: Promise<WidgetHost> | undefined;
  /** @internal */
  static createSession: ((options: object) => Promise<WidgetHost>) | undefined;

  private readonly _internals: ElementInternals | undefined = this.attachInternals?.();
  private _root: WidgetRoot | undefined;

  /** Language tag of the words, or "" for the page's own. Reflects the attribute. */
  get locale(): string {
    return this.getAttribute('locale') ?? '';
  }
  set locale(tag: string) {
    this.setAttribute('locale', tag);
  }

  connectedCallback(): void {
    // A property that was set before the element was defined hides the accessor.
    if (Object.prototype.hasOwnProperty.call(this, 'locale')) {
      const tag = this.locale;
      delete (this as { locale?: string }).locale;
      this.locale = tag;
    }
    connected.add(this);
    if (host) this._mount(host, false);
  }

  disconnectedCallback(): void {
    // An element that is only moved comes back before the microtask.
    queueMicrotask(() => {
      if (this.isConnected) return;
      connected.delete(this);
      this._unmount();
    });
  }

  attributeChangedCallback(_name: string, before: string | null, now: string | null): void {
    if (now && before !== now) host?.setLocale(now);
  }

  private _mount(to: WidgetHost, adopt: boolean): void {
    if (this._root) return;
    const { kind } = this.constructor as typeof PostludeElement;
    const served = this.shadowRoot ?? this._internals?.shadowRoot ?? undefined;
    this._root = new WidgetRoot(this, served, this._internals, to, kind);
    this._root.start(adopt);
    if (this.locale && this.locale !== to.locale) to.setLocale(this.locale);
  }

  private _unmount(): void {
    this._root?.stop();
    this._root = undefined;
  }

  /** Connects all elements, now and later, to a session; undefined leaves them with their fallback. */
  static attach(session: WidgetHost | undefined): void {
    for (const element of connected) element._unmount();
    host = session;
    if (session) for (const element of connected) element._mount(session, false);
  }

  /**
   * Likewise, where the server's DOM in the elements shows what the session knows. Each step of the
   * iteration takes over one element.
   */
  static *adopt(session: WidgetHost): Generator<void, void> {
    host = session;
    for (const element of connected) {
      yield;
      if (host === session && element.isConnected) element._mount(session, true);
    }
  }

  /** @internal Returns the language that an element on the page asks for, or "". */
  static locale(): string {
    for (const element of connected) if (element.locale) return element.locale;
    return '';
  }

  /** @internal Takes the styles of tracking and reviews, before a widget of theirs is shown. */
  static takeStyles(text: string): void {
    if (texts.length < 2) texts.push(text);
  }

  /** Returns the first element of that kind on the page. */
  static first(kind: number): PostludeElement | undefined {
    for (const element of connected) {
      if ((element.constructor as typeof PostludeElement).kind === kind) return element;
    }
    return undefined;
  }
}

/** One mounted widget: its shadow root and its listeners. */
class WidgetRoot implements Root {
  readonly shadow: ShadowRoot;
  private readonly _served: boolean;
  private _id = 0;
  private _block: Element | undefined;
  private _late: IntersectionObserver | undefined;
  private _pressed: Element | null = null;

  constructor(
    private readonly _element: HTMLElement,
    served: ShadowRoot | undefined,
    private readonly _internals: ElementInternals | undefined,
    private readonly _host: WidgetHost,
    private readonly _kind: number,
  ) {
    this.shadow = served ?? _element.attachShadow({ mode: 'open' });
    this._served = !!served?.querySelector('[data-b]');
    if (!this._served) this._showFallback();
  }

  start(adopt: boolean): void {
    addListener(this.shadow, 'click', this._onClick);
    addListener(this.shadow, 'submit', this._onSubmit);
    this._id = this._host.mount(this, this._kind, adopt && this._served);
  }

  stop(): void {
    removeListener(this.shadow, 'click', this._onClick);
    removeListener(this.shadow, 'submit', this._onSubmit);
    this._host.unmount(this._id);
    this._late?.disconnect();
  }

  adopt(): void {
    // A long timeline is not worth looking through.
    if (kWidgets[this._kind] === 'offer') this._host.guard.watch(this.shadow);
    this._setReady(true);
  }

  show(block: Element): void {
    block.setAttribute('lang', this._host.locale);
    block.setAttribute('dir', this._host.dir);
    const first = !this._block;
    this._block = block;
    if (first && !this._served && this._isLate()) this._waitOutOfSight();
    else if (!this._late) this._insert();
  }

  hide(): void {
    this._late?.disconnect();
    this._late = undefined;
    // The server's DOM is a better fallback: its forms work without us, unless one hangs half-way.
    if (this._served && !this._block && !this.shadow.querySelector('[aria-busy]')) return;
    this._block = undefined;
    this._showFallback();
    this._setReady(false);
  }

  private _showFallback(): void {
    this._replaceContent(createElement('slot'));
  }

  private _insert(): void {
    addStyles(this.shadow);
    this._replaceContent(this._block!);
    this._setReady(true);
  }

  /** Puts one element in place of everything but styles. */
  private _replaceContent(content: Element): void {
    let child = this.shadow.firstElementChild;
    while (child) {
      const next = child.nextElementSibling;
      if (child.localName !== 'style' && child.localName !== 'link') this.shadow.removeChild(child);
      child = next;
    }
    this.shadow.appendChild(content);
  }

  private _setReady(ready: boolean): void {
    try {
      if (ready) this._internals?.states.add('ready');
      else this._internals?.states.delete('ready');
    } catch {
      // Before Chrome 125 states had another syntax; nothing of ours depends on them.
    }
  }

  /** Tells whether showing the view now would push what the shopper is reading. */
  private _isLate(): boolean {
    if (performance.now() - this._host.startedAt < kPatienceMs) return false;
    const { top, bottom } = this._element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight && bottom < innerHeight;
  }

  private _waitOutOfSight(): void {
    this._late = new IntersectionObserver((entries) => {
      if (entries[entries.length - 1]!.isIntersecting) return;
      this._late?.disconnect();
      this._late = undefined;
      this._insert();
    });
    this._late.observe(this._element);
  }

  private readonly _onClick = (event: Event): void => {
    const target = event.target as Element;
    // A click by script on a submit button still ends in a trusted submit event.
    this._pressed = event.isTrusted ? target.closest('button') : null;
    const control = target.closest('[data-on-click]');
    if (!control) return;
    const action = kActions.indexOf(control.getAttribute('data-on-click')!);
    if (action >= 0 && event.isTrusted) this._act(action, control, plainObject());
  };

  private readonly _onSubmit = (event: Event): void => {
    const form = event.target as HTMLFormElement;
    const action = kActions.indexOf(form.getAttribute('data-on-submit') ?? '');
    if (action < 0) return;
    event.preventDefault();
    const button = (event as SubmitEvent).submitter;
    const meant = button !== null && button === this._pressed;
    this._pressed = null;
    if (action === UserAction.AcceptOffer && !(meant && this._host.guard.allows(form))) return;
    if (action === UserAction.UndoOffer && !(meant && this._host.guard.allowsUndo())) return;
    const fields = plainObject<string>();
    new FormData(form).forEach((value, name) => {
      if (typeof value === 'string') fields[name] = value;
    });
    // What a button stands for is not part of the form's data.
    if (button instanceof HTMLButtonElement && button.name) fields[button.name] = button.value;
    this._act(action, form, fields);
  };

  private _act(action: UserAction, control: Element, fields: Record<string, string>): void {
    fields['arg'] = control.getAttribute('data-arg') ?? '';
    this._host.act(action, this._kind, fields);
  }
}
