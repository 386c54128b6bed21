#include "tests/core/tracking/tracking_support.h"

namespace postlude::tracking {
namespace {

constexpr auto kSource = TrackingSource::Shopify;

constexpr std::string_view kFulfillment = R"({
  "id":2558,"order_id":4507,"status":"success","created_at":"2026-11-01T16:06:08-04:00",
  "service":"manual","tracking_company":"UPS","shipment_status":"out_for_delivery",
  "tracking_number":"1Z2345","tracking_numbers":["1Z2345"],
  "tracking_url":"https://ups.example/1Z2345","tracking_urls":["https://ups.example/1Z2345"],
  "origin_address":{"country_code":"CA"},
  "line_items":[{"id":466157049,"quantity":2,"title":"Lamp"},{"id":2,"quantity":0},{"quantity":1}],
  "events":[
    {"id":11,"status":"label_printed","message":null,"happened_at":"2026-11-01T16:32:23-05:00",
     "city":null,"province":null,"country":null,"zip":null,"estimated_delivery_at":null},
    {"id":12,"status":"out_for_delivery","message":"In the van",
     "happened_at":"2026-11-03T07:00:00-05:00","city":"Ottawa","province":"ON","country":"CA",
     "zip":"K2P","estimated_delivery_at":"2026-11-03T00:00:00-05:00"}]})";

TEST(FromShopify, ReadsAFulfillmentWithItsEvents) {
  const Shipment shipment = shipment_of(kSource, kFulfillment);
  EXPECT_EQ(shipment.id, "2558");
  EXPECT_EQ(shipment.carrier_name, "UPS");
  EXPECT_EQ(shipment.tracking_number, "1Z2345");
  EXPECT_EQ(shipment.tracking_url.text(), "https://ups.example/1Z2345");
  EXPECT_EQ(shipment.status, ShipmentStatus::OutForDelivery);
  EXPECT_EQ(shipment.raw_status, "out_for_delivery");
  EXPECT_EQ(shipment.items, (std::vector<ShipmentItem>{{"466157049", 2}}));
  EXPECT_EQ(shipment.origin_country, "CA");
  EXPECT_EQ(base::source_time_text(shipment.estimate.from), "2026-11-03");
  EXPECT_EQ(statuses_of(shipment), "out_for_delivery label_created");
  EXPECT_EQ(shipment.checkpoints[0].id, "12");
  EXPECT_EQ(shipment.checkpoints[0].place, (Place{"Ottawa", "ON", "K2P", "CA", {}}));
  EXPECT_EQ(times_of(shipment), "2026-11-03T07:00:00-05:00\n2026-11-01T16:32:23-05:00\n");
}

struct StatusRow {
  std::string_view members;
  ShipmentStatus expected;
};

TEST(FromShopify, DecidesTheStatusFromWhatThereIs) {
  using S = ShipmentStatus;
  const StatusRow kRows[] = {
      {R"("status":"success","shipment_status":null,"tracking_number":"1")", S::LabelCreated},
      {R"("status":"success","shipment_status":null,"tracking_number":null)", S::Pending},
      {R"("status":"open","shipment_status":null,"tracking_numbers":[])", S::Pending},
      {R"("status":"success","shipment_status":"delivered","tracking_number":"1")", S::Delivered},
      {R"("status":"success","shipment_status":"moon","tracking_number":"1")", S::Unknown},
      {R"("status":"failure","shipment_status":null,"tracking_number":"1")", S::Exception},
      {R"("status":"error","shipment_status":null,"tracking_number":"1")", S::Exception},
      {R"("status":"cancelled","shipment_status":"in_transit","tracking_number":"1")",
       S::Cancelled},
      {R"("status":"success","tracking_number":"1","events":[{"status":"in_transit"}])",
       S::InTransit},
  };
  for (const StatusRow& row : kRows) {
    const std::string document = R"({"fulfillment":{"id":1,)" + std::string(row.members) + "}}";
    EXPECT_EQ(status_name(shipment_of(kSource, document).status), status_name(row.expected))
        << document;
  }
}

TEST(FromShopify, FindsFulfillmentsWhereverTheDocumentKeepsThem) {
  const std::string bare = R"({"id":1,"tracking_company":"UPS","tracking_number":"1Z"})";
  for (const std::string& document :
       {bare, "[" + bare + "]", R"({"fulfillment":)" + bare + "}",
        R"({"fulfillments":[)" + bare + "]}", R"({"order":{"id":9,"fulfillments":[)" + bare + "]}}",
        R"({"orders":[{"id":9,"fulfillments":[)" + bare + "]}]}",
        R"({"id":9,"financial_status":"paid","fulfillments":[)" + bare + "]}"}) {
    EXPECT_EQ(shipment_of(kSource, document).tracking_number, "1Z") << document;
  }
  EXPECT_TRUE(shipments_of(kSource, R"({"order":{"fulfillments":[]}})").empty());
}

