/** Starts real postlude-server processes on free ports, each with a database file of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const kRoot = fileURLToPath(new URL('../../../', import.meta.url));
const kBin = process.env['POSTLUDE_BIN'] ?? join(kRoot, 'build/debug/bin');
const kStartTimeoutMs = 60_000;

export interface ServerOptions {
  db?: string;
  fault?: string;
  /** Requests may bring faults of their own in the header Postlude-Fault. */
  requestFaults?: boolean;
  /** Put before the command: a program that makes the surroundings and then becomes the server. */
  wrapper?: string[];
  clock?: string;
  /** How many pages may listen at once. */
  streams?: number;
  dist?: string;
  /** Changes the shop's offers.json in a copy of the store. */
  offers?: (config: any) => void;
  /** The same with its offer_prices.json. */
  prices?: (config: any) => void;
  csp?: 'strict' | 'no-wasm';
  /** Not in test mode. */
  live?: boolean;
  /** The address whose X-Forwarded-For is believed. */
  trustedProxy?: string;
}

export class ServerProcess {
  /** Everything the server has logged so far. */
  log = '';
  /** "http://127.0.0.1:port" */
  origin = '';

  private constructor(
    readonly child: ChildProcess,
    readonly db: string,
    private readonly directory: string,
  ) {}

  /** Starts a server and waits until it listens. */
  static async start(options: ServerOptions = {}): Promise<ServerProcess> {
    const directory = await mkdtemp(join(tmpdir(), 'postlude-server-'));
    const db = options.db ?? join(directory, 'shop.db');
    let store = join(kRoot, 'demo/store');
    if (options.offers || options.prices) {
      const copy = join(directory, 'store');
      await cp(store, copy, { recursive: true });
      for (const [name, change] of [
        ['offers.json', options.offers],
        ['offer_prices.json', options.prices],
      ] as const) {
        const config = JSON.parse(await readFile(join(store, name), 'utf8'));
        change?.(config);
        await writeFile(join(copy, name), JSON.stringify(config));
      }
      store = copy;
    }
    const args = ['--port', '0', '--db', db, '--store', store];
    args.push('--locales', join(kRoot, 'web/locales'));
    args.push('--dist', options.dist ?? join(kRoot, 'web/dist'));
    if (options.fault) args.push('--fault', options.fault);
    if (options.requestFaults) args.push('--request-faults');
    if (options.clock) args.push('--clock', options.clock);
    if (options.streams !== undefined) args.push('--streams', String(options.streams));
    if (options.live) args.push('--live');
    if (options.csp) args.push('--csp', options.csp);
    if (options.trustedProxy) args.push('--trusted-proxy', options.trustedProxy);
    const [program = '', ...rest] = [
      ...(options.wrapper ?? []),
      join(kBin, 'postlude-server'),
      ...args,
    ];
    const child = spawn(program, rest, {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const server = new ServerProcess(child, db, directory);
    await server.untilListening();
    return server;
  }

  private async untilListening(): Promise<void> {
    const listening = new Promise<void>((resolve, reject) => {
      this.child.stderr?.on('data', (chunk: Buffer) => {
        this.log += chunk.toString();
        const found = /listening on (http:\/\/[^/]+)\//.exec(this.log);
        if (found?.[1]) {
          this.origin = found[1];
          resolve();
        }
      });
      this.child.once('exit', () => reject(new Error(`the server ended:\n${this.log}`)));
      setTimeout(() => reject(new Error('the server did not start')), kStartTimeoutMs).unref();
    });
    await listening;
  }

  /** Waits for the end of a process that is about to die. */
  async ended(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      await once(this.child, 'exit');
    }
  }

  /** Ends the process in good order and returns its exit code. */
  async stop(): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill('SIGTERM');
    await this.ended();
    return this.child.exitCode;
  }

  /** Ends the process as a power cut would. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended();
  }

  /** Ends the process and removes its files. */
  async remove(): Promise<void> {
    await this.stop();
    await rm(this.directory, { recursive: true, force: true });
  }
}
