#include "demo/server/lookup_tries.h"

#include <gtest/gtest.h>

#include "tests/server/temporary_database.h"

namespace postlude::server {
namespace {

struct AddressRow {
  std::string_view address;
  std::string_view counted;
};

TEST(CountedAddress, IsAnAddressOrOneHouseholdsNetwork) {
  constexpr AddressRow kRows[] = {
      {"203.0.113.7", "203.0.113.7"},
      {"::ffff:203.0.113.7", "203.0.113.7"},
      {"2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"},
      {"2001:DB8:1:2::1", "2001:db8:1:2::"},
      {"2001:db8:1:3::1", "2001:db8:1:3::"},
      {"::1", "::"},
      {"203.0.113.7:80", ""},
      {"unknown", ""},
      {"", ""},
  };
  for (const AddressRow& row : kRows) {
    EXPECT_EQ(counted_address(row.address), row.counted) << row.address;
  }
}

constexpr int64_t kNowMs = 1'795'000'000'000;
constexpr TryLimit kTwoAMinute = {2, 60'000};

void try_once(TemporaryDatabase& temporary, std::string_view bucket, int64_t now_ms) {
  DatabasePool::Lease database = temporary.pool.lease();
  Transaction transaction(*database);
  count_try(*database, bucket, now_ms);
  transaction.commit();
}

int64_t wait_of(TemporaryDatabase& temporary, std::string_view bucket, int64_t now_ms) {
  return wait_s(*temporary.pool.lease(), bucket, kTwoAMinute, now_ms);
}

TEST(LookupTries, AreFreeUntilTheLimitAndAgainWhenTheOldestIsOldEnough) {
  TemporaryDatabase temporary;
  EXPECT_EQ(wait_of(temporary, "a", kNowMs), 0);
  try_once(temporary, "a", kNowMs);
  EXPECT_EQ(wait_of(temporary, "a", kNowMs), 0);
  try_once(temporary, "a", kNowMs + 10'000);
  EXPECT_EQ(wait_of(temporary, "a", kNowMs + 10'500), 50);
  EXPECT_EQ(wait_of(temporary, "a", kNowMs + 59'999), 1);
  EXPECT_EQ(wait_of(temporary, "a", kNowMs + 60'000), 0);
  EXPECT_EQ(wait_of(temporary, "b", kNowMs + 10'500), 0);
}

TEST(LookupTries, AreNotForgottenWhenTheClockIsSetBack) {
  TemporaryDatabase temporary;
  try_once(temporary, "a", kNowMs);
  try_once(temporary, "a", kNowMs);
  EXPECT_EQ(wait_of(temporary, "a", kNowMs - 3'600'000), 60);
}

TEST(LookupTries, AreRemovedWhenNoLimitCountsThem) {
  TemporaryDatabase temporary;
  try_once(temporary, "a", kNowMs);
  try_once(temporary, "b", kNowMs + kTriesAnAddress.within_ms + 1);
  DatabasePool::Lease database = temporary.pool.lease();
  Statement row = database->query("SELECT COUNT(*) FROM lookup_tries");
  ASSERT_TRUE(row.step());
  EXPECT_EQ(row.integer(0), 1);
}

}  // namespace
}  // namespace postlude::server
