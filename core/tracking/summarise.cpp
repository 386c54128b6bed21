#include "core/tracking/summarise.h"

#include "core/base/check.h"
#include "core/tracking/normalise.h"

namespace postlude::tracking {
namespace {

bool in_carriers_hands(ShipmentStatus status) {
  return status == ShipmentStatus::PickedUp || status == ShipmentStatus::InTransit ||
         status == ShipmentStatus::OutForDelivery;
}

// The checkpoint that speaks for the whole: the newest that is not plain movement if that is the
// delivery, else the newest that could be placed at all.
const Checkpoint* speaker(const std::vector<Checkpoint>& newest_first) {
  const Checkpoint* newest_placed = nullptr;
  for (const Checkpoint& checkpoint : newest_first) {
    if (newest_placed == nullptr && checkpoint.status != ShipmentStatus::Unknown) {
      newest_placed = &checkpoint;
    }
    if (is_plain_movement(checkpoint.status)) continue;
    if (checkpoint.status == ShipmentStatus::Delivered) return &checkpoint;
    break;
  }
  return newest_placed;
}

const Checkpoint* newest_with(const std::vector<Checkpoint>& newest_first, ShipmentStatus status) {
  for (const Checkpoint& checkpoint : newest_first) {
    if (checkpoint.status == status) return &checkpoint;
  }
  return nullptr;
}

}  // namespace

bool is_plain_movement(ShipmentStatus status) {
  switch (status) {
    case ShipmentStatus::Unknown:
    case ShipmentStatus::Pending:
    case ShipmentStatus::LabelCreated:
    case ShipmentStatus::PickedUp:
    case ShipmentStatus::InTransit:
    case ShipmentStatus::OutForDelivery:
    case ShipmentStatus::Delayed:
    case ShipmentStatus::Expired:
      return true;
    case ShipmentStatus::ReadyForPickup:
    case ShipmentStatus::AttemptFailed:
    case ShipmentStatus::OnHold:
    case ShipmentStatus::Delivered:
    case ShipmentStatus::Exception:
    case ShipmentStatus::Returning:
    case ShipmentStatus::Returned:
    case ShipmentStatus::Cancelled:
      return false;
  }
  CHECK(false);
}

Summary summarise(const std::vector<Checkpoint>& newest_first) {
  Summary summary;
  for (const Checkpoint& checkpoint : newest_first) {
    if (in_carriers_hands(checkpoint.status) && checkpoint.time.known()) {
      summary.shipped_at = checkpoint.time;
    }
  }
  const Checkpoint* const checkpoint = speaker(newest_first);
  if (checkpoint == nullptr) {
    if (!newest_first.empty()) summary.status = ShipmentStatus::Unknown;
    return summary;
  }
  summary.status = checkpoint->status;
  summary.sub_status = checkpoint->sub_status;
  if (checkpoint->status == ShipmentStatus::Delivered) summary.delivered_at = checkpoint->time;
  return summary;
}

void complete_shipment(Shipment& shipment, StatusOrigin origin) {
  sort_checkpoints(shipment.checkpoints);
  const Summary summary = summarise(shipment.checkpoints);
  if (origin == StatusOrigin::FromCheckpoints) {
    shipment.status = summary.status;
    shipment.sub_status = summary.sub_status;
  }
  const Checkpoint* const same = newest_with(shipment.checkpoints, shipment.status);
  if (same != nullptr && shipment.sub_status == SubStatus::None) {
    shipment.sub_status = same->sub_status;
  }
  if (!shipment.shipped_at.known()) shipment.shipped_at = summary.shipped_at;
  if (shipment.status == ShipmentStatus::Delivered && !shipment.delivered_at.known() &&
      same != nullptr) {
    shipment.delivered_at = same->time;
  }
}

}  // namespace postlude::tracking
