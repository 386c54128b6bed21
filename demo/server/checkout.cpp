#include "demo/server/checkout.h"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "core/base/json_writer.h"
#include "demo/server/charge_once.h"
#include "demo/server/currencies.h"
#include "demo/server/event_repository.h"
#include "demo/server/look_up.h"
#include "demo/server/order_repository.h"
#include "demo/server/random_id.h"
#include "demo/server/text_checks.h"
#include "demo/server/write_patiently.h"

namespace postlude::server {
namespace {

constexpr int64_t kMaxQuantity = 20;  // of one product in one order
constexpr size_t kMaxFieldBytes = 200;
constexpr int64_t kFormOpensOrderMs = int64_t{24} * 60 * 60 * 1000;

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c != ' ' && c != '-') digits += c;
  }
  return digits;
}

const TestCard* card_of(std::string_view number) {
  const std::string digits = digits_of(number);
  for (const TestCard& card : test_cards()) {
    if (card.number == digits) return &card;
  }
  return nullptr;
}

bool looks_like_email(std::string_view text) {
  const size_t at = text.find('@');
  return at != std::string_view::npos && at > 0 && text.find('@', at + 1) == text.npos &&
         text.find('.', at) != text.npos && text.find_first_of(" \t\r\n<>") == text.npos &&
         !text.ends_with('.');
}

struct FieldRule {
  const char* name;
  const std::string& value;
  bool required;
};

