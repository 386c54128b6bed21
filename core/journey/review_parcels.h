#pragma once

#include <vector>

#include "core/review/schedule_prompt.h"
#include "core/tracking/shipment.h"

namespace postlude::journey {

/// Returns what the shipments say to the review prompt: the outbound ones that were not cancelled.
/// Where a shipment states no time of its own, its checkpoints do: the oldest scan by the carrier
/// is when it shipped, the oldest delivered scan when it arrived.
std::vector<review::Parcel> review_parcels(const std::vector<tracking::Shipment>& shipments);

}  // namespace postlude::journey
