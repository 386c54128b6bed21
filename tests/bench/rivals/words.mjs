// The rivals' way to the very formatter that the product uses, with its memory of what it showed.

import { ArgKind } from '../../../web/src/protocol.gen.ts';

const kNoStrings = [];
const words = new Uint32Array(9);
const strings = ['', ''];
let formatter;

/** Chooses the formatter (web/src/format-text.ts) that all words come from. */
export function speak(by) {
  formatter = by;
}

/** A phrase without arguments. */
export const say = (id) => formatter.format(id, 0, words, 0, kNoStrings);

export function sayText(id, text) {
  words[0] = ArgKind.String;
  strings[0] = text;
  return formatter.format(id, 1, words, 0, strings);
}

export function sayTexts(id, first, second) {
  words[0] = ArgKind.String;
  words[1] = ArgKind.String | (1 << 8);
  strings[0] = first;
  strings[1] = second;
  return formatter.format(id, 2, words, 0, strings);
}

const countryWord = (code) =>
  ArgKind.Country | (code.charCodeAt(0) << 8) | (code.charCodeAt(1) << 16);

/** A country by its two letters. */
export function sayCountry(id, code) {
  words[0] = countryWord(code);
  return formatter.format(id, 1, words, 0, strings);
}

/** A place and its country. */
export function sayPlace(id, city, code) {
  words[0] = ArgKind.String;
  words[1] = countryWord(code);
  strings[0] = city;
  return formatter.format(id, 2, words, 0, strings);
}

function putNumber(at, kind, number) {
  words[at] = kind;
  words[at + 1] = number >>> 0;
  words[at + 2] = Math.floor(number / 2 ** 32);
}

const moneyKind = (currency) =>
  ArgKind.Money |
  (currency.charCodeAt(0) << 8) |
  (currency.charCodeAt(1) << 16) |
  (currency.charCodeAt(2) << 24);

export function sayMoney(id, minor, currency) {
  putNumber(0, moneyKind(currency), minor);
  return formatter.format(id, 1, words, 0, strings);
}

export function sayTextAndMoney(id, text, minor, currency) {
  words[0] = ArgKind.String;
  strings[0] = text;
  putNumber(1, moneyKind(currency), minor);
  return formatter.format(id, 2, words, 0, strings);
}

export function sayNumber(id, number) {
  putNumber(0, ArgKind.Number, number);
  return formatter.format(id, 1, words, 0, strings);
}

export function sayNumbers(id, first, second) {
  putNumber(0, ArgKind.Number, first);
  putNumber(3, ArgKind.Number, second);
  return formatter.format(id, 2, words, 0, strings);
}

export function sayNumberAndText(id, number, text) {
  putNumber(0, ArgKind.Number, number);
  words[3] = ArgKind.String;
  strings[0] = text;
  return formatter.format(id, 2, words, 0, strings);
}

/** Another phrase and a number. */
export function sayPhraseAndNumber(id, what, number) {
  words[0] = ArgKind.Phrase | (what << 8);
  putNumber(1, ArgKind.Number, number);
  return formatter.format(id, 2, words, 0, strings);
}

const twoDigits = (text, at) => (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;

const dateWord = (time) =>
  ((twoDigits(time, 0) * 100 + twoDigits(time, 2)) << 16) |
  (twoDigits(time, 5) << 8) |
  twoDigits(time, 8);

const clockWord = (time) =>
  (twoDigits(time, 11) << 16) |
  (twoDigits(time, 14) << 8) |
  (time[16] === ':' ? twoDigits(time, 17) : 0);

/** A date with its weekday; two of them when there is an `until`. */
export function sayDays(id, from, until) {
  words[0] = ArgKind.Weekday;
  words[1] = dateWord(from);
  if (!until) return formatter.format(id, 1, words, 0, strings);
  words[2] = ArgKind.Weekday;
  words[3] = dateWord(until);
  return formatter.format(id, 2, words, 0, strings);
}

function putMoment(at, time) {
  const hasClock = time.length > 10;
  words[at] = hasClock ? ArgKind.DateTime : ArgKind.Date;
  words[at + 1] = dateWord(time);
  if (hasClock) words[at + 2] = clockWord(time);
}

/** A time as its source stated it: with a clock only if it has one. */
export function sayMoment(id, time) {
  putMoment(0, time);
  return formatter.format(id, 1, words, 0, strings);
}

/** Another phrase and a time. */
export function sayNews(id, what, time) {
  words[0] = ArgKind.Phrase | (what << 8);
  putMoment(1, time);
  return formatter.format(id, 2, words, 0, strings);
}
