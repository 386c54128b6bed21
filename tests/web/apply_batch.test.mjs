// Bytes -> DOM, in a real browser and under Trusted Types.

import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { BatchOp, kBatchMagic } from '../../web/src/protocol.gen.js';
import * as batch from './support/batch_writer.mjs';
import { openEdgePage } from './support/edge_page.mjs';

const { BatchWriter, block, list, none, said, text, token } = batch;

let edge, page;
before(async () => {
  edge = await openEdgePage();
  page = edge.page;
});
after(() => edge?.close());
beforeEach(async () => {
  await edge.reset();
  await page.eval(() => void (window.t = window.edge.newStage()));
});

const apply = (writer) => page.eval((bytes) => window.t.apply(bytes), writer.bytes());
const html = () => page.eval(() => window.t.html());
const broken = () => page.eval(() => window.t.stage.broken);

const kCard = 1;
const kItem = 2;
const kField = 3;

/** A card with a heading and a list; items with a state and a text; a form field. */
function defined() {
  return new BatchWriter()
    .define(kCard, [
      batch.open('section'),
      batch.part('card'),
      batch.attrPhrase('aria-label', 7),
      batch.open('header'),
      batch.open('h2'),
      batch.part('heading'),
      batch.textHole(),
      batch.close(),
      batch.open('p'),
      batch.phrase(3),
      batch.close(),
      batch.close(),
      batch.open('ul'),
      batch.listHole(),
      batch.close(),
      batch.open('p'),
      batch.part('status'),
      batch.attr('role', 'status'),
      batch.attr('tabindex', '-1'),
      batch.attrHole('data-state'),
      batch.textHole(),
      batch.close(),
      batch.close(),
    ])
    .define(kItem, [
      batch.open('li'),
      batch.attrHole('data-state'),
      batch.open('button'),
      batch.attr('type', 'button'),
      batch.on('data-on-click', 'retry'),
      batch.attrHole('disabled'),
      batch.textHole(),
      batch.close(),
      batch.close(),
    ])
    .define(kField, [
      batch.open('li'),
      batch.open('input'),
      batch.attrHole('value'),
      batch.close(),
      batch.close(),
    ]);
}

const item = (id, name, state = none, disabled = none) =>
  block(kItem, id, state, disabled, text(name));
const card = (...items) => block(kCard, 1, text('Hello'), list(...items), none, none);
const mounted = (...items) => defined().mount(1, card(...items));
const liOf = (name, state = '', disabled = '') =>
  `<li${state && ` data-state="${state}"`}><button type="button" data-on-click="retry"` +
  `${disabled && ' disabled=""'}>${name}</button></li>`;
const cardOf = (items, { heading = 'Hello', status = '', state = '' } = {}) =>
  '<section class="card" part="card" aria-label="en7()"><header>' +
  `<h2 class="heading" part="heading">${heading}</h2><p>en3()</p></header><ul>${items}</ul>` +
  `<p class="status" part="status" role="status" tabindex="-1"${state && ` data-state="${state}"`}>` +
  `${status}</p></section>`;

test('a mount builds what the templates and values say', async () => {
  await apply(mounted(item(2, 'one', token('good')), item(3, 'two', none, token(''))));
  assert.equal(await html(), cardOf(liOf('one', 'good') + liOf('two', '', 'disabled')));
});

test('the bytes of version 1 are these', async () => {
  const writer = new BatchWriter()
    .define(9, [batch.open('p'), batch.textHole(), batch.close()])
    .mount(1, block(9, 5, text('Grüße')))
    .effect(BatchOp.Timer, { id: 1, number: 250 });
  const golden =
    '01004c500f00000001000000070000000109030001050000080000000200000002000000010000000900000005000000' +
    '010000000a00000001000000fa00000000000000000000000000000005000000' +
    '4772c3bcc39f65';
  assert.equal(Buffer.from(writer.bytes()).toString('hex'), golden);
  const effects = await page.eval(
    (hex) => window.t.apply(hex.match(/../g).map((byte) => parseInt(byte, 16))),
    golden,
  );
  assert.equal(await html(), '<p>Grüße</p>');
  assert.deepEqual(effects, [
    { op: BatchOp.Timer, widget: 0, method: 0, id: 1, number: 250, text: '', key: '', body: '' },
  ]);
});

