#include "core/tracking/route.h"

#include "core/base/check.h"

namespace postlude::tracking {
namespace {

// One stay when nothing tells the two apart: the same coordinates, or one country and no more known
// of one of them.
bool is_same_stay(const Stop& stop, const Place& place) {
  if (stop.exact && place.coordinates) return stop.coordinates == *place.coordinates;
  return stop.country == place.country && !place.country.empty();
}

void visit(const Place& place, std::vector<Stop>& stops) {
  if (!stops.empty() && is_same_stay(stops.back(), place)) {
    Stop& stay = stops.back();
    // Where it set out from is where it was first, any other stay where it was last.
    const bool renames = stops.size() > 1 || stay.city.empty();
    if (renames && !place.city.empty()) stay.city = place.city;
    if (place.coordinates) stay.coordinates = *place.coordinates;
    stay.exact = stay.exact || place.coordinates;
    return;
  }
  const auto coordinates =
      place.coordinates ? place.coordinates : country_coordinates(place.country);
  if (!coordinates) return;
  stops.push_back({place.city, place.country, *coordinates, place.coordinates.has_value()});
}

std::string_view newest_city(const Shipment& shipment) {
  for (const Checkpoint& checkpoint : shipment.checkpoints) {
    if (!checkpoint.place.city.empty()) return checkpoint.place.city;
  }
  return {};
}

enum class Bound : uint8_t { There, Back, Nowhere };

Bound bound_for(const Shipment& shipment) {
  switch (shipment.status) {
    case ShipmentStatus::Unknown:
    case ShipmentStatus::Pending:
    case ShipmentStatus::LabelCreated:
    case ShipmentStatus::PickedUp:
    case ShipmentStatus::InTransit:
    case ShipmentStatus::OutForDelivery:
    case ShipmentStatus::ReadyForPickup:
    case ShipmentStatus::AttemptFailed:
    case ShipmentStatus::Delayed:
    case ShipmentStatus::OnHold:
    case ShipmentStatus::Delivered:
      return Bound::There;
    case ShipmentStatus::Returning:
    case ShipmentStatus::Returned:
      return Bound::Back;
    case ShipmentStatus::Exception:
    case ShipmentStatus::Cancelled:
    case ShipmentStatus::Expired:
      return Bound::Nowhere;
  }
  CHECK(false);
}

// Adds the country at one end when the scans are known not to have reached it.
bool add_end(std::string_view country, bool at_start, std::vector<Stop>& stops) {
  if (!stops.empty()) {
    const std::string_view known = (at_start ? stops.front() : stops.back()).country;
    if (known == country || known.empty()) return false;
  }
  const auto coordinates = country_coordinates(country);
  if (!coordinates) return false;
  stops.insert(at_start ? stops.begin() : stops.end(), {{}, country, *coordinates, false});
  return true;
}

bool is_way(const std::vector<Stop>& stops) {
  for (const Stop& stop : stops) {
    if (stop.coordinates != stops.front().coordinates) return true;
  }
  return false;
}

}  // namespace

Route route_of(const Shipment& shipment) {
  Route route;
  std::vector<Stop>& stops = route.stops;
  for (size_t i = shipment.checkpoints.size(); i-- > 0;)
    visit(shipment.checkpoints[i].place, stops);
  if (stops.size() == 1) stops.front().city = newest_city(shipment);
  add_end(shipment.origin_country, true, stops);
  const Bound bound = bound_for(shipment);
  bool ahead = false;
  if (bound != Bound::Nowhere && !stops.empty()) {
    const std::string_view end =
        bound == Bound::There ? shipment.destination_country : shipment.origin_country;
    const bool arrived =
        shipment.status == ShipmentStatus::Delivered || shipment.status == ShipmentStatus::Returned;
    ahead = add_end(end, false, stops) && !arrived;
  }
  if (!is_way(stops)) return {};
  if (stops.size() > kMaxStops) {
    stops.erase(stops.begin() + 1, stops.end() - static_cast<std::ptrdiff_t>(kMaxStops - 1));
  }
  route.here = stops.size() - (ahead ? 2 : 1);
  return route;
}

}  // namespace postlude::tracking
