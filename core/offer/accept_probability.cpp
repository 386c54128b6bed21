#include "core/offer/accept_probability.h"

#include <algorithm>

namespace postlude::offer {
namespace {

constexpr int64_t kPpm = 1'000'000;
constexpr int64_t kPriorShowings = 100;           // so many showings the guess weighs
constexpr int64_t kMostShowings = 1'000'000'000;  // keeps the products within 2^63

}  // namespace

int64_t accept_probability_ppm(const Candidate& candidate, const order::Order& /*order*/,
                               int64_t prior_ppm) {
  if (candidate.value && candidate.value->probability_ppm) {
    return std::clamp<int64_t>(*candidate.value->probability_ppm, 0, kPpm);
  }
  const int64_t prior = std::clamp<int64_t>(prior_ppm, 0, kPpm);
  const int64_t shown = std::clamp<int64_t>(candidate.tally.shown, 0, kMostShowings);
  const int64_t accepted = std::clamp<int64_t>(candidate.tally.accepted, 0, shown);
  return (accepted * kPpm + prior * kPriorShowings) / (shown + kPriorShowings);
}

}  // namespace postlude::offer
