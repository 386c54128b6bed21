import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkLanguage, compileLanguage } from '../build-locales.mjs';
import { kRoot, run } from './run.mjs';

/**
 * Compiles web/locales/<tag>.json (phrases by key) into arrays in the order of the table of phrases,
 * with the hash of that table: the runtime refuses words of another table. Words of orders and offers
 * go into <tag>.json, the others into <tag>.more.json, which pages without those widgets do not load. A phrase that is missing,
 * unknown or empty, or that breaks the syntax of messages, stops the build.
 */
export async function compileLocales(folder, out, nativeFolder) {
  const table = await run(join(nativeFolder, 'postlude_emit_protocol'), ['--phrases']);
  const phrases = JSON.parse(table).map((row) => ({ ...row, args: row.args.split(',') }));
  const first = phrases.filter(({ more }) => !more);
  const rest = phrases.filter(({ more }) => more);
  const hash = await phraseHash();
  await mkdir(out, { recursive: true });
  const troubles = [];
  const tags = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  if (!tags.includes('en.json')) throw new Error(`${folder} has no en.json`);
  for (const name of tags) {
    const words = JSON.parse(await readFile(join(folder, name), 'utf8'));
    const found = checkLanguage(words, phrases).map((trouble) => `web/locales/${name}: ${trouble}`);
    troubles.push(...found);
    if (found.length) continue;
    await writeFile(join(out, name), compileLanguage(words, first, hash));
    const more = name.replace('.json', '.more.json');
    await writeFile(join(out, more), compileLanguage(words, rest, hash));
  }
  if (troubles.length) throw new Error(troubles.join('\n'));
}

async function phraseHash() {
  const source = await readFile(join(kRoot, 'web/src/protocol.gen.ts'), 'utf8');
  const hash = /kPhraseHash = '([^']+)'/.exec(source)?.[1];
  if (!hash) throw new Error('web/src/protocol.gen.ts names no kPhraseHash');
  return hash;
}
