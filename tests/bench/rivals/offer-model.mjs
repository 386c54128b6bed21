// What the offer widget decides and says, for every rival alike: the rules of core/offer in the least
// code that gives the same answers.

import * as phrase from 'bench:phrases';
import { say, sayMoney, sayText, sayTextAndMoney } from './words.mjs';

const kReasons = {
  bought_together: phrase.OfferReasonBoughtTogether,
  completes: phrase.OfferReasonCompletes,
  refill: phrase.OfferReasonRefill,
};

const kResults = {
  expired: phrase.OfferExpired,
  out_of_stock: phrase.OfferOutOfStock,
};

export const declineText = () => say(phrase.OfferDecline);
export const finePrintText = () => say(phrase.OfferFinePrint);
export const testModeText = () => say(phrase.OfferTestMode);
export const isOpen = (offer) => offer.status === 'open';

/** The hidden fields of the two forms; without scripts they hold what the server wrote. */
export const kAcceptFields = ['order_token', 'quote', 'quantity', 'idempotency_key', 'return_to'];
export const kDeclineFields = ['order_token', 'return_to'];

export function reasonText(offer) {
  const id = kReasons[offer.reason];
  return id === undefined
    ? say(phrase.OfferReasonMerchantPick)
    : sayText(id, offer.reason_title ?? '');
}

/** The whole price before the click. */
export function priceRows({ quote }) {
  const amount = (minor) => sayMoney(phrase.Amount, minor, quote.currency);
  const row = (kind, id, text) => ({ key: id, kind, label: say(id), text });
  const rows = [row('', phrase.OfferPrice, amount(quote.subtotal_minor))];
  if (quote.discount_minor > 0) {
    rows.push(row('good', phrase.OfferDiscount, amount(-quote.discount_minor)));
  }
  const free = quote.shipping_minor === 0;
  rows.push(
    row(
      '',
      phrase.OfferShipping,
      free ? say(phrase.OfferShippingFree) : amount(quote.shipping_minor),
    ),
  );
  if (!quote.tax_included && quote.tax_minor) {
    rows.push(row('', phrase.OfferTaxAdded, amount(quote.tax_minor)));
  }
  rows.push(row('current', phrase.OfferTotal, amount(quote.total_minor)));
  if (quote.tax_included && quote.tax_minor) {
    rows.push(row('ahead', phrase.OfferTaxIncluded, amount(quote.tax_minor)));
  }
  return rows;
}

export const acceptText = ({ quote }) =>
  sayMoney(phrase.OfferAccept, quote.total_minor, quote.currency);

const acceptedText = ({ title, quote }) =>
  sayTextAndMoney(phrase.OfferAccepted, title, quote.total_minor, quote.currency);

/** What became of an offer that is not open. */
export const resultOf = (offer) =>
  offer.status === 'accepted'
    ? { state: 'good', text: acceptedText(offer) }
    : { state: 'bad', text: say(kResults[offer.status]) };

/** Returns the offers that are shown: open ones up to the page's limit, and what became of others. */
export function shownOffers({ offers, maxOpen }) {
  let left = maxOpen;
  return offers.filter((offer) => offer.status !== 'declined' && (!isOpen(offer) || left-- > 0));
}

export const headingText = ({ offers }) =>
  say(offers.some(isOpen) ? phrase.OfferHeading : phrase.OfferHeadingDone);

/** The live line, for the ear alone: the first offer that is over, or else that was taken. */
export function statusOf({ offers }) {
  const first = (wanted) => offers.find(({ status }) => status === wanted);
  if (first('expired')) return { state: 'done', text: say(kResults.expired) };
  const taken = first('accepted');
  return taken ? { state: 'done', text: acceptedText(taken) } : { state: 'idle', text: '' };
}

/** Returns whether two offers show the same. */
export function sameOffer(a, b) {
  return (
    a === b ||
    (a.id === b.id &&
      a.status === b.status &&
      a.title === b.title &&
      a.variant === b.variant &&
      a.description === b.description &&
      a.image_url === b.image_url &&
      a.image_alt === b.image_alt &&
      a.reason === b.reason &&
      a.reason_title === b.reason_title &&
      sameQuote(a.quote, b.quote))
  );
}

function sameQuote(a, b) {
  return (
    a.token === b.token &&
    a.currency === b.currency &&
    a.subtotal_minor === b.subtotal_minor &&
    a.discount_minor === b.discount_minor &&
    a.shipping_minor === b.shipping_minor &&
    a.tax_minor === b.tax_minor &&
    a.total_minor === b.total_minor &&
    a.tax_included === b.tax_included
  );
}
