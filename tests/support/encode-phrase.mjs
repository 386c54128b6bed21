import { phraseTable } from './phrase-table.mjs';

// Arguments of a phrase as a batch has them (core/output/view.h, core/output/encode_batch.h), from
// the form of format-cases.json: {"string"}, {"number"}, {"money": [minor, code]}, {"date"},
// {"weekday"}, {"date_time"} (ISO 8601), {"phrase": key}, {"ago": [count, unit]}, {"country": code}.

const kKinds = [
  'string',
  'number',
  'money',
  'date',
  'weekday',
  'date_time',
  'phrase',
  'ago',
  'country',
];
const kAgoUnits = ['minute', 'hour', 'day'];
const kIds = new Map(phraseTable().map(({ key }, id) => [key, id]));

/** Returns the id of a phrase. */
export function phraseId(key) {
  const id = kIds.get(key);
  if (id === undefined) throw new Error(`no phrase "${key}"`);
  return id;
}

function wordsOfNumber(value) {
  const bits = BigInt.asUintN(64, BigInt(value));
  return [Number(bits & 0xffffffffn), Number(bits >> 32n)];
}

function wordOfCode(code) {
  return [...code].reduce((sum, c, i) => sum | (c.charCodeAt(0) << (8 * i)), 0);
}

function wordOfDate(iso) {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
  return ((year << 16) | (month << 8) | day) >>> 0;
}

/** Returns { ops, strings }: the words of the arguments and the strings they point into. */
export function encodeArguments(args) {
  const ops = [];
  const strings = [];
  for (const arg of args) {
    const [[name, value]] = Object.entries(arg);
    const kind = kKinds.indexOf(name);
    if (name === 'string') {
      ops.push(kind | ((strings.push(value) - 1) << 8));
    } else if (name === 'number') {
      ops.push(kind, ...wordsOfNumber(value));
    } else if (name === 'money') {
      const [minor, code] = value;
      ops.push((kind | (wordOfCode(code) << 8)) >>> 0, ...wordsOfNumber(minor));
    } else if (name === 'country') {
      ops.push(kind | (wordOfCode(value) << 8));
    } else if (name === 'date_time') {
      const [hour, minute] = value.slice(11).split(':').map(Number);
      ops.push(kind, wordOfDate(value), (hour << 16) | (minute << 8));
    } else if (name === 'ago') {
      const [count, unit] = value;
      ops.push(kind | (kAgoUnits.indexOf(unit) << 8), ...wordsOfNumber(count));
    } else if (name === 'phrase') {
      ops.push(kind | (phraseId(value) << 8));
    } else {
      ops.push(kind, wordOfDate(value));
    }
  }
  return { ops: Uint32Array.from(ops), strings };
}

/** Returns what a formatter makes of one row of format-cases.json. */
export function formatCase(formatter, { phrase, args }) {
  const { ops, strings } = encodeArguments(args);
  return formatter.format(phraseId(phrase), args.length, ops, 0, strings);
}
