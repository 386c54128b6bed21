#include <gtest/gtest.h>

#include "core/offer/parse_offers_config.h"

namespace postlude::offer {
namespace {

constexpr std::string_view kFull = R"({"version":1,
"policy":{"enabled":true,"max_accepted":2,"max_declined":4,"max_shown":3,"reserve_minor":25,
  "ranking":"expected_value","test_orders":"allow"},
"offers":[{"id":"o1","product_id":"p1","sku":"S","title":"Filters","categories":["coffee"],
  "priority":7,"quantity":2,"stock":5,"requires_shipping":false,
  "rules":[[{"fact":"category","any_of":["coffee"]},
            {"fact":"subtotal_minor","at_least":2000,"currency":"EUR"}],
           [{"fact":"weekday","none_of":[0,6]}]],
  "countries":["DE"],"currencies":["EUR"],"total_minor":990,"currency":"EUR",
  "step":{"level":2,"kind":"downsell"},"decline_memory":"forever",
  "value":{"probability_ppm":50000,"margin_minor":400,"cost_minor":1},
  "reason":"refill","reason_product_id":"pot"}]})";

base::Result<OffersConfig> parse(std::string_view json) {
  const auto document = base::parse_json(json);
  return document.ok() ? parse_offers_config(document.value().root()) : document.error();
}

template <class T>
std::string outcome_of(const base::Result<T>& result) {
  if (result.ok()) return "ok";
  return std::string(base::error_name(result.error().code)) + " " + result.error().pointer;
}

std::string outcome(std::string_view json) { return outcome_of(parse(json)); }

// One offer with one more member.
std::string offer_with(std::string_view member) {
  return R"({"version":1,"offers":[{"id":"o1","product_id":"p","title":"T",)" +
         std::string(member) + "}]}";
}

