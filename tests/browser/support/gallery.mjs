import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { kRoot } from '../../../web/pack/run.mjs';
import { stylesAsText } from '../../../web/pack/styles.mjs';
import { troubleScenario } from './troubles.mjs';

/** Returns the scenarios of tests/scenarios, and every trouble of parcels, as the gallery plays them. */
export async function galleryScenarios() {
  const folder = join(kRoot, 'tests/scenarios');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const scenarios = await Promise.all(
    names.map(async (name) => ({
      name: name.slice(0, -5),
      ...JSON.parse(await readFile(join(folder, name), 'utf8')),
    })),
  );
  return [...scenarios, troubleScenario()];
}

/** Returns the script of a page that shows every state: `globalThis.gallery.fillGallery`. */
export async function galleryScript() {
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(kRoot, 'tests/browser/page/gallery.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'gallery',
    target: 'es2022',
    plugins: [stylesAsText],
    absWorkingDir: kRoot,
  });
  return outputFiles[0].text;
}
