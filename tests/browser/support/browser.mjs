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

/**
 * Starts a real browser: 'chromium', 'firefox' or 'webkit'.
 * `newPage(options)` gives a `Page` (page.mjs) with cookies and storage of its own; options are
 * `javaScript`, `viewport {width, height}`, `locale`, `timeZone`, `colorScheme` ('light' | 'dark'),
 * `reducedMotion` and `forcedColors` (WebKitGTK has no switch for the last two).
 * `close()` ends the browser and everything it started.
 */
export async function openBrowser(engine, options = {}) {
  const open = kOpen[engine];
  if (!open) throw new Error(`no such engine: ${engine}`);
  const browser = await open(options);
  return {
    engine,
    newPage: async (pageOptions = {}) => {
      const page = await browser.newPage({ ...kDefaults, ...pageOptions });
      page.javaScript = pageOptions.javaScript ?? kDefaults.javaScript;
      return page;
    },
    close: () => browser.close(),
  };
}
