#include "core/offer/sort_candidates.h"

#include <algorithm>
#include <string_view>

namespace postlude::offer {
namespace {

// The next eight bytes of an id as one number that sorts as they do.
uint64_t next_bytes(std::string_view id, size_t from) {
  uint64_t bytes = 0;
  for (size_t i = from; i < from + 8; ++i) {
    bytes = bytes << 8 | (i < id.size() ? static_cast<unsigned char>(id[i]) : 0);
  }
  return bytes;
}

}  // namespace

// Ids that begin alike are told apart by what follows, mostly in one comparison.
std::vector<const Candidate*> sorted_by_id(const std::vector<Candidate>& candidates) {
  struct Row {
    uint64_t bytes;
    const Candidate* candidate;
  };
  std::vector<Row> rows;
  rows.reserve(candidates.size());
  size_t alike = candidates.empty() ? 0 : candidates.front().offer_id.size();
  for (const Candidate& candidate : candidates) {
    const std::string& first = candidates.front().offer_id;
    size_t same = 0;
    while (same < alike && same < candidate.offer_id.size() &&
           candidate.offer_id[same] == first[same]) {
      ++same;
    }
    alike = same;
  }
  for (const Candidate& candidate : candidates) {
    rows.push_back({next_bytes(candidate.offer_id, alike), &candidate});
  }
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return a.bytes != b.bytes ? a.bytes < b.bytes : a.candidate->offer_id < b.candidate->offer_id;
  });
  std::vector<const Candidate*> by_id;
  by_id.reserve(rows.size());
  for (const Row& row : rows) by_id.push_back(row.candidate);
  return by_id;
}

}  // namespace postlude::offer
