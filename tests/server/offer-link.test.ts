/** Offers of other sellers: shown as links, declined and remembered, never bought. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ServerProcess, type ServerOptions } from './support/server-process.js';
import { Shopper, advance, ask, openOffers, unique } from './support/shopper.js';

const kLink = {
  id: 'workshop',
  title: 'A weekend of pour-over',
  reason: 'completes',
  link: {
    url: 'https://school.example/pour-over',
    seller: 'Hafenlicht School',
    description: 'Two half days.',
  },
};

/** A shop with this one link and the offers that `own` leaves. */
async function withShop(
  change: NonNullable<ServerOptions['offers']>,
  work: (server: ServerProcess) => Promise<void>,
): Promise<void> {
  const server = await ServerProcess.start({
    offers: (config) => {
      config.offers = [structuredClone(kLink)];
      delete config.funnel;
      change(config);
    },
    prices: (prices) => {
      prices.prices = [];
    },
  });
  try {
    await work(server);
  } finally {
    await server.remove();
  }
}
const linkAlone = (work: (server: ServerProcess) => Promise<void>) => withShop(() => {}, work);

const own = { id: 'own', product_id: 'paper-filters', title: 'Paper Filters 02' };
const ids = async (shopper: Shopper) =>
  openOffers(await shopper.page()).map((offer: any) => offer.id);
const decline = async (shopper: Shopper, id: string) => {
  const answer = await shopper.post(`/offers/${id}/decline`, {});
  assert.equal(answer.status, 200, answer.text);
};

