import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createFormatter, type Word } from '../../web/src/format-text.js';
import { pickLanguage } from '../../web/src/page-language.js';
import { encodeArguments, formatCase, phraseId } from '../support/encode-phrase.mjs';
import { wordsOf } from '../support/phrase-table.mjs';

const kCases = JSON.parse(
  readFileSync(new URL('../support/format-cases.json', import.meta.url), 'utf8'),
).cases as { locale: string; phrase: string; args: object[]; text: string }[];

// Versions of ICU differ in which space they put before AM, between groups of digits, and around a
// currency; nothing else is forgiven.
const withPlainSpaces = (text: string) => text.replace(/[\u202f\u00a0]/g, ' ');

const kFormatters = new Map<string, ReturnType<typeof createFormatter>>();
function formatterOf(tag: string) {
  let formatter = kFormatters.get(tag);
  if (!formatter) {
    const language = pickLanguage([tag]);
    formatter = createFormatter(language.locale, wordsOf(language.words), language.dir);
    kFormatters.set(tag, formatter);
  }
  return formatter;
}

/** Formats with words of the test's own; phrase 0 is the first. */
function formatWith(words: Word[], id: number, args: object[], locale = 'en') {
  const { ops, strings } = encodeArguments(args);
  return createFormatter(locale, words).format(id, args.length, ops, 0, strings);
}

describe('createFormatter', () => {
  for (const tag of new Set(kCases.map(({ locale }) => locale))) {
    it(`reads as the table of cases does in ${tag}`, () => {
      for (const row of kCases.filter(({ locale }) => locale === tag)) {
        const text = formatCase(formatterOf(tag), row);
        assert.equal(withPlainSpaces(text), withPlainSpaces(row.text), `${tag} ${row.phrase}`);
      }
    });
  }

  it('says the same again from what it kept', () => {
    for (const row of kCases) {
      assert.equal(
        formatCase(formatterOf(row.locale), row),
        formatCase(formatterOf(row.locale), row),
      );
    }
  });

  it('forgets old amounts without losing its way', () => {
    const formatter = formatterOf('de');
    const show = (minor: number) =>
      formatCase(formatter, { phrase: 'amount', args: [{ money: [minor, 'EUR'] }] });
    const first = show(1234);
    for (let minor = 0; minor < 5000; minor++) show(minor);
    assert.equal(show(1234), first);
    assert.equal(withPlainSpaces(show(4321)), '43,21 €');
  });

  it('writes the minor units that the core counts, digit by digit', () => {
    const kRows: [number, string, string][] = [
      [9007199254740991, 'EUR', '€90,071,992,547,409.91'],
      [-9007199254740991, 'CLF', '-CLF 900,719,925,474.0991'],
      [1, 'KWD', 'KWD 0.001'],
      [100, 'ISK', 'ISK 100'],
      [100, 'HUF', 'HUF 1.00'],
      [100, 'COP', 'COP 1.00'],
    ];
    for (const [minor, code, text] of kRows) {
      const args = [{ money: [minor, code] }];
      assert.equal(withPlainSpaces(formatWith(['{0}'], 0, args)), text);
    }
  });

  it('has the exponents of core/base/money.cpp', () => {
    const source = readFileSync(new URL('../../core/base/money.cpp', import.meta.url), 'utf8');
    const rows = [...source.matchAll(/\{"([A-Z]{3})", (\d)\}/g)];
    assert.ok(rows.length > 20);
    for (const [, code, digits] of [...rows, ['', 'EUR', '2'], ['', 'XYZ', '2']]) {
      const text = formatWith(['{0}'], 0, [{ money: [123456, code] }]);
      const [, decimals = ''] = /\d(?:\.(\d+))?$/.exec(text)!;
      assert.equal(decimals.length, Number(digits), code);
    }
  });

  it('writes an amount without currency as a number', () => {
    const ops = Uint32Array.of(2, 123456, 0);
    assert.equal(createFormatter('en', ['{0}']).format(0, 1, ops, 0, []), '1,234.56');
  });

  it('writes nothing for a date that is not known', () => {
    const ops = Uint32Array.of(3, 0);
    assert.equal(createFormatter('en', ['<{0}>']).format(0, 1, ops, 0, []), '<>');
  });

  it('writes two digits of minutes in every language of Intl', () => {
    const kTags = ['af', 'da', 'en-GB', 'fi', 'fr-CA', 'he', 'hi', 'id', 'ko', 'sv', 'th', 'zh'];
    for (const tag of [...kTags, ...new Set(kCases.map(({ locale }) => locale))]) {
      for (let hour = 0; hour < 24; hour++) {
        const time = `2026-11-03T${String(hour).padStart(2, '0')}:07`;
        const text = formatWith(['{0}'], 0, [{ date_time: time }], tag);
        const clock = new Intl.DateTimeFormat(`${tag}-u-ca-gregory-nu-latn`, {
          timeStyle: 'short',
          timeZone: 'UTC',
        });
        assert.ok(text.endsWith(clock.format(Date.parse(`${time}Z`))), `${tag}: ${text}`);
      }
    }
  });

  it('reads arguments from any place of the batch', () => {
    const { ops, strings } = encodeArguments([{ number: 7 }, { string: 'x' }, { number: 3 }]);
    const formatter = createFormatter('en', ['{1}{0}']);
    assert.equal(formatter.format(0, 2, ops, 3, strings), '3x');
  });

  it('keeps markup as text and braces in an argument as they are', () => {
    assert.equal(formatWith(['{0}!'], 0, [{ string: '{0} {1} <i>$&' }]), '{0} {1} <i>$&!');
  });

  it('isolates strings only in text from right to left', () => {
    const { ops, strings } = encodeArguments([{ string: 'A-1' }]);
    assert.equal(
      createFormatter('ar', ['{0}.'], 'rtl').format(0, 1, ops, 0, strings),
      '\u2068A-1\u2069.',
    );
    assert.equal(createFormatter('en', ['{0}.']).format(0, 1, ops, 0, strings), 'A-1.');
  });

  it('takes the other form where a language has no form of the category', () => {
    const words = [{ n: 0, other: '{0} x' }];
    assert.equal(formatWith(words, 0, [{ number: 1 }]), '1 x');
  });

  it('says nothing for unknown phrases, kinds and arguments', () => {
    assert.equal(formatWith(['a'], 9, []), '');
    assert.equal(formatWith(['a'], 9, [{ number: 1 }]), '');
    assert.equal(formatWith(['a{2}b'], 0, [{ number: 1 }]), 'ab');
    assert.equal(
      createFormatter('en', ['<{0}>']).format(0, 1, Uint32Array.of(99, 0, 0), 0, []),
      '<>',
    );
    assert.equal(
      createFormatter('en', ['<{0}>']).format(0, 1, Uint32Array.of(6 | (7 << 8)), 0, []),
      '<>',
    );
  });

  it('puts one phrase into another', () => {
    const text = formatCase(formatterOf('de'), {
      phrase: 'literal',
      args: [{ phrase: 'offer.shipping_free' }],
    });
    assert.equal(text, 'Kostenlos');
    assert.equal(
      formatterOf('de').format(phraseId('order.totals'), 0, new Uint32Array(0), 0, []),
      'Beträge',
    );
  });
});
