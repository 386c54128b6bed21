#include "demo/server/order_news.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace postlude::server {
namespace {

using Woken = OrderNews::Woken;
using std::chrono::milliseconds;

constexpr milliseconds kNotLong{1};
constexpr milliseconds kForEver{600'000};  // what is waited for comes

TEST(OrderNews, WakesThoseOfItsOrderOnce) {
  OrderNews news(8, 8);
  const auto one = news.listen("a"), two = news.listen("a"), other = news.listen("b");
  news.publish("a");
  news.publish("a");
  EXPECT_EQ(one->wait_for(kForEver), Woken::News);
  EXPECT_EQ(two->wait_for(kForEver), Woken::News);
  EXPECT_EQ(one->wait_for(kNotLong), Woken::Timeout);
  EXPECT_EQ(other->wait_for(kNotLong), Woken::Timeout);
}

TEST(OrderNews, KeepsWhatCameBeforeTheWait) {
  OrderNews news(1, 1);
  const auto listener = news.listen("a");
  std::thread([&] { news.publish("a"); }).join();
  EXPECT_EQ(listener->wait_for(kForEver), Woken::News);
}

TEST(OrderNews, WakesAThreadThatWaits) {
  OrderNews news(1, 1);
  const auto listener = news.listen("a");
  std::thread writer([&] { news.publish("a"); });
  EXPECT_EQ(listener->wait_for(kForEver), Woken::News);
  writer.join();
}

TEST(OrderNews, HasSoManyPlacesInAllAndForEachOrder) {
  OrderNews news(3, 2);
  auto one = news.listen("a");
  const auto two = news.listen("a");
  EXPECT_EQ(news.listen("a"), nullptr);
  const auto three = news.listen("b");
  EXPECT_EQ(news.listen("c"), nullptr);
  one.reset();
  EXPECT_NE(news.listen("c"), nullptr);
  EXPECT_NE(news.listen("a"), nullptr);
}

TEST(OrderNews, ClosesForEverybodyAndForGood) {
  OrderNews news(2, 2);
  const auto listener = news.listen("a");
  std::thread closing([&] { EXPECT_FALSE(news.close(kNotLong)) << "one still listens"; });
  EXPECT_EQ(listener->wait_for(kForEver), Woken::Closing);
  closing.join();
  EXPECT_EQ(listener->wait_for(kForEver), Woken::Closing);
  EXPECT_EQ(news.listen("b"), nullptr);
}

TEST(OrderNews, IsClosedOnceAllHaveLeft) {
  OrderNews news(2, 2);
  auto one = news.listen("a"), two = news.listen("b");
  std::atomic<int> left = 0;
  std::thread leaving([&] {
    for (auto* listener : {&one, &two}) {
      EXPECT_EQ((*listener)->wait_for(kForEver), Woken::Closing);
      ++left;
      listener->reset();
    }
  });
  EXPECT_TRUE(news.close(kForEver));
  EXPECT_EQ(left, 2);
  leaving.join();
  EXPECT_TRUE(news.close(kNotLong)) << "nobody is there to wait for";
}

}  // namespace
}  // namespace postlude::server
