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
  base::SourceTime now;             // the shop's clock; few look at more than its day
  int64_t minutes_old = 0;  // for how long nobody answers whether this is still so; 0: it is so
};

/// Whether a view has the timelines, or leaves those that are shown as they are: `none` stands in
/// the place of their lists (output::patch_block).
enum class Timelines : uint8_t { Anew, AsTheyAre };

/// Fills `view` with one article a parcel. `order` may be null; it names what is in a parcel.
void view_tracking(const State& state, const order::Order* order, Timelines timelines,
                   output::View& view);

/// How many checkpoints of a parcel stand outside of the fold (T3), and the hole of the parcel's
/// block in which they stand; what is folded stands in the next.
inline constexpr size_t kShownAtFirst = 3;
uint32_t timeline_hole();

/// Fills `view` with the fold around the checkpoints of a timeline of `count` beyond those, without
/// them (output::patch_block).
void view_fold(size_t count, output::View& view);

/// Fills `view` with one checkpoint, as it stands at `index` of its shipment's timeline.
void view_checkpoint(const Checkpoint& checkpoint, size_t index, output::View& view);

/// Identity of a checkpoint's block.
uint64_t checkpoint_key(const Checkpoint& checkpoint);

}  // namespace postlude::tracking
