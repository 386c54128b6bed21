#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>

#include "core/tracking/estimate_delivery.h"

namespace postlude::tracking {
namespace {

std::string read_file(const std::string& name) {
  std::ifstream file(POSTLUDE_SOURCE_DIR "/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string error_of(std::string_view json) {
  const auto document = base::parse_json(json);
  if (!document.ok()) return "not json";
  const auto rules = parse_delivery_rules(document.value().root());
  if (rules.ok()) return "ok";
  return std::string(base::error_name(rules.error().code)) + " " + rules.error().pointer;
}

constexpr std::string_view kAll = R"({"version":1,
  "shop":{"country":"DE","handling_days":2,"cutoff":"13:30","works_on":["mon","sat"]},
  "countries":{"DE":{"holidays":["12-25","easter+1"]},"AT":{}},
  "services":[{"name":"Paket","destination":"AT","min_days":2,"max_days":4,"count":"calendar",
               "delivers_on":["tue"],"on_holidays":true}],
  "lanes":[{"origin":"DE","origin_region":"SN","destination":"AT","service":"Paket","n":34,
            "p50":2,"p80":3,"p95":6}]})";

TEST(DeliveryRules, ReadsEveryMember) {
  const auto document = base::parse_json(kAll);
  ASSERT_TRUE(document.ok());
  const auto result = parse_delivery_rules(document.value().root());
  ASSERT_TRUE(result.ok()) << result.error().pointer;
  const DeliveryRules& rules = result.value();
  EXPECT_EQ(rules.country, "DE");
  EXPECT_EQ(rules.handling_days, 2);
  EXPECT_EQ(rules.cutoff_minutes, 13 * 60 + 30);
  EXPECT_EQ(rules.works_on, 0b1000010);
  ASSERT_EQ(rules.countries.size(), 2u);
  EXPECT_EQ(rules.countries[0].holidays.size(), 2u);
  ASSERT_EQ(rules.services.size(), 1u);
  EXPECT_EQ(rules.services[0].name, "Paket");
  EXPECT_EQ(rules.services[0].destination, "AT");
  EXPECT_EQ(rules.services[0].min_days, 2);
  EXPECT_EQ(rules.services[0].max_days, 4);
  EXPECT_EQ(rules.services[0].count, DayCount::Calendar);
  EXPECT_EQ(rules.services[0].delivers_on, 0b0000100);
  EXPECT_EQ(rules.services[0].on_holidays, HolidayDelivery::Yes);
  ASSERT_EQ(rules.lanes.size(), 1u);
  EXPECT_EQ(rules.lanes[0], (Lane{"DE", "SN", "AT", "Paket", 34, 2, 3, 6}));
}

TEST(DeliveryRules, HasUsefulDefaults) {
  const auto document = base::parse_json("{}");
  const auto rules = parse_delivery_rules(document.value().root());
  ASSERT_TRUE(rules.ok());
  EXPECT_EQ(rules.value().handling_days, 1);
  EXPECT_EQ(rules.value().cutoff_minutes, 14 * 60);
  EXPECT_EQ(rules.value().works_on, kMondayToFriday);
}

struct Row {
  std::string_view json, error;
};

TEST(DeliveryRules, SaysWhatIsWrongAndWhere) {
  const Row kRows[] = {
      {"[]", "wrong_type "},
      {R"({"version":2})", "unknown_version /version"},
      {R"({"holidays":[]})", "bad_value /holidays"},
      {R"({"shop":{"cut_off":"14:00"}})", "bad_value /shop/cut_off"},
      {R"({"shop":{"cutoff":"14:60"}})", "bad_value /shop/cutoff"},
      {R"({"shop":{"cutoff":"25:00"}})", "bad_value /shop/cutoff"},
      {R"({"shop":{"cutoff":"2 pm"}})", "bad_value /shop/cutoff"},
      {R"({"shop":{"cutoff":"1::00"}})", "bad_value /shop/cutoff"},
      {R"({"shop":{"cutoff":"24:00"}})", "ok"},
      {R"({"shop":{"country":"Germany"}})", "bad_value /shop/country"},
      {R"({"shop":{"handling_days":-1}})", "bad_value /shop/handling_days"},
      {R"({"shop":{"handling_days":"1"}})", "wrong_type /shop/handling_days"},
      {R"({"shop":{"works_on":[]}})", "bad_value /shop/works_on"},
      {R"({"shop":{"works_on":["monday"]}})", "bad_value /shop/works_on/0"},
      {R"({"countries":{"DE":[]}})", "wrong_type /countries/DE"},
      {R"({"countries":{"DE":{"holidays":["12-32"]}}})", "bad_value /countries/DE/holidays/0"},
      {R"({"countries":{"DE":{"holidays":[7]}}})", "bad_value /countries/DE/holidays/0"},
      {R"({"services":[{"min_days":1}]})", "missing_field /services/0/max_days"},
      {R"({"services":[{"min_days":3,"max_days":2}]})", "bad_value /services/0/max_days"},
      {R"({"services":[{"min_days":1,"max_days":366}]})", "bad_value /services/0/max_days"},
      {R"({"services":[{"min_days":1,"max_days":2,"count":"working"}]})",
       "bad_value /services/0/count"},
      {R"({"services":[{"min_days":1,"max_days":2,"delivers_on":[]}]})",
       "bad_value /services/0/delivers_on"},
      {R"({"lanes":[{"origin":"DE","destination":"FR","p50":1,"p80":2,"p95":3}]})",
       "missing_field /lanes/0/n"},
      {R"({"lanes":[{"origin":"DE","destination":"FR","n":0,"p50":1,"p80":2,"p95":3}]})",
       "bad_value /lanes/0/n"},
      {R"({"lanes":[{"origin":"DE","destination":"FR","n":9,"p50":3,"p80":2,"p95":3}]})",
       "bad_value /lanes/0/p80"},
      {R"({"lanes":[{"origin":"DE","destination":"FR","n":9,"p50":1,"p80":2,"p95":1}]})",
       "bad_value /lanes/0/p95"},
  };
  for (const Row& row : kRows) EXPECT_EQ(error_of(row.json), row.error) << row.json;
}

TEST(DeliveryRules, OfTheDemoShopAreReadable) {
  EXPECT_EQ(error_of(read_file("demo/store/delivery.json")), "ok");
}

// Walks a document beside its schema: every member is described, and `seen` gets its place.
void expect_described(base::JsonRef root, base::JsonRef rule, base::JsonRef value,
                      std::set<std::string>& seen) {
  constexpr std::string_view kPrefix = "#/$defs/";
  const std::string_view target = rule["$ref"].text();
  if (target.starts_with(kPrefix)) rule = root["$defs"][target.substr(kPrefix.size())];
  if (value.is_array()) {
    for (const base::JsonRef item : value) expect_described(root, rule["items"], item, seen);
  }
  if (!value.is_object()) return;
  for (const base::JsonRef member : value) {
    const bool named = rule["properties"][member.key()].exists();
    const base::JsonRef described =
        named ? rule["properties"][member.key()] : rule["additionalProperties"];
    EXPECT_TRUE(described.is_object()) << member.pointer();
    if (named) seen.insert(described.pointer());
    expect_described(root, described, member, seen);
  }
}

size_t named_members(base::JsonRef place) {
  size_t count = 0;
  for (const base::JsonRef member : place) {
    if (member.key() == "properties") count += member.size();
    count += named_members(member);
  }
  return count;
}

TEST(DeliveryRules, AndTheirSchemaHaveTheSameMembers) {
  const std::string text = read_file("web/contract/delivery-rules.schema.json");
  const auto schema = base::parse_json(text);
  ASSERT_TRUE(schema.ok());
  const auto document = base::parse_json(kAll);
  std::set<std::string> seen;
  expect_described(schema.value().root(), schema.value().root(), document.value().root(), seen);
  EXPECT_EQ(seen.size(), named_members(schema.value().root()));
}

}  // namespace
}  // namespace postlude::tracking
