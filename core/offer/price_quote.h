#pragma once

#include <cstdint>
#include <vector>

#include "core/base/exchange_rate.h"
#include "core/base/money.h"
#include "core/base/result.h"
#include "core/offer/offer.h"

namespace postlude::offer {

inline constexpr int64_t kMaxQuoteQuantity = 1'000'000;
inline constexpr int64_t kMaxTaxMillionths = 1'000'000;  // 100 %
inline constexpr int64_t kMaxDiscountBasisPoints = 10'000;

enum class DiscountKind : uint8_t {
  None,
  BasisPoints,  // hundredths of a percent of the line: 1500 = 15 %
  Fixed,        // minor units off the whole line; never more than the line
};

struct Discount {
  DiscountKind kind = DiscountKind::None;
  int64_t amount = 0;
};

struct PriceLine {
  base::Money unit_price;  // >= 0
  int64_t quantity = 1;    // 1 .. kMaxQuoteQuantity
  Discount discount;
};

enum class TaxMode : uint8_t {
  Included,  // prices and shipping are stated with their tax
  OnTop,     // tax is added to what is stated
};

enum class ShippingTax : uint8_t { Taxed, Untaxed };

struct PriceInput {
  std::vector<PriceLine> lines;  // at least one, all in one currency
  base::Money shipping;          // >= 0; its currency may be left out when it is 0
  int64_t tax_millionths = 0;    // 0 .. kMaxTaxMillionths; 19 % = 190,000, 8.875 % = 88,750
  TaxMode tax_mode = TaxMode::Included;
  ShippingTax shipping_tax = ShippingTax::Taxed;
};

/// Returns the amounts of a quote; `token` and `expires_at_ms` are left for whoever signs it.
///
///   subtotal = sum of unit price * quantity           discount = sum of line discounts
///   total = subtotal - discount + shipping            (+ tax, when it comes on top)
///
/// Discount and tax are rounded half up per line, shipping being a line of its own, in the
/// currency's minor unit. Fails with BadValue (quantity, rate, discount out of range, no lines) or
/// BadMoney (negative, mixed currencies, a sum beyond 2^53 - 1) and a pointer such as
/// "/lines/0/unit_price".
base::Result<Quote> price_quote(const PriceInput& input);

/// One quote in two currencies. Each is priced line by line and adds up in its own; neither is
/// converted from the sums of the other.
struct QuoteInBoth {
  Quote presentment;  // what the shopper is shown and charged
  Quote shop;         // what the shop's books say
};

/// The same for a shopper who pays in another currency than the shop's: `input` is in
/// `shop_to_presentment.from`, and each unit price, fixed discount and the shipping is converted.
/// With a currency that is worth one of itself both are the same. Fails as above, and with BadMoney
/// at "/lines/0/unit_price", "/lines/0/discount" or "/shipping" where an amount is of another
/// currency or too large in the other.
base::Result<QuoteInBoth> price_quote(const PriceInput& input,
                                      const base::ExchangeRate& shop_to_presentment);

}  // namespace postlude::offer
