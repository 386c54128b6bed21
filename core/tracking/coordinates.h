#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace postlude::tracking {

/// A place on the Earth in hundredths of a degree (about a kilometre): north and east positive.
struct Coordinates {
  int16_t latitude = 0;   // -9000 to 9000
  int16_t longitude = 0;  // -18000 to 18000
  friend bool operator==(const Coordinates&, const Coordinates&) = default;
};

/// Returns the place that two plain decimals of degrees name ("48.2082", "16.37"); nothing when
/// either is absent, no decimal or out of range, or when both are 0, which sources write for "not
/// known".
std::optional<Coordinates> read_coordinates(std::string_view latitude, std::string_view longitude);

/// Returns one of the two as a plain decimal of degrees: "48.21".
std::string degrees_text(int16_t hundredths);

/// Returns where in a country to draw what is known to be there: the place of its most used clock,
/// which is where many of its people live ("US" -> New York), to within a degree. Nothing when
/// `country` is no ISO 3166-1 alpha-2 code in capitals.
std::optional<Coordinates> country_coordinates(std::string_view country);

}  // namespace postlude::tracking
