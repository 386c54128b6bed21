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

void read_line(JsonReader& in, JsonRef ref, LineItem& line) {
  if (!ref.is_object()) in.fail(ErrorCode::WrongType, ref);
  base::read_members(in, ref, kLineMembers, line);
}

void read_lines(JsonReader& in, JsonRef root, Order& order) {
  base::read_list(in, in.required_array(root, "lines"), order.lines, read_line);
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

void read_total(JsonReader& in, JsonRef ref, bool& total_seen, TotalRow& row) {
  if (!ref.is_object()) in.fail(ErrorCode::WrongType, ref);
  base::read_members(in, ref, kTotalMembers, row);
  // Only refunds come after the total, and what is taken off is negative.
  if (total_seen && row.kind != TotalKind::Refunded) in.fail(ErrorCode::BadValue, ref["kind"]);
  if (takes_off(row.kind) && row.amount.minor > 0) {
    in.fail(ErrorCode::BadValue, ref["amount_minor"]);
  }
  total_seen = total_seen || row.kind == TotalKind::Total;
}

void read_totals(JsonReader& in, JsonRef root, Order& order) {
  bool total_seen = false;
  const auto read_row = [&](JsonReader& reader, JsonRef ref, TotalRow& row) {
    read_total(reader, ref, total_seen, row);
  };
  base::read_list(in, in.optional_array(root, "totals"), order.totals, read_row);
}

void read_currency(JsonReader& in, JsonRef root, Order& order) {
  order.currency = in.required_currency(root, "currency");
  if (order.currency.text() == kNoCurrency) order.currency = {};
  in.use(order.currency);
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

constexpr auto kOrderMembers = base::members_of<Order>({
    {"id", POSTLUDE_AT(Order, id), TextForm::RequiredId},
    {"number", POSTLUDE_AT(Order, number), TextForm::RequiredId},
    {"created_at", POSTLUDE_AT(Order, created_at)},
    {"cancelled_at", POSTLUDE_AT(Order, cancelled_at)},
    {"cancelled", POSTLUDE_AT(Order, cancelled_some_time)},
    base::rule<Order, read_currency>(),
    {"payment_status", POSTLUDE_AT(Order, payment_status), kPaymentStatusNames},
    {"test", POSTLUDE_AT(Order, test)},
    {"customer", POSTLUDE_AT(Order, customer), kCustomerMembers},
    base::rule<Order, read_lines>(),
    base::rule<Order, read_totals>(),
    {"tax_included", POSTLUDE_AT(Order, tax_included)},
    {"shipping_address", POSTLUDE_AT(Order, shipping_address), kAddressMembers},
    {"shipping_method", POSTLUDE_AT(Order, shipping_method)},
    {"payment_method", POSTLUDE_AT(Order, payment_method)},
    {"coupons", POSTLUDE_AT(Order, coupons)},
    {"tags", POSTLUDE_AT(Order, tags)},
    {"status_url", POSTLUDE_AT(Order, status_url)},
});

}  // namespace

void read(JsonReader& in, JsonRef root, Order& order) {
  read_version(in, root);
  if (in.failed()) return;
  base::read_members(in, root, kOrderMembers, order);
  if (order.cancelled_at.known()) order.cancelled_some_time = false;
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
