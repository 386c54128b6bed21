#include "core/offer/rules.h"

#include "core/base/source_time.h"

namespace postlude::offer {
namespace {

using Texts = std::vector<std::string_view>;

struct FactRow {
  std::string_view name;
  FactType type;
};

#define X(name, text, type) {text, FactType::type},
constexpr FactRow kFacts[] = {POSTLUDE_RULE_FACTS(X)};
#undef X
#define X(name, text) text,
constexpr std::string_view kOps[] = {POSTLUDE_RULE_OPS(X)};
#undef X

constexpr int64_t kMinuteMs = 60'000;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_text(std::string_view a, std::string_view b, bool exact) {
  if (exact || a.size() != b.size()) return a == b;
  for (size_t i = 0; i < a.size(); ++i) {
    if (lower(a[i]) != lower(b[i])) return false;
  }
  return true;
}

void add(Texts& out, std::string_view text) {
  if (!text.empty()) out.push_back(text);
}

void add(Texts& out, const std::vector<std::string>& texts) {
  for (const std::string& text : texts) add(out, text);
}

// What the lines tell. A line that was removed from the order tells nothing.
void add_line_facts(Texts& out, RuleFact fact, const order::Order& order) {
  for (const order::LineItem& line : order.lines) {
    if (line.quantity <= 0) continue;
    if (fact == RuleFact::Product) add(out, line.product_id);
    if (fact == RuleFact::Sku) add(out, line.sku);
    if (fact == RuleFact::Category) add(out, line.categories);
    if (fact == RuleFact::Tag) add(out, line.tags);
    if (fact == RuleFact::SellingPlan) add(out, line.selling_plan);
  }
}

// Returns nothing where the order does not tell: no country is not "in no country".
std::optional<Texts> texts_of(RuleFact fact, const order::Order& order) {
  Texts out;
  add_line_facts(out, fact, order);
  if (fact == RuleFact::OrderTag) add(out, order.tags);
  if (fact == RuleFact::Coupon) add(out, order.coupons);
  if (fact == RuleFact::CustomerTag) add(out, order.customer.tags);
  if (fact == RuleFact::Country) add(out, order.shipping_address.country);
  if (fact == RuleFact::Currency) add(out, order.currency.text());
  const bool single = fact == RuleFact::Country || fact == RuleFact::Currency;
  if (single && out.empty()) return std::nullopt;
  return out;
}

std::optional<base::Money> subtotal_of(const order::Order& order) {
  for (const order::TotalRow& row : order.totals) {
    if (row.kind == order::TotalKind::Subtotal) return row.amount;
  }
  base::Money sum{0, order.currency};
  for (const order::LineItem& line : order.lines) {
    if (!line.total || line.total->currency != sum.currency) return std::nullopt;
    if (__builtin_add_overflow(sum.minor, line.total->minor, &sum.minor)) return std::nullopt;
  }
  return sum;
}

int64_t count_of(RuleFact fact, const order::Order& order) {
  int64_t count = 0;
  for (const order::LineItem& line : order.lines) {
    if (line.quantity <= 0) continue;
    const int64_t more = fact == RuleFact::ItemCount ? line.quantity : 1;
    if (__builtin_add_overflow(count, more, &count)) return INT64_MAX;
  }
  return count;
}

std::optional<int64_t> age_minutes(const RuleSubject& subject) {
  const auto created_ms = base::instant_ms(subject.order.created_at);
  if (!created_ms) return std::nullopt;
  return (subject.now_ms - *created_ms) / kMinuteMs;
}

std::optional<int64_t> number_of(const Condition& condition, const RuleSubject& subject) {
  const base::SourceTime local = base::source_time_at(subject.now_ms, subject.shop_offset_minutes);
  if (condition.fact == RuleFact::Subtotal) {
    const auto subtotal = subtotal_of(subject.order);
    if (!subtotal || subtotal->currency != condition.currency) return std::nullopt;
    return subtotal->minor;
  }
  if (condition.fact == RuleFact::OrderCount) return subject.order.customer.order_count;
  if (condition.fact == RuleFact::Weekday) return base::weekday(local);
  if (condition.fact == RuleFact::Hour) return local.hour;
  if (condition.fact == RuleFact::OrderAge) return age_minutes(subject);
  return count_of(condition.fact, subject.order);
}

bool holds(const Condition& condition, const Texts& facts) {
  const bool exact = condition.fact == RuleFact::Product || condition.fact == RuleFact::Sku;
  size_t found = 0;
  for (const std::string& wanted : condition.texts) {
    for (const std::string_view fact : facts) {
      if (!same_text(fact, wanted, exact)) continue;
      ++found;
      break;
    }
  }
  if (condition.op == RuleOp::AnyOf) return found > 0;
  if (condition.op == RuleOp::NoneOf) return found == 0;
  return condition.op == RuleOp::AllOf && found == condition.texts.size();
}

bool holds(const Condition& condition, int64_t fact) {
  bool among = false;
  for (const int64_t number : condition.numbers) among |= number == fact;
  if (condition.op == RuleOp::AnyOf) return among;
  if (condition.op == RuleOp::NoneOf) return !among;
  if (condition.numbers.empty()) return false;
  if (condition.op == RuleOp::AtLeast) return fact >= condition.numbers[0];
  return condition.op == RuleOp::AtMost && fact <= condition.numbers[0];
}

RuleOutcome check_group(const RuleGroup& group, const RuleSubject& subject) {
  RuleOutcome outcome = RuleOutcome::Met;
  for (const Condition& condition : group.all) {
    const RuleOutcome one = check_condition(condition, subject);
    if (one == RuleOutcome::NotMet) return one;
    if (one == RuleOutcome::Unknown) outcome = one;
  }
  return outcome;
}

}  // namespace

