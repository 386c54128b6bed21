#include "tests/core/tracking/tracking_support.h"

namespace postlude::tracking {
namespace {

constexpr auto kSource = TrackingSource::Shippo;

constexpr std::string_view kTrack = R"({
  "carrier":"usps","tracking_number":"92055","eta":"2016-12-08T00:00:00Z",
  "address_from":{"country":"US"},"address_to":{"city":"Berkeley","country":"US"},
  "servicelevel":{"token":"usps_priority","name":"Priority Mail"},
  "tracking_status":{"object_id":"n","status":"TRANSIT","status_details":"Notice left",
    "substatus":{"code":"notice_left","text":"Notice","action_required":true},
    "status_date":"2016-12-08T15:19:00Z","location":{"city":"Berkeley","state":"CA",
    "zip":"94705","country":"US"}},
  "tracking_history":[
    {"object_id":"a","status":"UNKNOWN","status_details":"Label created",
     "status_date":"2016-12-07T00:00:00Z","location":null},
    {"object_id":"b","status":"TRANSIT","status_details":"Accepted",
     "substatus":{"code":"package_accepted","action_required":false},
     "status_date":"2016-12-07T19:04:00Z","location":{"city":"San Francisco"}},
    {"object_id":"c","status":"TRANSIT","status_details":"Notice left",
     "substatus":{"code":"notice_left","action_required":true},
     "status_date":"2016-12-08T15:19:00Z","location":{"city":"Berkeley","state":"CA",
     "zip":"94705","country":"US"}}]})";

TEST(FromShippo, ReadsATrackAndDoesNotTellTheCurrentStatusTwice) {
  const Shipment shipment = shipment_of(kSource, kTrack);
  EXPECT_EQ(shipment.id, "92055");
  EXPECT_EQ(shipment.carrier, "usps");
  EXPECT_EQ(shipment.service, "Priority Mail");
  EXPECT_EQ(shipment.status, ShipmentStatus::AttemptFailed);
  EXPECT_EQ(shipment.sub_status, SubStatus::NoticeLeft);
  EXPECT_EQ(shipment.raw_status, "TRANSIT/notice_left");
  EXPECT_EQ(statuses_of(shipment), "attempt_failed picked_up pending");
  EXPECT_EQ(shipment.origin_country, "US");
  EXPECT_EQ(shipment.destination_country, "US");
}

TEST(FromShippo, ReadsAnEtaAtMidnightAsTheDateItIs) {
  const Shipment shipment = shipment_of(kSource, kTrack);
  EXPECT_EQ(shipment.estimate.from.precision, base::TimePrecision::Date);
  EXPECT_EQ(base::source_time_text(shipment.estimate.from), "2016-12-08");
}

TEST(FromShippo, CallsAnOldLabelCreatedEventPendingAndKeepsItsWord) {
  const Checkpoint oldest = shipment_of(kSource, kTrack).checkpoints.back();
  EXPECT_EQ(oldest.status, ShipmentStatus::Pending);
  EXPECT_EQ(oldest.raw_code, "UNKNOWN");
  EXPECT_EQ(oldest.message, "Label created");
  EXPECT_EQ(base::source_time_text(oldest.time), "2016-12-07T00:00:00Z");
}

TEST(FromShippo, ReadsAWebhookAListAndATrackWithoutNews) {
  const std::string bare = R"({"carrier":"usps","tracking_number":"1","tracking_status":null,
      "eta":null,"servicelevel":{},"tracking_history":[]})";
  for (const std::string& document :
       {bare, "[" + bare + "]", R"({"event":"track_updated","test":false,"data":)" + bare + "}",
        R"({"results":[)" + bare + "]}"}) {
    const Shipment shipment = shipment_of(kSource, document);
    EXPECT_EQ(shipment.tracking_number, "1") << document;
    EXPECT_EQ(shipment.status, ShipmentStatus::Pending) << document;
  }
}

TEST(FromShippo, SaysWhatIsNotATrack) {
  EXPECT_EQ(error_of(kSource, R"({"detail":"Not found."})"), "no_shipment ");
  EXPECT_EQ(error_of(kSource, R"({"tracking_number":"1","tracking_history":"x"})"),
            "wrong_type /tracking_history");
  EXPECT_EQ(error_of(kSource, R"({"tracking_number":"1","tracking_status":"DELIVERED"})"),
            "wrong_type /tracking_status");
}

}  // namespace
}  // namespace postlude::tracking
