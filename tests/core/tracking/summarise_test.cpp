#include "core/tracking/summarise.h"

#include <gtest/gtest.h>

namespace postlude::tracking {
namespace {

using S = ShipmentStatus;

// One scan a day, the first the oldest, in the order summarise() wants them.
std::vector<Checkpoint> history(const std::vector<S>& oldest_first) {
  std::vector<Checkpoint> out;
  int32_t day = 20'000;
  for (const S status : oldest_first) {
    Checkpoint checkpoint;
    checkpoint.status = status;
    checkpoint.time = base::date_from_day_number(day++);
    out.insert(out.begin(), checkpoint);
  }
  return out;
}

struct Row {
  std::vector<S> oldest_first;
  S expected;
};

TEST(Summarise, TakesTheNewestNewsAndKeepsADelivery) {
  const Row kRows[] = {
      {{}, S::Pending},
      {{S::Unknown}, S::Unknown},
      {{S::InTransit, S::Unknown}, S::InTransit},
      {{S::LabelCreated, S::PickedUp}, S::PickedUp},
      {{S::Delivered, S::InTransit}, S::Delivered},
      {{S::Delivered, S::PickedUp, S::OutForDelivery}, S::Delivered},
      {{S::Delivered, S::LabelCreated, S::Unknown, S::Delayed}, S::Delivered},
      {{S::Delivered, S::Returning, S::InTransit}, S::InTransit},
      {{S::Delivered, S::Returned}, S::Returned},
      {{S::Delivered, S::Exception}, S::Exception},
      {{S::AttemptFailed, S::InTransit}, S::InTransit},
      {{S::AttemptFailed, S::OutForDelivery, S::Delivered}, S::Delivered},
      {{S::InTransit, S::Expired}, S::Expired},
  };
  for (const Row& row : kRows) {
    const Summary summary = summarise(history(row.oldest_first));
    EXPECT_EQ(status_name(summary.status), status_name(row.expected)) << "row " << &row - kRows;
    EXPECT_EQ(summary.delivered_at.known(), summary.status == S::Delivered);
  }
}

TEST(Summarise, DatesTheFirstScanInTheCarriersHands) {
  const auto scans = history({S::LabelCreated, S::PickedUp, S::InTransit, S::Delivered});
  const Summary summary = summarise(scans);
  EXPECT_EQ(base::day_number(summary.shipped_at), 20'001);
  EXPECT_EQ(base::day_number(summary.delivered_at), 20'003);
  EXPECT_FALSE(summarise(history({S::LabelCreated})).shipped_at.known());
}

TEST(CompleteShipment, NeverOverrulesAStatedStatus) {
  Shipment shipment;
  shipment.status = S::LabelCreated;
  shipment.checkpoints = history({S::InTransit, S::Delivered});
  complete_shipment(shipment, StatusOrigin::Stated);
  EXPECT_EQ(shipment.status, S::LabelCreated);
  EXPECT_FALSE(shipment.delivered_at.known());
  EXPECT_EQ(shipment.checkpoints[0].status, S::Delivered);
}

TEST(CompleteShipment, KeepsTheDatesTheSourceStated) {
  Shipment shipment;
  shipment.status = S::Delivered;
  shipment.delivered_at = base::date_from_day_number(20'100);
  shipment.shipped_at = base::date_from_day_number(20'050);
  shipment.checkpoints = history({S::PickedUp, S::Delivered});
  complete_shipment(shipment, StatusOrigin::Stated);
  EXPECT_EQ(base::day_number(shipment.delivered_at), 20'100);
  EXPECT_EQ(base::day_number(shipment.shipped_at), 20'050);
}

TEST(CompleteShipment, TakesTheSubStatusOfTheNewestScanOfTheSameStatus) {
  Shipment shipment;
  shipment.status = S::Delivered;
  shipment.checkpoints = history({S::OutForDelivery, S::Delivered, S::InTransit});
  shipment.checkpoints[1].sub_status = SubStatus::LeftWithNeighbour;
  complete_shipment(shipment, StatusOrigin::Stated);
  EXPECT_EQ(shipment.sub_status, SubStatus::LeftWithNeighbour);
  EXPECT_EQ(base::day_number(shipment.delivered_at), 20'001);
}

}  // namespace
}  // namespace postlude::tracking
