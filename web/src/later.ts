// What few pages need, and none for its first view or for a click that costs money: loaded when the
// first of it is asked for.

import type { Effect } from './apply-batch.js';
import type { Core } from './core.js';
import { BatchOp, kErrors, kOrderSources, kTrackingSources } from './protocol.gen.js';
import type {
  Explanation,
  LintReport,
  OrderSourceName,
  Session,
  TrackingSourceName,
} from './session.js';

/** Filled in by the build. */
declare const POSTLUDE_LATER: Readonly<Record<string, string>>;

/** Subresource Integrity by file name, of what hardly any page loads. */
export const integrity = POSTLUDE_LATER;

/** What the module of foreign sources converts, as that numbers it (bindings/sources.cpp). */
export const enum Wanted {
  Order,
  Shipments,
  Findings,
}

/** What the module of foreign sources answers to a document that it cannot read. */
interface Refusal {
  readonly code: number;
  readonly pointer: string;
  readonly offset: number;
}

/** The browser's own way to tell listeners (web/src/natives.ts). */
export type Dispatch = typeof import('./natives.js').dispatch;

/** The page, by the browser's own functions as they were at load. */
export interface Page {
  readonly queryAll: (selector: string) => Iterable<Element>;
  readonly jsonOf: (value: unknown) => string;
}

const kNames: readonly (readonly string[])[] = [kOrderSources, kTrackingSources];

function ask(sources: Core, wanted: Wanted, source: number, payload: Uint8Array | string): string {
  const { buffer, at, size } = sources.send(wanted as number, source, 0, payload, 0)!;
  return new TextDecoder().decode(new Uint8Array(buffer, at, size));
}

/**
 * Returns a foreign document in canonical form; of shipments that is a page document which holds
 * nothing else. Or returns the warning that says what is wrong with it.
 */
export function convert(
  sources: Core,
  wanted: Wanted,
  source: OrderSourceName | TrackingSourceName,
  payload: Uint8Array | string,
): string | Effect {
  const text = ask(sources, wanted, kNames[wanted]!.indexOf(source), payload);
  const { error } = JSON.parse(text) as { error?: Refusal };
  if (!error) return text;
  const { code: id, offset: number, pointer } = error;
  return { op: BatchOp.Warn, widget: 0, method: 0, id, number, text: pointer, key: '', body: '' };
}

const reported = new Set<number>();

/** Says what is wrong with data from outside: to listeners and, once each, in the console. */
export function report({ id, number, text }: Effect, dispatch: Dispatch): void {
  const code = kErrors[id]!;
  dispatch(document, 'postlude:error', { code, pointer: text, offset: number });
  if (reported.has(id)) return;
  reported.add(id);
  console.warn(`Postlude: ${code} at "${text}"${number ? `, byte ${number}` : ''}`);
}

/** Returns what the linter finds in an offers configuration, and tells it in the console. */
export function lint(sources: Core, config: Uint8Array | string): LintReport {
  const report = JSON.parse(ask(sources, Wanted.Findings, 0, config)) as LintReport;
  for (const { rule, pointer, found, says, source } of report.findings ?? []) {
    console.warn(`Postlude: ${rule} at "${pointer}": ${found ?? ''}\n${says}\n(${source})`);
  }
  if (report.ok) console.info('Postlude: no rule is broken.');
  if (report.error) console.warn('Postlude: not an offers configuration', report.error);
  return report;
}

/** Obeys what is for whoever tries a shop out: `explain`, `lint`. */
export async function tryOut(session: Session, command: string, value: unknown): Promise<void> {
  if (command === 'explain') {
    const told = await session.explain();
    if (value) (value as (told: Explanation) => void)(told);
    else console.table(told.decision?.candidates ?? [told.problem]);
  } else if (command === 'lint') {
    await session.lint(value as object);
  } else {
    console.warn(`Postlude: no such command: ${command}`);
  }
}

/** Returns an order that shops put into pages anyway: its source and its document. */
export function findOrder(page: Page): readonly [OrderSourceName, string] | undefined {
  const blocks = linkedData(page);
  if (blocks) return ['schema_org', blocks];
  const purchase = ga4Purchase(page);
  return purchase ? ['ga4', purchase] : undefined;
}

/** Returns the page's JSON-LD blocks that mention an order as one array; broken ones are left out. */
function linkedData({ queryAll }: Page): string | undefined {
  let blocks = '';
  for (const script of queryAll('script[type="application/ld+json"]')) {
    const text = script.textContent ?? '';
    if (!text.includes('Order') && !text.includes('ParcelDelivery')) continue;
    try {
      JSON.parse(text);
    } catch {
      continue;
    }
    blocks += (blocks && ',') + text;
  }
  return blocks ? `[${blocks}]` : undefined;
}

/** Returns the last `purchase` in dataLayer as JSON, whether it was pushed as an object or by gtag. */
function ga4Purchase({ jsonOf }: Page): string | undefined {
  const layer: unknown = (window as { dataLayer?: unknown }).dataLayer;
  if (!Array.isArray(layer)) return undefined;
  for (let i = layer.length - 1; i >= 0; i--) {
    const entry = layer[i] as Record<string, unknown> | null | undefined;
    if (!entry || typeof entry !== 'object') continue;
    if (entry['event'] === 'purchase') return jsonOf(entry);
    if (entry[0] === 'event' && entry[1] === 'purchase') {
      return jsonOf({ event: 'purchase', ecommerce: entry[2] });
    }
  }
  return undefined;
}
