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
};

/// Writes the merchant's two documents: the offers configuration (web/contract) and, when there is
/// one, the prices {"version":1,"undo_minutes"?,"prices":[{"offer_id","discount_basis_points"? or
/// "discount_minor"?,"shipping_minor"?,"max_quantity"?,"choose_variant"?,"ends_after_minutes"?}]}.
/// Throws std::runtime_error, naming the place, when either
/// is not valid: a server with a doubtful configuration does not start.
void seed_offers(Database& database, const std::string& config_json,
                 const std::string& prices_json);

OfferSetup load_offers(Database& database);
/// Returns OfferSetup::undo_minutes alone.
int64_t load_undo_minutes(Database& database);

/// Remembers the shopper's answer; a second one to the same offer changes nothing.
void remember_answer(Database& database, std::string_view order_id, std::string_view offer_id,
                     offer::Answer answer, int64_t now_ms);

/// The shopper has undone what they accepted: it counts as declined from now on.
void take_back_answer(Database& database, std::string_view order_id, std::string_view offer_id,
                      int64_t now_ms);

/// Returns what the order's customer answered, on this order and on earlier ones.
std::vector<offer::PastAnswer> past_answers(Database& database, const OfferSetup& setup,
                                            std::string_view order_id,
                                            std::string_view customer_id);

}  // namespace postlude::server
