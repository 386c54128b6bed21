#include "core/tracking/shipment.h"

namespace postlude::tracking {
namespace {

constexpr std::string_view kStatusNames[] = {
#define X(name, text) text,
    POSTLUDE_SHIPMENT_STATUSES(X)
#undef X
};

constexpr std::string_view kSubStatusNames[] = {
#define X(name, text) text,
    POSTLUDE_SUB_STATUSES(X)
#undef X
};

constexpr std::string_view kDirectionNames[] = {
#define X(name, text) text,
    POSTLUDE_DIRECTIONS(X)
#undef X
};

constexpr std::string_view kEstimateSourceNames[] = {
#define X(name, text) text,
    POSTLUDE_ESTIMATE_SOURCES(X)
#undef X
};

constexpr std::string_view kPaceNames[] = {
#define X(name, text) text,
    POSTLUDE_PACES(X)
#undef X
};

// Tables and one loop instead of a chain of comparisons: the names are downloaded once.
template <class Enum, size_t kCount>
std::optional<Enum> from_name(const std::string_view (&names)[kCount], std::string_view name) {
  for (size_t i = 0; i < kCount; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view status_name(ShipmentStatus status) {
  return kStatusNames[static_cast<size_t>(status)];
}

std::optional<ShipmentStatus> status_from(std::string_view name) {
  return from_name<ShipmentStatus>(kStatusNames, name);
}

std::string_view sub_status_name(SubStatus sub_status) {
  return kSubStatusNames[static_cast<size_t>(sub_status)];
}

std::optional<SubStatus> sub_status_from(std::string_view name) {
  return from_name<SubStatus>(kSubStatusNames, name);
}

std::string_view direction_name(Direction direction) {
  return kDirectionNames[static_cast<size_t>(direction)];
}

std::optional<Direction> direction_from(std::string_view name) {
  return from_name<Direction>(kDirectionNames, name);
}

std::string_view estimate_source_name(EstimateSource source) {
  return kEstimateSourceNames[static_cast<size_t>(source)];
}

std::optional<EstimateSource> estimate_source_from(std::string_view name) {
  return from_name<EstimateSource>(kEstimateSourceNames, name);
}

std::string_view pace_name(Pace pace) { return kPaceNames[static_cast<size_t>(pace)]; }

std::optional<Pace> pace_from(std::string_view name) { return from_name<Pace>(kPaceNames, name); }

}  // namespace postlude::tracking
