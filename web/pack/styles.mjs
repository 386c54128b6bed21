import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { kRoot } from './run.mjs';

async function minify(text) {
  const result = await esbuild.transform(text, { loader: 'css', minify: true, target: 'es2020' });
  // Of custom properties it keeps the spaces, as scripts might read them; none reads ours.
  return result.code
    .trimEnd()
    .replace(/--[\w-]+: [^;}]*/g, (property) => property.replace(/([:,]) /g, '$1'));
}

/** The sheets of pages with an order and its offers alone; the others are loaded apart. */
const kFirst = ['base.css', 'offer.css', 'order.css'];

/** Returns style sheets of a folder as one minified text: the first ones, then the rest by name. */
async function joinStyles(folder, { first, more }) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.css')).sort();
  const rest = names.filter((name) => !kFirst.includes(name));
  const wanted = [...(first ? kFirst : []), ...(more ? rest : [])];
  const parts = await Promise.all(wanted.map((name) => readFile(join(folder, name), 'utf8')));
  return minify(parts.join('\n'));
}

const kAll = { first: true, more: true };
const kImports = {
  'postlude:styles': kAll,
  'postlude:first-styles': { first: true, more: false },
};

/** Lets a script import web/styles as one string to adopt: all of it, or what every page needs. */
export const stylesAsText = {
  name: 'styles-as-text',
  setup(build) {
    build.onResolve({ filter: /^postlude:(first-)?styles$/ }, ({ path }) => ({
      path,
      namespace: 'styles',
    }));
    build.onLoad({ filter: /.*/, namespace: 'styles' }, async ({ path }) => ({
      contents: await joinStyles(join(kRoot, 'web/styles'), kImports[path]),
      loader: 'text',
    }));
  },
};

/** Writes the style sheets of a folder as minified files: `all` for servers, `more` for browsers. */
export async function minifyStyles(folder, all, more) {
  await writeFile(all, (await joinStyles(folder, kAll)) + '\n');
  await writeFile(more, (await joinStyles(folder, { first: false, more: true })) + '\n');
}
