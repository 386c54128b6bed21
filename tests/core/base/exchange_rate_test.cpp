#include "core/base/exchange_rate.h"

#include <gtest/gtest.h>

namespace postlude::base {
namespace {

Currency currency(std::string_view code) { return *parse_currency(code); }

std::optional<ExchangeRate> rate(std::string_view from, std::string_view to,
                                 std::string_view decimal) {
  return parse_exchange_rate(currency(from), currency(to), decimal);
}

int64_t converted(int64_t minor, std::string_view from, std::string_view to,
                  std::string_view decimal) {
  return convert({minor, currency(from)}, *rate(from, to, decimal))->minor;
}

TEST(ExchangeRate, IsAPlainDecimalAboveZero) {
  EXPECT_EQ(rate("EUR", "USD", "1.087")->billionths, 1'087'000'000);
  EXPECT_EQ(rate("EUR", "USD", "0.000000001")->billionths, 1);
  EXPECT_EQ(rate("EUR", "IDR", "1000000")->billionths, kMaxRate);
  for (const std::string_view text : {"", "0", "-1", "1e2", "1,087", "1000001", "1.", "nan"}) {
    EXPECT_FALSE(rate("EUR", "USD", text)) << text;
  }
  EXPECT_FALSE(parse_exchange_rate(currency("EUR"), {}, "1"));
  EXPECT_FALSE(parse_exchange_rate({}, {}, "1"));
}

TEST(ExchangeRate, OfACurrencyToItselfIsOne) {
  EXPECT_TRUE(rate("EUR", "EUR", "1.000"));
  EXPECT_FALSE(rate("EUR", "EUR", "1.01"));
  EXPECT_EQ(converted(4'711, "EUR", "EUR", "1"), 4'711);
}

TEST(ExchangeRate, ConvertsBetweenMinorUnitsOfEverySize) {
  EXPECT_EQ(converted(1'090, "EUR", "USD", "1.087"), 1'185);   // 11.8483
  EXPECT_EQ(converted(1'090, "EUR", "JPY", "171.35"), 1'868);  // 1,867.715
  EXPECT_EQ(converted(1'090, "EUR", "KWD", "0.3334"), 3'634);  // 3.634060
  EXPECT_EQ(converted(1'868, "JPY", "EUR", "0.00583601"), 1'090);
  EXPECT_EQ(converted(3'634, "KWD", "JPY", "514"), 1'868);
  EXPECT_EQ(converted(10'000, "CLF", "CLP", "39000"), 39'000);
  EXPECT_EQ(converted(0, "EUR", "JPY", "171.35"), 0);
}

TEST(ExchangeRate, RoundsHalfAwayFromZero) {
  EXPECT_EQ(converted(1, "EUR", "USD", "0.5"), 1);
  EXPECT_EQ(converted(1, "EUR", "USD", "0.499999999"), 0);
  EXPECT_EQ(converted(3, "EUR", "USD", "0.5"), 2);
  EXPECT_EQ(converted(-3, "EUR", "USD", "0.5"), -2);
}

TEST(ExchangeRate, ConvertsNothingElseAndNothingTooLarge) {
  const ExchangeRate to_dollars = *rate("EUR", "USD", "1.087");
  EXPECT_FALSE(convert({100, currency("JPY")}, to_dollars));
  EXPECT_FALSE(convert({kMaxMoneyMinor, currency("EUR")}, to_dollars));
  EXPECT_TRUE(convert({kMaxMoneyMinor, currency("EUR")}, *rate("EUR", "USD", "1")));
  EXPECT_FALSE(convert({kMaxMoneyMinor, currency("JPY")}, *rate("JPY", "CLF", "1000000")));
  EXPECT_FALSE(convert({kMaxMoneyMinor + 1, currency("EUR")}, *rate("EUR", "USD", "0.5")));
}

}  // namespace
}  // namespace postlude::base
