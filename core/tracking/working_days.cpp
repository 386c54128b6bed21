#include "core/tracking/working_days.h"

namespace postlude::tracking {
namespace {

constexpr std::string_view kWeekdayNames[] = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
constexpr int kWeekDays = 7;
constexpr int kMostEasterDays = 99;

std::optional<int> number_of(std::string_view digits) {
  if (digits.empty() || digits.size() > 2) return std::nullopt;
  int number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

std::optional<Holiday> parse_easter(std::string_view offset) {
  Holiday holiday{HolidayKind::Easter, 0, 0, 0, 0, 0};
  if (offset.empty()) return holiday;
  const auto days = number_of(offset.substr(1));
  if (!days || *days > kMostEasterDays || (offset[0] != '+' && offset[0] != '-')) {
    return std::nullopt;
  }
  holiday.offset = static_cast<int8_t>(offset[0] == '-' ? -*days : *days);
  return holiday;
}

// "mon-2" or "mon-last" after the month.
std::optional<Holiday> parse_nth(int month, std::string_view rest) {
  const auto weekday = weekday_from(rest.substr(0, 3));
  if (!weekday || rest.size() < 5 || rest[3] != '-') return std::nullopt;
  const std::string_view which = rest.substr(4);
  const auto nth = which == "last" ? std::optional<int>(-1) : number_of(which);
  if (!nth || *nth == 0 || *nth > 5) return std::nullopt;
  return Holiday{HolidayKind::Weekday,           0,
                 static_cast<uint8_t>(month),    0,
                 static_cast<uint8_t>(*weekday), static_cast<int8_t>(*nth)};
}

}  // namespace

std::optional<int> weekday_from(std::string_view name) {
  for (int i = 0; i < kWeekDays; ++i) {
    if (kWeekdayNames[i] == name) return i;
  }
  return std::nullopt;
}

std::optional<Holiday> parse_holiday(std::string_view text) {
  constexpr std::string_view kEaster = "easter";
  if (text.starts_with(kEaster)) return parse_easter(text.substr(kEaster.size()));
  constexpr size_t kDateSize = 10;
  if (text.size() == kDateSize) {
    const auto date = base::parse_source_time(text);
    if (date && !date->has_clock()) {
      return Holiday{HolidayKind::Once, date->year, date->month, date->day, 0, 0};
    }
  }
  const auto month = number_of(text.substr(0, 2));
  if (!month || text.size() < 5 || text[2] != '-') return std::nullopt;
  if (number_of(text.substr(3))) {
    // 2024 is a leap year, so 29 February is a day too.
    const auto date = base::parse_source_time("2024-" + std::string(text));
    if (!date || date->has_clock()) return std::nullopt;
    return Holiday{HolidayKind::Yearly, 0, date->month, date->day, 0, 0};
  }
  if (*month < 1 || *month > 12) return std::nullopt;
  return parse_nth(*month, text.substr(3));
}

// The anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).
base::SourceTime easter_sunday(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int d = (8 * b + 13) / 25;
  const int e = (19 * a + b - b / 4 - d + 15) % 30;
  const int f = (a + 11 * e) / 319;
  const int g = (2 * (b % 4) + 2 * (c / 4) - c % 4 - e + f + 32) % 7;
  const int month = (e - f + g + 90) / 25;
  base::SourceTime date;
  date.year = static_cast<int16_t>(year);
  date.month = static_cast<uint8_t>(month);
  date.day = static_cast<uint8_t>((e - f + g + month + 19) % 32);
  date.precision = base::TimePrecision::Date;
  return date;
}

bool falls_on(const Holiday& holiday, int32_t day) {
  const base::SourceTime date = base::date_from_day_number(day);
  const bool same_day = date.month == holiday.month && date.day == holiday.day;
  switch (holiday.kind) {
    case HolidayKind::Yearly:
      return same_day;
    case HolidayKind::Once:
      return same_day && date.year == holiday.year;
    case HolidayKind::Easter:
      return base::day_number(easter_sunday(date.year)) + holiday.offset == day;
    case HolidayKind::Weekday:
      break;
  }
  if (date.month != holiday.month || base::weekday(date) != holiday.weekday) return false;
  if (holiday.offset > 0) return (date.day - 1) / kWeekDays + 1 == holiday.offset;
  return base::date_from_day_number(day + kWeekDays).month != date.month;
}

bool is_holiday(const std::vector<CountryDays>& countries, std::string_view country, int32_t day) {
  for (const CountryDays& one : countries) {
    if (one.country != country) continue;
    for (const Holiday& holiday : one.holidays) {
      if (falls_on(holiday, day)) return true;
    }
  }
  return false;
}

bool is_among(Weekdays weekdays, int32_t day) {
  return (weekdays >> base::weekday(base::date_from_day_number(day)) & 1) != 0;
}

}  // namespace postlude::tracking
