#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/tracking/tracking_widget.h"

namespace postlude::tracking {

/// One checkpoint: an index into State::shipments, and one into its checkpoints.
struct Spot {
  uint32_t shipment = 0;
  uint32_t checkpoint = 0;
};

/// What differs after a merge.
struct Change {
  bool any = false;
  /// Checkpoints or parcels came, went or moved; otherwise all differences are `spots` and `frame`.
  bool structure = false;
  /// What stands around the timelines may differ, and what other widgets tell of the parcels.
  bool frame = false;
  std::vector<Spot> spots;  // checkpoints that say something else, in their places
};

/// Returns whether a shipment has something new to tell since `before`, which is null when it was
/// not known: another status, or another newest checkpoint.
bool is_news(const Shipment* before, const Shipment& after);

/// Merges shipments that changed (by id; checkpoints by id) into the state. A shipment that is not
/// known yet is added at the end. Cost is linear in what is known for each checkpoint that changed;
/// n log n where one came or moved.
Change merge_changes(State& state, std::vector<Shipment> changed);

/// Merges one checkpoint into a shipment; nothing where that is not known.
Change merge_checkpoint(State& state, std::string_view shipment_id, Checkpoint checkpoint);

}  // namespace postlude::tracking
