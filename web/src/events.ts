// The events a host page can listen to: composed, bubbling, from the widget's element.

/** Detail of the events about one offer. */
export interface OfferDetail {
  readonly offer_id: string;
  /** What is charged, in minor units of `currency`. */
  readonly total_minor: number;
  readonly currency: string;
}

/** The same about an offer of another seller, which has no price here. */
export interface OfferLinkDetail {
  readonly offer_id: string;
  readonly seller: string;
}

/** Detail of the events that say why nothing is shown. */
export interface ReasonDetail {
  readonly reason: string;
}

/** What went wrong with data from outside, or with Postlude itself (`stopped`, `load`). */
export interface ErrorDetail {
  readonly code: string;
  /** JSON pointer into the document that was refused. */
  readonly pointer?: string;
  /** Byte offset of a syntax error, otherwise 0. */
  readonly offset?: number;
}

/** Every event by name, with its detail. */
export interface PostludeEventMap {
  /** A widget shows its view for the first time. */
  'postlude:ready': CustomEvent<object>;
  'postlude:error': CustomEvent<ErrorDetail>;
  'postlude:offer-shown': CustomEvent<OfferDetail | OfferLinkDetail>;
  /** There is no offer, and this is why. */
  'postlude:offer-none': CustomEvent<ReasonDetail>;
  'postlude:offer-accepting': CustomEvent<OfferDetail>;
  'postlude:offer-accepted': CustomEvent<OfferDetail>;
  'postlude:offer-declined': CustomEvent<OfferDetail | OfferLinkDetail>;
  'postlude:offer-failed': CustomEvent<OfferDetail>;
  'postlude:offer-undone': CustomEvent<OfferDetail>;
  /** The shopper follows a link to another seller. */
  'postlude:offer-link': CustomEvent<OfferLinkDetail>;
  'postlude:tracking-updated': CustomEvent<{ shipment_id?: string; status?: string }>;
  'postlude:review-asked': CustomEvent<{ line_id: string }>;
  /** No review is asked for, and this is why. */
  'postlude:review-quiet': CustomEvent<ReasonDetail & { ask_on?: string }>;
  'postlude:review-sent': CustomEvent<object>;
  'postlude:review-failed': CustomEvent<object>;
}

declare global {
  interface HTMLElementEventMap extends PostludeEventMap {}
  interface DocumentEventMap extends PostludeEventMap {}
}
