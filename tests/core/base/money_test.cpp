#include "core/base/money.h"

#include <gtest/gtest.h>

namespace postlude::base {
namespace {

Currency currency(std::string_view code) { return *parse_currency(code); }

TEST(ParseCurrency, TakesThreeLettersInEitherCase) {
  EXPECT_EQ(currency("eur").text(), "EUR");
  EXPECT_EQ(currency("KwD").text(), "KWD");
  for (const char* bad : {"", "E", "EU", "EURO", "EU1", "€€", "E R"}) {
    EXPECT_FALSE(parse_currency(bad)) << bad;
  }
  EXPECT_FALSE(Currency{}.known());
  EXPECT_EQ(Currency{}.text(), "");
}

struct Amount {
  const char* decimal;
  const char* code;
  int64_t minor;
};

constexpr Amount kAmounts[] = {
    {"12", "EUR", 1200},
    {"12.5", "EUR", 1250},
    {"12.50", "EUR", 1250},
    {"-3.50", "EUR", -350},
    {"0.00", "EUR", 0},
    {"-0.00", "EUR", 0},
    {"0012.30", "EUR", 1230},
    {"1200", "JPY", 1200},
    {"1200.00", "JPY", 1200},
    {"1.234", "KWD", 1234},
    {"1.2", "KWD", 1200},
    {"0.4545", "CLF", 4545},
    {"2990.00", "HUF", 299000},
    {"0.005", "EUR", 1},
    {"0.0049999999", "EUR", 0},
    {"-0.005", "EUR", -1},
    {"19.995", "EUR", 2000},
    {"4.166666666666667", "USD", 417},
    {"90071992547409.91", "EUR", kMaxMoneyMinor},
    {"-90071992547409.91", "EUR", -kMaxMoneyMinor},
    {"9007199254740991", "JPY", kMaxMoneyMinor},
};

TEST(ParseMoney, ReadsPlainDecimalsInTheirCurrency) {
  for (const Amount& row : kAmounts) {
    const auto money = parse_money(row.decimal, currency(row.code));
    ASSERT_TRUE(money) << row.decimal << ' ' << row.code;
    EXPECT_EQ(money->minor, row.minor) << row.decimal << ' ' << row.code;
    EXPECT_EQ(money->currency, currency(row.code));
  }
}

TEST(ParseMoney, RefusesAllOtherText) {
  for (const char* bad : {"", "-", ".", ".5", "5.", "1.2.3", "1e2", "1,50", "+1", " 1", "1 ",
                          "1 000", "0x10", "--1", "1-", "NaN", "Infinity", "€5", "٣"}) {
    EXPECT_FALSE(parse_money(bad, currency("EUR"))) << bad;
  }
}

TEST(ParseMoney, RefusesWhatAJsonNumberCannotHold) {
  EXPECT_FALSE(parse_money("90071992547409.92", currency("EUR")));
  EXPECT_FALSE(parse_money("90071992547409.915", currency("EUR")));
  EXPECT_FALSE(parse_money("9007199254740992", currency("JPY")));
  EXPECT_FALSE(parse_money("9007199254740991", currency("EUR")));
  EXPECT_FALSE(parse_money(std::string(4000, '9'), currency("EUR")));
}

TEST(MoneyDecimal, WritesTheDigitsOfTheCurrency) {
  const Amount rows[] = {{"12.00", "EUR", 1200}, {"0.05", "EUR", 5},     {"-0.05", "EUR", -5},
                         {"1200", "JPY", 1200},  {"0", "JPY", 0},        {"1.234", "KWD", 1234},
                         {"0.001", "KWD", 1},    {"-0.0001", "CLF", -1}, {"0.00", "EUR", 0}};
  for (const Amount& row : rows) {
    EXPECT_EQ(money_decimal({row.minor, currency(row.code)}), row.decimal);
  }
}

TEST(MoneyDecimal, IsReadBackToTheSameAmount) {
  for (const char* code : {"EUR", "JPY", "KWD", "CLF", "HUF"}) {
    for (const int64_t minor : {int64_t{0}, int64_t{1}, int64_t{-99}, int64_t{123456789},
                                kMaxMoneyMinor, -kMaxMoneyMinor}) {
      const Money money{minor, currency(code)};
      EXPECT_EQ(parse_money(money_decimal(money), money.currency), money) << code << ' ' << minor;
    }
  }
}

// ISO 4217 list one, amendment 179 (read 2026-11).
TEST(CurrencyExponent, KnowsTheExceptionsFromTwo) {
  EXPECT_EQ(currency_exponent(currency("JPY")), 0);
  EXPECT_EQ(currency_exponent(currency("KRW")), 0);
  EXPECT_EQ(currency_exponent(currency("KWD")), 3);
  EXPECT_EQ(currency_exponent(currency("TND")), 3);
  EXPECT_EQ(currency_exponent(currency("CLF")), 4);
  EXPECT_EQ(currency_exponent(currency("HUF")), 2);
  EXPECT_EQ(currency_exponent(currency("EUR")), 2);
  EXPECT_EQ(currency_exponent(currency("ZZZ")), 2);
  EXPECT_EQ(currency_exponent(Currency{}), 2);
}

TEST(ScaleHalfUp, RoundsHalfAwayFromZero) {
  EXPECT_EQ(scale_half_up(100, 19, 100), 19);
  EXPECT_EQ(scale_half_up(5, 1, 10), 1);
  EXPECT_EQ(scale_half_up(-5, 1, 10), -1);
  EXPECT_EQ(scale_half_up(4, 1, 10), 0);
  EXPECT_EQ(scale_half_up(1, 1, 3), 0);
  EXPECT_EQ(scale_half_up(2, 1, 3), 1);
  EXPECT_EQ(scale_half_up(1999, 1900, 10000), 380);
  EXPECT_EQ(scale_half_up(0, 7, 3), 0);
}

TEST(ScaleHalfUpDeathTest, TrapsOnOverflowAndOnNoDenominator) {
  EXPECT_DEATH(scale_half_up(INT64_MAX, 2, 1), "");
  EXPECT_DEATH(scale_half_up(1, 1, 0), "");
}

}  // namespace
}  // namespace postlude::base
