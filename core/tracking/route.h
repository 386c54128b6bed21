#pragma once

#include <string_view>
#include <vector>

#include "core/tracking/coordinates.h"
#include "core/tracking/shipment.h"

namespace postlude::tracking {

/// One stay on a parcel's way. Its texts are views into the shipment.
struct Stop {
  std::string_view city;     // of the newest scan there (at the start the first); "" when none has
  std::string_view country;  // as Place::country
  Coordinates coordinates;
  bool exact = false;  // whether the source stated the coordinates, or only the country is known
  friend bool operator==(const Stop&, const Stop&) = default;
};

/// A parcel's way over the map.
struct Route {
  std::vector<Stop> stops;  // the start first; none when there is nothing to draw
  size_t here = 0;          // where it was seen last; one after it is where it is bound for
};

/// A longer way leaves out what lies between its start and its newest stops.
inline constexpr size_t kMaxStops = 12;

/// Returns the stays between the country that it was sent from and the one it goes to, as far as
/// anybody said. Scans that follow each other in one place are one stay, and so are those of one
/// country as long as no coordinates tell them apart. A parcel on its way back is bound for its
/// origin; one that will not come any more is bound for nowhere. Fewer than two places that differ
/// are no way.
Route route_of(const Shipment& shipment);

}  // namespace postlude::tracking
