#include "core/tracking/merge_changes.h"

#include <utility>

#include "core/tracking/normalise.h"

namespace postlude::tracking {
namespace {

size_t place_of(const State& state, std::string_view shipment_id) {
  size_t at = 0;
  while (at < state.shipments.size() && state.shipments[at].id != shipment_id) ++at;
  return at;
}

// Ids of one source begin alike and end unlike; those that do differ mostly show it in one byte.
bool same_id(const std::string& a, const std::string& b) {
  return a.size() == b.size() && (a.empty() || a.back() == b.back()) && a == b;
}

// One shipment's checkpoints while others are merged into them.
class Timeline {
 public:
  Timeline(std::vector<Checkpoint>& all, uint32_t shipment, Change& change)
      : all_(all), shipment_(shipment), change_(change) {}

  void merge(Checkpoint& fresh) {
    size_t at = 0;
    while (at < all_.size() && !same_id(all_[at].id, fresh.id)) ++at;
    if (at == all_.size()) {
      // Before what was known: of two with one time, the one told later is the newer one.
      all_.insert(all_.begin() + static_cast<std::ptrdiff_t>(news_++), std::move(fresh));
      change_.any = change_.structure = true;
    } else if (!(all_[at] == fresh)) {
      replace(at, fresh);
    }
  }

  void finish() {
    if (change_.structure) sort_checkpoints(all_);
  }

 private:
  void replace(size_t at, Checkpoint& fresh) {
    Checkpoint& known = all_[at];
    change_.any = true;
    const bool moves = base::sort_key_ms(known.time) != base::sort_key_ms(fresh.time);
    if (known.status != fresh.status || !(known.time == fresh.time)) change_.frame = true;
    known = std::move(fresh);
    if (moves || repeats_a_neighbour(all_, at)) change_.structure = true;
    if (!change_.structure) change_.spots.push_back({shipment_, static_cast<uint32_t>(at)});
  }

  std::vector<Checkpoint>& all_;
  uint32_t shipment_;
  Change& change_;
  size_t news_ = 0;
};

void merge_shipment(Shipment& known, Shipment& fresh, uint32_t index, Change& change) {
  std::vector<Checkpoint> merged = std::move(known.checkpoints);
  Timeline timeline(merged, index, change);
  for (Checkpoint& checkpoint : fresh.checkpoints) timeline.merge(checkpoint);
  timeline.finish();
  known.checkpoints.clear();
  fresh.checkpoints.clear();
  if (known != fresh) change.any = change.frame = true;
  known = std::move(fresh);
  known.checkpoints = std::move(merged);
}

void announce(State& state, std::string_view shipment_id, Change& change) {
  if (state.announced_shipment == shipment_id) return;
  state.announced_shipment = shipment_id;
  change.frame = true;
}

}  // namespace

Change merge_changes(State& state, std::vector<Shipment> changed) {
  Change change;
  for (Shipment& fresh : changed) {
    const size_t at = place_of(state, fresh.id);
    const bool before = std::exchange(change.any, false);
    if (at == state.shipments.size()) {
      sort_checkpoints(fresh.checkpoints);
      state.shipments.push_back(std::move(fresh));
      change.any = change.structure = true;
    } else {
      merge_shipment(state.shipments[at], fresh, static_cast<uint32_t>(at), change);
    }
    if (change.any) announce(state, state.shipments[at].id, change);
    change.any = change.any || before;
  }
  return change;
}

Change merge_checkpoint(State& state, std::string_view shipment_id, Checkpoint checkpoint) {
  Change change;
  const size_t at = place_of(state, shipment_id);
  if (at == state.shipments.size()) return change;
  auto& all = state.shipments[at].checkpoints;
  const size_t known = all.size();
  Timeline timeline(all, static_cast<uint32_t>(at), change);
  timeline.merge(checkpoint);
  if (all.size() > known) announce(state, shipment_id, change);
  timeline.finish();
  return change;
}

}  // namespace postlude::tracking
