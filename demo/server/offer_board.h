#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/offer/decide_offer.h"
#include "core/offer/offer.h"
#include "demo/server/app.h"
#include "demo/server/offer_repository.h"
#include "demo/server/order_repository.h"
#include "demo/server/quote_repository.h"

namespace postlude::server {

/// How long after the purchase offers can be added to an order that was not released.
inline constexpr int64_t kOfferWindowMs = 60LL * 60 * 1000;
/// A quote with less left than this is not shown again; a fresh one is made.
inline constexpr int64_t kQuoteRenewMs = 2LL * 60 * 1000;

/// Decides what is offered on an order now: the core's policy with the shop's stock, prices and
/// history.
offer::Decision decide_for_order(App& app, Database& database, const StoredOrder& stored,
                                 const OfferSetup& setup);

/// An accepted offer that can still be undone.
struct UndoableOffer {
  offer::Offer offer;
  int64_t until_ms = 0;
};

/// What the shopper is shown: the decided offers, priced and signed, and what can be undone.
struct OfferBoard {
  std::vector<offer::Offer> offers;
  std::vector<UndoableOffer> undoable;
  std::string_view none_reason;  // a DecisionReason's wire name when `offers` is empty
};

/// Returns the board as the array "offers" of a page document: the open ones, then the others.
std::string board_json(const OfferBoard& board);

/// Returns the board; writes the quotes that it had to make.
OfferBoard offer_board(App& app, Database& database, const StoredOrder& stored);

/// Returns the price of one candidate from the catalogue and the merchant's terms; nothing when the
/// product is gone.
std::optional<offer::Quote> price_candidate(const App& app, Database& database,
                                            const OfferSetup& setup,
                                            const offer::Candidate& candidate);

}  // namespace postlude::server
