#pragma once

#include <cstdint>
#include <optional>
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
  /// Checkpoints or parcels came, went or moved; otherwise all differences are `newest`, `spots`
  /// and `frame`.
  bool structure = false;
  /// What stands around the timelines may differ, and what other widgets tell of the parcels.
  bool frame = false;
  std::vector<Spot> spots;  // checkpoints that say something else, in their places
  /// The shipment that got one checkpoint, in front of all it had: then nothing else moved, and no
  /// other checkpoint says something else.
  std::optional<uint32_t> newest;
};

/// Returns whether a shipment has something new to tell since `before`, which is null when it was
/// not known: another status, or another newest checkpoint.
bool is_news(const Shipment* before, const Shipment& after);

/// Merges shipments that changed (by id; checkpoints by id) into the state. A shipment that is not
/// known yet is added at the end. Cost is linear in what is known for each checkpoint that changed;
/// n log n where one moved, or came and is not the newest.
Change merge_changes(State& state, std::vector<Shipment> changed);

/// Merges one checkpoint into a shipment; nothing where that is not known.
Change merge_checkpoint(State& state, std::string_view shipment_id, Checkpoint checkpoint);

}  // namespace postlude::tracking
