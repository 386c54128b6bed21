// The guest never breaks the host: policies, missing and broken artefacts, foreign scripts and styles.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { kEngines, openBrowser } from './support/browser.mjs';
import { kOrder } from './support/documents.mjs';
import { distFile, servePages } from './support/pages.mjs';
import { startServer } from './support/server.mjs';
import { buyByHand } from './support/shopper.mjs';

const kPage = { version: 1, order: kOrder, shipments: [] };

const kTag =
  '<script async src="/dist/postlude.js" data-widgets="order offer tracking review"></script>';
/** Marks the page when Postlude has given up, or its script tag did not load. */
const kWatch = `<script>
  for (const type of ['postlude:error', 'error'])
    document.addEventListener(type, () => document.documentElement.dataset.failed = type, true);
</script>`;
/** The fallback is as tall as the screen: what comes late may not push around what is below it. */
const kHost = (head = kTag, data = kPage) => `<!doctype html><html lang="en"><head>
  <meta charset="utf-8"><link rel="icon" href="data:,"><title>Thank you</title>${head}</head>
<body><main><h1>Thank you</h1>
  <button id="own" onclick="this.dataset.clicks = 1 + Number(this.dataset.clicks || 0)">Own</button>
  <postlude-order><p id="fallback" style="min-block-size: 100vh">Your order is on its way.</p></postlude-order></main>
  <script type="application/json" data-postlude-page>${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
</body></html>`;

/** Names of globals, and of the members of built-ins, with what each is. */
const kSnapshot = () => {
  const lines = [];
  for (const name of ['Object', 'Array', 'Function', 'Element', 'Event', 'Promise', 'String']) {
    for (const target of [window[name], window[name].prototype]) {
      for (const key of Reflect.ownKeys(target)) {
        const { value, get, set } = Object.getOwnPropertyDescriptor(target, key);
        const told = typeof value === 'object' ? 'object' : String(value ?? get ?? set);
        lines.push([name, String(key), typeof value, told].join());
      }
    }
  }
  return { globals: Object.keys(window).sort(), builtIns: lines.join('\n') };
};

const kShown = 'postlude-order >>> [part~=card]';
/** The widget is there, or Postlude has said that it will not come. */
const kOver = () =>
  document.documentElement.dataset.failed === 'postlude:error' ||
  !!document.querySelector('postlude-order').shadowRoot?.querySelector('[part~=card]');

