#include "core/order/parse_order.h"
#include "core/order/source_fields.h"

// GA4's recommended event `purchase`
// (https://developers.google.com/analytics/devguides/collection/ga4/reference/events#purchase, read
// 2026-11) in the three forms in which pages hold it: a dataLayer object with `ecommerce`, gtag's
// argument list, and the arguments object that gtag pushes, {"0": "event", "1": "purchase", "2":
// {}}.

namespace postlude::order {
namespace {

using base::ErrorCode;
using base::JsonReader;
using base::JsonRef;

using Amount = std::optional<base::Money>;

constexpr const char* const kCategories[] = {"item_category", "item_category2", "item_category3",
                                             "item_category4", "item_category5"};

// Returns the parameters when `entry` is one purchase, else Missing.
JsonRef purchase_in(JsonRef entry) {
  if (entry.is_array()) {
    const bool named = entry.at(0).text() == "event" && entry.at(1).text() == "purchase";
    return named && entry.at(2).is_object() ? entry.at(2) : JsonRef();
  }
  if (entry["0"].text() == "event" && entry["1"].text() == "purchase") {
    return entry["2"].is_object() ? entry["2"] : JsonRef();
  }
  if (entry["event"].text() != "purchase") return {};
  if (entry["ecommerce"].is_object()) return entry["ecommerce"];
  return entry["transaction_id"].exists() ? entry : JsonRef();
}

// The last one of a dataLayer wins: a page that reports twice means the second.
JsonRef last_purchase(JsonRef root) {
  JsonRef found = purchase_in(root);
  if (found.exists() || !root.is_array()) return found;
  for (const JsonRef entry : root) {
    const JsonRef purchase = purchase_in(entry);
    if (purchase.exists()) found = purchase;
  }
  return found;
}

LineItem read_line(JsonReader& in, JsonRef ref, base::Currency currency) {
  LineItem line;
  line.product_id = in.optional_id(ref, "item_id");
  line.id = line.product_id;
  line.title = first_of(in.optional_id(ref, "item_name"), line.product_id);
  if (line.title.empty()) in.fail(ErrorCode::MissingField, ref, "item_name");
  line.variant = in.optional_id(ref, "item_variant");
  line.quantity = read_quantity(in, ref, "quantity", 1);
  line.unit_price = read_amount(in, ref, "price", currency);
  for (const char* const key : kCategories) {
    std::string category = in.optional_id(ref, key);
    if (!category.empty()) line.categories.push_back(std::move(category));
  }
  return line;
}

// By Google's definition `value` is the sum of price times quantity without tax and shipping; many
// shops send the grand total. It is called a subtotal only when it is that sum and something comes
// on top of it.
bool is_item_sum(const Order& order, base::Money value) {
  int64_t sum = 0;
  for (const LineItem& line : order.lines) {
    int64_t minor = 0;
    if (!line.unit_price) return false;
    if (__builtin_mul_overflow(line.unit_price->minor, line.quantity, &minor)) return false;
    if (__builtin_add_overflow(sum, minor, &sum)) return false;
  }
  return sum == value.minor;
}

void read_totals(JsonReader& in, JsonRef root, Order& order) {
  const Amount value = read_amount(in, root, "value", order.currency);
  const Amount shipping = read_amount(in, root, "shipping", order.currency);
  const Amount tax = read_amount(in, root, "tax", order.currency);
  const bool on_top = (shipping && shipping->minor != 0) || (tax && tax->minor != 0);
  const bool subtotal = value && on_top && is_item_sum(order, *value);
  if (subtotal) add_row(order, TotalKind::Subtotal, value, WhenZero::Show);
  add_row(order, TotalKind::Shipping, shipping, WhenZero::Show);
  add_row(order, TotalKind::Tax, tax, WhenZero::Hide);
  if (!subtotal) add_row(order, TotalKind::Total, value, WhenZero::Show);
}

}  // namespace

base::Result<Order> from_ga4(JsonRef document) {
  JsonReader in;
  if (!document.is_object() && !document.is_array()) in.fail(ErrorCode::UnknownFormat, document);
  const JsonRef root = last_purchase(document);
  if (!root.exists()) in.fail(ErrorCode::NoOrder, document);
  if (in.failed()) return in.error();

  Order order;
  order.id = in.required_id(root, "transaction_id");
  order.number = order.id;
  order.currency = read_currency(in, root, "currency");
  for (const JsonRef ref : in.optional_array(root, "items")) {
    if (!ref.is_object()) in.fail(ErrorCode::WrongType, ref);
    order.lines.push_back(read_line(in, ref, order.currency));
    if (in.failed()) return in.error();
  }
  settle_line_ids(order.lines);
  read_totals(in, root, order);
  std::string coupon = in.optional_id(root, "coupon");
  if (!coupon.empty()) order.coupons.push_back(std::move(coupon));
  if (in.failed()) return in.error();
  return order;
}

}  // namespace postlude::order
