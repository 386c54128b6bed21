#include "core/tracking/sort_keys.h"

namespace postlude::tracking {
namespace {

// Merges two sorted runs that follow each other, [left, middle) and [middle, right).
void merge(const SortKey* from, SortKey* to, size_t left, size_t middle, size_t right) {
  size_t first = left;
  size_t second = middle;
  for (size_t at = left; at < right; ++at) {
    const bool take_first =
        first < middle && (second >= right || from[first].key >= from[second].key);
    to[at] = from[take_first ? first++ : second++];
  }
}

}  // namespace

void sort_keys(std::vector<SortKey>& keys) {
  const size_t size = keys.size();
  std::vector<SortKey> merged(size);
  for (size_t width = 1; width < size; width *= 2) {
    for (size_t left = 0; left < size; left += 2 * width) {
      const size_t middle = left + width < size ? left + width : size;
      const size_t right = middle + width < size ? middle + width : size;
      merge(keys.data(), merged.data(), left, middle, right);
    }
    keys.swap(merged);
  }
}

}  // namespace postlude::tracking
