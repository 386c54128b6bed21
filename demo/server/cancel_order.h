#pragma once

#include <chrono>
#include <string>

#include "demo/server/app.h"
#include "demo/server/database.h"

namespace postlude::server {

/// Whether the money of a cancelled order is back already.
enum class MoneyBack : uint8_t { Done, Waiting };

/// The merchant calls an order off. From one transaction on nothing more can be added to it; then
/// everything that was charged for it is given back, each charge by its own key and so once: the
/// accepted offers as when they are undone, then the order's own payment. What a crash or a gateway
/// that does not answer leaves is given back by `settle_cancelled_orders`. Throws
/// Problem(NotFound).
MoneyBack cancel_order(App& app, const std::string& order_id);

/// Goes on giving back what cancelled orders still hold; returns how many orders are done now.
int settle_cancelled_orders(App& app, Database& database);

}  // namespace postlude::server
