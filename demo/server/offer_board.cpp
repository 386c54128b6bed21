#include "demo/server/offer_board.h"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "core/journey/attention.h"
#include "demo/server/accept_answers.h"
#include "demo/server/charge_repository.h"
#include "demo/server/quote_offer.h"

namespace postlude::server {
namespace {

constexpr std::string_view kNotQuoted = "not_quoted";

/// The candidates with what only the shop knows: stock, price and how they have done so far.
std::vector<offer::Candidate> stocked_candidates(Database& database, const StoredOrder& stored,
                                                 const OfferSetup& setup) {
  std::vector<offer::Candidate> candidates = setup.config.candidates;
  const auto tallies = offer_tallies(database);
  for (offer::Candidate& candidate : candidates) {
    if (candidate.link) continue;  // nothing of it is the shop's
    const OfferTerms terms = setup.terms_of(candidate.offer_id);
    const std::vector<CatalogueItem> variants =
        offered_variants(database, terms, candidate.product_id);
    candidate.stock = 0;
    for (const CatalogueItem& item : variants) {
      candidate.stock = std::max(*candidate.stock, item.stock);
    }
    const int64_t end_ms = offer_end_ms(terms, stored);
    if (end_ms != 0) candidate.ends_at_ms = end_ms;
    // What this order itself has reserved, waiting for the shopper's confirmation, is not sold out.
    if (find_living_charge(database, stored.order.id, candidate.offer_id)) {
      *candidate.stock += candidate.quantity;
    }
    candidate.adds_shipping |= terms.shipping_minor > 0;
    const auto tally = tallies.find(candidate.offer_id);
    if (tally != tallies.end()) candidate.tally = tally->second;
    if (variants.empty()) continue;
    const auto price = price_choice(stored.rate, terms, variants.front(), candidate.quantity);
    if (price) candidate.total = price->presentment.total;
  }
  return candidates;
}

offer::DecideContext context_of(const App& app, Database& database, const StoredOrder& stored,
                                const OfferSetup& setup) {
  offer::DecideContext context;
  context.now_ms = app.clock.now_ms();
  context.shop_offset_minutes = kShopOffsetMinutes;
  context.placement = offer::Placement::AsksConsent;  // the widget's card has a box to tick
  context.payment_reuse =
      app.gateway.takes(stored.payment_token) ? offer::PaymentReuse::Yes : offer::PaymentReuse::No;
  offer::ModificationWindow window;
  window.enabled = !stored.released_ms;
  window.expires_at_ms = stored.created_ms + setup.window_ms();
  context.window = window;
  if (stored.rate.converts()) context.shop_subtotal = stored.shop_subtotal;
  context.history = past_answers(database, setup, stored.order.id, stored.customer_id);
  return context;
}

/// What was accepted and can still be undone: shown above what is offered next, where it was.
std::vector<offer::Offer> undoable_offers(const App& app, Database& database,
                                          const StoredOrder& stored, const OfferSetup& setup) {
  std::vector<offer::Offer> offers;
  if (setup.undo_minutes == 0 || stored.released_ms || stored.cancelled_ms) return offers;
  for (const Charge& charge : list_charges(database, stored.order.id)) {
    const int64_t until_ms = undo_until_ms(database, charge);
    if (until_ms <= app.clock.now_ms()) continue;
    const std::optional<StoredQuote> quote = find_quote(database, charge.quote_id);
    const std::optional<CatalogueItem> item =
        quote ? find_variant(database, quote->product_id, quote->variant_id) : std::nullopt;
    if (!item) continue;
    offer::Offer made = describe_product(*item);
    made.id = charge.offer_id;
    made.quantity = quote->quantity;
    made.status = offer::OfferStatus::Accepted;
    made.quote = quote->quote;
    made.quote.token.clear();  // it is spent
    made.needs_consent = quote->needs_consent;
    made.renewal = quote->renewal;
    made.undo_until_ms = until_ms;
    offers.push_back(std::move(made));
  }
  return offers;
}

offer::Offer describe_link(const order::Order& order, const offer::Candidate& candidate) {
  offer::Offer made;
  made.id = candidate.offer_id;
  made.title = candidate.title;
  made.reason = candidate.reason;
  made.reason_title = reason_title(order, candidate);
  made.description = candidate.link->description;
  made.image_url = candidate.link->image_url;
  made.image_alt = candidate.link->image_alt;
  made.link = candidate.link->to;
  return made;
}

/// Returns the offer with its quote or, of a link, with the note that it is shown. Nothing when it
/// cannot be had, or when that cannot be written: the page is the order's first of all.
std::optional<offer::Offer> shown_offer(App& app, Database& database, const StoredOrder& stored,
                                        const OfferSetup& setup,
                                        const offer::Candidate& candidate) {
  try {
    if (!candidate.link) return quoted_offer(app, database, stored, setup, candidate);
    remember_link_shown(database, stored.order.id, candidate.offer_id, app.clock.now_ms());
    return describe_link(stored.order, candidate);
  } catch (const std::exception& error) {
    spdlog::error("offer {} is left out: {}", candidate.offer_id, error.what());
    return std::nullopt;
  }
}

/// Why nothing is offered, as the candidate that came furthest tells it.
std::string_view reason_for_none(const offer::Decision& decision) {
  if (!decision.ranked.empty()) return kNotQuoted;
  if (!decision.order_reasons.empty()) {
    return offer::decision_reason_name(decision.order_reasons.front());
  }
  auto reason = offer::DecisionReason::OffersDisabled;
  for (const offer::Verdict& verdict : decision.verdicts) {
    reason = std::max(reason, verdict.reasons.front());
  }
  return offer::decision_reason_name(reason);
}

}  // namespace

offer::Decision decide_for_order(App& app, Database& database, const StoredOrder& stored,
                                 const OfferSetup& setup) {
  return offer::decide_offer(stored.order, stocked_candidates(database, stored, setup),
                             setup.config.policy, context_of(app, database, stored, setup));
}

OfferPlan plan_offers(App& app, Database& database, const StoredOrder& stored) {
  OfferPlan plan;
  plan.setup = load_offers(database);
  plan.decision = decide_for_order(app, database, stored, plan.setup);
  plan.undoable = undoable_offers(app, database, stored, plan.setup);
  return plan;
}

int64_t max_open_offers(const OfferSetup& setup) {
  return std::clamp<int64_t>(setup.config.policy.max_shown, 0, journey::kMaxOffersAtOnce);
}

OfferBoard offer_board(App& app, Database& database, const StoredOrder& stored, OfferPlan plan) {
  const offer::Decision& decision = plan.decision;
  OfferBoard board;
  board.offers = std::move(plan.undoable);
  const size_t bought = board.offers.size();
  std::vector<offer::Offer> links;
  for (const std::string& offer_id : decision.ranked) {
    const offer::Candidate* candidate = plan.setup.find(offer_id);
    if (candidate == nullptr) continue;
    std::optional<offer::Offer> made = shown_offer(app, database, stored, plan.setup, *candidate);
    if (!made) continue;
    (candidate->link ? links : board.offers).push_back(std::move(*made));
  }
  if (board.offers.size() == bought && links.empty()) {
    board.none_reason = reason_for_none(decision);
  }
  for (offer::Offer& link : links) board.offers.push_back(std::move(link));
  return board;
}

}  // namespace postlude::server
