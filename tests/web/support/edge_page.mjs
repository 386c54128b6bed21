import { createServer } from 'node:http';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { stylesAsText } from '../../../web/pack/styles.mjs';
import { openBrowser } from '../../browser/support/browser.mjs';

/** What the pages of these tests allow: no inline style, no markup from strings, no eval. */
const kPolicy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; require-trusted-types-for 'script'";

async function bundle() {
  const result = await esbuild.build({
    entryPoints: [fileURLToPath(new URL('edge_entry.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    define: { POSTLUDE_LATER: '{}' },
    plugins: [stylesAsText],
  });
  return result.outputFiles[0].text;
}

/**
 * Opens Chromium on an empty page that has the modules of the web edge as `window.edge`. `answer`
 * handles the requests that tests make; it gets node's request and response.
 */
export async function openEdgePage(answer = (_request, response) => response.writeHead(404).end()) {
  const script = await bundle();
  const server = createServer((request, response) => {
    if (request.url === '/') {
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': kPolicy,
      });
      response.end('<!doctype html><title>edge</title><body><script src="/edge.js"></script>');
    } else if (request.url === '/edge.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    } else if (request.url === '/favicon.ico') {
      response.writeHead(204).end();
    } else {
      answer(request, response);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const browser = await openBrowser('chromium');
  const page = await browser.newPage();
  const url = `http://127.0.0.1:${server.address().port}/`;
  return {
    page,
    url,
    /** Starts anew on an empty page. */
    async reset() {
      await page.open(url);
      await page.clearConsoleErrors();
    },
    async close() {
      await browser.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
