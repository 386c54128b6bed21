#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/source_time.h"

namespace postlude::tracking {

/// A set of weekdays: bit 0 is Sunday, bit 6 Saturday.
using Weekdays = uint8_t;
inline constexpr Weekdays kMondayToFriday = 0b0111110;
inline constexpr Weekdays kMondayToSaturday = 0b1111110;
inline constexpr Weekdays kEveryDay = 0b1111111;

/// Returns 0 for "sun" to 6 for "sat"; nothing for other words.
std::optional<int> weekday_from(std::string_view name);

enum class HolidayKind : uint8_t { Yearly, Once, Easter, Weekday };

/// One holiday, as a rule that holds for every year unless it names one.
struct Holiday {
  HolidayKind kind = HolidayKind::Yearly;
  int16_t year = 0;     // Once
  uint8_t month = 0;    // all but Easter
  uint8_t day = 0;      // Yearly, Once
  uint8_t weekday = 0;  // Weekday: 0 Sunday to 6 Saturday
  int8_t offset = 0;    // Easter: days after Easter Sunday; Weekday: 1 to 5, or -1 for the last
  friend bool operator==(const Holiday&, const Holiday&) = default;
};

/// Reads "12-25" (every year), "2026-12-24" (once), "easter", "easter-2", "easter+39" (days from
/// Western Easter Sunday), "11-thu-4" (the fourth Thursday of November) or "05-mon-last". Nothing
/// for other texts and for days that no month has.
std::optional<Holiday> parse_holiday(std::string_view text);

/// Returns Western Easter Sunday (Gregorian computus, years 1583 to 9999).
base::SourceTime easter_sunday(int year);

/// Returns whether the holiday falls on this day (see base::day_number).
bool falls_on(const Holiday& holiday, int32_t day);

/// The holidays of a country, as the merchant gives them.
struct CountryDays {
  std::string country;  // ISO 3166-1 alpha-2
  std::vector<Holiday> holidays;
};

/// Returns whether `country` has a holiday on this day; false for a country that is not listed.
bool is_holiday(const std::vector<CountryDays>& countries, std::string_view country, int32_t day);

/// Returns whether the weekday of `day` is in the set.
bool is_among(Weekdays weekdays, int32_t day);

}  // namespace postlude::tracking
