#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace postlude::base {

/// How much of a time its source stated. `None` means that there is no time at all.
enum class TimePrecision : uint8_t { None, Date, Minute, Second };

/// What is known of the offset from UTC. A time whose zone is unknown is a wall clock somewhere.
enum class Zone : uint8_t { Unknown, Offset };

/// A date or time exactly as its source stated it: the wall clock, its own offset, and what was not
/// said. A date stays a date in every zone; it is never midnight UTC.
struct SourceTime {
  int16_t year = 0;
  uint8_t month = 0;  // 1-12
  uint8_t day = 0;    // 1-31
  uint8_t hour = 0;   // 0-23; meaningless for Date
  uint8_t minute = 0;
  uint8_t second = 0;
  TimePrecision precision = TimePrecision::None;
  Zone zone = Zone::Unknown;   // always Unknown for Date
  int16_t offset_minutes = 0;  // east of UTC, -1439..1439; 0 unless zone is Offset

  bool known() const { return precision != TimePrecision::None; }
  bool has_clock() const { return precision >= TimePrecision::Minute; }
  friend bool operator==(const SourceTime&, const SourceTime&) = default;
};

/// Reads ISO 8601 as APIs write it: "2026-11-03", "2026-11-03T09:26", "2026-11-03 09:26:11.250",
/// with "Z", "+02:00", "+0200" or no zone. Fractions of a second are dropped. Returns nothing for
/// any other text and for impossible dates (2026-02-30).
std::optional<SourceTime> parse_source_time(std::string_view text);

/// Returns the time as ISO 8601 with just what is known: "2026-11-03", "2026-11-03T09:26:11",
/// "2026-11-03T09:26:11-07:00", "" for None.
std::string source_time_text(const SourceTime& time);

/// Returns the instant in Unix milliseconds, or nothing for a date or an unknown zone.
std::optional<int64_t> instant_ms(const SourceTime& time);

/// Returns a key to sort by: the instant where known, otherwise the wall clock read as UTC (a date
/// sorts at the start of its day). For ordering only, never for display.
int64_t sort_key_ms(const SourceTime& time);

/// Returns the wall clock that shows `unix_ms` at the given offset, with second precision.
SourceTime source_time_at(int64_t unix_ms, int64_t offset_minutes);

/// Returns the same time as a bare date.
SourceTime date_of(const SourceTime& time);

/// Returns the day number of a civil date, 1970-01-01 being 0 (proleptic Gregorian calendar).
int32_t day_number(const SourceTime& time);

/// Returns the bare date of a day number.
SourceTime date_from_day_number(int32_t day);

/// Returns 0 for Sunday to 6 for Saturday.
int weekday(const SourceTime& time);

}  // namespace postlude::base
