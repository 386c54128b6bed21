#include "core/tracking/code_table.h"
#include "core/tracking/status_tables.h"

// The sources that say one word: Shopify, 17TRACK, UCP, schema.org, parcelLab.

namespace postlude::tracking {
namespace {

using S = ShipmentStatus;
using Sub = SubStatus;

// Shopify FulfillmentEventStatus (Admin, customer and unstable APIs; REST writes it in lower case),
// read 2026-11.
constexpr CodeRow kShopify[] = {
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
constexpr CodeRow k17Track[] = {
    {"NotFound", {S::Pending, Sub::None}},
    {"NotFound_Other", {S::Pending, Sub::None}},
    {"NotFound_InvalidCode", {S::Pending, Sub::None}},
    {"InfoReceived", {S::LabelCreated, Sub::None}},
    {"InTransit", {S::InTransit, Sub::None}},
    {"InTransit_Other", {S::InTransit, Sub::None}},
    {"InTransit_PickedUp", {S::PickedUp, Sub::AcceptanceScan}},
    {"InTransit_Departure", {S::InTransit, Sub::DepartedFacility}},
    {"InTransit_Arrival", {S::InTransit, Sub::ArrivedAtFacility}},
    {"InTransit_CustomsProcessing", {S::InTransit, Sub::CustomsStarted}},
    {"InTransit_CustomsReleased", {S::InTransit, Sub::CustomsCleared}},
    {"InTransit_CustomsRequiringInformation", {S::OnHold, Sub::CustomsInformationNeeded}},
    {"Expired", {S::Expired, Sub::None}},
    {"Expired_Other", {S::Expired, Sub::None}},
    {"AvailableForPickup", {S::ReadyForPickup, Sub::None}},
    {"AvailableForPickup_Other", {S::ReadyForPickup, Sub::None}},
    {"OutForDelivery", {S::OutForDelivery, Sub::None}},
    {"OutForDelivery_Other", {S::OutForDelivery, Sub::None}},
    {"DeliveryFailure", {S::AttemptFailed, Sub::None}},
    {"DeliveryFailure_Other", {S::AttemptFailed, Sub::None}},
    {"DeliveryFailure_NoBody", {S::AttemptFailed, Sub::RecipientAbsent}},
    {"DeliveryFailure_Security", {S::AttemptFailed, Sub::SecurityProblem}},
    {"DeliveryFailure_Rejected", {S::AttemptFailed, Sub::Refused}},
    {"DeliveryFailure_InvalidAddress", {S::AttemptFailed, Sub::AddressProblem}},
    {"Delivered", {S::Delivered, Sub::None}},
    {"Delivered_Other", {S::Delivered, Sub::None}},
    {"Exception", {S::Exception, Sub::None}},
    {"Exception_Other", {S::Exception, Sub::None}},
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
constexpr CodeRow k17TrackStates[] = {
    {"0", {S::Pending, Sub::None}},        {"10", {S::InTransit, Sub::None}},
    {"20", {S::Expired, Sub::None}},       {"30", {S::ReadyForPickup, Sub::None}},
    {"35", {S::AttemptFailed, Sub::None}}, {"40", {S::Delivered, Sub::None}},
    {"50", {S::Exception, Sub::None}},
};

// UCP fulfillment_event.type (ucp.dev/schemas/shopping), read 2026-11. An open set.
constexpr CodeRow kUcp[] = {
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
constexpr CodeRow kSchemaOrg[] = {
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
constexpr CodeRow kParcelLab[] = {
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

}  // namespace

Meaning meaning_of_shopify_event(std::string_view status) {
  return find_code_or_family(kShopify, status);
}

Meaning meaning_of_17track(std::string_view status, std::string_view sub_status) {
  if (!sub_status.empty()) {
    const Meaning found = find_code_or_family(k17Track, sub_status);
    if (found.status != S::Unknown) return found;
  }
  return find_code_or_family(k17Track, status);
}

Meaning meaning_of_17track_state(std::string_view state) {
  const Meaning* found = find_code(k17TrackStates, state);
  return found != nullptr ? *found : Meaning{};
}

Meaning meaning_of_ucp(std::string_view type) { return find_code_or_family(kUcp, type); }

Meaning meaning_of_schema_org(std::string_view order_status) {
  for (const std::string_view prefix : {"https://schema.org/", "http://schema.org/"}) {
    if (order_status.starts_with(prefix)) order_status.remove_prefix(prefix.size());
  }
  return find_code_or_family(kSchemaOrg, order_status);
}

Meaning meaning_of_parcellab(std::string_view name) {
  return find_code_or_family(kParcelLab, name);
}

}  // namespace postlude::tracking
