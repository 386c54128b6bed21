#include "core/offer/market.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace postlude::offer {
namespace {

TEST(StatesDutyToPay, OnTheMarketsOfTheLaw) {
  for (const char* market :
       {"EU", "DE", "PT", "SK", "IS", "LI", "NO", "GB", "UK", "EL", "AX", "RE", "MF"}) {
    EXPECT_TRUE(states_duty_to_pay(market)) << market;
  }
  for (const char* market : {"US", "CH", "BR", "JP", "AE", "ED", "EX"}) {
    EXPECT_FALSE(states_duty_to_pay(market)) << market;
  }
}

TEST(StatesDutyToPay, WhereverThereIsADoubt) {
  for (const char* market : {"", "us", "USA", "world", "840", "U", "Us"}) {
    EXPECT_TRUE(states_duty_to_pay(market)) << market;
  }
}

TEST(StatesDutyToPay, NamesEveryMarketOnce) {
  std::set<std::string> markets;
  for (size_t at = 0; at < kDutyMarkets.size(); at += 2) {
    markets.insert(std::string(kDutyMarkets.substr(at, 2)));
  }
  EXPECT_EQ(markets.size(), kDutyMarkets.size() / 2);
  // The Union, its 27 members, three of the EEA, GB, other names of two, parts of two.
  EXPECT_EQ(markets.size(), 41u);
}

}  // namespace
}  // namespace postlude::offer