TEST(OffersConfig, ReadsEveryMember) {
  const auto parsed = parse(kFull);
  ASSERT_EQ(outcome_of(parsed), "ok");
  const OfferPolicy& policy = parsed.value().policy;
  EXPECT_EQ(policy.max_accepted, 2);
  EXPECT_EQ(policy.max_declined, 4);
  EXPECT_EQ(policy.max_shown, 3);
  EXPECT_EQ(policy.reserve_minor, 25);
  EXPECT_EQ(policy.ranking, Ranking::ByExpectedValue);
  EXPECT_EQ(policy.test_orders, TestOrders::Allow);
  const Candidate& offer = parsed.value().candidates.at(0);
  EXPECT_EQ(offer.offer_id, "o1");
  EXPECT_EQ(offer.product_id, "p1");
  EXPECT_EQ(offer.sku, "S");
  EXPECT_EQ(offer.title, "Filters");
  EXPECT_EQ(offer.categories, std::vector<std::string>{"coffee"});
  EXPECT_EQ(offer.priority, 7);
  EXPECT_EQ(offer.quantity, 2);
  EXPECT_EQ(offer.stock, 5);
  EXPECT_FALSE(offer.requires_shipping);
  EXPECT_EQ(offer.countries, std::vector<std::string>{"DE"});
  EXPECT_EQ(offer.currencies, std::vector{*base::parse_currency("EUR")});
  EXPECT_EQ(offer.total, (base::Money{990, *base::parse_currency("EUR")}));
  EXPECT_EQ(offer.step, (FunnelStep{2, StepKind::Downsell}));
  EXPECT_EQ(offer.decline_memory, DeclineMemory::Forever);
  ASSERT_TRUE(offer.value);
  EXPECT_EQ(offer.value->probability_ppm, 50'000);
  EXPECT_EQ(offer.value->margin_minor, 400);
  EXPECT_EQ(offer.value->cost_minor, 1);
  EXPECT_EQ(offer.reason, OfferReason::Refill);
  EXPECT_EQ(offer.reason_product_id, "pot");
}

TEST(OffersConfig, ReadsTheRules) {
  const Rules rules = parse(kFull).value().candidates[0].rules;
  ASSERT_EQ(rules.any.size(), 2u);
  ASSERT_EQ(rules.any[0].all.size(), 2u);
  const Condition& category = rules.any[0].all[0];
  EXPECT_EQ(category.fact, RuleFact::Category);
  EXPECT_EQ(category.op, RuleOp::AnyOf);
  EXPECT_EQ(category.texts, std::vector<std::string>{"coffee"});
  const Condition& subtotal = rules.any[0].all[1];
  EXPECT_EQ(subtotal.op, RuleOp::AtLeast);
  EXPECT_EQ(subtotal.numbers, std::vector<int64_t>{2000});
  EXPECT_EQ(subtotal.currency, *base::parse_currency("EUR"));
  EXPECT_EQ(rules.any[1].all[0].numbers, (std::vector<int64_t>{0, 6}));
}

TEST(OffersConfig, LeavesTheRestAtItsDefault) {
  const auto parsed = parse(R"({"version":1,"offers":[{"id":1,"product_id":2,"title":"T"}]})");
  ASSERT_EQ(outcome_of(parsed), "ok");
  const Candidate& offer = parsed.value().candidates[0];
  EXPECT_EQ(offer.offer_id, "1");
  EXPECT_EQ(offer.quantity, 1);
  EXPECT_FALSE(offer.stock);
  EXPECT_TRUE(offer.requires_shipping);
  EXPECT_TRUE(offer.rules.any.empty());
  EXPECT_FALSE(offer.value);
  EXPECT_EQ(offer.reason, OfferReason::MerchantPick);
  EXPECT_TRUE(parsed.value().policy.enabled);
  EXPECT_EQ(parsed.value().policy.max_shown, 1);
}

TEST(OffersConfig, NamesTheWrongFieldOfTheDocument) {
  struct Row {
    std::string_view json;
    std::string_view outcome;
  };
  constexpr Row kRows[] = {
      {"[]", "wrong_type "},
      {"{}", "missing_field /version"},
      {R"({"version":2,"offers":[]})", "unknown_version /version"},
      {R"({"version":"1","offers":[]})", "wrong_type /version"},
      {R"({"version":1})", "missing_field /offers"},
      {R"({"version":1,"offers":{}})", "wrong_type /offers"},
      {R"({"version":1,"offers":[7]})", "wrong_type /offers/0"},
      {R"({"version":1,"offers":[],"ofers":[]})", "bad_value /ofers"},
      {R"({"version":1,"offers":[],"policy":[]})", "wrong_type /policy"},
      {R"({"version":1,"offers":[],"policy":{"enabled":1}})", "wrong_type /policy/enabled"},
      {R"({"version":1,"offers":[],"policy":{"max_show":1}})", "bad_value /policy/max_show"},
      {R"({"version":1,"offers":[],"policy":{"max_shown":-1}})", "bad_value /policy/max_shown"},
      {R"({"version":1,"offers":[],"policy":{"ranking":"luck"}})", "bad_value /policy/ranking"},
      {R"({"version":1,"offers":[],"policy":{"ranking":""}})", "bad_value /policy/ranking"},
      {R"({"version":1,"offers":[{"product_id":"p","title":"T"}]})", "missing_field /offers/0/id"},
      {R"({"version":1,"offers":[{"id":"o","title":"T"}]})", "missing_field /offers/0/product_id"},
      {R"({"version":1,"offers":[{"id":"o","product_id":"p"}]})", "missing_field /offers/0/title"},
      {R"({"version":1,"offers":[{"id":"o","product_id":"p","title":"T"},)"
       R"({"id":"o","product_id":"p","title":"T"}]})",
       "bad_value /offers/1/id"},
  };
  for (const Row& row : kRows) EXPECT_EQ(outcome(row.json), row.outcome) << row.json;
}

TEST(OffersConfig, NamesTheWrongFieldOfAnOffer) {
  struct Row {
    std::string_view member;
    std::string_view outcome;  // below /offers/0
  };
  constexpr Row kRows[] = {
      {R"("stok":5)", "bad_value /stok"},
      {R"("stock":-1)", "bad_value /stock"},
      {R"("stock":1.5)", "bad_value /stock"},
      {R"("stock":"5")", "wrong_type /stock"},
      {R"("priority":-1)", "bad_value /priority"},
      {R"("quantity":0)", "bad_value /quantity"},
      {R"("requires_shipping":"no")", "wrong_type /requires_shipping"},
      {R"("categories":"coffee")", "wrong_type /categories"},
      {R"("categories":[7])", "wrong_type /categories/0"},
      {R"("categories":["a",""])", "bad_value /categories/1"},
      {R"("currencies":["EURO"])", "bad_money /currencies/0"},
      {R"("currency":"EUR")", "missing_field /total_minor"},
      {R"("total_minor":5)", "missing_field /currency"},
      {R"("total_minor":-5,"currency":"EUR")", "bad_money /total_minor"},
      {R"("step":{"level":6})", "bad_value /step/level"},
      {R"("step":{"level":1,"kind":"sidesell"})", "bad_value /step/kind"},
      {R"("step":{"lvl":1})", "bad_value /step/lvl"},
      {R"("decline_memory":"never")", "bad_value /decline_memory"},
      {R"("value":{"margin_minor":1})", "missing_field /value/probability_ppm"},
      {R"("value":{"probability_ppm":1})", "missing_field /value/margin_minor"},
      {R"("value":{"probability_ppm":1000001,"margin_minor":1})",
       "bad_value /value/probability_ppm"},
      {R"("value":{"probability_ppm":1,"margin_minor":9000000000000})",
       "bad_value /value/margin_minor"},
      {R"("reason":"because")", "bad_value /reason"},
      {R"("rules":{})", "wrong_type /rules"},
      {R"("rules":[{}])", "wrong_type /rules/0"},
      {R"("rules":[[]])", "bad_value /rules/0"},
      {R"("rules":[[7]])", "wrong_type /rules/0/0"},
      {R"("rules":[[{}]])", "missing_field /rules/0/0/fact"},
      {R"("rules":[[{"fact":"colour","any_of":["red"]}]])", "bad_value /rules/0/0/fact"},
      {R"("rules":[[{"fact":"tag"}]])", "missing_field /rules/0/0"},
      {R"("rules":[[{"fact":"tag","any":["x"]}]])", "bad_value /rules/0/0/any"},
      {R"("rules":[[{"fact":"tag","any_of":[]}]])", "bad_value /rules/0/0/any_of"},
      {R"("rules":[[{"fact":"tag","any_of":"x"}]])", "wrong_type /rules/0/0/any_of"},
      {R"("rules":[[{"fact":"tag","any_of":[7]}]])", "wrong_type /rules/0/0/any_of/0"},
      {R"("rules":[[{"fact":"tag","at_least":7}]])", "bad_value /rules/0/0/at_least"},
      {R"("rules":[[{"fact":"hour","all_of":[7]}]])", "bad_value /rules/0/0/all_of"},
      {R"("rules":[[{"fact":"hour","at_least":[7]}]])", "wrong_type /rules/0/0/at_least"},
      {R"("rules":[[{"fact":"hour","any_of":["7"]}]])", "wrong_type /rules/0/0/any_of/0"},
      {R"("rules":[[{"fact":"hour","any_of":[7],"none_of":[8]}]])", "bad_value /rules/0/0/none_of"},
      {R"("rules":[[{"fact":"subtotal_minor","at_least":7}]])",
       "missing_field /rules/0/0/currency"},
      {R"("rules":[[{"fact":"hour","at_least":7,"currency":"EUR"}]])",
       "bad_value /rules/0/0/currency"},
      {R"("rules":[[{"fact":"tag","any_of":["x"]}],[{"fact":"tag"}]])", "missing_field /rules/1/0"},
  };
  for (const Row& row : kRows) {
    std::string wanted(row.outcome);
    wanted.insert(wanted.find('/'), "/offers/0");
    EXPECT_EQ(outcome(offer_with(row.member)), wanted) << row.member;
  }
}

TEST(OffersConfig, EveryTruncationIsRefused) {
  for (size_t size = 0; size < kFull.size(); ++size) {
    EXPECT_NE(outcome(kFull.substr(0, size)), "ok") << size;
  }
}

base::Result<DecideContext> context(std::string_view json) {
  const auto document = base::parse_json(json);
  return document.ok() ? parse_decide_context(document.value().root()) : document.error();
}

TEST(OffersConfig, ReadsTheContextOfADecision) {
  const auto parsed = context(R"({"now_ms":1790000000000,"shop_offset_minutes":-300,
    "payment_reuse":"no","window":{"enabled":false,"expires_at_ms":5,"may_add_lines":false,
    "requires_reauthorization":true,"max_additional_minor":900},
    "history":[{"offer_id":"o1","product_id":"p1","answer":"declined","scope":"earlier_order",
    "step":{"level":1,"kind":"downsell"}}]})");
  ASSERT_EQ(outcome_of(parsed), "ok");
  EXPECT_EQ(parsed.value().now_ms, 1'790'000'000'000);
  EXPECT_EQ(parsed.value().shop_offset_minutes, -300);
  EXPECT_EQ(parsed.value().payment_reuse, PaymentReuse::No);
  ASSERT_TRUE(parsed.value().window);
  EXPECT_FALSE(parsed.value().window->enabled);
  EXPECT_EQ(parsed.value().window->expires_at_ms, 5);
  EXPECT_FALSE(parsed.value().window->may_add_lines);
  EXPECT_TRUE(parsed.value().window->requires_reauthorization);
  EXPECT_EQ(parsed.value().window->max_additional_minor, 900);
  const PastAnswer& answer = parsed.value().history.at(0);
  EXPECT_EQ(answer.offer_id, "o1");
  EXPECT_EQ(answer.answer, Answer::Declined);
  EXPECT_EQ(answer.scope, AnswerScope::EarlierOrder);
  EXPECT_EQ(answer.step, (FunnelStep{1, StepKind::Downsell}));
}

