#pragma once

#include <cstdint>

#include "core/base/source_time.h"

namespace postlude::order {

/// What the parcels say about the whole order, told by the caller (this folder knows no shipments).
enum class Journey : uint8_t { NotShipped, OnItsWay, Delivered };

struct JourneyNews {
  Journey journey = Journey::NotShipped;
  base::SourceTime arrives;  // the latest estimate; not known() when there is none
  friend bool operator==(const JourneyNews&, const JourneyNews&) = default;
};

}  // namespace postlude::order
