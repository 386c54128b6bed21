/** What is offered after what, and how often: the funnel and the caps, over orders and answers. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ServerProcess, type ServerOptions } from './support/server-process.js';
import { Shopper, advance, kCards, openOffers, setStock, unique } from './support/shopper.js';

async function withShop(
  offers: ServerOptions['offers'],
  work: (server: ServerProcess) => Promise<void>,
): Promise<void> {
  const server = await ServerProcess.start(offers ? { offers } : {});
  try {
    await work(server);
  } finally {
    await server.remove();
  }
}

const decline = async (shopper: Shopper, id: string) => {
  const answer = await shopper.post(`/offers/${id}/decline`, {});
  assert.equal(answer.status, 200, answer.text);
};
const shown = async (shopper: Shopper) =>
  openOffers(await shopper.page()).map((offer: any) => offer.id);
const reasons = async (shopper: Shopper, id: string): Promise<string[]> => {
  const { candidates } = await shopper.merchant('/explain');
  return candidates.find((row: any) => row.offer_id === id).reasons;
};
const node = async (shopper: Shopper) => (await shopper.merchant('/explain')).node;

/** Gives every node of the funnel one offer that fits every order. */
function plainFunnel(config: any, nodes: object[]): void {
  config.funnel = { nodes };
  config.policy.max_declined = 9;
  delete config.policy.caps;
  const products = ['paper-filters', 'leise-decaf', 'brew-class-online', 'glass-server'];
  config.offers = nodes.map((row: any, i) => ({
    id: `offer-${row.id}`,
    product_id: products[i],
    title: row.id,
    node: row.id,
    requires_shipping: false,
  }));
}

describe('the funnel', () => {
  it('goes on after a decline, the same in every tab and after a reload', async () => {
    await withShop(undefined, async (server) => {
      const shopper = await Shopper.buy(server.origin);
      const first = await shopper.offer();
      assert.equal(await node(shopper), 'first');
      await decline(shopper, first.id);
      assert.deepEqual(await shown(shopper), ['second-bag']);
      assert.deepEqual(await shown(shopper), ['second-bag']);
      await decline(shopper, 'second-bag');
      assert.deepEqual(await shown(shopper), ['class-for-gear']);
      // A second tab, or the back button, still shows the first offer; an answer there is heard.
      const answer = await shopper.accept(first, unique('key'));
      assert.equal(answer.json.result, 'accepted', answer.text);
      assert.equal(await node(shopper), 'class');
      await decline(shopper, 'class-for-gear');
      assert.deepEqual(await shown(shopper), []);
    });
  });

  it('survives a restart of the server', async () => {
    await withShop(undefined, async (server) => {
      const shopper = await Shopper.buy(server.origin);
      await decline(shopper, (await shopper.offer()).id);
      const before = await shown(shopper);
      await server.stop();
      const again = await ServerProcess.start({ db: server.db });
      assert.deepEqual(await shown(shopper.at(again.origin)), before);
      await again.stop();
    });
  });

  it('goes its own way when the bank says no', async () => {
    const nodes = [
      { id: 'dear', accept: 'end', decline: 'polite', payment_failed: 'cheap' },
      { id: 'polite' },
      { id: 'cheap', payment_failed: 'end' },
    ];
    await withShop(
      (config) => plainFunnel(config, nodes),
      async (server) => {
        const shopper = await Shopper.buy(server.origin, { card: kCards.declined });
        const dear = await shopper.offer();
        const answer = await shopper.accept(dear, unique('key'));
        assert.equal(answer.json.result, 'declined', answer.text);
        assert.deepEqual(await shown(shopper), ['offer-cheap']);
        assert.deepEqual(await reasons(shopper, 'offer-polite'), ['other_branch']);
        // The shopper's own no to what could not be paid is another answer.
        await decline(shopper, dear.id);
        assert.deepEqual(await shown(shopper), ['offer-polite']);
        const other = await Shopper.buy(server.origin, { card: kCards.success });
        await decline(other, (await other.offer()).id);
        assert.deepEqual(await shown(other), ['offer-polite']);
      },
    );
  });

  it('lets a payment be tried once more, then asks no more', async () => {
    await withShop(undefined, async (server) => {
      const shopper = await Shopper.buy(server.origin, { card: kCards.insufficientFunds });
      const first = await shopper.offer();
      await shopper.accept(first, unique('key'));
      const again = await shopper.offer();
      assert.equal(again.id, first.id);
      assert.notEqual(again.quote.token, first.quote.token);
      await shopper.accept(again, unique('key'));
      assert.deepEqual(await shown(shopper), []);
      assert.equal((await shopper.page()).offer_none, 'payment_failed_limit');
    });
  });

  it('ends when the merchant says', async () => {
    await withShop(
      (config) => {
        config.policy.open_minutes = 5;
      },
      async (server) => {
        const shopper = await Shopper.buy(server.origin);
        const offer = await shopper.offer();
        await advance(server.origin, { minutes: 6 });
        assert.deepEqual(await shown(shopper), []);
        const late = await shopper.accept(offer, unique('key'));
        assert.match(late.text, /offer_expired/);
        assert.equal(await shopper.charged(), 0);
      },
    );
  });

  it('starts no shop with a funnel that turns in a circle', async () => {
    const circle = [
      { id: 'a', accept: 'b' },
      { id: 'b', decline: 'a' },
    ];
    await assert.rejects(
      ServerProcess.start({ offers: (config) => plainFunnel(config, circle) }),
      /bad_value at "\/funnel\/nodes\/1\/decline"/,
    );
  });
});

