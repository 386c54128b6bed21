// A subscription says how it goes on before the click, and is bought only by whoever ticks its box: with
// scripts and without, in three engines.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as rest } from 'node:timers/promises';
import { kEngines } from './support/browser.mjs';
import { openShop } from './support/shop.mjs';
import { buy, clickAccept, clickUndo, kArmMs, kCards } from './support/shopper.mjs';

const kAccept = 'postlude-offer >>> [part~=accept]';
const kDecline = 'postlude-offer >>> [part~=decline]';
const kBox = 'postlude-offer >>> input[name=consent]';
const kGood = 'postlude-offer >>> [part~=offer][data-state=good]';
const kUndo = 'postlude-offer >>> form[part~=undo] button';
const kLines = 'postlude-order >>> [part~=lines]';
const kReady = () => document.querySelector('postlude-offer')?.matches(':state(ready)');

/** In the page: whether the box is ticked, and whether it says of itself that it must be. */
const boxState = () => {
  const box = document.querySelector('postlude-offer').shadowRoot.querySelector('[name=consent]');
  return {
    checked: box.checked,
    preset: box.hasAttribute('checked'),
    missing: !box.validity.valid,
  };
};
/** In the page: takes the box, or what makes it one that must be ticked, away. */
const kTamperings = {
  'the box is taken out': () =>
    document.querySelector('postlude-offer').shadowRoot.querySelector('[part~=consent]').remove(),
  'the box need not be ticked': () =>
    document
      .querySelector('postlude-offer')
      .shadowRoot.querySelector('[name=consent]')
      .removeAttribute('required'),
  'the form is not looked through': () => {
    const root = document.querySelector('postlude-offer').shadowRoot;
    root.querySelector('[name=consent]').form.noValidate = true;
  },
};

