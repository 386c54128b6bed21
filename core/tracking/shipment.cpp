#include "core/tracking/shipment.h"

#include "core/base/names.h"

namespace postlude::tracking {
std::string_view status_name(ShipmentStatus status) {
  return kStatusNames[static_cast<size_t>(status)];
}

std::optional<ShipmentStatus> status_from(std::string_view name) {
  return base::enum_from<ShipmentStatus>(kStatusNames, name);
}

std::string_view sub_status_name(SubStatus sub_status) {
  return kSubStatusNames[static_cast<size_t>(sub_status)];
}

std::optional<SubStatus> sub_status_from(std::string_view name) {
  return base::enum_from<SubStatus>(kSubStatusNames, name);
}

std::string_view direction_name(Direction direction) {
  return kDirectionNames[static_cast<size_t>(direction)];
}

std::optional<Direction> direction_from(std::string_view name) {
  return base::enum_from<Direction>(kDirectionNames, name);
}

std::string_view estimate_source_name(EstimateSource source) {
  return kEstimateSourceNames[static_cast<size_t>(source)];
}

std::optional<EstimateSource> estimate_source_from(std::string_view name) {
  return base::enum_from<EstimateSource>(kEstimateSourceNames, name);
}

std::string_view pace_name(Pace pace) { return kPaceNames[static_cast<size_t>(pace)]; }

std::optional<Pace> pace_from(std::string_view name) {
  return base::enum_from<Pace>(kPaceNames, name);
}

}  // namespace postlude::tracking
