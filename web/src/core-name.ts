// Which of the two builds of the core a page needs. Both speak the same protocol.

import { kWidgets } from './protocol.gen.js';

/** The core with every widget. */
export const kEveryCore = 'postlude.wasm';

/** The core of pages with an order and its offers alone: a third smaller. */
export const kOfferCore = 'postlude-offer.wasm';

/** The styles of what the smaller core does not show. */
export const kMoreStyles = 'postlude-more.css';

/** What few pages need (web/src/later.ts). */
export const kLater = 'postlude-later.js';

/** The kinds that the smaller core shows (bindings/storefront_offer.cpp). */
const kOfferKinds = ['order', 'offer'];

/** Tells whether the smaller core shows widgets of a kind. */
export const isOfOfferCore = (kind: number): boolean => kOfferKinds.includes(kWidgets[kind]!);

/** Elements that need the core with every widget, as a selector. */
export const kElsewhere = kWidgets
  .filter((name) => !kOfferKinds.includes(name))
  .map((name) => `postlude-${name}`)
  .join();

/** Returns the core for the kinds named, such as "order offer"; "" when they are not known yet. */
export function coreFor(widgets: string): string {
  const all = widgets.split(' ').every((name) => kOfferKinds.includes(name));
  return all ? kOfferCore : kEveryCore;
}
