#pragma once

#include <string>
#include <vector>

#include "core/order/order.h"
#include "demo/server/catalogue_repository.h"
#include "demo/server/checkout.h"
#include "demo/server/shop_page.h"

namespace postlude::server {

/// Values of `_product_card.html`.
PageValues card_values(const ShopSite& site, const CatalogueItem& item);

/// Values of the lines of a cart at `rate`; what the catalogue does not know is left out.
PageValues::List cart_line_values(const ShopSite& site, const std::vector<CartLine>& cart,
                                  const std::vector<CatalogueItem>& catalogue,
                                  const base::ExchangeRate& rate);

/// Rows of `_totals.html` for a cart.
PageValues::List cart_total_values(const ShopSite& site, const CartTotals& totals,
                                   bool requires_shipping);

/// Values of `_order_summary.html`: number, lines and totals.
PageValues order_values(const ShopSite& site, const order::Order& order);

/// "★★★★☆"
std::string star_text(int stars);

}  // namespace postlude::server
