// Which language to speak, and its words.

import type { Formatter } from './apply-batch.js';
import { createFormatter, type Word } from './format-text.js';
import { kPhraseHash } from './protocol.gen.js';

/** The languages of web/locales. */
export const kLanguages = ['ar', 'de', 'en', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt-BR'];

/** A choice: whose words, how dates and amounts are written, and the direction of the text. */
export interface Language {
  /** One of kLanguages: the name of the file of words. */
  readonly words: string;
  /** What was asked for ("de-AT"), as a tag without extensions: for Intl. */
  readonly locale: string;
  readonly dir: 'ltr' | 'rtl';
}

function languageOf(words: string, locale: string): Language {
  return { words, locale, dir: words === 'ar' ? 'rtl' : 'ltr' };
}

/**
 * Returns the first of `wanted` that there are words for: the exact tag, or else its language, in
 * the region asked for ("pt-PT" reads pt-BR's words with Portugal's dates). English when none is.
 * What is absent or no language tag is passed over.
 */
export function pickLanguage(wanted: Iterable<string | null | undefined>): Language {
  for (const tag of wanted) {
    try {
      // Content management systems write "de_AT".
      const { baseName, language } = new Intl.Locale(tag!.replace(/_/g, '-'));
      const words =
        kLanguages.find((name) => name === baseName) ??
        kLanguages.find((name) => name.slice(0, 2) === language);
      if (words) return languageOf(words, baseName);
    } catch {
      continue;
    }
  }
  return languageOf('en', 'en');
}

/** Returns the page's language: configuration, then <html lang>, then the reader's own languages. */
export function pageLanguage(configured?: string | null): Language {
  return pickLanguage([configured, document.documentElement.lang, ...navigator.languages]);
}

/** Fetches a file of words: "de", or "de.more" for those of tracking and reviews. */
export type WordsSource = (words: string) => Promise<Response>;

/** The second file of a language, which pages of an order and its offers do without. */
export const moreOf = (words: string): string => `${words}.more`;

/**
 * Returns the source that fetches `locales/<words>.json` beside `script`, with the integrity of that
 * name ("locales/de.json") where `integrity` has it.
 */
export function wordsBeside(
  script: string | URL,
  integrity: Readonly<Record<string, string>> = {},
): WordsSource {
  return (words) => {
    const name = `locales/${words}.json`;
    return fetch(new URL(name, script), { integrity: integrity[name] ?? '' });
  };
}

async function wordsIn(download: Promise<Response>): Promise<readonly Word[]> {
  const response = await download;
  if (!response.ok) throw new Error(String(response.status));
  const { v, w } = (await response.json()) as { v: string; w: readonly Word[] };
  if (v !== kPhraseHash) throw new Error(`version ${v}`);
  return w;
}

/**
 * Returns the formatter of a language with all its words, or unless `whole` with those of orders and
 * offers; the English one when its words cannot be had or belong to another version. Rejects when
 * English cannot be had either.
 */
export async function loadFormatter(
  language: Language,
  source: WordsSource,
  whole = true,
): Promise<Formatter> {
  const { words, locale, dir } = language;
  try {
    const files = whole ? [words, moreOf(words)] : [words];
    const parts = await Promise.all(files.map((name) => wordsIn(source(name))));
    return createFormatter(locale, parts.flat(), dir);
  } catch (cause) {
    if (words === 'en') throw new Error('no words: locales/en.json', { cause });
    return loadFormatter(languageOf('en', 'en'), source, whole);
  }
}
