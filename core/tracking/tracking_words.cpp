#include "core/tracking/tracking_words.h"

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

Text action_text(const NextAction& action, const Shipment& shipment) {
  switch (action.kind) {
    case NextActionKind::Nothing:
      if (shipment.status == ShipmentStatus::Delivered) return PhraseId::TodoDelivered;
      if (shipment.status == ShipmentStatus::Returning) return PhraseId::TodoReturning;
      if (shipment.status == ShipmentStatus::Delayed) return PhraseId::TodoWaitDelayed;
      return PhraseId::TodoNothing;
    case NextActionKind::NothingArrives:
      return {PhraseId::TodoNothingArrives,
              {output::weekday_arg(action.until.known() ? action.until : action.from)}};
    case NextActionKind::PickUp:
      return PhraseId::TodoPickUp;
    case NextActionKind::PayCharges:
      return PhraseId::TodoPayCharges;
    case NextActionKind::ProvideDocuments:
      return PhraseId::TodoGiveInformation;
    case NextActionKind::CorrectAddress:
      return PhraseId::TodoCorrectAddress;
    case NextActionKind::ArrangeRedelivery:
      return PhraseId::TodoArrangeRedelivery;
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
      return PhraseId::TodoContactShop;
    case NextActionKind::TrackAtCarrier:
      return PhraseId::TodoTrackAtCarrier;
  }
  CHECK(false);
}

bool asks_shopper(NextActionKind kind) {
  switch (kind) {
    case NextActionKind::Nothing:
    case NextActionKind::NothingArrives:
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
