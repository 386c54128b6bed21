#include "core/tracking/progress.h"

#include <gtest/gtest.h>

namespace postlude::tracking {
namespace {

using S = ShipmentStatus;
using P = ProgressStage;

struct Row {
  S status;
  std::vector<S> scans;
  P stage;
  Attention attention;
};

TEST(ProgressOf, PlacesEveryStatus) {
  constexpr auto kCalm = Attention::None;
  constexpr auto kLook = Attention::Needed;
  const Row kRows[] = {
      {S::Unknown, {}, P::Ordered, kCalm},
      {S::Unknown, {S::InTransit}, P::InTransit, kCalm},
      {S::Pending, {}, P::Ordered, kCalm},
      {S::LabelCreated, {}, P::Ordered, kCalm},
      {S::LabelCreated, {S::Delivered}, P::Ordered, kCalm},
      {S::PickedUp, {}, P::Shipped, kCalm},
      {S::InTransit, {S::OutForDelivery}, P::InTransit, kCalm},
      {S::OutForDelivery, {}, P::OutForDelivery, kCalm},
      {S::ReadyForPickup, {}, P::OutForDelivery, kLook},
      {S::AttemptFailed, {}, P::OutForDelivery, kLook},
      {S::Delayed, {S::PickedUp}, P::Shipped, kLook},
      {S::Delayed, {}, P::Ordered, kLook},
      {S::OnHold, {S::PickedUp, S::InTransit}, P::InTransit, kLook},
      {S::Exception, {S::OutForDelivery, S::InTransit}, P::OutForDelivery, kLook},
      {S::Exception, {S::Delivered, S::InTransit}, P::InTransit, kLook},
      {S::Returning, {}, P::InTransit, kLook},
      {S::Returned, {S::OutForDelivery}, P::OutForDelivery, kLook},
      {S::Cancelled, {}, P::Ordered, kLook},
      {S::Expired, {S::InTransit}, P::InTransit, kLook},
      {S::Delivered, {S::AttemptFailed}, P::Delivered, kCalm},
  };
  for (const Row& row : kRows) {
    Shipment shipment;
    shipment.status = row.status;
    for (const S scan : row.scans) shipment.checkpoints.emplace_back().status = scan;
    const Progress progress = progress_of(shipment);
    EXPECT_EQ(progress_stage_name(progress.stage), progress_stage_name(row.stage))
        << status_name(row.status) << ", row " << &row - kRows;
    EXPECT_EQ(progress.attention, row.attention) << status_name(row.status);
  }
}

}  // namespace
}  // namespace postlude::tracking
