#include "demo/server/faults.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <thread>

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

TEST(Faults, CountStepsToTheOneTheyName) {
  const Faults faults("busy_at=3");
  EXPECT_FALSE(faults.due("busy_at"));
  EXPECT_FALSE(faults.due("busy_at"));
  EXPECT_TRUE(faults.due("busy_at"));
  EXPECT_FALSE(faults.due("busy_at"));
  EXPECT_FALSE(faults.due("full_at"));
}

TEST(Faults, HappenFromTheStepOnThatTheyName) {
  const Faults faults("busy_from=2");
  EXPECT_FALSE(faults.due_from("busy_from"));
  for (int i = 0; i < 100; ++i) ASSERT_TRUE(faults.due_from("busy_from"));
  EXPECT_FALSE(faults.due_from("full_at"));
}

TEST(Faults, OfARequestComeBeforeThoseOfTheProcess) {
  const Faults of_process("slow=5,gateway_down=1");
  {
    const RequestFaults own("slow=9,lost_answer=1");
    EXPECT_EQ(of_process.number("slow"), 9);
    EXPECT_TRUE(of_process.take("lost_answer"));
    EXPECT_FALSE(of_process.take("lost_answer"));
    EXPECT_TRUE(of_process.take("gateway_down"));
    EXPECT_FALSE(Faults().idle());
  }
  EXPECT_EQ(of_process.number("slow"), 5);
  EXPECT_FALSE(of_process.take("lost_answer"));
  EXPECT_TRUE(Faults().idle());
}

TEST(Faults, OfARequestStayOnItsThread) {
  const Faults of_process;
  const RequestFaults own("lost_answer");
  bool seen = true;
  std::thread([&] { seen = of_process.take("lost_answer"); }).join();
  EXPECT_FALSE(seen);
  EXPECT_TRUE(of_process.take("lost_answer"));
}

}  // namespace
}  // namespace postlude::server
