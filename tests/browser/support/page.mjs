import { setTimeout as sleep } from 'node:timers/promises';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { elementSource } from './selectors.mjs';

const kPollMs = 25;
const kDefaultTimeoutMs = 30_000;
const kSettleMs = 5000;

/**
 * One tab, the same in the three engines. Drivers supply the underscored operations; everything
 * that can be said in terms of those is said here, once.
 *
 * Selectors are CSS, with `>>>` to step into an open shadow root. Functions handed to `eval` and
 * `waitFor` run in the page: they see their arguments (JSON) and nothing else of the test.
 */
export class Page {
  /** Name of the engine: 'chromium', 'firefox' or 'webkit'. */
  engine;

  /** Whether the page's own scripts run. */
  javaScript = true;

  /** Closes the tab with all that it has stored; a second time nothing. */
  async close() {
    if (this._closed) return;
    this._closed = true;
    await this._close();
  }

  /** Loads an address and returns when its load event has fired. */
  async open(url) {
    await this._navigate(url);
  }

  /** Gives the page a cookie that its scripts do not see, as the shop sets it for `url`. */
  async setCookie(url, name, value) {
    await this._setCookie(url, { name, value, httpOnly: true, sameSite: 'Lax' });
  }

  /** Loads the page anew, as its own button does, and returns when all of the new one is there. */
  async reload() {
    await this.eval(() => {
      window.isBefore = true; // engines begin when they like
      location.reload();
    });
    await this.waitFor(() => !window.isBefore && document.readyState === 'complete', {
      timeout: 30_000,
    });
  }

  /** Returns what `fn(...args)` returns in the page; promises are awaited. */
  async eval(fn, ...args) {
    return this._call(fn, args);
  }

  /** Tells whether the selector finds an element now. */
  async exists(selector) {
    return this._evaluate(elementSource(selector, (element) => element !== null));
  }

  /**
   * Returns the rendered text of an element, trimmed; waits for the element and, while the page is
   * loading, for its layout: before the styles are there text has no lines.
   */
  async text(selector) {
    const end = Date.now() + kSettleMs;
    for (;;) {
      await this.waitFor(selector);
      const { text, settled } = await this._evaluate(elementSource(selector, renderedText));
      if (settled || Date.now() > end) return text;
      await sleep(kPollMs);
    }
  }

  /** Returns an attribute's value, or null; waits for the element. */
  async attribute(selector, name) {
    await this.waitFor(selector);
    return this._evaluate(
      elementSource(selector, (element, key) => element.getAttribute(key), [name]),
    );
  }

  /** Clicks the middle of an element with the real pointer; waits for the element, scrolls to it. */
  async click(selector) {
    const point = await this._pointOf(selector);
    await this._clickAt(point.x, point.y);
  }

  /** Clicks twice at the same place, whatever the first click has put there. */
  async doubleClick(selector) {
    const point = await this._pointOf(selector);
    await this._clickAt(point.x, point.y);
    await this._clickAt(point.x, point.y);
  }

  /** Moves the real pointer over an element. */
  async hover(selector) {
    const point = await this._pointOf(selector);
    await this._moveTo(point.x, point.y);
  }

  /** Clicks a field and types the text key by key, after what the field already holds. */
  async type(selector, text) {
    await this.click(selector);
    await this._typeText(text);
  }

  /** Presses one key by its DOM name, with modifiers before it: 'Enter', 'ArrowRight', 'Shift+Tab'. */
  async press(key) {
    const parts = key === '+' ? ['+'] : key.split('+');
    await this._pressKeys(parts);
  }

  /**
   * Returns once a selector finds an element, or a function returns something truthy (which is the
   * answer). Fails after `timeout` ms, naming what it waited for.
   */
  async waitFor(what, { timeout = kDefaultTimeoutMs, args = [] } = {}) {
    const end = Date.now() + timeout;
    let trouble;
    for (;;) {
      try {
        const value =
          typeof what === 'string' ? await this.exists(what) : await this._call(what, args);
        if (value) return value;
        trouble = undefined;
      } catch (error) {
        // A page that is just being replaced refuses calls; that is not yet a failure.
        trouble = error;
      }
      if (Date.now() > end) {
        const errors = await this.consoleErrors();
        throw new Error(
          `${this.engine}: waited ${timeout} ms in vain for ${String(what)}` +
            (trouble ? `\nlast error: ${trouble.message}` : '') +
            (errors.length ? `\nconsole errors:\n${errors.join('\n')}` : ''),
        );
      }
      await sleep(kPollMs);
    }
  }

  /** Writes a PNG of the viewport, or of the whole page. */
  async screenshot(path, { fullPage = false } = {}) {
    await this._screenshot(path, fullPage);
  }

  /**
   * Sets the size of the viewport in CSS pixels. WebKitGTK's is never narrower than 334, and than 447
   * where the page was opened wider than that.
   */
  async setViewport(width, height) {
    await this._setViewport(width, height);
  }

  /**
   * Returns the console errors, uncaught exceptions and refused resources since the page began.
   * WebKitGTK shows its driver no console: there it is uncaught exceptions and rejections, resources
   * that did not load and policy violations.
   */
  async consoleErrors() {
    await this._collectErrors();
    return [...this._errors];
  }

  /** Forgets the console errors so far. */
  async clearConsoleErrors() {
    await this._collectErrors();
    this._errors.length = 0;
  }

  /**
   * Runs axe-core on the page and returns its violations as one line each
   * (`rule: help @ target`); an empty list is what a test expects. Open shadow roots are included.
   */
  async axeViolations({ include, rules } = {}) {
    axeSource ??= await readFile(
      createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
      'utf8',
    );
    await this._evaluate(`void (window.axe || (0, function () { ${axeSource} }).call(window))`);
    return this._call(
      async (context, ruleOptions) => {
        const options = {
          resultTypes: ['violations'],
          ...(ruleOptions ? { rules: ruleOptions } : {}),
        };
        const result = await window.axe.run(context ?? document, options);
        return result.violations.flatMap((violation) =>
          violation.nodes.map(
            (node) => `${violation.id}: ${violation.help} @ ${node.target.flat().join(' >>> ')}`,
          ),
        );
      },
      [include ?? null, rules ?? null],
    );
  }

  _closed = false;
  _errors = [];
  async _collectErrors() {}

  /** Returns when what was scrolled is on the screen, where the pointer is to meet it. */
  async _painted() {}

  async _pointOf(selector) {
    await this.waitFor(selector);
    const end = Date.now() + kSettleMs;
    for (;;) {
      const before = await this._evaluate(elementSource(selector, centreOf, [true]));
      await this._painted();
      const now = await this._evaluate(elementSource(selector, centreOf, [false]));
      if (before.x === now.x && before.y === now.y) return now;
      if (Date.now() > end) throw new Error(`${this.engine}: ${selector} does not stay in place`);
    }
  }
}

/** In the page: scrolls to an element if asked to, and returns its centre. */
function centreOf(element, scroll) {
  if (scroll) {
    element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  }
  const box = element.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) {
    throw new Error(`not visible: ${element.outerHTML.slice(0, 200)}`);
  }
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}

/** In the page: an element's text, and whether it is what a reader of the finished page sees. */
function renderedText(element) {
  if (element === null) return { text: '', settled: false };
  // Asked first: it makes the layout, which Firefox does not for the text.
  const laidOut = element.getClientRects().length > 0;
  return {
    text: (element.innerText ?? element.textContent).trim(),
    settled: laidOut || document.readyState === 'complete',
  };
}

let axeSource;
