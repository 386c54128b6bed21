#pragma once

#include <httplib.h>

#include "demo/server/shop_page.h"

namespace postlude::server {

/// The shop's routes, one function a section; `register_shop_routes` calls them all. `site`
/// outlives the server.
void register_catalogue_routes(httplib::Server& server, const ShopSite& site);
void register_cart_routes(httplib::Server& server, const ShopSite& site);
void register_checkout_routes(httplib::Server& server, const ShopSite& site);
void register_order_routes(httplib::Server& server, const ShopSite& site);
void register_shop_lookup_routes(httplib::Server& server, const ShopSite& site);
void register_report_page(httplib::Server& server, const ShopSite& site);
void register_return_page(httplib::Server& server, const ShopSite& site);
void register_panel_routes(httplib::Server& server, const ShopSite& site);

}  // namespace postlude::server
