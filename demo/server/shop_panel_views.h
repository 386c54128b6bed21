#pragma once

#include "demo/server/database.h"
#include "demo/server/order_repository.h"
#include "demo/server/shop_page.h"

namespace postlude::server {

/// Values of `merchant.html`: the calendar, orders, offers and stock.
PageValues panel_values(const ShopSite& site, Database& database);

/// Values of `merchant_order.html`: one order with its parcels, the decision about its offers,
/// charges, reviews and events.
PageValues panel_order_values(const ShopSite& site, Database& database, const StoredOrder& stored);

}  // namespace postlude::server
