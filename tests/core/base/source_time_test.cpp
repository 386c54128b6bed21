#include "core/base/source_time.h"

#include <gtest/gtest.h>

namespace postlude::base {
namespace {

SourceTime time_of(std::string_view text) {
  const auto time = parse_source_time(text);
  EXPECT_TRUE(time) << text;
  return time.value_or(SourceTime{});
}

struct Reading {
  const char* text;
  const char* written;
};

// A text and how we write it back: with what was known and no more.
constexpr Reading kReadings[] = {
    {"2026-11-03", "2026-11-03"},
    {"2026-11-03T09:26", "2026-11-03T09:26"},
    {"2026-11-03 09:26:11.250", "2026-11-03T09:26:11"},
    {"2026-11-03T09:26:11Z", "2026-11-03T09:26:11Z"},
    {"2026-11-03T09:26:11z", "2026-11-03T09:26:11Z"},
    {"2026-11-03T09:26:11+02:00", "2026-11-03T09:26:11+02:00"},
    {"2026-11-03T09:26:11+0200", "2026-11-03T09:26:11+02:00"},
    {"2026-11-03T09:26:11-0700", "2026-11-03T09:26:11-07:00"},
    {"2026-11-03 09:26:11 +0530", "2026-11-03T09:26:11+05:30"},
    {"2026-11-03T09:26:11.123456789-03:30", "2026-11-03T09:26:11-03:30"},
    {"2024-02-29", "2024-02-29"},
    {"2000-02-29T00:00:00Z", "2000-02-29T00:00:00Z"},
    {"2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"},
    {"0001-01-01", "0001-01-01"},
    {"9999-12-31T23:59:59+14:00", "9999-12-31T23:59:59+14:00"},
};

TEST(ParseSourceTime, ReadsWhatApisWrite) {
  for (const Reading& row : kReadings) {
    EXPECT_EQ(source_time_text(time_of(row.text)), row.written) << row.text;
  }
}

TEST(ParseSourceTime, ReadsItsOwnTextBackToTheSameTime) {
  for (const Reading& row : kReadings) {
    EXPECT_EQ(time_of(row.written), time_of(row.text)) << row.text;
  }
}

TEST(ParseSourceTime, RefusesAllOtherTextAndImpossibleDates) {
  for (const char* bad : {"",
                          "2026",
                          "2026-11",
                          "2026-1-3",
                          "2026-13-01",
                          "2026-00-10",
                          "2026-11-00",
                          "2026-11-31",
                          "2026-02-29",
                          "2100-02-29",
                          "0000-01-01",
                          "2026-11-03T",
                          "2026-11-03T24:00",
                          "2026-11-03T09:60",
                          "2026-11-03T09:26:61",
                          "2026-11-03T09:26:11.",
                          "2026-11-03T9:26",
                          "2026-11-03T09:26:11+",
                          "2026-11-03T09:26:11+2",
                          "2026-11-03T09:26:11+24:00",
                          "2026-11-03T09:26:11+02:60",
                          "2026-11-03T09:26:11Zx",
                          "2026-11-03x",
                          "03/11/2026",
                          "20261103",
                          "2026-11-03T09:26:11 PM",
                          "-2026-11-03",
                          "1699000000"}) {
    EXPECT_FALSE(parse_source_time(bad)) << bad;
  }
}

TEST(ParseSourceTime, KeepsADateADateAndAMissingZoneMissing) {
  EXPECT_EQ(time_of("2026-11-03").precision, TimePrecision::Date);
  EXPECT_FALSE(time_of("2026-11-03").has_clock());
  EXPECT_EQ(time_of("2026-11-03T00:00").precision, TimePrecision::Minute);
  EXPECT_EQ(time_of("2026-11-03T00:00").zone, Zone::Unknown);
  EXPECT_EQ(time_of("2026-11-03T00:00Z").zone, Zone::Offset);
  EXPECT_FALSE(SourceTime{}.known());
  EXPECT_EQ(source_time_text(SourceTime{}), "");
}

TEST(InstantMs, IsKnownOnlyWithAClockAndAZone) {
  EXPECT_EQ(instant_ms(time_of("1970-01-01T00:00:00Z")), 0);
  EXPECT_EQ(instant_ms(time_of("2026-11-03T09:26:11+01:00")), 1793694371000);
  EXPECT_EQ(instant_ms(time_of("1969-12-31T23:59:59Z")), -1000);
  EXPECT_FALSE(instant_ms(time_of("2026-11-03")));
  EXPECT_FALSE(instant_ms(time_of("2026-11-03T09:26:11")));
  EXPECT_FALSE(instant_ms(SourceTime{}));
}

TEST(SortKeyMs, OrdersByInstantThenByWallClock) {
  EXPECT_LT(sort_key_ms(time_of("2026-11-03T09:00:00+02:00")),
            sort_key_ms(time_of("2026-11-03T08:00:00Z")));
  EXPECT_EQ(sort_key_ms(time_of("2026-11-03")), sort_key_ms(time_of("2026-11-03T00:00Z")));
  EXPECT_LT(sort_key_ms(time_of("2026-11-03T09:00")), sort_key_ms(time_of("2026-11-03T09:01")));
}

TEST(SourceTimeAt, ShowsTheWallClockOfAnOffset) {
  EXPECT_EQ(source_time_text(source_time_at(0, 0)), "1970-01-01T00:00:00Z");
  EXPECT_EQ(source_time_text(source_time_at(0, -60)), "1969-12-31T23:00:00-01:00");
  EXPECT_EQ(source_time_text(source_time_at(-1, 0)), "1969-12-31T23:59:59Z");
  EXPECT_EQ(source_time_text(source_time_at(-86'400'000, 0)), "1969-12-31T00:00:00Z");
  EXPECT_EQ(source_time_text(source_time_at(1793694371999, 60)), "2026-11-03T09:26:11+01:00");
}

TEST(DayNumber, CountsFromTheEpochAndBack) {
  EXPECT_EQ(day_number(time_of("1970-01-01")), 0);
  EXPECT_EQ(day_number(time_of("2000-03-01")), 11017);
  EXPECT_EQ(day_number(time_of("0001-01-01")), -719162);
  for (int32_t day = -719162; day <= 2932896; day += 97) {
    const SourceTime date = date_from_day_number(day);
    ASSERT_EQ(day_number(date), day);
    ASSERT_EQ(time_of(source_time_text(date)), date);
  }
}

TEST(Weekday, IsZeroOnSundays) {
  EXPECT_EQ(weekday(time_of("1970-01-01")), 4);
  EXPECT_EQ(weekday(time_of("2026-11-01")), 0);
  EXPECT_EQ(weekday(time_of("1969-12-28")), 0);
  EXPECT_EQ(weekday(time_of("0001-01-01")), 1);
}

TEST(DateOf, DropsTheClockAndTheZone) {
  EXPECT_EQ(date_of(time_of("2026-11-03T23:59:59-07:00")), time_of("2026-11-03"));
  EXPECT_EQ(date_of(SourceTime{}), SourceTime{});
}

}  // namespace
}  // namespace postlude::base
