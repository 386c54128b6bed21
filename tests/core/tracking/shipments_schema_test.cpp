#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>

#include "tests/core/tracking/tracking_support.h"

namespace postlude::tracking {
namespace {

using base::JsonRef;

const base::JsonDocument& schema() {
  static const base::JsonDocument document = [] {
    std::ifstream file(POSTLUDE_SOURCE_DIR "/web/contract/shipments.schema.json", std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    auto parsed = base::parse_json(text);
    EXPECT_TRUE(parsed.ok());
    return std::move(parsed.value());
  }();
  return document;
}

JsonRef definition(std::string_view name) { return schema().root()["$defs"][name]; }

// Follows "#/$defs/name", which is the only kind of reference in the file.
JsonRef resolved(JsonRef place) {
  constexpr std::string_view kPrefix = "#/$defs/";
  const std::string_view target = place["$ref"].text();
  return target.starts_with(kPrefix) ? definition(target.substr(kPrefix.size())) : place;
}

bool lists(JsonRef words, std::string_view word) {
  for (const JsonRef item : words) {
    if (item.is_string() && item.text() == word) return true;
  }
  return false;
}

// Checks that every member of `value`, all the way down, is described at `place`.
void expect_described(JsonRef place, JsonRef value, std::set<std::string>& seen) {
  const JsonRef rule = resolved(place);
  if (value.is_object()) {
    for (const JsonRef member : value) {
      const JsonRef property = rule["properties"][member.key()];
      EXPECT_TRUE(property.exists()) << member.pointer();
      seen.insert(property.pointer());
      expect_described(property, member, seen);
    }
  } else if (value.is_array()) {
    EXPECT_TRUE(rule["items"].exists()) << value.pointer();
    for (const JsonRef item : value) expect_described(rule["items"], item, seen);
  } else if (rule["enum"].exists()) {
    EXPECT_TRUE(lists(rule["enum"], value.text())) << value.pointer();
  } else if (rule["const"].exists()) {
    EXPECT_EQ(rule["const"].text(), value.text());
  }
}

base::SourceTime time(std::string_view text) { return base::parse_source_time(text).value(); }

// A shipment with nothing left out.
Shipment full_shipment() {
  Shipment shipment;
  shipment.id = "s1";
  shipment.carrier = "dhl";
  shipment.carrier_name = "DHL";
  shipment.tracking_number = "0034";
  shipment.tracking_url = base::safe_url("https://dhl.example/0034");
  shipment.status = ShipmentStatus::Delivered;
  shipment.sub_status = SubStatus::Signed;
  shipment.raw_status = "OK";
  shipment.direction = Direction::Return;
  shipment.service = "Paket";
  shipment.items = {{"l1", 2}};
  shipment.estimate = {time("2026-11-03"), time("2026-11-05"), EstimateSource::Predicted, 80};
  shipment.first_estimate = {time("2026-11-02"), time("2026-11-03"), EstimateSource::Promised, 50};
  shipment.pace = Pace::RunningLate;
  shipment.shipped_at = time("2026-11-01T10:00");
  shipment.delivered_at = time("2026-11-03T10:00:00+01:00");
  shipment.signed_by = "Huber";
  shipment.proof_photo = base::safe_url("https://dhl.example/0034.jpg");
  shipment.report_url = base::safe_url("/order/report?shipment=s1");
  shipment.pickup = {"Kiosk", "Ring 1, 1010 Wien", ";09:00-18:00;", time("2026-11-10")};
  shipment.returns = {base::safe_url("/order/return?shipment=s1"), time("2026-11-17")};
  shipment.origin_country = "DE";
  shipment.destination_country = "AT";
  Checkpoint& checkpoint = shipment.checkpoints.emplace_back();
  checkpoint.id = "c1";
  checkpoint.status = ShipmentStatus::Delivered;
  checkpoint.sub_status = SubStatus::Signed;
  checkpoint.raw_code = "OK";
  checkpoint.message = "Delivered";
  checkpoint.time = time("2026-11-03T10:00:00+01:00");
  checkpoint.place = {"Wien", "Wien", "1010", "AT", Coordinates{4821, 1637}};
  return shipment;
}

size_t described_members(std::string_view name) { return definition(name)["properties"].size(); }

TEST(ShipmentsSchema, DescribesEveryMemberThatIsWrittenAndNoOther) {
  const std::string text = write_shipments({full_shipment()});
  const auto document = base::parse_json(text);
  ASSERT_TRUE(document.ok());
  std::set<std::string> seen;
  expect_described(definition("document"), document.value().root(), seen);
  size_t described = 0;
  for (const std::string_view name :
       {"document", "shipment", "checkpoint", "item", "estimate", "pickup", "returns", "place"}) {
    described += described_members(name);
  }
  EXPECT_EQ(seen.size(), described) << text;
}

TEST(ShipmentsSchema, ListsEveryWordOfTheClosedLists) {
  const auto expect_word = [](std::string_view name, std::string_view word) {
    EXPECT_TRUE(lists(definition(name)["enum"], word)) << name << " " << word;
  };
#define X(name, text) expect_word("status", text);
  POSTLUDE_SHIPMENT_STATUSES(X)
#undef X
#define X(name, text) expect_word("sub_status", text);
  POSTLUDE_SUB_STATUSES(X)
#undef X
#define X(name, text) \
  EXPECT_TRUE(lists(definition("shipment")["properties"]["direction"]["enum"], text));
  POSTLUDE_DIRECTIONS(X)
#undef X
#define X(name, text) \
  EXPECT_TRUE(lists(definition("estimate")["properties"]["source"]["enum"], text));
  POSTLUDE_ESTIMATE_SOURCES(X)
#undef X
#define X(name, text) \
  EXPECT_TRUE(lists(definition("shipment")["properties"]["pace"]["enum"], text));
  POSTLUDE_PACES(X)
#undef X
}

TEST(ShipmentsSchema, ListsNoWordThatIsRefused) {
  for (const JsonRef word : definition("status")["enum"]) {
    EXPECT_TRUE(word.text().empty() || status_from(word.text())) << word.text();
  }
  for (const JsonRef word : definition("sub_status")["enum"]) {
    EXPECT_TRUE(word.text().empty() || sub_status_from(word.text())) << word.text();
  }
}

TEST(ShipmentsSchema, RequiresWhatTheReaderRequires) {
  EXPECT_EQ(definition("shipment")["required"].at(0).text(), "id");
  EXPECT_EQ(definition("shipment")["required"].size(), 1u);
  EXPECT_FALSE(definition("checkpoint")["required"].exists());
  EXPECT_EQ(definition("item")["required"].at(0).text(), "line_id");
  EXPECT_EQ(definition("estimate")["required"].at(0).text(), "from");
  EXPECT_EQ(error_of(TrackingSource::Canonical, R"([{"id":"a","estimate":{}}])"),
            "missing_field /0/estimate/from");
}

}  // namespace
}  // namespace postlude::tracking
