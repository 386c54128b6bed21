#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/offer/decide_offer.h"
#include "core/offer/parse_offers_config.h"
#include "core/offer/price_quote.h"
#include "demo/server/database.h"

namespace postlude::server {

/// Where the configuration does not say how long offers can be added.
inline constexpr int64_t kDefaultOpenMinutes = 60;

/// What one offer costs beyond its product's price.
struct OfferTerms {
  offer::Discount discount;
  int64_t shipping_minor = 0;      // it travels with the order: free unless said otherwise
  int64_t max_quantity = 0;        // how many the shopper may choose; 0: only what the offer says
  bool choose_variant = false;     // whether the product's other variants may be chosen
  int64_t ends_after_minutes = 0;  // after the purchase; 0: with the time for changes
};

/// Everything the merchant configured about offers.
struct OfferSetup {
  offer::OffersConfig config;
  std::map<std::string, OfferTerms, std::less<>> terms;  // by offer id; absent = full price
  int64_t undo_minutes = 0;  // how long an accepted offer can be undone; 0: not at all

  OfferTerms terms_of(std::string_view offer_id) const;
  const offer::Candidate* find(std::string_view offer_id) const;
  /// How long after the purchase offers can be added to an order that was not released (U9).
  int64_t window_ms() const;
};

/// Writes the merchant's two documents: the offers configuration (web/contract) and, when there is
/// one, the prices {"version":1,"undo_minutes"?,"prices":[{"offer_id","discount_basis_points"? or
/// "discount_minor"?,"shipping_minor"?,"max_quantity"?,"choose_variant"?,"ends_after_minutes"?}]}.
/// Throws std::runtime_error, naming the place, when either is not valid, or asks for a
/// subscription that this backend cannot make truly (an upgrade; a stated renewal in another
/// currency, or beside a choice that has prices of its own), or prices a link to another seller: a
/// server with a doubtful configuration does not start.
void seed_offers(Database& database, const std::string& config_json, const std::string& prices_json,
                 base::Currency currency);

OfferSetup load_offers(Database& database);
/// Returns OfferSetup::undo_minutes alone.
int64_t load_undo_minutes(Database& database);

/// Remembers the shopper's answer. A second one to the same offer changes nothing, but that what
/// was declined can be accepted after all.
void remember_answer(Database& database, std::string_view order_id, std::string_view offer_id,
                     offer::Answer answer, int64_t now_ms);

/// The shopper has undone what they accepted: it counts as declined from now on.
void take_back_answer(Database& database, std::string_view order_id, std::string_view offer_id,
                      int64_t now_ms);

/// The merchant has cancelled the order: what the shopper answered says nothing any more.
void forget_answer(Database& database, std::string_view order_id, std::string_view offer_id);

/// An offer has come to be shown on one more order; nothing when it had a quote there before. Needs
/// the transaction that writes the quote.
void count_showing(Database& database, std::string_view order_id, std::string_view offer_id);
/// Remembers that a link to another seller is shown on an order, once: of other offers their quote
/// tells it.
void remember_link_shown(Database& database, std::string_view order_id, std::string_view offer_id,
                         int64_t now_ms);
/// `by` more accepts of an offer, or fewer.
void count_accepts(Database& database, std::string_view offer_id, int64_t by);
/// Returns how every offer has done so far, by its id.
std::map<std::string, offer::OfferTally, std::less<>> offer_tallies(Database& database);

/// Returns what happened to offers made to the order's customer, on this order and on others: what
/// was shown and answered, and where the payment failed.
std::vector<offer::PastAnswer> past_answers(Database& database, const OfferSetup& setup,
                                            std::string_view order_id,
                                            std::string_view customer_id);

}  // namespace postlude::server
