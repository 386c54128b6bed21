#include <gtest/gtest.h>

#include <string>

#include "core/tracking/normalise.h"

namespace postlude::tracking {
namespace {

using base::ErrorCode;

base::Result<std::vector<Shipment>> read(std::string_view json) {
  const auto document = base::parse_json(json);
  EXPECT_TRUE(document.ok()) << json;
  return shipments_from_canonical(document.value().root());
}

constexpr std::string_view kFull = R"({"version":1,"shipments":[{
  "id":"s1","carrier":"dhl","carrier_name":"DHL","tracking_number":"0034043412",
  "tracking_url":"https://dhl.example/0034043412","status":"out_for_delivery",
  "sub_status":"appointment_made","raw_status":"OFD","direction":"outbound","service":"Paket",
  "items":[{"line_id":"l1","quantity":2},{"line_id":"l2","quantity":1}],
  "estimate":{"from":"2026-11-03","until":"2026-11-05","source":"promised"},
  "shipped_at":"2026-11-01T18:20:00+01:00","signed_by":"","origin_country":"DE",
  "destination_country":"AT",
  "checkpoints":[
    {"id":"a","status":"picked_up","raw_code":"PU","message":"Picked up",
     "time":"2026-11-01T18:20:00+01:00","place":{"city":"Leipzig","country":"DE"}},
    {"id":"b","status":"out_for_delivery","message":"In the van","time":"2026-11-03T07:05",
     "place":{"city":"Wien","region":"Wien","postcode":"1010","country":"AT","latitude":48.2082,
     "longitude":"16.37"}}]}]})";

TEST(ShipmentsFromCanonical, ReadsEveryMember) {
  const auto result = read(kFull);
  ASSERT_TRUE(result.ok());
  ASSERT_EQ(result.value().size(), 1u);
  const Shipment& shipment = result.value()[0];
  EXPECT_EQ(shipment.id, "s1");
  EXPECT_EQ(shipment.carrier, "dhl");
  EXPECT_EQ(shipment.carrier_name, "DHL");
  EXPECT_EQ(shipment.tracking_number, "0034043412");
  EXPECT_EQ(shipment.tracking_url.text(), "https://dhl.example/0034043412");
  EXPECT_EQ(shipment.status, ShipmentStatus::OutForDelivery);
  EXPECT_EQ(shipment.sub_status, SubStatus::AppointmentMade);
  EXPECT_EQ(shipment.raw_status, "OFD");
  EXPECT_EQ(shipment.direction, Direction::Outbound);
  EXPECT_EQ(shipment.service, "Paket");
  EXPECT_EQ(shipment.items, (std::vector<ShipmentItem>{{"l1", 2}, {"l2", 1}}));
  EXPECT_EQ(base::source_time_text(shipment.estimate.from), "2026-11-03");
  EXPECT_EQ(base::source_time_text(shipment.estimate.until), "2026-11-05");
  EXPECT_EQ(shipment.estimate.source, EstimateSource::Promised);
  EXPECT_EQ(base::source_time_text(shipment.shipped_at), "2026-11-01T18:20:00+01:00");
  EXPECT_FALSE(shipment.delivered_at.known());
  EXPECT_EQ(shipment.origin_country, "DE");
  EXPECT_EQ(shipment.destination_country, "AT");
  ASSERT_EQ(shipment.checkpoints.size(), 2u);
  EXPECT_EQ(shipment.checkpoints[0].id, "b");
  EXPECT_EQ(shipment.checkpoints[0].place,
            (Place{"Wien", "Wien", "1010", "AT", Coordinates{4821, 1637}}));
  EXPECT_EQ(base::source_time_text(shipment.checkpoints[0].time), "2026-11-03T07:05");
  EXPECT_EQ(shipment.checkpoints[1].raw_code, "PU");
  EXPECT_EQ(shipment.checkpoints[1].message, "Picked up");
}

TEST(ShipmentsFromCanonical, IsReadBackFromWhatIsWritten) {
  const auto first = read(kFull);
  ASSERT_TRUE(first.ok());
  const std::string text = write_shipments(first.value());
  const auto second = read(text);
  ASSERT_TRUE(second.ok());
  EXPECT_EQ(first.value(), second.value());
  EXPECT_EQ(write_shipments(second.value()), text);
}

TEST(WriteShipments, LeavesOutWhatIsEmpty) {
  Shipment shipment;
  shipment.id = "s1";
  EXPECT_EQ(write_shipments({shipment}),
            R"({"version":1,"shipments":[{"id":"s1","status":"pending","direction":"outbound"}]})");
  EXPECT_EQ(write_shipments({}), R"({"version":1,"shipments":[]})");
}