for (const engine of kEngines) {
  describe(engine, () => {
    const shop = openShop(engine);

    // Each time another shopper: who says no twice is asked no more.
    let shoppers = 0;
    const offered = async (options = {}, { scripts = true } = {}) => {
      const page = await shop.browser.newPage(scripts ? {} : { javaScript: false });
      const email = `shopper-${++shoppers}@shopper.example`;
      await buy(page, shop.server.url, { product: 'brewing-scale', email, ...options });
      await page.waitFor(kBox);
      if (scripts) await page.waitFor(kReady);
      return page;
    };
    const charged = async () => shop.merchant.offerCharges(await shop.merchant.newestOrder());
    const clean = async (page, state) => {
      assert.deepEqual(await page.consoleErrors(), [], `console: ${state}`);
      assert.deepEqual(await page.axeViolations(), [], `axe: ${state}`);
      await page.clearConsoleErrors(); // axe sets styles of its own, which the policy refuses
    };

    test('says what is paid today and what later, asks for a tick, and is bought with it', async () => {
      const page = await offered();
      const terms = await page.text('postlude-offer >>> [part~=breakdown]');
      assert.match(terms, /Total today\s+€10\.32/);
      assert.match(terms, /Then every month, until you cancel\s+€11\.61/);
      assert.match(
        await page.text('postlude-offer >>> [part~=consent]'),
        /^I agree to pay €11\.61 at every renewal until I cancel\.$/,
      );
      assert.deepEqual(await page.eval(boxState), { checked: false, preset: false, missing: true });
      await clean(page, 'offered');

      await clickAccept(page, kAccept);
      await rest(kArmMs);
      assert.deepEqual(await charged(), [], 'not without the tick');
      assert.ok(await page.exists(kBox));

      await page.click('postlude-offer >>> [part~=consent] span');
      assert.equal((await page.eval(boxState)).checked, true, 'its words tick it too');
      await clickAccept(page, kAccept);
      await page.waitFor(kUndo);
      assert.deepEqual(
        (await charged()).map((charge) => charge.amount_minor),
        [1032],
      );
      assert.match(await page.text(kLines), /Subscription: Monthly/);
      await clean(page, 'subscribed');

      await clickUndo(page, kUndo);
      await page.waitFor(
        () => !document.querySelector('postlude-offer').shadowRoot.querySelector('[part~=undo]'),
      );
      assert.match(await page.text(kGood), /will not renew/);
      assert.deepEqual(await charged(), []);
      assert.doesNotMatch(await page.text(kLines), /Subscription/);
      await page.close();
    });

    test('is reached, ticked and bought with the keyboard alone', async () => {
      const page = await offered();
      await page.eval(() => {
        document.querySelector('postlude-offer').shadowRoot.querySelector('[name=consent]').focus();
      });
      await page.press(' ');
      assert.equal((await page.eval(boxState)).checked, true);
      await page.press('Tab');
      const focused = await page.eval(() =>
        document.querySelector('postlude-offer').shadowRoot.activeElement?.getAttribute('part'),
      );
      assert.equal(focused, 'accept');
      await rest(kArmMs);
      await page.press('Enter');
      await page.waitFor(kGood);
      assert.equal((await charged()).length, 1);
      await page.close();
    });

    test('a tick does not outlive what it was given to: a reload, another quote', async () => {
      const page = await offered();
      await page.click(kBox);
      await page.reload();
      await page.waitFor(kReady);
      assert.equal((await page.eval(boxState)).checked, false, 'reloaded');
      await page.click(kBox);
      assert.equal((await page.eval(boxState)).checked, true);
      await shop.merchant.wait({ minutes: 11 }); // the quote is over, and the page asks for another
      await page.eval(() =>
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
      );
      await page.waitFor(
        () =>
          !document.querySelector('postlude-offer').shadowRoot.querySelector('[name=consent]')
            ?.checked,
      );
      await page.close();
    });

    test('declining is as large and as near as accepting, and needs no tick', async () => {
      const page = await offered();
      const [accept, decline] = await page.eval(() =>
        ['accept', 'decline'].map((part) => {
          const root = document.querySelector('postlude-offer').shadowRoot;
          const { width, height } = root.querySelector(`[part~=${part}]`).getBoundingClientRect();
          return { width, height };
        }),
      );
      assert.deepEqual(decline, accept);
      await page.click(kDecline);
      await page.waitFor(
        () => !document.querySelector('postlude-offer').shadowRoot.querySelector('[name=consent]'),
      );
      assert.deepEqual(await charged(), []);
      await page.close();
    });

    for (const [name, tamper] of Object.entries(kTamperings)) {
      for (const scripts of [true, false]) {
        test(`where ${name}, nothing is bought with scripts ${scripts ? 'on' : 'off'}`, async () => {
          const page = await offered({}, { scripts });
          await page.eval(tamper);
          await clickAccept(page, kAccept);
          await rest(kArmMs);
          assert.deepEqual(await charged(), []);
          if (!scripts) {
            await page.waitFor(kBox);
            assert.match(await page.text('[role=status]'), /Please tick the box/);
          }
          await page.close();
        });
      }
    }

    test('with scripts off the browser itself asks for the tick', async () => {
      const page = await offered({}, { scripts: false });
      await page.click(kAccept);
      await rest(kArmMs);
      assert.deepEqual(await charged(), []);
      await page.click(kBox);
      await page.click(kAccept);
      await page.waitFor(kUndo);
      assert.equal((await charged()).length, 1);
      assert.match(await page.text(kLines), /Subscription: Monthly/);
      await page.click(kUndo);
      await page.waitFor(
        () => !document.querySelector('postlude-offer')?.shadowRoot?.querySelector('[part~=undo]'),
      );
      assert.deepEqual(await charged(), []);
      await page.close();
    });

    for (const scripts of [true, false]) {
      test(`the bank leads back to the outcome with its undo, scripts ${scripts ? 'on' : 'off'}`, async () => {
        const page = await offered({ card: kCards.offerNeedsConfirmation }, { scripts });
        await page.click(kBox);
        await clickAccept(page, kAccept);
        if (scripts) await page.click('postlude-offer >>> a[href*="/actions/"]');
        await page.click('button[value=confirm]');
        await page.waitFor(() => location.pathname === '/thank-you');
        await clickUndo(page, kUndo);
        await page.waitFor(
          () =>
            !document.querySelector('postlude-offer')?.shadowRoot?.querySelector('[part~=undo]'),
        );
        assert.deepEqual(await charged(), []);
        await page.close();
      });
    }
  });
}
