/**
 * Postlude's core for Node, edge workers and headless use: the same decisions as in the page, the
 * server and the `postlude` command.
 *
 *     import { loadCore } from 'postlude/core';
 *     const core = await loadCore();
 *     const parsed = core.parseOrder('shopify', text);
 *     if (parsed.ok) console.log(parsed.value.number);
 *     else console.error(parsed.error.code, parsed.error.pointer);
 */

import type { Formatter } from '../apply-batch.js';
import createModule, { type DeveloperModule, type Outcome } from './postlude-core.mjs';

/** Where an order can come from. */
export type OrderSource = 'canonical' | 'shopify' | 'woocommerce' | 'schema_org' | 'ga4';

/** Where shipments can come from. */
export type TrackingSource =
  'canonical' | 'shopify' | 'aftership' | 'easypost' | 'shippo' | 'karrio' | '17track' | 'ucp';

/** The widgets. */
export type WidgetKind = 'order' | 'offer' | 'tracking' | 'review';

/** What is wrong with a document, and where. */
export interface CoreError {
  /** Stable name, such as "missing_field" (core/base/result.h). */
  readonly code: string;
  /** RFC 6901 JSON pointer into the document; "" is the whole of it. */
  readonly pointer: string;
  /** Byte offset of a syntax error, otherwise 0. */
  readonly offset: number;
}

/** A value, or the reason why there is none. Nothing throws because of a document. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: CoreError };

/** An order in canonical form: web/contract/order.schema.json. */
export interface CanonicalOrder {
  readonly version: 1;
  readonly id: string;
  readonly number: string;
  readonly currency: string;
  readonly lines: readonly Readonly<Record<string, unknown>>[];
  readonly [member: string]: unknown;
}

/** Shipments in canonical form: web/contract/shipments.schema.json. */
export interface CanonicalShipments {
  readonly version: 1;
  readonly shipments: readonly Readonly<Record<string, unknown>>[];
}

/** Which offers are made on an order. */
export interface OfferOutcome {
  /** Offer ids, best first; empty when none is made. */
  readonly ranked: readonly string[];
  /** What forbids any offer on this order. */
  readonly order_reasons: readonly string[];
  /** The node of the funnel that is due. */
  readonly node?: string;
}

/** The same, and why each of the others is not. */
export interface OfferDecision extends OfferOutcome {
  readonly candidates: readonly {
    readonly offer_id: string;
    readonly title: string;
    readonly reasons: readonly string[];
    readonly expected_value_micro?: number;
    readonly matched_group?: number;
  }[];
}

/** What a decision is made of: `config` as in web/contract/offers-config.schema.json. */
export interface OfferCase {
  readonly order: object;
  readonly config: object;
  readonly context: object;
}

/** An order and what happened before it: web/contract/offers-config.schema.json names the rest. */
export interface PreparedCase {
  readonly order: object;
  readonly context: object;
}

/** What to price; amounts in minor units of `currency`, the rate in millionths (19 % = 190000). */
export interface PriceCase {
  readonly currency: string;
  readonly lines: readonly {
    readonly unit_price_minor: number;
    readonly quantity?: number;
    readonly discount_basis_points?: number;
    readonly discount_minor?: number;
  }[];
  readonly shipping_minor?: number;
  readonly tax_millionths?: number;
  readonly tax_included?: boolean;
}

/** A priced case, in minor units. The total is what would be charged. */
export interface Price {
  readonly currency: string;
  readonly subtotal_minor: number;
  readonly discount_minor: number;
  readonly shipping_minor: number;
  readonly tax_minor: number;
  readonly total_minor: number;
  readonly tax_included: boolean;
}

/** A URL that may stand in a page, or why not. */
export interface UrlCheck {
  readonly url: string | null;
  readonly reason: string;
}

type Document = string | object;

const textOf = (document: Document): string =>
  typeof document === 'string' ? document : JSON.stringify(document);

function resultOf<T>(outcome: Outcome, read: (json: string) => T): Result<T> {
  const { json, code, pointer, offset } = outcome;
  return code === ''
    ? { ok: true, value: read(json) }
    : { ok: false, error: { code, pointer, offset } };
}

const parsed = <T>(outcome: Outcome): Result<T> =>
  resultOf(outcome, (json) => JSON.parse(json) as T);
const asText = (outcome: Outcome): Result<string> => resultOf(outcome, (json) => json);

const kRank = 0;
const kDecide = 1;
const kExplain = 2;

