import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { loadFormatter } from '../../web/src/locale.js';
import { kLanguages, pageLanguage, pickLanguage } from '../../web/src/page-language.js';
import { kFirstPhrases, kPhraseHash } from '../../web/src/protocol.gen.js';
import { phraseId } from '../support/encode-phrase.mjs';
import { languageTags, wordsOf } from '../support/phrase-table.mjs';

const kNoWords = new Uint32Array(0);
const kDecline = phraseId('offer.decline');
const kSend = phraseId('review.send');

/** The file that browsers load by this name: "de" or "de.more". */
function answer(name: string, v = kPhraseHash) {
  const tag = name.replace('.more', '');
  const words = wordsOf(tag);
  const w = name === tag ? words.slice(0, kFirstPhrases) : words.slice(kFirstPhrases);
  return new Response(JSON.stringify({ v, w }));
}

describe('kLanguages', () => {
  it('names every file of web/locales', () => {
    assert.deepEqual(kLanguages, languageTags());
  });
});

describe('pickLanguage', () => {
  const kRows: [(string | null | undefined)[], string, string, string][] = [
    [['de'], 'de', 'de', 'ltr'],
    [['de-AT'], 'de', 'de-AT', 'ltr'],
    [['DE_at'], 'de', 'de-AT', 'ltr'],
    [['de-DE-u-co-phonebk'], 'de', 'de-DE', 'ltr'],
    [['pt'], 'pt-BR', 'pt', 'ltr'],
    [['pt-PT'], 'pt-BR', 'pt-PT', 'ltr'],
    [['ar-EG'], 'ar', 'ar-EG', 'rtl'],
    [['sv', 'nl-BE'], 'nl', 'nl-BE', 'ltr'],
    [[null, undefined, '', 'fr'], 'fr', 'fr', 'ltr'],
    [['not a tag', '<b>', 'fr'], 'fr', 'fr', 'ltr'],
    [['fil'], 'en', 'en', 'ltr'],
    [[], 'en', 'en', 'ltr'],
  ];
  for (const [wanted, words, locale, dir] of kRows) {
    it(`reads ${words} as ${locale} for ${JSON.stringify(wanted)}`, () => {
      assert.deepEqual(pickLanguage(wanted), { words, locale, dir });
    });
  }
});

describe('pageLanguage', () => {
  const kBefore = ['document', 'navigator'].map(
    (name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const,
  );
  const page = (lang: string, languages: string[]) => {
    const define = (name: string, value: unknown) =>
      Object.defineProperty(globalThis, name, { value, configurable: true });
    define('document', { documentElement: { lang } });
    define('navigator', { languages });
  };
  afterEach(() => {
    for (const [name, property] of kBefore) {
      if (property) Object.defineProperty(globalThis, name, property);
      else Reflect.deleteProperty(globalThis, name);
    }
  });

  it('follows the configuration before the page and the page before the reader', () => {
    page('fr', ['pl']);
    assert.equal(pageLanguage('it').words, 'it');
    assert.equal(pageLanguage().words, 'fr');
    page('', ['pl']);
    assert.equal(pageLanguage(null).words, 'pl');
    page('sv', ['fi', 'ja-JP']);
    assert.equal(pageLanguage('xx').words, 'ja');
  });

  it('does not ask the reader where the page has said it', () => {
    page('fr', []);
    Object.defineProperty(globalThis, 'navigator', {
      get: () => assert.fail('asked'),
      configurable: true,
    });
    assert.equal(pageLanguage().words, 'fr');
  });
});

describe('loadFormatter', () => {
  const kGerman = pickLanguage(['de-AT']);
  const declineOf = (formatter: Awaited<ReturnType<typeof loadFormatter>>) =>
    formatter.format(kDecline, 0, kNoWords, 0, []);

  it('gives the words that were asked for', async () => {
    const formatter = await loadFormatter(kGerman, (tag) => Promise.resolve(answer(tag)));
    assert.equal(declineOf(formatter), 'Nein, danke');
    assert.equal(formatter.locale, 'de-AT');
    assert.equal(formatter.dir, 'ltr');
    assert.equal(formatter.format(kSend, 0, kNoWords, 0, []), 'Bewertung senden');
  });

  it('asks for the first file alone where that is enough', async () => {
    const asked: string[] = [];
    const source = (name: string) => {
      asked.push(name);
      return Promise.resolve(answer(name));
    };
    const formatter = await loadFormatter(kGerman, source, false);
    assert.deepEqual(asked, ['de']);
    assert.equal(declineOf(formatter), 'Nein, danke');
    assert.equal(formatter.format(kSend, 0, kNoWords, 0, []), '');
  });

  it('speaks English throughout where one of the two files is missing', async () => {
    const formatter = await loadFormatter(kGerman, (name) =>
      Promise.resolve(name === 'de.more' ? new Response('', { status: 404 }) : answer(name)),
    );
    assert.equal(declineOf(formatter), 'No thanks');
    assert.equal(formatter.locale, 'en');
  });

  const kBroken: [string, () => Promise<Response>][] = [
    ['cannot be reached', () => Promise.reject(new TypeError('network'))],
    ['is not there', () => Promise.resolve(new Response('no', { status: 404 }))],
    ['is cut off', () => Promise.resolve(new Response('{"v":"'))],
    ['is null', () => Promise.resolve(new Response('null'))],
    ['belongs to another version', () => Promise.resolve(answer('de', 'older'))],
  ];
  for (const [what, broken] of kBroken) {
    it(`speaks English where the file ${what}`, async () => {
      const asked: string[] = [];
      const formatter = await loadFormatter(kGerman, (tag) => {
        asked.push(tag);
        return tag.startsWith('en') ? Promise.resolve(answer(tag)) : broken();
      });
      assert.deepEqual(asked, ['de', 'de.more', 'en', 'en.more']);
      assert.equal(declineOf(formatter), 'No thanks');
      assert.equal(formatter.locale, 'en');
    });

    it(`fails where English ${what} too`, async () => {
      await assert.rejects(loadFormatter(kGerman, broken), /no words: locales\/en\.json/);
    });
  }

  it('falls back from right to left to left to right', async () => {
    const formatter = await loadFormatter(pickLanguage(['ar']), (tag) =>
      Promise.resolve(tag.startsWith('en') ? answer(tag) : new Response('', { status: 500 })),
    );
    assert.equal(formatter.dir, 'ltr');
  });
});
