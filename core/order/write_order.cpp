#include "core/base/write_members.h"
#include "core/order/canonical_fields.h"
#include "core/order/parse_order.h"
#include "core/order/source_fields.h"

namespace postlude::order {
namespace {

using base::JsonWriter;

// Left out when nothing of it is known.
template <class Part, size_t kCount>
void write_part(JsonWriter& out, const char* key, const base::Members<Part, kCount>& members,
                const Part& part) {
  if (part == Part{}) return;
  out.key(key).begin_object();
  base::write_members(out, members, part);
  out.end_object();
}

void write_lines(JsonWriter& out, const std::vector<LineItem>& lines) {
  out.key("lines").begin_array();
  for (const LineItem& line : lines) {
    out.begin_object();
    base::write_members(out, kLineMembers, line);
    out.end_object();
  }
  out.end_array();
}

void write_totals(JsonWriter& out, const std::vector<TotalRow>& totals) {
  if (totals.empty()) return;
  out.key("totals").begin_array();
  for (const TotalRow& row : totals) {
    out.begin_object();
    base::write_members(out, kTotalMembers, row);
    out.end_object();
  }
  out.end_array();
}

}  // namespace

std::string write_order(const Order& order) {
  JsonWriter out;
  out.begin_object().member("version", kCanonicalVersion);
  out.member_if("id", order.id).member_if("number", order.number);
  out.member_if("created_at", base::source_time_text(order.created_at));
  out.member_if("cancelled_at", base::source_time_text(order.cancelled_at));
  if (order.cancelled_some_time) out.member("cancelled", true);
  out.member("currency", order.currency.known() ? order.currency.text() : kNoCurrency);
  if (order.payment_status != PaymentStatus::Unknown) {
    out.member("payment_status", payment_status_name(order.payment_status));
  }
  if (order.test) out.member("test", true);
  write_part(out, "customer", kCustomerMembers, order.customer);
  write_lines(out, order.lines);
  write_totals(out, order.totals);
  if (order.tax_included) out.member("tax_included", true);
  write_part(out, "shipping_address", kAddressMembers, order.shipping_address);
  out.member_if("shipping_method", order.shipping_method);
  out.member_if("payment_method", order.payment_method);
  base::write_texts(out, "coupons", order.coupons);
  base::write_texts(out, "tags", order.tags);
  out.member_if("status_url", order.status_url.text());
  out.end_object();
  return out.take();
}

}  // namespace postlude::order
