#include "core/tracking/tracking_words.h"

#include "core/tracking/lateness.h"
#include "core/tracking/opening_hours.h"

namespace postlude::tracking {

using output::PhraseId;
using output::Text;

namespace {

// Whether an arrival date would still be true.
bool still_coming(ShipmentStatus status) {
  switch (status) {
    case ShipmentStatus::Unknown:
    case ShipmentStatus::Pending:
    case ShipmentStatus::LabelCreated:
    case ShipmentStatus::PickedUp:
    case ShipmentStatus::InTransit:
    case ShipmentStatus::OutForDelivery:
    case ShipmentStatus::AttemptFailed:
    case ShipmentStatus::Delayed:
    case ShipmentStatus::OnHold:
      return true;
    case ShipmentStatus::ReadyForPickup:
    case ShipmentStatus::Delivered:
    case ShipmentStatus::Exception:
    case ShipmentStatus::Returning:
    case ShipmentStatus::Returned:
    case ShipmentStatus::Cancelled:
    case ShipmentStatus::Expired:
      return false;
  }
  CHECK(false);
}

}  // namespace

PhraseId status_phrase(ShipmentStatus status) {
  switch (status) {
#define X(name, text)        \
  case ShipmentStatus::name: \
    return PhraseId::Status##name;
    POSTLUDE_SHIPMENT_STATUSES(X)
#undef X
  }
  CHECK(false);
}

PhraseId stage_phrase(ProgressStage stage, ShipmentStatus status) {
  switch (stage) {
    case ProgressStage::Ordered:
      return PhraseId::StageOrdered;
    case ProgressStage::Shipped:
      return PhraseId::StageShipped;
    case ProgressStage::InTransit:
      return PhraseId::StageInTransit;
    case ProgressStage::OutForDelivery:
      return status == ShipmentStatus::ReadyForPickup ? PhraseId::StageReadyForPickup
                                                      : PhraseId::StageOutForDelivery;
    case ProgressStage::Delivered:
      return PhraseId::StageDelivered;
  }
  CHECK(false);
}

std::optional<Text> estimate_text(const Shipment& shipment) {
  if (shipment.status == ShipmentStatus::Delivered) {
    if (!shipment.delivered_at.known()) return std::nullopt;
    return Text(PhraseId::TrackingDeliveredOn, {output::weekday_arg(shipment.delivered_at)});
  }
  if (!still_coming(shipment.status)) return std::nullopt;
  const Estimate& estimate = shipment.estimate;
  if (!estimate.known()) return Text(PhraseId::TrackingNoEstimate);
  const output::Arg from = output::weekday_arg(estimate.from);
  const bool window =
      estimate.until.known() && base::day_number(estimate.until) != base::day_number(estimate.from);
  const output::Arg until = output::weekday_arg(window ? estimate.until : estimate.from);
  switch (estimate.source) {
    case EstimateSource::Carrier:
      if (window) return Text(PhraseId::TrackingArrivesBetween, {from, until});
      return Text(PhraseId::TrackingArrives, {from});
    case EstimateSource::Promised:
      if (window) return Text(PhraseId::TrackingPromisedBetween, {from, until});
      return Text(PhraseId::TrackingPromised, {from});
    case EstimateSource::Predicted:
      if (window) return Text(PhraseId::TrackingPredictedBetween, {from, until});
      return Text(PhraseId::TrackingPredicted, {from});
  }
  CHECK(false);
}

std::optional<Text> lateness_text(const Shipment& shipment, const base::SourceTime& now) {
  const Lateness lateness = lateness_of(shipment, now);
  const output::Arg days = output::Arg::of_number(lateness.days);
  switch (lateness.kind) {
    case LatenessKind::OnTime:
      return Text(PhraseId::TrackingOnTime);
    case LatenessKind::Late:
      return Text(PhraseId::TrackingDaysLate, {days});
    case LatenessKind::RunningLate:
      return Text(PhraseId::TrackingRunningLate);
    case LatenessKind::Stale:
    case LatenessKind::Expired:
      return Text(PhraseId::TrackingStale, {days});
    case LatenessKind::Unknown:
      break;
  }
  const Estimate& estimate = shipment.estimate;
  const bool counted = estimate.confidence > 0 && estimate.source == EstimateSource::Predicted &&
                       still_coming(shipment.status);
  if (!counted) return std::nullopt;
  return Text(PhraseId::TrackingUsual, {output::Arg::of_number(estimate.confidence)});
}

std::optional<Text> opening_text(const Shipment& shipment, const base::SourceTime& now) {
  const std::string_view hours = hours_of(shipment.pickup, now);
  switch (opening_of(shipment.pickup, now)) {
    case Opening::Unknown:
      return std::nullopt;
    case Opening::Open:
      return Text(PhraseId::TrackingPickupOpen, {hours});
    case Opening::ClosedNow:
      return Text(PhraseId::TrackingPickupClosedNow, {hours});
    case Opening::ClosedToday:
      return Text(PhraseId::TrackingPickupClosed);
  }
  CHECK(false);
}

namespace {

// Each trouble has its own calm words; what is not here shares those of its action.
struct TroubleWords {
  NextActionKind kind;
  SubStatus sub_status;
  PhraseId words;
};
constexpr TroubleWords kTroubles[] = {
    {NextActionKind::ContactShop, SubStatus::Damaged, PhraseId::TodoDamaged},
    {NextActionKind::ContactShop, SubStatus::Lost, PhraseId::TodoLost},
    {NextActionKind::ContactShop, SubStatus::Destroyed, PhraseId::TodoDestroyed},
    {NextActionKind::ContactShop, SubStatus::Refused, PhraseId::TodoRefused},
    {NextActionKind::ContactShop, SubStatus::RejectedByCarrier, PhraseId::TodoRejected},
    {NextActionKind::ContactShop, SubStatus::Undeliverable, PhraseId::TodoUndeliverable},
    {NextActionKind::ContactCarrier, SubStatus::PickupMissed, PhraseId::TodoPickupMissed},
    {NextActionKind::ContactCarrier, SubStatus::SecurityProblem, PhraseId::TodoSecurity},
    {NextActionKind::ContactCarrier, SubStatus::Held, PhraseId::TodoHeld},
    {NextActionKind::ProvideDocuments, SubStatus::DocumentsNeeded, PhraseId::TodoGiveInformation},
    {NextActionKind::CorrectAddress, SubStatus::CustomerMoved, PhraseId::TodoCustomerMoved},
    {NextActionKind::ArrangeRedelivery, SubStatus::BusinessClosed, PhraseId::TodoBusinessClosed},
    {NextActionKind::ArrangeRedelivery, SubStatus::AccessDenied, PhraseId::TodoAccessDenied},
};

PhraseId shop_phrase(ShipmentStatus status) {
  if (status == ShipmentStatus::Returned) return PhraseId::TodoReturned;
  if (status == ShipmentStatus::Returning) return PhraseId::TodoComingBack;
  if (status == ShipmentStatus::Cancelled) return PhraseId::TodoCancelled;
  const bool silent = status == ShipmentStatus::Expired || should_be_moving(status);
  return silent ? PhraseId::TodoExpired : PhraseId::TodoContactShop;
}

PhraseId delivered_phrase(const Shipment& shipment) {
  return shipment.sub_status == SubStatus::CollectedByCustomer ? PhraseId::TodoCollected
                                                               : PhraseId::TodoDelivered;
}

PhraseId waiting_phrase(const Shipment& shipment) {
  if (shipment.sub_status == SubStatus::CustomsDelay) return PhraseId::TodoCustomsDelay;
  if (shipment.sub_status == SubStatus::WeatherDelay) return PhraseId::TodoWeatherDelay;
  if (shipment.sub_status == SubStatus::Missorted) return PhraseId::TodoMissorted;
  if (shipment.status == ShipmentStatus::Delayed) return PhraseId::TodoWaitDelayed;
  return PhraseId::TodoNothing;
}

}  // namespace

Text action_text(const NextAction& action, const Shipment& shipment) {
  for (const TroubleWords& row : kTroubles) {
    if (row.kind == action.kind && row.sub_status == shipment.sub_status) return row.words;
  }
  switch (action.kind) {
    case NextActionKind::Nothing:
      if (shipment.status == ShipmentStatus::Delivered) return delivered_phrase(shipment);
      if (shipment.status == ShipmentStatus::Returning) return PhraseId::TodoReturning;
      return waiting_phrase(shipment);
    case NextActionKind::NothingArrives:
      return {PhraseId::TodoNothingArrives,
              {output::weekday_arg(action.until.known() ? action.until : action.from)}};
    case NextActionKind::PickUp:
      return PhraseId::TodoPickUp;
    case NextActionKind::PayCharges:
      return PhraseId::TodoPayCharges;
    case NextActionKind::ProvideDocuments:
      return PhraseId::TodoCustomsInformation;
    case NextActionKind::CorrectAddress:
      return PhraseId::TodoCorrectAddress;
    case NextActionKind::ArrangeRedelivery:
      return PhraseId::TodoArrangeRedelivery;
    case NextActionKind::ReturnIt:
      if (!action.until.known()) return PhraseId::TodoReturn;
      return {PhraseId::TodoReturnUntil,
              {action.until.has_clock() ? output::moment_arg(action.until)
                                        : output::weekday_arg(action.until)}};
    case NextActionKind::SeeProof:
      if (shipment.signed_by.empty()) return PhraseId::TodoDelivered;
      return {PhraseId::TrackingSignedBy, {std::string_view(shipment.signed_by)}};
    case NextActionKind::CheckNeighbour:
      return PhraseId::TodoCheckNeighbour;
    case NextActionKind::CheckLocker:
      return PhraseId::TodoCheckLocker;
    case NextActionKind::CheckSafePlace:
      return PhraseId::TodoCheckSafePlace;
    case NextActionKind::ContactCarrier:
      return PhraseId::TodoContactCarrier;
    case NextActionKind::ContactShop:
      return shop_phrase(shipment.status);
    case NextActionKind::TrackAtCarrier: {
      const PhraseId waiting = waiting_phrase(shipment);
      return waiting == PhraseId::TodoNothing ? PhraseId::TodoTrackAtCarrier : waiting;
    }
  }
  CHECK(false);
}

bool asks_shopper(NextActionKind kind) {
  switch (kind) {
    case NextActionKind::Nothing:
    case NextActionKind::NothingArrives:
    case NextActionKind::ReturnIt:
    case NextActionKind::SeeProof:
    case NextActionKind::TrackAtCarrier:
      return false;
    case NextActionKind::PickUp:
    case NextActionKind::PayCharges:
    case NextActionKind::ProvideDocuments:
    case NextActionKind::CorrectAddress:
    case NextActionKind::ArrangeRedelivery:
    case NextActionKind::CheckNeighbour:
    case NextActionKind::CheckLocker:
    case NextActionKind::CheckSafePlace:
    case NextActionKind::ContactCarrier:
    case NextActionKind::ContactShop:
      return true;
  }
  CHECK(false);
}

}  // namespace postlude::tracking
