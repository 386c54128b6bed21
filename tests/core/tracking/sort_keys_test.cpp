#include "core/tracking/sort_keys.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace postlude::tracking {
namespace {

TEST(SortKeys, PutsTheLargestFirstAndKeepsTheOrderOfEqualsForEveryLength) {
  uint64_t noise = 88172645463325252u;
  for (size_t size = 0; size < 70; ++size) {
    std::vector<SortKey> keys(size);
    for (size_t i = 0; i < size; ++i) {
      noise ^= noise << 13;
      noise ^= noise >> 7;
      noise ^= noise << 17;
      const auto key = static_cast<int64_t>(noise % 9);
      keys[i] = {key == 0 ? INT64_MIN : key, static_cast<uint32_t>(i)};
    }
    std::vector<SortKey> expected = keys;
    std::stable_sort(expected.begin(), expected.end(),
                     [](const SortKey& a, const SortKey& b) { return a.key > b.key; });
    sort_keys(keys);
    for (size_t i = 0; i < size; ++i) {
      EXPECT_EQ(keys[i].key, expected[i].key) << size;
      EXPECT_EQ(keys[i].index, expected[i].index) << size;
    }
  }
}

}  // namespace
}  // namespace postlude::tracking
