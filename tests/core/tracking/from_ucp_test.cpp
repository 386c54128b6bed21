#include "tests/core/tracking/tracking_support.h"

namespace postlude::tracking {
namespace {

constexpr auto kSource = TrackingSource::Ucp;

constexpr std::string_view kOrder = R"({"ucp":{"version":"2026-01-01"},"id":"o1","line_items":[],
  "fulfillment":{
    "expectations":[
      {"id":"e1","line_items":[{"id":"a","quantity":2},{"id":"b","quantity":3}],
       "method_type":"shipping","description":"Arrives in 5-8 business days",
       "destination":{"address_country":"US"}},
      {"id":"e2","line_items":[{"id":"d","quantity":1}],"method_type":"digital"}],
    "events":[
      {"id":"1","occurred_at":"2026-11-01T09:00:00-08:00","type":"processing",
       "line_items":[{"id":"a","quantity":2}]},
      {"id":"2","occurred_at":"2026-11-02T09:00:00-08:00","type":"shipped","carrier":"FedEx",
       "line_items":[{"id":"a","quantity":2}],"tracking_number":"F1",
       "tracking_url":"https://fedex.example/F1"},
      {"id":"3","occurred_at":"2026-11-04T12:00:00-05:00","type":"delivered","carrier":"FedEx",
       "line_items":[{"id":"a","quantity":2}],"tracking_number":"F1",
       "tracking_url":"https://fedex.example/F1","description":"Front door"},
      {"id":"4","occurred_at":"2026-11-03T12:00:00-05:00","type":"shipped","carrier":"UPS",
       "line_items":[{"id":"b","quantity":1}],"tracking_number":"U1",
       "tracking_url":"https://ups.example/U1"}]}})";

TEST(FromUcp, GivesOneShipmentATrackingNumberAndOneForWhatIsStillToCome) {
  const auto shipments = shipments_of(kSource, kOrder);
  ASSERT_EQ(shipments.size(), 3u);
  EXPECT_EQ(shipments[0].id, "F1");
  EXPECT_EQ(shipments[0].carrier, "FedEx");
  EXPECT_EQ(shipments[0].tracking_url.text(), "https://fedex.example/F1");
  EXPECT_EQ(shipments[0].status, ShipmentStatus::Delivered);
  EXPECT_EQ(shipments[0].raw_status, "delivered");
  EXPECT_EQ(shipments[0].items, (std::vector<ShipmentItem>{{"a", 2}}));
  EXPECT_EQ(statuses_of(shipments[0]), "delivered picked_up pending");
  EXPECT_EQ(shipments[0].checkpoints[0].message, "Front door");
  EXPECT_EQ(base::source_time_text(shipments[0].delivered_at), "2026-11-04T12:00:00-05:00");
  EXPECT_EQ(shipments[1].id, "U1");
  EXPECT_EQ(shipments[1].status, ShipmentStatus::PickedUp);
  EXPECT_EQ(shipments[2].id, "e1");
  EXPECT_EQ(shipments[2].status, ShipmentStatus::Pending);
  EXPECT_EQ(shipments[2].items, (std::vector<ShipmentItem>{{"b", 2}}));
  EXPECT_EQ(shipments[2].service, "Arrives in 5-8 business days");
  EXPECT_EQ(shipments[2].destination_country, "US");
}

TEST(FromUcp, OpensAShipmentBeforeThereIsANumber) {
  const Shipment shipment = shipment_of(kSource, R"({"fulfillment":{"events":[
      {"id":"1","occurred_at":"2026-11-01T09:00:00Z","type":"processing",
       "line_items":[{"id":"a","quantity":2}]}]}})");
  EXPECT_EQ(shipment.id, "1");
  EXPECT_EQ(shipment.tracking_number, "");
  EXPECT_EQ(shipment.status, ShipmentStatus::Pending);
  EXPECT_EQ(shipment.items, (std::vector<ShipmentItem>{{"a", 2}}));
}

TEST(FromUcp, KeepsATypeItDoesNotKnow) {
  const Shipment shipment = shipment_of(kSource, R"({"order":{"fulfillment":{"events":[
      {"id":"1","occurred_at":"2026-11-01T09:00:00Z","type":"by_pigeon","tracking_number":"P",
       "line_items":[]}]}}})");
  EXPECT_EQ(shipment.status, ShipmentStatus::Unknown);
  EXPECT_EQ(shipment.raw_status, "by_pigeon");
}

TEST(FromUcp, StaysDeliveredWhenALaterEntryOnlySaysThatItMoved) {
  const Shipment shipment = shipment_of(kSource, R"({"fulfillment":{"events":[
      {"id":"1","occurred_at":"2026-11-01T09:00:00Z","type":"delivered","tracking_number":"P"},
      {"id":"2","occurred_at":"2026-11-02T09:00:00Z","type":"in_transit","tracking_number":"P"}]}})");
  EXPECT_EQ(shipment.status, ShipmentStatus::Delivered);
}

TEST(FromUcp, SaysWhatIsNotAnOrder) {
  EXPECT_TRUE(shipments_of(kSource, R"({"fulfillment":{}})").empty());
  EXPECT_EQ(error_of(kSource, R"({"id":"o1"})"), "no_shipment ");
  EXPECT_EQ(error_of(kSource, R"({"fulfillment":7})"), "wrong_type /fulfillment");
  EXPECT_EQ(error_of(kSource, R"({"fulfillment":{"events":[7]}})"),
            "wrong_type /fulfillment/events/0");
  EXPECT_EQ(error_of(kSource, R"({"fulfillment":{"expectations":[[]]}})"),
            "wrong_type /fulfillment/expectations/0");
}

}  // namespace
}  // namespace postlude::tracking
