#pragma once

#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/offer/decide_offer.h"

namespace postlude::offer {

/// What a merchant configures: web/contract/offers-config.schema.json.
struct OffersConfig {
  OfferPolicy policy;
  std::vector<Candidate> candidates;
};

/// Reads a configuration and refuses everything doubtful in it: besides missing members and wrong
/// types also unknown members (a typing mistake must not switch a rule off), unknown facts and
/// operators, an operator that does not go with its fact, empty lists, numbers out of range and two
/// offers with one id. Fails with a code and a JSON pointer to the wrong field.
base::Result<OffersConfig> parse_offers_config(base::JsonRef root);

/// Reads a DecideContext in JSON: {"now_ms", "shop_offset_minutes"?, "payment_reuse"?, "window"?,
/// "history"?, "shop_subtotal"? {"amount_minor", "currency"}}. As strict as the configuration.
base::Result<DecideContext> parse_decide_context(base::JsonRef root);

}  // namespace postlude::offer
