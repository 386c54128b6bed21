#include "core/tracking/next_action.h"

#include "core/base/check.h"
#include "core/tracking/lateness.h"

namespace postlude::tracking {
namespace {

using Kind = NextActionKind;

constexpr std::string_view kNames[] = {
#define X(name, text) text,
    POSTLUDE_NEXT_ACTIONS(X)
#undef X
};

// What a sub-status asks for wherever it appears in trouble; Nothing when it asks for nothing of
// its own and the status decides.
Kind asked_by(SubStatus sub_status) {
  switch (sub_status) {
    case SubStatus::PaymentNeeded:
      return Kind::PayCharges;
    case SubStatus::CustomsInformationNeeded:
    case SubStatus::DocumentsNeeded:
      return Kind::ProvideDocuments;
    case SubStatus::AddressProblem:
    case SubStatus::CustomerMoved:
      return Kind::CorrectAddress;
    case SubStatus::RecipientAbsent:
    case SubStatus::BusinessClosed:
    case SubStatus::AccessDenied:
    case SubStatus::NoticeLeft:
      return Kind::ArrangeRedelivery;
    case SubStatus::PickupMissed:
    case SubStatus::SecurityProblem:
      return Kind::ContactCarrier;
    case SubStatus::Refused:
    case SubStatus::RejectedByCarrier:
    case SubStatus::Damaged:
    case SubStatus::Lost:
    case SubStatus::Destroyed:
    case SubStatus::Undeliverable:
      return Kind::ContactShop;
    case SubStatus::None:
    case SubStatus::AcceptanceScan:
    case SubStatus::ArrivedAtFacility:
    case SubStatus::DepartedFacility:
    case SubStatus::ArrivedInDestinationCountry:
    case SubStatus::CustomsStarted:
    case SubStatus::CustomsCleared:
    case SubStatus::Held:
    case SubStatus::Forwarded:
    case SubStatus::ProblemResolved:
    case SubStatus::HandedToLocalCarrier:
    case SubStatus::AppointmentMade:
    case SubStatus::CustomerContacted:
    case SubStatus::CustomsDelay:
    case SubStatus::WeatherDelay:
    case SubStatus::ProcessingDelay:
    case SubStatus::ExternalDelay:
    case SubStatus::Missorted:
    case SubStatus::Signed:
    case SubStatus::CollectedByCustomer:
    case SubStatus::CashOnDelivery:
    case SubStatus::LeftWithNeighbour:
    case SubStatus::LeftInLocker:
    case SubStatus::LeftAtSafePlace:
      return Kind::Nothing;
  }
  CHECK(false);
}

Kind asked_or(SubStatus sub_status, Kind otherwise) {
  const Kind asked = asked_by(sub_status);
  return asked == Kind::Nothing ? otherwise : asked;
}

NextAction after_delivery(const Shipment& shipment, const base::SourceTime& now) {
  if (shipment.sub_status == SubStatus::LeftWithNeighbour) return {Kind::CheckNeighbour, {}, {}};
  if (shipment.sub_status == SubStatus::LeftInLocker) return {Kind::CheckLocker, {}, {}};
  if (shipment.sub_status == SubStatus::LeftAtSafePlace) return {Kind::CheckSafePlace, {}, {}};
  if (may_be_returned(shipment, now)) return {Kind::ReturnIt, {}, shipment.returns.until};
  const bool is_signed = shipment.sub_status == SubStatus::Signed || !shipment.signed_by.empty();
  return {is_signed ? Kind::SeeProof : Kind::Nothing, {}, {}};
}

bool is_past(const base::SourceTime& end, const base::SourceTime& now) {
  if (!end.known() || !now.known()) return false;
  const auto end_ms = base::instant_ms(end);
  const auto now_ms = base::instant_ms(now);
  if (end_ms && now_ms) return *end_ms < *now_ms;
  return base::day_number(end) < base::day_number(now);
}

NextAction follow(const Shipment& shipment, base::SourceTime today) {
  const Estimate& estimate = shipment.estimate;
  if (estimate.known()) {
    const base::SourceTime last = estimate.until.known() ? estimate.until : estimate.from;
    const bool passed = today.known() && base::day_number(last) < base::day_number(today);
    if (!passed) return {Kind::NothingArrives, estimate.from, estimate.until};
  }
  const bool has_carrier_page =
      !shipment.tracking_url.empty() && shipment.status != ShipmentStatus::Pending;
  return {has_carrier_page ? Kind::TrackAtCarrier : Kind::Nothing, {}, {}};
}

NextAction of_return(const Shipment& shipment) {
  const bool over = shipment.status == ShipmentStatus::Delivered ||
                    shipment.status == ShipmentStatus::Returned ||
                    shipment.status == ShipmentStatus::Cancelled || shipment.tracking_url.empty();
  return {over ? Kind::Nothing : Kind::TrackAtCarrier, {}, {}};
}

}  // namespace

std::string_view next_action_name(NextActionKind kind) { return kNames[static_cast<size_t>(kind)]; }

bool may_be_returned(const Shipment& shipment, const base::SourceTime& now) {
  return shipment.status == ShipmentStatus::Delivered &&
         shipment.direction == Direction::Outbound && !shipment.returns.url.empty() &&
         !is_past(shipment.returns.until, now);
}

NextAction decide_next_action(const Shipment& shipment, base::SourceTime now) {
  if (shipment.direction == Direction::Return) return of_return(shipment);
  switch (shipment.status) {
    case ShipmentStatus::Delivered:
      return after_delivery(shipment, now);
    case ShipmentStatus::ReadyForPickup:
      return {shipment.sub_status == SubStatus::PaymentNeeded ? Kind::PayCharges : Kind::PickUp,
              {},
              {}};
    case ShipmentStatus::AttemptFailed:
      return {asked_or(shipment.sub_status, Kind::ArrangeRedelivery), {}, {}};
    case ShipmentStatus::OnHold:
    case ShipmentStatus::Exception:
      return {asked_or(shipment.sub_status, Kind::ContactCarrier), {}, {}};
    case ShipmentStatus::Returning:
    case ShipmentStatus::Returned:
    case ShipmentStatus::Cancelled:
    case ShipmentStatus::Expired:
      return {Kind::ContactShop, {}, {}};
    case ShipmentStatus::Unknown:
    case ShipmentStatus::Pending:
    case ShipmentStatus::LabelCreated:
    case ShipmentStatus::PickedUp:
    case ShipmentStatus::InTransit:
    case ShipmentStatus::OutForDelivery:
    case ShipmentStatus::Delayed:
      break;
  }
  const LatenessKind lateness = lateness_of(shipment, now).kind;
  if (lateness == LatenessKind::Expired) return {Kind::ContactShop, {}, {}};
  const Kind asked = asked_by(shipment.sub_status);
  if (asked != Kind::Nothing) return {asked, {}, {}};
  if (lateness == LatenessKind::Stale) return {Kind::ContactCarrier, {}, {}};
  return follow(shipment, now);
}

}  // namespace postlude::tracking