for (const engine of kEngines) {
  describe(engine, () => {
    let browser, host;
    before(async () => {
      host = await servePages();
      browser = await openBrowser(engine);
    });
    after(async () => {
      await browser?.close();
      await host?.close();
    });

    const ownButtonWorks = async (page) => {
      await page.click('#own');
      assert.equal(await page.attribute('#own', 'data-clicks'), '1');
    };

    test('the widget is shown, one global is added and no built-in changed', async () => {
      host.routes['/plain'] = kHost('');
      host.routes['/with'] = kHost();
      const page = await browser.newPage();
      await page.open(`${host.url}/plain`);
      const before = await page.eval(kSnapshot);
      await page.open(`${host.url}/with`);
      await page.waitFor(kShown);
      const after = await page.eval(kSnapshot);
      assert.deepEqual(
        after.globals.filter((name) => !before.globals.includes(name)),
        ['postlude'],
      );
      assert.equal(after.builtIns, before.builtIns);
      await ownButtonWorks(page);
      assert.deepEqual(await page.consoleErrors(), []);
      await page.close();
    });

    test('the tag may appear twice', async () => {
      host.routes['/twice'] = kHost(kTag + kTag);
      const page = await browser.newPage();
      await page.open(`${host.url}/twice`);
      await page.waitFor(kShown);
      assert.equal(
        await page.eval(
          () =>
            document.querySelector('postlude-order').shadowRoot.querySelectorAll('[part~=card]')
              .length,
        ),
        1,
      );
      assert.deepEqual(await page.consoleErrors(), []);
      await page.close();
    });

    const artefacts = [
      'postlude.js',
      'postlude-runtime.js',
      'postlude.wasm',
      'postlude-more.css',
      'locales/en.json',
    ];
    const faults = {
      missing: () => ({ status: 404, body: '<!doctype html><title>Not found</title>' }),
      'cut in half': (bytes) => ({ body: bytes.subarray(0, bytes.length >> 1) }),
      'an HTML page': () => ({ headers: { 'content-type': 'text/html' }, body: '<h1>Oops</h1>' }),
    };
    for (const artefact of artefacts) {
      test(`${artefact} missing or broken: the host works and content stays`, async () => {
        const path = `/dist/${artefact}`;
        const bytes = await distFile(artefact);
        assert.ok(bytes, 'the artefact exists');
        host.routes['/broken'] = kHost(kWatch + kTag);
        const page = await browser.newPage();
        try {
          for (const [fault, answer] of Object.entries(faults)) {
            host.routes[path] = answer(bytes);
            await page.open(`${host.url}/broken`);
            // A loader that is no JavaScript ends with the load event; the rest tries once more.
            if (artefact !== 'postlude.js') await page.waitFor(kOver);
            const text = await page.eval(() => {
              const element = document.querySelector('postlude-order');
              const fallback = document.getElementById('fallback');
              const shown = element.shadowRoot?.querySelector('[part~=card]');
              return shown ? shown.innerText : fallback.getClientRects().length ? 'fallback' : '';
            });
            assert.notEqual(text, '', `${fault}: something is shown`);
            await ownButtonWorks(page);
            const uncaught = (await page.consoleErrors()).filter(
              // Firefox counts a module it did not load among the errors of scripts.
              (line) => /uncaught/i.test(line) && !/Loading module/.test(line),
            );
            // A loader that is not JavaScript is the browser's own syntax error, not ours to catch.
            if (artefact !== 'postlude.js') assert.deepEqual(uncaught, [], fault);
            await page.clearConsoleErrors();
          }
        } finally {
          delete host.routes[path];
          await page.close();
        }
      });
    }

    test('documents that are none leave the fallback and the session alive', async () => {
      const page = await browser.newPage();
      host.routes['/bare'] = kHost().replace(/<script type="application\/json".*<\/script>/s, '');
      await page.open(`${host.url}/bare`);
      await page.waitFor(() => window.postlude?.version);
      await page.eval(() => {
        const bad = [
          '<!doctype html>',
          '',
          '{"version":2}',
          '['.repeat(100_000),
          'x'.repeat(5 << 20),
        ];
        for (const text of bad) window.postlude.q.push(['page', text]);
      });
      assert.equal(await page.exists(kShown), false);
      await page.eval((document) => window.postlude.q.push(['page', document]), kPage);
      await page.waitFor(kShown);
      await ownButtonWorks(page);
      await page.close();
    });

    test('text is text: markup in an order never becomes elements', async () => {
      const title = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>';
      const order = { ...kOrder, lines: [{ ...kOrder.lines[0], title }] };
      host.routes['/markup'] = kHost(kTag, { ...kPage, order });
      const page = await browser.newPage();
      await page.open(`${host.url}/markup`);
      await page.waitFor(kShown);
      assert.equal(await page.text('postlude-order >>> [part~=title]'), title);
      assert.equal(await page.eval(() => window.hit), undefined);
      await page.close();
    });

    for (const csp of ['strict', 'no-wasm']) {
      test(`the shop's pages work under the ${csp} policy`, async () => {
        const server = await startServer({ args: ['--csp', csp] });
        after(() => server.stop());
        const page = await browser.newPage();
        await buyByHand(page, server.url);
        await page.waitFor(
          () => document.querySelector('postlude-order').matches(':state(ready)'),
          {
            timeout: 30_000,
          },
        );
        await page.eval(() => window.postlude.q.push(['locale', 'de']));
        await page.waitFor(() =>
          document
            .querySelector('postlude-order')
            .shadowRoot.querySelector('[lang]')
            .lang.startsWith('de'),
        );
        const errors = (await page.consoleErrors()).filter(
          // Trying WebAssembly where it is refused is how one finds out; engines log that.
          (line) => csp === 'strict' || !/wasm|WebAssembly/i.test(line),
        );
        assert.deepEqual(errors, []);
        await page.close();
      });
    }
  });
}
