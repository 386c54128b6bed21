// The published package where there is no page: frameworks import a page's modules to render it.

import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { run } from '../../web/pack/run.mjs';
import { fileURLToPath } from 'node:url';

const kPackage = fileURLToPath(new URL('../../web/', import.meta.url));

let folder;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postlude-package-'));
  await mkdir(join(folder, 'node_modules'));
  await symlink(kPackage, join(folder, 'node_modules/postlude'));
});
after(() => rm(folder, { recursive: true, force: true }));

/** Runs a module that finds the package by its name; returns what it prints, as JSON. */
const ask = async (source, ...flags) =>
  JSON.parse(
    await run('node', [...flags, '--input-type=module', '--eval', source], { cwd: folder }),
  );

test('both entries can be imported, and leave nothing behind', async () => {
  const told = await ask(`
    const before = Object.keys(globalThis).length;
    const names = Object.keys(await import('postlude')).sort();
    await import('postlude/define');
    console.log(JSON.stringify({ names, added: Object.keys(globalThis).length - before }));`);
  assert.deepEqual(told, {
    names: ['PostludeElement', 'createSession', 'defineElements'],
    added: 0,
  });
});

test('a session is refused and says what to do', async () => {
  const told = await ask(`
    const { createSession, defineElements } = await import('postlude');
    defineElements();
    const { message } = await createSession({}).catch((error) => error);
    console.log(JSON.stringify(message));`);
  assert.match(told, /postlude\/core\/render/);
});

test('edge workers get the same module', async () => {
  for (const condition of ['workerd', 'edge-light']) {
    const told = await ask(
      `console.log(JSON.stringify(import.meta.resolve('postlude')));`,
      '--conditions',
      condition,
    );
    assert.match(told, /\/dist\/server\.js$/);
  }
});

test('what a page gets has the same names', async () => {
  const { exports } = JSON.parse(await readFile(join(kPackage, 'package.json'), 'utf8'));
  const source = await readFile(join(kPackage, exports['.'].default), 'utf8');
  const named = /export\s*\{([^}]*)\}/.exec(source)[1].split(',');
  const names = named.map((part) => part.split(' as ').pop().trim()).sort();
  assert.deepEqual(names, ['PostludeElement', 'createSession', 'defineElements']);
});