void check_fields(const CheckoutForm& form, bool shipped, std::vector<FieldError>& errors) {
  const FieldRule rules[] = {
      {"email", form.email, true},          {"name", form.name, true},
      {"address", form.address, shipped},   {"address2", form.address2, false},
      {"postcode", form.postcode, shipped}, {"city", form.city, shipped},
      {"region", form.region, false},       {"country", form.country, shipped},
      {"phone", form.phone, false},
  };
  for (const FieldRule& rule : rules) {
    if (rule.value.empty() && rule.required) errors.push_back({rule.name, "required"});
    if (rule.value.size() > kMaxFieldBytes) errors.push_back({rule.name, "too_long"});
    if (!is_plain_line(rule.value)) errors.push_back({rule.name, "invalid"});
  }
  if (!form.email.empty() && !looks_like_email(form.email)) errors.push_back({"email", "invalid"});
  const bool country_code =
      form.country.size() == 2 && std::all_of(form.country.begin(), form.country.end(),
                                              [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!form.country.empty() && !country_code) errors.push_back({"country", "invalid"});
}

void check_card(const CheckoutForm& form, std::vector<FieldError>& errors) {
  if (form.card_number.empty()) {
    errors.push_back({"card_number", "required"});
  } else if (card_of(form.card_number) == nullptr) {
    errors.push_back({"card_number", "unknown_card"});
  }
}

void check_currency(const App& app, const CheckoutForm& form, std::vector<FieldError>& errors) {
  if (find_rate(app.shop.rates, form.currency) == nullptr) {
    errors.push_back({"currency", "unknown_currency"});
  }
}

bool cart_is_shipped(Database& database, const std::vector<CartLine>& lines) {
  for (const CartLine& line : lines) {
    const std::optional<CatalogueItem> item = find_product(database, line.product_id);
    if (item && item->requires_shipping) return true;
  }
  return false;
}

/// The tax that a price with its tax holds.
int64_t tax_within(int64_t gross_minor, int64_t tax_millionths) {
  constexpr int64_t kMillion = 1'000'000;
  return base::scale_half_up(gross_minor, tax_millionths, kMillion + tax_millionths);
}

std::string first_word(const std::string& text) { return text.substr(0, text.find(' ')); }

/// The order as the form asks for it. Takes the stock; what cannot be had is an error.
StoredOrder build_order(App& app, Database& database, const CheckoutForm& form,
                        std::vector<FieldError>& errors) {
  StoredOrder stored;
  order::Order& order = stored.order;
  order.id = random_id("ord_");
  stored.rate = *find_rate(app.shop.rates, form.currency);
  order.currency = stored.rate.to;
  order.payment_status = order::PaymentStatus::Pending;
  order.customer.email = form.email;
  order.customer.first_name = first_word(form.name);
  const TestCard& card = *card_of(form.card_number);
  order.payment_method = card.method;
  stored.payment_token = card.offer_token;
  stored.created_ms = app.clock.now_ms();
  for (const CartLine& wanted : form.lines) {
    const std::optional<CatalogueItem> item = find_product(database, wanted.product_id);
    if (!item) {
      errors.push_back({"lines", "unknown_product"});
    } else if (wanted.quantity < 1 || wanted.quantity > kMaxQuantity) {
      errors.push_back({"lines", "quantity"});
    } else if (!take_stock(database, item->variant_id, wanted.quantity)) {
      errors.push_back({"lines", "out_of_stock"});
    } else {
      order::LineItem line;
      line.product_id = item->product_id;
      line.variant_id = item->variant_id;
      line.sku = item->sku;
      line.title = item->title;
      line.variant = item->variant;
      line.quantity = wanted.quantity;
      line.unit_price = at_rate(item->price_minor, stored.rate);
      line.total = base::Money{line.unit_price->minor * wanted.quantity, order.currency};
      line.image_url = base::safe_url(item->image_url);
      line.requires_shipping = item->requires_shipping;
      line.categories = item->categories;
      order.lines.push_back(std::move(line));
    }
  }
  return stored;
}

void add_totals_and_address(Database& database, const CheckoutForm& form, StoredOrder& stored) {
  order::Order& order = stored.order;
  const CartTotals totals = price_cart(database, form.lines, stored.rate, form.country);
  const base::ExchangeRate own = {stored.rate.from, stored.rate.from};
  const CartTotals books = price_cart(database, form.lines, own, form.country);
  stored.shop_subtotal = {books.subtotal_minor, own.from};
  stored.shop_total = {books.total_minor, own.from};
  using order::TotalKind;
  const auto add = [&order](TotalKind kind, int64_t minor) {
    order.totals.push_back({kind, "", {minor, order.currency}});
  };
  add(TotalKind::Subtotal, totals.subtotal_minor);
  if (cart_is_shipped(database, form.lines)) {
    add(TotalKind::Shipping, totals.shipping_minor);
    order.shipping_method = "DHL Paket";
    order::Address& address = order.shipping_address;
    address.name = form.name;
    address.lines = {form.address};
    if (!form.address2.empty()) address.lines.push_back(form.address2);
    address.city = form.city;
    address.region = form.region;
    address.postcode = form.postcode;
    address.country = form.country;
  }
  add(TotalKind::Tax, totals.tax_minor);
  add(TotalKind::Total, totals.total_minor);
}

/// Ends an order's first payment one way or the other, in a transaction of its own.
void finish_order(App& app, Database& database, const std::string& order_id, bool paid) {
  Transaction transaction(database);
  const std::optional<StoredOrder> stored = find_order(database, order_id);
  if (stored && stored->order.payment_status == order::PaymentStatus::Pending) {
    if (paid) {
      mark_paid(database, order_id);
      base::JsonWriter payload;
      const base::Money total = stored->order.total().value_or(base::Money{});
      payload.begin_object()
          .member("number", stored->order.number)
          .member("total_minor", total.minor)
          .member("currency", total.currency.text())
          .member("shop_total_minor", stored->shop_total.minor)
          .member("shop_currency", stored->shop_total.currency.text())
          .end_object();
      insert_outbox(database, order_id, "order.paid", payload.text(), app.clock.now_ms());
    } else {
      for (const order::LineItem& line : stored->order.lines) {
        put_back_stock(database, line.variant_id, line.quantity);
      }
      remove_order(database, order_id);
    }
  }
  transaction.commit();
}

/// Behind the commit of the order no error may hide what the gateway has done.
ChargeAnswer charge_or_wonder(App& app, const ChargeRequest& request) {
  try {
    return charge_once(app.gateway, request);
  } catch (const std::exception& error) {
    spdlog::error("a checkout's charge is not known: {}", error.what());
    return {ChargeState::Processing, "", ""};
  }
}

/// What the shopper is told. An outcome that is not known, or cannot be written yet, stays open:
/// the settler finishes it, and the same form asks for it.
CheckoutResult conclude(App& app, Database& database, const std::string& order_id,
                        const ChargeAnswer& said) {
  CheckoutResult result;
  const bool paid = said.state == ChargeState::Succeeded;
  const bool known = said.state != ChargeState::Processing;
  if (!known || !write_patiently([&] { finish_order(app, database, order_id, paid); })) {
    result.errors.push_back({"card_number", "payment_pending"});
  } else if (paid) {
    result.order_id = order_id;
  } else {
    const bool declined = said.state == ChargeState::Declined;
    result.errors.push_back({"card_number", declined ? "card_declined" : "payment_unavailable"});
  }
  return result;
}

}  // namespace

std::string checkout_key(std::string_view order_id) { return "checkout-" + std::string(order_id); }

