#include "core/tracking/opening_hours.h"

#include <algorithm>

namespace postlude::tracking {
namespace {

// "09:00-18:00" and a space or nothing after it.
constexpr size_t kSpanSize = 11;

// Whether a clock "hh:mm" lies in one of the spans, compared as texts.
bool is_in(std::string_view hours, std::string_view clock) {
  for (; hours.size() >= kSpanSize;
       hours.remove_prefix(hours.size() > kSpanSize ? kSpanSize + 1 : kSpanSize)) {
    if (hours[5] != '-') return true;
    if (hours.substr(0, 5) <= clock && clock < hours.substr(6, 5)) return true;
  }
  return !hours.empty();
}

}  // namespace

std::string_view hours_of(const PickupPlace& place, const base::SourceTime& now) {
  if (!now.known()) return {};
  std::string_view left = place.hours;
  for (int day = base::weekday(now); day > 0 && !left.empty(); --day) {
    left.remove_prefix(std::min(left.find(';'), left.size() - 1) + 1);
  }
  return left.substr(0, left.find(';'));
}

Opening opening_of(const PickupPlace& place, const base::SourceTime& now) {
  if (!now.known() || place.hours.empty()) return Opening::Unknown;
  const std::string_view hours = hours_of(place, now);
  if (hours.empty()) return Opening::ClosedToday;
  if (!now.has_clock()) return Opening::Open;
  const char clock[] = {
      static_cast<char>('0' + now.hour / 10), static_cast<char>('0' + now.hour % 10), ':',
      static_cast<char>('0' + now.minute / 10), static_cast<char>('0' + now.minute % 10)};
  return is_in(hours, {clock, sizeof clock}) ? Opening::Open : Opening::ClosedNow;
}

}  // namespace postlude::tracking
