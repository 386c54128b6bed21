import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { Page } from './page.mjs';
import { callSource } from './selectors.mjs';

/** Firefox asks nobody and shows nothing of its own while a test runs. */
const kPreferences = {
  // What fills forms for people scrolls back to the field typed in last, under the next click.
  'browser.formfill.enable': false,
  'extensions.formautofill.addresses.enabled': false,
  'extensions.formautofill.creditCards.enabled': false,
  'signon.rememberSignons': false,
  'app.update.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.safebrowsing.downloads.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'captivedetect.canonicalURL': '',
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'services.settings.server': 'http://127.0.0.1:9/',
  'toolkit.telemetry.server': 'http://127.0.0.1:9/',
};

class FirefoxPage extends Page {
  engine = 'firefox';

  constructor(page, release) {
    super();
    this._release = release;
    /** The Puppeteer page, for what only this engine can do. */
    this.native = page;
    page.on('console', (message) => {
      if (message.type() === 'error') this._errors.push(message.text());
    });
    page.on('pageerror', (error) => this._errors.push(`uncaught: ${error.message}`));
  }

  async _close() {
    await this.native.close();
    await this._release();
  }

  _navigate(url) {
    return this.native.goto(url, { waitUntil: 'load' });
  }
  _setCookie(url, cookie) {
    return this.native.browserContext().setCookie({ ...cookie, domain: new URL(url).hostname });
  }
  _evaluate(source) {
    return this.native.evaluate(source);
  }
  _call(fn, args) {
    return this.native.evaluate(callSource(fn, args));
  }
  _clickAt(x, y) {
    return this.native.mouse.click(x, y);
  }
  _moveTo(x, y) {
    return this.native.mouse.move(x, y);
  }
  _typeText(text) {
    return this.native.keyboard.type(text);
  }
  async _pressKeys(keys) {
    const held = keys.slice(0, -1);
    for (const key of held) await this.native.keyboard.down(key);
    await this.native.keyboard.press(keys.at(-1));
    for (const key of held.reverse()) await this.native.keyboard.up(key);
  }
  // Firefox asks the last painted frame what is under the pointer. An animation is pending until the
  // next one; callbacks would never come where the page's scripts are off.
  async _painted() {
    const name = 'postlude.test.painted';
    await this._call(
      (id) => void document.documentElement.animate([], { duration: 1e6, id }),
      [name],
    );
    await this.waitFor(
      (id) => {
        const animation = document.getAnimations().find((each) => each.id === id);
        if (animation?.pending) return false;
        animation?.cancel();
        return true;
      },
      { args: [name] },
    );
  }
  _screenshot(path, fullPage) {
    return this.native.screenshot({ path, fullPage });
  }
  _setViewport(width, height) {
    return this.native.setViewport({ width, height });
  }
}

/** Preferences that stand for what the other engines emulate page by page. */
function preferencesFor(options) {
  return {
    ...(options.javaScript ? {} : { 'javascript.enabled': false }),
    ...(options.locale ? { 'intl.accept_languages': options.locale } : {}),
    'layout.css.prefers-color-scheme.content-override': options.colorScheme === 'dark' ? 0 : 1,
    'ui.prefersReducedMotion': options.reducedMotion ? 1 : 0,
    'browser.display.document_color_use': options.forcedColors ? 2 : 0,
  };
}

/**
 * Starts Firefox ESR over WebDriver BiDi. Options of a page that Firefox knows only as preferences
 * (scripts off, language, colour scheme) get a browser process of their own, kept until `close`.
 */
export async function openFirefox() {
  const running = new Map();

  async function browserFor(options) {
    const preferences = preferencesFor(options);
    const key = JSON.stringify([preferences, options.timeZone]);
    if (!running.get(key)?.browser.connected) {
      const profile = await mkdtemp(join(tmpdir(), 'postlude-firefox-'));
      const browser = await puppeteer.launch({
        browser: 'firefox',
        protocol: 'webDriverBiDi',
        executablePath: process.env.POSTLUDE_FIREFOX ?? '/usr/bin/firefox-esr',
        headless: true,
        userDataDir: profile,
        extraPrefsFirefox: { ...kPreferences, ...preferences },
        env: {
          ...process.env,
          HOME: profile,
          ...(options.timeZone ? { TZ: options.timeZone } : {}),
        },
      });
      running.set(key, { browser, profile });
    }
    return running.get(key).browser;
  }

  return {
    async newPage(options) {
      const browser = await browserFor(options);
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.setViewport(options.viewport);
      return new FirefoxPage(page, () => context.close());
    },
    async close() {
      for (const { browser, profile } of running.values()) {
        await browser.close();
        await rm(profile, { recursive: true, force: true, maxRetries: 5 });
      }
      running.clear();
    },
  };
}
