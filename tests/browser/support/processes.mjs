import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

const kKillAfterMs = 5_000;
const alive = new Set();

// A test run that is interrupted takes what it started along.
process.on('exit', () => {
  for (const child of alive) killGroup(child, 'SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => process.exit(1));
}

function killGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Already gone.
  }
}

/**
 * Starts a program in a process group of its own and returns its child process with
 * `output`, everything it wrote so far (stdout and stderr), and `onLine(listener)`.
 */
export function startProcess(command, args, { env = {}, cwd } = {}) {
  const child = spawn(command, args, {
    cwd,
    detached: true,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const listeners = [];
  child.output = '';
  child.onLine = (listener) => listeners.push(listener);
  let rest = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (chunk) => {
      child.output += chunk;
      const lines = (rest + chunk).split('\n');
      rest = lines.pop();
      for (const line of lines) for (const listener of listeners) listener(line);
    });
  }
  child.on('error', (error) => (child.output += `${command}: ${error.message}\n`));
  child.once('exit', () => alive.delete(child));
  alive.add(child);
  return child;
}

/** Ends a process and its group: politely first, by force after five seconds. */
export async function stopProcess(child) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = once(child, 'exit');
  killGroup(child, 'SIGTERM');
  const timer = new AbortController();
  await Promise.race([
    gone.then(() => timer.abort()),
    sleep(kKillAfterMs, undefined, { signal: timer.signal }).then(
      () => killGroup(child, 'SIGKILL'),
      () => {},
    ),
  ]);
  await gone;
  killGroup(child, 'SIGKILL');
}

/** Returns a TCP port of 127.0.0.1 that nobody listens on. */
export async function freePort() {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Returns when `probe()` gives something truthy; fails when the process ends or time runs out. */
export async function untilReady(child, probe, { timeout = 30_000, name }) {
  const end = Date.now() + timeout;
  for (;;) {
    if (child.exitCode !== null || child.pid === undefined) {
      throw new Error(`${name} ended with ${child.exitCode}:\n${child.output}`);
    }
    const value = await probe().catch(() => undefined);
    if (value) return value;
    if (Date.now() > end) throw new Error(`${name} not ready in ${timeout} ms:\n${child.output}`);
    await sleep(25);
  }
}