struct Refusal {
  std::string_view json;
  ErrorCode code;
  std::string_view pointer;
};

TEST(ShipmentsFromCanonical, TellsReturnsThatAreTakenBackFromNoWordOfThem) {
  const struct {
    const char* returns;
    bool withdrawn;
    const char* url;
  } rows[] = {
      {"", false, ""},
      {R"(,"returns":{"url":"/return"})", false, "/return"},
      {R"(,"returns":null)", true, ""},
      {R"(,"returns":{})", true, ""},
      {R"(,"returns":{"url":null})", true, ""},
      {R"json(,"returns":{"url":"javascript:alert(1)"})json", true, ""},
  };
  for (const auto& row : rows) {
    const auto result = read(std::string(R"([{"id":"a")") + row.returns + "}]");
    ASSERT_TRUE(result.ok()) << row.returns;
    const Returns& returns = result.value()[0].returns;
    EXPECT_EQ(returns.withdrawn, row.withdrawn) << row.returns;
    EXPECT_EQ(returns.url.text(), row.url) << row.returns;
    const std::string text = write_shipments(result.value());
    const auto document = base::parse_json(text);
    EXPECT_EQ(shipments_from_canonical(document.value().root()).value(), result.value()) << text;
  }
}

TEST(ShipmentsFromCanonical, SaysWhatIsWrongAndWhere) {
  const Refusal kRows[] = {
      {R"(7)", ErrorCode::WrongType, ""},
      {R"(null)", ErrorCode::WrongType, ""},
      {R"({})", ErrorCode::NoShipment, ""},
      {R"({"shipments":{}})", ErrorCode::WrongType, "/shipments"},
      {R"({"version":2,"shipments":[]})", ErrorCode::UnknownVersion, "/version"},
      {R"({"version":"1","shipments":[]})", ErrorCode::UnknownVersion, "/version"},
      {R"({"version":1.0,"shipments":[]})", ErrorCode::UnknownVersion, "/version"},
      {R"([7])", ErrorCode::WrongType, "/0"},
      {R"([{}])", ErrorCode::MissingField, "/0/id"},
      {R"([{"id":""}])", ErrorCode::MissingField, "/0/id"},
      {R"([{"id":true}])", ErrorCode::WrongType, "/0/id"},
      {R"([{"id":"a"},{"id":"b"},{"id":"a"}])", ErrorCode::BadValue, "/2/id"},
      {R"([{"id":"a","status":"sleeping"}])", ErrorCode::BadValue, "/0/status"},
      {R"([{"id":"a","status":7}])", ErrorCode::WrongType, "/0/status"},
      {R"([{"id":"a","sub_status":"x"}])", ErrorCode::BadValue, "/0/sub_status"},
      {R"([{"id":"a","direction":"up"}])", ErrorCode::BadValue, "/0/direction"},
      {R"([{"id":"a","items":{}}])", ErrorCode::WrongType, "/0/items"},
      {R"([{"id":"a","items":[1]}])", ErrorCode::WrongType, "/0/items/0"},
      {R"([{"id":"a","items":[{}]}])", ErrorCode::MissingField, "/0/items/0/line_id"},
      {R"([{"id":"a","items":[{"line_id":"l","quantity":0}]}])", ErrorCode::BadValue,
       "/0/items/0/quantity"},
      {R"([{"id":"a","items":[{"line_id":"l","quantity":1.5}]}])", ErrorCode::BadValue,
       "/0/items/0/quantity"},
      {R"([{"id":"a","estimate":{}}])", ErrorCode::MissingField, "/0/estimate/from"},
      {R"([{"id":"a","estimate":{"from":"soon"}}])", ErrorCode::BadTime, "/0/estimate/from"},
      {R"([{"id":"a","estimate":{"from":"2026-11-03","source":"oracle"}}])", ErrorCode::BadValue,
       "/0/estimate/source"},
      {R"([{"id":"a","shipped_at":"2026-02-30"}])", ErrorCode::BadTime, "/0/shipped_at"},
      {R"([{"id":"a","delivered_at":3}])", ErrorCode::WrongType, "/0/delivered_at"},
      {R"([{"id":"a","checkpoints":7}])", ErrorCode::WrongType, "/0/checkpoints"},
      {R"([{"id":"a","checkpoints":[7]}])", ErrorCode::WrongType, "/0/checkpoints/0"},
      {R"([{"id":"a","checkpoints":[{"status":"x"}]}])", ErrorCode::BadValue,
       "/0/checkpoints/0/status"},
      {R"([{"id":"a","checkpoints":[{"time":"x"}]}])", ErrorCode::BadTime, "/0/checkpoints/0/time"},
      {R"([{"id":"a","checkpoints":[{"place":"x"}]}])", ErrorCode::WrongType,
       "/0/checkpoints/0/place"},
      {R"([{"id":"a","checkpoints":[{"place":{"city":1}}]}])", ErrorCode::WrongType,
       "/0/checkpoints/0/place/city"},
  };
  for (const Refusal& row : kRows) {
    const auto result = read(row.json);
    ASSERT_FALSE(result.ok()) << row.json;
    EXPECT_EQ(result.error().code, row.code) << row.json;
    EXPECT_EQ(result.error().pointer, row.pointer) << row.json;
  }
}