test('text is text, whatever it looks like', async () => {
  const nasty = '<img src=x onerror=alert(1)>&amp;"\u{1F600}\uFEFF\u202E é';
  await apply(mounted(item(2, nasty)));
  assert.equal(await page.eval(() => window.t.shadow.querySelector('button').textContent), nasty);
  assert.equal(await page.eval(() => window.t.shadow.querySelectorAll('img').length), 0);
});

test('a byte order mark at the start of all text is kept', async () => {
  await apply(
    new BatchWriter()
      .define(9, [batch.open('p'), batch.textHole(), batch.close()])
      .mount(1, block(9, 1, text('\uFEFFx'))),
  );
  assert.equal(await page.eval(() => window.t.shadow.querySelector('p').textContent), '\uFEFFx');
});

test('a set changes one hole and nothing else', async () => {
  await apply(mounted(item(2, 'one'), item(3, 'two')));
  await page.eval(() => void (window.kept = window.t.shadow.querySelectorAll('li')[1].firstChild));
  await apply(
    new BatchWriter()
      .set(kItem, 2, 3, text('zwei'))
      .set(kItem, 0, 3, token('bad'))
      .set(kItem, 1, 3, token(''))
      .set(kCard, 2, 1, token('busy'))
      .set(kCard, 3, 1, said(5, 'Ada', [1 | (2 << 8), 42, 0], [6 | (9 << 8)])),
  );
  const now = liOf('one') + liOf('zwei', 'bad', 'disabled');
  assert.equal(await html(), cardOf(now, { state: 'busy', status: 'en5(Ada,42,phrase 9)' }));
  await apply(
    new BatchWriter().set(kItem, 0, 3, none).set(kItem, 1, 3, none).set(kCard, 3, 1, none),
  );
  assert.equal(await html(), cardOf(liOf('one') + liOf('zwei'), { state: 'busy' }));
  assert.ok(
    await page.eval(() => window.kept === window.t.shadow.querySelectorAll('li')[1].firstChild),
  );
});

test('items are inserted, moved and removed where they belong', async () => {
  await apply(mounted(item(2, 'a'), item(3, 'b'), item(4, 'c')));
  await page.eval(() => void (window.kept = [...window.t.shadow.querySelectorAll('li')]));
  await apply(
    new BatchWriter()
      .remove(3)
      .insert(kCard, 1, 1, 0, item(3, 'd'))
      .move(kCard, 1, 1, 2, 4)
      .insert(kCard, 1, 1, 2, item(5, 'e')),
  );
  assert.equal(await html(), cardOf(['c', 'e', 'a', 'd'].map((name) => liOf(name)).join('')));
  assert.ok(
    await page.eval(() => {
      const items = window.t.shadow.querySelectorAll('li');
      return items[0] === window.kept[2] && items[2] === window.kept[0];
    }),
  );
});

test('a list set as a whole is built anew', async () => {
  await apply(mounted(item(2, 'a'), item(3, 'b')));
  await apply(new BatchWriter().set(kCard, 1, 1, list(item(4, 'x'))));
  assert.equal(await html(), cardOf(liOf('x')));
});

test('an unmount shows the fallback, and a mount in another language speaks it', async () => {
  await apply(mounted(item(2, 'a')));
  await apply(new BatchWriter().unmount(1));
  assert.equal(await html(), '<slot></slot>');
  await page.eval(() => window.t.stage.setFormatter(window.t.formatter('de')));
  await apply(new BatchWriter().mount(1, card()));
  assert.match(await html(), /aria-label="de7\(\)".*<p>de3\(\)<\/p>/);
});

