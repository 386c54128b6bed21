#include "core/app/page_document.h"

#include <gtest/gtest.h>

namespace postlude::app {
namespace {

using base::ErrorCode;

struct Refusal {
  const char* what;
  const char* json;
  ErrorCode code;
  const char* pointer;
};

void PrintTo(const Refusal& row, std::ostream* out) { *out << row.what; }

class ParsePageRefuses : public testing::TestWithParam<Refusal> {};

TEST_P(ParsePageRefuses, WithCodeAndPointer) {
  const auto page = parse_page(GetParam().json);
  ASSERT_FALSE(page.ok());
  EXPECT_EQ(base::error_name(page.error().code), base::error_name(GetParam().code));
  EXPECT_EQ(page.error().pointer, GetParam().pointer);
}

constexpr const char* kOrder = R"({"version":1,"id":"o","number":"1","currency":"EUR","lines":[]})";

INSTANTIATE_TEST_SUITE_P(
    All, ParsePageRefuses,
    testing::Values(
        Refusal{"markup", "<!doctype html>", ErrorCode::NotJson, ""},
        Refusal{"nothing", "", ErrorCode::NotJson, ""},
        Refusal{"an array", "[]", ErrorCode::WrongType, ""},
        Refusal{"no version", "{}", ErrorCode::MissingField, "/version"},
        Refusal{"a later version", R"({"version":2})", ErrorCode::UnknownVersion, "/version"},
        Refusal{"a version that is no number", R"({"version":"1"})", ErrorCode::WrongType,
                "/version"},
        Refusal{"a config that is no object", R"({"version":1,"config":[]})", ErrorCode::WrongType,
                "/config"},
        Refusal{"more than three offers at once", R"({"version":1,"config":{"max_offers":4}})",
                ErrorCode::BadValue, "/config/max_offers"},
        Refusal{"an offset of two days", R"({"version":1,"config":{"zone_offset_minutes":2880}})",
                ErrorCode::BadValue, "/config/zone_offset_minutes"},
        Refusal{"a broken order", R"({"version":1,"order":{"version":1}})", ErrorCode::MissingField,
                "/order/id"},
        Refusal{"a shipment without id", R"({"version":1,"shipments":[{}]})",
                ErrorCode::MissingField, "/shipments/0/id"},
        Refusal{"an offer without reason", R"({"version":1,"offers":[{"id":"x","title":"X"}]})",
                ErrorCode::MissingField, "/offers/0/reason"},
        Refusal{"a negative wait", R"({"version":1,"review":{"ask_after_days":-1}})",
                ErrorCode::BadValue, "/review/ask_after_days"},
        Refusal{"a sent list of numbers", R"({"version":1,"review":{"sent":[1]}})",
                ErrorCode::WrongType, "/review/sent/0"}));

TEST(ParsePage, LeavesUnknownWhatIsAbsent) {
  const auto page = parse_page(R"({"version":1})");
  ASSERT_TRUE(page.ok());
  EXPECT_FALSE(page.value().order.has_value());
  EXPECT_FALSE(page.value().shipments.has_value());
  EXPECT_FALSE(page.value().offers.has_value());
  EXPECT_FALSE(page.value().review.has_value());
}

TEST(ParsePage, IgnoresMembersItDoesNotKnow) {
  const auto page = parse_page(R"({"version":1,"next_years_member":{"a":[1]}})");
  EXPECT_TRUE(page.ok());
}

TEST(ParsePage, NeverPollsFasterThanTheFloor) {
  const auto page = parse_page(R"({"version":1,"config":{"poll_ms":1}})");
  ASSERT_TRUE(page.ok());
  EXPECT_EQ(page.value().config.poll_ms, kMinPollMs);
}

TEST(ParsePage, ReadsAnOrderAndNoShipments) {
  const auto page =
      parse_page(std::string(R"({"version":1,"shipments":[],"order":)") + kOrder + "}");
  ASSERT_TRUE(page.ok());
  ASSERT_TRUE(page.value().order.has_value());
  EXPECT_EQ(page.value().order->number, "1");
  ASSERT_TRUE(page.value().shipments.has_value());
  EXPECT_TRUE(page.value().shipments->empty());
}

TEST(ParseChanges, WantsShipments) {
  const auto changes = parse_changes(R"({"version":1,"cursor":"4"})");
  ASSERT_FALSE(changes.ok());
  EXPECT_EQ(changes.error().pointer, "/shipments");
}

TEST(ParseCheckpointChange, WantsBothMembers) {
  EXPECT_EQ(parse_checkpoint_change("{}").error().pointer, "/shipment_id");
  EXPECT_EQ(parse_checkpoint_change(R"({"shipment_id":"s"})").error().pointer, "/checkpoint");
}

}  // namespace
}  // namespace postlude::app
