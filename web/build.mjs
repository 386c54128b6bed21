/**
 * Builds web/dist from web/src, web/styles, web/locales and the linked WebAssembly modules.
 * Two builds of the same sources give the same bytes. Nothing is optional: what is missing stops it.
 */
import { mkdir, readFile, readdir, rename, rm, writeFile, copyFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import * as terser from 'terser';
import { shrink } from './pack/binaryen.mjs';
import { glueFrom } from './pack/glue.mjs';
import { compileLocales } from './pack/locales.mjs';
import { writeManifest } from './pack/manifest.mjs';
import { makeNoWasm } from './pack/nowasm.mjs';
import { stylesAsText, minifyStyles } from './pack/styles.mjs';
import { compressAll, integrityOf } from './pack/variants.mjs';
import { kRoot, run } from './pack/run.mjs';

const { values: options } = parseArgs({
  options: {
    wasm: { type: 'string', default: join(kRoot, 'build/wasm/bin') },
    native: { type: 'string', default: join(kRoot, 'build/release/bin') },
    out: { type: 'string', default: join(kRoot, 'web/dist') },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) {
  console.log(
    'node web/build.mjs [--wasm DIR] [--native DIR] [--out DIR]\n\n' +
      'Builds what is published and served into DIR (web/dist).\n' +
      '  --wasm DIR    the linked modules (build/wasm/bin)\n' +
      '  --native DIR  where postlude_emit_protocol is (build/release/bin)',
  );
  process.exit(0);
}

const kSource = join(kRoot, 'web/src');

/** What goes in, and under which name it comes out: the whole list. */
const kOutputs = {
  /** `<script async>`: one classic script. */
  loader: { 'postlude.js': 'loader.ts' },
  /** What is checked where the loader's own tag carries an integrity: first what it knows itself. */
  checked: [
    'postlude-runtime.js',
    'postlude-more.css',
    'postlude.wasm',
    'postlude-offer.wasm',
    'postlude-later.js',
  ],
  /** Hardly any page loads these: what `later` knows. */
  checkedLater: [
    'postlude-nowasm.js',
    'postlude-offer-nowasm.js',
    'postlude-sources.wasm',
    'postlude-sources-nowasm.js',
    'postlude-stream.js',
  ],
  /** Fetched by the loader: a module without further imports. */
  runtime: { 'postlude-runtime.js': 'runtime.ts' },
  /** Likewise, fetched by the runtime. */
  stream: { 'postlude-stream.js': 'stream.ts' },
  /** What few pages need, fetched by the runtime. */
  later: { 'postlude-later.js': 'later.ts' },
  /** Entries of the npm package; what they share is cut out into chunks beside them. */
  packageEntries: { index: 'index.ts', define: 'define.ts', server: 'server.ts' },
  /** The developer API: an entry for each of its modules. */
  coreEntries: {
    index: 'core/index.ts',
    render: 'core/render.ts',
    tracking: 'core/tracking.ts',
    classify: 'core/classify.ts',
  },
  /** Linked modules of pages. */
  modules: {
    'postlude.wasm': 'postlude-storefront.wasm',
    'postlude-offer.wasm': 'postlude-storefront-offer.wasm',
    'postlude-sources.wasm': 'postlude-sources.wasm',
  },
  /** Those of the developer API, copied: Emscripten's glue calls all of them. */
  coreModules: {
    'core/postlude-core.wasm': 'postlude-core.wasm',
    'core/postlude-core-render.wasm': 'postlude-core-render.wasm',
    'core/postlude-core-tracking.wasm': 'postlude-core-tracking.wasm',
    'core/postlude-core-classify.wasm': 'postlude-core-classify.wasm',
  },
};

/**
 * Private members, which nobody else names, get short ones; so do those that classes of one script
 * name to each other and neither a page nor another script does. `_initialize` is the module's.
 */
const kAmongOurs = [
  'act|addRoot|allows|allowsUndo|armed|broken|busy|configure|guard|hide|hush|loadFormatter',
  'loadLater|loadRest|loadSources|loadStream|mount|onClose|removeRoot|resume|setFormatter|shadow',
  'show|stop|story|takeStyles|targetOf|unmount|watch|withoutWasm',
];
const kPrivate = {
  mangleProps: new RegExp(`^_[a-z]|^(${kAmongOurs.join('|')})$`),
  reserveProps: /^_initialize$/,
};

const kCommon = {
  bundle: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [stylesAsText],
  absWorkingDir: kRoot,
};

/**
 * What the loader has in its own bundle and lends to the runtime, or knows better than a bundler:
 * web/src/from-loader.ts stands in for these.
 */
const kFromLoader = /^\.\/(core-for|import-module|natives|own-file|page-language)\.js$/;
const fromLoader = {
  name: 'from-loader',
  setup(build) {
    build.onResolve({ filter: kFromLoader }, () => ({ path: join(kSource, 'from-loader.ts') }));
  },
};

/** Bundles scripts that stand by themselves: modules, or classic ones by `settings`. */
async function bundleScripts(out, scripts, settings = {}) {
  for (const [name, source] of Object.entries(scripts)) {
    await esbuild.build({
      ...kCommon,
      entryPoints: [join(kSource, source)],
      outfile: join(out, name),
      format: 'esm',
      target: 'es2021', // not 2022, whose static blocks Chrome 90 does not read
      minify: true,
      ...kPrivate,
      ...settings,
    });
    await shorten(join(out, name), settings.format !== 'iife');
  }
}

/** What esbuild has bundled, said in fewer bytes. */
async function shorten(path, isModule) {
  const { code } = await terser.minify(await readFile(path, 'utf8'), {
    module: isModule,
    ecma: 2020,
    // "unsafe" where somebody changed what text and errors are made of: `'' + x` for `String(x)`.
    compress: { passes: 3, inline: 1, unsafe: true },
  });
  await writeFile(path, code);
}

/** Those that know the integrity of what is loaded come last, the loader behind all. */
async function bundleLast(out) {
  const known = async (names) => {
    // The shorter hash: these travel.
    const integrity = JSON.parse(await integrityOf(out, 'sha256'));
    return JSON.stringify(Object.fromEntries(names.map((name) => [name, integrity[name]])));
  };
  await bundleScripts(out, kOutputs.later, {
    define: { POSTLUDE_LATER: await known(kOutputs.checkedLater) },
  });
  await bundleScripts(out, kOutputs.loader, {
    format: 'iife',
    target: 'es2020', // whoever knows less is told so by the modules that do not load
    define: { POSTLUDE_INTEGRITY: await known(kOutputs.checked) },
  });
}

async function bundle(out) {
  await bundleScripts(out, kOutputs.runtime, { plugins: [...kCommon.plugins, fromLoader] });
  await bundleScripts(out, kOutputs.stream);
  const entries = {
    ...kCommon,
    format: 'esm',
    target: 'es2022',
    splitting: true,
    // Beside the entries, so that `new URL('./postlude.wasm', import.meta.url)` holds in a chunk too.
    chunkNames: 'chunk-[hash]',
  };
  await esbuild.build({ ...entries, entryPoints: sourcesOf(kOutputs.packageEntries), outdir: out });
  await esbuild.build({
    ...entries,
    entryPoints: sourcesOf(kOutputs.coreEntries),
    outdir: join(out, 'core'),
    // Each stands by itself; what they share is smaller than a further request.
    splitting: false,
    minify: true,
    plugins: [glueFrom(options.wasm)],
  });
}

const sourcesOf = (entries) =>
  Object.fromEntries(
    Object.entries(entries).map(([name, source]) => [name, join(kSource, source)]),
  );

async function copyModules(out) {
  for (const [name, source] of Object.entries(kOutputs.modules)) {
    await shrink(join(options.wasm, source), join(out, name));
  }
  for (const [name, source] of Object.entries(kOutputs.coreModules)) {
    await mkdir(dirname(join(out, name)), { recursive: true });
    await copyFile(join(options.wasm, source), join(out, name));
  }
}

async function main() {
  const out = join(kRoot, 'build', `dist-${process.pid}`);
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  try {
    await run('tsc', [
      '-p',
      join(kRoot, 'tsconfig.json'),
      '--emitDeclarationOnly',
      '--outDir',
      out,
    ]);
    await bundle(out);
    await copyModules(out);
    for (const name of ['postlude', 'postlude-offer', 'postlude-sources']) {
      await makeNoWasm(join(out, `${name}.wasm`), join(out, `${name}-nowasm.js`));
    }
    await minifyStyles(
      join(kRoot, 'web/styles'),
      join(out, 'postlude.css'),
      join(out, 'postlude-more.css'),
    );
    await compileLocales(join(kRoot, 'web/locales'), join(out, 'locales'), options.native);
    await bundleLast(out);
    await writeManifest(kSource, out);
    await writeFile(join(out, 'integrity.json'), await integrityOf(out));
    await compressAll(out);
    await rm(options.out, { recursive: true, force: true });
    await rename(out, options.out);
  } finally {
    await rm(out, { recursive: true, force: true });
  }
  await report(options.out);
}

/** Prints every script, style and module with its sizes. */
async function report(out) {
  const names = (await readdir(out, { recursive: true })).filter((name) => name.endsWith('.br'));
  for (const br of names.sort()) {
    if (br.startsWith('locales/') && br !== 'locales/en.json.br') continue;
    const name = br.slice(0, -3);
    const [raw, brotli, gzip] = await Promise.all(
      [name, br, `${name}.gz`].map(async (file) => (await readFile(join(out, file))).length),
    );
    const where = join(relative(kRoot, out), name);
    console.log(`${where.padEnd(40)} ${raw} bytes, brotli ${brotli}, gzip ${gzip}`);
  }
}

try {
  await main();
} catch (error) {
  console.error(`web/build.mjs: ${error.message}`);
  process.exit(1);
}
