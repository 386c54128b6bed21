#include "core/tracking/lateness.h"

#include <gtest/gtest.h>

namespace postlude::tracking {
namespace {

using S = ShipmentStatus;
using L = LatenessKind;

base::SourceTime time(std::string_view text) {
  return base::parse_source_time(text).value_or(base::SourceTime{});
}

struct Row {
  S status;
  std::string_view first, until, arrived, newest_scan, today;
  L kind;
  int days;
};

TEST(LatenessOf, MeasuresByWhatWasSaidAtFirst) {
  const Row kRows[] = {
      {S::InTransit, "2026-11-05", "", "", "2026-11-03", "2026-11-05", L::Unknown, 0},
      {S::InTransit, "2026-11-05", "", "", "2026-11-03", "2026-11-06", L::Late, 1},
      {S::InTransit, "2026-11-05", "2026-11-07", "", "2026-11-05", "2026-11-07", L::Unknown, 0},
      {S::InTransit, "2026-11-05", "2026-11-07", "", "2026-11-05", "2026-11-10", L::Late, 3},
      {S::Delivered, "2026-11-05", "2026-11-07", "2026-11-06", "", "2026-12-24", L::OnTime, 0},
      {S::Delivered, "2026-11-05", "2026-11-07", "2026-11-04T09:00:00+09:00", "", "", L::OnTime, 0},
      {S::Delivered, "2026-11-05", "2026-11-07", "2026-11-09T09:00:00-08:00", "", "", L::Late, 2},
      {S::Delivered, "", "", "2026-11-09", "", "2026-11-10", L::Unknown, 0},
      {S::Delivered, "2026-11-05", "", "", "", "2026-11-10", L::Unknown, 0},
      {S::InTransit, "2026-11-05", "", "", "2026-11-03", "", L::Unknown, 0},
      {S::InTransit, "", "", "", "2026-11-03", "2026-11-09", L::Unknown, 0},
      {S::InTransit, "", "", "", "2026-11-03", "2026-11-10", L::Stale, 7},
      {S::InTransit, "2026-11-05", "", "", "2026-11-03", "2026-11-12", L::Stale, 9},
      {S::InTransit, "", "", "", "2026-11-03", "2026-12-02", L::Stale, 29},
      {S::InTransit, "", "", "", "2026-11-03T23:59:00-07:00", "2026-12-03", L::Expired, 30},
      {S::LabelCreated, "", "", "", "2026-11-03", "2026-12-03", L::Expired, 30},
      {S::OnHold, "", "", "", "2026-11-03", "2026-12-03", L::Unknown, 0},
      {S::OnHold, "2026-11-05", "", "", "2026-11-03", "2026-11-06", L::Late, 1},
      {S::ReadyForPickup, "2026-11-05", "", "", "2026-11-05", "2026-11-12", L::Unknown, 0},
      {S::Returned, "2026-11-05", "", "", "2026-11-05", "2026-11-12", L::Unknown, 0},
  };
  for (const Row& row : kRows) {
    Shipment shipment;
    shipment.status = row.status;
    shipment.estimate = {time(row.first), time(row.until), EstimateSource::Carrier};
    shipment.delivered_at = time(row.arrived);
    if (!row.newest_scan.empty()) shipment.checkpoints.emplace_back().time = time(row.newest_scan);
    const Lateness lateness = lateness_of(shipment, time(row.today));
    EXPECT_EQ(static_cast<int>(lateness.kind), static_cast<int>(row.kind))
        << "row " << &row - kRows;
    EXPECT_EQ(lateness.days, row.days) << "row " << &row - kRows;
  }
}

TEST(LatenessOf, IsNotTakenInByAnEstimateThatMoves) {
  Shipment shipment;
  shipment.status = S::InTransit;
  shipment.estimate = {time("2026-11-12"), {}, EstimateSource::Carrier};
  shipment.first_estimate = {time("2026-11-05"), {}, EstimateSource::Promised};
  EXPECT_EQ(lateness_of(shipment, time("2026-11-08")), (Lateness{L::Late, 3}));
}

TEST(LatenessOf, SaysRunningLateOnlyWhileNothingWorseIsKnown) {
  Shipment shipment;
  shipment.status = S::InTransit;
  shipment.pace = Pace::RunningLate;
  EXPECT_EQ(lateness_of(shipment, time("2026-11-08")), (Lateness{L::RunningLate, 0}));
  shipment.estimate = {time("2026-11-07"), {}, EstimateSource::Predicted};
  EXPECT_EQ(lateness_of(shipment, time("2026-11-08")), (Lateness{L::Late, 1}));
  shipment.status = S::Delivered;
  shipment.delivered_at = time("2026-11-07");
  EXPECT_EQ(lateness_of(shipment, time("2026-11-08")), (Lateness{L::OnTime, 0}));
}

TEST(LatenessOf, NeverCallsAReturnLate) {
  Shipment shipment;
  shipment.direction = Direction::Return;
  shipment.status = S::InTransit;
  shipment.estimate = {time("2026-11-05"), {}, EstimateSource::Carrier};
  shipment.checkpoints.emplace_back().time = time("2026-10-01");
  EXPECT_EQ(lateness_of(shipment, time("2026-11-30")).kind, L::Unknown);
}

}  // namespace
}  // namespace postlude::tracking
