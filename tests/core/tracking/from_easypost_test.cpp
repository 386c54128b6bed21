#include "tests/core/tracking/tracking_support.h"

namespace postlude::tracking {
namespace {

constexpr auto kSource = TrackingSource::EasyPost;

constexpr std::string_view kTracker = R"({
  "id":"trk_9","object":"Tracker","tracking_code":"9400","status":"in_transit",
  "status_detail":"weather_delay","signed_by":null,"est_delivery_date":"2026-11-06T04:00:00Z",
  "carrier":"USPS","public_url":"https://track.example/9","is_return":true,"fees":[],
  "carrier_detail":{"service":"First-Class","est_delivery_date_local":"2026-11-05",
    "est_delivery_time_local":null,"origin_tracking_location":{"country":"US"},
    "destination_tracking_location":null},
  "tracking_details":[
    {"status":"pre_transit","status_detail":"label_created","message":"Label created",
     "datetime":"2026-11-01T15:00:00Z","carrier_code":"OC",
     "tracking_location":{"city":null,"state":null,"country":"US","zip":"32837"}},
    {"status":"in_transit","status_detail":"received_at_origin_facility","message":"Accepted",
     "datetime":"2026-11-01T15:00:00Z","tracking_location":{"city":"ORLANDO","state":"FL",
     "country":"US","zip":"32809"}},
    {"status":"in_transit","status_detail":"weather_delay","message":null,
     "description":"Snow","datetime":"2026-11-03T02:46:19Z","tracking_location":null}]})";

TEST(FromEasyPost, ReadsATracker) {
  const Shipment shipment = shipment_of(kSource, kTracker);
  EXPECT_EQ(shipment.id, "trk_9");
  EXPECT_EQ(shipment.carrier, "USPS");
  EXPECT_EQ(shipment.tracking_number, "9400");
  EXPECT_EQ(shipment.tracking_url.text(), "https://track.example/9");
  EXPECT_EQ(shipment.status, ShipmentStatus::Delayed);
  EXPECT_EQ(shipment.sub_status, SubStatus::WeatherDelay);
  EXPECT_EQ(shipment.raw_status, "in_transit/weather_delay");
  EXPECT_EQ(shipment.direction, Direction::Return);
  EXPECT_EQ(shipment.service, "First-Class");
  EXPECT_EQ(shipment.origin_country, "US");
  EXPECT_EQ(shipment.destination_country, "");
  EXPECT_EQ(statuses_of(shipment), "delayed picked_up label_created");
  EXPECT_EQ(shipment.checkpoints[0].message, "Snow");
  EXPECT_TRUE(shipment.checkpoints[0].place.empty());
  EXPECT_EQ(shipment.checkpoints[1].place, (Place{"ORLANDO", "FL", "32809", "US", {}}));
  EXPECT_EQ(base::source_time_text(shipment.shipped_at), "2026-11-01T15:00:00Z");
}

struct EstimateRow {
  std::string_view universal, date, time, expected;
};

TEST(FromEasyPost, PrefersTheCarriersLocalDayToTheDayInUtc) {
  const EstimateRow kRows[] = {
      {R"("2026-11-06T04:00:00Z")", R"("2026-11-05")", "null", "2026-11-05"},
      {R"("2026-11-06T04:00:00Z")", R"("2026-11-05")", R"("20:00:00")", "2026-11-05T20:00:00"},
      {R"("2026-11-06T00:00:00Z")", "null", "null", "2026-11-06"},
      {R"("2026-11-06T04:00:00Z")", "null", "null", "2026-11-06T04:00:00Z"},
      {"null", "null", "null", ""},
  };
  for (const EstimateRow& row : kRows) {
    std::string document = R"({"tracking_code":"1","est_delivery_date":)";
    document += row.universal;
    document += R"(,"carrier_detail":{"est_delivery_date_local":)";
    document += row.date;
    document += R"(,"est_delivery_time_local":)";
    document += row.time;
    document += "}}";
    EXPECT_EQ(base::source_time_text(shipment_of(kSource, document).estimate.from), row.expected)
        << document;
  }
}

TEST(FromEasyPost, FindsTheTrackerWhereverTheAnswerKeepsIt) {
  const std::string bare = R"({"tracking_code":"1","status":"delivered"})";
  for (const std::string& document :
       {bare, "[" + bare + "]", R"({"trackers":[)" + bare + R"(],"has_more":true})",
        R"({"tracker":)" + bare + "}",
        R"({"object":"Event","description":"tracker.updated","status":"pending","result":)" + bare +
            "}"}) {
    EXPECT_EQ(shipment_of(kSource, document).status, ShipmentStatus::Delivered) << document;
  }
  EXPECT_EQ(error_of(kSource, R"({"success":true})"), "no_shipment ");
  EXPECT_EQ(error_of(kSource, R"({"object":"Event","status":"pending"})"), "no_shipment ");
  EXPECT_EQ(error_of(kSource, R"({"trackers":[{"tracking_code":"1","is_return":"no"}]})"),
            "wrong_type /trackers/0/is_return");
}

TEST(FromEasyPost, CallsAnUnknownParcelPendingUntilThereIsAScan) {
  EXPECT_EQ(shipment_of(kSource, R"({"tracking_code":"1","status":"unknown"})").status,
            ShipmentStatus::Pending);
  EXPECT_EQ(shipment_of(kSource, R"({"tracking_code":"1","status":"unknown","tracking_details":[
                {"status":"unknown","message":"?"}]})")
                .status,
            ShipmentStatus::Unknown);
}

TEST(FromEasyPost, ShowsTheNewestConsignmentOfARecycledNumber) {
  const auto shipments = shipments_of(kSource, R"({"trackers":[
      {"id":"old","carrier":"USPS","tracking_code":"9400","status":"delivered","tracking_details":[
        {"status":"delivered","datetime":"2025-01-03T10:00:00Z"}]},
      {"id":"new","carrier":"USPS","tracking_code":"9400","status":"in_transit","tracking_details":[
        {"status":"in_transit","datetime":"2026-11-03T10:00:00Z"}]}]})");
  ASSERT_EQ(shipments.size(), 1u);
  EXPECT_EQ(shipments[0].id, "new");
}

}  // namespace
}  // namespace postlude::tracking
