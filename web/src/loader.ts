// The script tag: a classic script that any page can carry. It asks for everything at once, hands over
// to the runtime, and whatever happens leaves the page as it was.
//
//   <script async src="https://.../postlude.js" data-api="/postlude/v1" data-order="TOKEN"></script>

import { coreFor } from './core-for.js';
import { kMoreStyles, kOfferCore, kOfferKinds, moreOf } from './core-name.js';
import type { FromLoader } from './from-loader.js';
import { importModule } from './import-module.js';
import { createElement, currentScript, dispatch, memberOf, query, readyState } from './natives.js';
import { pageLanguage } from './page-language.js';
import { kWidgets } from './protocol.gen.js';
import type { Command, LoaderFacts, start } from './runtime.js';
import { kVersion } from './version.js';

/** Subresource Integrity by file name, filled in by the build. */
declare const POSTLUDE_INTEGRITY: Readonly<Record<string, string>>;

interface Global {
  q?: Command[];
  version?: string;
}

const kRuntime = 'postlude-runtime.js';
/** Elements that need the core with every widget, as a selector. */
const kElsewhere = kWidgets
  .filter((name) => !kOfferKinds.includes(name))
  .map((name) => `postlude-${name}`)
  .join();
/** The runtime has these from us. */
const kOurs: FromLoader = [
  kVersion,
  importModule,
  pageLanguage,
  coreFor,
  createElement,
  query,
  memberOf,
  dispatch,
];
const kRetryMs = 1000;
const kIdleTimeoutMs = 1000;

function fail(error: unknown): void {
  console.warn('Postlude could not be loaded; the page keeps its own content.', error);
  dispatch(document, 'postlude:error', { code: 'load' });
}

/** Returns the page's one global of ours; an element with that id is none. */
function claim(): Required<Global> | undefined {
  const page = window as { postlude?: Global };
  let own = page.postlude;
  if (!Array.isArray(own?.q)) page.postlude = own = { q: [] };
  const { version } = own;
  if (version) {
    if (version !== kVersion) {
      console.warn(`Postlude ${version} is on this page already; ${kVersion} stays out.`);
    }
    return undefined;
  }
  own.version = kVersion;
  return own as Required<Global>;
}

/** Returns the kinds on the page as far as they decide what is loaded; "" while more may come. */
function placed(): string {
  if (readyState() === 'loading') return '';
  return query(kElsewhere) ? '' : 'offer';
}

/**
 * Asks for everything the runtime needs, and for the runtime. On a page that is shown already, what is
 * not needed first is asked for in tasks of their own: each request costs a slow phone milliseconds.
 */
function load(script: HTMLScriptElement, queue: Command[], shown: boolean): void {
  const get = (name: string) => script.getAttribute(`data-${name}`) ?? '';
  const assets = new URL('.', script.src).href;
  // Whoever checks the loader's bytes wants the rest checked too.
  const integrity = script.integrity ? POSTLUDE_INTEGRITY : {};
  const locale = get('locale');
  const core = coreFor(get('widgets') || placed());
  const ask = (name: string) => fetch(assets + name, { integrity: integrity[name] ?? '' });
  const send = (name: string) => {
    const response =
      shown && name !== core
        ? new Promise<Response>((done) => setTimeout(() => done(ask(name))))
        : ask(name);
    response.catch(() => {}); // whoever awaits it hears of it; nobody is to before that
    return response;
  };
  const { words } = pageLanguage(locale);
  const speak = (name: string) => send(`locales/${name}.json`);
  const whole = core !== kOfferCore;
  run(
    {
      api: get('api'),
      orderToken: get('order'),
      locale,
      assets,
      integrity,
      nonce: script.nonce,
      core,
      wasm: send(core),
      words: speak(words),
      more: whole ? speak(moreOf(words)) : undefined,
      styles: whole ? send(kMoreStyles) : undefined,
      startedAt: performance.now(),
      queue,
      ours: kOurs,
    },
    '',
  );
}

function run(facts: LoaderFacts, suffix: string): void {
  const { assets, integrity, nonce } = facts;
  importModule<{ start: typeof start }>(assets + kRuntime + suffix, integrity[kRuntime], nonce)
    .then(
      (runtime) => runtime.start(facts),
      (error) => {
        if (suffix) throw error;
        // Browsers remember a module that failed; another address is asked for anew.
        setTimeout(run, kRetryMs, facts, '?retry');
      },
    )
    .catch(fail);
}

try {
  const script = currentScript() as HTMLScriptElement | null;
  const own = claim();
  if (own) {
    if (!script) throw new Error('the script tag must be a classic one');
    const shown = !!query('script[data-postlude-page]');
    const begin = () => load(script, own.q, shown);
    if (shown) {
      // The server's widgets are on the screen: loading may wait until they are painted.
      const idle = window.requestIdleCallback ?? setTimeout;
      requestAnimationFrame(() => idle(begin, { timeout: kIdleTimeoutMs }));
    } else {
      begin();
    }
  }
} catch (error) {
  fail(error);
}