TEST(OffersConfig, NamesTheWrongFieldOfAContext) {
  struct Row {
    std::string_view json;
    std::string_view outcome;
  };
  constexpr Row kRows[] = {
      {"7", "wrong_type "},
      {"{}", "missing_field /now_ms"},
      {R"({"now_ms":-1})", "bad_value /now_ms"},
      {R"({"now_ms":9223372036854775807})", "bad_value /now_ms"},
      {R"({"now_ms":1,"now":1})", "bad_value /now"},
      {R"({"now_ms":1,"shop_offset_minutes":900})", "bad_value /shop_offset_minutes"},
      {R"({"now_ms":1,"payment_reuse":"perhaps"})", "bad_value /payment_reuse"},
      {R"({"now_ms":1,"window":[]})", "wrong_type /window"},
      {R"({"now_ms":1,"window":{"open":true}})", "bad_value /window/open"},
      {R"({"now_ms":1,"history":[7]})", "wrong_type /history/0"},
      {R"({"now_ms":1,"history":[{"answer":"accepted"}]})", "missing_field /history/0/offer_id"},
      {R"({"now_ms":1,"history":[{"offer_id":"o"}]})", "missing_field /history/0/answer"},
      {R"({"now_ms":1,"history":[{"offer_id":"o","answer":"maybe"}]})",
       "bad_value /history/0/answer"},
  };
  for (const Row& row : kRows) EXPECT_EQ(outcome_of(context(row.json)), row.outcome) << row.json;
}

}  // namespace
}  // namespace postlude::offer
