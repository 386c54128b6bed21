import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { operations, problemCodes, seen } from './support/contract.js';
import { ServerProcess } from './support/server-process.js';
import { Shopper, ask, kCards, openOffers, unique } from './support/shopper.js';
import { TrackingService } from './support/webhook.js';

const kRoot = fileURLToPath(new URL('../../', import.meta.url));

let server: ServerProcess;

before(async () => {
  server = await ServerProcess.start();
});
after(() => server.remove());

describe('the contract', () => {
  it('describes every answer of a whole visit', async () => {
    const shopper = await Shopper.buy(server.origin, { card: kCards.requiresAction });
    const offer = await shopper.offer();
    await shopper.post(`/offers/${offer.id}/quote`, {});
    const { url } = (await shopper.accept(offer, unique('key'))).json;
    assert.equal((await ask(server.origin, url)).status, 200);
    await ask(server.origin, url, { form: { answer: 'confirm' } });
    const next = openOffers(await shopper.page())[0];
    if (next) await shopper.post(`/offers/${next.id}/decline`, {});
    else await shopper.post('/offers/decaf-of-the-house/decline', {});
    await shopper.post(`/offers/${offer.id}/undo`, {}, unique('key'));
    await shopper.post('/reviews', { line_id: 'line-1', stars: 4 }, unique('key'));
    await shopper.post('/events', { events: [{ id: 'a', name: 'x', at_ms: 1 }] });
    const { shipment_id: id } = await shopper.tell('/shipments');
    await shopper.tell(`/shipments/${id}/scans`, { code: 'attempt_failed' });
    await shopper.post(`/shipments/${id}/report`, { problem: 'damaged' }, unique('key'));
    await shopper.get('/shipments');
    await shopper.page();
    await shopper.get('/explain');
    await shopper.tell('/token');
    for (const list of ['', '/quotes', '/charges', '/reports', '/reviews', '/events', '/explain']) {
      await shopper.merchant(list);
    }
    for (const path of ['clock', 'catalogue', 'orders', 'revenue', 'outbox', 'outbox?after=1']) {
      assert.equal((await ask(server.origin, `/merchant/api/${path}`)).status, 200, path);
    }
    await ask(server.origin, '/merchant/api/clock', { json: { days: 1 } });
    await ask(server.origin, '/merchant/api/stock', {
      json: { product_id: 'storage-tin', stock: 3 },
    });
    const second = await Shopper.buy(server.origin);
    await second.tell('/scenario', { scenario: 'customs_hold' });
    const stream = shopper.get('/shipments/stream?since=0'); // ends with the token
    await new Promise((done) => setTimeout(done, 1000)); // it has begun by then
    await shopper.tell('/revoke-links');
    assert.equal((await stream).status, 200);
    const known = { order_number: shopper.number, contact: '04229' };
    assert.equal((await ask(server.origin, '/postlude/v1/lookup', { json: known })).status, 200);
    await shopper.tell('/cancel');
    const service = await TrackingService.at(server.origin, 'karrio');
    const tracker = { tracking_number: 'nobody-has-it', events: [] };
    assert.equal((await service.send(tracker)).status, 202);
    await ask(server.origin, '/merchant/api/webhooks/karrio/rotate', { json: {} });
  });

  it('describes the refusals of the merchant panel', async () => {
    const kRows: [string, object | undefined, number][] = [
      ['clock', { days: -1 }, 422],
      ['clock', { days: '1' }, 422],
      ['stock', { product_id: 'x', stock: 1 }, 404],
      ['stock', { product_id: 'storage-tin', stock: -1 }, 422],
      ['orders', {}, 422],
      ['orders/x', undefined, 404],
      ['orders/x/quotes', undefined, 404],
      ['orders/x/charges', undefined, 404],
      ['orders/x/reports', undefined, 404],
      ['orders/x/reviews', undefined, 404],
      ['orders/x/events', undefined, 404],
      ['orders/x/explain', undefined, 404],
      ['orders/x/token', {}, 404],
      ['orders/x/token', { lifetime_s: 0 }, 422],
      ['orders/x/shipments', {}, 404],
      ['orders/x/shipments/y/scans', {}, 404],
      ['orders/x/cancel', {}, 404],
      ['outbox?after=x', undefined, 422],
    ];
    for (const [path, json, status] of kRows) {
      const answer = await ask(server.origin, `/merchant/api/${path}`, json ? { json } : {});
      assert.equal(answer.status, status, `${path} ${answer.text}`);
    }
  });

  it('has no operation that the server does not answer well', () => {
    const answered = [...seen].filter((row) => /20\d$|303$/.test(row));
    for (const operation of operations()) {
      assert.ok(
        answered.some((row) => row.startsWith(`${operation} `)),
        `${operation} was not answered`,
      );
    }
  });

  it('names exactly the problems that the server has, and problems.md describes each', () => {
    const source = readFileSync(`${kRoot}demo/server/http_problem.h`, 'utf8');
    const inSource = [...source.matchAll(/X\(\w+,\s*\d+,\s*"([a-z_]+)"/g)].map((row) => row[1]);
    assert.deepEqual([...problemCodes()].sort(), [...inSource].sort());
    const text = readFileSync(`${kRoot}web/contract/problems.md`, 'utf8');
    for (const code of problemCodes()) assert.ok(text.includes(`\`${code}\``), code);
  });
});
