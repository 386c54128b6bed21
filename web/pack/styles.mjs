import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { kRoot } from './run.mjs';

async function minify(text) {
  const result = await esbuild.transform(text, { loader: 'css', minify: true, target: 'es2020' });
  return result.code.trimEnd();
}

/** Returns the style sheets of a folder, base.css first and the rest by name, as one minified text. */
async function joinStyles(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.css')).sort();
  const ordered = ['base.css', ...names.filter((name) => name !== 'base.css')];
  const parts = await Promise.all(ordered.map((name) => readFile(join(folder, name), 'utf8')));
  return minify(parts.join('\n'));
}

/** Lets a script import all of web/styles as one string, `postlude:styles`, to adopt it. */
export const stylesAsText = {
  name: 'styles-as-text',
  setup(build) {
    build.onResolve({ filter: /^postlude:styles$/ }, ({ path }) => ({ path, namespace: 'styles' }));
    build.onLoad({ filter: /.*/, namespace: 'styles' }, async () => ({
      contents: await joinStyles(join(kRoot, 'web/styles')),
      loader: 'text',
    }));
  },
};

/** Writes the style sheets of a folder as one minified file. */
export async function minifyStyles(folder, file) {
  await writeFile(file, (await joinStyles(folder)) + '\n');
}
