import { chromium } from 'playwright-core';
import { kChromiumArguments } from '../../support/chromium-arguments.mjs';
import { Page } from './page.mjs';
import { callSource } from './selectors.mjs';

class ChromiumPage extends Page {
  engine = 'chromium';

  constructor(context, page) {
    super();
    this._context = context;
    /** The Playwright page, for what only this engine can do (tracing, CPU throttling). */
    this.native = page;
    page.on('console', (message) => {
      if (message.type() === 'error') this._errors.push(message.text());
    });
    page.on('pageerror', (error) => this._errors.push(`uncaught: ${error.message}`));
  }

  _close() {
    return this._context.close();
  }

  _navigate(url) {
    return this.native.goto(url, { waitUntil: 'load' });
  }
  _setCookie(url, cookie) {
    return this._context.addCookies([{ ...cookie, url }]);
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
  _pressKeys(keys) {
    return this.native.keyboard.press(keys.join('+'));
  }
  _screenshot(path, fullPage) {
    return this.native.screenshot({ path, fullPage });
  }
  _setViewport(width, height) {
    return this.native.setViewportSize({ width, height });
  }
}

/** Starts Chromium; pages of one browser share nothing (each has a context of its own). */
export async function openChromium() {
  const launch = () =>
    chromium.launch({
      executablePath: process.env.POSTLUDE_CHROMIUM ?? '/usr/bin/chromium',
      args: kChromiumArguments,
    });
  let browser = await launch();
  return {
    async newPage(options) {
      // One that has crashed takes the page along that it showed, and no other.
      if (!browser.isConnected()) browser = await launch();
      const context = await browser.newContext({
        javaScriptEnabled: options.javaScript,
        viewport: options.viewport,
        locale: options.locale,
        timezoneId: options.timeZone,
        colorScheme: options.colorScheme,
        reducedMotion: options.reducedMotion ? 'reduce' : 'no-preference',
        forcedColors: options.forcedColors ? 'active' : 'none',
      });
      return new ChromiumPage(context, await context.newPage());
    },
    close: () => browser.close(),
  };
}
