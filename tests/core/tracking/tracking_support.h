#pragma once

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "core/tracking/normalise.h"

namespace postlude::tracking {

inline void PrintTo(const Shipment& shipment, std::ostream* out) {
  *out << write_shipments({shipment});
}

/// The shipments of a document that has to be readable.
inline std::vector<Shipment> shipments_of(TrackingSource source, std::string_view json) {
  const auto result = normalise(source, json);
  EXPECT_TRUE(result.ok()) << base::error_name(result.error().code) << " at "
                           << result.error().pointer << " in " << json;
  return result.ok() ? result.value() : std::vector<Shipment>{};
}

/// The first shipment of a document that has to hold one.
inline Shipment shipment_of(TrackingSource source, std::string_view json) {
  const auto shipments = shipments_of(source, json);
  EXPECT_FALSE(shipments.empty()) << json;
  return shipments.empty() ? Shipment{} : shipments.front();
}

/// The error of a document that must not be readable, as "code pointer".
inline std::string error_of(TrackingSource source, std::string_view json) {
  const auto result = normalise(source, json);
  if (result.ok()) return "ok";
  return std::string(base::error_name(result.error().code)) + " " + result.error().pointer;
}

/// The times of the checkpoints, newest first, a line each.
inline std::string times_of(const Shipment& shipment) {
  std::string out;
  for (const Checkpoint& checkpoint : shipment.checkpoints) {
    out += base::source_time_text(checkpoint.time) + "\n";
  }
  return out;
}

/// The statuses of the checkpoints, newest first, separated by spaces.
inline std::string statuses_of(const Shipment& shipment) {
  std::string out;
  for (const Checkpoint& checkpoint : shipment.checkpoints) {
    if (!out.empty()) out += " ";
    out += status_name(checkpoint.status);
  }
  return out;
}

}  // namespace postlude::tracking
