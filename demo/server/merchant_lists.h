#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "demo/server/database.h"

namespace postlude::server {

/// What the merchant panel's API lists, each as {"version":1,"<name>":[...]}.
std::string catalogue_json(Database& database);
std::string orders_json(Database& database);
std::string quotes_json(Database& database, std::string_view order_id);
std::string charges_json(Database& database, std::string_view order_id);
std::string reports_json(Database& database, std::string_view order_id);
std::string reviews_json(Database& database, std::string_view order_id);
std::string events_json(Database& database, std::string_view order_id);
/// Rows of the outbox with an id beyond `after`.
/// {"revenue":[...]}: what each offer earned, net of what was undone or cancelled.
std::string revenue_json(Database& database);
std::string outbox_json(Database& database, int64_t after);

}  // namespace postlude::server
