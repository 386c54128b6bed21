/**
 * Postlude's core for Node, edge workers and headless use: the same decisions as in the page, the
 * server and the `postlude` command. Here: orders, offers and prices; markup, parcels and carriers'
 * words have entries of their own (postlude/core/render, /tracking, /classify).
 *
 *     import { loadCore } from 'postlude/core';
 *     const core = await loadCore();
 *     const parsed = core.parseOrder('shopify', text);
 *     if (parsed.ok) console.log(parsed.value.number);
 *     else console.error(parsed.error.code, parsed.error.pointer);
 */

import createGlue from './glue-core.mjs';
import { type Document, type Result, asText, parsed, textOf } from './result.js';
import { type ModuleOptions, startModule } from './start-module.js';

/** Where an order can come from. */
export type OrderSource = 'canonical' | 'shopify' | 'woocommerce' | 'schema_org' | 'ga4';

/** An order in canonical form: web/contract/order.schema.json. */
export interface CanonicalOrder {
  readonly version: 1;
  readonly id: string;
  readonly number: string;
  readonly currency: string;
  readonly lines: readonly Readonly<Record<string, unknown>>[];
  readonly [member: string]: unknown;
}

/** Which offers are made on an order. */
export interface OfferOutcome {
  /** Offer ids, best first; empty when none is made. */
  readonly ranked: readonly string[];
  /** What forbids any offer of the shop's own on this order; a link of another seller may be ranked. */
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

/**
 * What to price; amounts in minor units of `currency`, the tax rate in millionths (19 % = 190000).
 * `exchange` is for a shopper who pays in another currency than the shop's: what one of `currency`
 * is worth there, as a plain decimal with at most nine digits after the point ("1.087").
 */
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
  readonly exchange?: { readonly currency: string; readonly rate: string };
}

/** The amounts of a quote, in minor units. */
export interface Amounts {
  readonly currency: string;
  readonly subtotal_minor: number;
  readonly discount_minor: number;
  readonly shipping_minor: number;
  readonly tax_minor: number;
  readonly total_minor: number;
  readonly tax_included: boolean;
}

/** A priced case. The total is what would be charged; `shop` says the same in the shop's currency,
 * priced by itself, where that is another. */
export interface Price extends Amounts {
  readonly shop?: Amounts;
}

/** A URL that may stand in a page, or why not. */
export interface UrlCheck {
  readonly url: string | null;
  readonly reason: string;
}

/** What bindings/embind.cpp exports. */
interface CoreModule {
  parseOrder(source: string, json: string): string;
  decideOffer(json: string): string;
  explainOffer(json: string): string;
  /** Answers with the number that the others take. */
  prepareOffers(json: string): string;
  addOffers(prepared: number, json: string): string;
  /** `form`: 0 the outcome alone, 1 the whole table, 2 the table as text. */
  decidePrepared(prepared: number, json: string, form: number): string;
  forgetOffers(prepared: number): void;
  lintOffers(json: string): string;
  priceQuote(json: string): string;
  checkUrl(url: string): string;
}

const kRank = 0;
const kDecide = 1;
const kExplain = 2;

/** An offers configuration that was read once, for many decisions. */
export interface Offers {
  /** Decides which offers are made, without the reasons of the others. */
  rank(offerCase: PreparedCase): Result<OfferOutcome>;
  /** Decides which offers are made, and why each of the others is not. */
  decide(offerCase: PreparedCase): Result<OfferDecision>;
  /** Returns the decision as a table for people. */
  explain(offerCase: PreparedCase): Result<string>;
  /** Gives the memory back; the object must not be used afterwards. */
  dispose(): void;
}

/** The core; made by loadCore. Every call is synchronous and pure. */
export interface Core {
  /** Reads an order of any source into canonical form. */
  parseOrder(source: OrderSource, document: Document): Result<CanonicalOrder>;
  /** Decides which offers are made. */
  decide(offerCase: OfferCase): Result<OfferDecision>;
  /** Returns the decision as a table for people. */
  explain(offerCase: OfferCase): Result<string>;
  /**
   * Reads a configuration once, for thousands of offers or many orders. A document holds 4 MB; `more`
   * are documents with the same funnel and further offers, whose policy is not looked at.
   */
  prepareOffers(config: Document, more?: readonly Document[]): Result<Offers>;
  /** Prices what an offer holds, as the backend signs it. */
  price(priceCase: PriceCase): Result<Price>;
  /** Checks an offers configuration; the error points at the first wrong field. */
  lint(config: Document): Result<{ readonly ok: true }>;
  /** Tells whether a URL may stand in a page. */
  checkUrl(url: string): UrlCheck;
}

function offersOf(module: CoreModule, prepared: number): Offers {
  const decide = (offerCase: PreparedCase, form: number): string =>
    module.decidePrepared(prepared, textOf(offerCase), form);
  return {
    rank: (offerCase) => parsed(decide(offerCase, kRank)),
    decide: (offerCase) => parsed(decide(offerCase, kDecide)),
    explain: (offerCase) => asText(decide(offerCase, kExplain)),
    dispose: () => module.forgetOffers(prepared),
  };
}

function coreOf(module: CoreModule): Core {
  return {
    parseOrder: (source, document) => parsed(module.parseOrder(source, textOf(document))),
    decide: (offerCase) => parsed(module.decideOffer(textOf(offerCase))),
    explain: (offerCase) => asText(module.explainOffer(textOf(offerCase))),
    prepareOffers(config, more = []) {
      const first = parsed<number>(module.prepareOffers(textOf(config)));
      if (!first.ok) return first;
      for (const document of more) {
        const added = parsed(module.addOffers(first.value, textOf(document)));
        if (added.ok) continue;
        module.forgetOffers(first.value);
        return added;
      }
      return { ok: true, value: offersOf(module, first.value) };
    },
    price: (priceCase) => parsed(module.priceQuote(textOf(priceCase))),
    lint: (config) => parsed(module.lintOffers(textOf(config))),
    checkUrl: (url) => JSON.parse(module.checkUrl(url).slice(1)) as UrlCheck,
  };
}

/** Loads the core once a call; some milliseconds. Rejects when the module cannot be had. */
export async function loadCore(options: ModuleOptions = {}): Promise<Core> {
  const beside = (): URL => new URL('./postlude-core.wasm', import.meta.url);
  return coreOf(await startModule<CoreModule>(createGlue, options, beside));
}

export type { CoreError, Document, Result } from './result.js';
export type { ModuleOptions };
