/** Serves what the browser measures: isolated for a fine clock, compressed as a shop would. */
import { createServer } from 'node:http';
import { once } from 'node:events';
import { brotliCompressSync, constants } from 'node:zlib';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';

const kTypes = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
};

const kPicture =
  '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96"><rect width="96" height="96" rx="12" fill="#8aa"/></svg>';

/** Brotli 11, as files are compressed once and served often. */
export function compress(bytes) {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

/**
 * Serves folders by prefix (`{'/dist': folder}`) and `pages` (path -> HTML) on a free port of 127.0.0.1
 * within `ports`. Nothing is kept by the browser. Returns `{ url, pages, close() }`.
 */
export async function serve(folders, ports = [18500, 18599]) {
  const pages = new Map();
  const compressed = new Map();

  function contentOf(path) {
    if (pages.has(path)) return { type: kTypes['.html'], bytes: Buffer.from(pages.get(path)) };
    if (path.startsWith('/img/')) return { type: kTypes['.svg'], bytes: Buffer.from(kPicture) };
    for (const [prefix, folder] of Object.entries(folders)) {
      if (!path.startsWith(`${prefix}/`)) continue;
      const file = join(folder, normalize(path.slice(prefix.length)));
      if (!existsSync(file) || !statSync(file).isFile()) continue;
      return {
        type: kTypes[extname(file)] ?? 'application/octet-stream',
        bytes: readFileSync(file),
      };
    }
    return undefined;
  }

  function answerOf(path) {
    if (!compressed.has(path)) {
      const content = contentOf(path);
      compressed.set(path, content && { type: content.type, bytes: compress(content.bytes) });
    }
    return compressed.get(path);
  }

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://127.0.0.1');
    const answer = answerOf(pathname);
    if (!answer) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': answer.type,
      'Content-Encoding': 'br',
      'Content-Length': answer.bytes.length,
      'Cache-Control': 'no-store',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Resource-Policy': 'same-origin',
    });
    response.end(answer.bytes);
  });
  const port = await listen(server, ports);
  return {
    url: `http://127.0.0.1:${port}`,
    pages,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function listen(server, [first, last]) {
  for (let port = first; port <= last; port++) {
    const listening = await new Promise((done) => {
      server.once('error', () => done(false));
      server.listen(port, '127.0.0.1', () => done(true));
    });
    server.removeAllListeners('error');
    if (listening) return port;
  }
  throw new Error(`no free port between ${first} and ${last}`);
}
