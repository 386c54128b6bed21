#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "core/order/parse_order.h"
#include "tests/core/order/full_order.h"

namespace postlude::order {
namespace {

using Json = nlohmann::json;

// What must be there; null counts as absent.
const std::set<std::string> kRequired = {"/version",
                                         "/id",
                                         "/number",
                                         "/currency",
                                         "/lines",
                                         "/lines/*/id",
                                         "/lines/*/title",
                                         "/totals/*/kind",
                                         "/totals/*/amount_minor"};

// Ids may be numbers.
const std::set<std::string> kIds = {"/id",
                                    "/number",
                                    "/customer/id",
                                    "/lines/*/id",
                                    "/lines/*/sku",
                                    "/lines/*/product_id",
                                    "/lines/*/variant_id"};

/// Returns "/lines/0/id" as "/lines/*/id".
std::string pattern_of(const std::string& pointer) {
  std::string out;
  for (size_t i = 0; i < pointer.size(); ++i) {
    if (i > 0 && pointer[i - 1] == '/' && std::isdigit(pointer[i])) {
      out += '*';
      while (i + 1 < pointer.size() && std::isdigit(pointer[i + 1])) ++i;
    } else {
      out += pointer[i];
    }
  }
  return out;
}

void collect(const Json& value, const std::string& pointer, std::vector<std::string>& out) {
  if (!pointer.empty()) out.push_back(pointer);
  if (value.is_object()) {
    for (const auto& [key, member] : value.items()) collect(member, pointer + "/" + key, out);
  }
  if (value.is_array()) {
    for (size_t i = 0; i < value.size(); ++i) {
      collect(value[i], pointer + "/" + std::to_string(i), out);
    }
  }
}

bool is_element(const std::string& pattern) { return pattern.back() == '*'; }

/// Returns what must come of another type at a place: an error name, or "" for a tolerated one.
std::string expected(const std::string& pattern, const Json& instead) {
  if (instead.is_null()) {
    if (is_element(pattern)) return "wrong_type";
    return kRequired.count(pattern) != 0 ? "missing_field" : "";
  }
  if (instead.is_number() && kIds.count(pattern) != 0) return "";
  return "wrong_type";
}

TEST(WrongTypes, AreToldWithTheirPlaceAtEveryMember) {
  const Json full = Json::parse(kFullOrder);
  std::vector<std::string> pointers;
  collect(full, "", pointers);
  ASSERT_GT(pointers.size(), 90u);
  const Json others[] = {nullptr, true, 7, "text", Json::array(), Json::object()};
  size_t tried = 0;
  for (const std::string& pointer : pointers) {
    const Json::json_pointer place(pointer);
    for (const Json& instead : others) {
      const Json& was = full.at(place);
      if (was.type() == instead.type() || (was.is_number() && instead.is_number())) continue;
      Json changed = full;
      changed[place] = instead;
      const auto result = parse_order(OrderSource::Canonical, changed.dump());
      const std::string wanted = expected(pattern_of(pointer), instead);
      const std::string what = pointer + " = " + instead.dump();
      ASSERT_EQ(result.ok(), wanted.empty()) << what;
      if (!wanted.empty()) {
        EXPECT_EQ(base::error_name(result.error().code), wanted) << what;
        EXPECT_EQ(result.error().pointer, pointer) << what;
      }
      ++tried;
    }
  }
  EXPECT_GT(tried, 450u);
}

TEST(WrongTypes, AnAbsentRequiredMemberIsToldWithItsPlace) {
  const Json full = Json::parse(kFullOrder);
  std::vector<std::string> pointers;
  collect(full, "", pointers);
  for (const std::string& pointer : pointers) {
    const std::string pattern = pattern_of(pointer);
    if (is_element(pattern)) continue;
    Json changed = full;
    const Json::json_pointer place(pointer);
    changed[place.parent_pointer()].erase(place.back());
    const auto result = parse_order(OrderSource::Canonical, changed.dump());
    ASSERT_EQ(result.ok(), kRequired.count(pattern) == 0) << pointer;
    if (!result.ok()) {
      EXPECT_EQ(base::error_name(result.error().code), "missing_field") << pointer;
      EXPECT_EQ(result.error().pointer, pointer);
    }
  }
}

}  // namespace
}  // namespace postlude::order
