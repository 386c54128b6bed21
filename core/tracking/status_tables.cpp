#include "core/tracking/status_tables.h"

#include "core/tracking/code_table.h"

namespace postlude::tracking {
namespace {

using S = ShipmentStatus;
using Sub = SubStatus;

// AfterShip tracking API, tags and subtags
// (www.aftership.com/docs/tracking/enum/delivery-sub-statuses), read 2026-11. Pending_001 to _006
// tell apart why there is no news, which is the same to a shopper. Exception_014 and _015 are
// numbered but not documented: they fall back to their tag. OutForDelivery_002 changed its meaning
// over time ("available for pickup" in older lists), so its tag speaks for it.
constexpr CodeRow kAfterShip[] = {
    {"Pending", {S::Pending, Sub::None}},
    {"Pending_001", {S::Pending, Sub::None}},
    {"Pending_002", {S::Pending, Sub::None}},
    {"Pending_003", {S::Pending, Sub::None}},
    {"Pending_004", {S::Pending, Sub::None}},
    {"Pending_005", {S::Pending, Sub::None}},
    {"Pending_006", {S::Pending, Sub::None}},
    {"InfoReceived", {S::LabelCreated, Sub::None}},
    {"InfoReceived_001", {S::LabelCreated, Sub::None}},
    {"InTransit", {S::InTransit, Sub::None}},
    {"InTransit_001", {S::InTransit, Sub::None}},
    {"InTransit_002", {S::PickedUp, Sub::AcceptanceScan}},
    {"InTransit_003", {S::InTransit, Sub::ArrivedAtFacility}},
    {"InTransit_004", {S::InTransit, Sub::ArrivedInDestinationCountry}},
    {"InTransit_005", {S::InTransit, Sub::CustomsCleared}},
    {"InTransit_006", {S::InTransit, Sub::CustomsStarted}},
    {"InTransit_007", {S::InTransit, Sub::DepartedFacility}},
    {"InTransit_008", {S::InTransit, Sub::ProblemResolved}},
    {"InTransit_009", {S::InTransit, Sub::Forwarded}},
    {"OutForDelivery", {S::OutForDelivery, Sub::None}},
    {"OutForDelivery_001", {S::OutForDelivery, Sub::None}},
    {"OutForDelivery_002", {S::OutForDelivery, Sub::None}},
    {"OutForDelivery_003", {S::OutForDelivery, Sub::CustomerContacted}},
    {"OutForDelivery_004", {S::OutForDelivery, Sub::AppointmentMade}},
    {"AttemptFail", {S::AttemptFailed, Sub::None}},
    {"AttemptFail_001", {S::AttemptFailed, Sub::None}},
    {"AttemptFail_002", {S::AttemptFailed, Sub::RecipientAbsent}},
    {"AttemptFail_003", {S::AttemptFailed, Sub::BusinessClosed}},
    {"AvailableForPickup", {S::ReadyForPickup, Sub::None}},
    {"AvailableForPickup_001", {S::ReadyForPickup, Sub::None}},
    {"Delivered", {S::Delivered, Sub::None}},
    {"Delivered_001", {S::Delivered, Sub::None}},
    {"Delivered_002", {S::Delivered, Sub::CollectedByCustomer}},
    {"Delivered_003", {S::Delivered, Sub::Signed}},
    {"Delivered_004", {S::Delivered, Sub::CashOnDelivery}},
    {"Delivered_005", {S::Delivered, Sub::LeftWithNeighbour}},
    {"Exception", {S::Exception, Sub::None}},
    {"Exception_001", {S::Exception, Sub::None}},
    {"Exception_002", {S::Exception, Sub::CustomerMoved}},
    {"Exception_003", {S::Exception, Sub::Refused}},
    {"Exception_004", {S::Delayed, Sub::CustomsDelay}},
    {"Exception_005", {S::Delayed, Sub::ExternalDelay}},
    {"Exception_006", {S::OnHold, Sub::PaymentNeeded}},
    {"Exception_007", {S::Exception, Sub::AddressProblem}},
    {"Exception_008", {S::Exception, Sub::PickupMissed}},
    {"Exception_009", {S::Exception, Sub::RejectedByCarrier}},
    {"Exception_010", {S::Returning, Sub::None}},
    {"Exception_011", {S::Returned, Sub::None}},
    {"Exception_012", {S::Exception, Sub::Damaged}},
    {"Exception_013", {S::Exception, Sub::Lost}},
    {"Exception_016", {S::Delayed, Sub::ProcessingDelay}},
    {"Exception_017", {S::Delayed, Sub::WeatherDelay}},
    {"Exception_018", {S::OnHold, Sub::DocumentsNeeded}},
    {"Expired", {S::Expired, Sub::None}},
    {"Expired_001", {S::Expired, Sub::None}},
};

// EasyPost Tracker.status (docs.easypost.com/docs/trackers), read 2026-11.
constexpr CodeRow kEasyPost[] = {
    {"unknown", {S::Unknown, Sub::None}},
    {"pre_transit", {S::LabelCreated, Sub::None}},
    {"in_transit", {S::InTransit, Sub::None}},
    {"out_for_delivery", {S::OutForDelivery, Sub::None}},
    {"delivered", {S::Delivered, Sub::None}},
    {"available_for_pickup", {S::ReadyForPickup, Sub::None}},
    {"return_to_sender", {S::Returning, Sub::None}},
    {"failure", {S::Exception, Sub::None}},
    {"cancelled", {S::Cancelled, Sub::None}},
    {"error", {S::Exception, Sub::None}},
};

// EasyPost Tracker.status_detail, the same page. Unknown means: what the status says.
constexpr CodeRow kEasyPostDetail[] = {
    {"address_correction", {S::OnHold, Sub::AddressProblem}},
    {"arrived_at_destination", {S::Unknown, Sub::ArrivedAtFacility}},
    {"arrived_at_facility", {S::Unknown, Sub::ArrivedAtFacility}},
    {"arrived_at_pickup_location", {S::ReadyForPickup, Sub::None}},
    {"awaiting_information", {S::OnHold, Sub::None}},
    {"cancelled", {S::Cancelled, Sub::None}},
    {"damaged", {S::Exception, Sub::Damaged}},
    {"delayed", {S::Delayed, Sub::None}},
    {"delivery_exception", {S::AttemptFailed, Sub::None}},
    {"departed_facility", {S::Unknown, Sub::DepartedFacility}},
    {"departed_origin_facility", {S::Unknown, Sub::DepartedFacility}},
    {"expired", {S::Expired, Sub::None}},
    {"failure", {S::Exception, Sub::None}},
    {"held", {S::OnHold, Sub::Held}},
    {"in_transit", {S::Unknown, Sub::None}},
    {"label_created", {S::LabelCreated, Sub::None}},
    {"lost", {S::Exception, Sub::Lost}},
    {"missorted", {S::Unknown, Sub::Missorted}},
    {"out_for_delivery", {S::OutForDelivery, Sub::None}},
    {"received_at_destination_facility", {S::Unknown, Sub::ArrivedAtFacility}},
    {"received_at_origin_facility", {S::PickedUp, Sub::AcceptanceScan}},
    {"refused", {S::Exception, Sub::Refused}},
    {"return", {S::Returning, Sub::None}},
    {"status_update", {S::Unknown, Sub::None}},
    {"transferred_to_destination_carrier", {S::Unknown, Sub::HandedToLocalCarrier}},
    {"transit_exception", {S::Delayed, Sub::None}},
    {"unknown", {S::Unknown, Sub::None}},
    {"weather_delay", {S::Delayed, Sub::WeatherDelay}},
};

// Shippo TrackingStatus.status (docs.goshippo.com, Tracking), read 2026-11. Label-created events
// come as UNKNOWN in older answers.
constexpr CodeRow kShippo[] = {
    {"UNKNOWN", {S::Pending, Sub::None}},   {"PRE_TRANSIT", {S::LabelCreated, Sub::None}},
    {"TRANSIT", {S::InTransit, Sub::None}}, {"DELIVERED", {S::Delivered, Sub::None}},
    {"RETURNED", {S::Returned, Sub::None}}, {"FAILURE", {S::Exception, Sub::None}},
};

// Shippo TrackingStatus.substatus.code, as public clients list them, read 2026-11. Unknown means:
// what the status says.
constexpr CodeRow kShippoSub[] = {
    {"information_received", {S::LabelCreated, Sub::None}},
    {"address_issue", {S::OnHold, Sub::AddressProblem}},
    {"contact_carrier", {S::OnHold, Sub::None}},
    {"delayed", {S::Delayed, Sub::None}},
    {"delivery_attempted", {S::AttemptFailed, Sub::None}},
    {"delivery_rescheduled", {S::Unknown, Sub::AppointmentMade}},
    {"delivery_scheduled", {S::Unknown, Sub::AppointmentMade}},
    {"location_inaccessible", {S::AttemptFailed, Sub::AccessDenied}},
    {"notice_left", {S::AttemptFailed, Sub::NoticeLeft}},
    {"out_for_delivery", {S::OutForDelivery, Sub::None}},
    {"package_accepted", {S::PickedUp, Sub::AcceptanceScan}},
    {"package_arrived", {S::Unknown, Sub::ArrivedAtFacility}},
    {"package_damaged", {S::Exception, Sub::Damaged}},
    {"package_departed", {S::Unknown, Sub::DepartedFacility}},
    {"package_forwarded", {S::Unknown, Sub::Forwarded}},
    {"package_held", {S::OnHold, Sub::Held}},
    {"package_processed", {S::Unknown, Sub::None}},
    {"package_processing", {S::Unknown, Sub::None}},
    {"pickup_available", {S::ReadyForPickup, Sub::None}},
    {"reschedule_delivery", {S::OnHold, Sub::None}},
    {"delivered", {S::Unknown, Sub::None}},
    {"return_to_sender", {S::Returning, Sub::None}},
    {"package_unclaimed", {S::Unknown, Sub::PickupMissed}},
    {"package_undeliverable", {S::Exception, Sub::Undeliverable}},
    {"package_disposed", {S::Exception, Sub::Destroyed}},
    {"package_lost", {S::Exception, Sub::Lost}},
    {"other", {S::Unknown, Sub::None}},
};

// karrio TrackingStatus (modules/sdk/karrio/core/units.py), read 2026-11.
constexpr CodeRow kKarrio[] = {
    {"pending", {S::Pending, Sub::None}},
    {"unknown", {S::Unknown, Sub::None}},
    {"picked_up", {S::PickedUp, Sub::None}},
    {"in_transit", {S::InTransit, Sub::None}},
    {"out_for_delivery", {S::OutForDelivery, Sub::None}},
    {"ready_for_pickup", {S::ReadyForPickup, Sub::None}},
    {"delivered", {S::Delivered, Sub::None}},
    {"delivery_delayed", {S::Delayed, Sub::None}},
    {"delivery_failed", {S::AttemptFailed, Sub::None}},
    {"on_hold", {S::OnHold, Sub::None}},
    {"return_to_sender", {S::Returning, Sub::None}},
    {"cancelled", {S::Cancelled, Sub::None}},
};

// Words inside karrio's TrackingIncidentReason values (the same file: 36 of them in the families
// carrier_, retailer_, consignee_, customs_, weather_ and force majeure, a set that grows). The
// first word that is found decides, so that a member of tomorrow is read like its sisters.
constexpr CodeRow kKarrioReasonWords[] = {
    {"damage", {S::Unknown, Sub::Damaged}},
    {"lost", {S::Unknown, Sub::Lost}},
    {"missing_parcel", {S::Unknown, Sub::Lost}},
    {"destroyed", {S::Unknown, Sub::Destroyed}},
    {"disposed", {S::Unknown, Sub::Destroyed}},
    {"refused", {S::Unknown, Sub::Refused}},
    {"rejected", {S::Unknown, Sub::Refused}},
    {"moved", {S::Unknown, Sub::CustomerMoved}},
    {"address", {S::Unknown, Sub::AddressProblem}},
    {"not_home", {S::Unknown, Sub::RecipientAbsent}},
    {"not_available", {S::Unknown, Sub::RecipientAbsent}},
    {"unavailable", {S::Unknown, Sub::RecipientAbsent}},
    {"absent", {S::Unknown, Sub::RecipientAbsent}},
    {"closed", {S::Unknown, Sub::BusinessClosed}},
    {"access", {S::Unknown, Sub::AccessDenied}},
    {"unclaimed", {S::Unknown, Sub::PickupMissed}},
    {"not_collected", {S::Unknown, Sub::PickupMissed}},
    {"undeliverable", {S::Unknown, Sub::Undeliverable}},
    {"security", {S::Unknown, Sub::SecurityProblem}},
    {"prohibited", {S::Unknown, Sub::SecurityProblem}},
    {"weather", {S::Unknown, Sub::WeatherDelay}},
    {"natural_disaster", {S::Unknown, Sub::WeatherDelay}},
    {"force_majeure", {S::Unknown, Sub::ExternalDelay}},
    {"strike", {S::Unknown, Sub::ExternalDelay}},
    {"traffic", {S::Unknown, Sub::ExternalDelay}},
    {"sort", {S::Unknown, Sub::Missorted}},
    {"misroute", {S::Unknown, Sub::Missorted}},
    {"vehicle", {S::Unknown, Sub::ProcessingDelay}},
    {"not_enough_time", {S::Unknown, Sub::ProcessingDelay}},
    {"capacity", {S::Unknown, Sub::ProcessingDelay}},
    {"duties", {S::Unknown, Sub::PaymentNeeded}},
    {"payment", {S::Unknown, Sub::PaymentNeeded}},
    {"unpaid", {S::Unknown, Sub::PaymentNeeded}},
    {"document", {S::Unknown, Sub::DocumentsNeeded}},
    {"information", {S::Unknown, Sub::CustomsInformationNeeded}},
    {"customs", {S::Unknown, Sub::CustomsDelay}},
    {"hold", {S::Unknown, Sub::Held}},
};

// A detail speaks where the status leaves the story open; the end of a story it only colours.
bool is_open(S status) {
  return status == S::Unknown || status == S::Pending || status == S::LabelCreated ||
         status == S::InTransit || status == S::Exception;
}

Meaning refine(Meaning coarse, const Meaning* detail) {
  if (detail == nullptr) return coarse;
  if (is_open(coarse.status) && detail->status != S::Unknown) coarse.status = detail->status;
  coarse.sub_status = detail->sub_status;
  return coarse;
}

}  // namespace

Meaning meaning_of_aftership(std::string_view tag, std::string_view subtag) {
  if (!subtag.empty()) {
    const Meaning found = find_code_or_family(kAfterShip, subtag);
    if (found.status != S::Unknown) return found;
  }
  return find_code_or_family(kAfterShip, tag);
}

Meaning meaning_of_easypost(std::string_view status, std::string_view status_detail) {
  return refine(find_code_or_family(kEasyPost, status), find_code(kEasyPostDetail, status_detail));
}

Meaning meaning_of_shippo(std::string_view status, std::string_view substatus,
                          ActionRequired action) {
  Meaning meaning = find_code_or_family(kShippo, status);
  // RETURNED alone is over; "return_to_sender" under it says that it is still on its way.
  if (meaning.status == S::Returned && same_code(substatus, "return_to_sender")) {
    return {S::Returning, Sub::None};
  }
  meaning = refine(meaning, find_code(kShippoSub, substatus));
  if (meaning.status == S::InTransit && action == ActionRequired::Yes) meaning.status = S::OnHold;
  return meaning;
}

Meaning meaning_of_karrio(std::string_view status, std::string_view reason) {
  Meaning meaning = find_code_or_family(kKarrio, status);
  for (const CodeRow& row : kKarrioReasonWords) {
    if (reason.find(row.code) == std::string_view::npos) continue;
    meaning.sub_status = row.meaning.sub_status;
    break;
  }
  return meaning;
}

}  // namespace postlude::tracking
