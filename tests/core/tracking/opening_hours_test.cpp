#include "core/tracking/opening_hours.h"

#include <gtest/gtest.h>

namespace postlude::tracking {
namespace {

struct Row {
  std::string_view now;
  Opening expected;
};

// 2026-11-16 is a Monday.
TEST(OpeningOf, KnowsTheDayAndTheClock) {
  PickupPlace place;
  place.hours = ";09:00-12:00 14:00-18:30;;;;;10:00-14:00;";
  const Row kRows[] = {
      {"2026-11-16T08:59", Opening::ClosedNow},   {"2026-11-16T09:00", Opening::Open},
      {"2026-11-16T11:59", Opening::Open},        {"2026-11-16T12:00", Opening::ClosedNow},
      {"2026-11-16T14:00", Opening::Open},        {"2026-11-16T18:29", Opening::Open},
      {"2026-11-16T18:30", Opening::ClosedNow},   {"2026-11-16", Opening::Open},
      {"2026-11-21T13:00", Opening::Open},        {"2026-11-15T13:00", Opening::ClosedToday},
      {"2026-11-17T10:00", Opening::ClosedToday}, {"", Opening::Unknown},
  };
  for (const Row& row : kRows) {
    const auto now = base::parse_source_time(row.now).value_or(base::SourceTime{});
    EXPECT_EQ(static_cast<int>(opening_of(place, now)), static_cast<int>(row.expected)) << row.now;
  }
  EXPECT_EQ(hours_of({"", "", ";09:00-18:00;", {}}, base::parse_source_time("2026-11-21").value()),
            "");
  EXPECT_EQ(hours_of(place, base::parse_source_time("2026-11-21").value()), "10:00-14:00");
}

TEST(OpeningOf, ClosesNothingForHoursItCannotRead) {
  PickupPlace place;
  const auto monday = base::parse_source_time("2026-11-16T03:00").value();
  EXPECT_EQ(static_cast<int>(opening_of(place, monday)), static_cast<int>(Opening::Unknown));
  for (const char* hours : {"24/7", "by appointment only", "09:00-18:00 and later"}) {
    place.hours = std::string(";") + hours + ";";
    EXPECT_EQ(static_cast<int>(opening_of(place, monday)), static_cast<int>(Opening::Open))
        << hours;
  }
}

}  // namespace
}  // namespace postlude::tracking
