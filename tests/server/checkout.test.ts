/** The checkout where something breaks: a form makes one order and is paid once, and says so. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { ServerProcess } from './support/server-process.js';
import { advance, setStock } from './support/shopper.js';
import { Visitor, textOf } from './support/visitor.js';

/** What the gateway has taken, in its own books. */
const paid = (server: ServerProcess): number =>
  Number(
    execFileSync('sqlite3', [
      ...['-cmd', '.timeout 5000', server.db],
      "SELECT count(*) FROM gateway_charges WHERE state = 'succeeded'",
    ]),
  );

async function filledForm(server: ServerProcess) {
  const buyer = new Visitor(server.origin);
  await buyer.send('/cart/add', { product: 'paper-filters' });
  return { buyer, form: await buyer.checkoutForm() };
}

/** The same browser at the server that was started again. */
function at(server: ServerProcess, buyer: Visitor): Visitor {
  const again = new Visitor(server.origin);
  for (const pair of buyer.cookies) again.cookies.set(...pair);
  return again;
}

describe('a checkout form', () => {
  it('makes one order, paid once, wherever the database begins to be busy', async () => {
    const server = await ServerProcess.start({ requestFaults: true });
    await setStock(server.origin, 'paper-filters', 1000);
    let unwritten = 0;
    for (let step = 1; ; step += 1 + Math.floor(step / 8)) {
      const { buyer, form } = await filledForm(server);
      const before = paid(server);
      const page = await buyer.send('/checkout', form, { 'Postlude-Fault': `busy_from=${step}` });
      if (page.path === '/thank-you') break; // so late that nothing is left to do
      // Nothing can be read any more either, so that it is the page of a busy shop.
      assert.equal(page.status, 503);
      assert.match(textOf(page.html), /nothing is paid twice/);
      unwritten += paid(server) - before;
      assert.equal((await buyer.send('/checkout', form)).path, '/thank-you');
      assert.equal(paid(server), before + 1);
    }
    assert.ok(unwritten > 0, 'some were paid before it could be written down');
    await server.remove();
  });

  it('makes one order, paid once, whenever the server dies', async () => {
    for (let step = 4; ; step += 7 + Math.floor(step / 3)) {
      const dying = await ServerProcess.start({ requestFaults: true });
      const { buyer, form } = await filledForm(dying);
      const page = await buyer
        .send('/checkout', form, { 'Postlude-Fault': `crash_at=${step}` })
        .catch(() => undefined);
      if (page) {
        assert.equal(page.path, '/thank-you');
        assert.ok(step > 4);
        return dying.remove();
      }
      await dying.ended();
      const server = await ServerProcess.start({ db: dying.db });
      assert.equal((await at(server, buyer).send('/checkout', form)).path, '/thank-you');
      assert.equal(paid(server), 1, `at step ${step}`);
      await server.remove();
      await dying.remove();
    }
  });

  it('of an order that is paid leads to it, also after a restart', async () => {
    const first = await ServerProcess.start();
    const { buyer, form } = await filledForm(first);
    const number = /Order (#\d+)/.exec((await buyer.send('/checkout', form)).html)?.[1];
    await first.stop();
    const server = await ServerProcess.start({ db: first.db });
    const again = await at(server, buyer).send('/checkout', form);
    assert.ok(number);
    assert.equal(/Order (#\d+)/.exec(again.html)?.[1], number);
    assert.equal(paid(server), 1);
    await server.remove();
    await first.remove();
  });

  it('opens its order for a day, and leads to the look-up then', async () => {
    const server = await ServerProcess.start();
    const { buyer, form } = await filledForm(server);
    assert.equal((await buyer.send('/checkout', form)).path, '/thank-you');
    const stranger = new Visitor(server.origin);
    await advance(server.origin, { hours: 23 });
    assert.equal((await stranger.send('/checkout', form)).path, '/thank-you');
    await advance(server.origin, { hours: 1 });
    const late = await new Visitor(server.origin).send('/checkout', form);
    assert.equal(late.path, '/lookup');
    assert.doesNotMatch(late.html, /Order #\d/);
    assert.equal(paid(server), 1);
    await server.remove();
  });
});
