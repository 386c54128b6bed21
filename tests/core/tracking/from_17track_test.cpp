#include "tests/core/tracking/tracking_support.h"

namespace postlude::tracking {
namespace {

constexpr auto kSource = TrackingSource::SeventeenTrack;

constexpr std::string_view kV2 = R"({"code":0,"data":{"accepted":[{
  "number":"RR123","carrier":3011,"track_info":{
    "shipping_info":{"shipper_address":{"country":"CN"},"recipient_address":{"country":"DE"}},
    "latest_status":{"status":"InTransit","sub_status":"InTransit_CustomsRequiringInformation"},
    "latest_event":{"description":"x"},
    "time_metrics":{"estimated_delivery_date":{"source":"Official",
      "from":"2026-11-05T00:00:00+01:00","to":"2026-11-07T00:00:00+01:00"}},
    "misc_info":{"service_type":"EMS"},
    "tracking":{"providers":[
      {"provider":{"key":3011,"name":"China Post"},"events":[
        {"time_iso":"2026-11-01T08:00:00+08:00","stage":"Departure",
         "sub_status":"InTransit_Departure","description":"Left China","location":"Shanghai",
         "address":{"country":"CN","city":"Shanghai"},"time_raw":{"date":"2026-11-01",
         "time":"08:00:00","timezone":"+08:00"}},
        {"time_iso":"2026-10-30T00:00:00+08:00","stage":"PickedUp","sub_status":"InTransit_PickedUp",
         "description":"Accepted","location":"Hangzhou","time_raw":{"date":"2026-10-30",
         "time":null,"timezone":null}}]},
      {"provider":{"key":7041,"name":"DHL Paket"},"events":[
        {"time_iso":"2026-11-02T18:00:00+01:00","stage":"InTransit",
         "sub_status":"InTransit_CustomsRequiringInformation","description":"Invoice missing",
         "address":{"country":"DE","city":"Frankfurt","state":"HE","postal_code":"60549"}},
        {"time_iso":null,"time_raw":{"date":"2026-11-02","time":"09:15:00","timezone":"+01:00"},
         "description":"Handed over"}]}]}}}],"rejected":[]}})";

TEST(From17Track, ReadsVersionTwoWithBothCarriersInOneTimeline) {
  const Shipment shipment = shipment_of(kSource, kV2);
  EXPECT_EQ(shipment.id, "RR123");
  EXPECT_EQ(shipment.carrier, "3011");
  EXPECT_EQ(shipment.carrier_name, "China Post");
  EXPECT_EQ(shipment.service, "EMS");
  EXPECT_EQ(shipment.status, ShipmentStatus::OnHold);
  EXPECT_EQ(shipment.sub_status, SubStatus::CustomsInformationNeeded);
  EXPECT_EQ(shipment.raw_status, "InTransit_CustomsRequiringInformation");
  EXPECT_EQ(shipment.origin_country, "CN");
  EXPECT_EQ(shipment.destination_country, "DE");
  EXPECT_EQ(base::source_time_text(shipment.estimate.from), "2026-11-05");
  EXPECT_EQ(base::source_time_text(shipment.estimate.until), "2026-11-07");
  EXPECT_EQ(times_of(shipment),
            "2026-11-02T18:00:00+01:00\n2026-11-02T09:15:00+01:00\n"
            "2026-11-01T08:00:00+08:00\n2026-10-30\n");
  EXPECT_EQ(statuses_of(shipment), "on_hold unknown in_transit picked_up");
  EXPECT_EQ(shipment.checkpoints[0].place, (Place{"Frankfurt", "HE", "60549", "DE", {}}));
  EXPECT_EQ(shipment.checkpoints[3].place.city, "Hangzhou");
}

TEST(From17Track, ReadsAWebhookAndARejectedNumber) {
  const Shipment shipment = shipment_of(kSource, R"({"event":"TRACKING_UPDATED","data":{
      "number":"1","track_info":{"latest_status":{"status":"Delivered","sub_status":null},
      "latest_event":{"time_iso":"2026-11-02T18:00:00+01:00","stage":"Delivered"}}}})");
  EXPECT_EQ(shipment.status, ShipmentStatus::Delivered);
  EXPECT_EQ(base::source_time_text(shipment.delivered_at), "2026-11-02T18:00:00+01:00");
  EXPECT_TRUE(
      shipments_of(kSource, R"({"code":0,"data":{"accepted":[],"rejected":[{"number":"1"}]}})")
          .empty());
}

