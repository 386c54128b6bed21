#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace postlude::tracking {

/// A key and the place it came from.
struct SortKey {
  int64_t key;
  uint32_t index;
};

/// Sorts by key, largest first, equals in their given order. Cost n log n, whatever the keys. One
/// function for all callers, because each std::sort costs the shopper kilobytes.
void sort_keys(std::vector<SortKey>& keys);

}  // namespace postlude::tracking
