// The files of a page. The two builds of the core speak the same protocol.

import { kWidgets } from './protocol.gen.js';

/** The core with every widget. */
export const kEveryCore = 'postlude.wasm';

/** The core of pages with an order and its offers alone: a third smaller. */
export const kOfferCore = 'postlude-offer.wasm';

/** The styles of what the smaller core does not show. */
export const kMoreStyles = 'postlude-more.css';

/** The second file of a language's words, likewise: of "de" it is "de.more". */
export const moreOf = (words: string): string => `${words}.more`;

/** Reads what others wrote; few pages need it. */
export const kSources = 'postlude-sources.wasm';

/** Reads streams (web/src/stream.ts). */
export const kStream = 'postlude-stream.js';

/** What few pages need (web/src/later.ts). */
export const kLater = 'postlude-later.js';

/** The kinds that the smaller core shows (bindings/storefront_offer.cpp). */
export const kOfferKinds = ['order', 'offer'];

/** Tells whether the smaller core shows widgets of a kind. */
export const isOfOfferCore = (kind: number): boolean => kOfferKinds.includes(kWidgets[kind]!);
