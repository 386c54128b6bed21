#pragma once

#include <string>
#include <string_view>

#include "core/tracking/shipment.h"
#include "demo/server/app.h"
#include "demo/server/http_fwd.h"

namespace postlude::server {

/// How long a link to an order lives that was found by look-up.
inline constexpr int64_t kLookupTokenLifetimeS = 7LL * 24 * 3600;

/// What somebody says of an order.
struct OrderLookup {
  std::string number;   // as printed: "1003" or "#1003"
  std::string contact;  // the order's e-mail, postcode or phone number
  std::string client;   // whose tries are counted (client_address)
};

/// Returns the id of the order whose number and contact both match. An order that does not exist
/// and a contact that is another's are the same: the same work, the same answer. Tries are counted
/// for the number and for the client, over restarts, as keyed hashes. Throws Problem: Invalid
/// (nothing was said, with a pointer), TooManyTries (with Retry-After), NoMatch.
std::string look_up_order(App& app, const OrderLookup& lookup);

/// Returns the parcel with that number as a stranger may see it: nothing of its order, nothing of
/// what is inside, no name, no photo, no pick-up place. Tries are counted for the client. Throws
/// the same.
tracking::Shipment look_up_parcel(App& app, std::string_view tracking_number,
                                  std::string_view client);

/// Returns the address that tries are counted for: the connection's, or behind the proxy of
/// --trusted-proxy the last one it names in X-Forwarded-For.
std::string client_address(const App& app, const httplib::Request& request);

/// Keeps an order's phone number, for look-up alone. Needs a transaction.
void remember_phone(Database& database, std::string_view order_id, std::string_view phone);

}  // namespace postlude::server
