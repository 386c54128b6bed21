// The module that reads streams of changes: how events are cut, and what a host is told.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { kMaxJsonBytes } from '../../web/src/protocol.gen.js';
import { EventReader, listen } from '../../web/src/stream.js';

describe('events', () => {
  const kRows: [string, string, string[]][] = [
    ['one', 'event: changes\ndata: {"a":1}\n\n', ['{"a":1}']],
    ['without a blank behind the colon', 'event:changes\ndata:x\n\n', ['x']],
    ['only one blank is no data', 'event: changes\ndata:  x \n\n', [' x ']],
    ['in lines', 'event: changes\ndata: {"a":\ndata: 1}\n\n', ['{"a":\n1}']],
    ['with other fields', 'id: 7\nevent: changes\nretry: 5\nx: y\ndata: 1\n\n', ['1']],
    ['several', 'event: changes\ndata: 1\n\nevent: changes\ndata: 2\n\n', ['1', '2']],
    ['with carriage returns', 'event: changes\r\ndata: 1\r\n\r\n', ['1']],
    ['with carriage returns alone', 'event: changes\rdata: 1\r\r:\n', ['1']],
    ['of another name', 'event: offers\ndata: 1\n\n', []],
    ['without a name', 'data: 1\n\n', []],
    ['the name is of one event alone', 'event: changes\ndata: 1\n\ndata: 2\n\n', ['1']],
    ['without data', 'event: changes\n\n', []],
    ['with empty data', 'event: changes\ndata\n\n', ['']],
    ['comments', ': open\n\n:\n\n: still here\n\n', []],
    ['with a colon in it', 'event: changes\ndata: a: b\n\n', ['a: b']],
    [
      'with separators of lines that are none here',
      'event: changes\ndata: a\u2028b\u0085\n\n',
      ['a\u2028b\u0085'],
    ],
    ['cut off', 'event: changes\ndata: 1\n', []],
  ];
  for (const [name, text, expected] of kRows) {
    it(`${name}, cut anywhere`, () => {
      assert.deepEqual(new EventReader().read(text), expected);
      for (let cut = 0; cut <= text.length; cut++) {
        const reader = new EventReader();
        const events = [...reader.read(text.slice(0, cut)), ...reader.read(text.slice(cut))];
        assert.deepEqual(events, expected, `at ${cut}`);
      }
      const reader = new EventReader();
      assert.deepEqual(
        [...text].flatMap((one) => reader.read(one)),
        expected,
      );
    });
  }

  it('that never end are refused before they fill the memory', () => {
    for (const line of ['x'.repeat(1 << 20), `data: ${'x'.repeat(1 << 20)}\n`]) {
      const reader = new EventReader();
      assert.throws(() => {
        for (let size = 0; size <= 2 * kMaxJsonBytes; size += line.length) reader.read(line);
      }, /too large/);
    }
  });
});

describe('listening', () => {
  let server: Server, url: string;
  let answer: (response: ServerResponse) => void;
  let asked: { url: string; authorization: string }[] = [];
  before(async () => {
    server = createServer((request, response) => {
      asked.push({ url: request.url!, authorization: request.headers.authorization ?? '' });
      answer(response);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/stream?since=17`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  /** What a host is told, and how it ended. */
  async function hear(init: RequestInit = {}): Promise<[string[], number | string]> {
    const told: string[] = [];
    asked = [];
    try {
      return [told, await listen(url, init, (data) => told.push(data))];
    } catch (error) {
      return [told, (error as Error).name];
    }
  }

  it('tells events and signs of life, then that it is over', async () => {
    const kPieces = [': open\n\n', 'event: changes\nda', 'ta: {"é":1}\n\n', ': still here\n\n'];
    answer = (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
      let at = 0;
      const next = () => {
        if (at === kPieces.length) return response.end();
        response.write(kPieces[at++]!, () => setTimeout(next, 20));
        return response;
      };
      next();
    };
    assert.deepEqual(await hear({ headers: { Authorization: 'Bearer t' } }), [
      ['', '', '{"é":1}', ''],
      0,
    ]);
    assert.deepEqual(asked, [{ url: '/stream?since=17', authorization: 'Bearer t' }]);
  });

  it('tells a refusal with the time after which to try again', async () => {
    const rows: [number, string | undefined, number][] = [
      [401, undefined, 401],
      [503, '60', 503 | (60 << 10)],
      [503, '999999999', 503 | (86_400 << 10)],
      [503, '-5', 503],
      [503, 'soon', 503],
      [404, '0', 404],
    ];
    for (const [status, after, told] of rows) {
      answer = (response) =>
        response.writeHead(status, after ? { 'retry-after': after } : {}).end('{}');
      assert.deepEqual(await hear(), [[], told]);
    }
    answer = (response) =>
      response.writeHead(503, { 'retry-after': new Date(Date.now() + 90_000).toUTCString() }).end();
    const [, told] = await hear();
    const seconds = (told as number) >> 10;
    assert.ok(seconds > 60 && seconds <= 90, String(seconds));
  });

  it('takes nothing else for a stream', async () => {
    for (const type of ['application/json', 'text/html', 'text/event-streams']) {
      answer = (response) => response.writeHead(200, { 'content-type': type }).end('{}');
      assert.deepEqual(await hear(), [[], 0], type);
    }
  });

  it('ends when the connection breaks, and when it is told to', async () => {
    answer = (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(': open\n\n', () => setTimeout(() => response.destroy(), 20));
    };
    assert.deepEqual(await hear(), [[''], 'TypeError']);
    answer = (response) =>
      void response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': open\n\n');
    const aborter = new AbortController();
    setTimeout(() => aborter.abort(), 50);
    assert.deepEqual(await hear({ signal: aborter.signal }), [[''], 'AbortError']);
  });
});
