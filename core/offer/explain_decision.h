#pragma once

#include <cstdint>
#include <string>

#include "core/offer/decide_offer.h"

namespace postlude::offer {

/// What an offer is worth to the shop is told to the shop, not to whoever holds an order's token.
enum class Values : uint8_t { Told, Withheld };

/// Returns the whole table of a decision as one JSON object: {"ranked":[offer ids],
/// "order_reasons":[names],"node"? of the funnel,"candidates":[{"offer_id","title","reasons":
/// [names],"expected_value_micro"?,"matched_group"?}]}.
std::string explain_json(const Decision& decision, Values values = Values::Told);

/// Returns the outcome alone: {"ranked","order_reasons","node"?}.
std::string outcome_json(const Decision& decision);

/// Returns the whole table for people: one line for the outcome, one a candidate, plain ASCII but
/// for ids and titles.
std::string explain_text(const Decision& decision);

}  // namespace postlude::offer
