#include "core/order/parse_order.h"
#include "tests/core/tracking/tracking_support.h"

// What real payloads do that a reader who trusts them gets wrong; a test a trap (the shapes were
// seen in payloads of each source, read 2026-11).

namespace postlude::tracking {
namespace {

std::string karrio(std::string_view events) {
  return R"({"tracking_number":"1","carrier_name":"fedex","status":"in_transit","events":[)" +
         std::string(events) + "]}";
}

// FedEx sent 2024-04-26T09:26:00-07:00.
TEST(SourceTraps, KarrioDropsTheOffsetAndWritesZ) {
  const Shipment shipment = shipment_of(TrackingSource::Karrio, karrio(R"(
      {"code":"DL","status":"in_transit","timestamp":"2024-04-26T09:26:00.000Z"})"));
  EXPECT_EQ(times_of(shipment), "2024-04-26T09:26:00\n");
  EXPECT_EQ(shipment.checkpoints[0].time.zone, base::Zone::Unknown);
}

TEST(SourceTraps, PmStandsBehindA24HourClock) {
  EXPECT_EQ(times_of(shipment_of(TrackingSource::Karrio, karrio(R"(
      {"code":"AO","date":"2024-04-25","time":"14:29 PM"},
      {"code":"PU","date":"2024-04-25","time":"00:05 AM"})"))),
            "2024-04-25T14:29\n2024-04-25T00:05\n");
}

TEST(SourceTraps, OneShipmentMixesOffsets) {
  const Shipment shipment = shipment_of(TrackingSource::AfterShip, R"({"data":{"tracking":{
      "tracking_number":"1","tag":"InTransit","checkpoints":[
        {"tag":"InfoReceived","message":"Created","checkpoint_time":"2024-04-25T10:05:00-05:00"},
        {"tag":"InTransit","message":"Scanned","checkpoint_time":"2024-04-25T09:30:00-07:00"}]}}})");
  EXPECT_EQ(times_of(shipment), "2024-04-25T09:30:00-07:00\n2024-04-25T10:05:00-05:00\n");
}

TEST(SourceTraps, ATimeHasNoZone) {
  EXPECT_EQ(times_of(shipment_of(TrackingSource::AfterShip, R"({"data":{"tracking":{
      "tracking_number":"1","tag":"InTransit","checkpoints":[
        {"tag":"InTransit","message":"Scanned","checkpoint_time":"2024-01-19T21:17:09"}]}}})")),
            "2024-01-19T21:17:09\n");
}

TEST(SourceTraps, DateAndClockAreTwoFieldsOfDigits) {
  EXPECT_EQ(times_of(shipment_of(TrackingSource::Karrio, karrio(R"(
      {"code":"SR","date":"20210210","time":"071356"})"))),
            "2021-02-10T07:13:56\n");
}

TEST(SourceTraps, TheOld17TrackWritesMinutesOrADateAlone) {
  const auto newest_of = [](const std::string& when) {
    return times_of(shipment_of(TrackingSource::SeventeenTrack,
                                R"({"Json":[{"FTrackNo":"1","FLastEvent":"{\"a\":\")" + when +
                                    R"(\",\"z\":\"Left\"}"}]})"));
  };
  EXPECT_EQ(newest_of("2018-04-23 12:02"), "2018-04-23T12:02\n");
  EXPECT_EQ(newest_of("2021-03-05"), "2021-03-05\n");
}

TEST(SourceTraps, HalfPastMidnightComesAfterElevenAtNight) {
  EXPECT_EQ(times_of(shipment_of(TrackingSource::Karrio, karrio(R"(
      {"code":"A","date":"2024-03-01","time":"11:00 PM","status":"in_transit"},
      {"code":"B","date":"2024-03-02","time":"12:35 AM","status":"in_transit"})"))),
            "2024-03-02T00:35\n2024-03-01T23:00\n");
}

TEST(SourceTraps, AnOriginScanArrivesAfterTheDelivery) {
  const Shipment shipment = shipment_of(TrackingSource::Karrio, R"({"tracking_number":"1","events":[
      {"code":"AF","date":"2024-04-27","time":"10:02","status":"in_transit"},
      {"code":"DL","date":"2024-04-26","time":"09:26","status":"delivered"}]})");
  EXPECT_EQ(shipment.status, ShipmentStatus::Delivered);
  EXPECT_EQ(base::source_time_text(shipment.delivered_at), "2024-04-26T09:26");
}

TEST(SourceTraps, ANumberIsUsedAgain) {
  const auto shipments = shipments_of(TrackingSource::Karrio, R"([[
      {"id":"2460425000","tracking_number":"776","carrier_name":"fedex","status":"in_transit",
       "events":[{"code":"AR","date":"2022-04-25","status":"in_transit"}]},
      {"id":"2460426000","tracking_number":"776","carrier_name":"fedex","status":"delivered",
       "events":[{"code":"DL","date":"2024-04-26","status":"delivered"}]}],[]])");
  ASSERT_EQ(shipments.size(), 1u);
  EXPECT_EQ(shipments[0].id, "2460426000");
}

