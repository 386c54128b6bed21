#include <gtest/gtest.h>

#include <chrono>

#include "core/order/parse_order.h"
#include "core/tracking/normalise.h"
#include "tests/conformance/shared_data.h"

// JSONTestSuite (Nicolas Seriot): y_ must be accepted, n_ refused, i_ either. Each body goes
// through every door that takes bytes from outside.

namespace postlude {
namespace {

constexpr order::OrderSource kOrderSources[] = {
#define X(name, text) order::OrderSource::name,
    POSTLUDE_ORDER_SOURCES(X)
#undef X
};

constexpr tracking::TrackingSource kTrackingSources[] = {
#define X(name, text) tracking::TrackingSource::name,
    POSTLUDE_TRACKING_SOURCES(X)
#undef X
};

TEST(JsonTestSuite, IsAcceptedAndRefusedAsItSays) {
  if (!has_shared_data("json_test_suite")) return;
  const auto paths = shared_files("json_test_suite", ".json");
  ASSERT_EQ(paths.size(), 318u);
  for (const auto& path : paths) {
    const std::string name = path.filename().string();
    const auto document = base::parse_json(read_file(path));
    if (name.starts_with("y_")) {
      EXPECT_TRUE(document.ok()) << name;
    } else if (name.starts_with("n_")) {
      EXPECT_FALSE(document.ok()) << name;
    } else {
      EXPECT_TRUE(name.starts_with("i_")) << name;
    }
  }
}

TEST(JsonTestSuite, HoldsNoOrderAndDoesNoHarm) {
  if (!has_shared_data("json_test_suite")) return;
  for (const auto& path : shared_files("json_test_suite", ".json")) {
    const std::string bytes = read_file(path);
    const bool json = base::parse_json(bytes).ok();
    for (const auto source : kOrderSources) {
      const auto result = order::parse_order(source, bytes);
      ASSERT_FALSE(result.ok()) << path;
      const auto code = result.error().code;
      const bool unreadable = code == base::ErrorCode::NotJson || code == base::ErrorCode::TooDeep;
      EXPECT_EQ(unreadable, !json) << path << ' ' << base::error_name(code);
    }
  }
}

TEST(JsonTestSuite, HoldsNoShipmentAndDoesNoHarm) {
  if (!has_shared_data("json_test_suite")) return;
  for (const auto& path : shared_files("json_test_suite", ".json")) {
    const std::string bytes = read_file(path);
    for (const auto source : kTrackingSources) {
      const auto result = tracking::normalise(source, bytes);
      if (result.ok()) {
        EXPECT_TRUE(base::parse_json(bytes).ok()) << path;
        EXPECT_TRUE(result.value().empty()) << path;
      }
    }
  }
}

// What an attacker sends: each is refused at once, whoever reads it.
TEST(HostileBodies, AreRefusedQuickly) {
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
  const std::string large(10'000'000, '[');
  const std::string huge_text = "[\"" + std::string(10'000'000, 'a') + "\"]";
  const std::string arrays(100'000, '[');
  const auto start = std::chrono::steady_clock::now();
  for (const auto source : kOrderSources) {
    using base::ErrorCode;
    EXPECT_EQ(order::parse_order(source, large).error().code, ErrorCode::TooLarge);
    EXPECT_EQ(order::parse_order(source, huge_text).error().code, ErrorCode::TooLarge);
    EXPECT_EQ(order::parse_order(source, arrays).error().code, ErrorCode::TooDeep);
    EXPECT_EQ(order::parse_order(source, objects).error().code, ErrorCode::TooDeep);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(1));
}

}  // namespace
}  // namespace postlude
