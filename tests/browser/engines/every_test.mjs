/**
 * Every browser test in one process and so in one browser: starting one takes seconds, and some files
 * need several.
 */
import { readdir } from 'node:fs/promises';

const folder = new URL('../', import.meta.url);
const files = (await readdir(folder)).filter((name) => name.endsWith('.test.mjs')).sort();
for (const file of files) await import(new URL(file, folder));
