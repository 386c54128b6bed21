import { openChromium } from './chromium.mjs';
import { openFirefox } from './firefox.mjs';
import { openWebKit } from './webkit.mjs';

const kOpen = { chromium: openChromium, firefox: openFirefox, webkit: openWebKit };

/** The engines that tests run in; POSTLUDE_ENGINES=chromium,webkit narrows a run by hand. */
export const kEngines = (process.env.POSTLUDE_ENGINES ?? 'chromium,firefox,webkit').split(',');

const kDefaults = {
  javaScript: true,
  viewport: { width: 1280, height: 800 },
  locale: 'en-US',
  timeZone: undefined,
  colorScheme: 'light',
  reducedMotion: false,
  forcedColors: false,
};

/** How long a browser that nobody uses waits for the next user. */
const kLingerMs = 3000;

/** The running browsers by engine, with the number of their users: starting one takes seconds. */
const running = new Map();

function takePart(engine) {
  const open = kOpen[engine];
  if (!open) throw new Error(`no such engine: ${engine}`);
  if (!running.has(engine)) running.set(engine, { users: 0, browser: open() });
  const shared = running.get(engine);
  shared.users++;
  clearTimeout(shared.closing);
  return shared;
}

function leave(engine, shared) {
  if (--shared.users > 0) return;
  shared.closing = setTimeout(async () => {
    running.delete(engine);
    await (await shared.browser).close();
  }, kLingerMs);
}

/**
 * Opens a real browser: 'chromium', 'firefox' or 'webkit'. There is one of each in a process, whoever
 * opens it.
 * `newPage(options)` gives a `Page` (page.mjs) with cookies and storage of its own; options are
 * `javaScript`, `viewport {width, height}`, `locale`, `timeZone`, `colorScheme` ('light' | 'dark'),
 * `reducedMotion` and `forcedColors` (WebKitGTK has no switch for the last two).
 * `close()` closes the pages that are left; the browser ends soon behind its last user.
 */
export async function openBrowser(engine) {
  const shared = takePart(engine);
  const browser = await shared.browser;
  const pages = [];
  return {
    engine,
    newPage: async (options = {}) => {
      const page = await browser.newPage({ ...kDefaults, ...options });
      page.javaScript = options.javaScript ?? kDefaults.javaScript;
      pages.push(page);
      return page;
    },
    close: async () => {
      for (const page of pages) await page.close();
      leave(engine, shared);
    },
  };
}
