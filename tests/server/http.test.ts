import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { ServerProcess } from './support/server-process.js';
import { Shopper, ask } from './support/shopper.js';

let server: ServerProcess;
let dist: string;

before(async () => {
  dist = await mkdtemp(join(tmpdir(), 'postlude-dist-'));
  await writeFile(join(dist, 'core.wasm'), 'plain wasm');
  await writeFile(join(dist, 'core.wasm.br'), 'brotli');
  await writeFile(join(dist, 'core.wasm.gz'), 'gzip');
  await writeFile(join(dist, 'postlude.js'), 'export {};');
  await writeFile(join(dist, '.hidden'), 'secret');
  await writeFile(join(dist, 'empty.js'), '');
  await mkdir(join(dist, 'locales'));
  await writeFile(join(dist, 'locales/de.json'), '{}');
  server = await ServerProcess.start({ dist });
});
after(async () => {
  await server.remove();
  await rm(dist, { recursive: true });
});

/** Sends bytes as they are and returns everything that comes back until the connection closes. */
function raw(bytes: string, timeoutMs = 8000): Promise<string> {
  const { hostname, port } = new URL(server.origin);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
    setTimeout(() => socket.destroy(), timeoutMs).unref();
  });
}

describe('static files', () => {
  const kTypes: [string, string][] = [
    ['/postlude/core.wasm', 'application/wasm'],
    ['/postlude/postlude.js', 'text/javascript; charset=utf-8'],
    ['/postlude/locales/de.json', 'application/json'],
    ['/store/store.css', 'text/css; charset=utf-8'],
    ['/store/img/mark.svg', 'image/svg+xml'],
  ];
  for (const [path, type] of kTypes) {
    it(`serves ${path} as ${type}`, async () => {
      const headers = { 'Accept-Encoding': 'identity' };
      const answer = await ask(server.origin, path, { headers });
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('content-type'), type);
      assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
      const tag = answer.headers.get('etag') ?? '';
      const again = await ask(server.origin, path, {
        headers: { ...headers, 'If-None-Match': tag },
      });
      assert.equal(again.status, 304);
    });
  }

  const kEncodings: [string, string, string][] = [
    ['br, gzip', 'br', 'brotli'],
    ['gzip, deflate', 'gzip', 'gzip'],
    ['gzip;q=1.0, br;q=0', 'gzip', 'gzip'],
    ['identity', '', 'plain wasm'],
  ];
  for (const [accepted, encoding, body] of kEncodings) {
    it(`answers Accept-Encoding: ${accepted} with ${encoding || 'the file itself'}`, async () => {
      const answer = await raw(
        `GET /postlude/core.wasm HTTP/1.1\r\nHost: x\r\nAccept-Encoding: ${accepted}\r\n` +
          'Connection: close\r\n\r\n',
      );
      assert.match(answer, /^HTTP\/1\.1 200/);
      assert.match(answer, /Content-Type: application\/wasm/);
      assert.match(answer, /Vary: Accept-Encoding/);
      assert.equal(/Content-Encoding: (\w+)/.exec(answer)?.[1] ?? '', encoding);
      assert.ok(answer.endsWith(`\r\n\r\n${body}`), answer);
    });
  }

  const kNowhere = [
    '/postlude/.hidden',
    '/postlude/../CMakeLists.txt',
    '/postlude/%2e%2e/%2e%2e/etc/passwd',
    '/postlude/..%2f..%2fetc%2fpasswd',
    '/postlude/locales',
    '/postlude/locales/',
    '/postlude//etc/passwd',
    '/postlude/%00',
    '/postlude/core.wasm%00.js',
    '/postlude/missing.js',
    '/store/templates/../../../README.md',
    '/store/offers.json',
    '/store/templates/layout.html',
    '/nothing',
  ];
  for (const path of kNowhere) {
    it(`has nothing at ${path}`, async () => {
      const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
      assert.match(answer, /^HTTP\/1\.1 40[04]/);
      assert.ok(!answer.includes('root:'));
    });
  }
});

