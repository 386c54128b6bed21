#include "tests/core/tracking/tracking_support.h"

namespace postlude::tracking {
namespace {

constexpr auto kSource = TrackingSource::Karrio;

constexpr std::string_view kDetails = R"({
  "carrier_id":"fedex-1","carrier_name":"fedex","tracking_number":"776","delivered":true,
  "status":"delivered","estimated_delivery":"2024-04-26",
  "info":{"carrier_tracking_link":"https://fedex.example/776","shipment_service":"Overnight",
    "signed_by":"D.HERRERA","shipment_origin_country":"US","shipment_destination_country":"DEU"},
  "events":[
    {"code":"AF","date":"2024-04-26","description":"Left origin","status":"in_transit",
     "time":"10:02 AM","timestamp":"2024-04-26T10:02:00.000Z","location":"MEMPHIS, TN, 38118, US"},
    {"code":"DL","date":"2024-04-26","description":"Delivered","status":"delivered",
     "time":"09:26 AM","timestamp":"2024-04-26T09:26:00.000Z"},
    {"code":"DE","date":"2024-04-25","description":"Not home","status":"delivery_failed",
     "reason":"consignee_not_home","time":"14:29 PM","timestamp":"2024-04-25T14:29:00.000Z"},
    {"code":"PU","date":"2024-04-24","description":"Picked up","status":"picked_up",
     "time":"00:00 AM","timestamp":"2024-04-24T00:00:00.000Z"}]})";

TEST(FromKarrio, ReadsDetails) {
  const Shipment shipment = shipment_of(kSource, kDetails);
  EXPECT_EQ(shipment.id, "776");
  EXPECT_EQ(shipment.carrier, "fedex");
  EXPECT_EQ(shipment.tracking_url.text(), "https://fedex.example/776");
  EXPECT_EQ(shipment.service, "Overnight");
  EXPECT_EQ(shipment.signed_by, "D.HERRERA");
  EXPECT_EQ(shipment.origin_country, "US");
  EXPECT_EQ(shipment.destination_country, "DE");
  EXPECT_EQ(base::source_time_text(shipment.estimate.from), "2024-04-26");
  EXPECT_EQ(shipment.checkpoints[0].place.city, "MEMPHIS, TN, 38118, US");
  EXPECT_EQ(shipment.checkpoints[2].sub_status, SubStatus::RecipientAbsent);
}

TEST(FromKarrio, StaysDeliveredWhenAnOriginScanArrivesLate) {
  const Shipment shipment = shipment_of(kSource, kDetails);
  EXPECT_EQ(statuses_of(shipment), "in_transit delivered attempt_failed picked_up");
  EXPECT_EQ(shipment.status, ShipmentStatus::Delivered);
  EXPECT_EQ(base::source_time_text(shipment.delivered_at), "2024-04-26T09:26:00");

  const Shipment without_status = shipment_of(kSource, R"({"tracking_number":"1","events":[
      {"date":"2024-04-26","time":"10:02 AM","status":"in_transit"},
      {"date":"2024-04-26","time":"09:26 AM","status":"delivered"}]})");
  EXPECT_EQ(without_status.status, ShipmentStatus::Delivered);
}

struct TimeRow {
  std::string_view members;
  std::string_view expected;
};

TEST(FromKarrio, BelievesAnOffsetButNotAZ) {
  const TimeRow kRows[] = {
      {R"("date":"2024-04-26","time":"09:26 AM","timestamp":"2024-04-26T09:26:00.000Z")",
       "2024-04-26T09:26:00"},
      {R"("timestamp":"2024-04-26T09:26:00.000Z")", "2024-04-26T09:26:00"},
      {R"("date":"2024-01-20","time":"14:30 PM","timestamp":"2024-01-20T14:30:00+01:00")",
       "2024-01-20T14:30:00+01:00"},
      {R"("date":"2024-04-25","time":"14:29 PM")", "2024-04-25T14:29"},
      {R"("date":"2024-04-25","time":"12:35 AM")", "2024-04-25T00:35"},
      {R"("date":"2024-10-07","time":"10:46")", "2024-10-07T10:46"},
      {R"("date":"2024-10-07")", "2024-10-07"},
      {R"("date":"2024-04-26","time":"00:00 AM","timestamp":"2024-04-26T00:00:00.000Z")",
       "2024-04-26"},
      {R"("date":"2024-04-25","time":"14:29 PM","timestamp":"2024-04-25T19:29:00.000Z")",
       "2024-04-25T14:29"},
      {R"("date":"someday","time":"14:29 PM")", ""},
  };
  for (const TimeRow& row : kRows) {
    const std::string document =
        R"({"tracking_number":"1","events":[{)" + std::string(row.members) + "}]}";
    EXPECT_EQ(times_of(shipment_of(kSource, document)), std::string(row.expected) + "\n")
        << document;
  }
}

