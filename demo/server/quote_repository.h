#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json_writer.h"
#include "core/offer/offer.h"
#include "demo/server/database.h"

namespace postlude::server {

/// A priced and signed offer as it was shown; `quote.total` is what is charged.
struct StoredQuote {
  std::string id;  // the token's jti
  std::string order_id;
  std::string offer_id;
  std::string product_id;
  std::string variant_id;
  int64_t quantity = 1;
  int64_t created_ms = 0;
  bool needs_consent = false;             // of the shopper, to just this
  std::string selling_plan;               // "" for what is bought once
  std::optional<offer::Renewal> renewal;  // of every subscription, with its total
  offer::Quote quote;                     // in the order's currency
  offer::Quote shop;  // the same amounts in the shop's, for its books; without token and time
};

/// Writes how a stored subscription goes on, as an object: {"every","unit","total_minor"}.
void write_renewal(base::JsonWriter& out, const offer::Renewal& renewal);

void insert_quote(Database& database, const StoredQuote& stored);
std::optional<StoredQuote> find_quote(Database& database, std::string_view quote_id);
/// Returns the newest quote of an offer that is good beyond `until_ms` and was not tried in vain: a
/// form's next try is a new intent, and its key is made from the quote.
std::optional<StoredQuote> find_live_quote(Database& database, std::string_view order_id,
                                           std::string_view offer_id, int64_t until_ms);
/// Returns the newest quote of an offer, in force or not.
std::optional<StoredQuote> find_last_quote(Database& database, std::string_view order_id,
                                           std::string_view offer_id);
std::vector<StoredQuote> list_quotes(Database& database, std::string_view order_id);

}  // namespace postlude::server
