#include "core/order/parse_order.h"
#include "core/order/source_fields.h"

// Shopify's REST Admin order (https://shopify.dev/docs/api/admin-rest/latest/resources/order, read
// 2026-11). Three things about it are not obvious:
//
// - Every amount comes twice since 2018: a plain one in the shop's currency, and `<name>_set` with
//   shop_money and presentment_money. The shopper saw the presentment money.
// - `current_<name>` is the amount after edits and returns, `<name>` the one before. The order is
//   told as it stands now: the current amounts and quantities where the shop states them. A refund
//   is a row of its own only where the total does not already contain it.
// - `subtotal_price` is after discounts, so the discount row stands above it.

namespace postlude::order {
namespace {

using base::Currency;
using base::ErrorCode;
using base::JsonReader;
using base::JsonRef;
using base::Money;

using Amount = std::optional<Money>;

struct NamedStatus {
  std::string_view name;
  PaymentStatus status;
};

constexpr NamedStatus kFinancialStatuses[] = {
    {"pending", PaymentStatus::Pending},
    {"authorized", PaymentStatus::Authorized},
    {"partially_paid", PaymentStatus::PartiallyPaid},
    {"paid", PaymentStatus::Paid},
    {"partially_refunded", PaymentStatus::PartiallyRefunded},
    {"refunded", PaymentStatus::Refunded},
    {"voided", PaymentStatus::Voided},
    {"expired", PaymentStatus::Voided},  // an authorisation that ran out
};

PaymentStatus payment_status_of(std::string_view name) {
  for (const NamedStatus& row : kFinancialStatuses) {
    if (row.name == name) return row.status;
  }
  return PaymentStatus::Unknown;
}

/// Reads the amounts of one order in the one currency it is told in.
class Prices {
 public:
  Prices(JsonReader& in, JsonRef order) : in_(in) {
    const Currency shop = currency_in(order, "currency");
    currency_ = currency_in(order, "presentment_currency");
    // An excerpt of an order may state its currency with its amounts only.
    if (!currency_.known()) currency_ = set_currency(order, "total_price_set");
    if (!currency_.known()) currency_ = shop;
    for (const JsonRef line : order["line_items"]) {
      if (!currency_.known()) currency_ = set_currency(line, "price_set");
    }
    const bool foreign = shop.known() && currency_ != shop;
    if (foreign && !set_currency(order, "total_price_set").known()) currency_ = shop;
    plain_is_ours_ = !shop.known() || currency_ == shop;
  }

  Currency currency() const { return currency_; }

  /// Returns `key` of `object` in this order's currency; nothing where the shop states it only in
  /// the other one.
  Amount read(const JsonRef& object, const char* key) {
    const Amount stated = read_set(object, (std::string(key) + "_set").c_str());
    if (stated || !plain_is_ours_) return stated;
    return read_amount(in_, object, key, currency_);
  }

  Amount read_set(const JsonRef& object, const char* key) {
    const JsonRef set = in_.optional_object(object, key);
    for (const char* const side : {"presentment_money", "shop_money"}) {
      const JsonRef money = in_.optional_object(set, side);
      if (!money.exists() || currency_in(money, "currency_code") != currency_) continue;
      return read_amount(in_, money, "amount", currency_);
    }
    return std::nullopt;
  }

 private:
  Currency currency_in(const JsonRef& object, const char* key) {
    const JsonRef found = object[key];
    return found.exists() && !found.is_null() ? read_currency(in_, object, key) : Currency{};
  }

  Currency set_currency(const JsonRef& object, const char* key) {
    const JsonRef money =
        in_.optional_object(in_.optional_object(object, key), "presentment_money");
    return currency_in(money, "currency_code");
  }

