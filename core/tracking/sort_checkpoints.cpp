#include "core/base/hash.h"
#include "core/tracking/normalise.h"
#include "core/tracking/sort_keys.h"

namespace postlude::tracking {
namespace {

constexpr int64_t kNoTime = INT64_MIN;
// How many kept neighbours a checkpoint is compared with: enough for one burst of scans, and
// bounded so that a hostile document with one instant for everything costs no square.
constexpr size_t kFoldWindow = 8;

int64_t key_of(const Checkpoint& checkpoint) {
  return checkpoint.time.known() ? base::sort_key_ms(checkpoint.time) : kNoTime;
}

bool same_news(const Checkpoint& a, const Checkpoint& b) {
  return a.status == b.status && a.sub_status == b.sub_status && a.message == b.message &&
         a.place == b.place && (!a.message.empty() || a.raw_code == b.raw_code) &&
         a.time.precision == b.time.precision && a.time.zone == b.time.zone;
}

bool within_fold(int64_t earlier, int64_t later) {
  return later == earlier || (earlier != kNoTime && later - earlier <= kFoldSeconds * 1000);
}

std::string id_from_content(const Checkpoint& checkpoint) {
  const Place& place = checkpoint.place;
  uint64_t hash = base::fnv1a64(base::source_time_text(checkpoint.time));
  for (const std::string_view text :
       {status_name(checkpoint.status), std::string_view(checkpoint.raw_code),
        std::string_view(checkpoint.message), std::string_view(place.city),
        std::string_view(place.region), std::string_view(place.postcode),
        std::string_view(place.country)}) {
    hash = base::fnv1a64("\n", base::fnv1a64(text, hash));
  }
  return "c" + base::hex64(hash);
}

std::vector<SortKey> newest_first(const std::vector<Checkpoint>& checkpoints) {
  std::vector<SortKey> keys(checkpoints.size());
  bool sorted = true;
  for (size_t i = 0; i < keys.size(); ++i) {
    keys[i] = {key_of(checkpoints[i]), static_cast<uint32_t>(i)};
    sorted = sorted && (i == 0 || keys[i - 1].key >= keys[i].key);
  }
  if (!sorted) sort_keys(keys);
  return keys;
}

// Whether one of the neighbours kept before `end`, oldest first, told the news of `next` already.
bool is_repeat(const std::vector<Checkpoint>& checkpoints, const std::vector<SortKey>& kept,
               size_t end, const SortKey& next) {
  for (size_t back = 1; back <= kFoldWindow && back <= end; ++back) {
    const SortKey& earlier = kept[end - back];
    if (!within_fold(earlier.key, next.key)) return false;
    if (same_news(checkpoints[earlier.index], checkpoints[next.index])) return true;
  }
  return false;
}

// Returns what stays, oldest first. Walks from the oldest, so that the older of two stays, and with
// it its id.
std::vector<SortKey> without_repeats(const std::vector<Checkpoint>& checkpoints,
                                     const std::vector<SortKey>& newest_first) {
  std::vector<SortKey> kept(newest_first.size());
  size_t end = 0;
  for (size_t i = newest_first.size(); i-- > 0;) {
    if (!is_repeat(checkpoints, kept, end, newest_first[i])) kept[end++] = newest_first[i];
  }
  kept.resize(end);
  return kept;
}

void take_in_order(std::vector<Checkpoint>& checkpoints, const std::vector<SortKey>& oldest_first) {
  const size_t size = oldest_first.size();
  bool in_order = size == checkpoints.size();
  for (size_t i = 0; in_order && i < size; ++i) in_order = oldest_first[size - 1 - i].index == i;
  if (in_order) return;
  std::vector<Checkpoint> ordered(size);
  for (size_t i = 0; i < size; ++i) {
    ordered[size - 1 - i] = std::move(checkpoints[oldest_first[i].index]);
  }
  checkpoints.swap(ordered);
}

// All but the oldest holder of an id get a suffix. Ids are compared by their hash: a collision only
// costs a needless suffix.
bool suffix_shared_ids(std::vector<Checkpoint>& checkpoints) {
  std::vector<SortKey> keys(checkpoints.size());
  for (size_t i = 0; i < keys.size(); ++i) {
    const size_t from_oldest = keys.size() - 1 - i;
    keys[i] = {static_cast<int64_t>(base::fnv1a64(checkpoints[from_oldest].id)),
               static_cast<uint32_t>(from_oldest)};
  }
  sort_keys(keys);
  bool shared = false;
  uint64_t ordinal = 0;
  for (size_t i = 1; i < keys.size(); ++i) {
    ordinal = keys[i].key == keys[i - 1].key ? ordinal + 1 : 0;
    if (ordinal == 0) continue;
    shared = true;
    checkpoints[keys[i].index].id += "-" + base::hex64(ordinal);
  }
  return shared;
}

}  // namespace

void sort_checkpoints(std::vector<Checkpoint>& checkpoints) {
  take_in_order(checkpoints, without_repeats(checkpoints, newest_first(checkpoints)));
  for (Checkpoint& checkpoint : checkpoints) {
    if (checkpoint.id.empty()) checkpoint.id = id_from_content(checkpoint);
  }
  // Again, because a source may use our suffixes; each round makes the shared ids longer.
  while (suffix_shared_ids(checkpoints)) {
  }
}

bool repeats_a_neighbour(const std::vector<Checkpoint>& checkpoints, size_t at) {
  const Checkpoint& one = checkpoints[at];
  const int64_t key = key_of(one);
  for (size_t newer = at; newer > 0 && at - newer < kFoldWindow; --newer) {
    const Checkpoint& other = checkpoints[newer - 1];
    if (!within_fold(key, key_of(other))) break;
    if (same_news(one, other)) return true;
  }
  for (size_t older = at + 1; older < checkpoints.size() && older - at <= kFoldWindow; ++older) {
    const Checkpoint& other = checkpoints[older];
    if (!within_fold(key_of(other), key)) break;
    if (same_news(other, one)) return true;
  }
  return false;
}

}  // namespace postlude::tracking
