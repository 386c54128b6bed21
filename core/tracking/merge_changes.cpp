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

// Whether the first of them stands where it belongs, and tells what none of the others does.
bool is_newest(const std::vector<Checkpoint>& all) {
  const auto key = [](const Checkpoint& checkpoint) {
    return checkpoint.time.known() ? base::sort_key_ms(checkpoint.time) : INT64_MIN;
  };
  return !all[0].id.empty() && (all.size() == 1 || key(all[0]) >= key(all[1])) &&
         !repeats_a_neighbour(all, 0);
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
      const bool alone = !change_.structure && !change_.newest && change_.spots.empty();
      change_.any = true;
      if (alone && is_newest(all_)) {
        change_.newest = shipment_;
        change_.frame = true;
      } else {
        change_.structure = true;
      }
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
    // What moves it in the list or on the map changes more than its own block.
    const bool moves = base::sort_key_ms(known.time) != base::sort_key_ms(fresh.time) ||
                       known.place != fresh.place;
    // The live line tells the newest.
    if (at == 0 || known.status != fresh.status || !(known.time == fresh.time)) {
      change_.frame = true;
    }
    known = std::move(fresh);
    if (moves || change_.newest || repeats_a_neighbour(all_, at)) change_.structure = true;
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

// What was last told of a shipment.
struct Told {
  ShipmentStatus status = ShipmentStatus::Unknown;
  std::string newest;  // id of its newest checkpoint
};

std::string_view newest_of(const Shipment& shipment) {
  return shipment.checkpoints.empty() ? std::string_view() : shipment.checkpoints[0].id;
}

Told told_of(const Shipment& shipment) {
  return {shipment.status, std::string(newest_of(shipment))};
}

bool has_news(const Shipment& shipment, ShipmentStatus status, std::string_view newest) {
  return shipment.status != status || newest_of(shipment) != newest;
}

void note_change(State& state, const Shipment& shipment, bool news, Change& change) {
  state.changed_shipment = shipment.id;
  if (!news || state.announced_shipment == shipment.id) return;
  state.announced_shipment = shipment.id;
  change.frame = true;
}

}  // namespace

bool is_news(const Shipment* before, const Shipment& after) {
  return before == nullptr || has_news(after, before->status, newest_of(*before));
}

Change merge_changes(State& state, std::vector<Shipment> changed) {
  Change change;
  for (Shipment& fresh : changed) {
    const size_t at = place_of(state, fresh.id);
    const bool before = std::exchange(change.any, false);
    bool news = true;
    if (at == state.shipments.size()) {
      sort_checkpoints(fresh.checkpoints);
      state.shipments.push_back(std::move(fresh));
      change.any = change.structure = true;
    } else {
      Shipment& known = state.shipments[at];
      const Told told = told_of(known);
      merge_shipment(known, fresh, static_cast<uint32_t>(at), change);
      news = has_news(known, told.status, told.newest);
    }
    if (change.any) note_change(state, state.shipments[at], news, change);
    change.any = change.any || before;
  }
  return change;
}

Change merge_checkpoint(State& state, std::string_view shipment_id, Checkpoint checkpoint) {
  Change change;
  const size_t at = place_of(state, shipment_id);
  if (at == state.shipments.size()) return change;
  Shipment& known = state.shipments[at];
  const Told told = told_of(known);
  Timeline timeline(known.checkpoints, static_cast<uint32_t>(at), change);
  timeline.merge(checkpoint);
  timeline.finish();
  if (change.structure || change.newest) {
    note_change(state, known, has_news(known, told.status, told.newest), change);
  }
  return change;
}

}  // namespace postlude::tracking
