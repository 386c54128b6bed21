import { createServer } from 'node:http';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const kDist = fileURLToPath(new URL('../../../web/dist/', import.meta.url));

const kTypes = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/**
 * Serves pages written by a test, and the built files under `/dist/`, on a free port of 127.0.0.1.
 * `routes` maps a path to HTML, or to `{ status, headers, body }`, or to a function of the request
 * that returns one of these. A route comes before the file of the same path, so a test can take an
 * artefact away or truncate it (`distFile`). Every request is kept in `requests` (`'GET /path'`).
 * Returns `{ url, requests, routes, close() }`.
 */
export async function servePages(routes = {}) {
  const requests = [];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://127.0.0.1');
    requests.push(`${request.method} ${pathname}`);
    const route = routes[pathname];
    const answer = typeof route === 'function' ? await route(request) : route;
    if (answer === undefined) {
      const body = pathname.startsWith('/dist/') ? await distFile(pathname.slice(6)) : undefined;
      response.writeHead(body ? 200 : 404, {
        'content-type': kTypes[extname(pathname)] ?? 'text/plain',
        'access-control-allow-origin': '*',
        'cache-control': 'no-store',
      });
      response.end(request.method === 'HEAD' ? undefined : (body ?? 'not found'));
      return;
    }
    const whole = typeof answer === 'string' ? { body: answer } : answer;
    response.writeHead(whole.status ?? 200, {
      'content-type': kTypes[extname(pathname)] ?? kTypes['.html'],
      ...whole.headers,
    });
    response.end(whole.body ?? '');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    requests,
    routes,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Returns the bytes of a file of web/dist, or undefined when there is none. */
export async function distFile(path) {
  const full = normalize(join(kDist, path));
  if (!full.startsWith(kDist.endsWith(sep) ? kDist : kDist + sep)) return undefined;
  return readFile(full).catch(() => undefined);
}
