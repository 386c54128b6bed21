#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "demo/server/app.h"

namespace postlude::server {

/// A card that the demo's checkout takes. What it does at the checkout and later, when an offer is
/// charged to it, differ.
struct TestCard {
  std::string_view number;  // digits only
  std::string_view label;   // what happens, for the checkout page
  std::string_view method;  // "Visa ending in 4242"
  std::string_view checkout_token;
  std::string_view offer_token;
};

/// Returns every test card, the one that simply works first.
const std::vector<TestCard>& test_cards();

struct CartLine {
  std::string product_id;
  int64_t quantity = 1;
};

struct CheckoutForm {
  std::string id;  // of this one form, however often it is sent; "" for none
  std::vector<CartLine> lines;
  std::string email;
  std::string name;
  std::string phone;    // may be left out; finds the order again
  std::string address;  // street and number
  std::string address2;
  std::string city;
  std::string region;
  std::string postcode;
  std::string country;      // ISO 3166-1 alpha-2
  std::string card_number;  // of a test card; blanks are ignored
  std::string currency;     // to pay in, ISO 4217; "" is the shop's own
};

/// One field that is wrong: its name as in CheckoutForm, and "required", "invalid", "too_long",
/// "unknown_card", "card_declined", "payment_unavailable", "payment_pending", "unknown_product",
/// "out_of_stock", "quantity" or "unknown_currency".
struct FieldError {
  std::string field;
  std::string code;
};

struct CheckoutResult {
  std::string order_id;            // "" when there are errors
  std::vector<FieldError> errors;  // in the form's order
  bool long_ago = false;           // the form made the order a day ago or more: it opens it no more
};

/// What a cart costs, prices with their tax.
struct CartTotals {
  base::Currency currency;  // of all of it
  int64_t subtotal_minor = 0;
  int64_t shipping_minor = 0;
  int64_t tax_minor = 0;  // the tax in the total
  int64_t total_minor = 0;
};

/// Returns the totals of a cart sent to `country`, each line at `rate`; unknown products are left
/// out.
CartTotals price_cart(Database& database, const std::vector<CartLine>& lines,
                      const base::ExchangeRate& rate, std::string_view country = "DE");

/// The shop's shipping: what it costs to a country and from which subtotal on it is free.
struct ShippingTerms {
  int64_t price_minor = 0;
  int64_t free_from_minor = 0;
};
ShippingTerms shipping_terms(std::string_view country);

/// The key under which the gateway knows an order's own payment.
std::string checkout_key(std::string_view order_id);

/// Finishes, by asking the gateway for at most `wait` each, orders whose first payment is open and
/// that no request of this process is working on; orders that were not paid are removed. Returns
/// how many there were.
int settle_open_orders(App& app, Database& database, std::chrono::milliseconds wait);

/// Returns what became of a form that was sent before and made an order; nothing of any other.
/// Charges nothing. The form's id is a secret that a page kept in a browser's history still knows:
/// after a day (`long_ago`) it is no proof of whose order it is.
std::optional<CheckoutResult> resume_checkout(App& app, const std::string& form_id);

/// Checks the form, takes the stock, charges the card and writes the order; a form with an id that
/// made an order before is resumed. On any error nothing is charged or changed, but for
/// "payment_pending": then it may have been charged, and the same form tells what became of it.
CheckoutResult check_out(App& app, const CheckoutForm& form);

}  // namespace postlude::server
