// What the script tag loads: finds the page's data, starts the one session, serves the command queue.

import { createSession } from './create-session.js';
import { type FromLoader, takeFromLoader } from './from-loader.js';
import { memberOf, query } from './natives.js';
import { addListener } from './natives-more.js';
import { warn } from './run-effects.js';
import type { OrderSourceName, Session } from './session.js';

/** What the loader read off its own script element, and what it has under way. */
export interface LoaderFacts {
  readonly api: string;
  readonly orderToken: string;
  readonly locale: string;
  readonly assets: string;
  readonly integrity: Readonly<Record<string, string>>;
  readonly nonce: string;
  /** Which core is on its way as `wasm`. */
  readonly core: string;
  readonly wasm: Promise<Response>;
  readonly words: Promise<Response>;
  /** The rest of the words, where the core is not the smaller one. */
  readonly more: Promise<Response> | undefined;
  /** Likewise the styles. */
  readonly styles: Promise<Response> | undefined;
  readonly startedAt: number;
  readonly queue: Command[];
  /** What the loader has loaded already. */
  readonly ours: FromLoader;
}

/** A command: its name, then its arguments; an array, or `arguments` as gtag has it. */
export type Command = ArrayLike<unknown>;

/** Starts the page's session. Rejects when it cannot be had. */
export async function start(facts: LoaderFacts): Promise<void> {
  const { queue, ours } = facts;
  takeFromLoader(ours);
  // Listeners come first, or they would miss the first events.
  const commands = queue.splice(0);
  for (const command of commands) if (command[0] === 'on') obey(undefined, command);
  await whenParsed();
  const page = textOf('script[type="application/json"][data-postlude-page]');
  const session = await createSession({
    ...facts,
    page,
    adopt: page !== undefined,
    finds: page === undefined && !(facts.api && facts.orderToken),
  });
  const rest = commands.concat(queue.splice(0)).filter((command) => command[0] !== 'on');
  const told = rest.some((command) => command[0] === 'page' || command[0] === 'order');
  if (page === undefined && !told) findOrder(session, facts);
  serve(session, queue, rest);
}

function whenParsed(): Promise<void> {
  return new Promise((done) => {
    if (memberOf('readyState') !== 'loading') done();
    else addListener(document, 'DOMContentLoaded', () => done());
  });
}

function textOf(selector: string): string | undefined {
  return query(selector)?.textContent ?? undefined;
}

/** Looks for what was bought: stated for us, at the backend, or in what shops put into pages anyway. */
function findOrder(session: Session, facts: LoaderFacts): void {
  const stated = query('script[type="application/json"][data-postlude-order]');
  if (stated) {
    const source = stated.getAttribute('data-postlude-order') || 'canonical';
    session.order(source as OrderSourceName, stated.textContent ?? '');
  } else if (facts.api && facts.orderToken) {
    session.refresh();
  } else {
    session.findOrder();
  }
}

/** Runs the commands given so far, and from now on each as it is pushed. */
function serve(session: Session, queue: Command[], waiting: readonly Command[]): void {
  const run = (command: Command): void => {
    try {
      obey(session, command);
    } catch (error) {
      warn(error);
    }
  };
  // Where a page has frozen Array.prototype, an assignment would throw.
  Object.defineProperty(queue, 'push', {
    value: (...commands: Command[]) => commands.forEach(run),
  });
  waiting.forEach(run);
}

function obey(session: Session | undefined, command: Command): void {
  const a = command[1];
  const b = command[2];
  const name = command[0] as string;
  switch (name) {
    case 'order':
    case 'page':
    case 'shipments':
    case 'changes':
    case 'checkpoint':
    case 'refresh':
      (session as Record<typeof name, (a: unknown, b: unknown) => void> | undefined)?.[name](a, b);
      return;
    case 'locale':
      session?.setLocale(String(a));
      return;
    case 'on':
      addListener(document, `postlude:${String(a)}`, (event) =>
        (b as (detail: unknown) => void)((event as CustomEvent).detail),
      );
      return;
    default:
      session?.tryOut(name, a);
  }
}
