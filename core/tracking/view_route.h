#pragma once

#include "core/output/view.h"
#include "core/tracking/shipment.h"

namespace postlude::tracking {

/// Adds the parcel's way, as a picture and in words beside it, to the list that is open; nothing
/// when there is no way to draw.
void view_route(const Shipment& shipment, output::ViewBuilder& out);

}  // namespace postlude::tracking
