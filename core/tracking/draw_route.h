#pragma once

#include <string>
#include <vector>

#include "core/tracking/route.h"

namespace postlude::tracking {

/// The size of the picture, in the units of its numbers.
inline constexpr int kRouteWidth = 320;
inline constexpr int kRouteHeight = 132;
/// No spot is nearer to the edge, and no line leaves the picture.
inline constexpr int kRouteMargin = 22;

/// A place in the picture: from the left, from the top.
struct Spot {
  int x = 0;
  int y = 0;
  friend bool operator==(const Spot&, const Spot&) = default;
};

struct RoutePicture {
  std::vector<Spot> spots;  // one for each stop
  std::string travelled;    // the `d` of an SVG path; "" when it has not moved yet
  std::string ahead;        // the same from where it is to where it is bound for
};

/// Draws at least two stops: north up, as large as fits, undistorted at their middle latitude
/// (equirectangular), and cut where the ways are shortest, so that what lies across the
/// antimeridian stays together. Each leg is an arc to the north; one that goes straight back bends
/// to the south. In integers: the same picture in every build.
RoutePicture draw_route(const Route& route);

}  // namespace postlude::tracking
