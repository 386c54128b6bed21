// Every state of every widget, as the scenarios reach them, in every language: nothing for axe to find,
// nothing wider than a narrow phone, nothing too small for a finger.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { kLanguages } from '../../web/src/page-language.ts';
import { kEngines, openBrowser } from './support/browser.mjs';
import { galleryScenarios, galleryScript } from './support/gallery.mjs';
import { servePages } from './support/pages.mjs';

const kHtml = `<!doctype html><html lang="en"><head><meta charset="utf-8">
  <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
  <title>Every state</title><script src="/gallery.js"></script></head>
  <body><main><h1>Every state</h1></main></body></html>`;

/** Fewer than this would mean that the scenarios were not played. */
const kFewest = 40;
const kNarrow = 320;
const kTarget = 44;

const kPicture = {
  headers: { 'content-type': 'image/svg+xml' },
  body: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4v3z"/></svg>',
};

/** Routes for the pictures that documents name. */
const picturesOf = (documents) =>
  Object.fromEntries(
    [...JSON.stringify(documents).matchAll(/"(\/[^"]+\.(?:svg|png|jpe?g|webp))"/g)].map(
      ([, path]) => [path, kPicture],
    ),
  );

/** In the page: the languages by which fonts and line breaks are chosen. */
const kReadLocales = () => {
  const blocks = [...document.querySelectorAll('[data-where]')].map((host) => {
    const style = getComputedStyle(host.shadowRoot.firstElementChild);
    return style.webkitLocale.replaceAll('"', '');
  });
  return [...new Set(blocks)];
};

/** In the page: where something sticks out of its card, or is too small to be met. */
const kMeasure = (narrow, target) => {
  const wrong = [];
  for (const host of document.querySelectorAll('[data-where]')) {
    const { where } = host.dataset;
    const name = (element) =>
      `${where}: <${element.localName} part="${element.getAttribute('part') ?? ''}">`;
    for (const element of host.shadowRoot.querySelectorAll('*')) {
      const { width, height, right, left } = element.getBoundingClientRect();
      if (width && (right > narrow + 0.5 || left < -0.5)) {
        wrong.push(`${name(element)} spans ${left} to ${right}`);
      }
      const control = element.matches('button, select, textarea, input:not([type=hidden])');
      if (!control || !width || element.closest('[aria-busy=true]')) continue;
      // A label is part of what its field can be met by.
      const box = element.closest('label')?.getBoundingClientRect() ?? { width, height };
      if (Math.max(box.height, height) < target || Math.max(box.width, width) < target) {
        wrong.push(`${name(element)} is ${box.width} x ${box.height}`);
      }
    }
  }
  return wrong;
};

// What a state says and how it is built does not depend on the engine: one of them sees all languages.
// The others see what scripts and fonts do to the layout, and axe both directions of reading.
for (const engine of kEngines) {
  describe(engine, () => {
    let browser, host, scenarios;
    before(async () => {
      scenarios = await galleryScenarios();
      host = await servePages({
        '/gallery.js': {
          headers: { 'content-type': 'text/javascript; charset=utf-8' },
          body: await galleryScript(),
        },
        '/': kHtml,
        ...picturesOf(scenarios),
      });
      browser = await openBrowser(engine);
    });
    after(async () => {
      await browser?.close();
      await host?.close();
    });

    const languages = engine === 'chromium' ? kLanguages : ['en', 'de', 'ja', 'ar'];
    const forAxe = engine === 'chromium' ? kLanguages : ['en', 'ar'];
    for (const language of languages) {
      test(`every state in ${language}`, async () => {
        const page = await browser.newPage({ viewport: { width: kNarrow, height: 800 } });
        await page.open(`${host.url}/`);
        const states = await page.eval(
          (all, tag) => globalThis.gallery.fillGallery(document.querySelector('main'), all, tag),
          scenarios,
          language,
        );
        assert.ok(states >= kFewest, `${states} states`);
        // WebKit's window has a width below which it does not go.
        const width = await page.eval(() => innerWidth);
        assert.ok(width === kNarrow || engine === 'webkit', `${width} px`);
        assert.deepEqual(await page.eval(kMeasure, width, kTarget), []);
        // Firefox shows its own to nobody.
        if (engine !== 'firefox') assert.deepEqual(await page.eval(kReadLocales), [language]);
        // Many copies of one widget have landmarks of one name; a page has one of each.
        const rules = { 'landmark-unique': { enabled: false } };
        if (forAxe.includes(language)) assert.deepEqual(await page.axeViolations({ rules }), []);
        assert.deepEqual(await page.consoleErrors(), []);
        await page.close();
      });
    }
  });
}
