// Fetches what a session needs, in parallel, and starts it.

import type { Formatter } from './apply-batch.js';
import { type Core, type CoreExports, type CoreSource, loadCore } from './core.js';
import { coreFor, kEveryCore, kLater, kMoreStyles, kOfferCore } from './core-name.js';
import { defineElements } from './define-elements.js';
import { importModule } from './import-module.js';
import { loadFormatter, moreOf, pageLanguage, wordsBeside } from './locale.js';
import { Session } from './session.js';
import { PostludeElement } from './widget-element.js';

/** How to start. Everything is optional; nothing is ever taken from the page's address. */
export interface SessionOptions {
  /** Base path of the backend, such as "/postlude/v1". */
  api?: string | undefined;
  /** Opens one order to this page; travels in the Authorization header only. */
  orderToken?: string | undefined;
  /** The page document, when it is here already. */
  page?: string | Uint8Array | object | undefined;
  /** Whether the server's DOM in the elements shows exactly that page document. */
  adopt?: boolean | undefined;
  /** Language tag; the page's own when absent. */
  locale?: string | undefined;
  /** Folder of postlude.wasm, the other modules and locales/; beside this script when absent. */
  assets?: string | URL | undefined;
  /** Subresource Integrity values by file name. */
  integrity?: Readonly<Record<string, string>> | undefined;
  /** The page's Content-Security-Policy nonce, for scripts that are checked by `integrity`. */
  nonce?: string | undefined;
  /**
   * Kinds that the page shows, such as "order offer": without tracking and review a smaller core
   * does, until an element of those comes after all. All of them when absent.
   */
  widgets?: string | undefined;
  /** @internal The core that is on its way already, and its name. */
  core?: string | undefined;
  /** @internal */
  wasm?: Promise<Response> | undefined;
  /** The language's words when they are on their way already. */
  words?: Promise<Response> | undefined;
  /** Its words of tracking and reviews, likewise. */
  more?: Promise<Response> | undefined;
  /** @internal Their styles, likewise. */
  styles?: Promise<Response> | undefined;
  /** @internal Whether an order is to be looked for in the page. */
  finds?: boolean | undefined;
  /** When the page began to wait, as performance.now() tells; now when absent. */
  startedAt?: number | undefined;
}

type Later = typeof import('./later.js');

const kRetryMs = 1000;

const nameOf = ({ pathname }: URL): string => pathname.slice(pathname.lastIndexOf('/') + 1);

/**
 * Loads the core and the words, defines the elements and shows them. One session a page: a further
 * call, also from another copy of Postlude, returns the first one's until that is closed. Rejects
 * when the core or the words cannot be had; every element then keeps its fallback.
 */
export function createSession(options: SessionOptions = {}): Promise<Session> {
  const foreign = defineElements();
  // The class of the elements is what copies of Postlude on one page share.
  const shared = foreign ?? PostludeElement;
  if (shared.session) return shared.session as Promise<Session>;
  if (foreign) {
    return (
      (foreign.createSession?.(options) as Promise<Session> | undefined) ??
      Promise.reject(new Error('the elements were defined by another version of Postlude'))
    );
  }
  shared.createSession = createSession;
  const forget = () => {
    shared.session = undefined;
  };
  const session = start(options, forget);
  shared.session = session;
  session.catch(forget);
  return session;
}

