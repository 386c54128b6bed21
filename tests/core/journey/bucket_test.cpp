#include "core/journey/bucket.h"

#include <gtest/gtest.h>

namespace postlude::journey {
namespace {

struct Row {
  std::string_view seed;
  std::string_view value;
  int64_t version;
  std::string_view decimal;
};

std::string decimal_of(const Row& row) {
  const auto bucket = bucket_of(row.seed, row.value, row.version);
  return bucket ? bucket_decimal(*bucket) : "null";
}

TEST(Bucket, IsWhatGrowthBookGives) {
  constexpr Row kRows[] = {
      {"", "a", 1, "0.22"},       {"", "b", 1, "0.077"},       {"b", "a", 1, "0.946"},
      {"ef", "d", 1, "0.652"},    {"seed", "a", 2, "0.0505"},  {"seed", "b", 2, "0.2696"},
      {"foo", "ab", 2, "0.2575"}, {"foo", "def", 2, "0.2019"}, {"abc", "def", 99, "null"},
      {"abc", "def", 0, "null"},  {"abc", "def", -1, "null"},
  };
  for (const Row& row : kRows) EXPECT_EQ(decimal_of(row), row.decimal) << row.seed << row.value;
}

TEST(Bucket, CountsUtf16UnitsAsJavaScriptDoes) {
  constexpr Row kRows[] = {
      {"seed", "user-\u00fc", 2, "0.0995"},  {"seed", "\u540d\u524d", 2, "0.2537"},
      {"seed", "\U0001f600id", 2, "0.3132"}, {"seed", "jos\u00e9@x.com", 2, "0.6991"},
      {"seed", "user-\u00fc", 1, "0.174"},   {"seed", "\u540d\u524d", 1, "0.17"},
      {"seed", "\U0001f600id", 1, "0.62"},   {"seed", "jos\u00e9@x.com", 1, "0.52"},
  };
  for (const Row& row : kRows) EXPECT_EQ(decimal_of(row), row.decimal) << row.value << row.version;
}

TEST(Bucket, ReadsBytesThatAreNotUtf8AsReplacementCharacters) {
  constexpr std::string_view kBroken[] = {
      "\xff", "\xc3", "\xc0\x80", "\xe2\x82", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\x80"};
  for (const std::string_view broken : kBroken) {
    std::string replaced;
    for (size_t i = 0; i < broken.size(); ++i) replaced += "\ufffd";
    EXPECT_EQ(bucket_of("s", broken, 2), bucket_of("s", replaced, 2)) << replaced;
  }
}

TEST(Bucket, WritesExactDecimals) {
  struct Fraction {
    Bucket bucket;
    std::string_view text;
  };
  constexpr Fraction kRows[] = {{{0, 10'000}, "0"},       {{1, 10'000}, "0.0001"},
                                {{10, 10'000}, "0.001"},  {{9'999, 10'000}, "0.9999"},
                                {{5'000, 10'000}, "0.5"}, {{1'010, 10'000}, "0.101"},
                                {{0, 1'000}, "0"},        {{7, 1'000}, "0.007"}};
  for (const Fraction& row : kRows) EXPECT_EQ(bucket_decimal(row.bucket), row.text);
}

}  // namespace
}  // namespace postlude::journey
