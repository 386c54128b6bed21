#include "core/base/json_reader.h"

#include <gtest/gtest.h>

#include <functional>

namespace postlude::base {
namespace {

/// A document, kept alive, and a reader on it.
struct Case {
  explicit Case(std::string_view json) : document(parse_json(json)) {}
  JsonRef root() const { return document.value().root(); }

  Result<JsonDocument> document;
  JsonReader in;
};

const Currency kEuro = *parse_currency("EUR");

TEST(JsonReader, ReadsEveryKindOfMember) {
  Case c(R"({"text":"a","id":12.50,"n":-7,"yes":true,"list":[1],"object":{"x":1},"currency":"eur",
             "decimal":"12.5","minor":1250,"time":"2026-11-03"})");
  EXPECT_EQ(c.in.required_text(c.root(), "text"), "a");
  EXPECT_EQ(c.in.optional_text(c.root(), "text"), "a");
  EXPECT_EQ(c.in.required_id(c.root(), "id"), "12.50");
  EXPECT_EQ(c.in.optional_id(c.root(), "text"), "a");
  EXPECT_EQ(c.in.required_integer(c.root(), "n"), -7);
  EXPECT_EQ(c.in.optional_integer(c.root(), "n"), -7);
  EXPECT_TRUE(c.in.optional_bool(c.root(), "yes", false));
  EXPECT_EQ(c.in.required_array(c.root(), "list").size(), 1u);
  EXPECT_EQ(c.in.optional_array(c.root(), "list").size(), 1u);
  EXPECT_TRUE(c.in.required_object(c.root(), "object")["x"].exists());
  EXPECT_TRUE(c.in.optional_object(c.root(), "object")["x"].exists());
  EXPECT_EQ(c.in.required_currency(c.root(), "currency"), kEuro);
  EXPECT_EQ(c.in.required_decimal_money(c.root(), "decimal", kEuro), (Money{1250, kEuro}));
  EXPECT_EQ(c.in.optional_decimal_money(c.root(), "id", kEuro), (Money{1250, kEuro}));
  EXPECT_EQ(c.in.required_minor_money(c.root(), "minor", kEuro), (Money{1250, kEuro}));
  EXPECT_EQ(c.in.optional_minor_money(c.root(), "minor", kEuro), (Money{1250, kEuro}));
  EXPECT_EQ(source_time_text(c.in.optional_time(c.root(), "time")), "2026-11-03");
  EXPECT_FALSE(c.in.failed());
}

TEST(JsonReader, TreatsAnAbsentOptionalMemberAndNullAlike) {
  for (const char* json : {"{}", R"({"x":null})"}) {
    Case c(json);
    EXPECT_EQ(c.in.optional_text(c.root(), "x"), "");
    EXPECT_EQ(c.in.optional_id(c.root(), "x"), "");
    EXPECT_FALSE(c.in.optional_integer(c.root(), "x"));
    EXPECT_TRUE(c.in.optional_bool(c.root(), "x", true));
    EXPECT_FALSE(c.in.optional_array(c.root(), "x").exists());
    EXPECT_FALSE(c.in.optional_object(c.root(), "x").exists());
    EXPECT_FALSE(c.in.optional_decimal_money(c.root(), "x", kEuro));
    EXPECT_FALSE(c.in.optional_minor_money(c.root(), "x", kEuro));
    EXPECT_FALSE(c.in.optional_time(c.root(), "x").known());
    EXPECT_FALSE(c.in.failed()) << json;
  }
}

struct Refusal {
  const char* json;
  std::function<void(JsonReader&, JsonRef)> read;
  ErrorCode code;
};

const Refusal kRefusals[] = {
    {"{}", [](auto& in, auto at) { in.required_text(at, "x"); }, ErrorCode::MissingField},
    {R"({"x":null})", [](auto& in, auto at) { in.required_text(at, "x"); },
     ErrorCode::MissingField},
    {R"({"x":1})", [](auto& in, auto at) { in.required_text(at, "x"); }, ErrorCode::WrongType},
    {R"({"x":1})", [](auto& in, auto at) { in.optional_text(at, "x"); }, ErrorCode::WrongType},
    {R"({"x":""})", [](auto& in, auto at) { in.required_id(at, "x"); }, ErrorCode::MissingField},
    {R"({"x":[]})", [](auto& in, auto at) { in.required_id(at, "x"); }, ErrorCode::WrongType},
    {R"({"x":true})", [](auto& in, auto at) { in.optional_id(at, "x"); }, ErrorCode::WrongType},
    {R"({"x":1.5})", [](auto& in, auto at) { in.required_integer(at, "x"); }, ErrorCode::BadValue},
    {R"({"x":"1"})", [](auto& in, auto at) { in.required_integer(at, "x"); }, ErrorCode::WrongType},
    {R"({"x":1e3})", [](auto& in, auto at) { in.optional_integer(at, "x"); }, ErrorCode::BadValue},
    {R"({"x":99999999999999999999})", [](auto& in, auto at) { in.optional_integer(at, "x"); },
     ErrorCode::BadValue},
    {R"({"x":1})", [](auto& in, auto at) { in.optional_bool(at, "x", true); },
     ErrorCode::WrongType},
    {R"({"x":{}})", [](auto& in, auto at) { in.required_array(at, "x"); }, ErrorCode::WrongType},
    {"{}", [](auto& in, auto at) { in.required_array(at, "x"); }, ErrorCode::MissingField},
    {R"({"x":[]})", [](auto& in, auto at) { in.optional_object(at, "x"); }, ErrorCode::WrongType},
    {"{}", [](auto& in, auto at) { in.required_object(at, "x"); }, ErrorCode::MissingField},
    {"{}", [](auto& in, auto at) { in.required_currency(at, "x"); }, ErrorCode::MissingField},
    {R"({"x":"euro"})", [](auto& in, auto at) { in.required_currency(at, "x"); },
     ErrorCode::BadMoney},
    {R"({"x":978})", [](auto& in, auto at) { in.required_currency(at, "x"); },
     ErrorCode::WrongType},
    {"{}", [](auto& in, auto at) { in.required_decimal_money(at, "x", kEuro); },
     ErrorCode::MissingField},
    {R"({"x":"1,50"})", [](auto& in, auto at) { in.optional_decimal_money(at, "x", kEuro); },
     ErrorCode::BadMoney},
    {R"({"x":true})", [](auto& in, auto at) { in.optional_decimal_money(at, "x", kEuro); },
     ErrorCode::WrongType},
    {R"({"x":12.5})", [](auto& in, auto at) { in.optional_minor_money(at, "x", kEuro); },
     ErrorCode::BadMoney},
    {R"({"x":9007199254740992})",
     [](auto& in, auto at) { in.optional_minor_money(at, "x", kEuro); }, ErrorCode::BadMoney},
    {R"({"x":"12"})", [](auto& in, auto at) { in.optional_minor_money(at, "x", kEuro); },
     ErrorCode::WrongType},
    {"{}", [](auto& in, auto at) { in.required_minor_money(at, "x", kEuro); },
     ErrorCode::MissingField},
    {R"({"x":"yesterday"})", [](auto& in, auto at) { in.optional_time(at, "x"); },
     ErrorCode::BadTime},
    {R"({"x":1699000000})", [](auto& in, auto at) { in.optional_time(at, "x"); },
     ErrorCode::WrongType},
};

TEST(JsonReader, SaysWhatIsWrongAndWhere) {
  for (const Refusal& row : kRefusals) {
    Case c(row.json);
    row.read(c.in, c.root());
    ASSERT_TRUE(c.in.failed()) << row.json;
    EXPECT_EQ(error_name(c.in.error().code), error_name(row.code)) << row.json;
    EXPECT_EQ(c.in.error().pointer, "/x") << row.json;
  }
}

TEST(JsonReader, RemembersTheFirstErrorOnly) {
  Case c(R"({"a":{"b":1}})");
  c.in.required_text(c.root()["a"], "b");
  c.in.required_text(c.root(), "c");
  c.in.fail(ErrorCode::BadValue, c.root());
  EXPECT_EQ(c.in.error(), (Error{ErrorCode::WrongType, "/a/b", 0}));
}

TEST(JsonReader, CountsANonObjectAsOneWithoutMembers) {
  Case c("[1]");
  EXPECT_EQ(c.in.required_text(c.root(), "x"), "");
  EXPECT_EQ(c.in.error(), (Error{ErrorCode::MissingField, "/x", 0}));
}

}  // namespace
}  // namespace postlude::base
