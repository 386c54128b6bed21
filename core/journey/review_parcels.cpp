#include "core/journey/review_parcels.h"

#include "core/base/check.h"

namespace postlude::journey {
namespace {

using review::ParcelState;
using tracking::ShipmentStatus;

ParcelState state_of(ShipmentStatus status) {
  switch (status) {
    case ShipmentStatus::Unknown:
    case ShipmentStatus::Pending:
    case ShipmentStatus::LabelCreated:
    case ShipmentStatus::Cancelled:
      return ParcelState::Waiting;
    case ShipmentStatus::PickedUp:
    case ShipmentStatus::InTransit:
    case ShipmentStatus::OutForDelivery:
    case ShipmentStatus::ReadyForPickup:
    case ShipmentStatus::AttemptFailed:
    case ShipmentStatus::Delayed:
    case ShipmentStatus::OnHold:
    case ShipmentStatus::Expired:  // no news for long is not "lost": the fallback date decides
      return ParcelState::UnderWay;
    case ShipmentStatus::Delivered:
      return ParcelState::Delivered;
    case ShipmentStatus::Exception:
    case ShipmentStatus::Returning:
    case ShipmentStatus::Returned:
      return ParcelState::Failed;
  }
  CHECK(false);
}

// Checkpoints stand newest first, so the last match is the oldest.
template <class Test>
base::SourceTime oldest(const tracking::Shipment& shipment, Test matches) {
  base::SourceTime found;
  for (const tracking::Checkpoint& checkpoint : shipment.checkpoints) {
    if (checkpoint.time.known() && matches(state_of(checkpoint.status))) found = checkpoint.time;
  }
  return found;
}

}  // namespace

std::vector<review::Parcel> review_parcels(const std::vector<tracking::Shipment>& shipments) {
  std::vector<review::Parcel> parcels;
  for (const tracking::Shipment& shipment : shipments) {
    if (shipment.direction == tracking::Direction::Return) continue;
    if (shipment.status == ShipmentStatus::Cancelled) continue;
    review::Parcel& parcel = parcels.emplace_back();
    parcel.state = state_of(shipment.status);
    parcel.shipped_at = shipment.shipped_at;
    parcel.delivered_at = shipment.delivered_at;
    if (!parcel.shipped_at.known()) {
      parcel.shipped_at =
          oldest(shipment, [](ParcelState state) { return state != ParcelState::Waiting; });
    }
    if (!parcel.delivered_at.known()) {
      parcel.delivered_at =
          oldest(shipment, [](ParcelState state) { return state == ParcelState::Delivered; });
    }
    for (const tracking::ShipmentItem& item : shipment.items) {
      parcel.items.push_back({item.line_id, item.quantity});
    }
  }
  return parcels;
}

}  // namespace postlude::journey
