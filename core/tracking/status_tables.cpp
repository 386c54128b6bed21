#include "core/tracking/status_tables.h"

#include <span>

namespace postlude::tracking {
namespace {

using S = ShipmentStatus;
using Sub = SubStatus;

struct Row {
  std::string_view code;
  Meaning meaning;
};

using Table = std::span<const Row>;

// AfterShip tracking API, tags and subtags
// (www.aftership.com/docs/tracking/enum/delivery-sub-statuses), read 2026-11. Exception_014 and
// _015 are numbered but not documented: they fall back to their tag. OutForDelivery_002 changed its
// meaning over time, so its tag speaks for it too.
constexpr Row kAfterShip[] = {
    {"Pending", {S::Pending, Sub::None}},
    {"InfoReceived", {S::LabelCreated, Sub::None}},
    {"InTransit", {S::InTransit, Sub::None}},
    {"InTransit_002", {S::PickedUp, Sub::AcceptanceScan}},
    {"InTransit_003", {S::InTransit, Sub::ArrivedAtFacility}},
    {"InTransit_004", {S::InTransit, Sub::ArrivedInDestinationCountry}},
    {"InTransit_005", {S::InTransit, Sub::CustomsCleared}},
    {"InTransit_006", {S::InTransit, Sub::CustomsStarted}},
    {"InTransit_007", {S::InTransit, Sub::DepartedFacility}},
    {"InTransit_008", {S::InTransit, Sub::ProblemResolved}},
    {"InTransit_009", {S::InTransit, Sub::Forwarded}},
    {"OutForDelivery", {S::OutForDelivery, Sub::None}},
    {"OutForDelivery_003", {S::OutForDelivery, Sub::CustomerContacted}},
    {"OutForDelivery_004", {S::OutForDelivery, Sub::AppointmentMade}},
    {"AttemptFail", {S::AttemptFailed, Sub::None}},
    {"AttemptFail_002", {S::AttemptFailed, Sub::RecipientAbsent}},
    {"AttemptFail_003", {S::AttemptFailed, Sub::BusinessClosed}},
    {"AvailableForPickup", {S::ReadyForPickup, Sub::None}},
    {"Delivered", {S::Delivered, Sub::None}},
    {"Delivered_002", {S::Delivered, Sub::CollectedByCustomer}},
    {"Delivered_003", {S::Delivered, Sub::Signed}},
    {"Delivered_004", {S::Delivered, Sub::CashOnDelivery}},
    {"Delivered_005", {S::Delivered, Sub::LeftWithNeighbour}},
    {"Exception", {S::Exception, Sub::None}},
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
};

// EasyPost Tracker.status (docs.easypost.com/docs/trackers), read 2026-11.
constexpr Row kEasyPost[] = {
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
constexpr Row kEasyPostDetail[] = {
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
constexpr Row kShippo[] = {
    {"UNKNOWN", {S::Pending, Sub::None}},   {"PRE_TRANSIT", {S::LabelCreated, Sub::None}},
    {"TRANSIT", {S::InTransit, Sub::None}}, {"DELIVERED", {S::Delivered, Sub::None}},
    {"RETURNED", {S::Returned, Sub::None}}, {"FAILURE", {S::Exception, Sub::None}},
};

// Shippo TrackingStatus.substatus.code, as public clients list them, read 2026-11. Unknown means:
// what the status says.
constexpr Row kShippoSub[] = {
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
constexpr Row kKarrio[] = {
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

// Words inside karrio's TrackingIncidentReason values (the same file: families carrier_,
// consignee_, customs_, weather_ ...). The first word that is found decides.
constexpr Row kKarrioReasonWords[] = {
    {"damage", {S::Unknown, Sub::Damaged}},
    {"lost", {S::Unknown, Sub::Lost}},
    {"refused", {S::Unknown, Sub::Refused}},
    {"address", {S::Unknown, Sub::AddressProblem}},
    {"not_home", {S::Unknown, Sub::RecipientAbsent}},
    {"not_available", {S::Unknown, Sub::RecipientAbsent}},
    {"closed", {S::Unknown, Sub::BusinessClosed}},
    {"access", {S::Unknown, Sub::AccessDenied}},
    {"weather", {S::Unknown, Sub::WeatherDelay}},
    {"sort", {S::Unknown, Sub::Missorted}},
    {"duties", {S::Unknown, Sub::PaymentNeeded}},
    {"document", {S::Unknown, Sub::DocumentsNeeded}},
    {"customs", {S::Unknown, Sub::CustomsDelay}},
};

// Shopify FulfillmentEventStatus (Admin, customer and unstable APIs; REST writes it in lower case),
// read 2026-11.
constexpr Row kShopify[] = {
    {"attempted_delivery", {S::AttemptFailed, Sub::None}},
    {"carrier_picked_up", {S::PickedUp, Sub::None}},
    {"confirmed", {S::Pending, Sub::None}},
    {"delayed", {S::Delayed, Sub::None}},
    {"delivered", {S::Delivered, Sub::None}},
    {"failure", {S::Exception, Sub::None}},
    {"in_transit", {S::InTransit, Sub::None}},
    {"label_printed", {S::LabelCreated, Sub::None}},
    {"label_purchased", {S::LabelCreated, Sub::None}},
    {"out_for_delivery", {S::OutForDelivery, Sub::None}},
    {"ready_for_pickup", {S::ReadyForPickup, Sub::None}},
    {"picked_up", {S::Delivered, Sub::CollectedByCustomer}},
    {"buyer_action_required", {S::OnHold, Sub::None}},
    {"ready_for_recipient_pickup", {S::ReadyForPickup, Sub::None}},
    {"returning_to_sender", {S::Returning, Sub::None}},
};

// 17TRACK API v2 (api.17track.net/en/doc, package main and sub-status), read 2026-11.
constexpr Row k17Track[] = {
    {"NotFound", {S::Pending, Sub::None}},
    {"InfoReceived", {S::LabelCreated, Sub::None}},
    {"InTransit", {S::InTransit, Sub::None}},
    {"InTransit_PickedUp", {S::PickedUp, Sub::AcceptanceScan}},
    {"InTransit_Departure", {S::InTransit, Sub::DepartedFacility}},
    {"InTransit_Arrival", {S::InTransit, Sub::ArrivedAtFacility}},
    {"InTransit_CustomsProcessing", {S::InTransit, Sub::CustomsStarted}},
    {"InTransit_CustomsReleased", {S::InTransit, Sub::CustomsCleared}},
    {"InTransit_CustomsRequiringInformation", {S::OnHold, Sub::CustomsInformationNeeded}},
    {"Expired", {S::Expired, Sub::None}},
    {"AvailableForPickup", {S::ReadyForPickup, Sub::None}},
    {"OutForDelivery", {S::OutForDelivery, Sub::None}},
    {"DeliveryFailure", {S::AttemptFailed, Sub::None}},
    {"DeliveryFailure_NoBody", {S::AttemptFailed, Sub::RecipientAbsent}},
    {"DeliveryFailure_Security", {S::AttemptFailed, Sub::SecurityProblem}},
    {"DeliveryFailure_Rejected", {S::AttemptFailed, Sub::Refused}},
    {"DeliveryFailure_InvalidAddress", {S::AttemptFailed, Sub::AddressProblem}},
    {"Delivered", {S::Delivered, Sub::None}},
    {"Exception", {S::Exception, Sub::None}},
    {"Exception_Returning", {S::Returning, Sub::None}},
    {"Exception_Returned", {S::Returned, Sub::None}},
    {"Exception_NoBody", {S::Exception, Sub::RecipientAbsent}},
    {"Exception_Security", {S::Exception, Sub::SecurityProblem}},
    {"Exception_Damage", {S::Exception, Sub::Damaged}},
    {"Exception_Rejected", {S::Exception, Sub::Refused}},
    {"Exception_Delayed", {S::Delayed, Sub::None}},
    {"Exception_Lost", {S::Exception, Sub::Lost}},
    {"Exception_Destroyed", {S::Exception, Sub::Destroyed}},
    {"Exception_Cancel", {S::Cancelled, Sub::None}},
};

// 17TRACK's numeric states before v2 (github.com/bachya/py17track), read 2026-11. 50 is "alert".
constexpr Row k17TrackStates[] = {
    {"0", {S::Pending, Sub::None}},        {"10", {S::InTransit, Sub::None}},
    {"20", {S::Expired, Sub::None}},       {"30", {S::ReadyForPickup, Sub::None}},
    {"35", {S::AttemptFailed, Sub::None}}, {"40", {S::Delivered, Sub::None}},
    {"50", {S::Exception, Sub::None}},
};

// UCP fulfillment_event.type (ucp.dev/schemas/shopping), read 2026-11. An open set.
constexpr Row kUcp[] = {
    {"processing", {S::Pending, Sub::None}},
    {"shipped", {S::PickedUp, Sub::None}},
    {"in_transit", {S::InTransit, Sub::None}},
    {"delivered", {S::Delivered, Sub::None}},
    {"failed_attempt", {S::AttemptFailed, Sub::None}},
    {"canceled", {S::Cancelled, Sub::None}},
    {"undeliverable", {S::Exception, Sub::Undeliverable}},
    {"returned_to_sender", {S::Returned, Sub::None}},
};

// schema.org OrderStatus (schema.org/OrderStatus), read 2026-11.
constexpr Row kSchemaOrg[] = {
    {"OrderPaymentDue", {S::Pending, Sub::None}},
    {"OrderProcessing", {S::Pending, Sub::None}},
    {"OrderInTransit", {S::InTransit, Sub::None}},
    {"OrderPickupAvailable", {S::ReadyForPickup, Sub::None}},
    {"OrderDelivered", {S::Delivered, Sub::None}},
    {"OrderProblem", {S::Exception, Sub::None}},
    {"OrderCancelled", {S::Cancelled, Sub::None}},
    {"OrderReturned", {S::Returned, Sub::None}},
};

// parcelLab status names (github.com/parcelLab/parcelLab-js-plugin, src/js/lib/static.js), read
// 2026-11. "Upgrade" says nothing of the parcel's place.
constexpr Row kParcelLab[] = {
    {"OrderProcessed", {S::Pending, Sub::None}},
    {"WarehousePrepared", {S::Pending, Sub::None}},
    {"Pending", {S::Pending, Sub::None}},
    {"PickUpScheduled", {S::LabelCreated, Sub::None}},
    {"Upgrade", {S::Unknown, Sub::None}},
    {"InboundScan", {S::PickedUp, Sub::AcceptanceScan}},
    {"InTransit", {S::InTransit, Sub::None}},
    {"ExportHub", {S::InTransit, Sub::None}},
    {"ImportHub", {S::InTransit, Sub::None}},
    {"DestinationDeliveryCenter", {S::InTransit, Sub::ArrivedAtFacility}},
    {"DestinationDeliveryDepot", {S::InTransit, Sub::ArrivedAtFacility}},
    {"OutForDelivery", {S::OutForDelivery, Sub::None}},
    {"Rerouted", {S::InTransit, Sub::Forwarded}},
    {"FailedAttemptFirst", {S::AttemptFailed, Sub::None}},
    {"FailedAttemptSecond", {S::AttemptFailed, Sub::None}},
    {"FailedAttemptFinal", {S::AttemptFailed, Sub::None}},
    {"PickupReadyToday", {S::ReadyForPickup, Sub::None}},
    {"PickupReadyNextDay", {S::ReadyForPickup, Sub::None}},
    {"Delivered", {S::Delivered, Sub::None}},
    {"ReturnProcessed", {S::Returned, Sub::None}},
    {"Exception", {S::Exception, Sub::None}},
    {"Stored", {S::OnHold, Sub::Held}},
    {"Return", {S::Returning, Sub::None}},
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_code(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); ++i) {
    if (lower(a[i]) != lower(b[i])) return false;
  }
  return true;
}

const Meaning* find(Table table, std::string_view code) {
  for (const Row& row : table) {
    if (same_code(row.code, code)) return &row.meaning;
  }
  return nullptr;
}

// The code itself, else its family (before the last "_", again and again), else our own word.
Meaning find_or_family(Table table, std::string_view code) {
  for (std::string_view family = code; !family.empty();) {
    if (const Meaning* found = find(table, family)) return *found;
    const size_t at = family.rfind('_');
    family = family.substr(0, at == std::string_view::npos ? 0 : at);
  }
  return {status_from(code).value_or(S::Unknown), Sub::None};
}

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
    const Meaning found = find_or_family(kAfterShip, subtag);
    if (found.status != S::Unknown) return found;
  }
  return find_or_family(kAfterShip, tag);
}

Meaning meaning_of_easypost(std::string_view status, std::string_view status_detail) {
  return refine(find_or_family(kEasyPost, status), find(kEasyPostDetail, status_detail));
}

Meaning meaning_of_shippo(std::string_view status, std::string_view substatus,
                          ActionRequired action) {
  Meaning meaning = find_or_family(kShippo, status);
  // RETURNED alone is over; "return_to_sender" under it says that it is still on its way.
  if (meaning.status == S::Returned && same_code(substatus, "return_to_sender")) {
    return {S::Returning, Sub::None};
  }
  meaning = refine(meaning, find(kShippoSub, substatus));
  if (meaning.status == S::InTransit && action == ActionRequired::Yes) meaning.status = S::OnHold;
  return meaning;
}

Meaning meaning_of_karrio(std::string_view status, std::string_view reason) {
  Meaning meaning = find_or_family(kKarrio, status);
  for (const Row& row : kKarrioReasonWords) {
    if (reason.find(row.code) == std::string_view::npos) continue;
    meaning.sub_status = row.meaning.sub_status;
    break;
  }
  return meaning;
}

Meaning meaning_of_shopify_event(std::string_view status) {
  return find_or_family(kShopify, status);
}

Meaning meaning_of_17track(std::string_view status, std::string_view sub_status) {
  if (!sub_status.empty()) {
    const Meaning found = find_or_family(k17Track, sub_status);
    if (found.status != S::Unknown) return found;
  }
  return find_or_family(k17Track, status);
}

Meaning meaning_of_17track_state(std::string_view state) {
  const Meaning* found = find(k17TrackStates, state);
  return found != nullptr ? *found : Meaning{};
}

Meaning meaning_of_ucp(std::string_view type) { return find_or_family(kUcp, type); }

Meaning meaning_of_schema_org(std::string_view order_status) {
  for (const std::string_view prefix : {"https://schema.org/", "http://schema.org/"}) {
    if (order_status.starts_with(prefix)) order_status.remove_prefix(prefix.size());
  }
  return find_or_family(kSchemaOrg, order_status);
}

Meaning meaning_of_parcellab(std::string_view name) { return find_or_family(kParcelLab, name); }

}  // namespace postlude::tracking
