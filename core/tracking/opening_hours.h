#pragma once

#include <string_view>

#include "core/tracking/shipment.h"

namespace postlude::tracking {

enum class Opening : uint8_t {
  Unknown,    // nobody said, or nobody knows what day it is
  Open,       // today, now or (where the clock is not known) at some time
  ClosedNow,  // open today at another time
  ClosedToday,
};

/// Returns whether the place is open at `now`, a time on the place's own clock; a mere date asks
/// for the day alone. Hours that cannot be read count as open.
Opening opening_of(const PickupPlace& place, const base::SourceTime& now);

/// Returns the hours of the day of `now`; "" when it is closed or nobody said.
std::string_view hours_of(const PickupPlace& place, const base::SourceTime& now);

}  // namespace postlude::tracking
