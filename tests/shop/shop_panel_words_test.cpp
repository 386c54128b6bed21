#include "demo/server/shop_panel_words.h"

#include <gtest/gtest.h>

#include <set>

#include "core/tracking/shipment.h"

namespace postlude::server {
namespace {

using offer::Condition;
using offer::RuleFact;
using offer::RuleOp;

const ShopFormat kFormat("en-GB", "EUR");

Condition texts(RuleFact fact, RuleOp op, std::vector<std::string> operands) {
  return {fact, op, std::move(operands), {}, {}};
}

TEST(PlainWords, MakesAWireNameReadable) {
  EXPECT_EQ(plain_words("out_for_delivery"), "Out for delivery");
  EXPECT_EQ(plain_words(""), "");
}

TEST(ReasonWords, AreDifferentForEveryReason) {
  std::set<std::string_view> words;
#define X(name, text) words.insert(reason_words(offer::DecisionReason::name));
  POSTLUDE_DECISION_REASONS(X)
#undef X
  size_t reasons = 0;
#define X(name, text) ++reasons;
  POSTLUDE_DECISION_REASONS(X)
#undef X
  EXPECT_EQ(words.size(), reasons);
  EXPECT_EQ(words.count(""), 0u);
}

TEST(RulesSentence, SaysGroupsAndConditions) {
  offer::Rules rules;
  Condition subtotal = {
      RuleFact::Subtotal, RuleOp::AtMost, {}, {6000}, *base::parse_currency("EUR")};
  rules.any = {{{texts(RuleFact::Category, RuleOp::AnyOf, {"coffee", "class"}), subtotal}},
               {{texts(RuleFact::OrderTag, RuleOp::NoneOf, {"gift"})}}};
  EXPECT_EQ(
      rules_sentence(rules, kFormat),
      "When category is coffee or class, and subtotal is at most €60.00; or when order tag is "
      "not gift.");
  EXPECT_EQ(rules_sentence({}, kFormat), "For every order.");
}

TEST(TermsSentence, SaysStepPriorityReasonAndPrice) {
  offer::Candidate candidate;
  candidate.priority = 20;
  offer::Funnel funnel;
  funnel.nodes = {{"first", {}}, {"smaller", {}}};
  candidate.node = 1;
  OfferTerms terms;
  terms.discount = {offer::DiscountKind::BasisPoints, 1500};
  EXPECT_EQ(terms_sentence(candidate, terms, funnel, kFormat),
            "node smaller · priority 20 · merchant pick · 15% off · travels along free");
  terms.discount = {offer::DiscountKind::Fixed, 900};
  terms.shipping_minor = 490;
  candidate.node = offer::kFunnelEnd;
  EXPECT_EQ(terms_sentence(candidate, terms, funnel, kFormat),
            "priority 20 · merchant pick · €9.00 off · shipping €4.90");
}

TEST(MemorySentence, SaysWhatIsRememberedAndTheCaps) {
  offer::Candidate candidate;
  EXPECT_EQ(memory_sentence(candidate), "Not again on an order that declined it.");
  candidate.decline_memory = offer::DeclineMemory::Forever;
  candidate.after_decline = offer::AfterDecline::ShowAnother;
  candidate.group = "coffee";
  candidate.caps = {{offer::Answer::Declined, offer::CapScope::Group, 2, 30},
                    {offer::Answer::Accepted, offer::CapScope::Offer, 1, 1}};
  EXPECT_EQ(memory_sentence(candidate),
            "Never again after a decline; another of its node follows a decline; group coffee; "
            "quiet after 2 declines in the same group in 30 days; "
            "quiet after 1 accept of the same offer in 1 day.");
}

TEST(PolicySentence, SaysLimitsAndCaps) {
  offer::OfferPolicy policy;
  policy.open_minutes = 60;
  policy.caps = {{offer::Answer::Shown, offer::CapScope::All, 4, 7}};
  EXPECT_EQ(
      policy_sentence(policy),
      "At most 3 accepted and 3 declined offers an order, ranked by priority. Open for 60 minutes "
      "after the order. Quiet after 4 showings of any offer in 7 days.");
  policy.enabled = false;
  EXPECT_EQ(policy_sentence(policy), "Offers are switched off.");
}

TEST(ParcelTone, IsKnownForEveryStatus) {
  const std::set<std::string_view> tones = {"", "good", "warn", "bad"};
#define X(name, text) EXPECT_EQ(tones.count(parcel_tone(text)), 1u) << text;
  POSTLUDE_SHIPMENT_STATUSES(X)
#undef X
  EXPECT_EQ(parcel_tone("delivered"), "good");
  EXPECT_EQ(parcel_tone("exception"), "bad");
}

}  // namespace
}  // namespace postlude::server
