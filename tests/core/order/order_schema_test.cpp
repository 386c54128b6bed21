#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/order/parse_order.h"
#include "tests/core/order/full_order.h"

// Keeps web/contract/order.schema.json and the C++ in step.

namespace postlude::order {
namespace {

using Json = nlohmann::json;

Json schema() {
  std::ifstream file(POSTLUDE_SOURCE_DIR "/web/contract/order.schema.json");
  EXPECT_TRUE(file) << "web/contract/order.schema.json";
  return Json::parse(file);
}

/// Follows one "$ref"; what stands beside it stays.
Json resolved(const Json& root, Json node) {
  if (!node.contains("$ref")) return node;
  Json target = root.at(Json::json_pointer(node["$ref"].get<std::string>().substr(1)));
  target.update(node);
  return target;
}

std::string kind_name(const Json& value) {
  if (value.is_number_integer()) return "integer";
  return value.type_name();
}

bool allows(const Json& schema_type, const std::string& kind) {
  if (schema_type.is_string()) return schema_type == kind;
  return std::find(schema_type.begin(), schema_type.end(), kind) != schema_type.end();
}

/// Checks that every member of `value` is described, with its type, and no member is left over.
void compare(const Json& root, const Json& node, const Json& value, const std::string& at) {
  if (node.contains("type")) {
    EXPECT_TRUE(allows(node["type"], kind_name(value))) << at << ' ' << node["type"];
  }
  if (value.is_object()) {
    for (const auto& [key, member] : value.items()) {
      ASSERT_TRUE(node.at("properties").contains(key)) << at << '/' << key;
      compare(root, resolved(root, node["properties"][key]), member, at + "/" + key);
    }
  }
  if (value.is_array()) {
    for (const Json& item : value) compare(root, resolved(root, node.at("items")), item, at + "/*");
  }
}

TEST(OrderSchema, DescribesEveryMemberThatIsWritten) {
  const auto order = parse_order(OrderSource::Canonical, kFullOrder);
  ASSERT_TRUE(order.ok());
  Order all = order.value();
  const Json root = schema();
  compare(root, root, Json::parse(write_order(all)), "");
  all.cancelled_at = {};
  all.cancelled_some_time = true;
  compare(root, root, Json::parse(write_order(all)), "");
}

TEST(OrderSchema, DescribesNoMemberThatIsNeverWritten) {
  Json written = Json::parse(write_order(parse_order(OrderSource::Canonical, kFullOrder).value()));
  written["cancelled"] = true;
  const Json root = schema();
  const auto check = [&](const Json& node, const Json& object) {
    for (const auto& [key, unused] : node.at("properties").items()) {
      EXPECT_TRUE(object.contains(key)) << key;
    }
  };
  check(root, written);
  check(root["properties"]["customer"], written["customer"]);
  check(root["properties"]["shipping_address"], written["shipping_address"]);
  check(root["$defs"]["line"], written["lines"][0]);
  check(root["$defs"]["total_row"], written["totals"][1]);
}

TEST(OrderSchema, ListsTheStatusesAndKindsOfTheTables) {
  Json statuses = Json::array();
  Json kinds = Json::array();
#define X(name, text) statuses.push_back(text);
  POSTLUDE_PAYMENT_STATUSES(X)
#undef X
#define X(name, text) kinds.push_back(text);
  POSTLUDE_TOTAL_KINDS(X)
#undef X
  statuses.push_back(nullptr);
  const Json root = schema();
  EXPECT_EQ(root["properties"]["payment_status"]["enum"], statuses);
  EXPECT_EQ(root["$defs"]["total_row"]["properties"]["kind"]["enum"], kinds);
}

TEST(OrderSchema, RequiresWhatTheReaderRequires) {
  const Json root = schema();
  const Json full = Json::parse(kFullOrder);
  const auto refused_without = [&](const Json& changed) {
    const auto result = parse_order(OrderSource::Canonical, changed.dump());
    return !result.ok() && result.error().code == base::ErrorCode::MissingField;
  };
  for (const auto& [key, unused] : full.items()) {
    Json changed = full;
    changed.erase(key);
    const bool required =
        std::find(root["required"].begin(), root["required"].end(), key) != root["required"].end();
    EXPECT_EQ(refused_without(changed), required) << key;
  }
}

TEST(OrderSchema, ShowsExamplesThatAreRead) {
  const Json root = schema();
  for (const Json& example : root["examples"]) {
    const auto result = parse_order(OrderSource::Canonical, example.dump());
    ASSERT_TRUE(result.ok()) << result.error().pointer;
    EXPECT_EQ(Json::parse(write_order(result.value())), example);
  }
}

}  // namespace
}  // namespace postlude::order
