#pragma once

#include <string_view>

#include "core/output/view.h"
#include "core/tracking/shipment.h"

namespace postlude::tracking {

/// Adds the parcel's way, as a picture and in words beside it, to the list that is open; nothing
/// when there is no way to draw.
void view_route(const Shipment& shipment, output::ViewBuilder& out);

/// Fills a text hole with a place. A country that is a code of ISO 3166-1 is named in the reader's
/// language; words of a source that are no code are shown as they are.
void name_place(std::string_view city, std::string_view region, std::string_view country,
                output::ViewBuilder& out);

}  // namespace postlude::tracking
