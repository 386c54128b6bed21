#include "demo/server/shop_format.h"

#include <gtest/gtest.h>

namespace postlude::server {
namespace {

// 2026-11-21T23:30:00Z: already Sunday in Leipzig.
constexpr int64_t kLateEvening = 1795303800000;
// 2026-07-01T10:00:00Z: summer time.
constexpr int64_t kSummer = 1782900000000;

const ShopFormat kFormat("en-GB", "EUR");

base::Money money_of(const char* currency, int64_t minor) {
  return {minor, *base::parse_currency(currency)};
}

TEST(ShopFormat, WritesAmountsExactly) {
  EXPECT_EQ(kFormat.money(1290), "€12.90");
  EXPECT_EQ(kFormat.money(0), "€0.00");
  EXPECT_EQ(kFormat.money(-500), "-€5.00");
  EXPECT_EQ(kFormat.money(9007199254740991), "€90,071,992,547,409.91");
}

TEST(ShopFormat, KnowsTheMinorUnitOfEveryCurrency) {
  EXPECT_EQ(kFormat.money(money_of("JPY", 1200)), "JP¥1,200");
  EXPECT_EQ(kFormat.money(money_of("KWD", 1200)), "KWD\u00a01.200");
}

TEST(ShopFormat, FollowsTheLocale) {
  EXPECT_EQ(ShopFormat("de-DE", "EUR").money(1290), "12,90\u00a0€");
}

TEST(ShopFormat, WritesTaxRates) {
  EXPECT_EQ(kFormat.percent(190000), "19%");
  EXPECT_EQ(kFormat.percent(70000), "7%");
  EXPECT_EQ(kFormat.percent(88750), "8.875%");
}

TEST(ShopFormat, WritesTimesAsTheyAreInLeipzig) {
  EXPECT_EQ(kFormat.long_date(kLateEvening), "Sunday, 22 November 2026");
  EXPECT_EQ(kFormat.clock(kLateEvening), "00:30");
  EXPECT_EQ(kFormat.date_time(kSummer), "1 Jul 2026, 12:00");
}

TEST(ShopFormat, KeepsTheWallClockOfASource) {
  EXPECT_EQ(kFormat.source_time(*base::parse_source_time("2026-11-21T23:30:00-08:00")),
            "Sat, 21 Nov, 23:30");
  EXPECT_EQ(kFormat.source_time(*base::parse_source_time("2026-11-21")), "Sat, 21 Nov");
  EXPECT_EQ(kFormat.source_time({}), "");
}

}  // namespace
}  // namespace postlude::server