TEST(ShipmentsFromCanonical, TakesABareArrayAnAbsentVersionAndUnknownMembers) {
  EXPECT_TRUE(read(R"([])").ok());
  EXPECT_TRUE(read(R"({"shipments":[],"page":3})").ok());
  const auto result = read(R"([{"id":12,"colour":"red","checkpoints":[{"mood":{}}]}])");
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result.value()[0].id, "12");
}

TEST(ShipmentsFromCanonical, PointsIntoTheLargerDocument) {
  const auto document =
      base::parse_json(R"({"tracking":{"version":1,"shipments":[{"id":"a","status":"no"}]}})");
  const auto result = shipments_from_canonical(document.value().root()["tracking"]);
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().pointer, "/tracking/shipments/0/status");
}

TEST(ShipmentsFromCanonical, DropsAnUnsafeLinkAndKeepsTheShipment) {
  const auto result = read(R"json([{"id":"a","tracking_url":"javascript:alert(1)"}])json");
  ASSERT_TRUE(result.ok());
  EXPECT_TRUE(result.value()[0].tracking_url.empty());
}

TEST(ShipmentsFromCanonical, TakesAStatusLeftOutFromTheCheckpoints) {
  const auto result = read(R"([{"id":"a","checkpoints":[
      {"status":"delivered","sub_status":"left_in_locker","time":"2026-11-03T10:00:00Z"},
      {"status":"in_transit","time":"2026-11-02T10:00:00Z"}]},{"id":"b"}])");
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result.value()[0].status, ShipmentStatus::Delivered);
  EXPECT_EQ(result.value()[0].sub_status, SubStatus::LeftInLocker);
  EXPECT_EQ(base::source_time_text(result.value()[0].delivered_at), "2026-11-03T10:00:00Z");
  EXPECT_EQ(result.value()[1].status, ShipmentStatus::Pending);
}

TEST(ReadCheckpoint, ReadsOneWithoutAnId) {
  const auto document = base::parse_json(
      R"({"status":"delayed","sub_status":"weather_delay","message":"Snow","time":"2026-11-03"})");
  base::JsonReader in;
  Checkpoint checkpoint;
  read(in, document.value().root(), checkpoint);
  ASSERT_FALSE(in.failed());
  EXPECT_EQ(checkpoint.id, "");
  EXPECT_EQ(checkpoint.status, ShipmentStatus::Delayed);
  EXPECT_EQ(checkpoint.sub_status, SubStatus::WeatherDelay);
  EXPECT_EQ(checkpoint.time.precision, base::TimePrecision::Date);
}

TEST(ReadCheckpoint, RefusesWhatIsNoObject) {
  const auto document = base::parse_json("[]");
  base::JsonReader in;
  Checkpoint checkpoint;
  read(in, document.value().root(), checkpoint);
  ASSERT_TRUE(in.failed());
  EXPECT_EQ(in.error().code, ErrorCode::WrongType);
}

TEST(ShipmentNames, GoBothWays) {
#define X(name, text)                                 \
  EXPECT_EQ(status_name(ShipmentStatus::name), text); \
  EXPECT_EQ(status_from(text), ShipmentStatus::name);
  POSTLUDE_SHIPMENT_STATUSES(X)
#undef X
#define X(name, text)                                \
  EXPECT_EQ(sub_status_name(SubStatus::name), text); \
  EXPECT_EQ(sub_status_from(text), SubStatus::name);
  POSTLUDE_SUB_STATUSES(X)
#undef X
#define X(name, text)                               \
  EXPECT_EQ(direction_name(Direction::name), text); \
  EXPECT_EQ(direction_from(text), Direction::name);
  POSTLUDE_DIRECTIONS(X)
#undef X
#define X(name, text)                                          \
  EXPECT_EQ(estimate_source_name(EstimateSource::name), text); \
  EXPECT_EQ(estimate_source_from(text), EstimateSource::name);
  POSTLUDE_ESTIMATE_SOURCES(X)
#undef X
  EXPECT_FALSE(status_from("Delivered").has_value());
  EXPECT_FALSE(sub_status_from("nope").has_value());
}

}  // namespace
}  // namespace postlude::tracking
