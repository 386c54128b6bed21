#include "core/offer/decide_offer.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "core/base/source_time.h"
#include "core/offer/past_offers.h"
#include "core/offer/sort_candidates.h"

namespace postlude::offer {
namespace {

using Reason = DecisionReason;
using order::PaymentStatus;

#define X(name, text) text,
constexpr std::string_view kReasonNames[] = {POSTLUDE_DECISION_REASONS(X)};
#undef X

constexpr int64_t kMicro = 1'000'000;
constexpr int64_t kMinuteMs = 60'000;

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

// Reasons as bits: in table order and each once, whatever the order in which they are found.
class ReasonSet {
 public:
  void add(Reason reason) { bits_ |= uint64_t{1} << static_cast<unsigned>(reason); }
  bool has(Reason reason) const { return (bits_ >> static_cast<unsigned>(reason) & 1) != 0; }
  bool empty() const { return bits_ == 0; }
  void add(const ReasonSet& other) { bits_ |= other.bits_; }
  ReasonSet without(const ReasonSet& other) const {
    ReasonSet rest;
    rest.bits_ = bits_ & ~other.bits_;
    return rest;
  }

  std::vector<Reason> list() const {
    std::vector<Reason> reasons;
    reasons.reserve(static_cast<size_t>(__builtin_popcountll(bits_)));
    for (uint64_t left = bits_; left != 0; left &= left - 1) {
      reasons.push_back(static_cast<Reason>(__builtin_ctzll(left)));
    }
    return reasons;
  }

 private:
  uint64_t bits_ = 0;
};
static_assert(std::size(kReasonNames) <= 64);

// One candidate on its way through the rules.
struct Entry {
  const Candidate* candidate;
  std::optional<int64_t> expected_value_micro;
  int matched_group = -1;
  ReasonSet reasons;

  bool fits() const { return reasons.empty(); }
};

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

#define X(name, text, reason) Reason::reason,
constexpr Reason kReuseReasons[] = {POSTLUDE_PAYMENT_REUSES(X)};
#undef X

void judge_window(const DecideContext& context, ReasonSet& reasons) {
  if (!context.window) return;
  const ModificationWindow& window = *context.window;
  if (!window.enabled) reasons.add(Reason::WindowClosed);
  if (window_expired(window, context.now_ms)) reasons.add(Reason::WindowExpired);
  if (!window.may_add_lines) reasons.add(Reason::ChangeNotAllowed);
  if (window.requires_reauthorization) reasons.add(Reason::ReauthorizationNeeded);
}

// U9: the end comes by itself.
void judge_age(const order::Order& order, const OfferPolicy& policy, const DecideContext& context,
               ReasonSet& reasons) {
  if (!policy.open_minutes) return;
  const auto created_ms = base::instant_ms(order.created_at);
  if (!created_ms) return reasons.add(Reason::AgeUnknown);
  const int64_t open_ms = times(*policy.open_minutes, kMinuteMs);
  if (minus(context.now_ms, *created_ms) >= open_ms) reasons.add(Reason::TimeOver);
}

// By Answer: of the policy's caps on everything, and of the caps on one offer and its kin.
constexpr Reason kOrderCaps[kAnswers] = {Reason::CustomerAcceptedCap, Reason::CustomerDeclinedCap,
                                         Reason::CustomerFailedCap, Reason::CustomerShownCap};
constexpr Reason kOfferCaps[kAnswers] = {Reason::AcceptedCap, Reason::DeclinedCap,
                                         Reason::FailedCap, Reason::ShownCap};

ReasonSet judge_order(const order::Order& order, const OfferPolicy& policy,
                      const DecideContext& context, const PastOffers& past) {
  ReasonSet reasons;
  const auto refuse_if = [&](bool condition, Reason reason) {
    if (condition) reasons.add(reason);
  };
  refuse_if(!policy.enabled, Reason::OffersDisabled);
  refuse_if(order.cancelled(), Reason::OrderCancelled);
  refuse_if(refunded(order.payment_status), Reason::OrderRefunded);
  refuse_if(unpaid(order.payment_status), Reason::OrderUnpaid);
  refuse_if(order.test && policy.test_orders == TestOrders::Refuse, Reason::OrderTest);
  refuse_if(context.payment_reuse != PaymentReuse::Yes,
            kReuseReasons[static_cast<size_t>(context.payment_reuse)]);
  judge_window(context, reasons);
  judge_age(order, policy, context, reasons);
  refuse_if(past.here(Answer::Accepted) >= policy.max_accepted, Reason::AcceptedLimit);
  refuse_if(past.here(Answer::Declined) >= policy.max_declined, Reason::DeclinedLimit);
  refuse_if(past.here(Answer::PaymentFailed) >= policy.max_payment_failed,
            Reason::PaymentFailedLimit);
  for (const Cap& cap : policy.caps) {
    refuse_if(cap.scope == CapScope::All && past.reached(Candidate(), cap),
              kOrderCaps[static_cast<size_t>(cap.answer)]);
  }
  return reasons;
}

/// Of the reasons that speak of the order, those that forbid to charge or to change it: what leads
/// elsewhere does neither.
ReasonSet reasons_against_purchases() {
  ReasonSet reasons;
  for (const Reason reason : kReuseReasons) {
    if (reason != Reason::Chosen) reasons.add(reason);
  }
  for (const Reason reason : {Reason::WindowClosed, Reason::WindowExpired, Reason::ChangeNotAllowed,
                              Reason::ReauthorizationNeeded, Reason::AcceptedLimit}) {
    reasons.add(reason);
  }
  return reasons;
}

/// What speaks of the order against an offer of the shop's own, and against a link.
struct OrderReasons {
  ReasonSet own;
  ReasonSet link;

