import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { kRoot } from '../../../web/pack/run.mjs';
import { Page } from './page.mjs';
import { freePort, startProcess, stopProcess, untilReady } from './processes.mjs';
import { callSource } from './selectors.mjs';

const run = promisify(execFile);

/** MiniBrowser comes with libwebkit2gtk, not with the driver. */
const kMiniBrowsers = [
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.0/MiniBrowser',
];

const kLocaleFolder = join(kRoot, 'build/c-locales');
const kLoadTimeoutMs = 60_000;

/** MiniBrowser's own window has a tool bar and is never narrower than it. */
const kToolBarWidth = 447;

/** Code points of WebDriver's key actions, by DOM key name (W3C WebDriver, 17.4.2). */
const kKeys = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};

/** Where a language is best known from, for tags without a region. */
const kLocales = { en: 'en_US', ja: 'ja_JP', ar: 'ar_EG' };

/** The few WebDriver calls that are needed, over plain HTTP. */
class WebDriverClient {
  constructor(port) {
    this._base = `http://127.0.0.1:${port}`;
  }

  async request(method, path, body) {
    const response = await fetch(this._base + path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: method === 'POST' ? JSON.stringify(body ?? {}) : undefined,
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${value?.error}: ${value?.message}`);
    return value;
  }
}

class WebKitPage extends Page {
  engine = 'webkit';

  constructor(client, session, release) {
    super();
    this._client = client;
    this._session = session;
    this._release = release;
  }

  async _close() {
    await this._command('DELETE', '').catch(() => {});
    await this._release();
  }

  // One that a page asks for without a tool bar may have any size.
  async _openBareWindow() {
    const first = await this._command('GET', '/window');
    await this._evaluate(
      `void window.open('about:blank', '_blank', 'popup,width=300,height=600,toolbar=no,menubar=no,location=no')`,
    );
    let handles = [];
    while (handles.length < 2) handles = await this._command('GET', '/window/handles');
    await this._command('DELETE', '/window');
    await this._command('POST', '/window', { handle: handles.find((handle) => handle !== first) });
  }

  _command(method, path, body) {
    return this._client.request(method, `/session/${this._session}${path}`, body);
  }

  // WebDriver has no console, and WebKit prints none while it is automated. The page is watched
  // from the first moment that the driver can reach it, which may be a little after its first script.
  async _navigate(url) {
    await this._collectErrors();
    const script = `(${String(watchErrors)})(arguments[0])`;
    await this._command('POST', '/execute/sync', { script, args: [true] });
    await this._command('POST', '/url', { url });
    const end = Date.now() + kLoadTimeoutMs;
    for (;;) {
      const state = await this._command('POST', '/execute/sync', {
        script: `return ${script}`,
        args: [false],
      }).catch(() => 'leaving');
      if (state === 'complete') return;
      if (Date.now() > end) throw new Error(`webkit: ${url} did not load in ${kLoadTimeoutMs} ms`);
    }
  }
  // A driver sets cookies of the document that is open, and of no other.
  async _setCookie(url, cookie) {
    if (!(await this._command('GET', '/url')).startsWith(url)) {
      await this._navigate(`${url}/robots.txt`);
    }
    await this._command('POST', '/cookie', { cookie });
  }
  async _collectErrors() {
    // As text: the driver answers through the page's own toJSON.
    const found = await this._evaluate(
      `(window[Symbol.for('postlude.test.errors')] ?? []).splice(0).join('\\0')`,
    ).catch(() => '');
    if (found) this._errors.push(...found.split('\0'));
  }
  async _evaluate(source) {
    // Errors come back as values: WebDriver's own words for them lose the message.
    const script = `const done = arguments[arguments.length - 1];
      Promise.resolve().then(() => (${source})).then(
        (value) => done({ value }),
        (error) => done({ error: String(error && error.message || error) }));`;
    const answer = await this._command('POST', '/execute/async', { script, args: [] });
    if (answer?.error !== undefined) throw new Error(answer.error);
    return answer?.value ?? undefined;
  }
  _call(fn, args) {
    return this._evaluate(callSource(fn, args));
  }
  _pointer(actions) {
    return this._command('POST', '/actions', {
      actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
    });
  }
  _clickAt(x, y) {
    return this._pointer([
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y), origin: 'viewport' },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]);
  }
  _moveTo(x, y) {
    return this._pointer([
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y), origin: 'viewport' },
    ]);
  }
  _keyboard(actions) {
    return this._command('POST', '/actions', { actions: [{ type: 'key', id: 'keys', actions }] });
  }
  async _typeText(text) {
    for (const value of text) {
      await this._keyboard([
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
    }
  }
  _pressKeys(keys) {
    const values = keys.map((key) => kKeys[key] ?? key);
    return this._keyboard([
      ...values.map((value) => ({ type: 'keyDown', value })),
      ...values.toReversed().map((value) => ({ type: 'keyUp', value })),
    ]);
  }
  async _screenshot(path, fullPage) {
    if (!fullPage) {
      await writeFile(path, Buffer.from(await this._command('GET', '/screenshot'), 'base64'));
      return;
    }
    const size = await this._evaluate(
      '({ width: innerWidth, height: innerHeight, full: document.documentElement.scrollHeight })',
    );
    await this._setViewport(size.width, size.full);
    await writeFile(path, Buffer.from(await this._command('GET', '/screenshot'), 'base64'));
    await this._setViewport(size.width, size.height);
  }
  async _setViewport(width, height) {
    // The window has a tool bar: ask, look what the page got, and ask for the difference.
    let outer = { width, height };
    for (let round = 0; round < 4; round++) {
      await this._command('POST', '/window/rect', outer);
      const inner = await this._evaluate('({ width: innerWidth, height: innerHeight })');
      if (inner.width === width && inner.height === height) return;
      outer = {
        width: Math.max(1, outer.width + width - inner.width),
        height: Math.max(1, outer.height + height - inner.height),
      };
    }
  }
}

/**
 * In the page: marks a document that is about to be left, or begins to watch a new one; returns its
 * ready state, or 'leaving'. Changes nothing that a script of the page could notice by name.
 */
function watchErrors(leaving) {
  const left = Symbol.for('postlude.test.left');
  const key = Symbol.for('postlude.test.errors');
  if (leaving) window[left] = true;
  if (window[left]) return 'leaving';
  if (!window[key]) {
    const errors = [];
    Object.defineProperty(window, key, { value: errors });
    const named = (error) => String(error?.message ?? error);
    addEventListener(
      'error',
      (event) =>
        errors.push(
          event instanceof ErrorEvent
            ? `uncaught: ${event.message}`
            : `not loaded: ${event.target.src ?? event.target.href}`,
        ),
      true,
    );
    addEventListener('unhandledrejection', (event) =>
      errors.push(`uncaught: ${named(event.reason)}`),
    );
    document.addEventListener('securitypolicyviolation', (event) =>
      errors.push(`refused by ${event.effectiveDirective}: ${event.blockedURI}`),
    );
  }
  return document.readyState;
}

/** Arguments of MiniBrowser for the options of a page. */
function browserArguments(options) {
  return [
    '--automation',
    '--javascript-can-open-windows-automatically=true',
    // Scripts and handlers are left out by the parser; the driver itself can still evaluate.
    ...(options.javaScript ? [] : ['--enable-javascript-markup=false']),
  ];
}

/** Writes GTK's settings for a page and returns their folder; WebKit reads reduced motion there. */
async function writeSettings(home, options) {
  const folder = await mkdtemp(join(home, 'config-'));
  await mkdir(join(folder, 'gtk-3.0'));
  await writeFile(
    join(folder, 'gtk-3.0', 'settings.ini'),
    `[Settings]\ngtk-enable-animations=${options.reducedMotion ? 0 : 1}\n`,
  );
  return folder;
}

/**
 * Compiles a C library locale where there is none, once for all runs: WebKit takes
 * `navigator.language` from it.
 */
async function localeVariables(tag) {
  const name = tag
    .replace('-', '_')
    .replace(/^([a-z]+)$/, (language) => kLocales[language] ?? language);
  const target = join(kLocaleFolder, `${name}.UTF-8`);
  if (!existsSync(target)) {
    await mkdir(kLocaleFolder, { recursive: true });
    const fresh = await mkdtemp(`${target}-`);
    await run('localedef', ['-c', '-i', name, '-f', 'UTF-8', join(fresh, 'it')]);
    // Whole or not at all; another test may have been faster.
    await rename(join(fresh, 'it'), target).catch((error) => {
      if (!existsSync(target)) throw error;
    });
    await rm(fresh, { recursive: true, force: true });
  }
  return { LOCPATH: kLocaleFolder, LC_ALL: `${name}.UTF-8`, LANGUAGE: '' };
}

/**
 * Starts an X server and WebKitWebDriver. Every page is a MiniBrowser of its own.
 * With scripts off WebKit drops script elements and handlers while parsing, but still counts as
 * scripting, so that `<noscript>` is not shown: look at that in the other two engines.
 */
export async function openWebKit() {
  const binary = process.env.POSTLUDE_MINIBROWSER ?? kMiniBrowsers.find((path) => existsSync(path));
  if (!binary) throw new Error('MiniBrowser of WebKitGTK is not installed');
  const home = await mkdtemp(join(tmpdir(), 'postlude-webkit-'));
  const display = startProcess('Xvfb', [
    ...['-displayfd', '1', '-screen', '0', '1600x4000x24', '-nolisten', 'tcp', '-noreset'],
  ]);
  const number = await untilReady(display, async () => /^(\d+)\n/m.exec(display.output)?.[1], {
    name: 'Xvfb',
  });
  const pages = new Set();

  return {
    async newPage(options) {
      const port = await freePort();
      const driver = startProcess('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
        env: {
          DISPLAY: `:${number}`,
          HOME: home,
          XDG_RUNTIME_DIR: home,
          XDG_CACHE_HOME: join(home, 'cache'),
          XDG_DATA_HOME: join(home, 'data'),
          XDG_CONFIG_HOME: await writeSettings(home, options),
          GDK_BACKEND: 'x11',
          GSETTINGS_BACKEND: 'memory',
          NO_AT_BRIDGE: '1',
          LIBGL_ALWAYS_SOFTWARE: '1',
          WEBKIT_SKIA_ENABLE_CPU_RENDERING: '1',
          GTK_THEME: options.colorScheme === 'dark' ? 'Adwaita:dark' : 'Adwaita',
          ...(await localeVariables(options.locale)),
          ...(options.timeZone ? { TZ: options.timeZone } : {}),
        },
      });
      const client = new WebDriverClient(port);
      await untilReady(driver, () => client.request('GET', '/status'), { name: 'WebKitWebDriver' });
      const { sessionId } = await client.request('POST', '/session', {
        capabilities: {
          alwaysMatch: {
            pageLoadStrategy: 'none',
            'webkitgtk:browserOptions': { binary, args: browserArguments(options) },
          },
        },
      });
      const page = new WebKitPage(client, sessionId, async () => {
        pages.delete(page);
        await stopProcess(driver);
      });
      pages.add(page);
      await page._command('POST', '/timeouts', {
        script: kLoadTimeoutMs,
        pageLoad: kLoadTimeoutMs,
      });
      if (options.viewport.width < kToolBarWidth) await page._openBareWindow();
      await page.setViewport(options.viewport.width, options.viewport.height);
      return page;
    },
    async close() {
      for (const page of [...pages]) await page.close();
      await stopProcess(display);
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
