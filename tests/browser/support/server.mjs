import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, startProcess, stopProcess, untilReady } from './processes.mjs';

const kRoot = fileURLToPath(new URL('../../../', import.meta.url));

/** Path of a native program: from POSTLUDE_BIN, else the release build, else the debug build. */
export function programPath(name) {
  const folders = process.env.POSTLUDE_BIN
    ? [process.env.POSTLUDE_BIN]
    : [join(kRoot, 'build/release/bin'), join(kRoot, 'build/debug/bin')];
  const path = folders
    .map((folder) => join(folder, name))
    .find((candidate) => existsSync(candidate));
  if (!path) throw new Error(`${name} is not built; run ./dev build`);
  return path;
}

/**
 * Starts the real postlude-server on a free port of 127.0.0.1 with a database of its own.
 * `args` are further flags (`['--clock', '2026-11-02T10:00:00Z']`). Returns `{ url, port, db, log(),
 * halt(), restart(args), stop() }`; `restart` keeps the port and the database, `stop` removes it.
 */
export async function startServer({ args = [], env = {} } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'postlude-server-'));
  const db = join(folder, 'postlude.db');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child;

  async function start(flags) {
    const command = ['--port', String(port), '--db', db, ...flags];
    child = startProcess(programPath('postlude-server'), command, { env, cwd: kRoot });
    await untilReady(child, () => fetch(url, { redirect: 'manual' }), { name: 'postlude-server' });
  }

  await start(args);
  return {
    url,
    port,
    db,
    log: () => child.output,
    /** Ends the process; `restart` brings it back. */
    halt: () => stopProcess(child),
    async restart(flags = args) {
      await stopProcess(child);
      await start(flags);
    },
    async stop() {
      await stopProcess(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