  const ReasonSet& of(const Candidate& candidate) const { return candidate.link ? link : own; }
};

/// What every candidate of one decision is held against.
struct Bench {
  const order::Order& order;
  const OfferPolicy& policy;
  const DecideContext& context;
  const RuleSubject subject;
  const PastOffers past;
};

// A purchase of the same product; `subscribed` as a subscription or not.
bool has_line(const Candidate& candidate, const order::Order& order, bool subscribed) {
  return std::any_of(order.lines.begin(), order.lines.end(), [&](const order::LineItem& line) {
    return line.quantity > 0 && line.product_id == candidate.product_id &&
           line.selling_plan.empty() != subscribed;
  });
}

bool is_upgrade(const Candidate& candidate) {
  return candidate.subscription_form == SubscriptionForm::Upgrade;
}

bool in_order(const Candidate& candidate, const Bench& bench) {  // U12
  const RuleSubject& subject = bench.subject;
  // U17: what it upgrades is there, and must be; what is subscribed to already is not offered
  // again.
  if (is_upgrade(candidate)) return has_line(candidate, bench.order, true);
  const auto holds = [&](RuleFact fact, const std::string& id) {
    return !id.empty() && subject.texts(fact).hold(id, true);
  };
  return holds(RuleFact::Product, candidate.product_id) || holds(RuleFact::Sku, candidate.sku);
}

// The market's country is asked like any rule, so that an order that does not tell it is a doubt.
RuleOutcome country_outcome(const Candidate& candidate, const RuleSubject& subject) {
  if (candidate.countries.empty()) return RuleOutcome::Met;
  const RuleSubject::Texts& country = subject.texts(RuleFact::Country);
  if (!country.known) return RuleOutcome::Unknown;
  for (const std::string& sold_in : candidate.countries) {
    if (country.hold(sold_in, false)) return RuleOutcome::Met;
  }
  return RuleOutcome::NotMet;
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
  if (candidate.link) return RuleOutcome::Met;
  if (!candidate.total) return RuleOutcome::Unknown;
  const bool fits = candidate.total->minor <= *context.window->max_additional_minor;
  return fits ? RuleOutcome::Met : RuleOutcome::NotMet;
}

bool is_subscription(const Candidate& candidate) { return !candidate.selling_plan.empty(); }

// U20: what the offer would add beside its line.
bool adds_what_is_not_allowed(const Candidate& candidate, const DecideContext& context) {
  if (!context.window) return false;
  return (candidate.adds_shipping && !context.window->may_add_shipping) ||
         (is_subscription(candidate) && !context.window->may_add_subscriptions);
}

void judge_caps(const Candidate& candidate, const Bench& bench, ReasonSet& reasons) {
  const auto check = [&](const Cap& cap) {
    if (!bench.past.reached(candidate, cap)) return;
    reasons.add(kOfferCaps[static_cast<size_t>(cap.answer)]);
  };
  if (bench.context.history.empty()) return;
  for (const Cap& cap : bench.policy.caps) {
    if (cap.scope != CapScope::All) check(cap);
  }
  for (const Cap& cap : candidate.caps) check(cap);
}

// E1
std::optional<int64_t> expected_value(const Candidate& candidate, const Bench& bench) {
  if (!candidate.value) return std::nullopt;
  const int64_t ppm = accept_probability_ppm(candidate, bench.order, bench.policy.prior_ppm);
  return minus(times(ppm, candidate.value->margin_minor),
               times(candidate.value->cost_minor, kMicro));
}

void judge_candidate(Entry& entry, const RulesResult& rules, const Bench& bench) {
  const Candidate& candidate = *entry.candidate;
  const order::Order& order = bench.order;
  const RuleOutcome country = country_outcome(candidate, bench.subject);
  const RuleOutcome limit = limit_outcome(candidate, bench.context);
  const bool doubt = country == RuleOutcome::Unknown || rules.outcome == RuleOutcome::Unknown ||
                     limit == RuleOutcome::Unknown;
  const bool needs_consent = candidate.needs_consent || is_subscription(candidate);
  entry.expected_value_micro = expected_value(candidate, bench);
  entry.matched_group = rules.group;
  const auto refuse_if = [&](bool condition, Reason reason) {
    if (condition) entry.reasons.add(reason);
  };
  const bool sold_out = candidate.stock && *candidate.stock < candidate.quantity;
  const bool no_address =
      candidate.requires_shipping && !candidate.link && order.shipping_address.empty();
  refuse_if(in_order(candidate, bench), Reason::InOrder);
  refuse_if(sold_out, Reason::OutOfStock);
  refuse_if(candidate.ends_at_ms && bench.context.now_ms >= *candidate.ends_at_ms, Reason::Ended);
  refuse_if(no_address, Reason::NoAddress);
  refuse_if(country == RuleOutcome::NotMet, Reason::OtherCountry);
  refuse_if(other_currency(candidate, order), Reason::OtherCurrency);
  refuse_if(rules.outcome == RuleOutcome::NotMet, Reason::RulesNotMet);
  refuse_if(doubt, Reason::FactUnknown);
  refuse_if(bench.past.accepted_here(candidate), Reason::AlreadyAccepted);
  refuse_if(bench.past.declined(candidate), Reason::AlreadyDeclined);
  judge_caps(candidate, bench, entry.reasons);
  refuse_if(needs_consent && bench.context.placement == Placement::OneClick, Reason::ConsentNeeded);
  refuse_if(is_subscription(candidate) && bench.past.subscription_accepted_here(),
            Reason::SubscriptionLimit);
  refuse_if(is_upgrade(candidate) && !has_line(candidate, order, false), Reason::NothingToUpgrade);
  refuse_if(adds_what_is_not_allowed(candidate, bench.context), Reason::OperationNotAllowed);
  refuse_if(limit == RuleOutcome::NotMet, Reason::OverLimit);
  refuse_if(entry.expected_value_micro &&
                *entry.expected_value_micro < times(bench.policy.reserve_minor, kMicro),
            Reason::BelowReserve);
}

/// True for a candidate that stands at a node there is.
bool in_funnel(const Candidate& candidate, const Funnel& funnel) {
  return candidate.node >= 0 && candidate.node < static_cast<int>(funnel.nodes.size());
}

FunnelPlace place_in_funnel(const std::vector<Entry>& entries, const Bench& bench) {
  const Funnel& funnel = bench.policy.funnel;
  std::vector<NodeFacts> nodes = bench.past.nodes();
  nodes.resize(funnel.nodes.size());
  for (const Entry& entry : entries) {
    if (!entry.fits() || !in_funnel(*entry.candidate, funnel)) continue;
    nodes[static_cast<size_t>(entry.candidate->node)].can_fill = true;
  }
  return walk_funnel(funnel, nodes);
}

Reason step_reason(int node, const FunnelPlace& place) {
  const uint64_t bit = uint64_t{1} << node;
  if ((place.over & bit) != 0) return Reason::EarlierStep;
  if ((place.ahead & bit) != 0) return Reason::LaterStep;
  return place.too_deep ? Reason::DepthLimit : Reason::OtherBranch;
}

void refuse_other_steps(std::vector<Entry>& entries, const Bench& bench, const FunnelPlace& place) {
  for (Entry& entry : entries) {
    const int node = entry.candidate->node;
    if (!entry.fits() || !in_funnel(*entry.candidate, bench.policy.funnel)) continue;
    if (node != place.due) entry.reasons.add(step_reason(node, place));
  }
}

bool better(const Entry& a, const Entry& b, Ranking ranking) {
  const bool a_is_own = !a.candidate->link;
  const bool b_is_own = !b.candidate->link;
  if (a_is_own != b_is_own) return a_is_own;
  const int64_t value_a = a.expected_value_micro.value_or(INT64_MIN);
  const int64_t value_b = b.expected_value_micro.value_or(INT64_MIN);
  const int64_t priority_a = a.candidate->priority;
  const int64_t priority_b = b.candidate->priority;
  if (ranking == Ranking::ByExpectedValue && value_a != value_b) return value_a > value_b;
  if (priority_a != priority_b) return priority_a < priority_b;
  if (value_a != value_b) return value_a > value_b;
  return a.candidate->offer_id < b.candidate->offer_id;
}

// U17: of the rest no other subscription.
void drop_subscriptions(std::vector<Entry*>& fitting, size_t from) {
  size_t kept = from;
  for (size_t i = from; i < fitting.size(); ++i) {
    if (is_subscription(*fitting[i]->candidate)) {
      fitting[i]->reasons.add(Reason::SubscriptionLimit);
    } else {
      fitting[kept++] = fitting[i];
    }
  }
  fitting.resize(kept);
}

// The few that are shown are picked one by one; the rest needs no order among itself.
// An advertisement stands in nobody's place: there is none while an offer of the shop's own waits.
void rank(std::vector<Entry>& entries, const OrderReasons& of_order, const Bench& bench,
          Decision& decision) {
  constexpr int64_t kFew = 8;
  std::vector<Entry*> fitting;
  for (Entry& entry : entries) {
    if (entry.fits() && of_order.of(*entry.candidate).empty()) fitting.push_back(&entry);
  }
  const auto first = [&](const Entry* a, const Entry* b) {
    return better(*a, *b, bench.policy.ranking);
  };
  const int64_t room = std::max<int64_t>(0, bench.policy.max_shown);
  // No more than could still be accepted (U3).
  const int64_t left = bench.policy.max_accepted - bench.past.here(Answer::Accepted);
  if (room > kFew) std::sort(fitting.begin(), fitting.end(), first);
  size_t shown = 0;
  while (static_cast<int64_t>(shown) < room && shown < fitting.size()) {
    const auto next = fitting.begin() + static_cast<std::ptrdiff_t>(shown);
    if (room <= kFew) std::iter_swap(next, std::min_element(next, fitting.end(), first));
    Entry& best = *fitting[shown];
    if (static_cast<int64_t>(shown) >= left && !best.candidate->link) break;
    ++shown;
    best.reasons.add(Reason::Chosen);
    decision.ranked.push_back(best.candidate->offer_id);
    if (is_subscription(*best.candidate)) drop_subscriptions(fitting, shown);
  }
  for (size_t i = shown; i < fitting.size(); ++i) {
    fitting[i]->reasons.add(Reason::Outranked);
  }
}

// Which of two with one id is meant cannot be told, so neither is, and neither says more than that.
void refuse_duplicates(std::vector<Entry>& entries) {
  for (size_t i = 0; i < entries.size(); ++i) {
    const auto same = [&](size_t other) {
      return other < entries.size() &&
             entries[other].candidate->offer_id == entries[i].candidate->offer_id;
    };
    if ((i > 0 && same(i - 1)) || same(i + 1)) entries[i].reasons.add(Reason::DuplicateId);
  }
}

Verdict verdict_of(const Entry& entry, const OrderReasons& of_order) {
  ReasonSet reasons = entry.reasons;
  reasons.add(of_order.of(*entry.candidate));
  const bool nameless = entry.reasons.has(Reason::DuplicateId);
  return {entry.candidate->offer_id, nameless ? std::string() : entry.candidate->title,
          reasons.list(), entry.expected_value_micro, entry.matched_group};
}

struct Question {
  const order::Order& order;
  const OfferPolicy& policy;
  const DecideContext& context;
};

Decision decide(const Question& asked, const std::vector<const Candidate*>& by_id,
                const RuleIndex* index, Telling telling) {
  const DecideContext& context = asked.context;
  const Bench bench{
      asked.order, asked.policy, context,
      RuleSubject(asked.order, context.now_ms, context.shop_offset_minutes, context.shop_subtotal),
      PastOffers(by_id, context.history, context.now_ms)};
  const ReasonSet of_order = judge_order(asked.order, asked.policy, context, bench.past);
  const OrderReasons order_reasons{of_order, of_order.without(reasons_against_purchases())};
  std::vector<Entry> entries;
  entries.reserve(by_id.size());
  for (const Candidate* candidate : by_id) entries.push_back({candidate, {}, -1, {}});
  refuse_duplicates(entries);
  const std::vector<RulesResult> indexed =
      index != nullptr ? index->check(bench.subject) : std::vector<RulesResult>();
  for (size_t i = 0; i < entries.size(); ++i) {
    if (!entries[i].fits()) continue;
    judge_candidate(entries[i],
                    index != nullptr ? indexed[i] : check_rules(by_id[i]->rules, bench.subject),
                    bench);
  }
  Decision decision;
  decision.order_reasons = of_order.list();
  if (of_order.empty()) {
    const FunnelPlace place = place_in_funnel(entries, bench);
    if (place.due >= 0) {
      decision.node = asked.policy.funnel.nodes[static_cast<size_t>(place.due)].id;
    }
    refuse_other_steps(entries, bench, place);
  }
  rank(entries, order_reasons, bench, decision);
  if (telling == Telling::OfferedOnly) return decision;
  decision.verdicts.reserve(entries.size());
  for (const Entry& entry : entries) {
    decision.verdicts.push_back(verdict_of(entry, order_reasons));
  }
  return decision;
}

}  // namespace

std::string_view decision_reason_name(DecisionReason reason) {
  return kReasonNames[static_cast<size_t>(reason)];
}

PreparedCandidates::PreparedCandidates(const std::vector<Candidate>& candidates)
    : by_id(sorted_by_id(candidates)) {
  rules = RuleIndex(by_id);
  sorted.reserve(by_id.size());
  for (const Candidate*& candidate : by_id) {
    sorted.push_back(*candidate);
    sorted.back().rules = {};
    candidate = &sorted.back();
  }
}

Decision decide_offer(const order::Order& order, const std::vector<Candidate>& candidates,
                      const OfferPolicy& policy, const DecideContext& context) {
  return decide({order, policy, context}, sorted_by_id(candidates), nullptr, Telling::Everything);
}

Decision decide_prepared(const order::Order& order, const PreparedCandidates& prepared,
                         const OfferPolicy& policy, const DecideContext& context, Telling telling) {
  return decide({order, policy, context}, prepared.by_id, &prepared.rules, telling);
}

}  // namespace postlude::offer
