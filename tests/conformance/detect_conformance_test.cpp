#include <gtest/gtest.h>

#include "core/base/json.h"
#include "core/tracking/detect_courier.h"
#include "tests/conformance/shared_data.h"

// The numbers that tracking_number_data lists, per courier: those that are its own, and those that
// look like its own but are not.

namespace postlude::tracking {
namespace {

bool is_candidate(const std::vector<CourierCandidate>& candidates, std::string_view courier) {
  return std::any_of(candidates.begin(), candidates.end(), [&](const CourierCandidate& candidate) {
    return courier_code(candidate.courier) == courier;
  });
}

struct Tally {
  size_t valid = 0;
  size_t first = 0;
  size_t invalid = 0;
};

void check_format(base::JsonRef format, const std::string& courier, Tally& tally) {
  for (const base::JsonRef number : format["test_numbers"]["valid"]) {
    const auto candidates = detect_courier(number.text());
    ++tally.valid;
    EXPECT_TRUE(is_candidate(candidates, courier)) << courier << " " << number.text();
    if (candidates.empty()) continue;
    tally.first += courier_code(candidates[0].courier) == courier ? 1 : 0;
    EXPECT_TRUE(candidates[0].url.starts_with("https://")) << candidates[0].url;
  }
  for (const base::JsonRef number : format["test_numbers"]["invalid"]) {
    ++tally.invalid;
    EXPECT_FALSE(is_candidate(detect_courier(number.text()), courier))
        << courier << " " << number.text();
  }
}

TEST(DetectConformance, KnowsEveryValidNumberAndNoInvalidOne) {
  if (!has_shared_data("tracking_numbers/couriers")) return;
  Tally tally;
  size_t couriers = 0;
  for (const auto& path : shared_files("tracking_numbers/couriers", ".json")) {
    const std::string bytes = read_file(path);
    const auto document = base::parse_json(bytes);
    ASSERT_TRUE(document.ok()) << path;
    ++couriers;
    for (const base::JsonRef format : document.value().root()["tracking_numbers"]) {
      check_format(format, path.stem().string(), tally);
    }
  }
  std::cout << couriers << " couriers, " << tally.valid << " valid (" << tally.first
            << " with their courier first), " << tally.invalid << " invalid\n";
  EXPECT_EQ(couriers, 18u);
  EXPECT_GE(tally.valid, 80u);
  EXPECT_GE(tally.first + 3, tally.valid);
  EXPECT_GE(tally.invalid, 40u);
}

TEST(DetectConformance, KnowsTheOperatorsOfAllCountriesOfTheUnion) {
  if (!has_shared_data("tracking_numbers/couriers")) return;
  const std::string bytes = read_file(shared_data() / "tracking_numbers/couriers/s10.json");
  const auto document = base::parse_json(bytes);
  ASSERT_TRUE(document.ok());
  size_t countries = 0;
  for (const base::JsonRef table :
       document.value().root()["tracking_numbers"].at(0)["additional"]) {
    if (table["name"].text() != "Courier") continue;
    for (const base::JsonRef row : table["lookup"]) {
      ++countries;
      EXPECT_NE(postal_operator(row["matches"].text()), nullptr) << row["matches"].text();
    }
  }
  EXPECT_EQ(countries, 191u);
}

}  // namespace
}  // namespace postlude::tracking
