#pragma once

#include "core/tracking/shipment.h"

namespace postlude::tracking {

/// How a shipment stands to what was said of its arrival.
enum class LatenessKind : uint8_t {
  Unknown,      // nothing was said, or it is too early to tell
  OnTime,       // arrived by the last day that was first named
  Late,         // arrived after it, or is still not there: `days`
  RunningLate,  // slower than parcels of its lane usually are
  Stale,        // no scan for `days` days, kStaleDays or more
  Expired,      // the same, kExpiredDays or more
};

struct Lateness {
  LatenessKind kind = LatenessKind::Unknown;
  int days = 0;
  friend bool operator==(const Lateness&, const Lateness&) = default;
};

/// No scan for this many days: something is slow. For this many: the carrier has lost sight of it
/// (what AfterShip and 17TRACK call expired; read 2026-11).
inline constexpr int kStaleDays = 7;
inline constexpr int kExpiredDays = 30;

/// Returns whether the carrier should be moving it, so that silence means something.
bool should_be_moving(ShipmentStatus status);

/// Returns whether it is still coming to the shopper, so that its arrival can be late.
bool is_under_way(const Shipment& shipment);

/// Returns how late it is. `today` is a date (a clock is ignored); when it is not known() only an
/// arrival can be judged. Measured by the first estimate, which nobody can move any more. A return
/// parcel is never late.
Lateness lateness_of(const Shipment& shipment, const base::SourceTime& today);

}  // namespace postlude::tracking
