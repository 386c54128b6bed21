#pragma once

#include <httplib.h>

#include "demo/server/database.h"
#include "demo/server/shop_page.h"

namespace postlude::server {

/// Values of `merchant_offers.html`: the policy, the funnel and every offer with its rules.
PageValues offers_page_values(const ShopSite& site, Database& database);

/// Values of `merchant_records.html`: quotes, charges and outcomes, narrowed by the query's
/// `outcome`, `offer`, `order` and `day` (in the shop's zone), a page at a time (`page`). What is
/// no such value narrows nothing.
PageValues records_page_values(const ShopSite& site, Database& database,
                               const httplib::Request& request);

}  // namespace postlude::server
