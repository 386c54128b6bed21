import { readFileSync, readdirSync } from 'node:fs';
import { compilePhrase } from '../../web/build-locales.mjs';

const kRoot = new URL('../../', import.meta.url);

/** Returns the rows of core/output/phrase_id.h in order: { name, key, args: [...] }. */
export function phraseTable() {
  const header = readFileSync(new URL('core/output/phrase_id.h', kRoot), 'utf8');
  const rows = [...header.matchAll(/^ {2}X\((\w+), "([^"]+)", "([^"]*)"\)/gm)];
  return rows.map(([, name, key, args]) => ({ name, key, args: args ? args.split(',') : [] }));
}

/** Returns the tags of the languages there are, sorted. */
export function languageTags() {
  return readdirSync(new URL('web/locales/', kRoot))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
}

/** Returns a language as translators write it: messages by key. */
export function messagesOf(tag) {
  return JSON.parse(readFileSync(new URL(`web/locales/${tag}.json`, kRoot), 'utf8'));
}

/**
 * Returns a language as browsers load it: compiled phrases in the order of the table.
 * @returns {import('../../web/src/format-text.ts').Word[]}
 */
export function wordsOf(tag) {
  const messages = messagesOf(tag);
  return phraseTable().map(({ key, args }) => compilePhrase(messages[key], args));
}
