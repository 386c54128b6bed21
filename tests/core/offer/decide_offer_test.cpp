#include "core/offer/decide_offer.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "core/base/source_time.h"
#include "core/offer/explain_decision.h"

namespace postlude::offer {
namespace {

using order::LineItem;
using order::Order;
using order::PaymentStatus;

const base::Currency kEur = *base::parse_currency("EUR");
const base::Currency kUsd = *base::parse_currency("USD");
constexpr int64_t kNowMs = 1'790'000'000'000;

LineItem line(std::string_view product) {
  LineItem made;
  made.id = "l-" + std::string(product);
  made.product_id = product;
  made.sku = "SKU-" + std::string(product);
  made.title = product;
  made.total = base::Money{2000, kEur};
  return made;
}

Order sample() {
  Order order;
  order.id = order.number = "1001";
  order.currency = kEur;
  order.payment_status = PaymentStatus::Paid;
  order.lines = {line("pot"), line("beans")};
  order.shipping_address.lines = {"Street 1"};
  order.shipping_address.country = "DE";
  return order;
}

Candidate candidate(std::string_view id, int64_t priority = 0) {
  Candidate made;
  made.offer_id = id;
  made.product_id = "product-of-" + std::string(id);
  made.title = "Title";
  made.priority = priority;
  return made;
}

DecideContext context_now() {
  DecideContext context;
  context.now_ms = kNowMs;
  return context;
}

PastAnswer past(std::string_view offer, Answer answer, AnswerScope scope = AnswerScope::ThisOrder) {
  return {std::string(offer), "", answer, scope, {}};
}

constexpr int64_t kDayMs = 86'400'000;

PastAnswer days_ago(int64_t days, std::string_view offer, Answer answer,
                    AnswerScope scope = AnswerScope::EarlierOrder) {
  return {std::string(offer), "", answer, scope, kNowMs - days * kDayMs};
}

// up1 -> (no) down1 -> up2; a failed payment at up1 leads to "cheap", which leads out.
enum Node : int { kUp1, kDown1, kUp2, kCheap };

Funnel sample_funnel() {
  Funnel funnel;
  funnel.nodes = {{"up1", {kUp2, kDown1, kCheap, kUp2}},
                  {"down1", {kUp2, kUp2, kFunnelRetry, kUp2}},
                  {"up2", {kFunnelEnd, kFunnelEnd, kFunnelEnd, kFunnelEnd}},
                  {"cheap", {kFunnelEnd, kFunnelEnd, kFunnelRetry, kFunnelEnd}}};
  return funnel;
}

OfferPolicy with_funnel() {
  OfferPolicy policy;
  policy.max_declined = 9;
  policy.max_payment_failed = 9;
  policy.funnel = sample_funnel();
  return policy;
}

std::string reasons_text(const std::vector<DecisionReason>& reasons) {
  std::string out;
  for (const DecisionReason reason : reasons) {
    if (!out.empty()) out += " ";
    out += decision_reason_name(reason);
  }
  return out;
}

// "a: chosen | b: outranked"
std::string table(const Decision& decision) {
  std::string out;
  for (const Verdict& verdict : decision.verdicts) {
    if (!out.empty()) out += " | ";
    out += verdict.offer_id + ": " + reasons_text(verdict.reasons);
  }
  return out;
}

// The reasons of one candidate alone.
std::string alone(const Candidate& one, const Order& order = sample(),
                  const DecideContext& context = context_now(), const OfferPolicy& policy = {}) {
  return reasons_text(decide_offer(order, {one}, policy, context).verdicts.at(0).reasons);
}

TEST(DecideOffer, OffersWhatFits) {
  const Decision decision = decide_offer(sample(), {candidate("a")}, {}, context_now());
  EXPECT_EQ(decision.ranked, std::vector<std::string>{"a"});
  EXPECT_TRUE(decision.order_reasons.empty());
  EXPECT_EQ(table(decision), "a: chosen");
}

TEST(DecideOffer, WithoutCandidatesThereIsNoOffer) {
  const Decision decision = decide_offer(sample(), {}, {}, context_now());
  EXPECT_TRUE(decision.ranked.empty());
  EXPECT_TRUE(decision.verdicts.empty());
}

TEST(DecideOffer, SkipsWhatTheOrderAlreadyHas) {  // U12
  Candidate same = candidate("a");
  same.product_id = "pot";
  EXPECT_EQ(alone(same), "in_order");
  Candidate same_sku = candidate("a");
  same_sku.sku = "SKU-beans";
  EXPECT_EQ(alone(same_sku), "in_order");
  Order removed = sample();
  removed.lines[0].quantity = 0;
  EXPECT_EQ(alone(same, removed), "chosen");
  Candidate nameless = candidate("a");
  nameless.product_id.clear();
  removed.lines[1].product_id.clear();
  removed.lines[1].sku.clear();
  EXPECT_EQ(alone(nameless, removed), "chosen");
}

TEST(DecideOffer, SkipsWhatIsOutOfStock) {  // U12
  Candidate counted = candidate("a");
  counted.quantity = 2;
  counted.stock = 1;
  EXPECT_EQ(alone(counted), "out_of_stock");
  counted.stock = 0;
  EXPECT_EQ(alone(counted), "out_of_stock");
  counted.stock = 2;
  EXPECT_EQ(alone(counted), "chosen");
}

TEST(DecideOffer, SkipsWhatMustBeShippedWhenThereIsNoAddress) {  // U12
  Order digital = sample();
  digital.shipping_address = {};
  EXPECT_EQ(alone(candidate("a"), digital), "no_address");
  Candidate download = candidate("a");
  download.requires_shipping = false;
  EXPECT_EQ(alone(download, digital), "chosen");
}

TEST(DecideOffer, StaysInsideItsMarket) {
  Candidate german = candidate("a");
  german.countries = {"AT", "de"};
  EXPECT_EQ(alone(german), "chosen");
  german.countries = {"FR"};
  EXPECT_EQ(alone(german), "other_country");
  Order nowhere = sample();
  nowhere.shipping_address.country.clear();
  EXPECT_EQ(alone(german, nowhere), "fact_unknown");
  Candidate dollars = candidate("a");
  dollars.currencies = {kUsd};
  EXPECT_EQ(alone(dollars), "other_currency");
  dollars.currencies = {kUsd, kEur};
  EXPECT_EQ(alone(dollars), "chosen");
  dollars.total = base::Money{100, kUsd};
  EXPECT_EQ(alone(dollars), "other_currency");
}

TEST(DecideOffer, FollowsTheRules) {  // U11
  Candidate ruled = candidate("a");
  ruled.rules.any = {{{{RuleFact::Product, RuleOp::AnyOf, {"tea"}, {}, {}}}},
                     {{{RuleFact::Product, RuleOp::AnyOf, {"pot"}, {}, {}}}}};
  const Decision met = decide_offer(sample(), {ruled}, {}, context_now());
  EXPECT_EQ(table(met), "a: chosen");
  EXPECT_EQ(met.verdicts[0].matched_group, 1);
  ruled.rules.any.pop_back();
  EXPECT_EQ(alone(ruled), "rules_not_met");
  ruled.rules.any[0].all[0] = {RuleFact::OrderCount, RuleOp::AtLeast, {}, {1}, {}};
  EXPECT_EQ(alone(ruled), "fact_unknown");
}

TEST(DecideOffer, AnOrderThatIsNoGoodPurchaseGetsNone) {
  struct Row {
    void (*spoil)(Order&);
    std::string_view reasons;
  };
  const Row kRows[] = {
      {[](Order& o) { o.cancelled_at = *base::parse_source_time("2026-11-04"); },
       "order_cancelled"},
      {[](Order& o) { o.payment_status = PaymentStatus::Refunded; }, "order_refunded"},
      {[](Order& o) { o.payment_status = PaymentStatus::PartiallyRefunded; }, "order_refunded"},
      {[](Order& o) { o.payment_status = PaymentStatus::Pending; }, "order_unpaid"},
      {[](Order& o) { o.payment_status = PaymentStatus::PartiallyPaid; }, "order_unpaid"},
      {[](Order& o) { o.payment_status = PaymentStatus::Failed; }, "order_unpaid"},
      {[](Order& o) { o.payment_status = PaymentStatus::Voided; }, "order_unpaid"},
      {[](Order& o) { o.payment_status = PaymentStatus::Authorized; }, "chosen"},
      {[](Order& o) { o.payment_status = PaymentStatus::Unknown; }, "chosen"},
      {[](Order& o) { o.test = true; }, "order_test"},
  };
  for (const Row& row : kRows) {
    Order order = sample();
    row.spoil(order);
    EXPECT_EQ(alone(candidate("a"), order), row.reasons);
  }
  Order test = sample();
  test.test = true;
  OfferPolicy policy;
  policy.test_orders = TestOrders::Allow;
  EXPECT_EQ(alone(candidate("a"), test, context_now(), policy), "chosen");
}

TEST(DecideOffer, SaysWhyAnOrderIsNotEligible) {  // U19, U20
  struct Row {
    void (*spoil)(DecideContext&);
    std::string_view reasons;
  };
  const Row kRows[] = {
      {[](DecideContext& c) { c.payment_reuse = PaymentReuse::No; }, "payment_not_reusable"},
      {[](DecideContext& c) { c.payment_reuse = PaymentReuse::Unknown; }, "payment_unknown"},
      {[](DecideContext& c) { c.payment_reuse = PaymentReuse::Wallet; }, "payment_wallet"},
      {[](DecideContext& c) { c.payment_reuse = PaymentReuse::Redirect; }, "payment_redirect"},
      {[](DecideContext& c) { c.payment_reuse = PaymentReuse::Later; }, "payment_later"},
      {[](DecideContext& c) { c.payment_reuse = PaymentReuse::GiftCard; }, "payment_gift_card"},
      {[](DecideContext& c) { c.payment_reuse = PaymentReuse::Offline; }, "payment_offline"},
      {[](DecideContext& c) { c.payment_reuse = PaymentReuse::AsksAgain; }, "payment_asks_again"},
      {[](DecideContext& c) { c.window.emplace(); }, "chosen"},
      {[](DecideContext& c) { c.window.emplace().enabled = false; }, "window_closed"},
      {[](DecideContext& c) { c.window.emplace().expires_at_ms = kNowMs; }, "window_expired"},
      {[](DecideContext& c) { c.window.emplace().expires_at_ms = kNowMs + 1; }, "chosen"},
      {[](DecideContext& c) { c.window.emplace().may_add_lines = false; }, "change_not_allowed"},
      {[](DecideContext& c) { c.window.emplace().requires_reauthorization = true; },
       "reauthorization_needed"},
      {[](DecideContext& c) {
         c.window.emplace().enabled = false;
         c.payment_reuse = PaymentReuse::No;
       },
       "payment_not_reusable window_closed"},
  };
  for (const Row& row : kRows) {
    DecideContext context = context_now();
    row.spoil(context);
    EXPECT_EQ(alone(candidate("a"), sample(), context), row.reasons);
  }
  OfferPolicy off;
  off.enabled = false;
  EXPECT_EQ(alone(candidate("a"), sample(), context_now(), off), "offers_disabled");
}

TEST(DecideOffer, KeepsUnderTheLimitOfTheWindow) {  // U20
  DecideContext context = context_now();
  context.window.emplace().max_additional_minor = 1000;
  Candidate priced = candidate("a");
  EXPECT_EQ(alone(priced, sample(), context), "fact_unknown");
  priced.total = base::Money{1000, kEur};
  EXPECT_EQ(alone(priced, sample(), context), "chosen");
  priced.total = base::Money{1001, kEur};
  EXPECT_EQ(alone(priced, sample(), context), "over_limit");
}

TEST(DecideOffer, RemembersWhatWasAnswered) {  // U16
  DecideContext context = context_now();
  context.history = {past("a", Answer::Declined)};
  EXPECT_EQ(alone(candidate("a"), sample(), context), "already_declined");
  EXPECT_EQ(alone(candidate("b"), sample(), context), "chosen");
  context.history = {past("a", Answer::Accepted)};
  EXPECT_EQ(alone(candidate("a"), sample(), context), "already_accepted");
  context.history = {past("z", Answer::Accepted)};
  context.history[0].product_id = "product-of-a";
  EXPECT_EQ(alone(candidate("a"), sample(), context), "already_accepted");
}

TEST(DecideOffer, ForgetsADeclineOfAnEarlierOrderUnlessToldNotTo) {  // U16
  DecideContext context = context_now();
  context.history = {past("a", Answer::Declined, AnswerScope::EarlierOrder)};
  Candidate shy = candidate("a");
  EXPECT_EQ(alone(shy, sample(), context), "chosen");
  shy.decline_memory = DeclineMemory::Forever;
  EXPECT_EQ(alone(shy, sample(), context), "already_declined");
}

TEST(DecideOffer, StopsAtTheCaps) {  // U3, U16
  OfferPolicy policy;
  policy.max_accepted = 2;
  policy.max_declined = 2;
  DecideContext context = context_now();
  context.history = {past("x", Answer::Accepted), past("y", Answer::Accepted)};
  EXPECT_EQ(alone(candidate("a"), sample(), context, policy), "accepted_limit");
  context.history = {past("x", Answer::Declined), past("y", Answer::Declined)};
  EXPECT_EQ(alone(candidate("a"), sample(), context, policy), "declined_limit");
  context.history = {past("x", Answer::Declined), past("y", Answer::Accepted)};
  EXPECT_EQ(alone(candidate("a"), sample(), context, policy), "chosen");
  context.history = {past("x", Answer::Declined, AnswerScope::EarlierOrder),
                     past("y", Answer::Declined, AnswerScope::EarlierOrder)};
  EXPECT_EQ(alone(candidate("a"), sample(), context, policy), "chosen");
}

TEST(DecideOffer, NeverShowsMoreThanCouldStillBeAccepted) {  // U3
  OfferPolicy policy;
  policy.max_shown = 3;
  policy.max_accepted = 3;
  DecideContext context = context_now();
  context.history = {past("x", Answer::Accepted), past("y", Answer::Accepted)};
  const Decision decision =
      decide_offer(sample(), {candidate("a"), candidate("b")}, policy, context);
  EXPECT_EQ(table(decision), "a: chosen | b: outranked");
}

TEST(DecideOffer, RanksByPriorityThenValueThenId) {
  Candidate dear = candidate("z", 1);
  dear.value = ValueInputs{100'000, 500, 0};
  OfferPolicy policy;
  policy.max_shown = policy.max_accepted = 9;
  const Decision decision =
      decide_offer(sample(), {candidate("c", 2), candidate("b", 1), dear, candidate("a", 2)},
                   policy, context_now());
  EXPECT_EQ(decision.ranked, (std::vector<std::string>{"z", "b", "a", "c"}));
}

TEST(DecideOffer, WalksDownTheListToTheFirstThatFits) {  // U12
  Candidate first = candidate("first", 0);
  first.stock = 0;
  Candidate second = candidate("second", 1);
  second.product_id = "pot";
  const Decision decision = decide_offer(
      sample(), {candidate("third", 2), second, first, candidate("fourth", 3)}, {}, context_now());
  EXPECT_EQ(table(decision),
            "first: out_of_stock | fourth: outranked | second: in_order | third: chosen");
}

TEST(DecideOffer, OffersNothingBelowTheReserve) {  // E1
  OfferPolicy policy;
  policy.reserve_minor = 50;
  Candidate valued = candidate("a");
  valued.value = ValueInputs{100'000, 1'000, 50};  // 10 % of 1,000 less 50 is exactly 50
  EXPECT_EQ(alone(valued, sample(), context_now(), policy), "chosen");
  valued.value->probability_ppm = 99'999;
  EXPECT_EQ(alone(valued, sample(), context_now(), policy), "below_reserve");
  valued.value = ValueInputs{1'000'000, 10, 11};
  EXPECT_EQ(alone(valued), "below_reserve");
  EXPECT_EQ(alone(candidate("b"), sample(), context_now(), policy), "chosen");
}

TEST(DecideOffer, StatesTheExpectedValueExactly) {  // E1
  Candidate valued = candidate("a");
  valued.value = ValueInputs{123'457, 1'999, 3};
  const Decision decision = decide_offer(sample(), {valued}, {}, context_now());
  EXPECT_EQ(decision.verdicts[0].expected_value_micro, 123'457 * 1'999 - 3'000'000);
  valued.value = ValueInputs{INT64_MAX, INT64_MAX, INT64_MIN};
  const Decision huge = decide_offer(sample(), {valued}, {}, context_now());
  EXPECT_EQ(huge.verdicts[0].expected_value_micro, INT64_MAX);
}

TEST(DecideOffer, CanRankByExpectedValue) {  // E1
  Candidate likely = candidate("likely", 9);
  likely.value = ValueInputs{500'000, 100, 0};
  Candidate dear = candidate("dear", 1);
  dear.value = ValueInputs{10'000, 1'000, 0};
  OfferPolicy policy;
  policy.max_shown = 9;
  policy.ranking = Ranking::ByExpectedValue;
  const Decision decision =
      decide_offer(sample(), {candidate("unvalued"), dear, likely}, policy, context_now());
  EXPECT_EQ(decision.ranked, (std::vector<std::string>{"likely", "dear", "unvalued"}));
}

std::vector<Candidate> one_a_node() {
  std::vector<Candidate> candidates = {candidate("up1"), candidate("down1"), candidate("up2"),
                                       candidate("cheap")};
  for (size_t i = 0; i < candidates.size(); ++i) candidates[i].node = static_cast<int>(i);
  return candidates;
}

struct FunnelRow {
  std::vector<PastAnswer> history;
  std::string_view chosen;
};

TEST(DecideOffer, WalksTheFunnel) {  // U2, U4
  constexpr Answer kYes = Answer::Accepted;
  constexpr Answer kNo = Answer::Declined;
  constexpr Answer kFailed = Answer::PaymentFailed;
  const FunnelRow kRows[] = {
      {{}, "up1"},
      {{past("up1", Answer::Shown)}, "up1"},
      {{past("up1", kYes)}, "up2"},
      {{past("up1", kNo)}, "down1"},
      {{past("up1", kNo), past("down1", kYes)}, "up2"},
      {{past("up1", kNo), past("down1", kNo)}, "up2"},
      {{past("up1", kYes), past("up2", kNo)}, ""},
      {{past("up1", kFailed)}, "cheap"},
      {{past("up1", kFailed), past("cheap", kFailed)}, "cheap"},  // may be tried again there
      {{past("up1", kFailed), past("cheap", kNo)}, ""},
      {{past("up1", kYes), past("up2", kFailed)}, ""},
      // The card paid in the end, or the shopper had enough: that is what counts.
      {{past("up1", kFailed), past("up1", kYes)}, "up2"},
      {{past("up1", kFailed), past("up1", kNo)}, "down1"},
      {{past("up1", kNo, AnswerScope::EarlierOrder)}, "up1"},
  };
  for (const FunnelRow& row : kRows) {
    DecideContext context = context_now();
    context.history = row.history;
    const Decision decision = decide_offer(sample(), one_a_node(), with_funnel(), context);
    EXPECT_EQ(decision.ranked.empty() ? "" : decision.ranked[0], row.chosen) << table(decision);
    EXPECT_EQ(decision.node, row.chosen);
  }
}

TEST(DecideOffer, SaysWhereACandidateStandsInTheFunnel) {
  DecideContext context = context_now();
  EXPECT_EQ(table(decide_offer(sample(), one_a_node(), with_funnel(), context)),
            "cheap: later_step | down1: later_step | up1: chosen | up2: later_step");
  context.history = {past("up1", Answer::Accepted)};
  EXPECT_EQ(table(decide_offer(sample(), one_a_node(), with_funnel(), context)),
            "cheap: other_branch | down1: other_branch | up1: already_accepted | up2: chosen");
}

TEST(DecideOffer, PassesOverANodeThatNobodyCanFill) {  // U2, U12
  std::vector<Candidate> funnel = one_a_node();
  funnel[kUp1].stock = 0;
  EXPECT_EQ(table(decide_offer(sample(), funnel, with_funnel(), context_now())),
            "cheap: other_branch | down1: other_branch | up1: out_of_stock | up2: chosen");
  // What is back in stock does not call the shopper back.
  DecideContext context = context_now();
  context.history = {past("up2", Answer::Declined)};
  EXPECT_EQ(table(decide_offer(sample(), one_a_node(), with_funnel(), context)),
            "cheap: other_branch | down1: other_branch | up1: earlier_step | "
            "up2: already_declined");
}

TEST(DecideOffer, ShowsAnotherOfTheSameNodeWhenTold) {  // U16
  std::vector<Candidate> candidates = one_a_node();
  candidates.push_back(candidate("up1-b", 1));
  candidates.back().node = kUp1;
  DecideContext context = context_now();
  context.history = {past("up1", Answer::Declined)};
  const auto chosen = [&] {
    return decide_offer(sample(), candidates, with_funnel(), context).ranked.at(0);
  };
  EXPECT_EQ(chosen(), "down1");
  candidates[kUp1].after_decline = AfterDecline::ShowAnother;
  EXPECT_EQ(chosen(), "up1-b");
  context.history.push_back(past("up1-b", Answer::Declined));
  EXPECT_EQ(chosen(), "down1");
}

TEST(DecideOffer, EndsTheFunnelAtItsDepth) {  // U3
  OfferPolicy policy = with_funnel();
  policy.funnel.max_depth = 1;
  DecideContext context = context_now();
  context.history = {past("up1", Answer::Declined)};
  EXPECT_EQ(table(decide_offer(sample(), one_a_node(), policy, context)),
            "cheap: depth_limit | down1: depth_limit | up1: already_declined | up2: depth_limit");
}

TEST(DecideOffer, WhatIsOutsideTheFunnelIsAlwaysDue) {
  std::vector<Candidate> both = one_a_node();
  both.push_back(candidate("free", 1));
  OfferPolicy policy = with_funnel();
  policy.max_shown = 3;
  EXPECT_EQ(decide_offer(sample(), both, policy, context_now()).ranked,
            (std::vector<std::string>{"up1", "free"}));
}

TEST(DecideOffer, StopsAskingWhenThePaymentKeepsFailing) {  // U4
  OfferPolicy policy;
  DecideContext context = context_now();
  context.history = {past("a", Answer::PaymentFailed)};
  EXPECT_EQ(alone(candidate("a"), sample(), context, policy), "chosen");  // one more try
  context.history.push_back(past("a", Answer::PaymentFailed));
  EXPECT_EQ(alone(candidate("a"), sample(), context, policy), "payment_failed_limit");
}

TEST(DecideOffer, EndsByItself) {  // U9
  OfferPolicy policy;
  policy.open_minutes = 15;
  Order order = sample();
  EXPECT_EQ(alone(candidate("a"), order, context_now(), policy), "age_unknown");
  order.created_at = base::source_time_at(kNowMs - 15 * 60'000, 0);
  EXPECT_EQ(alone(candidate("a"), order, context_now(), policy), "time_over");
  order.created_at = base::source_time_at(kNowMs - 15 * 60'000 + 1000, 0);
  EXPECT_EQ(alone(candidate("a"), order, context_now(), policy), "chosen");
}

struct CapRow {
  Cap cap;
  std::vector<PastAnswer> history;
  std::string_view reasons;
};

TEST(DecideOffer, KeepsToItsCaps) {  // E2, E3
  constexpr Answer kNo = Answer::Declined;
  constexpr Answer kYes = Answer::Accepted;
  constexpr Answer kShown = Answer::Shown;
  // "mate" shares group and category with the offer, "double" its product, "far" nothing.
  std::vector<Candidate> others = {candidate("mate"), candidate("double"), candidate("far")};
  others[0].group = "cups";
  others[0].categories = {"ceramics", "kitchen"};
  others[1].product_id = "product-of-a";
  for (Candidate& other : others) other.stock = 0;
  Candidate capped = candidate("a");
  capped.group = "cups";
  capped.categories = {"kitchen", "ceramics", "gifts"};
  const CapRow kRows[] = {
      {{kNo, CapScope::Offer, 1, 30}, {days_ago(29, "a", kNo)}, "declined_cap"},
      {{kNo, CapScope::Offer, 1, 30}, {days_ago(30, "a", kNo)}, "chosen"},
      {{kNo, CapScope::Offer, 1, 30}, {past("a", kNo, AnswerScope::EarlierOrder)}, "declined_cap"},
      {{kNo, CapScope::Offer, 1, 30}, {days_ago(1, "mate", kNo)}, "chosen"},
      {{kNo, CapScope::Offer, 2, 30}, {days_ago(1, "a", kNo)}, "chosen"},
      {{kNo, CapScope::Offer, 2, 30},
       {days_ago(1, "a", kNo), days_ago(2, "a", kNo)},
       "declined_cap"},
      {{kNo, CapScope::Group, 1, 30}, {days_ago(1, "mate", kNo)}, "declined_cap"},
      {{kNo, CapScope::Group, 1, 30}, {days_ago(1, "double", kNo)}, "chosen"},
      {{kNo, CapScope::Product, 1, 30}, {days_ago(1, "double", kNo)}, "declined_cap"},
      {{kNo, CapScope::Category, 1, 30}, {days_ago(1, "mate", kNo)}, "declined_cap"},
      // Two shared categories are one relation, not two declines.
      {{kNo, CapScope::Category, 2, 30}, {days_ago(1, "mate", kNo)}, "chosen"},
      {{kNo, CapScope::Category, 1, 30}, {days_ago(1, "far", kNo)}, "chosen"},
      {{kYes, CapScope::Group, 1, 90}, {days_ago(1, "mate", kYes)}, "accepted_cap"},
      {{kYes, CapScope::Group, 1, 90}, {days_ago(1, "mate", kNo)}, "chosen"},
      {{Answer::PaymentFailed, CapScope::Offer, 1, 1},
       {days_ago(0, "a", Answer::PaymentFailed)},
       "failed_cap"},
      {{kShown, CapScope::Offer, 1, 7}, {days_ago(1, "a", kShown)}, "shown_cap"},
      // The same order's page shown again is the same showing.
      {{kShown, CapScope::Offer, 1, 7},
       {days_ago(0, "a", kShown, AnswerScope::ThisOrder)},
       "chosen"},
      {{kNo, CapScope::All, 1, 30}, {days_ago(1, "gone-since", kNo)}, "declined_cap"},
  };
  for (const CapRow& row : kRows) {
    DecideContext context = context_now();
    context.history = row.history;
    std::vector<Candidate> candidates = others;
    candidates.push_back(capped);
    const auto reasons = [&](const OfferPolicy& policy) {
      return reasons_text(decide_offer(sample(), candidates, policy, context).verdicts[0].reasons);
    };
    OfferPolicy policy;
    policy.caps = {row.cap};
    // The policy's own cap on everything speaks of the order.
    const bool all = row.cap.scope == CapScope::All;
    EXPECT_EQ(reasons(policy), all ? "customer_declined_cap" : row.reasons);
    candidates.back().caps = {row.cap};
    EXPECT_EQ(reasons({}), row.reasons);
  }
}

TEST(DecideOffer, LeavesACustomerAloneWhoWasShownEnough) {  // E2
  struct Row {
    Answer answer;
    std::string_view reasons;
  };
  const Row kRows[] = {{Answer::Shown, "customer_shown_cap"},
                       {Answer::Accepted, "customer_accepted_cap"},
                       {Answer::Declined, "customer_declined_cap"},
                       {Answer::PaymentFailed, "customer_failed_cap"}};
  for (const Row& row : kRows) {
    OfferPolicy policy;
    policy.caps = {{row.answer, CapScope::All, 2, 10}};
    DecideContext context = context_now();
    context.history = {days_ago(1, "x", row.answer), days_ago(11, "y", row.answer)};
    EXPECT_EQ(alone(candidate("a"), sample(), context, policy), "chosen");
    context.history.push_back(days_ago(9, "z", row.answer));
    EXPECT_EQ(alone(candidate("a"), sample(), context, policy), row.reasons);
  }
}

TEST(DecideOffer, ASubscriptionIsNeverOneClick) {  // U7
  Candidate plan = candidate("a");
  plan.selling_plan = "monthly";
  EXPECT_EQ(alone(plan), "consent_needed");
  DecideContext context = context_now();
  context.placement = Placement::AsksConsent;
  EXPECT_EQ(alone(plan, sample(), context), "chosen");
  Candidate warranty = candidate("a");
  warranty.needs_consent = true;
  EXPECT_EQ(alone(warranty), "consent_needed");
  EXPECT_EQ(alone(warranty, sample(), context), "chosen");
}

TEST(DecideOffer, MakesOneSubscriptionOfferAFlow) {  // U17
  std::vector<Candidate> candidates = {candidate("a"), candidate("b"), candidate("c", 1)};
  candidates[0].selling_plan = candidates[1].selling_plan = "monthly";
  OfferPolicy policy;
  policy.max_shown = 3;
  DecideContext context = context_now();
  context.placement = Placement::AsksConsent;
  EXPECT_EQ(table(decide_offer(sample(), candidates, policy, context)),
            "a: chosen | b: subscription_limit | c: chosen");
  context.history = {past("a", Answer::Accepted)};
  EXPECT_EQ(table(decide_offer(sample(), candidates, policy, context)),
            "a: already_accepted subscription_limit | b: subscription_limit | c: chosen");
}

TEST(DecideOffer, TurnsAOneTimePurchaseIntoASubscription) {  // U17
  DecideContext context = context_now();
  context.placement = Placement::AsksConsent;
  Order order = sample();
  Candidate upgrade = candidate("a");
  upgrade.product_id = order.lines[0].product_id;
  upgrade.selling_plan = "monthly";
  EXPECT_EQ(alone(upgrade, order, context), "in_order");
  upgrade.subscription_form = SubscriptionForm::Upgrade;
  EXPECT_EQ(alone(upgrade, order, context), "chosen");
  EXPECT_EQ(alone(upgrade, order), "consent_needed");
  Candidate other = upgrade;
  other.product_id = "not-bought";
  EXPECT_EQ(alone(other, order, context), "nothing_to_upgrade");
  order.lines[0].selling_plan = "weekly";
  EXPECT_EQ(alone(upgrade, order, context), "in_order nothing_to_upgrade");
  order.lines[0].selling_plan.clear();
  order.lines[0].quantity = 0;  // removed from the order
  EXPECT_EQ(alone(upgrade, order, context), "nothing_to_upgrade");
}

TEST(DecideOffer, AddsOnlyWhatTheWindowAllows) {  // U20
  DecideContext context = context_now();
  context.placement = Placement::AsksConsent;
  context.window.emplace().may_add_shipping = false;
  Candidate shipped = candidate("a");
  EXPECT_EQ(alone(shipped, sample(), context), "chosen");
  shipped.adds_shipping = true;
  EXPECT_EQ(alone(shipped, sample(), context), "operation_not_allowed");
  context.window->may_add_subscriptions = false;
  Candidate plan = candidate("a");
  plan.selling_plan = "monthly";
  EXPECT_EQ(alone(plan, sample(), context), "operation_not_allowed");
}

TEST(DecideOffer, GuessesFromWhatIsKnown) {  // E1
  struct Row {
    OfferTally tally;
    std::optional<int64_t> given;
    int64_t ppm;
  };
  const Row kRows[] = {
      {{0, 0}, {}, 30'000},           // nobody has seen it
      {{100, 0}, {}, 15'000},         // half as likely after a hundred in vain
      {{100, 100}, {}, 515'000},      // and carefully more likely
      {{900, 90}, {}, 93'000},        // what is seen outweighs the guess
      {{900, 90}, 250'000, 250'000},  // what comes with it is taken
      {{10, 20}, {}, 118'181},        // no more accepted than shown
      {{0, 0}, 2'000'000, 1'000'000},
  };
  for (const Row& row : kRows) {
    Candidate guessed = candidate("a");
    guessed.value = ValueInputs{row.given, 100, 0};
    guessed.tally = row.tally;
    EXPECT_EQ(accept_probability_ppm(guessed, sample(), kDefaultPriorPpm), row.ppm);
    EXPECT_EQ(decide_offer(sample(), {guessed}, {}, context_now()).verdicts[0].expected_value_micro,
              row.ppm * 100);
  }
}

// An offer of another seller.
Candidate link(std::string_view id, int64_t priority = 0) {
  Candidate made;
  made.offer_id = id;
  made.title = "Title";
  made.priority = priority;
  LinkTerms& terms = made.link.emplace();
  terms.to = {base::safe_url("https://other.example/"), "Other Ltd"};
  return made;
}

TEST(DecideOffer, ALinkComesAfterEveryOfferOfTheShopsOwn) {
  OfferPolicy policy;
  policy.ranking = Ranking::ByExpectedValue;
  Candidate dear = link("ad");
  dear.value = ValueInputs{1'000'000, 9999, 0};
  const auto both = [&](int64_t most) {
    policy.max_shown = most;
    return decide_offer(sample(), {dear, candidate("own", 9)}, policy, context_now());
  };
  EXPECT_EQ(table(both(1)), "ad: outranked | own: chosen");
  EXPECT_EQ(both(2).ranked, (std::vector<std::string>{"own", "ad"}));
  Candidate gone = candidate("own");
  gone.stock = 0;
  policy.max_shown = 1;
  EXPECT_EQ(table(decide_offer(sample(), {dear, gone}, policy, context_now())),
            "ad: chosen | own: out_of_stock");
}

TEST(DecideOffer, ALinkTakesNoPlaceForWhichAnOfferOfTheShopsOwnWaits) {
  OfferPolicy policy;
  policy.max_shown = 3;
  policy.max_accepted = 1;
  const Decision decision =
      decide_offer(sample(), {candidate("a"), candidate("b"), link("c")}, policy, context_now());
  EXPECT_EQ(table(decision), "a: chosen | b: outranked | c: outranked");
}

TEST(DecideOffer, ALinkIsAskedNothingThatOnlyAPurchaseNeeds) {
  Order order = sample();
  order.shipping_address = {};
  DecideContext context = context_now();
  context.payment_reuse = PaymentReuse::Redirect;
  context.window = ModificationWindow{};
  context.window->enabled = false;
  context.window->expires_at_ms = kNowMs - 1;
  context.window->may_add_lines = false;
  context.window->requires_reauthorization = true;
  context.window->max_additional_minor = 0;
  context.history = {past("bought", Answer::Accepted)};
  OfferPolicy policy;
  policy.max_accepted = 1;
  const Decision decision = decide_offer(order, {link("ad"), candidate("own")}, policy, context);
  EXPECT_EQ(decision.ranked, std::vector<std::string>{"ad"});
  EXPECT_EQ(table(decision),
            "ad: chosen | own: payment_redirect window_closed window_expired change_not_allowed "
            "reauthorization_needed accepted_limit no_address fact_unknown");
  EXPECT_EQ(reasons_text(decision.order_reasons),
            "payment_redirect window_closed window_expired change_not_allowed "
            "reauthorization_needed accepted_limit");
}

TEST(DecideOffer, ALinkIsHeldToEverythingElse) {
  const auto told = [](const Candidate& one, const std::vector<PastAnswer>& history = {},
                       const OfferPolicy& policy = {}) {
    DecideContext context = context_now();
    context.history = history;
    return alone(one, sample(), context, policy);
  };
  EXPECT_EQ(told(link("ad")), "chosen");
  EXPECT_EQ(told(link("ad"), {past("ad", Answer::Declined)}), "already_declined");
  EXPECT_EQ(told(link("ad"), {past("ad", Answer::Declined, AnswerScope::EarlierOrder)}), "chosen");
  Candidate shy = link("ad");
  shy.decline_memory = DeclineMemory::Forever;
  EXPECT_EQ(told(shy, {past("ad", Answer::Declined, AnswerScope::EarlierOrder)}),
            "already_declined");
  Candidate capped = link("ad");
  capped.caps = {{Answer::Shown, CapScope::Offer, 1, 7}};
  EXPECT_EQ(told(capped, {days_ago(1, "ad", Answer::Shown)}), "shown_cap");
  Candidate abroad = link("ad");
  abroad.countries = {"FR"};
  EXPECT_EQ(told(abroad), "other_country");
  Candidate ruled = link("ad");
  ruled.rules.any = {{{{RuleFact::Product, RuleOp::AnyOf, {"tea"}, {}, {}}}}};
  EXPECT_EQ(told(ruled), "rules_not_met");
  Candidate poor = link("ad");
  poor.value = ValueInputs{10'000, 100, 2};
  OfferPolicy policy;
  policy.reserve_minor = 1;
  EXPECT_EQ(told(poor, {}, policy), "below_reserve");
  policy = {};
  policy.max_declined = 1;
  EXPECT_EQ(told(link("ad"), {past("other", Answer::Declined)}, policy), "declined_limit");
  Order pending = sample();
  pending.payment_status = PaymentStatus::Pending;
  EXPECT_EQ(alone(link("ad"), pending), "order_unpaid");
}

TEST(DecideOffer, ALinkIsDueWhereverTheFunnelStands) {
  const OfferPolicy policy = with_funnel();
  Candidate first = candidate("first");
  first.node = kUp1;
  Candidate last = candidate("last");
  last.node = kUp2;
  DecideContext context = context_now();
  const auto now = [&] {
    return decide_offer(sample(), {first, last, link("ad")}, policy, context);
  };
  EXPECT_EQ(now().ranked, std::vector<std::string>{"first"});
  context.history = {past("first", Answer::Accepted)};
  EXPECT_EQ(now().ranked, std::vector<std::string>{"last"});
  context.history.push_back(past("last", Answer::Declined));
  EXPECT_EQ(now().ranked, std::vector<std::string>{"ad"});
}

TEST(DecideOffer, RefusesBothOfTwoWithOneId) {
  const Decision decision = decide_offer(
      sample(), {candidate("a", 1), candidate("b"), candidate("a", 2)}, {}, context_now());
  EXPECT_EQ(table(decision), "a: duplicate_id | a: duplicate_id | b: chosen");
}

TEST(DecideOffer, GivesEveryReasonNotOnlyTheFirst) {
  Candidate bad = candidate("a");
  bad.product_id = "pot";
  bad.stock = 0;
  bad.countries = {"FR"};
  Order test = sample();
  test.test = true;
  EXPECT_EQ(alone(bad, test), "order_test in_order out_of_stock other_country");
}

TEST(DecideOffer, EveryReasonHasANameOfItsOwn) {
  std::set<std::string_view> names;
  int count = 0;
#define X(name, text)                                          \
  EXPECT_EQ(decision_reason_name(DecisionReason::name), text); \
  names.insert(text);                                          \
  ++count;
  POSTLUDE_DECISION_REASONS(X)
#undef X
  EXPECT_EQ(names.size(), static_cast<size_t>(count));
}

// --- properties -------------------------------------------------------------------------------

template <class T>
std::vector<T> shuffled(std::vector<T> values) {
  for (size_t i = values.size(); i > 1; --i) {
    std::swap(values[i - 1], values[*rc::gen::inRange<size_t>(0, i)]);
  }
  return values;
}

std::string some_id() { return *rc::gen::element<std::string>("a", "b", "c", "d", "e", "f"); }

// A graph without cycles: every edge leads to a later node, or out.
Funnel some_funnel() {
  Funnel funnel;
  const int count = *rc::gen::inRange(0, 6);
  funnel.max_depth = *rc::gen::inRange<int64_t>(1, 6);
  for (int i = 0; i < count; ++i) {
    FunnelNode& node = funnel.nodes.emplace_back();
    node.id = "n" + std::to_string(i);
    for (int& target : node.to) {
      target = *rc::gen::inRange(i, count);
      if (target == i) target = kFunnelEnd;
    }
    if (*rc::gen::arbitrary<bool>()) {
      node.to[static_cast<size_t>(FunnelEdge::PaymentFailed)] = kFunnelRetry;
    }
  }
  return funnel;
}

Cap some_cap() {
  return {
      *rc::gen::element(Answer::Accepted, Answer::Declined, Answer::PaymentFailed, Answer::Shown),
      *rc::gen::element(CapScope::Offer, CapScope::Product, CapScope::Group, CapScope::Category,
                        CapScope::All),
      *rc::gen::inRange<int64_t>(1, 3), *rc::gen::inRange<int64_t>(1, 9)};
}

template <class T>
std::vector<T> some(T (*one)(), size_t most) {
  std::vector<T> out;
  const size_t count = *rc::gen::inRange<size_t>(0, most + 1);
  while (out.size() < count) out.push_back(one());
  return out;
}

Candidate some_candidate() {
  Candidate made = candidate(some_id(), *rc::gen::inRange<int64_t>(0, 3));
  made.product_id = *rc::gen::element<std::string>("p1", "p2", "p3", "p4", "pot", "");
  made.node = *rc::gen::inRange(-1, 6);
  made.after_decline = *rc::gen::element(AfterDecline::MoveOn, AfterDecline::ShowAnother);
  made.group = *rc::gen::element<std::string>("", "g", "h");
  if (*rc::gen::arbitrary<bool>()) made.categories = {"d", "c"};
  made.caps = some(&some_cap, 2);
  if (*rc::gen::inRange(0, 4) == 0) made.selling_plan = "monthly";
  made.decline_memory = *rc::gen::element(DeclineMemory::ThisOrder, DeclineMemory::Forever);
  if (*rc::gen::arbitrary<bool>()) made.stock = *rc::gen::inRange<int64_t>(0, 3);
  if (*rc::gen::arbitrary<bool>()) {
    made.value = ValueInputs{*rc::gen::inRange<int64_t>(0, 1'000'001),
                             *rc::gen::inRange<int64_t>(-100, 1'000), 10};
  }
  if (*rc::gen::arbitrary<bool>()) made.countries = {"FR", "DE"};
  if (*rc::gen::arbitrary<bool>()) {
    made.rules.any = {{{{RuleFact::Tag, RuleOp::AllOf, {"x", "y"}, {}, {}}}}};
  }
  return made;
}

PastAnswer some_answer() {
  PastAnswer made = past(
      some_id(),
      *rc::gen::element(Answer::Accepted, Answer::Declined, Answer::PaymentFailed, Answer::Shown),
      *rc::gen::element(AnswerScope::ThisOrder, AnswerScope::EarlierOrder));
  made.product_id = *rc::gen::element<std::string>("p1", "p2", "");
  if (*rc::gen::arbitrary<bool>()) made.at_ms = kNowMs - *rc::gen::inRange<int64_t>(0, 9) * kDayMs;
  return made;
}

OfferPolicy some_policy() {
  OfferPolicy policy;
  policy.max_shown = *rc::gen::inRange<int64_t>(0, 4);
  policy.max_accepted = *rc::gen::inRange<int64_t>(1, 5);
  policy.max_declined = *rc::gen::inRange<int64_t>(1, 5);
  policy.max_payment_failed = *rc::gen::inRange<int64_t>(1, 5);
  policy.ranking = *rc::gen::element(Ranking::ByPriority, Ranking::ByExpectedValue);
  policy.caps = some(&some_cap, 3);
  policy.funnel = some_funnel();
  return policy;
}

RC_GTEST_PROP(DecideOffer, DoesNotDependOnTheOrderOfAnything, ()) {
  const auto candidates = some(&some_candidate, 8);
  const OfferPolicy policy = some_policy();
  DecideContext context = context_now();
  context.history = some(&some_answer, 4);
  context.placement = Placement::AsksConsent;
  Order order = sample();
  order.lines[0].tags = {"x", "z"};
  order.lines[1].tags = {"y"};
  const std::string wanted = explain_json(decide_offer(order, candidates, policy, context));
  DecideContext other_context = context;
  other_context.history = shuffled(context.history);
  Order other_order = order;
  other_order.lines = shuffled(order.lines);
  other_order.lines[0].tags = shuffled(other_order.lines[0].tags);
  OfferPolicy other_policy = policy;
  other_policy.caps = shuffled(policy.caps);
  RC_ASSERT(explain_json(decide_offer(other_order, shuffled(candidates), other_policy,
                                      other_context)) == wanted);
}

Condition some_condition() {
  Condition made;
  made.fact = static_cast<RuleFact>(*rc::gen::inRange(0, static_cast<int>(kRuleFacts)));
  if (rule_fact_type(made.fact) == FactType::Text) {
    made.op = *rc::gen::element(RuleOp::AnyOf, RuleOp::NoneOf, RuleOp::AllOf);
    const size_t count = *rc::gen::inRange<size_t>(1, 4);
    while (made.texts.size() < count) {
      made.texts.push_back(*rc::gen::element<std::string>("x", "Y", "y", "z", "DE", "p1", "EUR"));
    }
  } else {
    made.op = *rc::gen::element(RuleOp::AnyOf, RuleOp::NoneOf, RuleOp::AtLeast, RuleOp::AtMost);
    made.numbers = {*rc::gen::inRange<int64_t>(0, 5)};
    made.currency = *base::parse_currency(*rc::gen::element<std::string>("EUR", "USD"));
  }
  return made;
}

RuleGroup some_group() { return {some(&some_condition, 4)}; }

RC_GTEST_PROP(DecidePrepared, SaysWhatDecideOfferSays, ()) {
  auto candidates = some(&some_candidate, 8);
  for (Candidate& one : candidates) one.rules.any = some(&some_group, 3);
  const OfferPolicy policy = some_policy();
  DecideContext context = context_now();
  context.history = some(&some_answer, 4);
  Order order = sample();
  order.lines[0].tags = {"x", "z"};
  order.lines[1].tags = {"Y"};
  if (*rc::gen::arbitrary<bool>()) order.shipping_address.country.clear();  // not known
  const PreparedCandidates prepared(candidates);
  const Decision whole = decide_offer(order, candidates, policy, context);
  const auto ready = [&](Telling telling) {
    return decide_prepared(order, prepared, policy, context, telling);
  };
  RC_ASSERT(explain_json(ready(Telling::Everything)) == explain_json(whole));
  const Decision brief = ready(Telling::OfferedOnly);
  RC_ASSERT(brief.ranked == whole.ranked);
  RC_ASSERT(brief.order_reasons == whole.order_reasons);
  RC_ASSERT(brief.node == whole.node);
  RC_ASSERT(brief.verdicts.empty());
}

// Whatever the shopper and the bank answer, and in whatever order, there comes a page without an
// offer; and every page on the way follows from the answers alone.
RC_GTEST_PROP(DecideOffer, TheFunnelAlwaysEnds, ()) {
  const auto candidates = some(&some_candidate, 8);
  const OfferPolicy policy = some_policy();
  DecideContext context = context_now();
  context.placement = Placement::AsksConsent;
  context.history = some(&some_answer, 3);
  int64_t accepted = 0;
  int64_t failed = 0;
  size_t shown = 0;
  while (true) {
    const Decision decision = decide_offer(sample(), candidates, policy, context);
    if (decision.ranked.empty()) break;
    DecideContext again = context;
    again.history = shuffled(context.history);
    RC_ASSERT(decide_offer(sample(), candidates, policy, again).ranked == decision.ranked);
    RC_ASSERT(++shown <= candidates.size() + static_cast<size_t>(policy.max_payment_failed));
    const auto offered =
        std::find_if(candidates.begin(), candidates.end(),
                     [&](const Candidate& one) { return one.offer_id == decision.ranked.front(); });
    PastAnswer answer =
        past(offered->offer_id,
             *rc::gen::element(Answer::Accepted, Answer::Declined, Answer::PaymentFailed));
    accepted += answer.answer == Answer::Accepted ? 1 : 0;
    failed += answer.answer == Answer::PaymentFailed ? 1 : 0;
    answer.product_id = offered->product_id;
    context.history.push_back(past(offered->offer_id, Answer::Shown));
    context.history.push_back(answer);
  }
  RC_ASSERT(accepted <= policy.max_accepted);
  RC_ASSERT(failed <= policy.max_payment_failed);
}

// A graph of anything at all is walked to an end.
RC_GTEST_PROP(Funnel, IsWalkedToAnEndWhateverItsEdgesAre, ()) {
  Funnel funnel;
  const int count = *rc::gen::inRange(1, 8);
  std::vector<NodeFacts> facts(static_cast<size_t>(count));
  for (int i = 0; i < count; ++i) {
    FunnelNode& node = funnel.nodes.emplace_back();
    for (int& target : node.to) target = *rc::gen::inRange(kFunnelEnd, count);
    facts[static_cast<size_t>(i)] = {
        *rc::gen::element(NodeAnswer::None, NodeAnswer::ShowAnother, NodeAnswer::PaymentFailed,
                          NodeAnswer::Declined, NodeAnswer::Accepted),
        *rc::gen::arbitrary<bool>()};
  }
  const FunnelPlace place = walk_funnel(funnel, facts);
  // Not by `||`: the macro looks at both sides of it.
  if (place.due != kFunnelEnd) RC_ASSERT(facts[static_cast<size_t>(place.due)].can_fill);
}

RC_GTEST_PROP(DecideOffer, JudgesEveryCandidateOnceAndRanksOnlyTheChosen, ()) {
  const auto candidates = some(&some_candidate, 8);
  const OfferPolicy policy = some_policy();
  DecideContext context = context_now();
  context.history = some(&some_answer, 4);
  const Decision decision = decide_offer(sample(), candidates, policy, context);
  RC_ASSERT(decision.verdicts.size() == candidates.size());
  size_t chosen = 0;
  for (const Verdict& verdict : decision.verdicts) {
    RC_ASSERT(!verdict.reasons.empty());
    RC_ASSERT(std::is_sorted(verdict.reasons.begin(), verdict.reasons.end()));
    const bool is_chosen = verdict.reasons[0] == DecisionReason::Chosen;
    RC_ASSERT(!is_chosen || verdict.reasons.size() == 1u);
    const auto found = std::find(decision.ranked.begin(), decision.ranked.end(), verdict.offer_id);
    RC_ASSERT((found != decision.ranked.end()) == is_chosen);
    chosen += is_chosen ? 1 : 0;
  }
  RC_ASSERT(chosen == decision.ranked.size());
  RC_ASSERT(static_cast<int64_t>(chosen) <= policy.max_shown);
}

}  // namespace
}  // namespace postlude::offer
