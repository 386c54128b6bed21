#include "core/tracking/working_days.h"

#include <gtest/gtest.h>

namespace postlude::tracking {
namespace {

int32_t day(std::string_view date) {
  return base::day_number(base::parse_source_time(date).value());
}

struct Row {
  std::string_view rule, date;
  bool falls;
};

TEST(Holiday, FallsOnItsDay) {
  const Row kRows[] = {
      {"12-25", "2026-12-25", true},       {"12-25", "2027-12-25", true},
      {"12-25", "2026-12-26", false},      {"2026-12-24", "2026-12-24", true},
      {"2026-12-24", "2027-12-24", false}, {"02-29", "2028-02-29", true},
      {"02-29", "2027-03-01", false},      {"easter", "2026-04-05", true},
      {"easter-2", "2026-04-03", true},    {"easter+1", "2026-04-06", true},
      {"easter+39", "2026-05-14", true},   {"easter+39", "2026-05-15", false},
      {"11-thu-4", "2026-11-26", true},    {"11-thu-4", "2026-11-19", false},
      {"05-mon-last", "2026-05-25", true}, {"05-mon-last", "2026-05-18", false},
      {"05-mon-last", "2027-05-31", true}, {"01-mon-2", "2026-01-12", true},
      {"12-thu-5", "2026-12-31", true},    {"12-thu-5", "2026-12-24", false},
  };
  for (const Row& row : kRows) {
    const auto holiday = parse_holiday(row.rule);
    ASSERT_TRUE(holiday.has_value()) << row.rule;
    EXPECT_EQ(falls_on(*holiday, day(row.date)), row.falls) << row.rule << " " << row.date;
  }
}

TEST(Holiday, RefusesWhatIsNoDay) {
  for (const std::string_view text : {"",         "12",           "12-",
                                      "12-32",    "13-01",        "00-10",
                                      "02-30",    "2026-02-29",   "2026-12-24T10:00",
                                      "easter*2", "easter+",      "easter+100",
                                      "Easter",   "11-thu",       "11-thu-",
                                      "11-thu-0", "11-thu-6",     "13-thu-1",
                                      "11-day-1", "11-thu-first", "1-1",
                                      "christmas"}) {
    EXPECT_FALSE(parse_holiday(text).has_value()) << text;
  }
}

// Dates of Easter as almanacs list them (e.g. the U.S. Naval Observatory's, read 2026-11).
TEST(EasterSunday, AgreesWithAlmanacs) {
  for (const std::string_view date :
       {"1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23",
        "2011-04-24", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16",
        "2038-04-25", "2049-04-18", "2076-04-19", "2285-03-22"}) {
    const int year = base::parse_source_time(date)->year;
    EXPECT_EQ(base::source_time_text(easter_sunday(year)), date);
  }
}

TEST(EasterSunday, IsASundayInSpringEveryYear) {
  for (int year = 1583; year <= 9999; ++year) {
    const base::SourceTime easter = easter_sunday(year);
    ASSERT_EQ(base::weekday(easter), 0) << year;
    const std::string date = base::source_time_text(easter).substr(5);
    ASSERT_TRUE(date >= "03-22" && date <= "04-25") << year << " " << date;
  }
}

TEST(IsHoliday, KnowsOnlyTheCountryThatIsAsked) {
  const std::vector<CountryDays> countries = {{"DE", {*parse_holiday("10-03")}},
                                              {"FR", {*parse_holiday("07-14")}}};
  EXPECT_TRUE(is_holiday(countries, "DE", day("2026-10-03")));
  EXPECT_FALSE(is_holiday(countries, "FR", day("2026-10-03")));
  EXPECT_FALSE(is_holiday(countries, "JP", day("2026-10-03")));
  EXPECT_TRUE(is_among(kMondayToFriday, day("2026-11-20")));
  EXPECT_FALSE(is_among(kMondayToFriday, day("2026-11-21")));
  EXPECT_TRUE(is_among(kMondayToSaturday, day("2026-11-21")));
}

}  // namespace
}  // namespace postlude::tracking
