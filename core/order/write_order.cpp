#include "core/base/json_writer.h"
#include "core/order/canonical_fields.h"
#include "core/order/parse_order.h"
#include "core/order/source_fields.h"

namespace postlude::order {
namespace {

using base::JsonWriter;

template <class T, size_t N>
void write_text_fields(JsonWriter& out, const TextMember<T> (&fields)[N], const T& source) {
  for (const TextMember<T>& field : fields) out.member_if(field.key, source.*field.member);
}

void write_texts(JsonWriter& out, const char* key, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  out.key(key).begin_array();
  for (const std::string& text : texts) out.value(text);
  out.end_array();
}

void write_amount(JsonWriter& out, const char* key, const std::optional<base::Money>& amount) {
  if (amount) out.member(key, amount->minor);
}

void write_customer(JsonWriter& out, const Customer& customer) {
  if (customer == Customer{}) return;
  out.key("customer").begin_object();
  write_text_fields(out, kCustomerTexts, customer);
  if (customer.order_count) out.member("order_count", *customer.order_count);
  write_texts(out, "tags", customer.tags);
  out.end_object();
}

void write_line(JsonWriter& out, const LineItem& line) {
  out.begin_object();
  write_text_fields(out, kLineTexts, line);
  out.member("quantity", line.quantity);
  write_amount(out, "unit_price_minor", line.unit_price);
  write_amount(out, "total_minor", line.total);
  out.member_if("image_url", line.image_url.text());
  out.member_if("url", line.url.text());
  if (!line.requires_shipping) out.member("requires_shipping", false);
  if (line.gift_card) out.member("gift_card", true);
  write_texts(out, "categories", line.categories);
  write_texts(out, "tags", line.tags);
  out.end_object();
}

void write_totals(JsonWriter& out, const std::vector<TotalRow>& totals) {
  if (totals.empty()) return;
  out.key("totals").begin_array();
  for (const TotalRow& row : totals) {
    out.begin_object().member("kind", total_kind_name(row.kind)).member_if("label", row.label);
    out.member("amount_minor", row.amount.minor).end_object();
  }
  out.end_array();
}

void write_address(JsonWriter& out, const Address& address) {
  if (address == Address{}) return;
  out.key("shipping_address").begin_object();
  write_text_fields(out, kAddressTexts, address);
  write_texts(out, "lines", address.lines);
  out.end_object();
}

}  // namespace

std::string write_order(const Order& order) {
  JsonWriter out;
  out.begin_object().member("version", kCanonicalVersion);
  write_text_fields(out, kOrderIds, order);
  out.member_if("created_at", base::source_time_text(order.created_at));
  out.member_if("cancelled_at", base::source_time_text(order.cancelled_at));
  if (order.cancelled_some_time) out.member("cancelled", true);
  out.member("currency", order.currency.known() ? order.currency.text() : kNoCurrency);
  if (order.payment_status != PaymentStatus::Unknown) {
    out.member("payment_status", payment_status_name(order.payment_status));
  }
  if (order.test) out.member("test", true);
  write_customer(out, order.customer);
  out.key("lines").begin_array();
  for (const LineItem& line : order.lines) write_line(out, line);
  out.end_array();
  write_totals(out, order.totals);
  if (order.tax_included) out.member("tax_included", true);
  write_address(out, order.shipping_address);
  write_text_fields(out, kOrderMethods, order);
  write_texts(out, "coupons", order.coupons);
  write_texts(out, "tags", order.tags);
  out.member_if("status_url", order.status_url.text());
  out.end_object();
  return out.take();
}

}  // namespace postlude::order