test('the server DOM is adopted as it stands, and found when it is needed', async () => {
  const served = cardOf(liOf('a') + liOf('b'))
    .replace('<section', '<section data-b=""')
    .replaceAll('<li', '<li data-b=""');
  await page.eval((markup) => {
    const parsed = new DOMParser().parseFromString.call(
      new DOMParser(),
      window.trustedTypes.createPolicy('test', { createHTML: (s) => s }).createHTML(markup),
      'text/html',
    );
    window.t.shadow.replaceChildren(parsed.body.firstChild);
    window.kept = window.t.shadow.querySelectorAll('li')[1];
  }, served);
  await apply(new BatchWriter().adopt(1, 10, 3));
  assert.equal(await html(), served);
  await apply(
    defined()
      .set(kItem, 2, 12, text('changed'))
      .insert(kCard, 1, 10, 11, item(20, 'new'))
      .set(kCard, 3, 10, text('done')),
  );
  assert.equal(await page.eval(() => window.kept.textContent), 'changed');
  assert.deepEqual(
    await page.eval(() => [...window.t.shadow.querySelectorAll('li')].map((e) => e.textContent)),
    ['new', 'a', 'changed'],
  );
  assert.equal(await page.eval(() => window.t.shadow.querySelector('.status').textContent), 'done');
  assert.equal(await broken(), false);
});

test('server DOM that is not what was promised is reported, not thrown', async () => {
  await page.eval(() => window.t.shadow.replaceChildren(document.createElement('section')));
  await apply(new BatchWriter().adopt(1, 10, 3));
  await apply(defined().set(kItem, 2, 12, text('changed')));
  assert.equal(await broken(), true);
});

test('elements that somebody took away are reported, not thrown', async () => {
  await apply(mounted(item(2, 'a')));
  await page.eval(() => window.t.shadow.querySelector('button').remove());
  await apply(new BatchWriter().set(kItem, 2, 2, text('b')));
  assert.equal(await broken(), true);
});

test('text that a translator wrapped is replaced', async () => {
  await apply(mounted(item(2, 'a')));
  await page.eval(() => {
    const button = window.t.shadow.querySelector('button');
    const font = document.createElement('font');
    font.append('traduit');
    button.replaceChildren(font);
  });
  await apply(new BatchWriter().set(kItem, 2, 2, text('b')));
  assert.equal(await html(), cardOf(liOf('b')));
});

test('what was typed stays', async () => {
  const field = block(kField, 9, text('old'));
  await apply(defined().mount(1, card(field)));
  await page.click('div >>> input');
  await page.type('div >>> input', 'X');
  await apply(new BatchWriter().set(kField, 0, 9, text('new')));
  assert.match(await page.eval(() => window.t.shadow.querySelector('input').value), /X/);
});

const focusedText = () =>
  page.eval(() => window.t.shadow.activeElement && window.t.shadow.activeElement.textContent);
const focusItem = (index) =>
  page.eval((at) => window.t.shadow.querySelectorAll('button')[at].focus(), index);

test('focus and selection survive a batch that moves their element', async () => {
  await apply(defined().mount(1, card(item(2, 'a'), block(kField, 3, text('some text')))));
  await page.eval(() => {
    const input = window.t.shadow.querySelector('input');
    input.focus();
    input.setSelectionRange(2, 6);
  });
  await apply(new BatchWriter().move(kCard, 1, 1, 2, 3));
  assert.deepEqual(
    await page.eval(() => {
      const input = window.t.shadow.activeElement;
      return input && [input.localName, input.selectionStart, input.selectionEnd];
    }),
    ['input', 2, 6],
  );
});

test('focus goes to the status line when its element is removed', async () => {
  await apply(mounted(item(2, 'a'), item(3, 'b')));
  await focusItem(0);
  await apply(new BatchWriter().remove(2).set(kCard, 3, 1, text('Gone')));
  assert.equal(await focusedText(), 'Gone');
});

