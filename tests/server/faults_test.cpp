#include "demo/server/faults.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace postlude::server {
namespace {

TEST(Faults, AreOffByDefault) {
  const Faults faults;
  for (const FaultPoint& point : fault_points()) {
    EXPECT_FALSE(faults.take(point.name)) << point.name;
    EXPECT_EQ(faults.number(point.name), 0) << point.name;
  }
}

TEST(Faults, HappenAsOftenAsTheNumberSays) {
  const Faults faults("lost_answer=2,slow=150");
  EXPECT_TRUE(faults.take("lost_answer"));
  EXPECT_TRUE(faults.take("lost_answer"));
  EXPECT_FALSE(faults.take("lost_answer"));
  EXPECT_EQ(faults.number("slow"), 150);
  EXPECT_FALSE(faults.take("gateway_down"));
}

TEST(Faults, HappenAlwaysWithoutANumber) {
  const Faults faults("gateway_down");
  for (int i = 0; i < 1000; ++i) ASSERT_TRUE(faults.take("gateway_down"));
}

TEST(Faults, RefuseWhatTheyDoNotKnow) {
  for (const char* list : {"meteor", "slow=", "slow=x", "slow=1x", ",slow", "slow=-", "slow=1,x"}) {
    EXPECT_THROW(Faults faults(list), std::invalid_argument) << list;
  }
}

}  // namespace
}  // namespace postlude::server
