import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const kRoot = fileURLToPath(new URL('../../', import.meta.url));

/** Runs a program (one of node_modules/.bin by its name) and returns its stdout; fails when it does. */
export async function run(command, args, { cwd = kRoot } = {}) {
  const path = `${join(kRoot, 'node_modules/.bin')}:${process.env.PATH}`;
  const child = spawn(command, args, { cwd, env: { ...process.env, PATH: path } });
  let out = '';
  let all = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
    all += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => (all += text));
  const [code, signal] = await once(child, 'close');
  if (code !== 0) throw new Error(`${command} ended with ${code ?? signal}\n${all}`);
  return out;
}
