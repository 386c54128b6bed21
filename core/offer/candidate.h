#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/money.h"
#include "core/offer/offer.h"
#include "core/offer/rules.h"

namespace postlude::offer {

enum class StepKind : uint8_t { Upsell, Downsell };

/// Where a candidate stands in the funnel: upsell N, when declined downsell N, then upsell N + 1.
/// Level 0 is outside the funnel and always due.
struct FunnelStep {
  int64_t level = 0;
  StepKind kind = StepKind::Upsell;
  friend bool operator==(const FunnelStep&, const FunnelStep&) = default;
};

/// How long a decline is remembered.
enum class DeclineMemory : uint8_t { ThisOrder, Forever };

/// What makes the expected value: probability * margin - cost.
struct ValueInputs {
  int64_t probability_ppm = 0;  // of acceptance, 0 .. 1,000,000
  int64_t margin_minor = 0;     // earned when accepted, in the order's currency
  int64_t cost_minor = 0;       // of showing it
};

/// An offer that could be made.
struct Candidate {
  std::string offer_id;  // unique among the candidates
  std::string product_id;
  std::string sku;
  std::string title;
  std::vector<std::string> categories;
  int64_t priority = 0;          // 0 is the most urgent
  int64_t quantity = 1;          // how many one acceptance adds
  std::optional<int64_t> stock;  // nothing = not counted
  bool requires_shipping = true;
  Rules rules;
  std::vector<std::string> countries;      // ISO 3166-1 alpha-2; empty = everywhere
  std::vector<base::Currency> currencies;  // empty = any
  std::optional<base::Money> total;        // what it will cost, where it is priced already
  std::optional<int64_t> ends_at_ms;       // when its price ends for good
  FunnelStep step;
  DeclineMemory decline_memory = DeclineMemory::ThisOrder;
  std::optional<ValueInputs> value;  // nothing = not judged by its value
  OfferReason reason = OfferReason::MerchantPick;
  std::string reason_product_id;  // the line it goes with; "" for none
};

}  // namespace postlude::offer