TEST(FromKarrio, ShowsTheStatusOnTopWhenFieldsContradictEachOther) {
  const Shipment shipment = shipment_of(kSource, R"({"tracking_number":"1","status":"pending",
      "delivered":false,"events":[{"date":"2024-01-02","status":"delivered","code":"OK"}]})");
  EXPECT_EQ(shipment.status, ShipmentStatus::Pending);
  EXPECT_EQ(statuses_of(shipment), "delivered");
  EXPECT_FALSE(shipment.delivered_at.known());
}

TEST(FromKarrio, DoesNotCallEveryScanDeliveredBecauseTheParcelIs) {
  const Shipment stamped = shipment_of(kSource, R"({"tracking_number":"1","status":"delivered",
      "events":[{"date":"2024-01-02","status":"delivered","description":"Left in a safe place"},
                {"date":"2024-01-01","status":"delivered","description":"Onboard for delivery"}]})");
  EXPECT_EQ(statuses_of(stamped), "delivered unknown");
  EXPECT_EQ(stamped.checkpoints[1].raw_code, "delivered");

  const Shipment coded = shipment_of(kSource, R"({"tracking_number":"1","status":"in_transit",
      "events":[{"date":"2024-01-02","status":"in_transit","code":"AR"},
                {"date":"2024-01-01","status":"in_transit","code":"DP"}]})");
  EXPECT_EQ(statuses_of(coded), "in_transit in_transit");
}

TEST(FromKarrio, TakesDeliveredWhereThereIsNoStatus) {
  const Shipment shipment = shipment_of(kSource, R"({"tracking_number":"1","delivered":true,
      "events":[{"date":"2024-01-02","description":"Delivered"}]})");
  EXPECT_EQ(shipment.status, ShipmentStatus::Delivered);
  EXPECT_EQ(statuses_of(shipment), "unknown");
}

TEST(FromKarrio, ReadsEveryShapeOfAnswer) {
  const std::string bare = R"({"tracking_number":"1","status":"in_transit"})";
  for (const std::string& document :
       {bare, "[" + bare + "]", "[[" + bare + R"(],[{"code":"7","message":"partly"}]])",
        R"({"count":1,"results":[)" + bare + "]}", R"({"trackers":[)" + bare + "]}",
        R"({"tracking":)" + bare + "}"}) {
    EXPECT_EQ(shipment_of(kSource, document).status, ShipmentStatus::InTransit) << document;
  }
}

TEST(FromKarrio, GivesNoShipmentForMessagesAlone) {
  EXPECT_TRUE(shipments_of(kSource, R"([[],[{"code":"E002","message":"no"}]])").empty());
  EXPECT_TRUE(shipments_of(kSource, R"([null,[{"code":"E002","message":"no"}]])").empty());
  EXPECT_EQ(error_of(kSource, R"({"errors":[]})"), "no_shipment ");
  EXPECT_EQ(error_of(kSource, R"([[7],[]])"), "wrong_type /0/0");
  EXPECT_EQ(error_of(kSource, R"({"tracking_number":"1","events":[[]]})"), "wrong_type /events/0");
  EXPECT_EQ(error_of(kSource, R"({"tracking_number":"1","delivered":"yes"})"),
            "wrong_type /delivered");
}

}  // namespace
}  // namespace postlude::tracking
