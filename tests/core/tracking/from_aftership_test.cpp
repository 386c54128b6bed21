#include "tests/core/tracking/tracking_support.h"

namespace postlude::tracking {
namespace {

constexpr auto kSource = TrackingSource::AfterShip;

constexpr std::string_view kTracking = R"({
  "id":"abc","slug":"dhl-germany","tracking_number":"00340","tag":"Exception",
  "subtag":"Exception_006","courier_tracking_link":"https://dhl.example/00340",
  "shipment_type":"Paket","shipment_direction":"return","signed_by":null,
  "origin_country_iso3":"CHN","destination_country_iso3":"DEU",
  "expected_delivery":"2026-11-05T00:00:00",
  "shipment_pickup_date":"2026-10-30T16:00:00+08:00",
  "checkpoints":[
    {"tag":"InTransit","subtag":"InTransit_002","message":"Accepted","city":null,"location":null,
     "state":null,"zip":null,"country_name":null,"country_iso3":"CHN",
     "checkpoint_time":"2026-10-30T16:00:00+08:00"},
    {"tag":"InTransit","subtag":"InTransit_003","message":"Arrived","city":"Leipzig","zip":"04435",
     "country_iso3":"DEU","checkpoint_time":"2026-11-01T05:10:00"},
    {"tag":"InTransit","subtag":"InTransit_003","message":"Arrived","city":"Leipzig","zip":"04435",
     "country_iso3":"DEU","checkpoint_time":"2026-11-01T05:10:07"},
    {"tag":"Exception","subtag":"Exception_006","message":"Held for duties","location":"Zollamt",
     "country_name":"Germany","checkpoint_time":"2026-11-02"}]})";

TEST(FromAfterShip, ReadsATracking) {
  const Shipment shipment = shipment_of(kSource, kTracking);
  EXPECT_EQ(shipment.id, "abc");
  EXPECT_EQ(shipment.carrier, "dhl-germany");
  EXPECT_EQ(shipment.tracking_number, "00340");
  EXPECT_EQ(shipment.tracking_url.text(), "https://dhl.example/00340");
  EXPECT_EQ(shipment.status, ShipmentStatus::OnHold);
  EXPECT_EQ(shipment.sub_status, SubStatus::PaymentNeeded);
  EXPECT_EQ(shipment.raw_status, "Exception_006");
  EXPECT_EQ(shipment.direction, Direction::Return);
  EXPECT_EQ(shipment.service, "Paket");
  EXPECT_EQ(shipment.origin_country, "CN");
  EXPECT_EQ(shipment.destination_country, "DE");
  EXPECT_EQ(base::source_time_text(shipment.estimate.from), "2026-11-05");
  EXPECT_EQ(base::source_time_text(shipment.shipped_at), "2026-10-30T16:00:00+08:00");
}

TEST(FromAfterShip, KeepsEachOffsetFoldsRepeatsAndToleratesNulls) {
  const Shipment shipment = shipment_of(kSource, kTracking);
  EXPECT_EQ(times_of(shipment), "2026-11-02\n2026-11-01T05:10:00\n2026-10-30T16:00:00+08:00\n");
  EXPECT_EQ(statuses_of(shipment), "on_hold in_transit picked_up");
  EXPECT_EQ(shipment.checkpoints[0].place, (Place{"Zollamt", "", "", "Germany", {}}));
  EXPECT_EQ(shipment.checkpoints[1].place, (Place{"Leipzig", "", "04435", "DE", {}}));
  EXPECT_EQ(shipment.checkpoints[2].place, (Place{"", "", "", "CN", {}}));
  EXPECT_EQ(shipment.checkpoints[2].raw_code, "InTransit_002");
}

TEST(FromAfterShip, FindsTheTrackingWhereverTheAnswerKeepsIt) {
  const std::string bare = R"({"tracking_number":"1","slug":"x","tag":"Pending"})";
  const std::string kDocuments[] = {
      bare,
      "[" + bare + "]",
      R"({"meta":{"code":200},"data":)" + bare + "}",
      R"({"data":{"tracking":)" + bare + "}}",
      R"({"data":{"trackings":[)" + bare + "]}}",
      R"({"trackings":[)" + bare + "]}",
      R"({"tracking":)" + bare + "}",
      R"({"event":"tracking_update","msg":)" + bare + "}",
  };
  for (const std::string& document : kDocuments) {
    EXPECT_EQ(shipment_of(kSource, document).tracking_number, "1") << document;
    EXPECT_EQ(shipment_of(kSource, document).status, ShipmentStatus::Pending);
  }
  EXPECT_TRUE(shipments_of(kSource, R"({"data":{"trackings":[]}})").empty());
}

