#include <gtest/gtest.h>

#include <fstream>
#include <iostream>
#include <iterator>

#include "core/base/json.h"
#include "core/journey/bucket.h"

// GrowthBook's cases.json, "hash": [seed, value, version, expected or null].

namespace postlude::journey {
namespace {

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(BucketVectors, EveryHashOfGrowthBookComesOutTheSame) {
  const std::string text = read_file(POSTLUDE_SOURCE_DIR "/../shared/data/growthbook/cases.json");
  if (text.empty()) {
    std::cout << "skipped: no GrowthBook cases beside the source tree\n";
    return;
  }
  const auto document = base::parse_json(text);
  ASSERT_TRUE(document.ok());
  const base::JsonRef rows = document.value().root()["hash"];
  EXPECT_GE(rows.size(), 15u);
  for (const base::JsonRef row : rows) {
    const auto version = row.at(2).integer();
    ASSERT_TRUE(version) << row.pointer();
    const auto bucket = bucket_of(row.at(0).text(), row.at(1).text(), *version);
    const std::string wanted = row.at(3).is_null() ? "null" : std::string(row.at(3).text());
    EXPECT_EQ(bucket ? bucket_decimal(*bucket) : "null", wanted) << row.pointer();
  }
}

}  // namespace
}  // namespace postlude::journey
