// Fetches what a session needs, in parallel, and starts it.

// First, so that the styles stand behind the names in the tables: 35 bytes fewer travel.
import { defineElements } from './define-elements.js';
import type { Formatter } from './apply-batch.js';
import { type Core, type CoreExports, type CoreSource, loadCore } from './core.js';
import { coreFor } from './core-for.js';
import {
  kEveryCore,
  kLater,
  kMoreStyles,
  kOfferCore,
  kSources,
  kStream,
  moreOf,
} from './core-name.js';
import { importModule } from './import-module.js';
import { loadFormatter } from './locale.js';
import { ownFile } from './own-file.js';
import { pageLanguage } from './page-language.js';
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
  const { api, assets, integrity = {}, nonce, page } = options;
  const partial = (options.core ?? coreFor(options.widgets ?? '')) === kOfferCore;

  const urlOf = (name: string): URL => (assets ? new URL(name, assets) : ownFile(name));
  const ask = (
    name: string,
    hash = integrity[name] ?? '',
    cache: RequestCache = 'default',
  ): Promise<Response> => fetch(urlOf(name), { integrity: hash, cache });

  // Browsers remember a module that failed; another address is asked for anew.
  let retry = '';
  let later: Promise<Later> | undefined;
  const loadLater = (): Promise<Later> => {
    later ??= importModule<Later>(urlOf(kLater).href + retry, integrity[kLater], nonce);
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

  const load = async <T>(name: string): Promise<T> =>
    importModule<T>(urlOf(name).href, await integrityOf(name), nonce);

  /** One of our modules, and its build without WebAssembly. */
  const moduleOf = (name: string, early?: Promise<Response>): CoreSource => ({
    async wasm(attempt) {
      if (!attempt && early) return early;
      if (attempt) await new Promise((done) => setTimeout(done, kRetryMs));
      return ask(name, await integrityOf(name), attempt ? 'reload' : 'default');
    },
    withoutWasm: () => load<CoreExports>(name.replace('.wasm', '-nowasm.js')),
  });

  let sources: Promise<Core> | undefined;
  const loadSources = (): Promise<Core> => {
    sources ??= loadCore(moduleOf(kSources));
    // A download that failed is tried anew by the next document.
    sources.catch(() => (sources = undefined));
    return sources;
  };

  const language = pageLanguage(options.locale || PostludeElement.locale());
  const early = new Map([
    [language.words, options.words],
    [moreOf(language.words), options.more],
  ]);
  const words = (name: string): Promise<Response> => {
    const sent = early.get(name);
    early.delete(name);
    return sent ?? ask(`locales/${name}.json`);
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
    const response = await (early ?? ask(kMoreStyles));
    if (!response.ok) throw new Error(`${kMoreStyles}: ${response.status}`);
    PostludeElement.takeStyles(await response.text());
  };

  const [core, formatter] = await Promise.all([
    loadCore(moduleOf(partial ? kOfferCore : kEveryCore, options.wasm)),
    loadFormatter(language, words, whole),
    whole ? style(options.styles) : undefined,
  ]);
  const session = new Session({
    core,
    formatter,
    loadLater,
    loadSources,
    loadStream: () => load(kStream),
    loadRest: partial
      ? async (locale) => {
          whole = true;
          const rest = [loadCore(moduleOf(kEveryCore)), speak(locale)] as const;
          const [parts] = await Promise.all([Promise.all(rest), style()]);
          return parts;
        }
      : undefined,
    loadFormatter: speak,
    orderToken: options.orderToken ?? '',
    startedAt,
    onClose,
  });
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