async function start(options: SessionOptions, onClose: () => void): Promise<Session> {
  const startedAt = options.startedAt ?? performance.now();
  const { assets, integrity = {} } = options;
  const urlOf = (name: string, own: URL): URL => (assets ? new URL(name, assets) : own);
  const every = urlOf(kEveryCore, new URL('./postlude.wasm', import.meta.url));
  const part = urlOf(kOfferCore, new URL('./postlude-offer.wasm', import.meta.url));
  const partial = (options.core ?? coreFor(options.widgets ?? '')) === kOfferCore;

  // Browsers remember a module that failed; another address is asked for anew.
  let retry = '';
  let later: Promise<Later> | undefined;
  const loadLater = (): Promise<Later> => {
    const { href } = urlOf(kLater, new URL('./postlude-later.js', import.meta.url));
    later ??= importModule<Later>(href + retry, integrity[kLater], options.nonce);
    later.catch(() => {
      later = undefined;
      retry += '?';
    });
    return later;
  };

  if (options.finds) void loadLater();

  /** What hardly any page loads has its integrity there; what holds it is checked itself. */
  const integrityOf = async (name: string): Promise<string> =>
    integrity[name] ?? (integrity[kLater] && (await loadLater()).integrity[name]) ?? '';

  const load = async <T>(url: URL): Promise<T> =>
    importModule<T>(url.href, await integrityOf(nameOf(url)), options.nonce);

  /** One of our modules, and its build without WebAssembly. */
  const moduleAt = (url: URL, early?: Promise<Response>): CoreSource => ({
    async wasm(attempt) {
      if (attempt === 0 && early) return early;
      if (attempt > 0) await new Promise((done) => setTimeout(done, kRetryMs));
      return fetch(url, {
        integrity: await integrityOf(nameOf(url)),
        cache: attempt ? 'reload' : 'default',
      });
    },
    withoutWasm: () => load<CoreExports>(new URL(nameOf(url).replace('.wasm', '-nowasm.js'), url)),
  });

  let sources: Promise<Core> | undefined;
  const loadSources = (): Promise<Core> => {
    const url = urlOf('postlude-sources.wasm', new URL('./postlude-sources.wasm', import.meta.url));
    sources ??= loadCore(moduleAt(url));
    // A download that failed is tried anew by the next document.
    sources.catch(() => (sources = undefined));
    return sources;
  };

  const stream = urlOf('postlude-stream.js', new URL('./postlude-stream.js', import.meta.url));

  const fetchWords = wordsBeside(every, integrity);
  const language = pageLanguage(options.locale || PostludeElement.locale());
  const early = new Map([
    [language.words, options.words],
    [moreOf(language.words), options.more],
  ]);
  const words = (name: string): Promise<Response> => {
    const sent = early.get(name);
    early.delete(name);
    return sent ?? fetchWords(name);
  };
  let whole = !partial;
  /** Loads as many words as the core in charge has use for, also when that grows meanwhile. */
  const speak = async (tag: string): Promise<Formatter> => {
    const wanted = whole;
    const formatter = await loadFormatter(pageLanguage(tag), words, wanted);
    return wanted === whole ? formatter : speak(tag);
  };

  /** Loads the styles of what the smaller core does not show. */
  const style = async (early?: Promise<Response>): Promise<void> => {
    const url = new URL(kMoreStyles, every);
    const response = await (early ?? fetch(url, { integrity: integrity[kMoreStyles] ?? '' }));
    if (!response.ok) throw new Error(`${kMoreStyles}: ${response.status}`);
    PostludeElement.takeStyles(await response.text());
  };

  const [core, formatter] = await Promise.all([
    loadCore(moduleAt(partial ? part : every, options.wasm)),
    loadFormatter(language, words, whole),
    whole ? style(options.styles) : undefined,
  ]);
  const session = new Session({
    core,
    formatter,
    loadLater,
    loadSources,
    loadStream: () => load(stream),
    loadRest: partial
      ? async (locale) => {
          whole = true;
          const rest = [loadCore(moduleAt(every)), speak(locale)] as const;
          const [parts] = await Promise.all([Promise.all(rest), style()]);
          return parts;
        }
      : undefined,
    loadFormatter: speak,
    orderToken: options.orderToken ?? '',
    startedAt,
    onClose,
  });
  const { api, page } = options;
  if (page && options.adopt) {
    await session.adopt(api, page);
  } else {
    if (api) session.configure(api);
    // Empty elements are known before the page is, so that all of them are filled in one batch.
    PostludeElement.attach(session);
    if (page) session.page(page);
  }
  return session;
}
