#include "core/order/entities.h"
#include "core/order/parse_order.h"
#include "core/order/source_fields.h"

// WooCommerce's REST v3 order (https://woocommerce.github.io/woocommerce-rest-api-docs/#orders,
// read 2026-11). Four things about it are not obvious:
//
// - Names went through WordPress and hold HTML character references.
// - Every amount but `total` is without tax, whatever `prices_include_tax` says, so taxes are on
// top.
// - There is no subtotal; we do not make one up.
// - Dates have no zone; the copy in GMT tells it.

namespace postlude::order {
namespace {

using base::ErrorCode;
using base::JsonReader;
using base::JsonRef;

using Amount = std::optional<base::Money>;

std::string read_decoded(JsonReader& in, const JsonRef& object, const char* key) {
  return decode_entities(in.optional_text(object, key));
}

// 0 is WooCommerce's "none": no variation, a guest.
std::string read_nonzero_id(JsonReader& in, const JsonRef& object, const char* key) {
  std::string id = in.optional_id(object, key);
  return id == "0" ? std::string() : id;
}

// "Black / M Test" from the line's attributes. Keys that start with "_" are not for people; values
// of plugins may be anything, and what is no text or number is not shown.
std::string variant_of(JsonReader& in, JsonRef line) {
  std::vector<std::string> values;
  for (const JsonRef meta : in.optional_array(line, "meta_data")) {
    const std::string_view key = meta["key"].text();
    if (key.empty() || key[0] == '_') continue;
    const JsonRef shown = meta["display_value"].is_string() ? meta["display_value"] : meta["value"];
    if (shown.is_string() || shown.kind() == base::JsonKind::Number) {
      values.push_back(decode_entities(shown.text()));
    }
  }
  return join(values, " / ");
}

LineItem read_line(JsonReader& in, JsonRef ref, base::Currency currency) {
  LineItem line;
  line.id = in.optional_id(ref, "id");
  line.product_id = read_nonzero_id(in, ref, "product_id");
  line.variant_id = read_nonzero_id(in, ref, "variation_id");
  line.sku = in.optional_id(ref, "sku");
  line.title = read_decoded(in, ref, "name");
  if (line.title.empty()) in.fail(ErrorCode::MissingField, ref, "name");
  line.variant = variant_of(in, ref);
  line.quantity = read_quantity(in, ref, "quantity", 1);
  line.unit_price = read_amount(in, ref, "price", currency);
  line.total = read_amount(in, ref, "total", currency);
  read_url(in, in.optional_object(ref, "image"), "src", line.image_url);
  return line;
}

// Each rate's row is its part on the goods and its part on the shipping. We do not add: where the
// shop charged tax on shipping and has several rates, only their sum is stated as one amount.
void add_taxes(JsonReader& in, JsonRef root, Order& order) {
  const JsonRef tax_lines = in.optional_array(root, "tax_lines");
  bool rows = tax_lines.size() > 1;
  for (const JsonRef ref : tax_lines) {
    const Amount on_shipping = read_amount(in, ref, "shipping_tax_total", order.currency);
    if (on_shipping && on_shipping->minor != 0) rows = false;
  }
  if (!rows) {
    const bool one = tax_lines.size() == 1;
    add_row(order, TotalKind::Tax, read_amount(in, root, "total_tax", order.currency),
            WhenZero::Hide, one ? read_decoded(in, *tax_lines.begin(), "label") : std::string());
    return;
  }
  for (const JsonRef ref : tax_lines) {
    add_row(order, TotalKind::Tax, read_amount(in, ref, "tax_total", order.currency),
            WhenZero::Hide, read_decoded(in, ref, "label"));
  }
}

void read_totals(JsonReader& in, JsonRef root, Order& order) {
  const auto amount = [&](const JsonRef& object, const char* key) {
    return read_amount(in, object, key, order.currency);
  };
  if (const Amount discount = amount(root, "discount_total")) {
    const bool one_code = order.coupons.size() == 1;
    add_row(order, TotalKind::Discount, taken_off(*discount), WhenZero::Hide,
            one_code ? order.coupons[0] : std::string());
  }
  add_row(order, TotalKind::Shipping, amount(root, "shipping_total"),
          order.shipping_method.empty() ? WhenZero::Hide : WhenZero::Show);
  for (const JsonRef fee : in.optional_array(root, "fee_lines")) {
    add_row(order, TotalKind::Fee, amount(fee, "total"), WhenZero::Hide,
            read_decoded(in, fee, "name"));
  }
  add_taxes(in, root, order);
  add_row(order, TotalKind::Total, amount(root, "total"), WhenZero::Show);
  for (const JsonRef refund : in.optional_array(root, "refunds")) {
    const Amount back = amount(refund, "total");
    if (!back) continue;
    std::string reason =
        first_of(read_decoded(in, refund, "reason"), read_decoded(in, refund, "refund"));
    add_row(order, TotalKind::Refunded, taken_off(*back), WhenZero::Hide, std::move(reason));
  }
}

bool has_refund(const Order& order) {
  return !order.totals.empty() && order.totals.back().kind == TotalKind::Refunded;
}

// Statuses: REST v3 documentation. Shops add their own, which say nothing of the payment.
PaymentStatus payment_status_of(JsonReader& in, JsonRef root, const Order& order) {
  const std::string status = in.optional_text(root, "status");
  if (status == "refunded") return PaymentStatus::Refunded;
  if (status == "failed") return PaymentStatus::Failed;
  const bool paid = in.optional_time(root, "date_paid").known();
  if (has_refund(order)) return PaymentStatus::PartiallyRefunded;
  if (status == "cancelled") return paid ? PaymentStatus::Paid : PaymentStatus::Voided;
  if (paid) return PaymentStatus::Paid;
  if (status == "pending" || status == "on-hold") return PaymentStatus::Pending;
  const bool on_delivery = in.optional_text(root, "payment_method") == "cod";
  if (status == "completed") return PaymentStatus::Paid;
  if (status == "processing") return on_delivery ? PaymentStatus::Pending : PaymentStatus::Paid;
  return PaymentStatus::Unknown;
}

Address read_address(JsonReader& in, JsonRef ref) {
  Address address;
  address.name =
      join({read_decoded(in, ref, "first_name"), read_decoded(in, ref, "last_name")}, " ");
  address.company = read_decoded(in, ref, "company");
  for (const char* const key : {"address_1", "address_2"}) {
    std::string line = read_decoded(in, ref, key);
    if (!line.empty()) address.lines.push_back(std::move(line));
  }
  address.city = read_decoded(in, ref, "city");
  address.region = read_decoded(in, ref, "state");
  address.postcode = in.optional_id(ref, "postcode");
  address.country = in.optional_text(ref, "country");
  return address;
}

JsonRef order_in(JsonRef root) {
  if (root.is_array()) return root.at(0);
  return root["id"].exists() || root["line_items"].exists() ? root : JsonRef();
}

}  // namespace

base::Result<Order> from_woocommerce(JsonRef document) {
  JsonReader in;
  if (!document.is_object() && !document.is_array()) in.fail(ErrorCode::UnknownFormat, document);
  const JsonRef root = order_in(document);
  if (!root.exists()) in.fail(ErrorCode::NoOrder, document);
  if (!root.is_object()) in.fail(ErrorCode::WrongType, root);
  if (in.failed()) return in.error();

  Order order;
  order.id = in.required_id(root, "id");
  order.number = first_of(in.optional_id(root, "number"), order.id);
  order.created_at = with_offset_from(in.optional_time(root, "date_created"),
                                      in.optional_time(root, "date_created_gmt"));
  order.cancelled_some_time = root["status"].text() == "cancelled";
  order.currency = read_currency(in, root, "currency");
  const JsonRef billing = in.optional_object(root, "billing");
  order.customer.id = read_nonzero_id(in, root, "customer_id");
  order.customer.first_name = read_decoded(in, billing, "first_name");
  order.customer.email = in.optional_text(billing, "email");
  for (const JsonRef ref : in.required_array(root, "line_items")) {
    if (!ref.is_object()) in.fail(ErrorCode::WrongType, ref);
    order.lines.push_back(read_line(in, ref, order.currency));
    if (in.failed()) return in.error();
  }
  settle_line_ids(order.lines);
  for (const JsonRef coupon : in.optional_array(root, "coupon_lines")) {
    std::string code = read_decoded(in, coupon, "code");
    if (!code.empty()) order.coupons.push_back(std::move(code));
  }
  std::vector<std::string> methods;
  for (const JsonRef ref : in.optional_array(root, "shipping_lines")) {
    methods.push_back(read_decoded(in, ref, "method_title"));
  }
  order.shipping_method = join(methods, ", ");
  read_totals(in, root, order);
  order.payment_status = payment_status_of(in, root, order);
  order.shipping_address = read_address(in, in.optional_object(root, "shipping"));
  order.payment_method = read_decoded(in, root, "payment_method_title");
  if (in.failed()) return in.error();
  return order;
}

}  // namespace postlude::order
