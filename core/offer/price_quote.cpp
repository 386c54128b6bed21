#include "core/offer/price_quote.h"

#include <string>
#include <string_view>

#include "core/base/json_writer.h"

namespace postlude::offer {
namespace {

using base::Error;
using base::ErrorCode;
using base::Money;

constexpr int64_t kMaxMinor = (int64_t{1} << 53) - 1;
constexpr int64_t kBasisPoints = 10'000;
constexpr int64_t kMillion = 1'000'000;

// amount * numerator / denominator, half up, for numerator <= denominator: the whole part is taken
// out first, so that no amount up to 2^53 overflows.
int64_t share(int64_t amount, int64_t numerator, int64_t denominator) {
  const int64_t whole = amount / denominator * numerator;
  return whole + base::scale_half_up(amount % denominator, numerator, denominator);
}

int64_t tax_of(int64_t stated, const PriceInput& input) {
  const int64_t whole =
      input.tax_mode == TaxMode::Included ? kMillion + input.tax_millionths : kMillion;
  return share(stated, input.tax_millionths, whole);
}

Error wrong(ErrorCode code, std::string pointer) { return Error{code, std::move(pointer), 0}; }

Error wrong_line(ErrorCode code, size_t index, std::string_view field) {
  std::string pointer = "/lines/";
  pointer += base::JsonWriter().value(static_cast<int64_t>(index)).text();
  pointer += field;
  return wrong(code, std::move(pointer));
}

bool fits(const Money& amount) { return amount.minor >= 0 && amount.minor <= kMaxMinor; }

struct LineAmounts {
  int64_t subtotal = 0;
  int64_t discount = 0;
};

base::Result<LineAmounts> price_line(const PriceLine& line, size_t index) {
  LineAmounts amounts;
  if (!fits(line.unit_price)) return wrong_line(ErrorCode::BadMoney, index, "/unit_price");
  if (line.quantity < 1 || line.quantity > kMaxQuoteQuantity) {
    return wrong_line(ErrorCode::BadValue, index, "/quantity");
  }
  if (__builtin_mul_overflow(line.unit_price.minor, line.quantity, &amounts.subtotal) ||
      amounts.subtotal > kMaxMinor) {
    return wrong_line(ErrorCode::BadMoney, index, "");
  }
  const int64_t reduction = line.discount.amount;
  const bool too_much =
      line.discount.kind == DiscountKind::BasisPoints && reduction > kMaxDiscountBasisPoints;
  if (reduction < 0 || too_much) return wrong_line(ErrorCode::BadValue, index, "/discount");
  if (line.discount.kind == DiscountKind::BasisPoints) {
    amounts.discount = share(amounts.subtotal, reduction, kBasisPoints);
  } else if (line.discount.kind == DiscountKind::Fixed) {
    amounts.discount = reduction < amounts.subtotal ? reduction : amounts.subtotal;
  }
  return amounts;
}

// Adds what is at most kMaxMinor to what is at most kMaxMinor; 2^54 fits.
bool add(Money& sum, int64_t more) {
  sum.minor += more;
  return sum.minor <= kMaxMinor;
}

/// The same things at the prices of another currency.
base::Result<PriceInput> convert_input(const PriceInput& input, const base::ExchangeRate& rate) {
  PriceInput converted = input;
  for (size_t i = 0; i < input.lines.size(); ++i) {
    PriceLine& line = converted.lines[i];
    const auto price = base::convert(line.unit_price, rate);
    if (!price) return wrong_line(ErrorCode::BadMoney, i, "/unit_price");
    line.unit_price = *price;
    if (line.discount.kind != DiscountKind::Fixed) continue;
    const auto off = base::convert({line.discount.amount, rate.from}, rate);
    if (!off) return wrong_line(ErrorCode::BadMoney, i, "/discount");
    line.discount.amount = off->minor;
  }
  const bool free = input.shipping.minor == 0;
  const auto shipping = base::convert(free ? Money{0, rate.from} : input.shipping, rate);
  if (!shipping) return wrong(ErrorCode::BadMoney, "/shipping");
  converted.shipping = *shipping;
  return converted;
}

}  // namespace

base::Result<Quote> price_quote(const PriceInput& input) {
  if (input.lines.empty()) return wrong(ErrorCode::BadValue, "/lines");
  if (input.tax_millionths < 0 || input.tax_millionths > kMaxTaxMillionths) {
    return wrong(ErrorCode::BadValue, "/tax_millionths");
  }
  const base::Currency currency = input.lines[0].unit_price.currency;
  const bool foreign = input.shipping.minor != 0 && input.shipping.currency != currency;
  if (!fits(input.shipping) || foreign) return wrong(ErrorCode::BadMoney, "/shipping");

  Quote quote;
  quote.subtotal = quote.discount = quote.tax = quote.total = Money{0, currency};
  quote.shipping = Money{input.shipping.minor, currency};
  quote.tax_included = input.tax_mode == TaxMode::Included;
  bool small = true;
  for (size_t i = 0; i < input.lines.size(); ++i) {
    if (input.lines[i].unit_price.currency != currency) {
      return wrong_line(ErrorCode::BadMoney, i, "/unit_price");
    }
    const auto line = price_line(input.lines[i], i);
    if (!line.ok()) return line.error();
    const int64_t net = line.value().subtotal - line.value().discount;
    small = add(quote.subtotal, line.value().subtotal) &&
            add(quote.discount, line.value().discount) && add(quote.tax, tax_of(net, input)) &&
            small;
    if (!small) return wrong(ErrorCode::BadMoney, "");
  }
  if (input.shipping_tax == ShippingTax::Taxed) {
    small = add(quote.tax, tax_of(input.shipping.minor, input));
  }
  quote.total.minor = quote.subtotal.minor - quote.discount.minor;
  small = small && add(quote.total, quote.shipping.minor);
  if (!quote.tax_included) small = small && add(quote.total, quote.tax.minor);
  if (!small) return wrong(ErrorCode::BadMoney, "");
  return quote;
}

base::Result<QuoteInBoth> price_quote(const PriceInput& input,
                                      const base::ExchangeRate& shop_to_presentment) {
  const auto shop = price_quote(input);
  if (!shop.ok()) return shop.error();
  const auto converted = convert_input(input, shop_to_presentment);
  if (!converted.ok()) return converted.error();
  const auto presentment = price_quote(converted.value());
  if (!presentment.ok()) return presentment.error();
  return QuoteInBoth{presentment.value(), shop.value()};
}

}  // namespace postlude::offer
