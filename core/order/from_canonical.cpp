#include "core/base/read_parts.h"
#include "core/order/canonical_fields.h"
#include "core/order/parse_order.h"
#include "core/order/source_fields.h"
#include "core/order/text_index.h"

namespace postlude::order {
namespace {

using base::ErrorCode;
using base::JsonReader;
using base::JsonRef;

// Reads one of a closed list of names; `otherwise` when the member is absent.
template <class Enum>
Enum read_name(JsonReader& in, const JsonRef& object, const char* key,
               std::optional<Enum> (*from)(std::string_view), Enum otherwise) {
  const std::string_view name = in.optional_view(object, key);
  if (name.empty() && !object[key].is_string()) return otherwise;
  const auto value = from(name);
  if (!value) in.fail(ErrorCode::BadValue, object[key]);
  return value.value_or(otherwise);
}

void read_line(JsonReader& in, const JsonRef& ref, base::Currency currency, LineItem& line) {
  if (!ref.is_object()) in.fail(ErrorCode::WrongType, ref);
  base::read_texts(in, ref, kLineTexts, line);
  line.quantity = base::read_integer(in, ref, "quantity", 1, 0);
  line.unit_price = in.optional_minor_money(ref, "unit_price_minor", currency);
  line.total = in.optional_minor_money(ref, "total_minor", currency);
  read_url(in, ref, "image_url", line.image_url);
  read_url(in, ref, "url", line.url);
  line.requires_shipping = in.optional_bool(ref, "requires_shipping", true);
  line.gift_card = in.optional_bool(ref, "gift_card", false);
  read_texts(in, ref, "categories", line.categories);
  read_texts(in, ref, "tags", line.tags);
}

void read_lines(JsonReader& in, JsonRef root, Order& order) {
  const base::Currency currency = order.currency;
  base::read_list(in, in.required_array(root, "lines"), order.lines,
                  [currency](JsonReader& reader, const JsonRef& ref, LineItem& line) {
                    read_line(reader, ref, currency, line);
                  });
  if (in.failed()) return;  // what is no array has been walked by nobody
  TextIndex ids;
  uint32_t number = 0;
  for (const JsonRef ref : root["lines"]) {
    if (ids.add(order.lines[number].id, number) != TextIndex::kNone) {
      in.fail(ErrorCode::BadValue, ref["id"]);
    }
    ++number;
  }
}

bool takes_off(TotalKind kind) {
  return kind == TotalKind::Discount || kind == TotalKind::GiftCard || kind == TotalKind::Refunded;
}

void read_total(JsonReader& in, const JsonRef& ref, base::Currency currency, bool& total_seen,
                TotalRow& row) {
  if (!ref.is_object()) in.fail(ErrorCode::WrongType, ref);
  if (!ref["kind"].exists() || ref["kind"].is_null()) {
    in.fail(ErrorCode::MissingField, ref, "kind");
  }
  row.kind = read_name(in, ref, "kind", total_kind_from, TotalKind::Subtotal);
  base::read_text(in, ref, "label", TextForm::Text, row.label);
  row.amount = in.required_minor_money(ref, "amount_minor", currency);
  // Only refunds come after the total, and what is taken off is negative.
  if (total_seen && row.kind != TotalKind::Refunded) in.fail(ErrorCode::BadValue, ref["kind"]);
  if (takes_off(row.kind) && row.amount.minor > 0) {
    in.fail(ErrorCode::BadValue, ref["amount_minor"]);
  }
  total_seen = total_seen || row.kind == TotalKind::Total;
}

void read_totals(JsonReader& in, JsonRef root, Order& order) {
  bool total_seen = false;
  const base::Currency currency = order.currency;
  const auto read_row = [&](JsonReader& reader, const JsonRef& ref, TotalRow& row) {
    read_total(reader, ref, currency, total_seen, row);
  };
  base::read_list(in, in.optional_array(root, "totals"), order.totals, read_row);
}

void read_customer(JsonReader& in, const JsonRef& ref, Customer& customer) {
  base::read_texts(in, ref, kCustomerTexts, customer);
  customer.order_count = in.optional_integer(ref, "order_count");
  if (customer.order_count.value_or(0) < 0) in.fail(ErrorCode::BadValue, ref["order_count"]);
  read_texts(in, ref, "tags", customer.tags);
}

void read_address(JsonReader& in, const JsonRef& ref, Address& address) {
  base::read_texts(in, ref, kAddressTexts, address);
  read_texts(in, ref, "lines", address.lines);
}

// Without a currency no amount has a meaning.
void refuse_amounts(JsonReader& in, JsonRef root, const Order& order) {
  if (order.currency.known()) return;
  if (!order.totals.empty()) in.fail(ErrorCode::BadMoney, root["currency"]);
  for (const LineItem& line : order.lines) {
    if (line.unit_price || line.total) in.fail(ErrorCode::BadMoney, root["currency"]);
  }
}

void read_version(JsonReader& in, JsonRef root) {
  if (!root.is_object()) in.fail(ErrorCode::WrongType, root);
  const JsonRef version = root["version"];
  if (!version.exists() || version.is_null()) in.fail(ErrorCode::MissingField, root, "version");
  if (version.kind() != base::JsonKind::Number) in.fail(ErrorCode::WrongType, version);
  if (version.integer() != kCanonicalVersion) in.fail(ErrorCode::UnknownVersion, version);
}

}  // namespace

void read(JsonReader& in, const JsonRef& root, Order& order) {
  read_version(in, root);
  if (in.failed()) return;
  base::read_texts(in, root, kOrderIds, order);
  order.created_at = in.optional_time(root, "created_at");
  order.cancelled_at = in.optional_time(root, "cancelled_at");
  order.cancelled_some_time =
      in.optional_bool(root, "cancelled", false) && !order.cancelled_at.known();
  order.currency = in.required_currency(root, "currency");
  if (order.currency.text() == kNoCurrency) order.currency = {};
  order.payment_status =
      read_name(in, root, "payment_status", payment_status_from, PaymentStatus::Unknown);
  order.test = in.optional_bool(root, "test", false);
  read_customer(in, in.optional_object(root, "customer"), order.customer);
  read_lines(in, root, order);
  read_totals(in, root, order);
  order.tax_included = in.optional_bool(root, "tax_included", false);
  read_address(in, in.optional_object(root, "shipping_address"), order.shipping_address);
  base::read_texts(in, root, kOrderMethods, order);
  read_texts(in, root, "coupons", order.coupons);
  read_texts(in, root, "tags", order.tags);
  read_url(in, root, "status_url", order.status_url);
  refuse_amounts(in, root, order);
}

base::Result<Order> from_canonical(JsonRef root) {
  JsonReader in;
  Order order;
  read(in, root, order);
  if (in.failed()) return in.error();
  return order;
}

}  // namespace postlude::order