TEST(FromAfterShip, SaysWhatIsNotATracking) {
  EXPECT_EQ(error_of(kSource, R"({"data":{"couriers":[]}})"), "no_shipment ");
  EXPECT_EQ(error_of(kSource, R"(7)"), "no_shipment ");
  EXPECT_EQ(error_of(kSource, R"({"data":{"trackings":[7]}})"), "wrong_type /data/trackings/0");
  EXPECT_EQ(error_of(kSource, R"({"data":{"trackings":7}})"), "wrong_type /data/trackings");
  EXPECT_EQ(error_of(kSource, R"({"tracking_number":"1","checkpoints":{}})"),
            "wrong_type /checkpoints");
  EXPECT_EQ(error_of(kSource, R"({"tracking_number":"1","tag":[]})"), "wrong_type /tag");
}

struct EstimateRow {
  std::string_view members;
  std::string_view expected;
  EstimateSource source;
};

TEST(FromAfterShip, TakesTheLatestEstimateAndSaysWhoMadeIt) {
  const EstimateRow kRows[] = {
      {R"("expected_delivery":"2026-11-05")", "2026-11-05..", EstimateSource::Carrier},
      {R"("order_promised_delivery_date":"2026-11-05T00:00:00Z")", "2026-11-05..",
       EstimateSource::Promised},
      {R"("latest_estimated_delivery":{"type":"specific","source":"AfterShip EDD",
          "datetime":"2026-11-06"},"expected_delivery":"2026-11-05")",
       "2026-11-06..", EstimateSource::Predicted},
      {R"("latest_estimated_delivery":{"type":"range","source":"Order EDD",
          "datetime_min":"2026-11-06","datetime_max":"2026-11-08"})",
       "2026-11-06..2026-11-08", EstimateSource::Promised},
      {R"("courier_estimated_delivery_date":{"estimated_delivery_date":"2026-11-07"})",
       "2026-11-07..", EstimateSource::Carrier},
      {R"("aftership_estimated_delivery_date":{"estimated_delivery_date":"2026-11-07",
          "estimated_delivery_date_min":"2026-11-07","estimated_delivery_date_max":"2026-11-09"})",
       "2026-11-07..2026-11-09", EstimateSource::Predicted},
      {R"("expected_delivery":"soon")", "..", EstimateSource::Carrier},
  };
  for (const EstimateRow& row : kRows) {
    const std::string document = R"({"tracking_number":"1",)" + std::string(row.members) + "}";
    const Estimate estimate = shipment_of(kSource, document).estimate;
    EXPECT_EQ(base::source_time_text(estimate.from) + ".." + base::source_time_text(estimate.until),
              row.expected)
        << document;
    if (estimate.known()) {
      EXPECT_EQ(estimate.source, row.source) << document;
    }
  }
}

TEST(FromAfterShip, TellsHowItWasLeftAndWhereItWaits) {
  const Shipment shipment = shipment_of(kSource, R"j({"tracking_number":"1","tag":"Delivered",
      "signed_by":"R. Huber","pickup_location":"Kiosk am Ring, Ring 1, 1010 Wien",
      "proof_of_delivery":[{"type":"pod","url":"https://a.example/1.pdf?x=1"},
        {"type":"image","url":"javascript:alert(1)"},
        {"type":"image","url":"https://a.example/1.jpg"}],
      "checkpoints":[{"tag":"Delivered","checkpoint_time":"2026-11-02T10:00:00",
        "coordinate":{"latitude":48.2082,"longitude":16.3738}}]})j");
  EXPECT_EQ(shipment.signed_by, "R. Huber");
  EXPECT_EQ(shipment.proof_photo.text(), "https://a.example/1.jpg");
  EXPECT_EQ(shipment.pickup.address, "Kiosk am Ring, Ring 1, 1010 Wien");
  EXPECT_EQ(shipment.checkpoints[0].place.coordinates, (Coordinates{4821, 1637}));
  for (const char* const none : {"null", "[]", R"([{"type":"image"}])"}) {
    const std::string document =
        std::string(R"({"tracking_number":"1","proof_of_delivery":)") + none + "}";
    EXPECT_TRUE(shipment_of(kSource, document).proof_photo.empty()) << none;
  }
}

TEST(FromAfterShip, KeepsWordsItDoesNotKnow) {
  const Shipment shipment =
      shipment_of(kSource, R"({"tracking_number":"1","tag":"Teleported","checkpoints":[
          {"tag":"Vanished","message":"?","checkpoint_time":"last week"}]})");
  EXPECT_EQ(shipment.status, ShipmentStatus::Unknown);
  EXPECT_EQ(shipment.raw_status, "Teleported");
  EXPECT_EQ(shipment.checkpoints[0].raw_code, "Vanished");
  EXPECT_FALSE(shipment.checkpoints[0].time.known());
}

}  // namespace
}  // namespace postlude::tracking
