#include "core/offer/decide_offer.h"

#include <algorithm>

namespace postlude::offer {
namespace {

using Reason = DecisionReason;
using order::PaymentStatus;

#define X(name, text) text,
constexpr std::string_view kReasonNames[] = {POSTLUDE_DECISION_REASONS(X)};
#undef X

constexpr int64_t kMicro = 1'000'000;

// Saturates: a value that does not fit is as large as values get.
int64_t times(int64_t a, int64_t b) {
  int64_t product = 0;
  if (!__builtin_mul_overflow(a, b, &product)) return product;
  return (a < 0) == (b < 0) ? INT64_MAX : INT64_MIN;
}

int64_t minus(int64_t a, int64_t b) {
  int64_t difference = 0;
  if (!__builtin_sub_overflow(a, b, &difference)) return difference;
  return b < 0 ? INT64_MAX : INT64_MIN;
}

// One candidate on its way through the rules.
struct Entry {
  const Candidate* candidate;
  Verdict verdict;

  bool fits() const { return verdict.reasons.empty(); }
};

int64_t answers(const DecideContext& context, Answer wanted) {
  return std::count_if(context.history.begin(), context.history.end(), [&](const PastAnswer& past) {
    return past.answer == wanted && past.scope == AnswerScope::ThisOrder;
  });
}

bool unpaid(PaymentStatus status) {
  return status == PaymentStatus::Pending || status == PaymentStatus::PartiallyPaid ||
         status == PaymentStatus::Failed || status == PaymentStatus::Voided;
}

bool refunded(PaymentStatus status) {
  return status == PaymentStatus::Refunded || status == PaymentStatus::PartiallyRefunded;
}

bool window_expired(const ModificationWindow& window, int64_t now_ms) {
  return window.expires_at_ms && *window.expires_at_ms <= now_ms;
}

std::vector<Reason> judge_order(const order::Order& order, const OfferPolicy& policy,
                                const DecideContext& context) {
  std::vector<Reason> reasons;
  const auto refuse_if = [&](bool condition, Reason reason) {
    if (condition) reasons.push_back(reason);
  };
  refuse_if(!policy.enabled, Reason::OffersDisabled);
  refuse_if(order.cancelled(), Reason::OrderCancelled);
  refuse_if(refunded(order.payment_status), Reason::OrderRefunded);
  refuse_if(unpaid(order.payment_status), Reason::OrderUnpaid);
  refuse_if(order.test && policy.test_orders == TestOrders::Refuse, Reason::OrderTest);
  refuse_if(context.payment_reuse == PaymentReuse::No, Reason::PaymentNotReusable);
  refuse_if(context.payment_reuse == PaymentReuse::Unknown, Reason::PaymentUnknown);
  if (context.window) {
    refuse_if(!context.window->enabled, Reason::WindowClosed);
    refuse_if(window_expired(*context.window, context.now_ms), Reason::WindowExpired);
    refuse_if(!context.window->may_add_lines, Reason::ChangeNotAllowed);
    refuse_if(context.window->requires_reauthorization, Reason::ReauthorizationNeeded);
  }
  refuse_if(answers(context, Answer::Accepted) >= policy.max_accepted, Reason::AcceptedLimit);
  refuse_if(answers(context, Answer::Declined) >= policy.max_declined, Reason::DeclinedLimit);
  return reasons;
}

bool same_product(const Candidate& candidate, std::string_view product_id) {
  return !product_id.empty() && candidate.product_id == product_id;
}

bool in_order(const Candidate& candidate, const order::Order& order) {  // U12
  for (const order::LineItem& line : order.lines) {
    if (line.quantity <= 0) continue;
    if (same_product(candidate, line.product_id)) return true;
    if (!line.sku.empty() && line.sku == candidate.sku) return true;
  }
  return false;
}

bool accepted_before(const Candidate& candidate, const DecideContext& context) {
  for (const PastAnswer& past : context.history) {
    if (past.answer != Answer::Accepted || past.scope != AnswerScope::ThisOrder) continue;
    if (past.offer_id == candidate.offer_id) return true;
    if (same_product(candidate, past.product_id)) return true;
  }
  return false;
}

bool declined_before(const Candidate& candidate, const DecideContext& context) {  // U16
  for (const PastAnswer& past : context.history) {
    if (past.answer != Answer::Declined || past.offer_id != candidate.offer_id) continue;
    if (past.scope == AnswerScope::ThisOrder) return true;
    if (candidate.decline_memory == DeclineMemory::Forever) return true;
  }
  return false;
}

// The market's country is asked like any rule, so that an order that does not tell it is a doubt.
RuleOutcome country_outcome(const Candidate& candidate, const RuleSubject& subject) {
  if (candidate.countries.empty()) return RuleOutcome::Met;
  Condition sold_there;
  sold_there.fact = RuleFact::Country;
  sold_there.texts = candidate.countries;
  return check_condition(sold_there, subject);
}

bool other_currency(const Candidate& candidate, const order::Order& order) {
  if (candidate.total && candidate.total->currency != order.currency) return true;
  const auto& sold_in = candidate.currencies;
  if (sold_in.empty()) return false;
  return std::find(sold_in.begin(), sold_in.end(), order.currency) == sold_in.end();
}

// U20: an offer that is not priced yet cannot be known to stay under the limit.
RuleOutcome limit_outcome(const Candidate& candidate, const DecideContext& context) {
  if (!context.window || !context.window->max_additional_minor) return RuleOutcome::Met;
  if (!candidate.total) return RuleOutcome::Unknown;
  const bool fits = candidate.total->minor <= *context.window->max_additional_minor;
  return fits ? RuleOutcome::Met : RuleOutcome::NotMet;
}

void judge_candidate(Entry& entry, const order::Order& order, const OfferPolicy& policy,
                     const DecideContext& context) {
  const Candidate& candidate = *entry.candidate;
  const RuleSubject subject{order, context.now_ms, context.shop_offset_minutes};
  const RuleOutcome country = country_outcome(candidate, subject);
  const RulesResult rules = check_rules(candidate.rules, subject);
  const RuleOutcome limit = limit_outcome(candidate, context);
  const bool doubt = country == RuleOutcome::Unknown || rules.outcome == RuleOutcome::Unknown ||
                     limit == RuleOutcome::Unknown;
  if (candidate.value) {  // E1
    entry.verdict.expected_value_micro =
        minus(times(candidate.value->probability_ppm, candidate.value->margin_minor),
              times(candidate.value->cost_minor, kMicro));
  }
  entry.verdict.matched_group = rules.group;
  const auto refuse_if = [&](bool condition, Reason reason) {
    if (condition) entry.verdict.reasons.push_back(reason);
  };
  const bool sold_out = candidate.stock && *candidate.stock < candidate.quantity;
  const bool no_address = candidate.requires_shipping && order.shipping_address.empty();
  refuse_if(in_order(candidate, order), Reason::InOrder);
  refuse_if(sold_out, Reason::OutOfStock);
  refuse_if(candidate.ends_at_ms && context.now_ms >= *candidate.ends_at_ms, Reason::Ended);
  refuse_if(no_address, Reason::NoAddress);
  refuse_if(country == RuleOutcome::NotMet, Reason::OtherCountry);
  refuse_if(other_currency(candidate, order), Reason::OtherCurrency);
  refuse_if(rules.outcome == RuleOutcome::NotMet, Reason::RulesNotMet);
  refuse_if(doubt, Reason::FactUnknown);
  refuse_if(accepted_before(candidate, context), Reason::AlreadyAccepted);
  refuse_if(declined_before(candidate, context), Reason::AlreadyDeclined);
  refuse_if(limit == RuleOutcome::NotMet, Reason::OverLimit);
  refuse_if(entry.verdict.expected_value_micro &&
                *entry.verdict.expected_value_micro < times(policy.reserve_minor, kMicro),
            Reason::BelowReserve);
}

int64_t step_number(const FunnelStep& step) {
  return times(step.level, 2) + (step.kind == StepKind::Downsell ? 1 : 0);
}

enum class StepState : uint8_t { Unanswered, Declined, Accepted };

// Several offers may stand at one step; one acceptance settles it.
StepState state_of(const FunnelStep& step, const DecideContext& context) {
  StepState state = StepState::Unanswered;
  for (const PastAnswer& past : context.history) {
    if (past.scope != AnswerScope::ThisOrder || !(past.step == step)) continue;
    if (past.answer == Answer::Accepted) return StepState::Accepted;
    state = StepState::Declined;
  }
  return state;
}

bool any_fits_at(const std::vector<Entry>& entries, const FunnelStep& step) {
  return std::any_of(entries.begin(), entries.end(), [&](const Entry& entry) {
    return entry.fits() && entry.candidate->step == step;
  });
}

// U2: the first step that is due and has somebody to fill it; a downsell is due only after its
// upsell was declined.
std::optional<FunnelStep> due_step(const std::vector<Entry>& entries,
                                   const DecideContext& context) {
  std::vector<int64_t> levels;
  for (const Entry& entry : entries) levels.push_back(entry.candidate->step.level);
  std::sort(levels.begin(), levels.end());
  for (const int64_t level : levels) {
    if (level <= 0) continue;
    FunnelStep step{level, StepKind::Upsell};
    StepState state = state_of(step, context);
    if (state == StepState::Declined) {
      step.kind = StepKind::Downsell;
      state = state_of(step, context);
    }
    if (state == StepState::Unanswered && any_fits_at(entries, step)) return step;
  }
  return std::nullopt;
}

void refuse_other_steps(std::vector<Entry>& entries, const DecideContext& context) {
  const auto due = due_step(entries, context);
  for (Entry& entry : entries) {
    const FunnelStep& step = entry.candidate->step;
    if (!entry.fits() || step.level <= 0 || (due && step == *due)) continue;
    const bool later = due && step_number(step) > step_number(*due);
    entry.verdict.reasons.push_back(later ? Reason::LaterStep : Reason::EarlierStep);
  }
}

bool better(const Entry& a, const Entry& b, Ranking ranking) {
  const int64_t value_a = a.verdict.expected_value_micro.value_or(INT64_MIN);
  const int64_t value_b = b.verdict.expected_value_micro.value_or(INT64_MIN);
  const int64_t priority_a = a.candidate->priority;
  const int64_t priority_b = b.candidate->priority;
  if (ranking == Ranking::ByExpectedValue && value_a != value_b) return value_a > value_b;
  if (priority_a != priority_b) return priority_a < priority_b;
  if (value_a != value_b) return value_a > value_b;
  return a.verdict.offer_id < b.verdict.offer_id;
}

void rank(std::vector<Entry>& entries, const OfferPolicy& policy, const DecideContext& context,
          Decision& decision) {
  std::vector<Entry*> fitting;
  for (Entry& entry : entries) {
    if (entry.fits()) fitting.push_back(&entry);
  }
  std::sort(fitting.begin(), fitting.end(),
            [&](const Entry* a, const Entry* b) { return better(*a, *b, policy.ranking); });
  // No more than could still be accepted (U3).
  const int64_t left = policy.max_accepted - answers(context, Answer::Accepted);
  const int64_t room = std::max<int64_t>(0, std::min(policy.max_shown, left));
  for (Entry* entry : fitting) {
    const bool chosen = static_cast<int64_t>(decision.ranked.size()) < room;
    entry->verdict.reasons.push_back(chosen ? Reason::Chosen : Reason::Outranked);
    if (chosen) decision.ranked.push_back(entry->verdict.offer_id);
  }
}

// Which of two with one id is meant cannot be told, so neither is, and neither says more than that.
void refuse_duplicates(std::vector<Entry>& entries) {
  for (size_t i = 0; i < entries.size(); ++i) {
    const auto same = [&](size_t other) {
      return other < entries.size() &&
             entries[other].verdict.offer_id == entries[i].verdict.offer_id;
    };
    if ((i > 0 && same(i - 1)) || same(i + 1)) {
      entries[i].verdict.reasons.push_back(Reason::DuplicateId);
      entries[i].verdict.title.clear();
    }
  }
}

}  // namespace

std::string_view decision_reason_name(DecisionReason reason) {
  return kReasonNames[static_cast<size_t>(reason)];
}

Decision decide_offer(const order::Order& order, const std::vector<Candidate>& candidates,
                      const OfferPolicy& policy, const DecideContext& context) {
  Decision decision;
  decision.order_reasons = judge_order(order, policy, context);
  std::vector<Entry> entries;
  for (const Candidate& candidate : candidates) {
    entries.push_back({&candidate, {candidate.offer_id, candidate.title, {}, {}, -1}});
  }
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return a.verdict.offer_id < b.verdict.offer_id; });
  refuse_duplicates(entries);
  for (Entry& entry : entries) {
    if (entry.fits()) judge_candidate(entry, order, policy, context);
    entry.verdict.reasons.insert(entry.verdict.reasons.begin(), decision.order_reasons.begin(),
                                 decision.order_reasons.end());
  }
  if (decision.order_reasons.empty()) {
    refuse_other_steps(entries, context);
    rank(entries, policy, context, decision);
  }
  for (Entry& entry : entries) decision.verdicts.push_back(std::move(entry.verdict));
  return decision;
}

}  // namespace postlude::offer
