// Which of the two builds of the core a page needs. Both speak the same protocol.

import { kWidgets } from './protocol.gen.js';

/** The core with every widget. */
export const kEveryCore = 'postlude.wasm';

/** The core of pages with an order and its offers alone: a sixth smaller. */
export const kOfferCore = 'postlude-offer.wasm';

/** Tells whether the smaller core shows widgets of a kind. */
export const isOfOfferCore = (kind: number): boolean => kind <= kWidgets.indexOf('offer');

/** Returns the core for the kinds named, such as "order offer"; "" when they are not known yet. */
export function coreFor(widgets: string): string {
  return widgets && !/tracking|review/.test(widgets) ? kOfferCore : kEveryCore;
}