describe('every answer', () => {
  it('is not framed, sniffed or referred from', async () => {
    const shopper = await Shopper.buy(server.origin);
    for (const answer of [
      await shopper.get('/page'),
      await ask(server.origin, '/'),
      await ask(server.origin, '/nothing'),
      await ask(server.origin, '/postlude/postlude.js'),
    ]) {
      assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
      assert.equal(answer.headers.get('x-frame-options'), 'DENY');
      assert.equal(answer.headers.get('referrer-policy'), 'same-origin');
      assert.match(answer.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
    }
  });
});

describe('a request that is not right', () => {
  it('at a known path with another method is 405', async () => {
    const kRows: [string, string, string][] = [
      ['POST', '/postlude/v1/page', 'GET, HEAD'],
      ['DELETE', '/postlude/v1/offers/x/accept', 'POST'],
      ['GET', '/postlude/v1/offers/x/accept', 'POST'],
      ['GET', '/postlude/v1/reviews', 'POST'],
      ['PUT', '/postlude/v1/events', 'POST'],
    ];
    for (const [method, path, allow] of kRows) {
      const answer = await ask(server.origin, path, {
        method,
        ...(method === 'GET' ? {} : { body: '{}' }),
      });
      assert.equal(answer.status, 405, `${method} ${path}`);
      assert.equal(answer.json.code, 'method_not_allowed');
      assert.equal(answer.headers.get('allow'), allow);
    }
  });

  it('with a body of more than 64 KiB is heard to its end, then 413', async () => {
    for (const size of [64 * 1024 + 1, 1024 * 1024, 4 * 1024 * 1024]) {
      const answer = await ask(server.origin, '/postlude/v1/events', {
        body: ' '.repeat(size),
        headers: { 'Content-Type': 'application/json' },
      });
      assert.equal(answer.status, 413);
      assert.equal(answer.json.code, 'too_large');
      assert.match(answer.json.detail, /65536 bytes/);
    }
  });

  it('with a body of more than 4 MiB is 413 unread, and the connection ends', async () => {
    const { hostname } = new URL(server.origin);
    const answer = await raw(
      `POST /postlude/v1/events HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\n` +
        `Content-Length: ${4 * 1024 * 1024 + 1}\r\n\r\n{`,
    );
    assert.match(answer, /^HTTP\/1\.1 413/);
    assert.match(answer, /"code":"too_large"/);
    assert.match(answer, /Connection: close/i);
  });

  const kBodies: [string, string, RegExp][] = [
    ['chunked', 'Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n', /^HTTP\/1\.1 400/],
    ['two lengths', 'Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}', /^HTTP\/1\.1 400/],
    ['a signed length', 'Content-Length: +2\r\n\r\n{}', /^HTTP\/1\.1 400/],
    ['a huge length', 'Content-Length: 99999999999999999999\r\n\r\n', /^HTTP\/1\.1 4/],
    [
      'a compressed body',
      'Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}',
      /^HTTP\/1\.1 415/,
    ],
  ];
  for (const [name, rest, status] of kBodies) {
    it(`with ${name} is refused before anything is read`, async () => {
      const answer = await raw(
        'POST /postlude/v1/events HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n' + rest,
      );
      assert.match(answer, status);
      assert.equal(answer.match(/HTTP\/1\.1/g)?.length, 1, 'the rest is not read as a request');
    });
  }

  it('with another content type is 415', async () => {
    const shopper = await Shopper.buy(server.origin);
    for (const type of ['text/plain', 'multipart/form-data; boundary=x', 'application/xml', '']) {
      const answer = await ask(server.origin, '/postlude/v1/events', {
        token: shopper.token,
        body: '{"events":[]}',
        headers: { 'Content-Type': type },
      });
      assert.equal(answer.status, 415, type);
    }
  });

  it('that is not JSON, or nests without end, is 400', async () => {
    const shopper = await Shopper.buy(server.origin);
    for (const body of ['', '{', 'null', '[]', '{"events":[],}', '['.repeat(60_000), '\xff\xfe']) {
      const answer = await ask(server.origin, '/postlude/v1/events', {
        token: shopper.token,
        body,
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
      });
      assert.equal(answer.status, 400, body.slice(0, 20));
    }
  });

  it('that pushes the clock on adds up with all that come at the same time', async () => {
    const clock = async () => (await ask(server.origin, '/merchant/api/clock')).json.offset_ms;
    const before = await clock();
    const kAtOnce = 40;
    await Promise.all(
      Array.from({ length: kAtOnce }, async () => {
        const answer = await ask(server.origin, '/merchant/api/clock', { json: { minutes: 1 } });
        assert.equal(answer.status, 200, answer.text);
      }),
    );
    assert.equal((await clock()) - before, kAtOnce * 60_000);
  });

  it('drips in slowly without stopping others', async () => {
    const { hostname, port } = new URL(server.origin);
    const slow = Array.from({ length: 40 }, () => {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined);
      socket.write('POST /postlude/v1/events HTTP/1.1\r\nContent-Length: 1000\r\nX: ');
      return socket;
    });
    const began = Date.now();
    assert.equal((await ask(server.origin, '/store/store.css')).status, 200);
    assert.ok(Date.now() - began < 4000);
    for (const socket of slow) socket.destroy();
  });
});
