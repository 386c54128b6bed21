/** Bundles the contestants as a shop would: minified, for production, each library by its own rules. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as esbuild from 'esbuild';
import { compile, compileModule } from 'svelte/compiler';
import { phraseTable } from '../support/phrase-table.mjs';
import { stylesAsText } from '../../web/pack/styles.mjs';
import { kRoot } from '../../web/pack/run.mjs';

const kHere = join(kRoot, 'tests/bench');

/** The libraries, and what each can do besides building a page. */
export const kRivals = {
  preact: { module: 'preact.jsx', jsx: 'preact', adopts: true },
  // The same with rows that are rendered again only when they differ.
  'preact-memo': {
    module: 'preact.jsx',
    jsx: 'preact',
    adopts: true,
    server: 'preact',
    memo: true,
  },
  lit: { module: 'lit.mjs' },
  react: { module: 'react.jsx', jsx: 'react', adopts: true },
  svelte: { module: 'svelte.mjs' },
  dom: { module: 'dom.mjs' },
};

/** `bench:phrases`: the ids of the phrases by their names in the core. */
const phrases = {
  name: 'phrases',
  setup(build) {
    build.onResolve({ filter: /^bench:phrases$/ }, ({ path }) => ({ path, namespace: 'phrases' }));
    build.onLoad({ filter: /.*/, namespace: 'phrases' }, () => ({
      contents: phraseTable()
        .map(({ name }, id) => `export const ${name} = ${id};`)
        .join('\n'),
    }));
  },
};

/** Lit's templates without the white space between tags, as its users' bundlers do it. */
const lit = {
  name: 'lit',
  setup(build) {
    build.onLoad({ filter: /rivals\/lit\.mjs$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const tight = source
        .replace(/>\s+(?=<|\$\{|`;)/g, '>')
        .replace(/(html`|\})\s+(?=<)/g, '$1')
        .replace(/\n\s+(?=[a-z?-]+="|[a-z?-]+=\$|\/?>)/g, ' ');
      return { contents: tight, resolveDir: dirname(path) };
    });
  },
};

/** Components without the white space between tags, which would be nodes that nobody else has. */
const svelte = {
  name: 'svelte',
  setup(build) {
    // As constants, what is for development folds away.
    build.onResolve({ filter: /^esm-env$/ }, ({ path }) => ({ path, namespace: 'esm-env' }));
    build.onLoad({ filter: /.*/, namespace: 'esm-env' }, () => ({
      contents: 'export const BROWSER = true; export const DEV = false; export const NODE = false;',
    }));
    build.onLoad({ filter: /\.svelte$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const end = source.indexOf('</script>');
      const tight =
        source.slice(0, end) + source.slice(end).replace(/(>(?=\s+[<{])|}(?=\s+<))\s+/g, '$1');
      const { js } = compile(tight, { filename: path, generate: 'client', dev: false });
      return { contents: js.code, resolveDir: dirname(path) };
    });
    build.onLoad({ filter: /\.svelte\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const { js } = compileModule(source, { filename: path, dev: false });
      return { contents: js.code, resolveDir: dirname(path) };
    });
  },
};

const kCommon = {
  bundle: true,
  minify: true,
  charset: 'utf8',
  format: 'esm',
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'warning',
  jsx: 'automatic',
  absWorkingDir: kRoot,
  conditions: ['svelte', 'browser', 'production'],
  plugins: [phrases, lit, svelte, stylesAsText],
};

function build(contents, outfile, { jsx, memo = false, ...more } = {}) {
  return esbuild.build({
    ...kCommon,
    ...(jsx && { jsxImportSource: jsx }),
    define: { 'process.env.NODE_ENV': '"production"', BENCH_MEMO: String(memo) },
    stdin: { contents, resolveDir: kHere, sourcefile: outfile.split('/').pop() },
    outfile,
    ...more,
  });
}

/** Frames of the steady measurements: frame-<name>.mjs, and the page around them. */
async function bundleFrames(out) {
  for (const [name, { module, jsx, memo }] of Object.entries(kRivals)) {
    const source = `
      import { start } from './rivals/${module}';
      import { offerFrame } from './page/frame.mjs';
      import { RivalContestant } from './page/rival-contestant.mjs';
      offerFrame(new RivalContestant(start));`;
    await build(source, join(out, `frame-${name}.mjs`), { jsx, memo });
  }
  for (const wasm of [true, false]) {
    const source = `
      import { offerFrame } from './page/frame.mjs';
      import { PostludeContestant } from './page/postlude-contestant.mjs';
      offerFrame(new PostludeContestant({ dist: '/dist', wasm: ${wasm} }));`;
    const name = wasm ? 'postlude' : 'postlude-nowasm';
    await build(source, join(out, `frame-${name}.mjs`), { external: ['/dist/*'] });
  }
  await build(`import './page/steady.mjs';`, join(out, 'steady.mjs'));
}

/**
 * What a page loads of a library: one script with the styles and the words of one language in it, which
 * is the fewest requests; cold-<name>.mjs.
 */
async function bundleCold(out, words) {
  for (const [name, { module, jsx, memo }] of Object.entries(kRivals)) {
    const source = `
      import styles from 'postlude:styles';
      import { start } from './rivals/${module}';
      import { startCold } from './page/cold-start.mjs';
      startCold(start, styles, ${JSON.stringify(words)});`;
    await build(source, join(out, `cold-${name}.mjs`), { jsx, memo });
  }
}

/** What a server runs: ssr-<name>.mjs for Node. */
async function bundleServer(out) {
  for (const name of ['preact', 'react']) {
    const source = `export { makeRenderer } from './node/render-${name}.mjs';`;
    await build(source, join(out, `ssr-${name}.mjs`), {
      jsx: name,
      platform: 'node',
      target: 'node20',
      conditions: ['production'],
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
      },
    });
  }
}

/** Builds everything into `out`. `words`: the compiled words of one language, as JSON. */
export async function bundleAll(out, words) {
  await bundleFrames(out);
  await bundleCold(out, words);
  await bundleServer(out);
}
