#include "core/order/parse_order.h"

namespace postlude::order {
namespace {

base::Result<Order> read_order(OrderSource source, base::JsonRef root) {
  switch (source) {
    case OrderSource::Canonical:
      return from_canonical(root);
    case OrderSource::Shopify:
      return from_shopify(root);
    case OrderSource::WooCommerce:
      return from_woocommerce(root);
    case OrderSource::SchemaOrg:
      return from_schema_org(root);
    case OrderSource::Ga4:
      return from_ga4(root);
  }
  CHECK(false);
}

}  // namespace

std::optional<OrderSource> order_source_from(std::string_view name) {
#define X(enumerator, text) \
  if (name == text) return OrderSource::enumerator;
  POSTLUDE_ORDER_SOURCES(X)
#undef X
  return std::nullopt;
}

base::Result<Order> parse_order(OrderSource source, std::string_view bytes) {
  const auto document = base::parse_json(bytes);
  if (!document) return document.error();
  return read_order(source, document.value().root());
}

}  // namespace postlude::order