/** An offers configuration that was read once, for many decisions. */
export class Offers {
  constructor(
    private readonly _module: DeveloperModule,
    private readonly _prepared: number,
  ) {}

  /** Decides which offers are made, without the reasons of the others. */
  rank(offerCase: PreparedCase): Result<OfferOutcome> {
    return parsed(this._decide(offerCase, kRank));
  }

  /** Decides which offers are made, and why each of the others is not. */
  decide(offerCase: PreparedCase): Result<OfferDecision> {
    return parsed(this._decide(offerCase, kDecide));
  }

  /** Returns the decision as a table for people. */
  explain(offerCase: PreparedCase): Result<string> {
    return asText(this._decide(offerCase, kExplain));
  }

  /** Gives the memory back; the object must not be used afterwards. */
  dispose(): void {
    this._module.forgetOffers(this._prepared);
  }

  private _decide(offerCase: PreparedCase, form: number): Outcome {
    return this._module.decidePrepared(this._prepared, textOf(offerCase), form);
  }
}

/** The core; made by loadCore. Every call is synchronous and pure. */
export class Core {
  constructor(private readonly _module: DeveloperModule) {}

  /** Reads an order of any source into canonical form. */
  parseOrder(source: OrderSource, document: Document): Result<CanonicalOrder> {
    return parsed(this._module.parseOrder(source, textOf(document)));
  }

  /** Reads shipments of any tracking service into canonical form. */
  normalise(source: TrackingSource, document: Document): Result<CanonicalShipments> {
    return parsed(this._module.normalise(source, textOf(document)));
  }

  /** Decides which offers are made. */
  decide(offerCase: OfferCase): Result<OfferDecision> {
    return parsed(this._module.decideOffer(textOf(offerCase)));
  }

  /** Returns the decision as a table for people. */
  explain(offerCase: OfferCase): Result<string> {
    return asText(this._module.explainOffer(textOf(offerCase)));
  }

  /**
   * Reads a configuration once, for thousands of offers or many orders. A document holds 4 MB; `more`
   * are documents with the same funnel and further offers, whose policy is not looked at.
   */
  prepareOffers(config: Document, more: readonly Document[] = []): Result<Offers> {
    const first = parsed<number>(this._module.prepareOffers(textOf(config)));
    if (!first.ok) return first;
    for (const document of more) {
      const added = parsed(this._module.addOffers(first.value, textOf(document)));
      if (added.ok) continue;
      this._module.forgetOffers(first.value);
      return added;
    }
    return { ok: true, value: new Offers(this._module, first.value) };
  }

  /** Prices what an offer holds, as the backend signs it. */
  price(priceCase: PriceCase): Result<Price> {
    return parsed(this._module.priceQuote(textOf(priceCase)));
  }

  /** Checks an offers configuration; the error points at the first wrong field. */
  lint(config: Document): Result<{ readonly ok: true }> {
    return parsed(this._module.lintOffers(textOf(config)));
  }

  /**
   * Renders one widget of a page document to the markup that the browser adopts; "" while its
   * fallback stays. `format` finds the words (createFormatter of postlude/core).
   */
  renderHtml(
    kind: WidgetKind,
    page: Document,
    nowMs: number,
    formatter: Formatter,
  ): Result<string> {
    const format = (id: number, words: number[], count: number, strings: string[]): string =>
      formatter.format(id, count, new Uint32Array(words), 0, strings);
    return asText(this._module.renderHtml(kind, textOf(page), nowMs, format));
  }

  /** Tells whether a URL may stand in a page. */
  checkUrl(url: string): UrlCheck {
    return JSON.parse(this._module.checkUrl(url).json) as UrlCheck;
  }

  /** Plays a scenario (tests/scenarios) and returns what the session answers, as text. */
  runScenario(scenario: Document): Result<string> {
    return asText(this._module.runScenario(textOf(scenario)));
  }
}

/** How to find postlude-core.wasm where it is not beside the script. */
export interface CoreOptions {
  /** The module's bytes, for hosts without a file system or fetch. */
  readonly wasm?: ArrayBuffer | Uint8Array;
}

/** Loads the core once a call; some milliseconds. Rejects when the module cannot be had. */
export async function loadCore(options: CoreOptions = {}): Promise<Core> {
  return new Core(await createModule(options.wasm ? { wasmBinary: options.wasm } : {}));
}

export { createFormatter, type Word } from '../format-text.js';
export type { Formatter };
