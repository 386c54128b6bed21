#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/offer/offer.h"
#include "demo/server/database.h"

namespace postlude::server {

/// A subscription that an accepted offer began. What was undone or cancelled with its order is none
/// any more.
struct Subscription {
  std::string offer_id;
  std::string title;  // of the product
  offer::Renewal renewal;
  int64_t ended_ms = 0;  // when the shopper ended it; 0: it goes on
};

std::vector<Subscription> list_subscriptions(Database& database, std::string_view order_id);

/// The shopper ends a subscription: nothing more of it is charged, which the outbox tells once.
/// Returns whether there is one, ended now or before. Needs a transaction.
bool end_subscription(Database& database, std::string_view order_id, std::string_view offer_id,
                      int64_t now_ms);

}  // namespace postlude::server
