#include "core/journey/review_parcels.h"

#include <gtest/gtest.h>

namespace postlude::journey {
namespace {

using review::ParcelState;
using tracking::Checkpoint;
using tracking::Shipment;
using tracking::ShipmentStatus;

Shipment shipment(ShipmentStatus status) {
  Shipment made;
  made.id = "s";
  made.status = status;
  return made;
}

Checkpoint checkpoint(ShipmentStatus status, std::string_view time) {
  Checkpoint made;
  made.status = status;
  made.time = *base::parse_source_time(time);
  return made;
}

TEST(ReviewParcels, PlacesEveryStatus) {
  struct Row {
    ShipmentStatus status;
    ParcelState state;
  };
  constexpr Row kRows[] = {
      {ShipmentStatus::Unknown, ParcelState::Waiting},
      {ShipmentStatus::Pending, ParcelState::Waiting},
      {ShipmentStatus::LabelCreated, ParcelState::Waiting},
      {ShipmentStatus::PickedUp, ParcelState::UnderWay},
      {ShipmentStatus::InTransit, ParcelState::UnderWay},
      {ShipmentStatus::OutForDelivery, ParcelState::UnderWay},
      {ShipmentStatus::ReadyForPickup, ParcelState::UnderWay},
      {ShipmentStatus::AttemptFailed, ParcelState::UnderWay},
      {ShipmentStatus::Delayed, ParcelState::UnderWay},
      {ShipmentStatus::OnHold, ParcelState::UnderWay},
      {ShipmentStatus::Delivered, ParcelState::Delivered},
      {ShipmentStatus::Exception, ParcelState::Failed},
      {ShipmentStatus::Returning, ParcelState::Failed},
      {ShipmentStatus::Returned, ParcelState::Failed},
      {ShipmentStatus::Expired, ParcelState::UnderWay},
  };
  for (const Row& row : kRows) {
    const auto parcels = review_parcels({shipment(row.status)});
    ASSERT_EQ(parcels.size(), 1u) << tracking::status_name(row.status);
    EXPECT_EQ(parcels[0].state, row.state) << tracking::status_name(row.status);
  }
}

TEST(ReviewParcels, LeavesOutReturnsAndCancelledOnes) {
  Shipment back = shipment(ShipmentStatus::InTransit);
  back.direction = tracking::Direction::Return;
  EXPECT_TRUE(review_parcels({back, shipment(ShipmentStatus::Cancelled)}).empty());
  EXPECT_TRUE(review_parcels({}).empty());
}

TEST(ReviewParcels, TakesMissingTimesFromTheOldestFittingScan) {
  Shipment parcel = shipment(ShipmentStatus::Delivered);
  parcel.checkpoints = {checkpoint(ShipmentStatus::Delivered, "2026-11-06T10:00:00+01:00"),
                        checkpoint(ShipmentStatus::Delivered, "2026-11-05T09:00:00+01:00"),
                        checkpoint(ShipmentStatus::InTransit, "2026-11-04"),
                        checkpoint(ShipmentStatus::PickedUp, "2026-11-03"),
                        checkpoint(ShipmentStatus::LabelCreated, "2026-11-02")};
  const auto parcels = review_parcels({parcel});
  EXPECT_EQ(base::source_time_text(parcels[0].shipped_at), "2026-11-03");
  EXPECT_EQ(base::source_time_text(parcels[0].delivered_at), "2026-11-05T09:00:00+01:00");
}

TEST(ReviewParcels, KeepsTheTimesAndItemsAShipmentStates) {
  Shipment parcel = shipment(ShipmentStatus::Delivered);
  parcel.shipped_at = *base::parse_source_time("2026-11-01");
  parcel.delivered_at = *base::parse_source_time("2026-11-07");
  parcel.items = {{"l1", 2}};
  parcel.checkpoints = {checkpoint(ShipmentStatus::Delivered, "2026-11-05")};
  const auto parcels = review_parcels({parcel});
  EXPECT_EQ(base::source_time_text(parcels[0].shipped_at), "2026-11-01");
  EXPECT_EQ(base::source_time_text(parcels[0].delivered_at), "2026-11-07");
  ASSERT_EQ(parcels[0].items.size(), 1u);
  EXPECT_EQ(parcels[0].items[0].line_id, "l1");
  EXPECT_EQ(parcels[0].items[0].quantity, 2);
}

}  // namespace
}  // namespace postlude::journey
