#include "core/tracking/merge_parcel.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "core/tracking/normalise.h"
#include "core/tracking/summarise.h"

namespace postlude::tracking {
namespace {

Checkpoint scan(std::string_view id, ShipmentStatus status, std::string_view time) {
  Checkpoint checkpoint;
  checkpoint.id = id;
  checkpoint.status = status;
  checkpoint.message = "said of " + std::string(id);
  checkpoint.time = base::parse_source_time(time).value();
  return checkpoint;
}

Shipment report(std::vector<Checkpoint> checkpoints) {
  Shipment shipment;
  shipment.id = "told";
  shipment.checkpoints = std::move(checkpoints);
  complete_shipment(shipment, StatusOrigin::FromCheckpoints);
  return shipment;
}

Shipment status_only(ShipmentStatus status) {
  Shipment shipment;
  shipment.status = status;
  return shipment;
}

const Checkpoint kPicked = scan("a", ShipmentStatus::PickedUp, "2026-11-02T09:00:00+01:00");
const Checkpoint kMoved = scan("b", ShipmentStatus::InTransit, "2026-11-03T09:00:00+01:00");
const Checkpoint kOut = scan("c", ShipmentStatus::OutForDelivery, "2026-11-04T08:00:00+01:00");
const Checkpoint kDone = scan("d", ShipmentStatus::Delivered, "2026-11-04T12:00:00+01:00");

TEST(MergeParcel, IsTheSameWhateverTheOrderOfReports) {
  std::array<Checkpoint, 4> scans = {kPicked, kMoved, kOut, kDone};
  std::array<int, 4> order = {0, 1, 2, 3};
  Shipment expected;
  bool first = true;
  do {
    Shipment known;
    known.id = "known";
    for (const int i : order) merge_parcel(known, report({scans.at(static_cast<size_t>(i))}));
    if (first) expected = known;
    first = false;
    EXPECT_EQ(write_shipments({known}), write_shipments({expected}));
    EXPECT_EQ(known.status, ShipmentStatus::Delivered);
    EXPECT_EQ(known.checkpoints.size(), 4u);
  } while (std::next_permutation(order.begin(), order.end()));
  EXPECT_EQ(base::source_time_text(expected.delivered_at), "2026-11-04T12:00:00+01:00");
  EXPECT_EQ(base::source_time_text(expected.shipped_at), "2026-11-02T09:00:00+01:00");
}

TEST(MergeParcel, SaysThatTheSameReportChangesNothing) {
  Shipment known;
  EXPECT_TRUE(merge_parcel(known, report({kPicked, kMoved})));
  EXPECT_FALSE(merge_parcel(known, report({kPicked, kMoved})));
  EXPECT_FALSE(merge_parcel(known, report({kPicked})));
}

TEST(MergeParcel, ReplacesACorrectedScan) {
  Shipment known;
  merge_parcel(known, report({kPicked, kMoved}));
  Checkpoint corrected = kMoved;
  corrected.place.city = "Leipzig";
  EXPECT_TRUE(merge_parcel(known, report({corrected})));
  EXPECT_EQ(known.checkpoints.size(), 2u);
  EXPECT_EQ(known.checkpoints.front().place.city, "Leipzig");
}

TEST(MergeParcel, KeepsTheReportsOrderAmongScansOfOneTime) {
  const Checkpoint twin = scan("twin", ShipmentStatus::InTransit, "2026-11-03T09:00:00+01:00");
  Shipment known;
  merge_parcel(known, report({twin, kMoved, kPicked}));
  EXPECT_EQ(known.checkpoints.front().id, "twin");
  EXPECT_FALSE(merge_parcel(known, report({kMoved, kPicked})));
  const Checkpoint third = scan("third", ShipmentStatus::InTransit, "2026-11-03T09:00:00+01:00");
  merge_parcel(known, report({third, kMoved}));
  ASSERT_EQ(known.checkpoints.size(), 4u);
  EXPECT_EQ(known.checkpoints[0].id, "third");
  EXPECT_EQ(known.checkpoints[1].id, "b");
  EXPECT_EQ(known.checkpoints[2].id, "twin");
}

TEST(MergeParcel, DoesNotReopenADeliveredParcelForMovement) {
  Shipment known;
  merge_parcel(known, report({kDone}));
  merge_parcel(known,
               report({scan("late", ShipmentStatus::InTransit, "2026-11-05T09:00:00+01:00")}));
  EXPECT_EQ(known.status, ShipmentStatus::Delivered);
  EXPECT_EQ(known.delivered_at, kDone.time);
}

TEST(MergeParcel, LetsAReturnFollowADelivery) {
  Shipment known;
  merge_parcel(known, report({kDone}));
  merge_parcel(known,
               report({scan("back", ShipmentStatus::Returning, "2026-11-06T09:00:00+01:00")}));
  EXPECT_EQ(known.status, ShipmentStatus::Returning);
  EXPECT_FALSE(known.delivered_at.known());
}

TEST(MergeParcel, BelievesTheStatedStatusOfTheNewestReportOnly) {
  Shipment held = report({kPicked, kMoved});
  held.status = ShipmentStatus::OnHold;
  held.sub_status = SubStatus::PaymentNeeded;
  Shipment known;
  merge_parcel(known, held);
  EXPECT_EQ(known.sub_status, SubStatus::PaymentNeeded);
  merge_parcel(known, report({kOut}));
  EXPECT_EQ(known.status, ShipmentStatus::OutForDelivery);
  merge_parcel(known, held);
  EXPECT_EQ(known.status, ShipmentStatus::OutForDelivery);
}

TEST(MergeParcel, KeepsTheEstimateOfTheNewestReport) {
  Shipment early = report({kPicked});
  early.estimate.from = base::parse_source_time("2026-11-04").value();
  Shipment later = report({kMoved});
  later.estimate.from = base::parse_source_time("2026-11-06").value();
  Shipment known;
  merge_parcel(known, later);
  merge_parcel(known, early);
  EXPECT_EQ(base::source_time_text(known.estimate.from), "2026-11-06");
}

struct StatusRow {
  ShipmentStatus before;
  ShipmentStatus told;
  ShipmentStatus after;
};

TEST(MergeParcel, AReportWithoutScansNeverStepsBack) {
  const StatusRow rows[] = {
      {ShipmentStatus::Pending, ShipmentStatus::InTransit, ShipmentStatus::InTransit},
      {ShipmentStatus::InTransit, ShipmentStatus::OutForDelivery, ShipmentStatus::OutForDelivery},
      {ShipmentStatus::OutForDelivery, ShipmentStatus::InTransit, ShipmentStatus::OutForDelivery},
      {ShipmentStatus::Delivered, ShipmentStatus::OutForDelivery, ShipmentStatus::Delivered},
      {ShipmentStatus::Delivered, ShipmentStatus::Returning, ShipmentStatus::Returning},
      {ShipmentStatus::InTransit, ShipmentStatus::AttemptFailed, ShipmentStatus::AttemptFailed},
      {ShipmentStatus::InTransit, ShipmentStatus::Unknown, ShipmentStatus::InTransit},
  };
  for (const StatusRow& row : rows) {
    Shipment known = status_only(row.before);
    merge_parcel(known, status_only(row.told));
    EXPECT_EQ(known.status, row.after) << status_name(row.before) << " + " << status_name(row.told);
  }
}

TEST(MergeParcel, FillsWhatWasNotKnownAndKeepsWhatWas) {
  Shipment known;
  known.id = "ours";
  known.carrier_name = "DHL";
  known.items = {{"line-1", 2}};
  Shipment told = report({kPicked});
  told.carrier_name = "DHL eCommerce";
  told.service = "Paket";
  merge_parcel(known, told);
  EXPECT_EQ(known.id, "ours");
  EXPECT_EQ(known.carrier_name, "DHL");
  EXPECT_EQ(known.service, "Paket");
  EXPECT_EQ(known.items.size(), 1u);
}

Returns returns(std::string_view url, std::string_view until) {
  return {base::safe_url(url), base::parse_source_time(until).value()};
}

TEST(MergeParcel, KeepsWhereItCanBeReturnedWhileNobodySaysOtherwise) {
  Shipment known = report({kPicked});
  Shipment told = report({kMoved});
  told.returns = returns("https://shop.example/returns", "2026-11-20");
  merge_parcel(known, told);
  EXPECT_EQ(known.returns, told.returns);
  merge_parcel(known, report({kOut}));
  EXPECT_EQ(known.returns, told.returns);
}

TEST(MergeParcel, BelievesTheNewestReportAboutReturns) {
  Shipment known = report({kPicked, kMoved});
  known.returns = returns("https://shop.example/returns", "2026-11-20");
  Shipment newer = report({kDone});
  newer.returns = returns("https://shop.example/other", "2026-12-01");
  EXPECT_TRUE(merge_parcel(known, newer));
  EXPECT_EQ(known.returns, newer.returns);
  Shipment older = report({kOut});
  older.returns = returns("https://shop.example/returns", "2026-11-20");
  merge_parcel(known, older);
  EXPECT_EQ(known.returns, newer.returns);
}

TEST(MergeParcel, TakesReturnsBackWhenTheNewestReportSaysSo) {
  Shipment known = report({kPicked, kDone});
  known.returns = returns("https://shop.example/returns", "2026-11-20");
  Shipment older = report({kMoved});
  older.returns.withdrawn = true;
  merge_parcel(known, older);
  EXPECT_FALSE(known.returns.url.empty());
  Shipment newer = report({kDone});
  newer.returns.withdrawn = true;
  EXPECT_TRUE(merge_parcel(known, newer));
  EXPECT_EQ(known.returns, newer.returns);
  EXPECT_FALSE(merge_parcel(known, newer)) << "the same again changes nothing";
  Shipment late = report({kMoved});
  late.returns = returns("https://shop.example/returns", "2026-11-20");
  merge_parcel(known, late);
  EXPECT_EQ(known.returns, newer.returns) << "a report that comes late does not bring them back";
}

TEST(MergeParcel, LearnsOfReturnsFromAnOlderReportWhereNoneIsKnown) {
  Shipment known = report({kDone});
  Shipment older = report({kOut});
  older.returns = returns("https://shop.example/returns", "2026-11-20");
  merge_parcel(known, older);
  EXPECT_EQ(known.returns, older.returns);
}

}  // namespace
}  // namespace postlude::tracking
