import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as esbuild from 'esbuild';

async function minify(text) {
  const result = await esbuild.transform(text, { loader: 'css', minify: true, target: 'es2020' });
  return result.code.trimEnd();
}

/** Lets a script import a style sheet as a minified string, for an adopted style sheet. */
export const stylesAsText = {
  name: 'styles-as-text',
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path }) => ({
      contents: await minify(await readFile(path, 'utf8')),
      loader: 'text',
    }));
  },
};

/** Joins the style sheets of a folder, base.css first and the rest by name, into one minified file. */
export async function minifyStyles(folder, file) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.css')).sort();
  const ordered = ['base.css', ...names.filter((name) => name !== 'base.css')];
  const parts = await Promise.all(ordered.map((name) => readFile(join(folder, name), 'utf8')));
  await writeFile(file, (await minify(parts.join('\n'))) + '\n');
}