TEST(FromShopify, GivesOneShipmentATrackingNumber) {
  const auto shipments = shipments_of(kSource, R"({"fulfillments":[{"id":7,"status":"success",
      "tracking_company":"UPS","tracking_numbers":["A","B"],
      "tracking_urls":["https://ups.example/A","javascript:x"],
      "line_items":[{"id":1,"quantity":1}],"events":[{"id":5,"status":"in_transit"}]}]})");
  ASSERT_EQ(shipments.size(), 2u);
  EXPECT_EQ(shipments[0].id, "7");
  EXPECT_NE(shipments[1].id, "7");
  EXPECT_EQ(shipments[0].tracking_number, "A");
  EXPECT_EQ(shipments[1].tracking_number, "B");
  EXPECT_EQ(shipments[0].tracking_url.text(), "https://ups.example/A");
  EXPECT_TRUE(shipments[1].tracking_url.empty());
  EXPECT_TRUE(shipments[0].items.empty());
  EXPECT_EQ(statuses_of(shipments[1]), "in_transit");
}

TEST(FromShopify, KeepsTwoFulfillmentsOfOneNumberApart) {
  const auto shipments = shipments_of(kSource, R"({"fulfillments":[
      {"id":7,"tracking_company":"UPS","tracking_number":"A","line_items":[{"id":1,"quantity":1}]},
      {"id":8,"tracking_company":"UPS","tracking_number":"A","line_items":[{"id":2,"quantity":1}]}]})");
  ASSERT_EQ(shipments.size(), 2u);
  EXPECT_EQ(shipments[1].items[0].line_id, "2");
}

TEST(FromShopify, ReadsEventsOnTheirOwnAndBesideTheirFulfillment) {
  const Shipment alone = shipment_of(kSource, R"({"fulfillment_event":{"id":1,
      "fulfillment_id":26084,"status":"label_printed","happened_at":"2021-01-25T16:32:23-05:00"}})");
  EXPECT_EQ(alone.id, "26084");
  EXPECT_EQ(alone.status, ShipmentStatus::LabelCreated);

  const auto both = shipments_of(kSource, R"({
      "fulfillments":[{"id":7,"status":"success","tracking_number":"A"}],
      "fulfillment_events":[
        {"id":1,"fulfillment_id":7,"status":"carrier_picked_up","happened_at":"2026-11-01T10:00:00Z"},
        {"id":2,"fulfillment_id":7,"status":"in_transit","happened_at":"2026-11-02T10:00:00Z"},
        {"id":3,"fulfillment_id":8,"status":"delayed","happened_at":"2026-11-02T10:00:00Z"}]})");
  ASSERT_EQ(both.size(), 2u);
  EXPECT_EQ(both[0].status, ShipmentStatus::InTransit);
  EXPECT_EQ(statuses_of(both[0]), "in_transit picked_up");
  EXPECT_EQ(both[1].id, "8");
  EXPECT_EQ(both[1].status, ShipmentStatus::Delayed);
}

TEST(FromShopify, SaysWhatIsNoFulfillment) {
  EXPECT_EQ(error_of(kSource, R"({"count":1})"), "no_shipment ");
  EXPECT_EQ(error_of(kSource, R"({"order":{"id":9,"line_items":[]}})"), "no_shipment ");
  EXPECT_EQ(error_of(kSource, R"({"fulfillments":[7]})"), "wrong_type /fulfillments/0");
  EXPECT_EQ(error_of(kSource, R"({"fulfillment":{"id":{}}})"), "wrong_type /fulfillment/id");
  EXPECT_EQ(error_of(kSource, R"({"fulfillment":{"id":1,"line_items":7}})"),
            "wrong_type /fulfillment/line_items");
  EXPECT_EQ(error_of(kSource, R"({"fulfillment_event":7})"), "wrong_type /fulfillment_event");
}

TEST(FromShopify, DoesNotMultiplyManyNumbersByManyEvents) {
  std::string document = R"({"id":1,"tracking_company":"x","tracking_numbers":[")";
  for (int i = 0; i < 2000; ++i) document += std::to_string(i) + R"(",")";
  document += R"(end"],"events":[{"status":"in_transit"})";
  for (int i = 0; i < 2000; ++i) {
    document += R"(,{"status":"in_transit","message":"m)" + std::to_string(i) + R"("})";
  }
  document += "]}";
  const auto shipments = shipments_of(kSource, document);
  ASSERT_EQ(shipments.size(), 2001u);
  size_t scans = 0;
  for (const Shipment& shipment : shipments) scans += shipment.checkpoints.size();
  EXPECT_LT(scans, 40'000u);
}

}  // namespace
}  // namespace postlude::tracking
