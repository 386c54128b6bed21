#pragma once

#include "core/base/json_reader.h"
#include "core/offer/funnel.h"

namespace postlude::offer {

/// Reads the funnel of an offers configuration (web/contract/offers-config.schema.json); an absent
/// one has no nodes. Refuses at its own place: a target that does not exist, an edge that closes a
/// cycle, a way longer than kMaxFunnelDepth, two nodes with one id, more than kMaxFunnelNodes.
Funnel read_funnel(base::JsonReader& in, base::JsonRef object);

}  // namespace postlude::offer
