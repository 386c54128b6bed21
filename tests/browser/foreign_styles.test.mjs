// Style sheets that are not ours: whatever a page declares, the pixels inside the shadow roots stay the
// same, and the page around them looks as it does without us.

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { kEngines, openBrowser } from './support/browser.mjs';
import { kOrder, kPage as kSmallPage } from './support/documents.mjs';
import { servePages } from './support/pages.mjs';

const kTag = '<script async src="/dist/postlude.js"></script>';
const kMostDifferent = 0.001; // of the pixels
const kStage = { x: 20, y: 200, width: 420, height: 1500 };
const kAround = { x: 0, y: 0, width: 1280, height: 190 };

const kPage = {
  ...kSmallPage,
  now_ms: 1795168800000,
  order: {
    ...kOrder,
    payment_status: 'paid',
    shipping_address: { name: 'Ada', lines: ['Street 1'], city: 'Leipzig', country: 'DE' },
  },
  shipments: [
    {
      id: 's1',
      carrier_name: 'DHL',
      tracking_number: '003404',
      status: 'in_transit',
      checkpoints: [
        { id: 'k2', status: 'in_transit', message: 'Sorted', time: '2026-11-21T08:00:00+01:00' },
        { id: 'k1', status: 'picked_up', message: 'Collected', time: '2026-11-20T18:00:00+01:00' },
      ],
    },
  ],
};

/** In the manner of what pages carry: resets, frameworks, and worse. */
const kSheets = {
  'a reset': `html,body,div,span,h1,h2,h3,p,a,img,dl,dt,dd,ol,ul,li,fieldset,form,label,legend,section
    {margin:0;padding:0;border:0;font:inherit;vertical-align:baseline} ol,ul{list-style:none}`,
  'a preflight': `*,::before,::after{box-sizing:border-box;border:0 solid;margin:0;padding:0}
    button,input,textarea{font:inherit;color:inherit;background:transparent;appearance:none}
    img,svg{display:block;max-width:100%} h1,h2,h3{font-size:inherit;font-weight:inherit}`,
  'a reboot with its own type': `body{margin:0;font:300 1.25rem/1.9 Georgia,serif;color:#a00;letter-spacing:.1em;
    word-spacing:.3em;text-transform:uppercase;text-align:right} a{color:lime} button{border-radius:0;font-size:200%}`,
  'a root ten pixels high': `html{font-size:62.5%} body{font-size:3rem;line-height:1}`,
  'everything from right to left': `body,section,div,p{direction:rtl;unicode-bidi:bidi-override;text-align:center}`,
  'content-box, and it means it': `*,::before,::after{box-sizing:content-box!important;padding:9px!important;
    border:3px dashed red!important}`,
  'motion everywhere': `*,::before,::after{transition:all 3s!important}
    section,article,form,button,h2,h3,li,img{animation:turn 4s infinite!important}
    @keyframes turn{to{transform:rotate(20deg)}}`,
  'uppercase and invisible': `section,article,h2,h3,form,button,ol,li{display:none;visibility:hidden;opacity:0;
    text-transform:uppercase}`,
  'white on white': `body,*{color:#fff;background:#fff;fill:#fff;text-shadow:2px 2px red;filter:none}
    .card,.offer,.accept,.timeline,.heading,.button{display:none!important}`,
  // Without the exception the page would show its scripts as text.
  'all: unset': `html,body,body *:not(script){all:unset!important}`,
};

/** Takes the page's own box out of the comparison: what it gives a widget is room, and how much. */
const kRoom = Object.entries({
  position: 'absolute',
  display: 'block',
  left: `${kStage.x}px`,
  top: `${kStage.y}px`,
  width: `${kStage.width}px`,
  margin: '0',
  padding: '0',
  border: '0',
  visibility: 'visible',
  opacity: '1',
  animation: 'none',
  transition: 'none',
  background: 'none',
});
const kInline = kRoom.map(([name, value]) => `${name}:${value}!important`).join(';');
/** The element itself is the page's to style (docs/theming.md); its box is held still, its inside is not. */
const kBox =
  'display:block!important;margin:0!important;padding:0!important;border:0!important;visibility:visible!important;' +
  'opacity:1!important;box-sizing:content-box!important;background:none!important';
const kKinds = ['offer', 'order', 'tracking'];
/** Every card begins with one. */
const kShown = '[part=heading]';

let browser, host, page;

async function open(sheet, { ours }) {
  const widgets = kKinds
    .map((kind) => `<postlude-${kind} style="${kBox}"></postlude-${kind}>`)
    .join('');
  const data = `<script type="application/json" data-postlude-page>${JSON.stringify(kPage)}</script>`;
  host.routes['/page'] =
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title>
    <style>${sheet}</style>${ours ? kTag : ''}</head><body>
    <h1>A shop</h1><p class="card">Text with a <a href="#">link</a> and a <button>button</button>.</p>
    <div style="${kInline}">${ours ? widgets : ''}</div>${ours ? data : ''}</body></html>`;
  await page.open(`${host.url}/page`);
  if (!ours) return;
  for (const kind of kKinds) await page.waitFor(`postlude-${kind} >>> ${kShown}`);
}

/** In the page: holds what moves at one moment, so that pictures of two visits can be compared. */
const kHold = () => {
  for (const animation of document.getAnimations()) {
    animation.pause();
    animation.currentTime = 1000;
  }
};

async function picture(clip) {
  await page.eval(kHold);
  return PNG.sync.read(await page.native.screenshot({ clip }));
}

/** Returns the share of pixels that differ. */
function difference(a, b) {
  assert.deepEqual([a.width, a.height], [b.width, b.height]);
  return (
    pixelmatch(a.data, b.data, null, a.width, a.height, { threshold: 0.1 }) / (a.width * a.height)
  );
}

/** Only Chromium's driver cuts a picture out of the page. */
const kHere = kEngines.filter((engine) => engine === 'chromium');

for (const engine of kHere) {
  describe(engine, () => {
    before(async () => {
      browser = await openBrowser(engine);
      host = await servePages({ '/favicon.ico': { status: 204 } });
      page = await browser.newPage({
        viewport: { width: 1280, height: 1800 },
        reducedMotion: true,
      });
    });
    after(async () => {
      await browser?.close();
      await host?.close();
    });

    test('the pictures tell widgets from none', async () => {
      await open('', { ours: true });
      const shown = await picture(kStage);
      await open('', { ours: false });
      assert.ok(difference(shown, await picture(kStage)) > 0.02);
    });

    for (const [name, sheet] of Object.entries(kSheets)) {
      test(`under ${name}, a widget and the page around it look the same`, async () => {
        await open('', { ours: true });
        const expected = await picture(kStage);
        await open(sheet, { ours: true });
        const inside = difference(expected, await picture(kStage));
        const around = await picture(kAround);
        await open(sheet, { ours: false });
        const outside = difference(around, await picture(kAround));
        assert.ok(inside <= kMostDifferent, `inside: ${(inside * 100).toFixed(2)} % differ`);
        assert.ok(outside <= kMostDifferent, `outside: ${(outside * 100).toFixed(2)} % differ`);
      });
    }
  });
}
