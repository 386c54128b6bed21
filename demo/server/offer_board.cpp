#include "demo/server/offer_board.h"

#include <algorithm>
#include <stdexcept>

#include "core/offer/price_quote.h"
#include "demo/server/accept_answers.h"
#include "demo/server/charge_repository.h"
#include "demo/server/random_id.h"

namespace postlude::server {
namespace {

base::Currency shop_currency(const App& app) {
  return base::parse_currency(app.shop.currency).value_or(base::Currency{});
}

/// The candidates with what only the shop knows: stock and price.
std::vector<offer::Candidate> stocked_candidates(App& app, Database& database,
                                                 const StoredOrder& stored,
                                                 const OfferSetup& setup) {
  std::vector<offer::Candidate> candidates = setup.config.candidates;
  for (offer::Candidate& candidate : candidates) {
    const std::optional<CatalogueItem> item = find_product(database, candidate.product_id);
    candidate.stock = item ? item->stock : 0;
    // What this order itself has reserved, waiting for the shopper's confirmation, is not sold out.
    if (find_living_charge(database, stored.order.id, candidate.offer_id)) {
      *candidate.stock += candidate.quantity;
    }
    const std::optional<offer::Quote> price = price_candidate(app, database, setup, candidate);
    if (price) candidate.total = price->total;
  }
  return candidates;
}

offer::DecideContext context_of(const App& app, Database& database, const StoredOrder& stored,
                                const OfferSetup& setup) {
  offer::DecideContext context;
  context.now_ms = app.clock.now_ms();
  context.shop_offset_minutes = kShopOffsetMinutes;
  context.payment_reuse =
      stored.payment_token.empty() ? offer::PaymentReuse::No : offer::PaymentReuse::Yes;
  offer::ModificationWindow window;
  window.enabled = !stored.released_ms;
  window.expires_at_ms = stored.created_ms + kOfferWindowMs;
  context.window = window;
  context.history = past_answers(database, setup, stored.order.id, stored.customer_id);
  return context;
}

StoredQuote make_quote(App& app, Database& database, const StoredOrder& stored,
                       const OfferSetup& setup, const offer::Candidate& candidate,
                       const CatalogueItem& item) {
  const std::optional<offer::Quote> price = price_candidate(app, database, setup, candidate);
  if (!price) throw std::runtime_error("an offer has no price: " + candidate.offer_id);
  // No quote is older than its purchase, wherever the clock has been set since.
  const int64_t now_ms = std::max(app.clock.now_ms(), stored.created_ms);
  StoredQuote made;
  made.id = random_id("quo_");
  made.order_id = stored.order.id;
  made.offer_id = candidate.offer_id;
  made.product_id = item.product_id;
  made.variant_id = item.variant_id;
  made.quantity = candidate.quantity;
  made.created_ms = now_ms;
  made.quote = *price;
  native::QuoteClaims claims;
  claims.issuer = kIssuer;
  claims.order_id = stored.order.id;
  claims.shop = kAudience;
  claims.offer_id = candidate.offer_id;
  claims.quantity = candidate.quantity;
  claims.total = price->total;
  claims.issued_at_s = now_ms / 1000;
  claims.expires_at_s = std::min(claims.issued_at_s + native::kMaxQuoteLifetimeS,
                                 (stored.created_ms + kOfferWindowMs) / 1000);
  claims.token_id = made.id;
  made.quote.expires_at_ms = claims.expires_at_s * 1000;
  const std::optional<std::string> token = native::sign_quote(claims, app.keys);
  if (!token) throw std::runtime_error("a quote could not be signed: " + candidate.offer_id);
  made.quote.token = *token;
  Transaction transaction(database);
  insert_quote(database, made);
  transaction.commit();
  return made;
}

/// The quote that is shown: one that stands already, so that a reload shows the same, or a new one.
StoredQuote quote_for(App& app, Database& database, const StoredOrder& stored,
                      const OfferSetup& setup, const offer::Candidate& candidate,
                      const CatalogueItem& item) {
  const std::optional<StoredQuote> live = find_live_quote(
      database, stored.order.id, candidate.offer_id, app.clock.now_ms() + kQuoteRenewMs);
  const std::optional<offer::Quote> price = price_candidate(app, database, setup, candidate);
  const bool stands = live && price && live->quantity == candidate.quantity &&
                      live->quote.total == price->total && live->quote.tax == price->tax;
  return stands ? *live : make_quote(app, database, stored, setup, candidate, item);
}

/// What the catalogue says of a product.
offer::Offer describe(const CatalogueItem& item) {
  offer::Offer made;
  made.product_id = item.product_id;
  made.title = item.title;
  made.variant = item.variant;
  made.description = item.description;
  made.image_url = base::safe_url(item.image_url);
  made.image_alt = item.image_alt;
  return made;
}

/// What was accepted and can still be undone: shown beside what is offered next.
std::vector<UndoableOffer> undoable_offers(const App& app, Database& database,
                                           const StoredOrder& stored, const OfferSetup& setup) {
  std::vector<UndoableOffer> offers;
  if (setup.undo_minutes == 0 || stored.released_ms || stored.cancelled_ms) return offers;
  for (const Charge& charge : list_charges(database, stored.order.id)) {
    const int64_t until_ms = undo_until_ms(database, charge);
    if (until_ms <= app.clock.now_ms()) continue;
    const std::optional<StoredQuote> quote = find_quote(database, charge.quote_id);
    const std::optional<CatalogueItem> item =
        quote ? find_product(database, quote->product_id) : std::nullopt;
    if (!item) continue;
    offer::Offer made = describe(*item);
    made.id = charge.offer_id;
    made.quantity = quote->quantity;
    made.status = offer::OfferStatus::Accepted;
    made.quote = quote->quote;
    made.quote.token.clear();  // it is spent
    offers.push_back({std::move(made), until_ms});
  }
  return offers;
}

/// The line of the order that a reason speaks of: the one configured, else the first.
std::string reason_title(const order::Order& order, const offer::Candidate& candidate) {
  if (candidate.reason == offer::OfferReason::MerchantPick || order.lines.empty()) return {};
  for (const order::LineItem& line : order.lines) {
    if (line.product_id == candidate.reason_product_id) return line.title;
  }
  return order.lines.front().title;
}

}  // namespace

std::optional<offer::Quote> price_candidate(const App& app, Database& database,
                                            const OfferSetup& setup,
                                            const offer::Candidate& candidate) {
  const std::optional<CatalogueItem> item = find_product(database, candidate.product_id);
  if (!item) return std::nullopt;
  const OfferTerms terms = setup.terms_of(candidate.offer_id);
  const base::Currency currency = shop_currency(app);
  offer::PriceInput input;
  input.lines = {{{item->price_minor, currency}, candidate.quantity, terms.discount}};
  input.shipping = {terms.shipping_minor, currency};
  input.tax_millionths = item->tax_millionths;
  const base::Result<offer::Quote> quote = offer::price_quote(input);
  if (!quote) return std::nullopt;
  return quote.value();
}

offer::Decision decide_for_order(App& app, Database& database, const StoredOrder& stored,
                                 const OfferSetup& setup) {
  return offer::decide_offer(stored.order, stocked_candidates(app, database, stored, setup),
                             setup.config.policy, context_of(app, database, stored, setup));
}

std::string board_json(const OfferBoard& board) {
  std::string out = offer::write_offers(board.offers);
  out.pop_back();
  for (const UndoableOffer& undoable : board.undoable) {
    const std::string one = offer::write_offers({undoable.offer});  // [{...}]
    out += out.size() > 1 ? ",{" : "{";
    out += "\"undo_until_ms\":" + std::to_string(undoable.until_ms) + ",";
    out += one.substr(2, one.size() - 3);
  }
  return out + "]";
}

OfferBoard offer_board(App& app, Database& database, const StoredOrder& stored) {
  const OfferSetup setup = load_offers(database);
  const offer::Decision decision = decide_for_order(app, database, stored, setup);
  OfferBoard board;
  for (const std::string& offer_id : decision.ranked) {
    const offer::Candidate* candidate = setup.find(offer_id);
    const std::optional<CatalogueItem> item =
        candidate != nullptr ? find_product(database, candidate->product_id) : std::nullopt;
    if (!item) continue;
    offer::Offer made = describe(*item);
    made.id = offer_id;
    made.reason = candidate->reason;
    made.reason_title = reason_title(stored.order, *candidate);
    made.quantity = candidate->quantity;
    made.quote = quote_for(app, database, stored, setup, *candidate, *item).quote;
    if (made.quote.discount.minor > 0) made.compare_at = made.quote.subtotal;
    board.offers.push_back(std::move(made));
  }
  if (board.offers.empty()) {
    offer::DecisionReason reason = offer::DecisionReason::OffersDisabled;
    if (!decision.order_reasons.empty()) {
      reason = decision.order_reasons.front();
    } else if (!decision.verdicts.empty()) {
      // The candidate that came furthest tells most.
      reason = decision.verdicts.front().reasons.front();
      for (const offer::Verdict& verdict : decision.verdicts) {
        reason = std::max(reason, verdict.reasons.front());
      }
    }
    board.none_reason = offer::decision_reason_name(reason);
  }
  board.undoable = undoable_offers(app, database, stored, setup);
  return board;
}

}  // namespace postlude::server
