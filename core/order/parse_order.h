#pragma once

#include <string>
#include <string_view>

#include "core/base/json_reader.h"
#include "core/base/result.h"
#include "core/order/order.h"

namespace postlude::order {

/// The sources an order can come from. `canonical` is our own form, web/contract/order.schema.json.
#define POSTLUDE_ORDER_SOURCES(X) \
  X(Canonical, "canonical")       \
  X(Shopify, "shopify")           \
  X(WooCommerce, "woocommerce")   \
  X(SchemaOrg, "schema_org")      \
  X(Ga4, "ga4")

enum class OrderSource : unsigned char {
#define X(name, text) name,
  POSTLUDE_ORDER_SOURCES(X)
#undef X
};

std::optional<OrderSource> order_source_from(std::string_view name);

/// Returns the order that `bytes` (one JSON text) state in the form of `source`. Fails with a code
/// and a JSON pointer into that text. Never a partial order.
base::Result<Order> parse_order(OrderSource source, std::string_view bytes);

/// The canonical form from a place inside a larger document (the page document holds one).
/// Requires: id, number, currency, lines[] with id and title. Unknown members are ignored.
base::Result<Order> from_canonical(base::JsonRef root);
/// The same as a part of a larger read; when `in` failed, `order` is not to be used.
void read(base::JsonReader& in, base::JsonRef root, Order& order);

/// Shopify's REST Admin order, bare or as {"order": ...} or the first of {"orders": [...]}; 2026-07
/// and older shapes; presentment money where the source has it.
base::Result<Order> from_shopify(base::JsonRef root);

/// WooCommerce REST v3 order: entities decoded, zone-less dates kept zone-less unless *_gmt tells
/// the offset, numeric prices read as written.
base::Result<Order> from_woocommerce(base::JsonRef root);

/// schema.org Order in JSON-LD: one object, an array, a @graph or an array of the page's blocks.
/// What is not an order is passed over; NoOrder when nothing is left.
base::Result<Order> from_schema_org(base::JsonRef root);

/// GA4's ecommerce `purchase`: the event object, a dataLayer array or a gtag argument list.
base::Result<Order> from_ga4(base::JsonRef root);

/// Returns the canonical form as one JSON text; `from_canonical` reads it back to an equal order.
std::string write_order(const Order& order);

}  // namespace postlude::order
