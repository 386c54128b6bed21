#include "core/tracking/status_tables.h"

#include <gtest/gtest.h>

#include <string>

namespace postlude::tracking {
namespace {

// Codes and what they must become, as "status" or "status/sub_status".
struct Row {
  std::string_view coarse;
  std::string_view fine;
  std::string_view expected;
};

std::string words(Meaning meaning) {
  std::string out(status_name(meaning.status));
  if (meaning.sub_status != SubStatus::None) {
    out += "/";
    out += sub_status_name(meaning.sub_status);
  }
  return out;
}

template <class Function, size_t kCount>
void check(const Row (&rows)[kCount], Function meaning_of) {
  for (const Row& row : rows) {
    EXPECT_EQ(words(meaning_of(row.coarse, row.fine)), row.expected)
        << row.coarse << " " << row.fine;
  }
}

TEST(StatusTables, AfterShip) {
  const Row kRows[] = {
      {"Pending", "Pending_001", "pending"},
      {"Pending", "Pending_002", "pending"},
      {"Pending", "Pending_003", "pending"},
      {"Pending", "Pending_004", "pending"},
      {"Pending", "Pending_005", "pending"},
      {"Pending", "Pending_006", "pending"},
      {"InfoReceived", "InfoReceived_001", "label_created"},
      {"InTransit", "", "in_transit"},
      {"InTransit", "InTransit_001", "in_transit"},
      {"InTransit", "InTransit_002", "picked_up/acceptance_scan"},
      {"InTransit", "InTransit_003", "in_transit/arrived_at_facility"},
      {"InTransit", "InTransit_004", "in_transit/arrived_in_destination_country"},
      {"InTransit", "InTransit_005", "in_transit/customs_cleared"},
      {"InTransit", "InTransit_006", "in_transit/customs_started"},
      {"InTransit", "InTransit_007", "in_transit/departed_facility"},
      {"InTransit", "InTransit_008", "in_transit/problem_resolved"},
      {"InTransit", "InTransit_009", "in_transit/forwarded"},
      {"OutForDelivery", "OutForDelivery_001", "out_for_delivery"},
      {"OutForDelivery", "OutForDelivery_002", "out_for_delivery"},
      {"OutForDelivery", "OutForDelivery_003", "out_for_delivery/customer_contacted"},
      {"OutForDelivery", "OutForDelivery_004", "out_for_delivery/appointment_made"},
      {"AttemptFail", "AttemptFail_001", "attempt_failed"},
      {"AttemptFail", "AttemptFail_002", "attempt_failed/recipient_absent"},
      {"AttemptFail", "AttemptFail_003", "attempt_failed/business_closed"},
      {"AvailableForPickup", "AvailableForPickup_001", "ready_for_pickup"},
      {"Delivered", "Delivered_001", "delivered"},
      {"Delivered", "Delivered_002", "delivered/collected_by_customer"},
      {"Delivered", "Delivered_003", "delivered/signed"},
      {"Delivered", "Delivered_004", "delivered/cash_on_delivery"},
      {"Delivered", "Delivered_005", "delivered/left_with_neighbour"},
      {"Exception", "Exception_001", "exception"},
      {"Exception", "Exception_002", "exception/customer_moved"},
      {"Exception", "Exception_003", "exception/refused"},
      {"Exception", "Exception_004", "delayed/customs_delay"},
      {"Exception", "Exception_005", "delayed/external_delay"},
      {"Exception", "Exception_006", "on_hold/payment_needed"},
      {"Exception", "Exception_007", "exception/address_problem"},
      {"Exception", "Exception_008", "exception/pickup_missed"},
      {"Exception", "Exception_009", "exception/rejected_by_carrier"},
      {"Exception", "Exception_010", "returning"},
      {"Exception", "Exception_011", "returned"},
      {"Exception", "Exception_012", "exception/damaged"},
      {"Exception", "Exception_013", "exception/lost"},
      {"Exception", "Exception_014", "exception"},
      {"Exception", "Exception_015", "exception"},
      {"Exception", "Exception_016", "delayed/processing_delay"},
      {"Exception", "Exception_017", "delayed/weather_delay"},
      {"Exception", "Exception_018", "on_hold/documents_needed"},
      {"Expired", "Expired_001", "expired"},
      {"", "Delivered_099", "delivered"},
      {"Delivered", "Teleported_001", "delivered"},
      {"Teleported", "", "unknown"},
      {"", "", "unknown"},
  };
  check(kRows, meaning_of_aftership);
}

TEST(StatusTables, EasyPost) {
  const Row kRows[] = {
      {"unknown", "", "unknown"},
      {"pre_transit", "", "label_created"},
      {"in_transit", "", "in_transit"},
      {"out_for_delivery", "", "out_for_delivery"},
      {"delivered", "", "delivered"},
      {"available_for_pickup", "", "ready_for_pickup"},
      {"return_to_sender", "", "returning"},
      {"failure", "", "exception"},
      {"cancelled", "", "cancelled"},
      {"error", "", "exception"},
      {"in_transit", "address_correction", "on_hold/address_problem"},
      {"in_transit", "arrived_at_destination", "in_transit/arrived_at_facility"},
      {"in_transit", "arrived_at_facility", "in_transit/arrived_at_facility"},
      {"in_transit", "arrived_at_pickup_location", "ready_for_pickup"},
      {"in_transit", "awaiting_information", "on_hold"},
      {"in_transit", "cancelled", "cancelled"},
      {"failure", "damaged", "exception/damaged"},
      {"in_transit", "delayed", "delayed"},
      {"in_transit", "delivery_exception", "attempt_failed"},
      {"failure", "delivery_exception", "attempt_failed"},
      {"in_transit", "departed_facility", "in_transit/departed_facility"},
      {"in_transit", "departed_origin_facility", "in_transit/departed_facility"},
      {"unknown", "expired", "expired"},
      {"failure", "failure", "exception"},
      {"in_transit", "held", "on_hold/held"},
      {"in_transit", "in_transit", "in_transit"},
      {"pre_transit", "label_created", "label_created"},
      {"failure", "lost", "exception/lost"},
      {"in_transit", "missorted", "in_transit/missorted"},
      {"in_transit", "out_for_delivery", "out_for_delivery"},
      {"in_transit", "received_at_destination_facility", "in_transit/arrived_at_facility"},
      {"in_transit", "received_at_origin_facility", "picked_up/acceptance_scan"},
      {"failure", "refused", "exception/refused"},
      {"return_to_sender", "return", "returning"},
      {"in_transit", "status_update", "in_transit"},
      {"in_transit", "transferred_to_destination_carrier", "in_transit/handed_to_local_carrier"},
      {"in_transit", "transit_exception", "delayed"},
      {"in_transit", "unknown", "in_transit"},
      {"in_transit", "weather_delay", "delayed/weather_delay"},
      {"delivered", "delayed", "delivered"},
      {"delivered", "arrived_at_destination", "delivered/arrived_at_facility"},
      {"cancelled", "in_transit", "cancelled"},
      {"in_transit", "beamed_up", "in_transit"},
      {"beamed", "", "unknown"},
  };
  check(kRows, meaning_of_easypost);
}

TEST(StatusTables, Shippo) {
  const Row kRows[] = {
      {"UNKNOWN", "", "pending"},
      {"PRE_TRANSIT", "", "label_created"},
      {"TRANSIT", "", "in_transit"},
      {"DELIVERED", "", "delivered"},
      {"RETURNED", "", "returned"},
      {"FAILURE", "", "exception"},
      {"PRE_TRANSIT", "information_received", "label_created"},
      {"UNKNOWN", "information_received", "label_created"},
      {"TRANSIT", "address_issue", "on_hold/address_problem"},
      {"TRANSIT", "contact_carrier", "on_hold"},
      {"TRANSIT", "delayed", "delayed"},
      {"TRANSIT", "delivery_attempted", "attempt_failed"},
      {"TRANSIT", "delivery_rescheduled", "in_transit/appointment_made"},
      {"TRANSIT", "delivery_scheduled", "in_transit/appointment_made"},
      {"TRANSIT", "location_inaccessible", "attempt_failed/access_denied"},
      {"TRANSIT", "notice_left", "attempt_failed/notice_left"},
      {"TRANSIT", "out_for_delivery", "out_for_delivery"},
      {"TRANSIT", "package_accepted", "picked_up/acceptance_scan"},
      {"TRANSIT", "package_arrived", "in_transit/arrived_at_facility"},
      {"TRANSIT", "package_damaged", "exception/damaged"},
      {"TRANSIT", "package_departed", "in_transit/departed_facility"},
      {"TRANSIT", "package_forwarded", "in_transit/forwarded"},
      {"TRANSIT", "package_held", "on_hold/held"},
      {"TRANSIT", "package_processed", "in_transit"},
      {"TRANSIT", "package_processing", "in_transit"},
      {"TRANSIT", "pickup_available", "ready_for_pickup"},
      {"TRANSIT", "reschedule_delivery", "on_hold"},
      {"DELIVERED", "delivered", "delivered"},
      {"RETURNED", "return_to_sender", "returning"},
      {"RETURNED", "package_unclaimed", "returned/pickup_missed"},
      {"FAILURE", "package_undeliverable", "exception/undeliverable"},
      {"FAILURE", "package_disposed", "exception/destroyed"},
      {"FAILURE", "package_lost", "exception/lost"},
      {"FAILURE", "other", "exception"},
      {"TRANSIT", "something_new", "in_transit"},
      {"SOMETHING", "", "unknown"},
  };
  check(kRows, [](std::string_view status, std::string_view sub) {
    return meaning_of_shippo(status, sub, ActionRequired::No);
  });
  EXPECT_EQ(words(meaning_of_shippo("TRANSIT", "something_new", ActionRequired::Yes)), "on_hold");
  EXPECT_EQ(words(meaning_of_shippo("DELIVERED", "delivered", ActionRequired::Yes)), "delivered");
}

TEST(StatusTables, Karrio) {
  const Row kRows[] = {
      {"pending", "", "pending"},
      {"unknown", "", "unknown"},
      {"picked_up", "", "picked_up"},
      {"in_transit", "", "in_transit"},
      {"out_for_delivery", "", "out_for_delivery"},
      {"ready_for_pickup", "", "ready_for_pickup"},
      {"delivered", "", "delivered"},
      {"delivery_delayed", "", "delayed"},
      {"delivery_failed", "", "attempt_failed"},
      {"on_hold", "", "on_hold"},
      {"return_to_sender", "", "returning"},
      {"cancelled", "", "cancelled"},
      {"delivery_failed", "consignee_refused", "attempt_failed/refused"},
      {"delivery_failed", "consignee_not_home", "attempt_failed/recipient_absent"},
      {"delivery_failed", "consignee_business_closed", "attempt_failed/business_closed"},
      {"on_hold", "consignee_incorrect_address", "on_hold/address_problem"},
      {"delivery_delayed", "weather_delay", "delayed/weather_delay"},
      {"on_hold", "customs_delay", "on_hold/customs_delay"},
      {"delivery_failed", "carrier_parcel_lost", "attempt_failed/lost"},
      {"delivery_failed", "carrier_damaged_parcel", "attempt_failed/damaged"},
      {"delivery_delayed", "carrier_sorting_error", "delayed/missorted"},
      {"delivery_failed", "carrier_address_not_found", "attempt_failed/address_problem"},
      {"delivery_delayed", "carrier_not_enough_time", "delayed/processing_delay"},
      {"delivery_delayed", "carrier_vehicle_issue", "delayed/processing_delay"},
      {"delivery_failed", "consignee_not_available", "attempt_failed/recipient_absent"},
      {"delivery_failed", "consignee_access_restricted", "attempt_failed/access_denied"},
      {"return_to_sender", "consignee_unclaimed", "returning/pickup_missed"},
      {"on_hold", "customs_documentation", "on_hold/documents_needed"},
      {"on_hold", "customs_duties_unpaid", "on_hold/payment_needed"},
      {"on_hold", "customs_inspection", "on_hold/customs_delay"},
      {"delivery_delayed", "natural_disaster", "delayed/weather_delay"},
      {"delivery_delayed", "force_majeure_strike", "delayed/external_delay"},
      {"on_hold", "retailer_hold", "on_hold/held"},
      {"delivery_failed", "a_reason_of_tomorrow", "attempt_failed"},
      {"label_created", "", "label_created"},
      {"sleeping", "", "unknown"},
  };
  check(kRows, meaning_of_karrio);
}

TEST(StatusTables, SeventeenTrack) {
  const Row kRows[] = {
      {"NotFound", "", "pending"},
      {"NotFound", "NotFound_Other", "pending"},
      {"NotFound", "NotFound_InvalidCode", "pending"},
      {"InfoReceived", "InfoReceived", "label_created"},
      {"InTransit", "InTransit_PickedUp", "picked_up/acceptance_scan"},
      {"InTransit", "InTransit_Other", "in_transit"},
      {"InTransit", "InTransit_Departure", "in_transit/departed_facility"},
      {"InTransit", "InTransit_Arrival", "in_transit/arrived_at_facility"},
      {"InTransit", "InTransit_CustomsProcessing", "in_transit/customs_started"},
      {"InTransit", "InTransit_CustomsReleased", "in_transit/customs_cleared"},
      {"InTransit", "InTransit_CustomsRequiringInformation", "on_hold/customs_information_needed"},
      {"Expired", "Expired_Other", "expired"},
      {"AvailableForPickup", "AvailableForPickup_Other", "ready_for_pickup"},
      {"OutForDelivery", "OutForDelivery_Other", "out_for_delivery"},
      {"DeliveryFailure", "DeliveryFailure_Other", "attempt_failed"},
      {"DeliveryFailure", "DeliveryFailure_NoBody", "attempt_failed/recipient_absent"},
      {"DeliveryFailure", "DeliveryFailure_Security", "attempt_failed/security_problem"},
      {"DeliveryFailure", "DeliveryFailure_Rejected", "attempt_failed/refused"},
      {"DeliveryFailure", "DeliveryFailure_InvalidAddress", "attempt_failed/address_problem"},
      {"Delivered", "Delivered_Other", "delivered"},
      {"Exception", "Exception_Other", "exception"},
      {"Exception", "Exception_Returning", "returning"},
      {"Exception", "Exception_Returned", "returned"},
      {"Exception", "Exception_NoBody", "exception/recipient_absent"},
      {"Exception", "Exception_Security", "exception/security_problem"},
      {"Exception", "Exception_Damage", "exception/damaged"},
      {"Exception", "Exception_Rejected", "exception/refused"},
      {"Exception", "Exception_Delayed", "delayed"},
      {"Exception", "Exception_Lost", "exception/lost"},
      {"Exception", "Exception_Destroyed", "exception/destroyed"},
      {"Exception", "Exception_Cancel", "cancelled"},
      {"Exception", "Exception_Abducted", "exception"},
      {"", "InTransit_Departure", "in_transit/departed_facility"},
      {"Delivered", "", "delivered"},
      {"Nowhere", "", "unknown"},
  };
  check(kRows, meaning_of_17track);
}

TEST(StatusTables, CodesOfOneField) {
  struct One {
    Meaning (*meaning_of)(std::string_view);
    std::string_view code;
    std::string_view expected;
  };
  const One kRows[] = {
      {meaning_of_17track_state, "0", "pending"},
      {meaning_of_17track_state, "10", "in_transit"},
      {meaning_of_17track_state, "20", "expired"},
      {meaning_of_17track_state, "30", "ready_for_pickup"},
      {meaning_of_17track_state, "35", "attempt_failed"},
      {meaning_of_17track_state, "40", "delivered"},
      {meaning_of_17track_state, "50", "exception"},
      {meaning_of_17track_state, "60", "unknown"},
      {meaning_of_shopify_event, "attempted_delivery", "attempt_failed"},
      {meaning_of_shopify_event, "carrier_picked_up", "picked_up"},
      {meaning_of_shopify_event, "confirmed", "pending"},
      {meaning_of_shopify_event, "delayed", "delayed"},
      {meaning_of_shopify_event, "delivered", "delivered"},
      {meaning_of_shopify_event, "DELIVERED", "delivered"},
      {meaning_of_shopify_event, "failure", "exception"},
      {meaning_of_shopify_event, "in_transit", "in_transit"},
      {meaning_of_shopify_event, "label_printed", "label_created"},
      {meaning_of_shopify_event, "label_purchased", "label_created"},
      {meaning_of_shopify_event, "out_for_delivery", "out_for_delivery"},
      {meaning_of_shopify_event, "ready_for_pickup", "ready_for_pickup"},
      {meaning_of_shopify_event, "picked_up", "delivered/collected_by_customer"},
      {meaning_of_shopify_event, "buyer_action_required", "on_hold"},
      {meaning_of_shopify_event, "ready_for_recipient_pickup", "ready_for_pickup"},
      {meaning_of_shopify_event, "returning_to_sender", "returning"},
      {meaning_of_shopify_event, "label_voided", "unknown"},
      {meaning_of_ucp, "processing", "pending"},
      {meaning_of_ucp, "shipped", "picked_up"},
      {meaning_of_ucp, "in_transit", "in_transit"},
      {meaning_of_ucp, "delivered", "delivered"},
      {meaning_of_ucp, "failed_attempt", "attempt_failed"},
      {meaning_of_ucp, "canceled", "cancelled"},
      {meaning_of_ucp, "undeliverable", "exception/undeliverable"},
      {meaning_of_ucp, "returned_to_sender", "returned"},
      {meaning_of_ucp, "out_for_delivery", "out_for_delivery"},
      {meaning_of_ucp, "by_pigeon", "unknown"},
      {meaning_of_schema_org, "https://schema.org/OrderDelivered", "delivered"},
      {meaning_of_schema_org, "http://schema.org/OrderProcessing", "pending"},
      {meaning_of_schema_org, "OrderPaymentDue", "pending"},
      {meaning_of_schema_org, "OrderInTransit", "in_transit"},
      {meaning_of_schema_org, "OrderPickupAvailable", "ready_for_pickup"},
      {meaning_of_schema_org, "OrderProblem", "exception"},
      {meaning_of_schema_org, "OrderCancelled", "cancelled"},
      {meaning_of_schema_org, "OrderReturned", "returned"},
      {meaning_of_schema_org, "https://evil.example/OrderDelivered", "unknown"},
      {meaning_of_parcellab, "OrderProcessed", "pending"},
      {meaning_of_parcellab, "WarehousePrepared", "pending"},
      {meaning_of_parcellab, "Pending", "pending"},
      {meaning_of_parcellab, "PickUpScheduled", "label_created"},
      {meaning_of_parcellab, "InTransit", "in_transit"},
      {meaning_of_parcellab, "FailedAttemptSecond", "attempt_failed"},
      {meaning_of_parcellab, "PickupReadyNextDay", "ready_for_pickup"},
      {meaning_of_parcellab, "Exception", "exception"},
      {meaning_of_parcellab, "InboundScan", "picked_up/acceptance_scan"},
      {meaning_of_parcellab, "ExportHub", "in_transit"},
      {meaning_of_parcellab, "ImportHub", "in_transit"},
      {meaning_of_parcellab, "DestinationDeliveryCenter", "in_transit/arrived_at_facility"},
      {meaning_of_parcellab, "DestinationDeliveryDepot", "in_transit/arrived_at_facility"},
      {meaning_of_parcellab, "OutForDelivery", "out_for_delivery"},
      {meaning_of_parcellab, "Rerouted", "in_transit/forwarded"},
      {meaning_of_parcellab, "FailedAttemptFirst", "attempt_failed"},
      {meaning_of_parcellab, "FailedAttemptFinal", "attempt_failed"},
      {meaning_of_parcellab, "PickupReadyToday", "ready_for_pickup"},
      {meaning_of_parcellab, "Delivered", "delivered"},
      {meaning_of_parcellab, "Stored", "on_hold/held"},
      {meaning_of_parcellab, "Return", "returning"},
      {meaning_of_parcellab, "ReturnProcessed", "returned"},
      {meaning_of_parcellab, "Upgrade", "unknown"},
  };
  for (const One& row : kRows) {
    EXPECT_EQ(words(row.meaning_of(row.code)), row.expected) << row.code;
  }
}

}  // namespace
}  // namespace postlude::tracking