std::string_view rule_fact_name(RuleFact fact) { return kFacts[static_cast<size_t>(fact)].name; }

std::optional<RuleFact> rule_fact_from(std::string_view name) {
  for (size_t i = 0; i < std::size(kFacts); ++i) {
    if (kFacts[i].name == name) return static_cast<RuleFact>(i);
  }
  return std::nullopt;
}

FactType rule_fact_type(RuleFact fact) { return kFacts[static_cast<size_t>(fact)].type; }

std::string_view rule_op_name(RuleOp op) { return kOps[static_cast<size_t>(op)]; }

std::optional<RuleOp> rule_op_from(std::string_view name) {
  for (size_t i = 0; i < std::size(kOps); ++i) {
    if (kOps[i] == name) return static_cast<RuleOp>(i);
  }
  return std::nullopt;
}

RuleOutcome check_condition(const Condition& condition, const RuleSubject& subject) {
  bool held = false;
  if (rule_fact_type(condition.fact) == FactType::Text) {
    const auto texts = texts_of(condition.fact, subject.order);
    if (!texts) return RuleOutcome::Unknown;
    held = holds(condition, *texts);
  } else {
    const auto number = number_of(condition, subject);
    if (!number) return RuleOutcome::Unknown;
    held = holds(condition, *number);
  }
  return held ? RuleOutcome::Met : RuleOutcome::NotMet;
}

RulesResult check_rules(const Rules& rules, const RuleSubject& subject) {
  if (rules.any.empty()) return {RuleOutcome::Met, -1};
  RulesResult result{RuleOutcome::NotMet, -1};
  for (size_t i = 0; i < rules.any.size(); ++i) {
    const RuleOutcome outcome = check_group(rules.any[i], subject);
    if (outcome == RuleOutcome::Met) return {outcome, static_cast<int>(i)};
    if (outcome == RuleOutcome::Unknown) result.outcome = outcome;
  }
  return result;
}

}  // namespace postlude::offer
