/**
 * What tracking services tell of parcels, whose number a parcel has, and when it should come: the same
 * as `postlude normalise`, `detect` and `estimate`.
 *
 *     import { loadTracking } from 'postlude/core/tracking';
 *     const tracking = await loadTracking();
 *     tracking.detectCourier('1Z999AA10123456784')[0]?.courier; // "ups"
 */

import createGlue from './glue-tracking.mjs';
import { type Document, type Result, parsed, textOf } from './result.js';
import { type ModuleOptions, startModule } from './start-module.js';

/** Where shipments can come from. */
export type TrackingSource =
  'canonical' | 'shopify' | 'aftership' | 'easypost' | 'shippo' | 'karrio' | '17track' | 'ucp';

/** Shipments in canonical form: web/contract/shipments.schema.json. */
export interface CanonicalShipments {
  readonly version: 1;
  readonly shipments: readonly Readonly<Record<string, unknown>>[];
}

/** What the order knows of a number's courier; breaks ties. */
export interface CourierHints {
  /** Where the order goes: ISO 3166-1, two letters. */
  readonly country?: string;
  /** The shipping method, as the shop calls it: "UPS Ground". */
  readonly shippingMethod?: string;
}

/** A courier whose number it may be. */
export interface CourierCandidate {
  /** Stable name, such as "dhl_de" (core/tracking/courier_tables.h). */
  readonly courier: string;
  /** For people. */
  readonly name: string;
  /** The courier's page for this number. */
  readonly url: string;
  /** How sure that is, from 0.01 to 0.99. */
  readonly score: number;
}

/** Of which parcel. Times are of the shop's clock: "2026-11-20T13:10", or a date. */
export interface DeliveryQuestion {
  /** A mere date counts as after the cut-off hour. */
  readonly ordered_at?: string;
  /** Once the carrier has it; then the order's time no longer matters. */
  readonly handed_over_at?: string;
  /** So that what is not handed over yet is not handed over in the past. */
  readonly today?: string;
  /** Country, two letters; the shop's when left out. */
  readonly origin?: string;
  readonly origin_region?: string;
  /** Country, two letters. */
  readonly destination?: string;
  readonly service?: string;
}

/** When it should come; all days are dates. */
export interface DeliveryForecast {
  /** Null where `basis` says why there is none. */
  readonly estimate: {
    readonly from: string;
    readonly until?: string;
    readonly source: string;
    /** Percent of the lane's parcels that had come by `until`; left out for a mere promise. */
    readonly confidence?: number;
  } | null;
  /** "lane": the shop's own deliveries; "service": what the carrier promises; else why none. */
  readonly basis: 'lane' | 'service' | 'no_start' | 'no_service' | 'no_delivery';
  /** Parcels behind it; 0 for a promise. */
  readonly n: number;
  /** The day on which the carrier has or should have it. */
  readonly handover?: string;
  /** A parcel still under way after this day is slower than usual. */
  readonly late_after?: string;
}

/** What bindings/embind_tracking.cpp exports. */
interface TrackingModule {
  normalise(source: string, json: string): string;
  detectCourier(number: string, country: string, shippingMethod: string): string;
  estimateDelivery(rules: string, question: string): string;
}

/** What is known of parcels; made by loadTracking. Every call is synchronous and pure. */
export interface Tracking {
  /**
   * Reads shipments of any tracking service into canonical form. Scans are placed by their codes; the
   * words of those that stay "unknown" are for postlude/core/classify.
   */
  normalise(source: TrackingSource, document: Document): Result<CanonicalShipments>;
  /**
   * Returns the couriers that a number may be of, the likeliest first; none when its form or check
   * digit is nobody's.
   */
  detectCourier(number: string, hints?: CourierHints): readonly CourierCandidate[];
  /** Predicts when a parcel arrives. `rules` as in web/contract/delivery-rules.schema.json. */
  estimateDelivery(rules: Document, question: DeliveryQuestion): Result<DeliveryForecast>;
}

/** Loads the module once a call; some milliseconds. Rejects when it cannot be had. */
export async function loadTracking(options: ModuleOptions = {}): Promise<Tracking> {
  const beside = (): URL => new URL('./postlude-core-tracking.wasm', import.meta.url);
  const module = await startModule<TrackingModule>(createGlue, options, beside);
  return {
    normalise: (source, document) => parsed(module.normalise(source, textOf(document))),
    detectCourier: (number, { country = '', shippingMethod = '' } = {}) =>
      JSON.parse(module.detectCourier(number, country, shippingMethod).slice(1)) as [],
    estimateDelivery: (rules, question) =>
      parsed(module.estimateDelivery(textOf(rules), textOf(question))),
  };
}

export type { CoreError, Document, Result } from './result.js';
export type { ModuleOptions };
