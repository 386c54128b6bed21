#include "core/order/source_fields.h"

#include <gtest/gtest.h>

namespace postlude::order {
namespace {

TEST(SplitList, DropsBlanksAndEmptyPieces) {
  EXPECT_EQ(split_list("a, b ,c d"), (std::vector<std::string>{"a", "b", "c d"}));
  EXPECT_EQ(split_list(" , ,,"), std::vector<std::string>{});
  EXPECT_EQ(split_list(""), std::vector<std::string>{});
  EXPECT_EQ(split_list("Léon"), std::vector<std::string>{"Léon"});
}

TEST(Join, LeavesOutEmptyTexts) {
  EXPECT_EQ(join({"a", "", "b"}, " / "), "a / b");
  EXPECT_EQ(join({"", ""}, ", "), "");
  EXPECT_EQ(join({}, ", "), "");
}

struct Row {
  const char* number;
  const char* plain;
};

const Row kDecimals[] = {
    {"0", "0"},
    {"12.50", "12.50"},
    {"-12.50", "-12.50"},
    {"1e3", "1000"},
    {"1.5E+3", "1500"},
    {"1.2345e2", "123.45"},
    {"12345e-2", "123.45"},
    {"5e-3", "0.005"},
    {"-2.5e-1", "-0.25"},
    {"1.4210854715202004e-14", "0.000000000000014210854715202004"},
    {"0e5", "000000"},
    {"1e", ""},
    {"e5", ""},
    {"1.e5", ""},
    {".5", ""},
    {"", ""},
    {"-", ""},
    {"1e99", ""},
    {"1e-400", ""},
    {"1e99999", ""},
    {"1e+-5", ""},
    {"1,5", ""},
    {"0x10", ""},
};

TEST(PlainDecimal, MovesThePointExactly) {
  for (const Row& row : kDecimals) EXPECT_EQ(plain_decimal(row.number), row.plain) << row.number;
}

struct Quantity {
  const char* json;
  int64_t count;  // -1: refused
};

const Quantity kQuantities[] = {
    {"{}", 1},
    {R"({"q":null})", 1},
    {R"({"q":3})", 3},
    {R"({"q":"2"})", 2},
    {R"({"q":2.0})", 2},
    {R"({"q":"2.000"})", 2},
    {R"({"q":1e2})", 100},
    {R"({"q":0})", 0},
    {R"({"q":1.5})", -1},
    {R"({"q":0.4})", -1},
    {R"({"q":-1})", -1},
    {R"({"q":""})", -1},
    {R"({"q":"two"})", -1},
    {R"({"q":true})", -1},
    {R"({"q":[1]})", -1},
    {R"({"q":99999999999999999999})", -1},
};

TEST(ReadQuantity, TakesWholeCountsInAnyForm) {
  for (const Quantity& row : kQuantities) {
    const auto document = base::parse_json(row.json);
    base::JsonReader in;
    const int64_t count = read_quantity(in, document.value().root(), "q", 1);
    EXPECT_EQ(in.failed(), row.count < 0) << row.json;
    EXPECT_EQ(count, row.count < 0 ? 1 : row.count) << row.json;
    EXPECT_EQ(in.error().pointer, row.count < 0 ? "/q" : "") << row.json;
  }
}

TEST(ReadAmount, IsExactWithAndWithoutAnExponent) {
  const auto document = base::parse_json(
      R"({"a":0.1,"b":"0.10","c":1e-7,"d":"","e":null,"f":"free","g":"1e2","h":30.000000000000004})");
  const base::JsonRef root = document.value().root();
  const base::Currency euro = *base::parse_currency("EUR");
  base::JsonReader in;
  EXPECT_EQ(read_amount(in, root, "a", euro)->minor, 10);
  EXPECT_EQ(read_amount(in, root, "b", euro)->minor, 10);
  EXPECT_EQ(read_amount(in, root, "c", euro)->minor, 0);
  EXPECT_FALSE(read_amount(in, root, "d", euro));
  EXPECT_FALSE(read_amount(in, root, "e", euro));
  EXPECT_EQ(read_amount(in, root, "g", euro)->minor, 10000);
  EXPECT_EQ(read_amount(in, root, "h", euro)->minor, 3000);
  EXPECT_FALSE(in.failed());
  EXPECT_FALSE(read_amount(in, root, "f", euro));
  EXPECT_EQ(in.error(), (base::Error{base::ErrorCode::BadMoney, "/f", 0}));
}

TEST(ReadCurrency, RefusesTheOneThatMeansNone) {
  const auto document = base::parse_json(R"({"a":"eur","b":"xxx"})");
  base::JsonReader in;
  EXPECT_EQ(read_currency(in, document.value().root(), "a").text(), "EUR");
  EXPECT_FALSE(in.failed());
  read_currency(in, document.value().root(), "b");
  EXPECT_EQ(in.error(), (base::Error{base::ErrorCode::BadMoney, "/b", 0}));
}

TEST(SettleLineIds, MakesThemUniqueAndNonEmpty) {
  std::vector<LineItem> lines(6);
  lines[1].id = "a";
  lines[2].id = "a";
  lines[3].id = "1";
  lines[4].id = "a~3";
  settle_line_ids(lines);
  EXPECT_EQ(lines[0].id, "1");
  EXPECT_EQ(lines[1].id, "a");
  EXPECT_EQ(lines[2].id, "a~3");
  EXPECT_EQ(lines[3].id, "1~4");
  EXPECT_EQ(lines[4].id, "a~3~5");
  EXPECT_EQ(lines[5].id, "6");
}

struct Offset {
  const char* local;
  const char* utc;
  const char* result;
};

const Offset kOffsets[] = {
    {"2017-03-22T16:28:02", "2017-03-22T19:28:02", "2017-03-22T16:28:02-03:00"},
    {"2017-03-23T01:00:00", "2017-03-22T19:30:00", "2017-03-23T01:00:00+05:30"},
    {"2017-03-22T16:28:02", "2017-03-22T16:28:02", "2017-03-22T16:28:02Z"},
    {"2017-03-22T16:28:02", "2017-03-22T19:28:03", "2017-03-22T16:28:02"},
    {"2017-03-22T16:28:02", "2017-03-23T16:28:02", "2017-03-22T16:28:02"},
    {"2017-03-22T16:28:02+01:00", "2017-03-22T19:28:02", "2017-03-22T16:28:02+01:00"},
    {"2017-03-22", "2017-03-22T19:28:02", "2017-03-22"},
    {"2017-03-22T16:28:02", "2017-03-22", "2017-03-22T16:28:02"},
};

TEST(WithOffsetFrom, TakesTheDifferenceOfTwoClocks) {
  for (const Offset& row : kOffsets) {
    const auto time =
        with_offset_from(*base::parse_source_time(row.local), *base::parse_source_time(row.utc));
    EXPECT_EQ(base::source_time_text(time), row.result) << row.local << ' ' << row.utc;
  }
  EXPECT_FALSE(with_offset_from({}, {}).known());
}

}  // namespace
}  // namespace postlude::order
