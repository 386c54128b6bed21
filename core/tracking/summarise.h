#pragma once

#include <vector>

#include "core/tracking/shipment.h"

namespace postlude::tracking {

/// What a shipment's checkpoints say of the whole.
struct Summary {
  ShipmentStatus status = ShipmentStatus::Pending;
  SubStatus sub_status = SubStatus::None;
  base::SourceTime shipped_at;    // the first scan with the parcel in the carrier's hands
  base::SourceTime delivered_at;  // known() only when status is Delivered
  friend bool operator==(const Summary&, const Summary&) = default;
};

/// True for the statuses that a carrier may file late, from places the parcel left long ago. What
/// is not among them (a return, damage, an attempt) is news even after a delivery.
bool is_plain_movement(ShipmentStatus status);

/// Returns what `newest_first` (as sort_checkpoints leaves it) says: the newest checkpoint that has
/// a status, except that plain movement scanned after a delivery does not reopen a delivered
/// parcel. Pending when there is none; Unknown when no checkpoint could be placed.
Summary summarise(const std::vector<Checkpoint>& newest_first);

/// Whether the source stated the shipment's own status.
enum class StatusOrigin : unsigned char { Stated, FromCheckpoints };

/// Sorts the checkpoints of `shipment` and fills what its source left out: the status and
/// sub-status when the origin is FromCheckpoints (a stated status is never overruled), the
/// sub-status of a stated status when the newest checkpoint of that status has one, shipped_at and
/// delivered_at.
void complete_shipment(Shipment& shipment, StatusOrigin origin);

}  // namespace postlude::tracking
