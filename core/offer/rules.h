#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/money.h"
#include "core/order/order.h"

namespace postlude::offer {

/// What a condition compares: a set of texts or one whole number.
enum class FactType : uint8_t { Text, Number };

/// What a rule can ask about an order. Ids and SKUs compare exactly, other texts in either case
/// (ASCII).
#define POSTLUDE_RULE_FACTS(X)                                                                    \
  X(Product, "product", Text)              /* product ids of the lines */                         \
  X(Sku, "sku", Text)                      /* */                                                  \
  X(Category, "category", Text)            /* of the lines */                                     \
  X(Tag, "tag", Text)                      /* of the lines */                                     \
  X(OrderTag, "order_tag", Text)           /* */                                                  \
  X(Coupon, "coupon", Text)                /* */                                                  \
  X(SellingPlan, "selling_plan", Text)     /* of the lines; one-time purchases have none */       \
  X(CustomerTag, "customer_tag", Text)     /* */                                                  \
  X(Country, "country", Text)              /* of the shipping address; unknown without one */     \
  X(Currency, "currency", Text)            /* */                                                  \
  X(Subtotal, "subtotal_minor", Number)    /* as the shop states it, else the sum of the lines */ \
  X(ItemCount, "item_count", Number)       /* sum of quantities */                                \
  X(LineCount, "line_count", Number)       /* lines with a quantity */                            \
  X(OrderCount, "order_count", Number)     /* of the customer; unknown for guests */              \
  X(Weekday, "weekday", Number)            /* in the shop's zone, 0 = Sunday .. 6 */              \
  X(Hour, "hour", Number)                  /* in the shop's zone, 0 .. 23 */                      \
  X(OrderAge, "order_age_minutes", Number) /* since it was placed; unknown without an instant */

enum class RuleFact : uint8_t {
#define X(name, text, type) name,
  POSTLUDE_RULE_FACTS(X)
#undef X
};

/// How a condition compares. Text facts know the first three, number facts all but AllOf.
#define POSTLUDE_RULE_OPS(X) \
  X(AnyOf, "any_of")         \
  X(NoneOf, "none_of")       \
  X(AllOf, "all_of")         \
  X(AtLeast, "at_least")     \
  X(AtMost, "at_most")

enum class RuleOp : uint8_t {
#define X(name, text) name,
  POSTLUDE_RULE_OPS(X)
#undef X
};

#define X(name, text, type) +1
inline constexpr size_t kRuleFacts = 0 POSTLUDE_RULE_FACTS(X);
#undef X

std::string_view rule_fact_name(RuleFact fact);
std::optional<RuleFact> rule_fact_from(std::string_view name);
FactType rule_fact_type(RuleFact fact);
std::string_view rule_op_name(RuleOp op);
std::optional<RuleOp> rule_op_from(std::string_view name);

/// Returns a text as it compares in a fact: in lower case (ASCII) where either does.
std::string folded_text(RuleFact fact, std::string_view text);

/// One comparison. `texts` is used by text facts, `numbers` by number facts (one number for AtLeast
/// and AtMost).
struct Condition {
  RuleFact fact = RuleFact::Product;
  RuleOp op = RuleOp::AnyOf;
  std::vector<std::string> texts;
  std::vector<int64_t> numbers;
  base::Currency currency;  // of a Subtotal; an order in another currency is FactUnknown
};

/// All conditions must hold; none = always holds.
struct RuleGroup {
  std::vector<Condition> all;
};

/// One group must hold, the first that does counts; no groups = no rules, always holds.
struct Rules {
  std::vector<RuleGroup> any;
};

enum class RuleOutcome : uint8_t { Met, NotMet, Unknown };

/// What rules are asked about: every fact of one order, worked out once.
class RuleSubject {
 public:
  /// `shop_subtotal` is the order's in the shop's currency, where it was paid in another.
  RuleSubject(const order::Order& order, int64_t now_ms, int shop_offset_minutes,
              std::optional<base::Money> shop_subtotal = std::nullopt);

  /// The texts of a text fact, in lower case where it compares in either, each once.
  struct Texts {
    bool known = true;   // no country is not "in no country"
    uint64_t sizes = 0;  // bit n: one has n bytes; the last bit: so many or more
    std::vector<std::string> values;

    bool hold(std::string_view wanted, bool exact) const;
  };
  const Texts& texts(RuleFact fact) const { return texts_[static_cast<size_t>(fact)]; }
  /// Returns whether the order tells this text of a fact.
  bool holds(RuleFact fact, std::string_view text) const;
  /// Returns a number fact; nothing for money that is not known in `currency`.
  std::optional<int64_t> number(RuleFact fact, base::Currency currency) const;

 private:
  void add(RuleFact fact, std::string_view text);
  void add(RuleFact fact, const std::vector<std::string>& texts);
  void add_lines(const order::Order& order);
  void add_order(const order::Order& order);

  Texts texts_[kRuleFacts];
  std::optional<int64_t> numbers_[kRuleFacts];
  base::Currency subtotal_currency_;
  std::optional<base::Money> shop_subtotal_;
};

/// Returns whether a text fact of which `found` of the `wanted` texts are there passes.
bool holds_texts(RuleOp op, size_t found, size_t wanted);
/// Returns whether a number passes; one number is compared with, or several are looked among.
bool holds_number(RuleOp op, const int64_t* numbers, size_t count, int64_t fact);

/// Returns what one condition says; Unknown when the order does not tell the fact.
RuleOutcome check_condition(const Condition& condition, const RuleSubject& subject);

struct RulesResult {
  RuleOutcome outcome = RuleOutcome::Met;
  int group = -1;  // the first group that holds
};

/// Returns Met with the first group that holds; otherwise Unknown when a group fails only for want
/// of a fact, else NotMet. Without groups Met and -1.
RulesResult check_rules(const Rules& rules, const RuleSubject& subject);

}  // namespace postlude::offer
