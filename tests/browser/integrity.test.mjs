// A tag with an integrity checks everything it loads: a changed byte is refused and contained.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { kEngines, openBrowser } from './support/browser.mjs';
import { kOrder } from './support/documents.mjs';
import { distFile, servePages } from './support/pages.mjs';

const kPolicies = {
  fast: "script-src 'nonce-n' 'strict-dynamic' 'wasm-unsafe-eval'; require-trusted-types-for 'script'",
  slow: "script-src 'nonce-n' 'strict-dynamic'; require-trusted-types-for 'script'",
};
const kPage = { version: 1, order: kOrder, shipments: [] };
const kShown = 'postlude-order >>> [part~=card]';

for (const engine of kEngines) {
  describe(engine, () => {
    let browser, host, hashes;
    before(async () => {
      host = await servePages({ '/favicon.ico': { status: 204 } });
      browser = await openBrowser(engine);
      hashes = JSON.parse((await distFile('integrity.json')).toString());
      for (const [name, policy] of Object.entries(kPolicies)) {
        host.routes[`/${name}`] = {
          headers: { 'content-security-policy': policy },
          body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title>
            <script nonce="n">
              for (const type of ['postlude:error', 'error'])
                document.addEventListener(type, () => document.documentElement.dataset.failed = type, true);
            </script>
            <script async nonce="n" integrity="${hashes['postlude.js']}" crossorigin="anonymous"
              data-widgets="order offer tracking review" src="/dist/postlude.js"></script></head>
            <body><postlude-order><p id="fallback">fallback</p></postlude-order>
            <script type="application/json" data-postlude-page>${JSON.stringify(kPage)}</script>`,
        };
      }
    });
    after(async () => {
      await browser?.close();
      await host?.close();
    });

    for (const policy of Object.keys(kPolicies)) {
      test(`what is as it should be runs (${policy})`, async () => {
        const page = await browser.newPage();
        await page.open(`${host.url}/${policy}`);
        await page.waitFor(kShown);
        await page.close();
      });
    }

    const changes = [
      ['postlude.js', 'fast'],
      ['postlude-runtime.js', 'fast'],
      ['postlude.wasm', 'fast'],
      ['postlude-more.css', 'fast'],
      ['postlude-nowasm.js', 'slow'],
    ];
    for (const [artefact, policy] of changes) {
      test(`${artefact} with a byte more is refused`, async () => {
        const path = `/dist/${artefact}`;
        const bytes = Buffer.concat([await distFile(artefact), Buffer.from('\n')]);
        const type = artefact.endsWith('.wasm') ? 'application/wasm' : 'text/javascript';
        host.routes[path] = { body: bytes, headers: { 'content-type': type } };
        const page = await browser.newPage();
        try {
          await page.open(`${host.url}/${policy}`);
          await page.waitFor('html[data-failed]'); // after one more try
          assert.equal(await page.exists(kShown), false);
          assert.equal(await page.text('#fallback'), 'fallback');
        } finally {
          delete host.routes[path];
          await page.close();
        }
      });
    }
  });
}
