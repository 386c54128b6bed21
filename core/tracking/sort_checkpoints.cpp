#include <algorithm>

#include "core/base/hash.h"
#include "core/tracking/normalise.h"

namespace postlude::tracking {
namespace {

constexpr int64_t kNoTime = INT64_MIN;
// How many kept neighbours a checkpoint is compared with: enough for one burst of scans, and
// bounded so that a hostile document with one instant for everything costs no square.
constexpr size_t kFoldWindow = 8;

struct Keyed {
  int64_t key;
  uint32_t index;
};

int64_t key_of(const Checkpoint& checkpoint) {
  return checkpoint.time.known() ? base::sort_key_ms(checkpoint.time) : kNoTime;
}

bool same_news(const Checkpoint& a, const Checkpoint& b) {
  return a.status == b.status && a.sub_status == b.sub_status && a.message == b.message &&
         a.place == b.place && (!a.message.empty() || a.raw_code == b.raw_code) &&
         a.time.precision == b.time.precision && a.time.zone == b.time.zone;
}

uint64_t hash_member(std::string_view text, uint64_t seed) {
  return base::fnv1a64("\n", base::fnv1a64(text, seed));
}

std::string id_from_content(const Checkpoint& checkpoint) {
  uint64_t hash = base::fnv1a64(base::source_time_text(checkpoint.time));
  hash = hash_member(status_name(checkpoint.status), hash);
  hash = hash_member(checkpoint.raw_code, hash);
  hash = hash_member(checkpoint.message, hash);
  hash = hash_member(checkpoint.place.city, hash);
  hash = hash_member(checkpoint.place.region, hash);
  hash = hash_member(checkpoint.place.postcode, hash);
  hash = hash_member(checkpoint.place.country, hash);
  return "c" + base::hex64(hash);
}

void sort_keyed(std::vector<Keyed>& keyed) {
  std::sort(keyed.begin(), keyed.end(), [](const Keyed& a, const Keyed& b) {
    return a.key != b.key ? a.key > b.key : a.index < b.index;
  });
}

std::vector<Checkpoint> sorted(std::vector<Checkpoint>& checkpoints) {
  std::vector<Keyed> keyed;
  keyed.reserve(checkpoints.size());
  for (const Checkpoint& checkpoint : checkpoints) {
    keyed.push_back({key_of(checkpoint), static_cast<uint32_t>(keyed.size())});
  }
  sort_keyed(keyed);
  std::vector<Checkpoint> out;
  out.reserve(checkpoints.size());
  for (const Keyed& at : keyed) out.push_back(std::move(checkpoints[at.index]));
  return out;
}

// Walks from the oldest, so that the older of two stays, and with it its id.
void fold_repeats(std::vector<Checkpoint>& newest_first) {
  std::vector<Checkpoint> kept;
  kept.reserve(newest_first.size());
  for (size_t i = newest_first.size(); i-- > 0;) {
    Checkpoint& next = newest_first[i];
    const int64_t key = key_of(next);
    bool repeat = false;
    for (size_t back = 1; back <= std::min(kFoldWindow, kept.size()) && !repeat; ++back) {
      const Checkpoint& earlier = kept[kept.size() - back];
      const int64_t earlier_key = key_of(earlier);
      if (earlier_key != key && (earlier_key == kNoTime || key - earlier_key > kFoldSeconds * 1000))
        break;
      repeat = same_news(earlier, next);
    }
    if (!repeat) kept.push_back(std::move(next));
  }
  std::reverse(kept.begin(), kept.end());
  newest_first = std::move(kept);
}

// Sorted by the id's hash, oldest first among equals.
std::vector<Keyed> by_id(const std::vector<Checkpoint>& checkpoints) {
  std::vector<Keyed> keyed;
  keyed.reserve(checkpoints.size());
  for (size_t i = checkpoints.size(); i-- > 0;) {
    keyed.push_back({static_cast<int64_t>(base::fnv1a64(checkpoints[i].id)),
                     static_cast<uint32_t>(keyed.size())});
  }
  sort_keyed(keyed);
  return keyed;
}

// All but the oldest holder of an id get a suffix. A collision of hashes only costs a needless one.
bool suffix_shared_ids(std::vector<Checkpoint>& checkpoints) {
  const std::vector<Keyed> keyed = by_id(checkpoints);
  bool shared = false;
  uint64_t ordinal = 0;
  for (size_t i = 1; i < keyed.size(); ++i) {
    ordinal = keyed[i].key == keyed[i - 1].key ? ordinal + 1 : 0;
    if (ordinal == 0) continue;
    shared = true;
    checkpoints[checkpoints.size() - 1 - keyed[i].index].id += "-" + base::hex64(ordinal);
  }
  return shared;
}

}  // namespace

void sort_checkpoints(std::vector<Checkpoint>& checkpoints) {
  checkpoints = sorted(checkpoints);
  fold_repeats(checkpoints);
  for (Checkpoint& checkpoint : checkpoints) {
    if (checkpoint.id.empty()) checkpoint.id = id_from_content(checkpoint);
  }
  // Again, because a source may use our suffixes; each round makes the shared ids longer.
  while (suffix_shared_ids(checkpoints)) {
  }
}

}  // namespace postlude::tracking
