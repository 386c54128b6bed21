import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { kRoot, run } from './run.mjs';

/**
 * Writes custom-elements.json: what the analyzer reads off the element class, and one definition a
 * widget, since `define` registers them from the generated list and not by name.
 */
export async function writeManifest(source, out) {
  const file = join(out, 'custom-elements.json');
  await run('cem', [
    ...['analyze', '--quiet', '--config', 'web/pack/analyzer.config.mjs'],
    ...['--outdir', relative(kRoot, out)],
  ]);
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  const element = manifest.modules
    .flatMap((module) => module.declarations.map((declaration) => ({ module, declaration })))
    .find(({ declaration }) => declaration.customElement);
  if (!element) throw new Error('custom-elements.json: no custom element class found in web/src');
  for (const module of manifest.modules) {
    module.exports = module.exports.filter(({ kind }) => kind !== 'custom-element-definition');
  }
  for (const tag of await widgetTags(source)) {
    element.module.exports.push({
      kind: 'custom-element-definition',
      name: tag,
      declaration: { name: element.declaration.name, module: element.module.path },
    });
  }
  await writeFile(file, JSON.stringify(manifest, null, 2) + '\n');
}

async function widgetTags(source) {
  const text = await readFile(join(source, 'protocol.gen.ts'), 'utf8');
  const kinds = /kWidgets = [^']*'([^']+)'/.exec(text)?.[1];
  if (!kinds) throw new Error('web/src/protocol.gen.ts names no kWidgets');
  return kinds.split('|').map((kind) => `postlude-${kind}`);
}
