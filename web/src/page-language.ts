// Which language to speak.

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

// One by one: `navigator` is 16 KB in the heap of a page that has not asked it for anything yet.
function* wantedBy(configured?: string | null): Generator<string | null | undefined, void> {
  yield configured;
  yield document.documentElement.lang;
  yield* navigator.languages;
}

/** Returns the page's language: configuration, then <html lang>, then the reader's own languages. */
export function pageLanguage(configured?: string | null): Language {
  return pickLanguage(wantedBy(configured));
}
