// The words of a language.

import type { Formatter } from './apply-batch.js';
import { moreOf } from './core-name.js';
import { createFormatter, type Word } from './format-text.js';
import type { Language } from './page-language.js';
import { kPhraseHash } from './protocol.gen.js';

/** Where there are no words of the page's own language. */
const kEnglish: Language = { words: 'en', locale: 'en', dir: 'ltr' };

/** Fetches a file of words: "de", or "de.more" for those of tracking and reviews. */
export type WordsSource = (words: string) => Promise<Response>;

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
    return loadFormatter(kEnglish, source, whole);
  }
}
