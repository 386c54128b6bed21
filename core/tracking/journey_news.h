#pragma once

#include <vector>

#include "core/base/json_reader.h"
#include "core/order/journey.h"
#include "core/tracking/shipment.h"

namespace postlude::tracking {

/// Returns what parcels say about the order as a whole: nothing before one is under way, delivered
/// when all are, else the latest day that one may arrive. Returns are left out.
order::JourneyNews journey_news(const std::vector<Shipment>& shipments);

/// Returns the same off `shipments`, an array in canonical form (core/tracking/normalise.h),
/// without reading more than that takes: for pages that show no parcel. Fails for what it reads
/// alone. Where a status follows from scans, news told twice within a minute with other news
/// between counts at its later telling here, at its earlier one there (sort_checkpoints folds it).
order::JourneyNews read_journey_news(base::JsonReader& in, base::JsonRef shipments);

}  // namespace postlude::tracking
