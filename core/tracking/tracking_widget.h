#pragma once

#include <string_view>
#include <vector>

#include "core/order/order.h"
#include "core/output/view.h"
#include "core/tracking/shipment.h"

namespace postlude::tracking {

/// What the tracking widget shows.
struct State {
  std::vector<Shipment> shipments;  // in the order of the source
  std::string changed_shipment;     // the last one that changed while the page was open
  std::string announced_shipment;   // the last one whose newest scan or status is news, to be told
  base::SourceTime now;             // the shop's clock; all but opening hours decide by its day
  int64_t minutes_old = 0;  // for how long nobody answers whether this is still so; 0: it is so
};

/// Merges shipments that changed (by id; checkpoints by id) into the state. Returns whether
/// anything differs from before. A shipment that is not known yet is added at the end.
bool merge_changes(State& state, std::vector<Shipment> changed);

/// Returns whether a shipment has something new to tell since `before`, which is null when it was
/// not known: another status, or another newest checkpoint.
bool is_news(const Shipment* before, const Shipment& after);

/// Merges one checkpoint into a shipment. `index` tells where it stands afterwards (newest first).
enum class Merge : uint8_t { NoShipment, Same, Changed, Added };
Merge merge_checkpoint(State& state, std::string_view shipment_id, Checkpoint checkpoint,
                       size_t& shipment_index, size_t& index);

/// Fills `view` with one article a parcel. `order` may be null; it names what is in a parcel.
void view_tracking(const State& state, const order::Order* order, output::View& view);

/// Fills `view` with one checkpoint, as it stands at `index` of its shipment's timeline.
void view_checkpoint(const Checkpoint& checkpoint, size_t index, output::View& view);

/// Identity of a checkpoint's block.
uint64_t checkpoint_key(const Checkpoint& checkpoint);

}  // namespace postlude::tracking