describe('caps', () => {
  it('keep quiet after a decline, on related offers too, for the days that were said', async () => {
    await withShop(
      (config) => {
        plainFunnel(config, [{ id: 'one' }]);
        const [one] = config.offers;
        one.group = 'cups';
        config.offers.push({ ...one, id: 'kin', product_id: 'glass-server', priority: 1 });
        config.offers.push({ ...one, id: 'far', product_id: 'leise-decaf', priority: 2 });
        config.offers[2].group = 'coffee';
        config.policy.caps = [{ count: 'declined', of: 'group', at_most: 1, in_days: 30 }];
      },
      async (server) => {
        await setStock(server.origin, 'porcelain-dripper', 1000);
        const email = `${unique('quiet')}@example.com`;
        const first = await Shopper.buy(server.origin, { email });
        assert.deepEqual(await shown(first), ['offer-one']);
        await decline(first, 'offer-one');
        const second = await Shopper.buy(server.origin, { email });
        assert.deepEqual(await shown(second), ['far']);
        assert.deepEqual(await reasons(second, 'offer-one'), ['declined_cap']);
        assert.deepEqual(await reasons(second, 'kin'), ['declined_cap']);
        // Somebody else has declined nothing.
        assert.deepEqual(await shown(await Shopper.buy(server.origin)), ['offer-one']);
        await advance(server.origin, { days: 31 });
        const third = await Shopper.buy(server.origin, { email });
        assert.deepEqual(await shown(third), ['offer-one']);
      },
    );
  });

  it('count what was shown on other orders, and failed payments', async () => {
    await withShop(
      (config) => {
        plainFunnel(config, [{ id: 'one' }]);
        config.policy.caps = [{ count: 'shown', of: 'all', at_most: 2, in_days: 7 }];
      },
      async (server) => {
        const email = `${unique('seen')}@example.com`;
        for (let i = 0; i < 2; ++i) {
          const shopper = await Shopper.buy(server.origin, { email });
          assert.deepEqual(await shown(shopper), ['offer-one']);
          assert.deepEqual(await shown(shopper), ['offer-one']); // the same showing
        }
        const third = await Shopper.buy(server.origin, { email });
        assert.deepEqual(await shown(third), []);
        assert.equal((await third.page()).offer_none, 'customer_shown_cap');
      },
    );
  });
});

describe('the expected value', () => {
  it('is guessed at first and learns from what is accepted', async () => {
    await withShop(
      (config) => {
        plainFunnel(config, [{ id: 'one' }]);
        config.offers[0].value = { margin_minor: 1000 };
      },
      async (server) => {
        const shopper = await Shopper.buy(server.origin);
        const value = async () => (await shopper.merchant('/explain')).candidates[0];
        assert.equal((await value()).expected_value_micro, 30_000 * 1000);
        const offer = await shopper.offer();
        // One showing, no accept: (0 + 3) / (1 + 100).
        assert.equal((await value()).expected_value_micro, 29_702 * 1000);
        await shopper.accept(offer, unique('key'));
        assert.equal((await value()).expected_value_micro, 39_603 * 1000);
        await shopper.post(`/offers/${offer.id}/undo`, {}, unique('undo'));
        assert.equal((await value()).expected_value_micro, 29_702 * 1000);
      },
    );
  });
});
