// Typed text -> words in the reader's language, through Intl. The server's counterpart is
// bindings/native/format_text.cpp; tests/support/format-cases.json holds both to the same text.

import type { Formatter } from './apply-batch.js';
import { ArgKind, kAgoUnits, kArgWords } from './protocol.gen.js';

/**
 * A phrase as web/build-locales.mjs compiles it: text with {0}, {1}, {2} for its arguments, or one
 * text per plural category of argument `n`.
 */
export type Word =
  | string
  | ({ readonly [category in Intl.LDMLPluralRule]?: string } & {
      readonly n: number;
      readonly other: string;
    });

/** Shows an argument's two payload words. */
type Show = (low: number, high: number) => string;

const kMaxRemembered = 1000;

// ISO 4217 minor units that are not 2, as core/base/money.cpp has them (read 2026-11). Intl's own
// digits are what people write (HUF 0), which would misplace the point of the core's minor units.
const kDigits = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
] as const;

/**
 * Writes a whole number. V8's own way would leave a table of 64 KB in the page's heap, which it grows
 * once some numbers have been turned into text.
 */
function decimal(value: number): string {
  let text = '';
  let left = Math.abs(value);
  do {
    text = '0123456789'[left % 10]! + text;
    left = Math.floor(left / 10);
  } while (left);
  return value < 0 ? '-' + text : text;
}

/** Keeps what was shown: a long timeline repeats its days, hours and amounts. */
function remember(show: Show): Show {
  const shown = new Map<number, string>();
  return (low, high) => {
    const key = high * 2 ** 32 + low;
    let text = shown.get(key);
    if (text === undefined) {
      if (shown.size >= kMaxRemembered) shown.clear();
      shown.set(key, (text = show(low, high)));
    }
    return text;
  };
}

/**
 * Returns the formatter of one language. `locale` is a language tag without extensions ("de-AT"):
 * dates and numbers are written as there is usual, with Latin digits and the Gregorian calendar.
 * Formatting never throws; an unknown phrase is ''.
 */
export function createFormatter(
  locale: string,
  words: readonly Word[],
  dir: 'ltr' | 'rtl' = 'ltr',
): Formatter {
  const tag = locale + '-u-ca-gregory-nu-latn';
  const comma = /^ja/.test(locale) ? ' ' : /^ar/.test(locale) ? '، ' : ', ';
  const shows = new Map<number, Show>();
  const pieces = new Map<string, string[]>();
  let plurals: Intl.PluralRules | undefined;

  // The source's own wall clock is written as if it were UTC, so that no zone can move it.
  const timeFormat = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...options });

  const showDate = (options: Intl.DateTimeFormatOptions): Show => {
    const dates = timeFormat(options);
    return remember((date) =>
      date ? dates.format(Date.UTC(date >>> 16, ((date >> 8) & 255) - 1, date & 255)) : '',
    );
  };

  // `true` is "always": whether four digits are grouped differs between versions of the locale data,
  // and the server's version is not the browser's.
  const numberFormat = (options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(tag, { useGrouping: true, ...options });

  const showMoney = (code: number): Show => {
    const currency = String.fromCharCode(code & 255, (code >> 8) & 255, code >> 16);
    const digits = kDigits.find((row) => row[1].includes(currency))?.[0] ?? 2;
    const amounts = numberFormat({
      ...(code && { style: 'currency', currency }),
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    // As a decimal string: Intl reads it exactly.
    return remember((low, high) =>
      amounts.format(`${decimal(high * 2 ** 32 + low)}e-${decimal(digits)}` as unknown as number),
    );
  };

  const showDateTime = (): Show => {
    const day = showDate({ day: 'numeric', month: 'short' });
    const clock = timeFormat({ timeStyle: 'short' });
    // Minutes are two Latin digits everywhere: one call of Intl an hour is enough.
    const hour = remember((hours) => clock.format(hours * 3_600_000));
    return (date, time) => {
      const text = hour(time >> 16, 0);
      const at = text.lastIndexOf('00');
      const minutes = decimal(((time >> 8) & 255) + 100).slice(1);
      return day(date, 0) + comma + text.slice(0, at) + minutes + text.slice(at + 2);
    };
  };

  /** Returns how arguments with this first word (kind and currency) are shown. */
  const makeShow = (first: number): Show => {
    switch ((first & 255) as ArgKind) {
      case ArgKind.Country: {
        const code = String.fromCharCode((first >> 8) & 255, first >>> 16);
        const name = new Intl.DisplayNames(tag, { type: 'region' }).of(code) ?? code;
        return () => name;
      }
      case ArgKind.Number: {
        const numbers = numberFormat({});
        return remember((low, high) => numbers.format(high * 2 ** 32 + low));
      }
      case ArgKind.Money:
        return showMoney(first >>> 8);
      case ArgKind.Date:
        return showDate({ day: 'numeric', month: 'long', year: 'numeric' });
      case ArgKind.Weekday:
        return showDate({ weekday: 'long', day: 'numeric', month: 'long' });
      case ArgKind.DateTime:
        return showDateTime();
      case ArgKind.Ago: {
        const ages = new Intl.RelativeTimeFormat(tag);
        const unit = kAgoUnits[first >>> 8] as Intl.RelativeTimeFormatUnit;
        return (count) => ages.format(-count, unit);
      }
      case ArgKind.String:
      case ArgKind.Phrase:
        break;
    }
    return () => '';
  };

  return {
    locale,
    dir,
    format(id, count, ops, at, strings) {
      let word = words[id] ?? '';
      const args: string[] = [];
      const numbers: number[] = [];
      while (args.length < count) {
        const first = ops[at++]!;
        const kind = (first & 255) as ArgKind;
        if (kind === ArgKind.String) {
          const text = strings[first >>> 8]!;
          args.push(dir === 'rtl' ? `\u2068${text}\u2069` : text);
        } else if (kind === ArgKind.Phrase) {
          const phrase = words[first >>> 8];
          args.push(typeof phrase === 'string' ? phrase : '');
        } else {
          let show = shows.get(first);
          if (!show) shows.set(first, (show = makeShow(first)));
          const size = kArgWords[kind]!;
          const low = size > 1 ? ops[at++]! : 0;
          const high = size > 2 ? ops[at++]! | 0 : 0;
          numbers[args.length] = high * 2 ** 32 + low;
          args.push(show(low, high));
        }
      }
      if (typeof word !== 'string') {
        plurals ??= new Intl.PluralRules(tag);
        word = word[plurals.select(numbers[word.n]!)] ?? word.other;
      }
      if (!count) return word;
      let cut = pieces.get(word);
      if (!cut) pieces.set(word, (cut = word.split(/\{(\d)\}/)));
      let text = cut[0]!;
      for (let i = 1; i < cut.length; i += 2) text += (args[+cut[i]!] ?? '') + cut[i + 1]!;
      return text;
    },
  };
}