  JsonReader& in_;
  Currency currency_;
  bool plain_is_ours_ = true;
};

Amount first_stated(Amount one, Amount other) { return one ? one : other; }

// What the line costs after its discounts. Shopify states the parts and not the result; where the
// quantity changed since, it does not say which part of the discount is left.
Amount line_total(JsonReader& in, Prices& prices, JsonRef ref, const LineItem& line,
                  int64_t bought) {
  if (!line.unit_price || line.quantity != bought) return std::nullopt;
  int64_t minor = 0;
  bool fits = !__builtin_mul_overflow(line.unit_price->minor, line.quantity, &minor);
  const auto take_off = [&](Amount part) {
    fits = fits && !__builtin_sub_overflow(minor, part ? part->minor : 0, &minor);
  };
  const JsonRef allocations = in.optional_array(ref, "discount_allocations");
  if (!allocations.exists()) take_off(prices.read(ref, "total_discount"));
  for (const JsonRef allocation : allocations) take_off(prices.read(allocation, "amount"));
  const Money total{minor, prices.currency()};
  if (!fits || !base::fits_json(total)) in.fail(ErrorCode::BadMoney, ref);
  return total;
}

LineItem read_line(JsonReader& in, Prices& prices, JsonRef ref) {
  LineItem line;
  line.id = in.optional_id(ref, "id");
  line.product_id = in.optional_id(ref, "product_id");
  line.variant_id = in.optional_id(ref, "variant_id");
  line.sku = in.optional_text(ref, "sku");
  line.title = first_of(in.optional_text(ref, "title"), in.optional_text(ref, "name"));
  if (line.title.empty()) in.fail(ErrorCode::MissingField, ref, "title");
  line.variant = in.optional_text(ref, "variant_title");
  if (line.variant == "Default Title") line.variant.clear();  // Shopify's name for "no variants"
  const int64_t bought = read_quantity(in, ref, "quantity", 1);
  line.quantity = read_quantity(in, ref, "current_quantity", bought);
  line.unit_price = prices.read(ref, "price");
  line.total = line_total(in, prices, ref, line, bought);
  line.requires_shipping = in.optional_bool(ref, "requires_shipping", true);
  line.gift_card = in.optional_bool(ref, "gift_card", false);
  const JsonRef allocation = in.optional_object(ref, "selling_plan_allocation");
  const JsonRef plan = in.optional_object(allocation, "selling_plan");
  line.selling_plan = in.optional_text(plan, "name");
  return line;
}

// "State Tax" and 0.06 make "State Tax 6%"; a title that tells the rate already stays as it is.
std::string tax_label(JsonReader& in, JsonRef tax_line) {
  std::string label = in.optional_text(tax_line, "title");
  const JsonRef rate = tax_line["rate"];
  if (rate.kind() != base::JsonKind::Number || label.find('%') != std::string::npos) return label;
  const bool exponent = rate.text().find_first_of("eE") != std::string_view::npos;
  std::string percent = plain_decimal(std::string(rate.text()) + (exponent ? "" : "e2"));
  if (percent.find('.') != std::string::npos) {
    percent.erase(percent.find_last_not_of('0') + 1);
    if (percent.back() == '.') percent.pop_back();
  }
  percent.erase(0, percent.find_first_not_of('0'));
  if (percent.empty() || percent[0] == '-' || exponent) return label;
  if (percent[0] == '.') percent.insert(0, 1, '0');
  return label + (label.empty() ? "" : " ") + percent + "%";
}

void add_taxes(JsonReader& in, Prices& prices, JsonRef root, Order& order) {
  order.tax_included = in.optional_bool(root, "taxes_included", false);
  const JsonRef tax_lines = in.optional_array(root, "tax_lines");
  const Amount original = prices.read(root, "total_tax");
  const Amount now = first_stated(prices.read(root, "current_total_tax"), original);
  if (tax_lines.size() > 1 && now == original) {
    for (const JsonRef ref : tax_lines) {
      add_row(order, TotalKind::Tax, prices.read(ref, "price"), WhenZero::Hide, tax_label(in, ref));
    }
    return;
  }
  std::string label = tax_lines.size() == 1 ? tax_label(in, *tax_lines.begin()) : std::string();
  add_row(order, TotalKind::Tax, now, WhenZero::Hide, std::move(label));
}

// A discount may be on the shipping: then the line states the price that is left.
Amount shipping_price(JsonReader& in, Prices& prices, JsonRef root) {
  const Amount now = prices.read_set(root, "current_shipping_price_set");
  if (now) return now;
  const JsonRef lines = in.optional_array(root, "shipping_lines");
  Amount of_line;
  if (lines.size() == 1) {
    const JsonRef line = *lines.begin();
    of_line = first_stated(prices.read(line, "discounted_price"), prices.read(line, "price"));
  }
  return first_stated(of_line, prices.read_set(root, "total_shipping_price_set"));
}

// A row for each payment that went back.
void add_refunds(JsonReader& in, JsonRef root, Order& order) {
  for (const JsonRef refund : in.optional_array(root, "refunds")) {
    for (const JsonRef payment : in.optional_array(refund, "transactions")) {
      const bool done = payment["kind"].text() == "refund" && payment["status"].text() == "success";
      const std::string_view code = payment["currency"].text();
      if (!done || (!code.empty() && code != order.currency.text())) continue;
      const Amount amount = read_amount(in, payment, "amount", order.currency);
      if (amount) add_row(order, TotalKind::Refunded, taken_off(*amount), WhenZero::Hide);
    }
  }
}

void read_totals(JsonReader& in, Prices& prices, JsonRef root, Order& order) {
  const auto current = [&](const char* key) {
    const Amount now = prices.read(root, ("current_" + std::string(key)).c_str());
    return first_stated(now, prices.read(root, key));
  };
  const auto current_or_original = [&](const char* key) {
    const Amount now = prices.read_set(root, ("current_" + std::string(key)).c_str());
    return first_stated(now, prices.read_set(root, ("original_" + std::string(key)).c_str()));
  };
  const Amount discount = current("total_discounts");
  if (discount) {
    const bool one_code = order.coupons.size() == 1;
    add_row(order, TotalKind::Discount, taken_off(*discount), WhenZero::Hide,
            one_code ? order.coupons[0] : std::string());
  }
  add_row(order, TotalKind::Subtotal, current("subtotal_price"), WhenZero::Show);
  add_row(order, TotalKind::Shipping, shipping_price(in, prices, root),
          order.shipping_method.empty() ? WhenZero::Hide : WhenZero::Show);
  add_row(order, TotalKind::Fee, current_or_original("total_additional_fees_set"), WhenZero::Hide);
  add_row(order, TotalKind::Duty, current_or_original("total_duties_set"), WhenZero::Hide);
  add_taxes(in, prices, root, order);
  add_row(order, TotalKind::Tip, prices.read(root, "total_tip_received"), WhenZero::Hide);
  const Amount before = prices.read(root, "total_price");
  const Amount now = prices.read(root, "current_total_price");
  add_row(order, TotalKind::Total, first_stated(now, before), WhenZero::Show);
  if (!now || now == before) add_refunds(in, root, order);
}

Address read_address(JsonReader& in, JsonRef ref) {
  Address address;
  address.name = in.optional_text(ref, "name");
  address.company = in.optional_text(ref, "company");
  for (const char* const key : {"address1", "address2"}) {
    std::string line = in.optional_text(ref, key);
    if (!line.empty()) address.lines.push_back(std::move(line));
  }
  address.city = in.optional_text(ref, "city");
  address.region =
      first_of(in.optional_text(ref, "province"), in.optional_text(ref, "province_code"));
  address.postcode = in.optional_text(ref, "zip");
  address.country =
      first_of(in.optional_text(ref, "country_code"), in.optional_text(ref, "country"));
  return address;
}

std::string shipping_method_of(JsonReader& in, JsonRef root) {
  std::vector<std::string> titles;
  for (const JsonRef line : in.optional_array(root, "shipping_lines")) {
    if (!line["is_removed"].is_true()) titles.push_back(in.optional_text(line, "title"));
  }
  return join(titles, ", ");
}

// "Visa •••• 4242" from "XXXX-XXXX-XXXX-4242" where the shop states the card, else its gateways.
std::string payment_method_of(JsonReader& in, JsonRef root) {
  const JsonRef card = in.optional_object(root, "payment_details");
  const std::string company = in.optional_text(card, "credit_card_company");
  const std::string number = in.optional_text(card, "credit_card_number");
  if (!company.empty() && number.size() >= 4) {
    const std::string last = number.substr(number.size() - 4);
    if (last.find_first_not_of("0123456789") == std::string::npos) {
      return company + " •••• " + last;
    }
  }
  std::vector<std::string> names;
  read_texts(in, root, "payment_gateway_names", names);
  const std::string gateways = join(names, ", ");
  return first_of(company, first_of(gateways, in.optional_text(root, "gateway")));
}

Customer read_customer(JsonReader& in, JsonRef root) {
  const JsonRef ref = in.optional_object(root, "customer");
  Customer customer;
  customer.id = in.optional_id(ref, "id");
  customer.first_name = in.optional_text(ref, "first_name");
  customer.email = first_of(in.optional_text(root, "email"), in.optional_text(ref, "email"));
  customer.order_count = in.optional_integer(ref, "orders_count");
  customer.tags = split_list(in.optional_text(ref, "tags"));
  return customer;
}

// The order inside of what the API answers: bare, wrapped, or the first of a list.
JsonRef order_in(JsonReader& in, JsonRef root) {
  if (root.is_array()) return root.at(0);
  if (root["orders"].exists()) return in.required_array(root, "orders").at(0);
  if (root["order"].exists()) return in.required_object(root, "order");
  return root["id"].exists() || root["line_items"].exists() ? root : JsonRef();
}

}  // namespace

base::Result<Order> from_shopify(JsonRef document) {
  JsonReader in;
  if (!document.is_object() && !document.is_array()) in.fail(ErrorCode::UnknownFormat, document);
  const JsonRef root = order_in(in, document);
  if (!root.exists()) in.fail(ErrorCode::NoOrder, document);
  if (!root.is_object()) in.fail(ErrorCode::WrongType, root);
  if (in.failed()) return in.error();

  Order order;
  Prices prices(in, root);
  order.currency = prices.currency();
  order.id = in.required_id(root, "id");
  order.number = first_of(in.optional_id(root, "name"), in.optional_id(root, "order_number"));
  if (order.number.empty()) in.fail(ErrorCode::MissingField, root, "name");
  order.created_at = in.optional_time(root, "created_at");
  order.cancelled_at = in.optional_time(root, "cancelled_at");
  order.payment_status = payment_status_of(in.optional_text(root, "financial_status"));
  order.test = in.optional_bool(root, "test", false);
  order.customer = read_customer(in, root);
  for (const JsonRef ref : in.required_array(root, "line_items")) {
    if (!ref.is_object()) in.fail(ErrorCode::WrongType, ref);
    order.lines.push_back(read_line(in, prices, ref));
    if (in.failed()) return in.error();
  }
  settle_line_ids(order.lines);
  for (const JsonRef code : in.optional_array(root, "discount_codes")) {
    std::string text = in.optional_text(code, "code");
    if (!text.empty()) order.coupons.push_back(std::move(text));
  }
  order.shipping_method = shipping_method_of(in, root);
  read_totals(in, prices, root, order);
  order.shipping_address = read_address(in, in.optional_object(root, "shipping_address"));
  order.payment_method = payment_method_of(in, root);
  order.tags = split_list(in.optional_text(root, "tags"));
  read_url(in, root, "order_status_url", order.status_url);
  if (!order.currency.known()) in.fail(ErrorCode::MissingField, root, "currency");
  if (in.failed()) return in.error();
  return order;
}

}  // namespace postlude::order
