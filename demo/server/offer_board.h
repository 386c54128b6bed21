#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/offer/decide_offer.h"
#include "core/offer/offer.h"
#include "demo/server/app.h"
#include "demo/server/offer_repository.h"
#include "demo/server/order_repository.h"

namespace postlude::server {

/// Decides what is offered on an order now: the core's policy with the shop's stock, prices and
/// history.
offer::Decision decide_for_order(App& app, Database& database, const StoredOrder& stored,
                                 const OfferSetup& setup);

/// What is to be offered, before it is priced: all of one moment, so that no offer is both open and
/// accepted.
struct OfferPlan {
  OfferSetup setup;
  offer::Decision decision;
  std::vector<offer::Offer> undoable;  // what was accepted and can still be undone
};

/// Reads and decides; call it in a Snapshot, with the order read in the same one.
OfferPlan plan_offers(App& app, Database& database, const StoredOrder& stored);

/// What the shopper is shown.
struct OfferBoard {
  // What can be undone; then the decided ones, priced and signed; then links to other sellers.
  std::vector<offer::Offer> offers;
  // When there is none, a DecisionReason's wire name; "not_quoted" when what was chosen could not
  // be priced or written down now.
  std::string_view none_reason;
};

/// Returns how many open offers the page may show at once: what the merchant set, three at most.
int64_t max_open_offers(const OfferSetup& setup);

/// Returns the board of a plan; writes the quotes that it had to make, and which links are shown.
/// What cannot be written is told in the log and left out.
OfferBoard offer_board(App& app, Database& database, const StoredOrder& stored, OfferPlan plan);

}  // namespace postlude::server