// statusCode says pre-transit, status says DELIVERED, an event "delivered", delivered says false.
TEST(SourceTraps, DhlContradictsItself) {
  const Shipment shipment =
      shipment_of(TrackingSource::Karrio, R"({"tracking_number":"1","carrier_name":"dhl",
      "status":"pending","delivered":false,
      "events":[{"date":"2018-03-02","status":"delivered","code":"pre-transit",
                 "description":"DELIVERED"}]})");
  EXPECT_EQ(shipment.status, ShipmentStatus::Pending);
  EXPECT_EQ(statuses_of(shipment), "delivered");
  EXPECT_EQ(shipment.checkpoints[0].raw_code, "pre-transit");
  EXPECT_FALSE(shipment.delivered_at.known());
}

TEST(SourceTraps, KarrioStampsTheParcelsStatusOnEveryScan) {
  const Shipment shipment =
      shipment_of(TrackingSource::Karrio, R"({"tracking_number":"1","status":"delivered","events":[
      {"date":"2021-01-21","status":"delivered","description":"Delivered"},
      {"date":"2021-01-20","status":"delivered","description":"Item processed at facility"}]})");
  EXPECT_EQ(statuses_of(shipment), "delivered unknown");
}

constexpr std::string_view kShippo = R"({"tracking_number":"92","carrier":"usps",
    "eta":"2016-12-08T00:00:00Z","tracking_status":{"status":"TRANSIT",
    "status_details":"Accepted","status_date":"2016-12-07T19:04:00Z"},
    "tracking_history":[
      {"status":"UNKNOWN","status_details":"The shipping label has been created",
       "status_date":"2016-12-07T02:00:00Z"},
      {"status":"TRANSIT","status_details":"Accepted","status_date":"2016-12-07T19:04:00Z"}]})";

TEST(SourceTraps, ShippoCallsACreatedLabelUnknown) {
  const Shipment shipment = shipment_of(TrackingSource::Shippo, kShippo);
  EXPECT_EQ(statuses_of(shipment), "in_transit pending");
  EXPECT_EQ(shipment.checkpoints[1].raw_code, "UNKNOWN");
}

TEST(SourceTraps, ShippoWritesADateAsMidnightUtc) {
  EXPECT_EQ(base::source_time_text(shipment_of(TrackingSource::Shippo, kShippo).estimate.from),
            "2016-12-08");
}

TEST(SourceTraps, EasyPostEstimatesInUtcAndHasTheCarriersDayBeside) {
  const Shipment shipment = shipment_of(TrackingSource::EasyPost, R"({"tracking_code":"1",
      "status":"in_transit","est_delivery_date":"2024-08-06T03:00:00Z",
      "carrier_detail":{"est_delivery_date_local":"2024-08-05","est_delivery_time_local":null}})");
  EXPECT_EQ(base::source_time_text(shipment.estimate.from), "2024-08-05");
}

TEST(SourceTraps, EasyPostCodesAreNotGloballyUnique) {
  const auto shipments = shipments_of(TrackingSource::EasyPost, R"({"trackers":[
      {"id":"trk_old","tracking_code":"1","carrier":"UPS","status":"delivered",
       "tracking_details":[{"status":"delivered","datetime":"2023-01-01T00:00:00Z"}]},
      {"id":"trk_new","tracking_code":"1","carrier":"UPS","status":"in_transit",
       "tracking_details":[{"status":"in_transit","datetime":"2024-01-01T00:00:00Z"}]},
      {"id":"trk_other","tracking_code":"1","carrier":"DHL","status":"in_transit"}]})");
  ASSERT_EQ(shipments.size(), 2u);
  EXPECT_EQ(shipments[0].id, "trk_new");
  EXPECT_EQ(shipments[1].id, "trk_other");
}

TEST(SourceTraps, AfterShipSendsNullsRepeatsAndTheOldestFirst) {
  const Shipment shipment = shipment_of(TrackingSource::AfterShip, R"({"data":{"tracking":{
      "tracking_number":"1","tag":"InTransit","checkpoints":[
        {"tag":"InTransit","message":"Left","city":null,"location":null,"country_iso3":null,
         "checkpoint_time":"2024-01-01T08:00:00"},
        {"tag":"InTransit","message":"Arrived","city":null,"checkpoint_time":"2024-01-02T08:00:00"},
        {"tag":"InTransit","message":"Arrived","city":null,
         "checkpoint_time":"2024-01-02T08:00:07"}]}}})");
  EXPECT_EQ(times_of(shipment), "2024-01-02T08:00:00\n2024-01-01T08:00:00\n");
  EXPECT_TRUE(shipment.checkpoints[0].place.empty());
}

// Entities in names, a numeric price beside totals as text, a date without a zone beside a GMT one
// without a Z.
TEST(SourceTraps, WooCommerceWritesEntitiesNumbersAndTimesWithoutZones) {
  const auto order = order::parse_order(order::OrderSource::WooCommerce, R"({
      "id":1,"number":"1","currency":"EUR","status":"processing","total":"10.00",
      "date_created":"2026-11-03T09:26:11","date_created_gmt":"2026-11-03T08:26:11",
      "line_items":[{"id":7,"name":"Ship Your Idea &ndash; Color: Black","quantity":1,
                     "price":10,"subtotal":"10.00","total":"10.00"}]})");
  ASSERT_TRUE(order.ok()) << order.error().pointer;
  EXPECT_EQ(order.value().lines[0].title, "Ship Your Idea – Color: Black");
  EXPECT_EQ(base::source_time_text(order.value().created_at), "2026-11-03T09:26:11+01:00");
}

}  // namespace
}  // namespace postlude::tracking
