#include "core/offer/price_quote.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cstdlib>

namespace postlude::offer {
namespace {

constexpr int64_t kMaxMinor = (int64_t{1} << 53) - 1;

base::Currency currency(std::string_view code) { return *base::parse_currency(code); }

PriceInput one_line(int64_t price, int64_t quantity, std::string_view code = "EUR") {
  PriceInput input;
  input.lines = {{{price, currency(code)}, quantity, {}}};
  return input;
}

struct Row {
  int64_t price;
  int64_t quantity;
  Discount discount;
  int64_t shipping;
  int64_t tax_millionths;
  TaxMode mode;
  // subtotal, discount, shipping, tax, total
  std::vector<int64_t> wanted;
};

std::vector<int64_t> priced(const Row& row, std::string_view code = "EUR") {
  PriceInput input = one_line(row.price, row.quantity, code);
  input.lines[0].discount = row.discount;
  input.shipping = {row.shipping, currency(code)};
  input.tax_millionths = row.tax_millionths;
  input.tax_mode = row.mode;
  const auto quote = price_quote(input);
  if (!quote.ok()) return {};
  const Quote& q = quote.value();
  return {q.subtotal.minor, q.discount.minor, q.shipping.minor, q.tax.minor, q.total.minor};
}

TEST(PriceQuote, IsExactInMinorUnits) {
  const Discount none;
  const Discount tenth{DiscountKind::BasisPoints, 1000};
  const Row kRows[] = {
      // German 19 % included: 11.90 holds 1.90.
      {1190, 1, none, 0, 190'000, TaxMode::Included, {1190, 0, 0, 190, 1190}},
      {1190, 2, tenth, 595, 190'000, TaxMode::Included, {2380, 238, 595, 437, 2737}},
      // New York 8.875 % on top.
      {1000, 1, none, 0, 88'750, TaxMode::OnTop, {1000, 0, 0, 89, 1089}},
      {10'000, 1, none, 1000, 88'750, TaxMode::OnTop, {10'000, 0, 1000, 977, 11'977}},
      // Switzerland's former 7.7 % included: 107.70 holds 7.70.
      {10'770, 1, none, 0, 77'000, TaxMode::Included, {10'770, 0, 0, 770, 10'770}},
      // Half a minor unit goes up: 5 % of 10, 15 % of 10.
      {10, 1, none, 0, 50'000, TaxMode::OnTop, {10, 0, 0, 1, 11}},
      {10, 1, {DiscountKind::BasisPoints, 1500}, 0, 0, TaxMode::OnTop, {10, 2, 0, 0, 8}},
      {10, 1, {DiscountKind::BasisPoints, 1499}, 0, 0, TaxMode::OnTop, {10, 1, 0, 0, 9}},
      // A fixed discount is of the whole line and never more than it.
      {500, 3, {DiscountKind::Fixed, 400}, 0, 0, TaxMode::OnTop, {1500, 400, 0, 0, 1100}},
      {500, 1, {DiscountKind::Fixed, 900}, 0, 0, TaxMode::OnTop, {500, 500, 0, 0, 0}},
      {500,
       1,
       {DiscountKind::BasisPoints, 10'000},
       300,
       0,
       TaxMode::OnTop,
       {500, 500, 300, 0, 300}},
      {0, 1, none, 0, 190'000, TaxMode::Included, {0, 0, 0, 0, 0}},
      // 100 % included tax is half.
      {300, 1, none, 0, 1'000'000, TaxMode::Included, {300, 0, 0, 150, 300}},
  };
  for (const Row& row : kRows) EXPECT_EQ(priced(row), row.wanted) << row.price;
}

TEST(PriceQuote, TheMinorUnitIsTheCurrencys) {
  // 8 % of 110 yen, of 1.100 dinar, of 11.00 forint: whole minor units each.
  const Row row{1'110, 1, {}, 0, 80'000, TaxMode::OnTop, {1'110, 0, 0, 89, 1'199}};
  for (const std::string_view code : {"JPY", "KWD", "HUF", "CLF", "EUR"}) {
    EXPECT_EQ(priced(row, code), row.wanted) << code;
  }
}

TEST(PriceQuote, RoundsEachLineByItself) {
  PriceInput input = one_line(10, 1);
  input.lines.push_back(input.lines[0]);
  input.tax_millionths = 50'000;
  input.tax_mode = TaxMode::OnTop;
  // Twice 0.5 goes up twice; 5 % of the sum would be 1.
  EXPECT_EQ(price_quote(input).value().tax.minor, 2);
}

TEST(PriceQuote, ShippingMayBeFreeOfTax) {
  PriceInput input = one_line(1000, 1);
  input.shipping = {500, currency("EUR")};
  input.tax_millionths = 200'000;
  input.tax_mode = TaxMode::OnTop;
  EXPECT_EQ(price_quote(input).value().tax.minor, 300);
  input.shipping_tax = ShippingTax::Untaxed;
  EXPECT_EQ(price_quote(input).value().tax.minor, 200);
  EXPECT_EQ(price_quote(input).value().total.minor, 1700);
}

TEST(PriceQuote, LeavesTheTokenToTheSigner) {
  const Quote quote = price_quote(one_line(1000, 1)).value();
  EXPECT_TRUE(quote.token.empty());
  EXPECT_EQ(quote.expires_at_ms, 0);
  EXPECT_TRUE(quote.tax_included);
  EXPECT_EQ(quote.total.currency, currency("EUR"));
}

// "code pointer", or "ok".
std::string outcome(const PriceInput& input) {
  const auto quote = price_quote(input);
  if (quote.ok()) return "ok";
  return std::string(base::error_name(quote.error().code)) + " " + quote.error().pointer;
}

TEST(PriceQuote, RefusesWhatIsNoPriceAndSaysWhere) {
  const auto spoiled = [](void (*spoil)(PriceInput&)) {
    PriceInput input = one_line(1000, 1);
    input.lines.push_back(input.lines[0]);
    input.shipping = {100, currency("EUR")};
    spoil(input);
    return outcome(input);
  };
  EXPECT_EQ(spoiled([](PriceInput&) {}), "ok");
  EXPECT_EQ(spoiled([](PriceInput& in) { in.lines.clear(); }), "bad_value /lines");
  EXPECT_EQ(spoiled([](PriceInput& in) { in.lines[1].unit_price.minor = -1; }),
            "bad_money /lines/1/unit_price");
  EXPECT_EQ(spoiled([](PriceInput& in) { in.lines[1].unit_price.currency = currency("USD"); }),
            "bad_money /lines/1/unit_price");
  EXPECT_EQ(spoiled([](PriceInput& in) { in.lines[0].quantity = 0; }),
            "bad_value /lines/0/quantity");
  EXPECT_EQ(spoiled([](PriceInput& in) { in.lines[0].quantity = kMaxQuoteQuantity + 1; }),
            "bad_value /lines/0/quantity");
  EXPECT_EQ(spoiled([](PriceInput& in) {
              in.lines[0].discount = {DiscountKind::Fixed, -1};
            }),
            "bad_value /lines/0/discount");
  EXPECT_EQ(spoiled([](PriceInput& in) {
              in.lines[0].discount = {DiscountKind::BasisPoints, 10'001};
            }),
            "bad_value /lines/0/discount");
  EXPECT_EQ(spoiled([](PriceInput& in) { in.shipping.minor = -1; }), "bad_money /shipping");
  EXPECT_EQ(spoiled([](PriceInput& in) { in.shipping.currency = currency("USD"); }),
            "bad_money /shipping");
  EXPECT_EQ(spoiled([](PriceInput& in) { in.tax_millionths = -1; }), "bad_value /tax_millionths");
  EXPECT_EQ(spoiled([](PriceInput& in) { in.tax_millionths = kMaxTaxMillionths + 1; }),
            "bad_value /tax_millionths");
}

TEST(PriceQuote, RefusesSumsThatJavaScriptCannotHold) {
  EXPECT_EQ(outcome(one_line(kMaxMinor, 1)), "ok");
  EXPECT_EQ(outcome(one_line(kMaxMinor + 1, 1)), "bad_money /lines/0/unit_price");
  EXPECT_EQ(outcome(one_line(kMaxMinor, 2)), "bad_money /lines/0");
  EXPECT_EQ(outcome(one_line(kMaxMinor, kMaxQuoteQuantity)), "bad_money /lines/0");
  PriceInput two = one_line(kMaxMinor, 1);
  two.lines.push_back({{1, currency("EUR")}, 1, {}});
  EXPECT_EQ(outcome(two), "bad_money ");
  PriceInput taxed = one_line(kMaxMinor, 1);
  taxed.tax_mode = TaxMode::OnTop;
  taxed.tax_millionths = 1;
  EXPECT_EQ(outcome(taxed), "bad_money ");
  PriceInput shipped = one_line(kMaxMinor, 1);
  shipped.shipping = {1, currency("EUR")};
  EXPECT_EQ(outcome(shipped), "bad_money ");
}

base::ExchangeRate rate(std::string_view from, std::string_view to, std::string_view decimal) {
  return *base::parse_exchange_rate(currency(from), currency(to), decimal);
}

std::vector<int64_t> amounts(const Quote& q) {
  return {q.subtotal.minor, q.discount.minor, q.shipping.minor, q.tax.minor, q.total.minor};
}

TEST(PriceQuote, InTwoCurrenciesIsPricedInEach) {
  PriceInput input = one_line(1'090, 3);
  input.lines[0].discount = {DiscountKind::BasisPoints, 1'500};
  input.shipping = {490, currency("EUR")};
  input.tax_millionths = 70'000;
  const QuoteInBoth yen = price_quote(input, rate("EUR", "JPY", "171.35")).value();
  EXPECT_EQ(amounts(yen.shop), (std::vector<int64_t>{3'270, 491, 490, 214, 3'269}));
  // 10.90 EUR are 1,868 yen (1,867.715), 4.90 EUR 840 (839.615): whole yen from there on.
  EXPECT_EQ(amounts(yen.presentment), (std::vector<int64_t>{5'604, 841, 840, 367, 5'603}));
  EXPECT_EQ(yen.presentment.total.currency, currency("JPY"));
  EXPECT_EQ(yen.shop.total.currency, currency("EUR"));
  const QuoteInBoth dinar = price_quote(input, rate("EUR", "KWD", "0.3334")).value();
  EXPECT_EQ(amounts(dinar.presentment), (std::vector<int64_t>{10'902, 1'635, 1'634, 713, 10'901}));
}

TEST(PriceQuote, InTwoCurrenciesConvertsAFixedDiscount) {
  PriceInput input = one_line(5'900, 1);
  input.lines[0].discount = {DiscountKind::Fixed, 900};
  const QuoteInBoth both = price_quote(input, rate("EUR", "USD", "1.087")).value();
  EXPECT_EQ(amounts(both.presentment), (std::vector<int64_t>{6'413, 978, 0, 0, 5'435}));
  EXPECT_EQ(both.shop.total.minor, 5'000);
}

TEST(PriceQuote, InOneCurrencyIsTheSameTwice) {
  const QuoteInBoth both = price_quote(one_line(1'090, 2), rate("EUR", "EUR", "1")).value();
  EXPECT_EQ(amounts(both.presentment), amounts(both.shop));
}

TEST(PriceQuote, InTwoCurrenciesSaysWhatCannotBeConverted) {
  const auto fails = [](const PriceInput& input, const base::ExchangeRate& into) {
    const auto both = price_quote(input, into);
    return both.ok()
               ? "ok"
               : std::string(base::error_name(both.error().code)) + " " + both.error().pointer;
  };
  PriceInput input = one_line(1'000, 1);
  EXPECT_EQ(fails(input, rate("USD", "EUR", "0.9")), "bad_money /lines/0/unit_price");
  EXPECT_EQ(fails(one_line(kMaxMinor, 1), rate("EUR", "USD", "1.1")),
            "bad_money /lines/0/unit_price");
  input.lines[0].discount = {DiscountKind::Fixed, kMaxMinor};
  EXPECT_EQ(fails(input, rate("EUR", "USD", "1.1")), "bad_money /lines/0/discount");
  input = one_line(1'000, 1);
  input.shipping = {kMaxMinor - 1'000, currency("EUR")};
  EXPECT_EQ(fails(input, rate("EUR", "USD", "1.1")), "bad_money /shipping");
  EXPECT_EQ(fails(input, rate("EUR", "USD", "0.5")), "ok");
  EXPECT_EQ(fails(one_line(1'000, 0), rate("EUR", "USD", "1.1")), "bad_value /lines/0/quantity");
}

// A currency of every exponent there is.
constexpr std::string_view kCodes[] = {"JPY", "EUR", "KWD", "CLF"};

PriceInput any_input(std::string_view code) {
  PriceInput input;
  const auto lines = *rc::gen::inRange(1, 6);
  for (int i = 0; i < lines; ++i) {
    PriceLine line{{*rc::gen::inRange<int64_t>(0, 10'000'000), currency(code)},
                   *rc::gen::inRange<int64_t>(1, 1'000),
                   {}};
    line.discount.kind =
        *rc::gen::element(DiscountKind::None, DiscountKind::BasisPoints, DiscountKind::Fixed);
    line.discount.amount = *rc::gen::inRange<int64_t>(0, 10'001);
    input.lines.push_back(line);
  }
  input.shipping = {*rc::gen::inRange<int64_t>(0, 100'000), currency(code)};
  input.tax_millionths = *rc::gen::inRange<int64_t>(0, 1'000'001);
  input.tax_mode = *rc::gen::element(TaxMode::Included, TaxMode::OnTop);
  input.shipping_tax = *rc::gen::element(ShippingTax::Taxed, ShippingTax::Untaxed);
  return input;
}

void assert_adds_up(const Quote& quote) {
  const int64_t on_top = quote.tax_included ? 0 : quote.tax.minor;
  RC_ASSERT(quote.subtotal.minor - quote.discount.minor + quote.shipping.minor + on_top ==
            quote.total.minor);
  RC_ASSERT(quote.discount.minor >= 0 && quote.discount.minor <= quote.subtotal.minor);
  RC_ASSERT(quote.tax.minor >= 0);
  RC_ASSERT(!quote.tax_included || quote.tax.minor <= quote.total.minor);
}

RC_GTEST_PROP(PriceQuote, TotalsAlwaysAddUp, ()) {
  for (const std::string_view code : kCodes) assert_adds_up(price_quote(any_input(code)).value());
}

RC_GTEST_PROP(PriceQuote, TotalsAddUpInBothCurrenciesAndAreWorthTheSame, ()) {
  for (const std::string_view from : kCodes) {
    for (const std::string_view to : kCodes) {
      const PriceInput input = any_input(from);
      const int64_t billionths =
          from == to ? base::kOneToOne
                     : *rc::gen::inRange<int64_t>(base::kOneToOne / 1000, base::kOneToOne * 2);
      const base::ExchangeRate into{currency(from), currency(to), billionths};
      const QuoteInBoth both = price_quote(input, into).value();
      assert_adds_up(both.presentment);
      assert_adds_up(both.shop);
      // Each thing bought may be half a minor unit off, each of a line's roundings and the shipping
      // half a unit more, and the shop's own roundings as much as they are worth.
      int64_t units = 1;
      for (const PriceLine& line : input.lines) units += line.quantity + 3;
      const int64_t worth_of_one = base::convert({units, into.from}, into)->minor;
      const int64_t worth = base::convert(both.shop.total, into)->minor;
      RC_ASSERT(std::abs(both.presentment.total.minor - worth) <= units + worth_of_one);
    }
  }
}

// The rounding of every line, against 128-bit arithmetic.
RC_GTEST_PROP(PriceQuote, RoundsHalfUpLikeExactArithmetic, ()) {
  __extension__ using Wide = __int128;
  const auto half_up = [](Wide amount, Wide numerator, Wide denominator) {
    return static_cast<int64_t>((2 * amount * numerator + denominator) / (2 * denominator));
  };
  PriceInput input = one_line(*rc::gen::inRange<int64_t>(0, kMaxMinor / 2), 1);
  input.lines[0].discount = {DiscountKind::BasisPoints, *rc::gen::inRange<int64_t>(0, 10'001)};
  input.tax_millionths = *rc::gen::inRange<int64_t>(0, 1'000'001);
  input.tax_mode = *rc::gen::element(TaxMode::Included, TaxMode::OnTop);
  const Quote quote = price_quote(input).value();
  const int64_t price = input.lines[0].unit_price.minor;
  const int64_t discount = half_up(price, input.lines[0].discount.amount, 10'000);
  const int64_t whole = input.tax_mode == TaxMode::Included ? input.tax_millionths : 0;
  RC_ASSERT(quote.discount.minor == discount);
  RC_ASSERT(quote.tax.minor == half_up(price - discount, input.tax_millionths, 1'000'000 + whole));
}

}  // namespace
}  // namespace postlude::offer