struct OldRow {
  std::string_view last_event;  // as it stands in the document
  std::string_view state;
  std::string_view time;
  std::string_view message;
  ShipmentStatus status;
};

TEST(From17Track, ReadsTheOldApiWithItsJsonInAString) {
  using S = ShipmentStatus;
  const OldRow kRows[] = {
      {R"("{\"a\":\"2018-04-23 12:02\",\"c\":\"Paris\",\"d\":\"FRA\",\"z\":\"Arrival\"}")", "10",
       "2018-04-23T12:02\n", "Arrival", S::InTransit},
      {R"("{\"a\":\"2019-02-26 01:05:34\",\"z\":\"Arrival\"}")", "40", "2019-02-26T01:05:34\n",
       "Arrival", S::Delivered},
      {R"("{\"a\":\"2021-03-05\",\"z\":\"Arrival\"}")", "50", "2021-03-05\n", "Arrival",
       S::Exception},
      {R"("{\"a\":\"?\",\"z\":\"Arrival\"}")", "35", "\n", "Arrival", S::AttemptFailed},
      {R"("Arrival, they say")", "30", "\n", "Arrival, they say", S::ReadyForPickup},
      {R"("{\"z\":7,\"a\":[]}")", "20", "\n", "7", S::Expired},
      {R"("")", "0", "", "", S::Pending},
      {R"(null)", "null", "", "", S::Pending},
      {R"("{\"z\":\"Arrival\"}")", "null", "\n", "Arrival", S::Unknown},
  };
  for (const OldRow& row : kRows) {
    std::string document = R"({"Json":[{"FTrackNo":"1","FFirstCarrier":0,"FLastEvent":)";
    document += row.last_event;
    document += R"(,"FPackageState":)";
    document += row.state;
    document += "}]}";
    const Shipment shipment = shipment_of(kSource, document);
    EXPECT_EQ(status_name(shipment.status), status_name(row.status)) << document;
    EXPECT_EQ(times_of(shipment), row.time) << document;
    EXPECT_EQ(shipment.carrier, "");
    if (!shipment.checkpoints.empty()) {
      EXPECT_EQ(shipment.checkpoints[0].message, row.message) << document;
      EXPECT_EQ(shipment.checkpoints[0].time.zone, base::Zone::Unknown);
    }
  }
}

TEST(From17Track, ReadsTheOldTrackAnswer) {
  const Shipment shipment = shipment_of(kSource, R"({"ret":1,"dat":[{"no":"1","track":{"e":40,
      "w1":3011,"z0":{"a":"2018-04-24 09:00","z":"Delivered"},
      "z1":[{"a":"2018-04-24 09:00","z":"Delivered"},{"a":"2018-04-23 12:02","z":"Arrival"}],
      "z2":[]}}]})");
  EXPECT_EQ(shipment.status, ShipmentStatus::Delivered);
  EXPECT_EQ(shipment.carrier, "3011");
  EXPECT_EQ(times_of(shipment), "2018-04-24T09:00\n2018-04-23T12:02\n");
}

TEST(From17Track, ShowsTheNewestConsignmentOfARecycledNumber) {
  const auto shipments = shipments_of(kSource, R"({"Json":[
      {"FTrackNo":"1","FLastEvent":"{\"a\":\"2018-04-23 12:02\",\"z\":\"old\"}"},
      {"FTrackNo":"1","FLastEvent":"{\"a\":\"2021-03-05\",\"z\":\"new\"}"},
      {"FTrackNo":"1","FLastEvent":""},
      {"FTrackNo":"2","FLastEvent":""}]})");
  ASSERT_EQ(shipments.size(), 2u);
  EXPECT_EQ(shipments[0].checkpoints[0].message, "new");
  EXPECT_EQ(shipments[1].tracking_number, "2");
}

TEST(From17Track, SaysWhatIsNotATracking) {
  EXPECT_EQ(error_of(kSource, R"({"code":-18010002,"data":{"errors":[]}})"), "no_shipment ");
  EXPECT_EQ(error_of(kSource, R"({"Json":7})"), "wrong_type /Json");
  EXPECT_EQ(error_of(kSource, R"({"Json":[7]})"), "wrong_type /Json/0");
  EXPECT_EQ(error_of(kSource, R"({"data":{"accepted":[{"number":"1","track_info":7}]}})"),
            "wrong_type /data/accepted/0/track_info");
}

}  // namespace
}  // namespace postlude::tracking
