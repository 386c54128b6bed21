#pragma once

#include "core/tracking/shipment.h"

namespace postlude::tracking {

/// Adds to `known` what a source told of the same parcel, in whatever order its reports arrive, and
/// returns whether anything changed. Checkpoints are merged by id: new ones are added, corrected
/// ones replaced, none is dropped. A report speaks for the parcel's status, estimate, place to
/// fetch it and returns only when no scan that is known is newer than its own newest; what it does
/// not mention stays, but returns that it says are withdrawn are gone; plain movement never reopens
/// a delivered parcel; a report without scans never takes a parcel back to an earlier stage. Id,
/// items and tracking number stay as they are; empty fields are filled.
bool merge_parcel(Shipment& known, const Shipment& told);

}  // namespace postlude::tracking