const std::vector<TestCard>& test_cards() {
  static const std::vector<TestCard> cards = {
      {"4242424242424242", "Pays the order and every offer", "Visa ending in 4242", "tok_success",
       "tok_success"},
      {"4000000000000002", "Is declined at the checkout", "Visa ending in 0002", "tok_decline",
       "tok_decline"},
      {"4000000000000341", "Pays the order; declined when an offer is accepted",
       "Visa ending in 0341", "tok_success", "tok_decline"},
      {"4000000000009995", "Pays the order; insufficient funds for an offer", "Visa ending in 9995",
       "tok_success", "tok_insufficient_funds"},
      {"4000002760003184", "Pays the order; an offer must be confirmed with the bank",
       "Visa ending in 3184", "tok_success", "tok_requires_action"},
      {"4000000000000119", "Pays the order; the answer to an offer's charge is lost",
       "Visa ending in 0119", "tok_success", "tok_timeout"},
      {"4000000000000259", "Pays the order; the answer to an offer's charge comes late",
       "Visa ending in 0259", "tok_success", "tok_late"},
  };
  return cards;
}

ShippingTerms shipping_terms(std::string_view country) {
  if (country == "DE" || country.empty()) return {490, 4900};
  return {990, 9900};
}

CartTotals price_cart(Database& database, const std::vector<CartLine>& lines,
                      const base::ExchangeRate& rate, std::string_view country) {
  CartTotals totals;
  totals.currency = rate.to;
  bool shipped = false;
  int64_t highest_rate = 0;
  int64_t shop_subtotal_minor = 0;
  for (const CartLine& line : lines) {
    const std::optional<CatalogueItem> item = find_product(database, line.product_id);
    if (!item || line.quantity < 1 || line.quantity > kMaxQuantity) continue;
    const int64_t line_minor = at_rate(item->price_minor, rate).minor * line.quantity;
    shop_subtotal_minor += item->price_minor * line.quantity;
    totals.subtotal_minor += line_minor;
    totals.tax_minor += tax_within(line_minor, item->tax_millionths);
    shipped = shipped || item->requires_shipping;
    highest_rate = std::max(highest_rate, item->tax_millionths);
  }
  const ShippingTerms terms = shipping_terms(country);
  // What is free is free in every currency.
  if (shipped && shop_subtotal_minor < terms.free_from_minor) {
    totals.shipping_minor = at_rate(terms.price_minor, rate).minor;
    // Shipping shares the rate of what is shipped; with several, the highest is on the safe side.
    totals.tax_minor += tax_within(totals.shipping_minor, highest_rate);
  }
  totals.total_minor = totals.subtotal_minor + totals.shipping_minor;
  return totals;
}

int settle_open_orders(App& app, Database& database, std::chrono::milliseconds wait) {
  int settled = 0;
  for (const std::string& order_id : unpaid_orders(database)) {
    if (app.active_charges.holds(checkout_key(order_id))) continue;
    try {
      const ChargeAnswer said = ask_until_certain(app.gateway, checkout_key(order_id), wait);
      if (said.state == ChargeState::Processing) continue;
      finish_order(app, database, order_id, said.state == ChargeState::Succeeded);
      ++settled;
    } catch (const std::exception& error) {
      spdlog::error("an order's payment is not settled: {}", error.what());
    }
  }
  return settled;
}

std::optional<CheckoutResult> resume_checkout(App& app, const std::string& form_id) {
  DatabasePool::Lease database = app.databases.lease();
  const std::string order_id = order_of_form(*database, form_id);
  if (order_id.empty()) return std::nullopt;
  const std::optional<StoredOrder> stored = find_order(*database, order_id);
  if (stored && stored->order.payment_status == order::PaymentStatus::Pending) {
    return conclude(app, *database, order_id,
                    ask_until_certain(app.gateway, checkout_key(order_id), kSettleWait));
  }
  CheckoutResult result;
  result.order_id = order_id;
  result.long_ago = stored && app.clock.now_ms() - stored->created_ms >= kFormOpensOrderMs;
  return result;
}

CheckoutResult check_out(App& app, const CheckoutForm& form) {
  if (const auto resumed = resume_checkout(app, form.id)) return *resumed;
  CheckoutResult result;
  DatabasePool::Lease database = app.databases.lease();
  if (form.lines.empty()) result.errors.push_back({"lines", "required"});
  check_fields(form, cart_is_shipped(*database, form.lines), result.errors);
  check_card(form, result.errors);
  check_currency(app, form, result.errors);
  if (!result.errors.empty()) return result;

  StoredOrder stored;
  std::optional<ActiveMark> mark;
  {
    Transaction transaction(*database);
    stored = build_order(app, *database, form, result.errors);
    if (!result.errors.empty()) return result;
    add_totals_and_address(*database, form, stored);
    insert_order(*database, stored, form.id);
    remember_phone(*database, stored.order.id, form.phone);
    // Before it can be seen, so that nobody settles it under our hands.
    mark.emplace(app.active_charges, checkout_key(stored.order.id));
    transaction.commit();
  }
  const ChargeRequest request{checkout_key(stored.order.id),
                              std::string(card_of(form.card_number)->checkout_token),
                              stored.order.total().value_or(base::Money{})};
  return conclude(app, *database, stored.order.id, charge_or_wonder(app, request));
}

}  // namespace postlude::server
