#pragma once

#include <cstdint>

#include "core/offer/candidate.h"
#include "core/order/order.h"

namespace postlude::offer {

/// Of a hundred offers shown three are accepted: a cautious guess for an offer nobody has seen.
inline constexpr int64_t kDefaultPriorPpm = 30'000;

/// Returns how likely the shopper of `order` accepts, in millionths: what came with the candidate,
/// else its own accepts over showings, drawn to `prior_ppm` while there are few of them. The one
/// place that guesses: a learned model takes the place of its body. Whole numbers only.
int64_t accept_probability_ppm(const Candidate& candidate, const order::Order& order,
                               int64_t prior_ppm);

}  // namespace postlude::offer