describe('an offer of another seller', () => {
  it('is a link in the page document: no price, no token, nothing of the order in its address', async () => {
    await linkAlone(async (server) => {
      const shopper = await Shopper.buy(server.origin);
      const page = await shopper.page();
      assert.deepEqual(page.offers, [
        {
          id: 'workshop',
          title: 'A weekend of pour-over',
          description: 'Two half days.',
          reason: 'completes',
          reason_title: 'Porcelain Dripper 02',
          status: 'open',
          link: { url: 'https://school.example/pour-over', seller: 'Hafenlicht School' },
        },
      ]);
      assert.ok(!('offer_none' in page));
      assert.deepEqual((await shopper.merchant('/quotes')).quotes, []);
    });
  });

  it('is refused by accept, quote and undo, and nothing is ever charged', async () => {
    await withShop(
      (config) => config.offers.push(own),
      async (server) => {
        const shopper = await Shopper.buy(server.origin);
        const [bought] = openOffers(await shopper.page());
        assert.equal(bought.id, 'own');
        await decline(shopper, 'own');
        assert.deepEqual(await ids(shopper), ['workshop']);
        const before = (await shopper.page()).order;
        // Its own token does not exist; that of another offer is not its.
        for (const quote of [bought.quote.token, 'a.b.c', '']) {
          const answer = await shopper.post(
            '/offers/workshop/accept',
            { quote, quantity: 1, consent: true },
            unique('key'),
          );
          assert.equal(answer.status, 422, answer.text);
          assert.notEqual(answer.json.result, 'accepted');
        }
        const quoted = await shopper.post('/offers/workshop/quote', { quantity: 1 });
        assert.equal(quoted.status, 409, quoted.text);
        assert.equal(quoted.json.code, 'offer_withdrawn');
        const undone = await shopper.post('/offers/workshop/undo', {}, unique('key'));
        assert.equal(undone.status, 404, undone.text);
        assert.deepEqual((await shopper.merchant('/charges')).charges, []);
        assert.deepEqual((await shopper.page()).order, before);
      },
    );
  });

  it('sells nothing by a quote from before it became one', async () => {
    await withShop(
      (config) => {
        config.offers = [{ ...own, id: 'workshop' }];
      },
      async (server) => {
        const shopper = await Shopper.buy(server.origin);
        const [offer] = openOffers(await shopper.page());
        await server.stop();
        const again = await ServerProcess.start({
          db: server.db,
          offers: (config) => {
            config.offers = [kLink];
            delete config.funnel;
          },
          prices: (prices) => {
            prices.prices = [];
          },
        });
        try {
          const later = shopper.at(again.origin);
          const answer = await later.accept(offer, unique('key'));
          assert.equal(answer.status, 409, answer.text);
          assert.equal(answer.json.code, 'offer_withdrawn');
          assert.deepEqual((await later.merchant('/charges')).charges, []);
        } finally {
          await again.stop();
        }
      },
    );
  });

  it('is declined, and that is remembered', async () => {
    await linkAlone(async (server) => {
      const shopper = await Shopper.buy(server.origin);
      assert.deepEqual(await ids(shopper), ['workshop']);
      await decline(shopper, 'workshop');
      const page = await shopper.page();
      assert.deepEqual(page.offers, []);
      assert.equal(page.offer_none, 'already_declined');
      const { candidates } = await shopper.merchant('/explain');
      assert.deepEqual(candidates[0].reasons, ['already_declined']);
    });
  });

  it('comes after the offers of the shop, also behind what can be undone', async () => {
    await withShop(
      (config) => {
        config.offers.push(own);
        config.policy.max_shown = 2;
      },
      async (server) => {
        const shopper = await Shopper.buy(server.origin);
        assert.deepEqual(await ids(shopper), ['own', 'workshop']);
        const [first] = openOffers(await shopper.page());
        const answer = await shopper.accept(first, unique('key'));
        assert.equal(answer.status, 200, answer.text);
        const { offers } = await shopper.page();
        assert.deepEqual(
          offers.map((offer: any) => [offer.id, offer.status]),
          [
            ['own', 'accepted'],
            ['workshop', 'open'],
          ],
        );
      },
    );
  });

  it('is shown where the order can no longer be changed, and goes with the time for offers', async () => {
    await linkAlone(async (server) => {
      const shopper = await Shopper.buy(server.origin);
      await shopper.tell('/shipments');
      assert.deepEqual(await ids(shopper), ['workshop']);
      await advance(server.origin, { minutes: 61 });
      assert.deepEqual(await ids(shopper), []);
      const { candidates } = await shopper.merchant('/explain');
      assert.deepEqual(candidates[0].reasons, ['time_over']);
    });
  });

  it('counts as shown once an order, for the caps of later orders', async () => {
    await withShop(
      (config) => {
        config.offers[0].caps = [{ count: 'shown', of: 'offer', at_most: 1, in_days: 7 }];
      },
      async (server) => {
        const email = `${unique('again')}@example.com`;
        const first = await Shopper.buy(server.origin, { email });
        assert.deepEqual(await ids(first), ['workshop']);
        assert.deepEqual(await ids(first), ['workshop']);
        const panel = await ask(server.origin, '/merchant/offers');
        assert.match(panel.text, /Shown on 1 orders\./);
        assert.match(panel.text, /advertisement of Hafenlicht School/);
        assert.match(panel.text, /https:\/\/school\.example\/pour-over/);
        const second = await Shopper.buy(server.origin, { email });
        const page = await second.page();
        assert.deepEqual(page.offers, []);
        assert.equal(page.offer_none, 'shown_cap');
      },
    );
  });

  it('is declined by a form too, as browsers without scripts send it', async () => {
    await linkAlone(async (server) => {
      const shopper = await Shopper.buy(server.origin);
      const answer = await ask(server.origin, `/postlude/v1/offers/workshop/decline`, {
        token: shopper.token,
        form: { order_token: shopper.token, return_to: '/thank-you' },
      });
      assert.equal(answer.status, 303, answer.text);
      assert.deepEqual((await shopper.page()).offers, []);
    });
  });

  it('cannot be given a price of this shop: the server does not start', async () => {
    await assert.rejects(
      ServerProcess.start({
        prices: (prices) => {
          prices.prices.push({ offer_id: 'pour-over-workshop', discount_minor: 1 });
        },
      }),
      /pour-over-workshop/,
    );
  });

  it('is in the demo for an order that it fits, where the shop itself has nothing to offer', async () => {
    const server = await ServerProcess.start();
    try {
      const shopper = await Shopper.buy(server.origin, { product: 'brew-class-online' });
      const [offer, ...more] = openOffers(await shopper.page());
      assert.deepEqual(more, []);
      assert.equal(offer.link.seller, 'Kaffeeschule Hafenlicht');
    } finally {
      await server.remove();
    }
  });
});
