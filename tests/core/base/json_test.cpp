#include "core/base/json.h"

#include <gtest/gtest.h>

#include <chrono>

namespace postlude::base {
namespace {

JsonDocument parsed(std::string_view json) {
  auto document = parse_json(json);
  EXPECT_TRUE(document.ok()) << json;
  return document.ok() ? std::move(document.value()) : JsonDocument();
}

/// Writes a document as text again, so that a test can compare all of it.
std::string dump(JsonRef value) {
  std::string out;
  switch (value.kind()) {
    case JsonKind::Missing:
      return "missing";
    case JsonKind::Null:
      return "null";
    case JsonKind::Bool:
    case JsonKind::Number:
      return std::string(value.text());
    case JsonKind::String:
      return "'" + std::string(value.text()) + "'";
    case JsonKind::Array:
      for (const JsonRef item : value) out += (out.empty() ? "" : ",") + dump(item);
      return "[" + out + "]";
    case JsonKind::Object:
      for (const JsonRef member : value) {
        out += (out.empty() ? "" : ",") + std::string(member.key()) + ":" + dump(member);
      }
      return "{" + out + "}";
  }
  return out;
}

struct Reading {
  std::string_view json;
  std::string_view dump;
};

constexpr Reading kReadings[] = {
    {"null", "null"},
    {"true", "true"},
    {" false ", "false"},
    {"\"\"", "''"},
    {"\xef\xbb\xbf{}", "{}"},
    {"[]", "[]"},
    {"[ ]", "[]"},
    {"{ }", "{}"},
    {"[[],[[]],{}]", "[[],[[]],{}]"},
    {R"({"a":1,"b":[true,null,"x"],"c":{"d":{}}})", "{a:1,b:[true,null,'x'],c:{d:{}}}"},
    {"\t{ \"a\" :\r\n [ 1 , 2 ] ,\"b\" : \"c\" }\n", "{a:[1,2],b:'c'}"},
    {R"({"":1,"a b":2})", "{:1,a b:2}"},
    {R"(["\"\\\/\b\f\n\r\t"])", "['\"\\/\b\f\n\r\t']"},
    {R"(["\u00e9\u20ac\ud83d\ude00 é€😀"])", "['é€😀 é€😀']"},
    {R"(["a\u0041b","plain","\u0042"])", "['aAb','plain','B']"},
    {R"({"k\u0065y":"v"})", "{key:'v'}"},
    {R"(["\ud800","a\udc00b","\ud83d","\uD83D\n","\ud83dx"])",
     "['\ufffd','a\ufffdb','\ufffd','\ufffd\n','\ufffdx']"},
    {R"(["\ud83d\ud83d\ude00","\ude00\ud83d","\\\ud800","\\ud800"])",
     "['\ufffd😀','\ufffd\ufffd','\\\ufffd','\\ud800']"},
    {R"({"\ud800":"\ud83d\ude00\ud83d\ude00"})", "{\ufffd:'😀😀'}"},
    {"[0,-0,1,-1,10,1234567890123456789012]", "[0,-0,1,-1,10,1234567890123456789012]"},
    {"[12.50,-0.0,1e3,1E+2,1.5e-7,0e1,1e400]", "[12.50,-0.0,1e3,1E+2,1.5e-7,0e1,1e400]"},
    {"[9223372036854775807,-9223372036854775808,18446744073709551616]",
     "[9223372036854775807,-9223372036854775808,18446744073709551616]"},
    {"123", "123"},
    {"-1.5", "-1.5"},
    {"[true,false,null]", "[true,false,null]"},
};

TEST(ParseJson, KeepsEveryValueAsItWasWritten) {
  for (const Reading& row : kReadings) {
    const JsonDocument document = parsed(row.json);
    EXPECT_EQ(dump(document.root()), row.dump) << row.json;
  }
}

constexpr std::string_view kNotJson[] = {
    "",
    " ",
    "{",
    "}",
    "[",
    "]",
    "[1",
    "[1,",
    "[1,]",
    "[,1]",
    "[1 2]",
    "[1 .5]",
    "{\"a\"}",
    "{\"a\":}",
    "{a:1}",
    "{1:2}",
    "{\"a\":1,}",
    "{\"a\" 1}",
    "{,}",
    "[1}",
    "{\"a\":1]",
    "tru",
    "tr ue",
    "trueish",
    "nul",
    "NaN",
    "Infinity",
    "-",
    "+1",
    "01",
    "-01",
    "1.",
    ".5",
    "1.5.3",
    "1e",
    "1e+",
    "1e5e3",
    "1e5.3",
    "0x10",
    "1_000",
    "--1",
    "1 2",
    "\"",
    "\"a",
    "\"\\\"",
    "\"\\x\"",
    "\"\\u12\"",
    "\"\\ud800\\u\"",
    "\"\\ud800\\\"",
    "\"\\ud834\\udd\"",
    "\"\\ud8\"",
    "'a'",
    "\"a\nb\"",
    "\"\x01\"",
    "[\"a\" \"b\"]",
    "1//c",
    "/*c*/1",
    "\"\xff\"",
    "\"\xc3\"",
    "\"\xed\xa0\x80\"",
    "\"\xc0\xaf\"",
    "\xef\xbb",
    "\xef\xbb\xbf",
    "{} {}",
    "[] x",
    "1,",
    "\"a\"b",
    "[\"\\ud800\\u004\"]",
    "[-a]",
    "[1a]",
    "[- 1]",
    "[1e 5]",
    "{\"a\":1 \"b\":2}",
};

TEST(ParseJson, RefusesWhatIsNotJson) {
  for (const std::string_view bad : kNotJson) {
    const auto document = parse_json(bad);
    ASSERT_FALSE(document.ok()) << bad;
    EXPECT_EQ(error_name(document.error().code), "not_json") << bad;
    EXPECT_EQ(document.error().pointer, "") << bad;
    EXPECT_LE(document.error().offset, bad.size() + 1) << bad;
  }
}

TEST(ParseJson, RefusesAZeroByteWhereverItIs) {
  for (const std::string_view bad :
       {std::string_view("\0", 1), std::string_view("123\0", 4), std::string_view("{}\0{", 4),
        std::string_view("[1\0]", 4), std::string_view("\"a\0b\"", 5)}) {
    EXPECT_FALSE(parse_json(bad).ok());
  }
}

TEST(ParseJson, TellsTheByteAtWhichItGaveUp) {
  EXPECT_EQ(parse_json("{\"a\":1,}").error().offset, 8u);
  EXPECT_EQ(parse_json("[1, 2, x]").error().offset, 8u);
  EXPECT_EQ(parse_json("[\"plain text\", 12.50, tru]").error().offset, 26u);
}

TEST(ParseJson, RefusesEveryTruncationOfADocument) {
  const std::string_view whole =
      R"({"a":[1,-2.5e3,"x\u00e9y","é"],"b":{"c":true,"d":null},"e":"plain"})";
  ASSERT_TRUE(parse_json(whole).ok());
  for (size_t size = 0; size < whole.size(); ++size) {
    EXPECT_FALSE(parse_json(whole.substr(0, size)).ok()) << size;
  }
}

TEST(ParseJson, NeverAcceptsABrokenByteInsideAString) {
  for (int byte = 0; byte < 256; ++byte) {
    const std::string json = std::string("\"ab") + static_cast<char>(byte) + "cd\"";
    const bool plain = byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
    EXPECT_EQ(parse_json(json).ok(), plain) << byte;
  }
}

TEST(ParseJson, RefusesMoreThanItsLimits) {
  EXPECT_EQ(parse_json(std::string(10'000'000, ' ')).error().code, ErrorCode::TooLarge);
  const std::string largest = "\"" + std::string(kMaxJsonBytes - 2, 'a') + "\"";
  EXPECT_TRUE(parse_json(largest).ok());
  EXPECT_EQ(parse_json(largest + " ").error().code, ErrorCode::TooLarge);

  const auto nested = [](size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };
  EXPECT_TRUE(parse_json(nested(kMaxJsonDepth)).ok());
  EXPECT_EQ(parse_json(nested(kMaxJsonDepth + 1)).error().code, ErrorCode::TooDeep);
}

TEST(ParseJson, GivesUpOnHundredThousandNestedValuesAtOnce) {
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
  const auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(parse_json(std::string(100'000, '[')).error().code, ErrorCode::TooDeep);
  EXPECT_EQ(parse_json(objects).error().code, ErrorCode::TooDeep);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::milliseconds(200));
}

TEST(JsonRef, FindsTheLastOfRepeatedMembers) {
  const JsonDocument document = parsed(R"({"a":1,"b":2,"a":3})");
  EXPECT_EQ(document.root()["a"].text(), "3");
  EXPECT_EQ(document.root().size(), 3u);
}

TEST(JsonRef, MakesChainsOfAbsentPlacesHarmless) {
  const JsonDocument document = parsed(R"({"a":[1]})");
  const JsonRef nowhere = document.root()["x"]["y"].at(3)["z"];
  EXPECT_FALSE(nowhere.exists());
  EXPECT_EQ(nowhere.text(), "");
  EXPECT_EQ(nowhere.key(), "");
  EXPECT_EQ(nowhere.pointer(), "");
  EXPECT_EQ(nowhere.size(), 0u);
  EXPECT_FALSE(document.root()["a"].at(1).exists());
  EXPECT_FALSE(document.root()["a"]["0"].exists());
  EXPECT_FALSE(document.root().at(0).exists());
  EXPECT_FALSE(JsonRef().exists());
  EXPECT_FALSE(JsonDocument().root().exists());
  for (const JsonRef item : nowhere) FAIL() << item.text();
}

TEST(JsonRef, PointsToItsPlaceByRfc6901) {
  const JsonDocument document = parsed(R"({"a":[{"b/c":{"d~e":[0,1,2]}}],"":{"x y":1}})");
  const JsonRef deep = document.root()["a"].at(0)["b/c"]["d~e"].at(2);
  EXPECT_EQ(deep.pointer(), "/a/0/b~1c/d~0e/2");
  EXPECT_EQ(document.root().pointer(), "");
  EXPECT_EQ(document.root()[""]["x y"].pointer(), "//x y");
  const JsonDocument many = parsed("[0,1,2,3,4,5,6,7,8,9,10,11,12]");
  EXPECT_EQ(many.root().at(12).pointer(), "/12");
}

TEST(JsonRef, TellsWholeNumbersThatFit) {
  const JsonDocument document =
      parsed(R"([0,-0,42,-42,9223372036854775807,-9223372036854775808,9223372036854775808,
                 1.0,1e3,"1",true,-9223372036854775809])");
  const JsonRef root = document.root();
  EXPECT_EQ(root.at(0).integer(), 0);
  EXPECT_EQ(root.at(1).integer(), 0);
  EXPECT_EQ(root.at(2).integer(), 42);
  EXPECT_EQ(root.at(3).integer(), -42);
  EXPECT_EQ(root.at(4).integer(), INT64_MAX);
  EXPECT_EQ(root.at(5).integer(), INT64_MIN);
  for (size_t i = 6; i < 12; ++i) EXPECT_FALSE(root.at(i).integer()) << i;
}

TEST(JsonRef, KnowsTrueFromAllElse) {
  const JsonDocument document = parsed(R"([true,false,"true",1,null])");
  EXPECT_TRUE(document.root().at(0).is_true());
  for (size_t i = 1; i < 5; ++i) EXPECT_FALSE(document.root().at(i).is_true()) << i;
}

TEST(JsonDocument, MayBeMovedBeforeItIsRead) {
  JsonDocument first = parsed(R"({"a":"x\n"})");
  const JsonDocument second = std::move(first);
  EXPECT_EQ(second.root()["a"].text(), "x\n");
}

}  // namespace
}  // namespace postlude::base
