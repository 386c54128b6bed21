#include "core/tracking/next_action.h"

#include <gtest/gtest.h>

namespace postlude::tracking {
namespace {

using S = ShipmentStatus;
using Sub = SubStatus;
using A = NextActionKind;

base::SourceTime date(std::string_view text) {
  return text.empty() ? base::SourceTime{} : base::parse_source_time(text).value();
}

struct Row {
  S status;
  Sub sub_status;
  A expected;
};

TEST(DecideNextAction, HasExactlyOneAnswerForEachStatusAndReason) {
  const Row kRows[] = {
      {S::Unknown, Sub::None, A::TrackAtCarrier},
      {S::Pending, Sub::None, A::Nothing},
      {S::LabelCreated, Sub::None, A::TrackAtCarrier},
      {S::PickedUp, Sub::AcceptanceScan, A::TrackAtCarrier},
      {S::InTransit, Sub::DepartedFacility, A::TrackAtCarrier},
      {S::InTransit, Sub::CustomsInformationNeeded, A::ProvideDocuments},
      {S::InTransit, Sub::AddressProblem, A::CorrectAddress},
      {S::OutForDelivery, Sub::None, A::TrackAtCarrier},
      {S::ReadyForPickup, Sub::None, A::PickUp},
      {S::ReadyForPickup, Sub::PaymentNeeded, A::PayCharges},
      {S::AttemptFailed, Sub::None, A::ArrangeRedelivery},
      {S::AttemptFailed, Sub::RecipientAbsent, A::ArrangeRedelivery},
      {S::AttemptFailed, Sub::BusinessClosed, A::ArrangeRedelivery},
      {S::AttemptFailed, Sub::AccessDenied, A::ArrangeRedelivery},
      {S::AttemptFailed, Sub::NoticeLeft, A::ArrangeRedelivery},
      {S::AttemptFailed, Sub::AddressProblem, A::CorrectAddress},
      {S::AttemptFailed, Sub::Refused, A::ContactShop},
      {S::AttemptFailed, Sub::SecurityProblem, A::ContactCarrier},
      {S::Delayed, Sub::WeatherDelay, A::TrackAtCarrier},
      {S::OnHold, Sub::None, A::ContactCarrier},
      {S::OnHold, Sub::Held, A::ContactCarrier},
      {S::OnHold, Sub::PaymentNeeded, A::PayCharges},
      {S::OnHold, Sub::DocumentsNeeded, A::ProvideDocuments},
      {S::OnHold, Sub::AddressProblem, A::CorrectAddress},
      {S::Exception, Sub::None, A::ContactCarrier},
      {S::Exception, Sub::CustomerMoved, A::CorrectAddress},
      {S::Exception, Sub::Damaged, A::ContactShop},
      {S::Exception, Sub::Lost, A::ContactShop},
      {S::Exception, Sub::Destroyed, A::ContactShop},
      {S::Exception, Sub::Refused, A::ContactShop},
      {S::Exception, Sub::RejectedByCarrier, A::ContactShop},
      {S::Exception, Sub::Undeliverable, A::ContactShop},
      {S::Exception, Sub::PickupMissed, A::ContactCarrier},
      {S::Returning, Sub::None, A::ContactShop},
      {S::Returned, Sub::None, A::ContactShop},
      {S::Cancelled, Sub::None, A::ContactShop},
      {S::Expired, Sub::None, A::ContactShop},
      {S::Delivered, Sub::None, A::Nothing},
      {S::Delivered, Sub::Signed, A::SeeProof},
      {S::Delivered, Sub::LeftWithNeighbour, A::CheckNeighbour},
      {S::Delivered, Sub::LeftInLocker, A::CheckLocker},
      {S::Delivered, Sub::LeftAtSafePlace, A::CheckSafePlace},
      {S::Delivered, Sub::CollectedByCustomer, A::Nothing},
  };
  for (const Row& row : kRows) {
    Shipment shipment;
    shipment.status = row.status;
    shipment.sub_status = row.sub_status;
    shipment.tracking_url = base::safe_url("https://carrier.example/1");
    const NextAction action = decide_next_action(shipment, date("2026-11-03"));
    EXPECT_EQ(next_action_name(action.kind), next_action_name(row.expected))
        << status_name(row.status) << "/" << sub_status_name(row.sub_status);
    EXPECT_FALSE(action.from.known());
  }
}

struct EstimateRow {
  S status;
  std::string_view from, until, today;
  A expected;
};

TEST(DecideNextAction, NamesTheDayUntilItHasPassed) {
  const EstimateRow kRows[] = {
      {S::Pending, "2026-11-05", "", "2026-11-03", A::NothingArrives},
      {S::InTransit, "2026-11-05", "", "2026-11-03", A::NothingArrives},
      {S::InTransit, "2026-11-05", "", "2026-11-05", A::NothingArrives},
      {S::InTransit, "2026-11-05", "", "2026-11-06", A::TrackAtCarrier},
      {S::InTransit, "2026-11-05", "2026-11-07", "2026-11-06", A::NothingArrives},
      {S::InTransit, "2026-11-05T09:00:00Z", "2026-11-05T11:00:00Z", "2026-11-05",
       A::NothingArrives},
      {S::InTransit, "2026-11-05", "", "", A::NothingArrives},
      {S::Delayed, "2026-11-05", "", "2026-11-03", A::NothingArrives},
      {S::Delivered, "2026-11-05", "", "2026-11-03", A::Nothing},
      {S::OnHold, "2026-11-05", "", "2026-11-03", A::ContactCarrier},
  };
  for (const EstimateRow& row : kRows) {
    Shipment shipment;
    shipment.status = row.status;
    shipment.tracking_url = base::safe_url("https://carrier.example/1");
    shipment.estimate = {date(row.from), date(row.until), EstimateSource::Carrier};
    const NextAction action = decide_next_action(shipment, date(row.today));
    EXPECT_EQ(next_action_name(action.kind), next_action_name(row.expected))
        << "row " << &row - kRows;
    EXPECT_EQ(action.from.known(), action.kind == A::NothingArrives);
    if (action.kind == A::NothingArrives) {
      EXPECT_EQ(action.until, date(row.until));
    }
  }
}

TEST(DecideNextAction, SaysNothingWhereThereIsNoCarrierPage) {
  Shipment shipment;
  shipment.status = S::InTransit;
  EXPECT_EQ(decide_next_action(shipment, date("2026-11-03")).kind, A::Nothing);
}

TEST(DecideNextAction, ShowsProofWhenSomebodySigned) {
  Shipment shipment;
  shipment.status = S::Delivered;
  shipment.signed_by = "R. Huber";
  EXPECT_EQ(decide_next_action(shipment, date("2026-11-03")).kind, A::SeeProof);
}

Shipment returnable(std::string_view until) {
  Shipment shipment;
  shipment.status = S::Delivered;
  shipment.returns = {base::safe_url("/order/return?shipment=s1"), date(until)};
  return shipment;
}

struct ReturnRow {
  std::string_view until, now;
  A expected;
};

TEST(DecideNextAction, OffersTheReturnUntilItsEnd) {
  const ReturnRow kRows[] = {
      {"", "2026-11-20T10:00:00+01:00", A::ReturnIt},
      {"2026-11-20", "2026-11-19T10:00:00+01:00", A::ReturnIt},
      {"2026-11-20", "2026-11-20T23:59:59+01:00", A::ReturnIt},
      {"2026-11-20", "2026-11-21T00:00:00+01:00", A::Nothing},
      {"2026-11-20", "", A::ReturnIt},
      {"2026-11-20T12:00:00+01:00", "2026-11-20T12:00:00+01:00", A::ReturnIt},
      {"2026-11-20T12:00:00+01:00", "2026-11-20T12:00:01+01:00", A::Nothing},
      // 23:00 in New York is the next day at the shop.
      {"2026-11-20T23:00:00-05:00", "2026-11-21T04:00:00+01:00", A::ReturnIt},
      {"2026-11-20T23:00:00-05:00", "2026-11-21T05:30:00+01:00", A::Nothing},
      // Nobody knows where it is noon.
      {"2026-11-20T12:00:00", "2026-11-20T18:00:00+01:00", A::ReturnIt},
      {"2026-11-20T12:00:00", "2026-11-21T00:00:00+01:00", A::Nothing},
  };
  for (const ReturnRow& row : kRows) {
    const NextAction action = decide_next_action(returnable(row.until), date(row.now));
    EXPECT_EQ(next_action_name(action.kind), next_action_name(row.expected))
        << row.until << " at " << row.now;
    if (row.expected == A::ReturnIt) {
      EXPECT_EQ(action.until, date(row.until));
    }
    EXPECT_FALSE(action.from.known());
  }
}

TEST(DecideNextAction, OffersTheReturnOnlyWhereNothingMoreUrgentStands) {
  const Row kRows[] = {
      {S::Delivered, Sub::None, A::ReturnIt},
      {S::Delivered, Sub::Signed, A::ReturnIt},
      {S::Delivered, Sub::CollectedByCustomer, A::ReturnIt},
      {S::Delivered, Sub::LeftWithNeighbour, A::CheckNeighbour},
      {S::Delivered, Sub::LeftInLocker, A::CheckLocker},
      {S::Delivered, Sub::LeftAtSafePlace, A::CheckSafePlace},
      {S::InTransit, Sub::None, A::Nothing},
      {S::ReadyForPickup, Sub::None, A::PickUp},
      {S::Returned, Sub::None, A::ContactShop},
      {S::Exception, Sub::Damaged, A::ContactShop},
  };
  for (const Row& row : kRows) {
    Shipment shipment = returnable("2026-11-20");
    shipment.status = row.status;
    shipment.sub_status = row.sub_status;
    const NextAction action = decide_next_action(shipment, date("2026-11-03"));
    EXPECT_EQ(next_action_name(action.kind), next_action_name(row.expected))
        << status_name(row.status) << "/" << sub_status_name(row.sub_status);
    EXPECT_EQ(may_be_returned(shipment, date("2026-11-03")), row.status == S::Delivered);
  }
  Shipment back = returnable("2026-11-20");
  back.direction = Direction::Return;
  EXPECT_EQ(decide_next_action(back, date("2026-11-03")).kind, A::Nothing);
  Shipment nowhere = returnable("2026-11-20");
  nowhere.returns.url = {};
  EXPECT_EQ(decide_next_action(nowhere, date("2026-11-03")).kind, A::Nothing);
}

TEST(DecideNextAction, AsksNothingOfTheShopperForAReturnParcel) {
  Shipment shipment;
  shipment.direction = Direction::Return;
  shipment.status = S::AttemptFailed;
  EXPECT_EQ(decide_next_action(shipment, date("2026-11-03")).kind, A::Nothing);
  shipment.tracking_url = base::safe_url("https://carrier.example/1");
  EXPECT_EQ(decide_next_action(shipment, date("2026-11-03")).kind, A::TrackAtCarrier);
  shipment.status = S::Delivered;
  EXPECT_EQ(decide_next_action(shipment, date("2026-11-03")).kind, A::Nothing);
}

TEST(DecideNextAction, TurnsToTheCarrierAndThenToTheShopWhenNoScanComes) {
  Shipment shipment;
  shipment.status = S::InTransit;
  shipment.tracking_url = base::safe_url("https://carrier.example/1");
  shipment.checkpoints.emplace_back().time = date("2026-10-04");
  shipment.estimate.from = date("2027-01-01");
  EXPECT_EQ(decide_next_action(shipment, date("2026-10-10")).kind, A::NothingArrives);
  EXPECT_EQ(decide_next_action(shipment, date("2026-10-11")).kind, A::ContactCarrier);
  EXPECT_EQ(decide_next_action(shipment, date("2026-11-02")).kind, A::ContactCarrier);
  EXPECT_EQ(decide_next_action(shipment, date("2026-11-03")).kind, A::ContactShop);
}

}  // namespace
}  // namespace postlude::tracking
