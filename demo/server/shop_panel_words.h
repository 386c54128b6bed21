#pragma once

#include <string>
#include <string_view>

#include "core/offer/decide_offer.h"
#include "demo/server/charge_repository.h"
#include "demo/server/offer_record_repository.h"
#include "demo/server/offer_repository.h"
#include "demo/server/shop_format.h"

namespace postlude::server {

/// A wire name for people: "out_for_delivery" -> "Out for delivery".
std::string plain_words(std::string_view wire_name);

/// What a decision's reason means to a merchant.
std::string_view reason_words(offer::DecisionReason reason);

/// A candidate's rules as a sentence; "For every order." without rules.
std::string rules_sentence(const offer::Rules& rules, const ShopFormat& format);

/// "€9.26 in the books"; "" for what was paid in the shop's own currency.
std::string books_words(const ShopFormat& format, const base::Money& paid,
                        const base::Money& in_books);

/// "renews every month for €11.61 until cancelled"; without an amount each costs what the first
/// does.
std::string renewal_words(const offer::Renewal& renewal, const ShopFormat& format);

/// Where an offer stands in the funnel, why it is made and what it costs.
std::string terms_sentence(const offer::Candidate& candidate, const OfferTerms& terms,
                           const offer::Funnel& funnel, const ShopFormat& format);

/// How long its answers are remembered, and its caps.
std::string memory_sentence(const offer::Candidate& candidate);

/// The policy as a sentence.
std::string policy_sentence(const offer::OfferPolicy& policy);

/// The CSS class that a status has on the panel: "good", "warn", "bad" or "".
std::string_view parcel_tone(std::string_view shipment_status);
std::string_view payment_tone(std::string_view payment_status);
std::string_view charge_tone(ChargeStage stage);
std::string_view outcome_tone(RecordOutcome outcome);

/// What became of a quote, for people.
std::string outcome_words(RecordOutcome outcome);

}  // namespace postlude::server
