import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkLanguage, compileLanguage, compilePhrase } from '../../web/build-locales.mjs';
import { kPhraseCount } from '../../web/src/protocol.gen.js';
import { languageTags, messagesOf, phraseTable } from '../support/phrase-table.mjs';

const kTable = phraseTable();

/** What a button that costs money must not say, in any language: it sounds like the next step. */
const kForbidden =
  /continue|proceed|next|weiter|fortfahren|continu|suivant|siguiente|próximo|avançar|avanti|prosegu|verder|volgende|dalej|kontynuuj|次|続|التالي|متابعة|استمر/i;

/** What each label says where the law wants the duty to pay on it, and elsewhere (docs/words.md). */
const kAccept: Record<string, [RegExp, RegExp]> = {
  ar: [/اطلب مع الالتزام بالدفع/, /ادفع الآن/],
  de: [/Zahlungspflichtig bestellen/, /Jetzt kaufen/],
  en: [/Order with obligation to pay/, /Pay now/],
  es: [/Pedido con obligación de pago/, /Pagar ahora/],
  fr: [/Commander avec obligation de paiement/, /Payer maintenant/],
  it: [/Ordina con obbligo di pagare/, /Paga ora/],
  ja: [/支払義務を伴う注文/, /支払って/],
  nl: [/Bestellen met betalingsverplichting/, /Nu betalen/],
  pl: [/Zamawiam z obowiązkiem zapłaty/, /Zapłać teraz/],
  'pt-BR': [/Encomenda com obrigação de pagar/, /Comprar e pagar agora/],
};

/** Arguments that a message names, sorted; in a plural, the selector too. */
function argumentsOf(message: string) {
  const names = [...message.matchAll(/\{(\w+)(?:\}|, plural,)/g)].map(([, name]) => name);
  return [...new Set(names)].sort();
}

/** Plural categories that a message has forms for, sorted; nothing without a plural. */
function categoriesOf(message: string) {
  return [...message.matchAll(/(\w+) \{/g)].map(([, category]) => category).sort();
}

describe('the table of phrases', () => {
  it('is read whole', () => {
    assert.equal(kTable.length, kPhraseCount);
  });
});

for (const tag of languageTags()) {
  const messages = messagesOf(tag) as Record<string, string>;

  describe(`the words of ${tag}`, () => {
    it('are every phrase of the table, in its order, and no other', () => {
      assert.deepEqual(
        Object.keys(messages),
        kTable.map(({ key }) => key),
      );
    });

    it('compile', () => {
      assert.deepEqual(checkLanguage(messages, kTable), []);
      const { v, w } = JSON.parse(compileLanguage(messages, kTable, 'h'));
      assert.equal(v, 'h');
      assert.equal(w.length, kPhraseCount);
    });

    it('name every argument of their phrase', () => {
      for (const { key, args } of kTable) {
        assert.deepEqual(argumentsOf(messages[key]!), [...args].sort(), key);
      }
    });

    it('have a form for every plural category of the language, and no other', () => {
      const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
      const plurals = Object.entries(messages).filter(([, text]) => text.includes(', plural,'));
      assert.ok(plurals.length >= 2);
      for (const [key, text] of plurals) {
        assert.deepEqual(categoriesOf(text), [...pluralCategories].sort(), key);
      }
    });

    it('are text without markup, stray spaces, or quotes of another syntax', () => {
      for (const [key, text] of Object.entries(messages)) {
        assert.doesNotMatch(text, /[<>&]|''|"|^\s|\s$| {2}|\.\.\./, key);
        assert.equal(text, text.normalize('NFC'), key);
      }
    });

    it('say on the button that it costs money and how much', () => {
      for (const [i, key] of ['offer.accept', 'offer.accept_plain'].entries()) {
        const accept = messages[key]!;
        assert.match(accept, /\{total\}/);
        assert.match(accept, kAccept[tag]![i]!);
        assert.doesNotMatch(accept, kForbidden);
      }
    });

    it('decline in as few words as accepting takes, and without reproach', () => {
      const decline = messages['offer.decline']!;
      assert.ok(decline.length >= 5 && decline.length <= 20, decline);
      for (const key of ['offer.accept', 'offer.accept_plain']) {
        const accept = messages[key]!.replace(/[\s–]*\{total\}/, '');
        assert.ok(decline.length <= accept.length, `${decline} | ${accept}`);
      }
      assert.doesNotMatch(decline, /[{}]/);
    });

    it('name the steps in few letters', () => {
      for (const [key, text] of Object.entries(messages)) {
        if (key.startsWith('stage.')) assert.ok(text.length <= 18, `${key}: ${text}`);
      }
    });
  });
}

describe('compilePhrase', () => {
  it('puts positions in place of names', () => {
    assert.equal(compilePhrase("It's {b}, {a}!", ['a', 'b']), "It's {1}, {0}!");
  });

  it('writes the whole message for every plural form', () => {
    assert.deepEqual(
      compilePhrase('{title}: {count, plural, one {# star} other {# stars of {title}}}.', [
        'title',
        'count',
      ]),
      { n: 1, one: '{0}: {1} star.', other: '{0}: {1} stars of {0}.' },
    );
  });

  it('takes a number sign outside of a plural as it is', () => {
    assert.equal(compilePhrase('# {a}', ['a']), '# {0}');
  });

  for (const message of [
    '{',
    '}',
    '{}',
    '{count',
    '{total}',
    '{count,plural,other {x}}',
    '{count, plural}',
    '{count, plural, one {x}}',
    '{count, plural, some {x} other {y}}',
    '{count, plural, other',
    '{count, plural, other {x',
    '{count, plural, other {x}',
    '{count, plural, =1 {x} other {y}}',
    '{count, plural, other {x}} {count, plural, other {y}}',
    '{count, plural, other {{count, plural, other {y}}}}',
    '{count, number}',
  ]) {
    it(`refuses ${message}`, () => {
      assert.throws(() => compilePhrase(message, ['count', 'title']), /in "/);
    });
  }
});

describe('checkLanguage', () => {
  it('names every phrase that is missing, unknown, empty or broken', () => {
    const phrases = ['a', 'b', 'c'].map((key) => ({ key, args: [] }));
    assert.deepEqual(checkLanguage({ a: '', c: '{x}', d: 'd' }, phrases), [
      'unknown phrase "d"',
      'missing phrase "a"',
      'missing phrase "b"',
      '"c": {x} is not an argument at 0 in "{x}"',
    ]);
  });
});
