#pragma once

#include <string_view>

#include "core/base/json_reader.h"
#include "core/offer/candidate.h"

namespace postlude::offer {

/// What an offer of another seller cannot have: the parts of a purchase, and a place at which the
/// funnel waits for one.
inline constexpr std::string_view kPurchaseMembers[] = {
    "product_id",    "sku",        "quantity",    "stock",       "tally", "requires_shipping",
    "adds_shipping", "currencies", "total_minor", "currency",    "node",  "after_decline",
    "selling_plan",  "consent",    "renewal",     "subscription"};

/// Whether a link may lead there: only to an absolute https address.
bool is_link_address(const base::SafeUrl& url);

/// Reads the `link` of an offer that is another seller's, and refuses what only a purchase has
/// (`kPurchaseMembers`), a reason that is missing or says that the shop itself suggests it, and a
/// `value` that leaves the probability to be guessed: nobody counts accepts of a link. Does nothing
/// to an offer without a `link`.
void read_link(base::JsonReader& in, const base::JsonRef& object, Candidate& candidate);

}  // namespace postlude::offer
