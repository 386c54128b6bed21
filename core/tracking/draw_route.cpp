#include "core/tracking/draw_route.h"

#include <algorithm>
#include <cstdlib>

namespace postlude::tracking {
namespace {

constexpr int kCircle = 36000;
constexpr int kRoomX = kRouteWidth - 2 * kRouteMargin;
constexpr int kRoomY = kRouteHeight - 2 * kRouteMargin;
constexpr int kFraction = 256;   // of a hundredth of a degree
constexpr int kMaxControl = 32;  // an arc is half as high as its control point

int eastward(const Stop& from, const Stop& to) {
  return (to.coordinates.longitude - from.coordinates.longitude + kCircle) % kCircle;
}

// The stop from which all others lie within the shortest way to the east.
const Stop& westernmost(const std::vector<Stop>& stops) {
  const Stop* best = nullptr;
  int shortest = kCircle;
  for (const Stop& from : stops) {
    int span = 0;
    for (const Stop& to : stops) span = std::max(span, eastward(from, to));
    if (span < shortest) best = &from;
    shortest = std::min(span, shortest);
  }
  return *best;
}

struct Range {
  int low, high;
  int size() const { return high - low; }
};

Range range_of(const std::vector<Spot>& spots, int Spot::*axis) {
  Range range{spots.front().*axis, spots.front().*axis};
  for (const Spot& spot : spots) {
    range.low = std::min(range.low, spot.*axis);
    range.high = std::max(range.high, spot.*axis);
  }
  return range;
}

// On a sphere degrees of longitude shrink with the cosine of the latitude; Bhaskara's formula has
// it within 0.2 %.
void shrink(std::vector<Spot>& spots) {
  const Range latitudes = range_of(spots, &Spot::y);
  const int middle = (latitudes.low + latitudes.high) / 200;
  const int square = middle * middle;
  for (Spot& spot : spots) {
    spot.x = static_cast<int>(int64_t{spot.x} * (32400 - 4 * square) / (32400 + square));
  }
}

void fit(std::vector<Spot>& spots) {
  const Range x = range_of(spots, &Spot::x);
  const Range y = range_of(spots, &Spot::y);
  const int unit = std::max({x.size() * kFraction / kRoomX, y.size() * kFraction / kRoomY, 1}) + 1;
  const auto scaled = [unit](int length) { return length * kFraction / unit; };
  const int left = (kRouteWidth - scaled(x.size())) / 2;
  const int top = (kRouteHeight - scaled(y.size())) / 2;
  for (Spot& spot : spots) spot = {left + scaled(spot.x - x.low), top + scaled(spot.y - y.low)};
}

void put(int number, std::string& out) {
  if (number >= 10) put(number / 10, out);
  out += static_cast<char>('0' + number % 10);
}

void put(char letter, const Spot& spot, std::string& out) {
  out += letter;
  put(spot.x, out);
  out += ' ';
  put(spot.y, out);
}

// Where the arc between two spots bends to.
Spot control_of(const Spot& from, const Spot& to, bool to_the_north) {
  Spot aside{(to.y - from.y) / 4, (from.x - to.x) / 4};
  const int reach = std::max(std::abs(aside.x), std::abs(aside.y));
  if (reach > kMaxControl) {
    aside = {aside.x * kMaxControl / reach, aside.y * kMaxControl / reach};
  }
  if ((aside.y > 0) == to_the_north) aside = {-aside.x, -aside.y};
  return {(from.x + to.x) / 2 + aside.x, (from.y + to.y) / 2 + aside.y};
}

// Ends that fall together are no leg.
std::string path(const std::vector<Spot>& spots, size_t first, size_t last) {
  std::string d;
  for (size_t i = first + 1; i <= last; ++i) {
    if (spots[i] == spots[i - 1]) continue;
    if (d.empty()) put('M', spots[i - 1], d);
    const bool goes_back = i > 1 && spots[i] == spots[i - 2];
    put('Q', control_of(spots[i - 1], spots[i], !goes_back), d);
    put(' ', spots[i], d);
  }
  return d;
}

}  // namespace

RoutePicture draw_route(const Route& route) {
  RoutePicture picture;
  std::vector<Spot>& spots = picture.spots;
  const Stop& west = westernmost(route.stops);
  for (const Stop& stop : route.stops) {
    spots.push_back({eastward(west, stop), -stop.coordinates.latitude});
  }
  shrink(spots);
  fit(spots);
  picture.travelled = path(spots, 0, route.here);
  picture.ahead = path(spots, route.here, spots.size() - 1);
  return picture;
}

}  // namespace postlude::tracking
