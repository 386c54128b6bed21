#include "core/base/json_writer.h"

#include <gtest/gtest.h>

#include "core/base/json.h"

namespace postlude::base {
namespace {

TEST(JsonWriter, WritesMembersInTheOrderOfTheCalls) {
  JsonWriter out;
  out.begin_object().member("b", 1).member("a", "x").key("list").begin_array();
  out.value(true).value(false).null().value(int64_t{-5}).begin_object().end_object();
  out.begin_array().end_array().end_array().member("last", std::string_view("y")).end_object();
  EXPECT_EQ(out.text(), R"({"b":1,"a":"x","list":[true,false,null,-5,{},[]],"last":"y"})");
}

TEST(JsonWriter, LeavesOutEmptyTextsWhenAsked) {
  JsonWriter out;
  out.begin_object().member_if("a", "").member_if("b", "x").member_if("c", "").end_object();
  EXPECT_EQ(out.take(), R"({"b":"x"})");
}

TEST(JsonWriter, WritesTheExtremesOfItsIntegers) {
  JsonWriter out;
  out.begin_array().value(INT64_MIN).value(INT64_MAX).value(0).end_array();
  EXPECT_EQ(out.text(), "[-9223372036854775808,9223372036854775807,0]");
}

TEST(JsonWriter, EscapesWhatWouldEndAStringOrAScriptElement) {
  JsonWriter out;
  out.value("\"\\/\n\x01</script><!--\x7f é😀");
  EXPECT_EQ(out.text(), R"("\"\\/\u000a\u0001\u003c/script>\u003c!--)"
                        "\x7f é😀\"");
}

TEST(JsonWriter, AppendsFinishedJsonAsItIs) {
  JsonWriter out;
  out.begin_object().key("a").raw("[1, 2]").key("b").raw("{}").end_object();
  EXPECT_EQ(out.text(), R"({"a":[1, 2],"b":{}})");
}

TEST(JsonWriter, WritesEveryByteSoThatItIsReadBack) {
  std::string text;
  for (int byte = 0; byte < 0x80; ++byte) text.push_back(static_cast<char>(byte));
  text += "é€😀\xef\xbf\xbf";
  JsonWriter out;
  out.value(text);
  const auto document = parse_json(out.text());
  ASSERT_TRUE(document.ok());
  EXPECT_EQ(document.value().root().text(), text);
}

}  // namespace
}  // namespace postlude::base
