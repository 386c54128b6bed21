#include "core/offer/rules.h"

#include <gtest/gtest.h>

#include "core/base/source_time.h"

namespace postlude::offer {
namespace {

using order::LineItem;
using order::Order;

const base::Currency kEur = *base::parse_currency("EUR");
const base::Currency kJpy = *base::parse_currency("JPY");
// Wednesday 2026-11-04, 10:30 UTC.
const int64_t kNowMs = *base::instant_ms(*base::parse_source_time("2026-11-04T10:30:00Z"));

Order sample() {
  Order order;
  order.id = order.number = "1001";
  order.currency = kEur;
  order.created_at = *base::parse_source_time("2026-11-04T10:00:00Z");
  LineItem pot;
  pot.id = "l1";
  pot.product_id = "pot";
  pot.sku = "POT-3";
  pot.title = "Moka pot";
  pot.quantity = 2;
  pot.total = base::Money{5000, kEur};
  pot.categories = {"Coffee", "Kitchen"};
  pot.tags = {"steel"};
  pot.selling_plan = "monthly";
  LineItem gone = pot;
  gone.id = "l2";
  gone.product_id = "cup";
  gone.sku = "CUP";
  gone.quantity = 0;
  gone.total = base::Money{0, kEur};
  order.lines = {pot, gone};
  order.coupons = {"WELCOME10"};
  order.tags = {"wholesale"};
  order.customer.tags = {"VIP"};
  order.customer.order_count = 3;
  order.shipping_address.lines = {"Street 1"};
  order.shipping_address.country = "DE";
  return order;
}

Condition texts(RuleFact fact, RuleOp op, std::vector<std::string> wanted) {
  return {fact, op, std::move(wanted), {}, {}};
}

Condition numbers(RuleFact fact, RuleOp op, std::vector<int64_t> wanted) {
  return {fact, op, {}, std::move(wanted), kEur};
}

char outcome(const Condition& condition, const Order& order = sample(), int offset_minutes = 60) {
  constexpr char kSigns[] = {'+', '-', '?'};  // Met, NotMet, Unknown
  const RuleOutcome found = check_condition(condition, {order, kNowMs, offset_minutes});
  return kSigns[static_cast<size_t>(found)];
}

TEST(Rules, AskForTexts) {
  struct Row {
    RuleFact fact;
    RuleOp op;
    std::vector<std::string> wanted;
    char outcome;
  };
  const Row kRows[] = {
      {RuleFact::Product, RuleOp::AnyOf, {"x", "pot"}, '+'},
      {RuleFact::Product, RuleOp::AnyOf, {"POT"}, '-'},  // ids are exact
      {RuleFact::Product, RuleOp::AnyOf, {"cup"}, '-'},  // was removed from the order
      {RuleFact::Product, RuleOp::NoneOf, {"cup"}, '+'},
      {RuleFact::Sku, RuleOp::AnyOf, {"POT-3"}, '+'},
      {RuleFact::Sku, RuleOp::AnyOf, {"pot-3"}, '-'},
      {RuleFact::Category, RuleOp::AnyOf, {"coffee"}, '+'},
      {RuleFact::Category, RuleOp::AllOf, {"coffee", "KITCHEN"}, '+'},
      {RuleFact::Category, RuleOp::AllOf, {"coffee", "tea"}, '-'},
      {RuleFact::Category, RuleOp::NoneOf, {"tea", "kitchen"}, '-'},
      {RuleFact::Tag, RuleOp::AnyOf, {"Steel"}, '+'},
      {RuleFact::OrderTag, RuleOp::AnyOf, {"wholesale"}, '+'},
      {RuleFact::OrderTag, RuleOp::AnyOf, {"steel"}, '-'},
      {RuleFact::Coupon, RuleOp::AnyOf, {"welcome10"}, '+'},
      {RuleFact::SellingPlan, RuleOp::AnyOf, {"monthly"}, '+'},
      {RuleFact::CustomerTag, RuleOp::NoneOf, {"vip"}, '-'},
      {RuleFact::Country, RuleOp::AnyOf, {"at", "de"}, '+'},
      {RuleFact::Country, RuleOp::NoneOf, {"DE"}, '-'},
      {RuleFact::Currency, RuleOp::AnyOf, {"eur"}, '+'},
      {RuleFact::Product, RuleOp::AnyOf, {}, '-'},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(outcome(texts(row.fact, row.op, row.wanted)), row.outcome)
        << rule_fact_name(row.fact) << " " << rule_op_name(row.op);
  }
}

TEST(Rules, AskForNumbers) {
  struct Row {
    RuleFact fact;
    RuleOp op;
    std::vector<int64_t> wanted;
    char outcome;
  };
  const Row kRows[] = {
      {RuleFact::Subtotal, RuleOp::AtLeast, {5000}, '+'},
      {RuleFact::Subtotal, RuleOp::AtLeast, {5001}, '-'},
      {RuleFact::Subtotal, RuleOp::AtMost, {5000}, '+'},
      {RuleFact::Subtotal, RuleOp::AtMost, {4999}, '-'},
      {RuleFact::ItemCount, RuleOp::AnyOf, {2}, '+'},
      {RuleFact::LineCount, RuleOp::AnyOf, {1}, '+'},
      {RuleFact::LineCount, RuleOp::NoneOf, {1, 2}, '-'},
      {RuleFact::OrderCount, RuleOp::AtLeast, {3}, '+'},
      {RuleFact::OrderCount, RuleOp::AtMost, {2}, '-'},
      {RuleFact::Weekday, RuleOp::AnyOf, {3}, '+'},
      {RuleFact::Weekday, RuleOp::NoneOf, {0, 6}, '+'},
      {RuleFact::Hour, RuleOp::AnyOf, {11}, '+'},  // one hour east of UTC
      {RuleFact::OrderAge, RuleOp::AtLeast, {30}, '+'},
      {RuleFact::OrderAge, RuleOp::AtMost, {29}, '-'},
      {RuleFact::Hour, RuleOp::AtLeast, {}, '-'},
      {RuleFact::Hour, RuleOp::AllOf, {11}, '-'},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(outcome(numbers(row.fact, row.op, row.wanted)), row.outcome)
        << rule_fact_name(row.fact) << " " << rule_op_name(row.op);
  }
}

TEST(Rules, TakeTheWeekdayAndHourOfTheShop) {
  const Order order = sample();
  EXPECT_EQ(outcome(numbers(RuleFact::Hour, RuleOp::AnyOf, {0}), order, 14 * 60), '+');
  EXPECT_EQ(outcome(numbers(RuleFact::Weekday, RuleOp::AnyOf, {4}), order, 14 * 60), '+');
  EXPECT_EQ(outcome(numbers(RuleFact::Hour, RuleOp::AnyOf, {22}), order, -12 * 60), '+');
  EXPECT_EQ(outcome(numbers(RuleFact::Weekday, RuleOp::AnyOf, {2}), order, -12 * 60), '+');
}

TEST(Rules, WhatTheOrderDoesNotTellIsUnknown) {
  Order order = sample();
  order.shipping_address.country.clear();
  order.customer.order_count.reset();
  order.created_at = *base::parse_source_time("2026-11-04");
  order.lines[0].total.reset();
  EXPECT_EQ(outcome(texts(RuleFact::Country, RuleOp::NoneOf, {"US"}), order), '?');
  EXPECT_EQ(outcome(numbers(RuleFact::OrderCount, RuleOp::AtMost, {9}), order), '?');
  EXPECT_EQ(outcome(numbers(RuleFact::OrderAge, RuleOp::AtLeast, {0}), order), '?');
  EXPECT_EQ(outcome(numbers(RuleFact::Subtotal, RuleOp::AtLeast, {0}), order), '?');
  order.currency = {};
  EXPECT_EQ(outcome(texts(RuleFact::Currency, RuleOp::NoneOf, {"USD"}), order), '?');
  // A list that is empty is known to be empty.
  order.coupons.clear();
  EXPECT_EQ(outcome(texts(RuleFact::Coupon, RuleOp::NoneOf, {"X"}), order), '+');
}

TEST(Rules, ASubtotalInTheShopsCurrencyIsToldWhereTheShopperPaidInAnother) {
  Order order = sample();
  order.totals = {{order::TotalKind::Subtotal, "", {8'568, kJpy}}};
  const Condition in_euros = numbers(RuleFact::Subtotal, RuleOp::AtLeast, {5'000});
  Condition in_yen = in_euros;
  in_yen.currency = kJpy;
  const RuleSubject told(order, kNowMs, 60, base::Money{5'000, kEur});
  EXPECT_EQ(check_condition(in_euros, told), RuleOutcome::Met);
  EXPECT_EQ(check_condition(in_yen, told), RuleOutcome::Met);
  const RuleSubject less(order, kNowMs, 60, base::Money{4'999, kEur});
  EXPECT_EQ(check_condition(in_euros, less), RuleOutcome::NotMet);
  EXPECT_EQ(check_condition(in_euros, {order, kNowMs, 60}), RuleOutcome::Unknown);
}

TEST(Rules, TheStatedSubtotalComesBeforeASumOfLines) {
  Order order = sample();
  order.totals = {{order::TotalKind::Subtotal, "", {4200, kEur}}};
  EXPECT_EQ(outcome(numbers(RuleFact::Subtotal, RuleOp::AnyOf, {4200}), order), '+');
}

TEST(Rules, AmountsOfAnotherCurrencyAreNotCompared) {
  Order order = sample();
  order.totals = {{order::TotalKind::Subtotal, "", {4200, kJpy}}};
  EXPECT_EQ(outcome(numbers(RuleFact::Subtotal, RuleOp::AtLeast, {1}), order), '?');
}

TEST(Rules, AndInsideAGroupOrBetweenGroupsTheFirstThatHolds) {
  const Condition yes = texts(RuleFact::Product, RuleOp::AnyOf, {"pot"});
  const Condition no = texts(RuleFact::Product, RuleOp::AnyOf, {"tea"});
  const Condition unknown = numbers(RuleFact::OrderCount, RuleOp::AtLeast, {0});
  Order order = sample();
  order.customer.order_count.reset();
  struct Row {
    Rules rules;
    RuleOutcome outcome;
    int group;
  };
  const Row kRows[] = {
      {{}, RuleOutcome::Met, -1},
      {{{{{}}}}, RuleOutcome::Met, 0},
      {{{{{yes, yes}}}}, RuleOutcome::Met, 0},
      {{{{{yes, no}}}}, RuleOutcome::NotMet, -1},
      {{{{{yes, no}}, {{yes}}, {{yes}}}}, RuleOutcome::Met, 1},
      {{{{{yes, unknown}}}}, RuleOutcome::Unknown, -1},
      {{{{{no, unknown}}}}, RuleOutcome::NotMet, -1},
      {{{{{unknown, no}}}}, RuleOutcome::NotMet, -1},
      {{{{{unknown}}, {{no}}}}, RuleOutcome::Unknown, -1},
      {{{{{unknown}}, {{yes}}}}, RuleOutcome::Met, 1},
  };
  int index = 0;
  for (const Row& row : kRows) {
    const RulesResult result = check_rules(row.rules, {order, kNowMs, 0});
    EXPECT_EQ(result.outcome, row.outcome) << index;
    EXPECT_EQ(result.group, row.group) << index++;
  }
}

TEST(Rules, EveryNameLeadsBack) {
#define X(name, text, type)                                       \
  EXPECT_EQ(rule_fact_name(RuleFact::name), text);                \
  EXPECT_EQ(rule_fact_from(text), std::optional(RuleFact::name)); \
  EXPECT_EQ(rule_fact_type(RuleFact::name), FactType::type);
  POSTLUDE_RULE_FACTS(X)
#undef X
#define X(name, text)                          \
  EXPECT_EQ(rule_op_name(RuleOp::name), text); \
  EXPECT_EQ(rule_op_from(text), std::optional(RuleOp::name));
  POSTLUDE_RULE_OPS(X)
#undef X
  EXPECT_EQ(rule_fact_from("colour"), std::nullopt);
  EXPECT_EQ(rule_op_from("equals"), std::nullopt);
}

}  // namespace
}  // namespace postlude::offer
