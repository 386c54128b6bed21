#include "core/base/source_time.h"

namespace postlude::base {
namespace {

constexpr int64_t kDayMs = 86'400'000;

// Reads exactly `count` digits at `at` and moves past them; -1 when they are not there.
int take_digits(std::string_view text, size_t& at, size_t count) {
  if (at + count > text.size()) return -1;
  int value = 0;
  for (size_t i = 0; i < count; ++i) {
    const char c = text[at + i];
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  at += count;
  return value;
}

bool take_char(std::string_view text, size_t& at, char wanted) {
  if (at >= text.size() || text[at] != wanted) return false;
  ++at;
  return true;
}

int days_in_month(int year, int month) {
  constexpr uint8_t kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : kDays[month - 1];
}

bool take_date(std::string_view text, size_t& at, SourceTime& time) {
  const int year = take_digits(text, at, 4);
  if (year < 1 || !take_char(text, at, '-')) return false;
  const int month = take_digits(text, at, 2);
  if (month < 1 || month > 12 || !take_char(text, at, '-')) return false;
  const int day = take_digits(text, at, 2);
  if (day < 1 || day > days_in_month(year, month)) return false;
  time.year = static_cast<int16_t>(year);
  time.month = static_cast<uint8_t>(month);
  time.day = static_cast<uint8_t>(day);
  time.precision = TimePrecision::Date;
  return true;
}

bool take_clock(std::string_view text, size_t& at, SourceTime& time) {
  const int hour = take_digits(text, at, 2);
  if (hour < 0 || hour > 23 || !take_char(text, at, ':')) return false;
  const int minute = take_digits(text, at, 2);
  if (minute < 0 || minute > 59) return false;
  time.hour = static_cast<uint8_t>(hour);
  time.minute = static_cast<uint8_t>(minute);
  time.precision = TimePrecision::Minute;
  if (!take_char(text, at, ':')) return true;
  int second = take_digits(text, at, 2);
  if (second < 0 || second > 60) return false;
  if (second == 60) second = 59;  // a leap second; no clock we show has one
  time.second = static_cast<uint8_t>(second);
  time.precision = TimePrecision::Second;
  if (take_char(text, at, '.')) {
    const size_t start = at;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
    return at > start;
  }
  return true;
}

bool take_zone(std::string_view text, size_t& at, SourceTime& time) {
  if (take_char(text, at, 'Z') || take_char(text, at, 'z')) {
    time.zone = Zone::Offset;
    return true;
  }
  const bool west = at < text.size() && text[at] == '-';
  if (!west && !(at < text.size() && text[at] == '+')) return true;
  ++at;
  const int hours = take_digits(text, at, 2);
  take_char(text, at, ':');
  const int minutes = take_digits(text, at, 2);
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return false;
  const int offset = hours * 60 + minutes;
  time.zone = Zone::Offset;
  time.offset_minutes = static_cast<int16_t>(west ? -offset : offset);
  return true;
}

void append_padded(std::string& out, int value, int width) {
  char digits[6];
  for (int i = width - 1; i >= 0; --i) {
    digits[i] = static_cast<char>('0' + value % 10);
    value /= 10;
  }
  out.append(digits, static_cast<size_t>(width));
}

int64_t wall_clock_ms(const SourceTime& time) {
  int64_t ms = day_number(time) * kDayMs;
  if (time.has_clock()) ms += ((time.hour * 60 + time.minute) * 60 + time.second) * int64_t{1000};
  return ms;
}

}  // namespace

std::optional<SourceTime> parse_source_time(std::string_view text) {
  SourceTime time;
  size_t at = 0;
  if (!take_date(text, at, time)) return std::nullopt;
  if (at == text.size()) return time;
  if (!take_char(text, at, 'T') && !take_char(text, at, ' ')) return std::nullopt;
  if (!take_clock(text, at, time)) return std::nullopt;
  take_char(text, at, ' ');
  if (!take_zone(text, at, time) || at != text.size()) return std::nullopt;
  return time;
}

std::string source_time_text(const SourceTime& time) {
  std::string out;
  if (!time.known()) return out;
  append_padded(out, time.year, 4);
  out.push_back('-');
  append_padded(out, time.month, 2);
  out.push_back('-');
  append_padded(out, time.day, 2);
  if (!time.has_clock()) return out;
  out.push_back('T');
  append_padded(out, time.hour, 2);
  out.push_back(':');
  append_padded(out, time.minute, 2);
  if (time.precision == TimePrecision::Second) {
    out.push_back(':');
    append_padded(out, time.second, 2);
  }
  if (time.zone == Zone::Unknown) return out;
  if (time.offset_minutes == 0) {
    out.push_back('Z');
    return out;
  }
  const int offset = time.offset_minutes < 0 ? -time.offset_minutes : time.offset_minutes;
  out.push_back(time.offset_minutes < 0 ? '-' : '+');
  append_padded(out, offset / 60, 2);
  out.push_back(':');
  append_padded(out, offset % 60, 2);
  return out;
}

std::optional<int64_t> instant_ms(const SourceTime& time) {
  if (!time.has_clock() || time.zone == Zone::Unknown) return std::nullopt;
  return wall_clock_ms(time) - time.offset_minutes * int64_t{60'000};
}

int64_t sort_key_ms(const SourceTime& time) {
  return wall_clock_ms(time) - time.offset_minutes * int64_t{60'000};
}

SourceTime source_time_at(int64_t unix_ms, int64_t offset_minutes) {
  const int64_t local = unix_ms + offset_minutes * int64_t{60'000};
  const int64_t day = local >= 0 ? local / kDayMs : -((-local + kDayMs - 1) / kDayMs);
  const int64_t in_day = (local - day * kDayMs) / 1000;
  SourceTime time = date_from_day_number(static_cast<int32_t>(day));
  time.hour = static_cast<uint8_t>(in_day / 3600);
  time.minute = static_cast<uint8_t>(in_day / 60 % 60);
  time.second = static_cast<uint8_t>(in_day % 60);
  time.precision = TimePrecision::Second;
  time.zone = Zone::Offset;
  time.offset_minutes = static_cast<int16_t>(offset_minutes);
  return time;
}

SourceTime date_of(const SourceTime& time) {
  SourceTime date;
  date.year = time.year;
  date.month = time.month;
  date.day = time.day;
  date.precision = time.known() ? TimePrecision::Date : TimePrecision::None;
  return date;
}

// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (public domain), read 2026-11.
int32_t day_number(const SourceTime& time) {
  const int year = time.year - (time.month <= 2 ? 1 : 0);
  const int era = (year >= 0 ? year : year - 399) / 400;
  const int year_of_era = year - era * 400;
  const int shifted_month = (time.month + 9) % 12;
  const int day_of_year = (153 * shifted_month + 2) / 5 + time.day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

SourceTime date_from_day_number(int32_t day) {
  const int32_t shifted = day + 719468;
  const int32_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const int32_t day_of_era = shifted - era * 146097;
  const int32_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int32_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int32_t shifted_month = (5 * day_of_year + 2) / 153;
  const int32_t month = shifted_month + (shifted_month < 10 ? 3 : -9);
  SourceTime date;
  date.year = static_cast<int16_t>(year_of_era + era * 400 + (month <= 2 ? 1 : 0));
  date.month = static_cast<uint8_t>(month);
  date.day = static_cast<uint8_t>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
  date.precision = TimePrecision::Date;
  return date;
}

int weekday(const SourceTime& time) {
  const int32_t days = day_number(time) + 4;  // 1970-01-01 was a Thursday
  return static_cast<int>((days % 7 + 7) % 7);
}

}  // namespace postlude::base
