#include "core/tracking/coordinates.h"

#include "core/base/money.h"

namespace postlude::tracking {
namespace {

constexpr int kDigits = 2;
constexpr int64_t kMaxLatitude = 9000;
constexpr int64_t kMaxLongitude = 18000;

std::optional<int16_t> read_degrees(std::string_view decimal, int64_t most) {
  const auto hundredths = base::parse_decimal(decimal, kDigits);
  if (!hundredths || *hundredths > most || *hundredths < -most) return std::nullopt;
  return static_cast<int16_t>(*hundredths);
}

}  // namespace

std::optional<Coordinates> read_coordinates(std::string_view latitude, std::string_view longitude) {
  const auto north = read_degrees(latitude, kMaxLatitude);
  const auto east = read_degrees(longitude, kMaxLongitude);
  if (!north || !east || (*north == 0 && *east == 0)) return std::nullopt;
  return Coordinates{*north, *east};
}

std::string degrees_text(int16_t hundredths) { return base::decimal_text(hundredths, kDigits); }

}  // namespace postlude::tracking
