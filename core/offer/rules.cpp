#include "core/offer/rules.h"

#include "core/base/source_time.h"

namespace postlude::offer {
namespace {

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

bool is_exact(RuleFact fact) { return fact == RuleFact::Product || fact == RuleFact::Sku; }

constexpr size_t kLongText = 63;

uint64_t size_bit(size_t size) { return uint64_t{1} << (size < kLongText ? size : kLongText); }

bool same_folded(std::string_view folded, std::string_view text) {
  for (size_t i = 0; i < text.size(); ++i) {
    if (folded[i] != lower(text[i])) return false;
  }
  return true;
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

std::optional<int64_t> age_minutes(const order::Order& order, int64_t now_ms) {
  const auto created_ms = base::instant_ms(order.created_at);
  if (!created_ms) return std::nullopt;
  return (now_ms - *created_ms) / kMinuteMs;
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

bool RuleSubject::Texts::hold(std::string_view wanted, bool exact) const {
  if ((sizes & size_bit(wanted.size())) == 0) return false;
  for (const std::string& value : values) {
    if (value.size() != wanted.size()) continue;
    if (exact ? value == wanted : same_folded(value, wanted)) return true;
  }
  return false;
}

void RuleSubject::add(RuleFact fact, std::string_view text) {
  Texts& into = texts_[static_cast<size_t>(fact)];
  const bool exact = is_exact(fact);
  if (text.empty() || into.hold(text, exact)) return;
  into.values.push_back(folded_text(fact, text));
  into.sizes |= size_bit(text.size());
}

void RuleSubject::add(RuleFact fact, const std::vector<std::string>& texts) {
  for (const std::string& text : texts) add(fact, text);
}

// What the lines tell. A line that was removed from the order tells nothing.
void RuleSubject::add_lines(const order::Order& order) {
  for (const order::LineItem& line : order.lines) {
    if (line.quantity <= 0) continue;
    add(RuleFact::Product, line.product_id);
    add(RuleFact::Sku, line.sku);
    add(RuleFact::Category, line.categories);
    add(RuleFact::Tag, line.tags);
    add(RuleFact::SellingPlan, line.selling_plan);
  }
}

void RuleSubject::add_order(const order::Order& order) {
  add(RuleFact::OrderTag, order.tags);
  add(RuleFact::Coupon, order.coupons);
  add(RuleFact::CustomerTag, order.customer.tags);
  add(RuleFact::Country, order.shipping_address.country);
  add(RuleFact::Currency, order.currency.text());
  for (const RuleFact single : {RuleFact::Country, RuleFact::Currency}) {
    Texts& fact = texts_[static_cast<size_t>(single)];
    fact.known = !fact.values.empty();
  }
}

RuleSubject::RuleSubject(const order::Order& order, int64_t now_ms, int shop_offset_minutes,
                         std::optional<base::Money> shop_subtotal)
    : shop_subtotal_(shop_subtotal) {
  add_lines(order);
  add_order(order);
  const base::SourceTime local = base::source_time_at(now_ms, shop_offset_minutes);
  const auto set = [this](RuleFact fact, std::optional<int64_t> number) {
    numbers_[static_cast<size_t>(fact)] = number;
  };
  if (const auto subtotal = subtotal_of(order)) {
    set(RuleFact::Subtotal, subtotal->minor);
    subtotal_currency_ = subtotal->currency;
  }
  set(RuleFact::ItemCount, count_of(RuleFact::ItemCount, order));
  set(RuleFact::LineCount, count_of(RuleFact::LineCount, order));
  set(RuleFact::OrderCount, order.customer.order_count);
  set(RuleFact::Weekday, base::weekday(local));
  set(RuleFact::Hour, local.hour);
  set(RuleFact::OrderAge, age_minutes(order, now_ms));
}

std::optional<int64_t> RuleSubject::number(RuleFact fact, base::Currency currency) const {
  if (fact == RuleFact::Subtotal && currency != subtotal_currency_) {
    const bool told = shop_subtotal_ && currency == shop_subtotal_->currency;
    return told ? std::optional(shop_subtotal_->minor) : std::nullopt;
  }
  return numbers_[static_cast<size_t>(fact)];
}

bool RuleSubject::holds(RuleFact fact, std::string_view text) const {
  return texts(fact).hold(text, is_exact(fact));
}

bool holds_texts(RuleOp op, size_t found, size_t wanted) {
  if (op == RuleOp::AnyOf) return found > 0;
  if (op == RuleOp::NoneOf) return found == 0;
  return op == RuleOp::AllOf && found == wanted;
}

bool holds_number(RuleOp op, const int64_t* numbers, size_t count, int64_t fact) {
  bool among = false;
  for (size_t i = 0; i < count; ++i) among |= numbers[i] == fact;
  if (op == RuleOp::AnyOf) return among;
  if (op == RuleOp::NoneOf) return !among;
  if (count == 0) return false;
  if (op == RuleOp::AtLeast) return fact >= numbers[0];
  return op == RuleOp::AtMost && fact <= numbers[0];
}

std::string_view rule_fact_name(RuleFact fact) { return kFacts[static_cast<size_t>(fact)].name; }

std::optional<RuleFact> rule_fact_from(std::string_view name) {
  for (size_t i = 0; i < std::size(kFacts); ++i) {
    if (kFacts[i].name == name) return static_cast<RuleFact>(i);
  }
  return std::nullopt;
}

FactType rule_fact_type(RuleFact fact) { return kFacts[static_cast<size_t>(fact)].type; }

std::string folded_text(RuleFact fact, std::string_view text) {
  std::string folded(text);
  if (is_exact(fact)) return folded;
  for (char& c : folded) c = lower(c);
  return folded;
}

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
    const RuleSubject::Texts& texts = subject.texts(condition.fact);
    if (!texts.known) return RuleOutcome::Unknown;
    size_t found = 0;
    for (const std::string& wanted : condition.texts) {
      found += subject.holds(condition.fact, wanted) ? 1 : 0;
    }
    held = holds_texts(condition.op, found, condition.texts.size());
  } else {
    const auto number = subject.number(condition.fact, condition.currency);
    if (!number) return RuleOutcome::Unknown;
    held = holds_number(condition.op, condition.numbers.data(), condition.numbers.size(), *number);
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