test('a button that was busy gets its focus back', async () => {
  await apply(mounted(item(2, 'a'), item(3, 'b')));
  await focusItem(0);
  await apply(new BatchWriter().set(kItem, 1, 2, token('')));
  await page.eval(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
  await apply(new BatchWriter().set(kItem, 1, 2, none));
  assert.equal(await focusedText(), 'a');
});

test('focus that is elsewhere stays there', async () => {
  await apply(mounted(item(2, 'a')));
  await page.eval(() => {
    const own = document.createElement('input');
    own.id = 'own';
    document.body.append(own);
    own.focus();
  });
  await apply(new BatchWriter().remove(2).set(kCard, 3, 1, text('Gone')));
  assert.equal(await page.eval(() => document.activeElement.id), 'own');
});

const refusal = (bytes) =>
  page.eval((list) => {
    try {
      window.t.apply(list);
      return 'taken';
    } catch (error) {
      return error.constructor === Error ? `Error: ${error.message}` : error.message;
    }
  }, bytes);

test('bytes cut short anywhere are refused', async () => {
  const bytes = mounted(item(2, 'one'), item(3, 'Grüße')).bytes();
  const taken = await page.eval((list) => {
    const lengths = [];
    for (let size = 0; size < list.length; size++) {
      try {
        window.edge.newStage().apply(list.slice(0, size));
        lengths.push(size);
      } catch (error) {
        if (!/^(short|version|size)$/.test(error.message)) lengths.push(`${size}: ${error}`);
      }
    }
    return lengths;
  }, bytes);
  assert.deepEqual(taken, []);
});

test('another version, an unknown operation and an unknown template are refused', async () => {
  const version = new BatchWriter().unmount(1).bytes();
  version[0] = (kBatchMagic & 255) + 1;
  assert.equal(await refusal(version), 'version');
  const operation = new BatchWriter();
  operation.words.push(200);
  assert.match(await refusal(operation.bytes()), /^operation/);
  assert.match(await refusal(new BatchWriter().mount(1, block(77, 1)).bytes()), /^template/);
});

test('a list that claims more blocks than there are is refused', async () => {
  const writer = defined().mount(1, card(item(2, 'a')));
  const at = writer.words.findIndex((value) => value === (4 | (1 << 8)) >>> 0);
  writer.words[at] = (4 | (0xffffff << 8)) >>> 0;
  assert.notEqual(await refusal(writer.bytes()), 'taken');
});

test('a picture is built of elements of SVG, and its parts change like others', async () => {
  const [kPicture, kSpot] = [4, 5];
  const spot = (id, x) => block(kSpot, id, text(x));
  await apply(
    new BatchWriter()
      .define(kPicture, [
        batch.open('div'),
        batch.open('svg'),
        batch.attr('viewBox', '0 0 320 132'),
        batch.open('path'),
        batch.attrHole('d'),
        batch.close(),
        batch.open('g'),
        batch.listHole(),
        batch.close(),
        batch.close(),
        batch.close(),
      ])
      .define(kSpot, [
        batch.open('circle'),
        batch.part('spot'),
        batch.attr('r', '5'),
        batch.attrHole('cx'),
        batch.close(),
      ])
      .mount(1, block(kPicture, 1, text('M22 66Q159 34 297 66'), list(spot(2, '22')))),
  );
  await apply(
    new BatchWriter()
      .set(kPicture, 0, 1, text('M22 66Q159 98 297 66'))
      .insert(kPicture, 1, 1, 0, spot(3, '297'))
      .set(kSpot, 0, 2, text('40')),
  );
  assert.equal(
    await html(),
    '<div><svg viewBox="0 0 320 132"><path d="M22 66Q159 98 297 66"></path><g>' +
      '<circle class="spot" part="spot" r="5" cx="40"></circle>' +
      '<circle class="spot" part="spot" r="5" cx="297"></circle></g></svg></div>',
  );
  const drawn = await page.eval(() => {
    const root = window.t.stage._roots.get(1).shadow;
    return {
      names: [...root.querySelectorAll('svg, svg *')].map((one) => one.namespaceURI),
      length: root.querySelector('path').getTotalLength() > 275,
    };
  });
  assert.deepEqual([...new Set(drawn.names)], ['http://www.w3.org/2000/svg']);
  assert.equal(drawn.length, true);
});

test('nothing of all this makes the browser complain', async () => {
  await apply(mounted(item(2, 'one', token('good'))));
  await apply(new BatchWriter().set(kItem, 2, 2, text('two')));
  assert.deepEqual(await page.consoleErrors(), []);
});
