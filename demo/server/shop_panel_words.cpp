#include "demo/server/shop_panel_words.h"

#include <algorithm>

namespace postlude::server {
namespace {

using offer::DecisionReason;

std::string join(const std::vector<std::string>& parts, std::string_view between) {
  std::string text;
  for (const std::string& part : parts) {
    if (!text.empty()) text += between;
    text += part;
  }
  return text;
}

std::string lower_words(std::string_view wire_name) {
  std::string text(wire_name);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string_view fact_words(offer::RuleFact fact) {
  return fact == offer::RuleFact::Subtotal ? "subtotal" : offer::rule_fact_name(fact);
}

std::string_view op_words(offer::RuleOp op) {
  switch (op) {
    case offer::RuleOp::AnyOf:
      return "is";
    case offer::RuleOp::NoneOf:
      return "is not";
    case offer::RuleOp::AllOf:
      return "holds all of";
    case offer::RuleOp::AtLeast:
      return "is at least";
    case offer::RuleOp::AtMost:
      return "is at most";
  }
  return "";
}

std::string condition_words(const offer::Condition& condition, const ShopFormat& format) {
  std::vector<std::string> operands = condition.texts;
  for (const int64_t number : condition.numbers) {
    operands.push_back(condition.fact == offer::RuleFact::Subtotal
                           ? format.money(base::Money{number, condition.currency})
                           : std::to_string(number));
  }
  return lower_words(fact_words(condition.fact)) + ' ' + std::string(op_words(condition.op)) + ' ' +
         join(operands, " or ");
}

std::string count_words(int64_t count, std::string_view noun) {
  return std::to_string(count) + ' ' + std::string(noun) + (count == 1 ? "" : "s");
}

std::string_view answer_words(offer::Answer answer) {
  switch (answer) {
    case offer::Answer::Accepted:
      return "accept";
    case offer::Answer::Declined:
      return "decline";
    case offer::Answer::PaymentFailed:
      return "failed payment";
    case offer::Answer::Shown:
      break;
  }
  return "showing";
}

std::string_view scope_words(offer::CapScope scope) {
  switch (scope) {
    case offer::CapScope::Offer:
      return "of the same offer";
    case offer::CapScope::Product:
      return "of the same product";
    case offer::CapScope::Group:
      return "in the same group";
    case offer::CapScope::Category:
      return "in a shared category";
    case offer::CapScope::All:
      break;
  }
  return "of any offer";
}

/// "quiet after 2 declines in the same group in 30 days"
std::string cap_words(const offer::Cap& cap) {
  return "quiet after " + count_words(cap.most, answer_words(cap.answer)) + ' ' +
         std::string(scope_words(cap.scope)) + " in " + count_words(cap.days, "day");
}

}  // namespace

std::string plain_words(std::string_view wire_name) {
  std::string text = lower_words(wire_name);
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text;
}

std::string_view reason_words(DecisionReason reason) {
  switch (reason) {
    case DecisionReason::Chosen:
      return "Offered";
    case DecisionReason::OffersDisabled:
      return "Offers are switched off";
    case DecisionReason::OrderCancelled:
      return "The order was cancelled";
    case DecisionReason::OrderRefunded:
      return "The order was refunded";
    case DecisionReason::OrderUnpaid:
      return "The order is not paid";
    case DecisionReason::OrderTest:
      return "It is a test order";
    case DecisionReason::PaymentNotReusable:
      return "The payment cannot be charged again";
    case DecisionReason::PaymentWallet:
      return "Paid with a wallet that pays once";
    case DecisionReason::PaymentRedirect:
      return "Paid on another site, which must be asked again";
    case DecisionReason::PaymentLater:
      return "Paid by instalments or after delivery";
    case DecisionReason::PaymentGiftCard:
      return "Paid with a gift card";
    case DecisionReason::PaymentOffline:
      return "Paid by invoice, transfer or cash";
    case DecisionReason::PaymentAsksAgain:
      return "The card's code must be asked again";
    case DecisionReason::PaymentUnknown:
      return "Not known whether it can be charged again";
    case DecisionReason::WindowClosed:
      return "The order may not be changed";
    case DecisionReason::WindowExpired:
      return "The order can no longer be changed";
    case DecisionReason::ChangeNotAllowed:
      return "Nothing may be added to the order";
    case DecisionReason::ReauthorizationNeeded:
      return "One click is not enough to pay";
    case DecisionReason::TimeOver:
      return "Too long since the order";
    case DecisionReason::AgeUnknown:
      return "Not known when it was ordered";
    case DecisionReason::AcceptedLimit:
      return "Enough offers were accepted";
    case DecisionReason::DeclinedLimit:
      return "Enough offers were declined";
    case DecisionReason::PaymentFailedLimit:
      return "The payment has failed often enough";
    case DecisionReason::CustomerShownCap:
      return "This customer has seen enough offers for now";
    case DecisionReason::CustomerAcceptedCap:
      return "This customer has accepted enough for now";
    case DecisionReason::CustomerDeclinedCap:
      return "This customer has declined enough for now";
    case DecisionReason::CustomerFailedCap:
      return "This customer's payments fail";
    case DecisionReason::DuplicateId:
      return "Another offer has the same id";
    case DecisionReason::InOrder:
      return "Already in the order";
    case DecisionReason::OutOfStock:
      return "Out of stock";
    case DecisionReason::Ended:
      return "Its price has ended";
    case DecisionReason::NoAddress:
      return "Needs an address, the order has none";
    case DecisionReason::OtherCountry:
      return "Not sold in this country";
    case DecisionReason::OtherCurrency:
      return "Not sold in this currency";
    case DecisionReason::RulesNotMet:
      return "Its rules do not hold";
    case DecisionReason::FactUnknown:
      return "The order does not tell what a rule asks";
    case DecisionReason::AlreadyAccepted:
      return "Already accepted";
    case DecisionReason::AlreadyDeclined:
      return "Already declined";
    case DecisionReason::ShownCap:
      return "Shown to this customer often enough";
    case DecisionReason::AcceptedCap:
      return "Quiet after an accept";
    case DecisionReason::DeclinedCap:
      return "Quiet after a decline";
    case DecisionReason::FailedCap:
      return "Quiet after a failed payment";
    case DecisionReason::ConsentNeeded:
      return "Needs a consent of its own, not one click";
    case DecisionReason::SubscriptionLimit:
      return "One subscription is enough";
    case DecisionReason::NothingToUpgrade:
      return "The order has no one-time purchase of it";
    case DecisionReason::OperationNotAllowed:
      return "Adds what this order does not allow";
    case DecisionReason::OverLimit:
      return "Costs more than may be added";
    case DecisionReason::BelowReserve:
      return "Expected value too low";
    case DecisionReason::EarlierStep:
      return "Its step of the funnel is over";
    case DecisionReason::LaterStep:
      return "Its step of the funnel has not come";
    case DecisionReason::OtherBranch:
      return "The funnel went another way";
    case DecisionReason::DepthLimit:
      return "The funnel is deep enough";
    case DecisionReason::Outranked:
      return "Fits, but another ranks higher";
  }
  return "";
}

std::string rules_sentence(const offer::Rules& rules, const ShopFormat& format) {
  if (rules.any.empty()) return "For every order.";
  std::vector<std::string> groups;
  for (const offer::RuleGroup& group : rules.any) {
    std::vector<std::string> conditions;
    for (const offer::Condition& condition : group.all) {
      conditions.push_back(condition_words(condition, format));
    }
    groups.push_back(join(conditions, ", and "));
  }
  return "When " + join(groups, "; or when ") + ".";
}

std::string books_words(const ShopFormat& format, const base::Money& paid,
                        const base::Money& in_books) {
  if (paid.currency == in_books.currency) return {};
  return format.money(in_books) + " in the books";
}

std::string renewal_words(const offer::Renewal& renewal, const ShopFormat& format) {
  const std::string_view unit = offer::renewal_unit_name(renewal.unit);
  const std::string often =
      renewal.every == 1 ? std::string(unit) : count_words(renewal.every, unit);
  return "renews every " + often + (renewal.total ? " for " + format.money(*renewal.total) : "") +
         " until cancelled";
}

std::string terms_sentence(const offer::Candidate& candidate, const OfferTerms& terms,
                           const offer::Funnel& funnel, const ShopFormat& format) {
  constexpr int64_t kMillionthsPerBasisPoint = 100;
  std::vector<std::string> parts;
  if (candidate.node >= 0 && candidate.node < static_cast<int>(funnel.nodes.size())) {
    parts.push_back("node " + funnel.nodes[static_cast<size_t>(candidate.node)].id);
  }
  parts.push_back("priority " + std::to_string(candidate.priority));
  if (candidate.link) {
    parts.push_back("advertisement of " + candidate.link->to.seller);
    parts.push_back("link to " + candidate.link->to.url.text());
    return join(parts, " · ");
  }
  parts.push_back(lower_words(offer::offer_reason_name(candidate.reason)));
  switch (terms.discount.kind) {
    case offer::DiscountKind::None:
      parts.emplace_back("full price");
      break;
    case offer::DiscountKind::BasisPoints:
      parts.push_back(format.percent(terms.discount.amount * kMillionthsPerBasisPoint) + " off");
      break;
    case offer::DiscountKind::Fixed:
      parts.push_back(format.money(terms.discount.amount) + " off");
      break;
  }
  parts.push_back(terms.shipping_minor == 0 ? "travels along free"
                                            : "shipping " + format.money(terms.shipping_minor));
  if (candidate.renewal) parts.push_back(renewal_words(*candidate.renewal, format));
  if (candidate.needs_consent) parts.emplace_back("asks for consent");
  return join(parts, " · ");
}

std::string memory_sentence(const offer::Candidate& candidate) {
  const bool forever = candidate.decline_memory == offer::DeclineMemory::Forever;
  std::vector<std::string> parts = {forever ? "Never again after a decline"
                                            : "Not again on an order that declined it"};
  if (candidate.after_decline == offer::AfterDecline::ShowAnother) {
    parts.emplace_back("another of its node follows a decline");
  }
  if (!candidate.group.empty()) parts.push_back("group " + candidate.group);
  for (const offer::Cap& cap : candidate.caps) parts.push_back(cap_words(cap));
  return join(parts, "; ") + ".";
}

std::string policy_sentence(const offer::OfferPolicy& policy) {
  if (!policy.enabled) return "Offers are switched off.";
  const bool by_value = policy.ranking == offer::Ranking::ByExpectedValue;
  std::string text = "At most " + std::to_string(policy.max_accepted) + " accepted and " +
                     std::to_string(policy.max_declined) + " declined offers an order, ranked by " +
                     (by_value ? "expected value." : "priority.");
  if (policy.open_minutes) {
    text += " Open for " + count_words(*policy.open_minutes, "minute") + " after the order.";
  }
  for (const offer::Cap& cap : policy.caps) {
    const std::string words = cap_words(cap);
    text += " " + plain_words(words) + ".";
  }
  return text;
}

std::string_view parcel_tone(std::string_view status) {
  if (status == "delivered") return "good";
  const bool trouble = status == "attempt_failed" || status == "delayed" || status == "on_hold" ||
                       status == "ready_for_pickup" || status == "returning";
  const bool bad =
      status == "exception" || status == "returned" || status == "cancelled" || status == "expired";
  return bad ? "bad" : trouble ? "warn" : "";
}

std::string_view payment_tone(std::string_view status) {
  if (status == "paid") return "good";
  return status == "failed" || status == "voided" ? "bad" : "warn";
}

std::string_view charge_tone(ChargeStage stage) {
  switch (stage) {
    case ChargeStage::Pending:
    case ChargeStage::RequiresAction:
    case ChargeStage::Refunding:
      return "warn";
    case ChargeStage::Accepted:
      return "good";
    case ChargeStage::Declined:
      return "bad";
    case ChargeStage::Void:
    case ChargeStage::Refunded:
      return "";
  }
  return "";
}

std::string_view outcome_tone(RecordOutcome outcome) {
  switch (outcome) {
    case RecordOutcome::Accepted:
      return "good";
    case RecordOutcome::Pending:
    case RecordOutcome::RequiresAction:
    case RecordOutcome::Refunding:
      return "warn";
    case RecordOutcome::Declined:
      return "bad";
    case RecordOutcome::Open:
    case RecordOutcome::Unanswered:
    case RecordOutcome::NoThanks:
    case RecordOutcome::Void:
    case RecordOutcome::Refunded:
      break;
  }
  return "";
}

std::string outcome_words(RecordOutcome outcome) {
  switch (outcome) {
    case RecordOutcome::Unanswered:
      return "Not answered";
    case RecordOutcome::RequiresAction:
      return "Waits for the bank";
    case RecordOutcome::Declined:
      return "Payment failed";
    case RecordOutcome::Void:
      return "Called off";
    case RecordOutcome::Refunding:
      return "Being given back";
    case RecordOutcome::Refunded:
      return "Given back";
    case RecordOutcome::Open:
    case RecordOutcome::NoThanks:
    case RecordOutcome::Pending:
    case RecordOutcome::Accepted:
      break;
  }
  return plain_words(record_outcome_name(outcome));
}

}  // namespace postlude::server
