#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <iterator>
#include <string>
#include <vector>

#include "core/offer/parse_offers_config.h"

namespace postlude::offer {
namespace {

constexpr std::string_view kFull = R"({"version":1,
"policy":{"enabled":true,"max_accepted":2,"max_declined":4,"max_payment_failed":3,"max_shown":3,
  "open_minutes":30,"reserve_minor":25,"prior_ppm":20000,"ranking":"expected_value",
  "test_orders":"allow","caps":[{"count":"declined","of":"all","at_most":4,"in_days":30}]},
"funnel":{"start":"first","max_depth":4,"nodes":[
  {"id":"last","payment_failed":"end"},
  {"id":"smaller","accept":"last","decline":"last","skip":"end"},
  {"id":"first","accept":"last","decline":"smaller","payment_failed":"smaller"}]},
"offers":[{"id":"o1","product_id":"p1","sku":"S","title":"Filters","categories":["coffee"],
  "priority":7,"quantity":2,"stock":5,"requires_shipping":false,
  "rules":[[{"fact":"category","any_of":["coffee"]},
            {"fact":"subtotal_minor","at_least":2000,"currency":"EUR"}],
           [{"fact":"weekday","none_of":[0,6]}]],
  "countries":["DE"],"currencies":["EUR"],"total_minor":990,"currency":"EUR",
  "node":"smaller","decline_memory":"forever","after_decline":"show_another","group":"filters",
  "caps":[{"count":"shown","of":"group","at_most":1,"in_days":7}],
  "selling_plan":"monthly","consent":true,"subscription":"upgrade",
  "renewal":{"every":2,"unit":"week","total_minor":1490,"currency":"EUR"},"adds_shipping":true,"tally":{"shown":9,"accepted":2},
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
  EXPECT_EQ(policy.max_payment_failed, 3);
  EXPECT_EQ(policy.open_minutes, 30);
  EXPECT_EQ(policy.prior_ppm, 20'000);
  ASSERT_EQ(policy.caps.size(), 1u);
  EXPECT_EQ(policy.caps[0].answer, Answer::Declined);
  EXPECT_EQ(policy.caps[0].scope, CapScope::All);
  EXPECT_EQ(policy.caps[0].most, 4);
  EXPECT_EQ(policy.caps[0].days, 30);
  EXPECT_EQ(offer.node, 1);
  EXPECT_EQ(offer.after_decline, AfterDecline::ShowAnother);
  EXPECT_EQ(offer.group, "filters");
  ASSERT_EQ(offer.caps.size(), 1u);
  EXPECT_EQ(offer.caps[0].answer, Answer::Shown);
  EXPECT_EQ(offer.caps[0].scope, CapScope::Group);
  EXPECT_EQ(offer.selling_plan, "monthly");
  EXPECT_TRUE(offer.needs_consent);
  EXPECT_EQ(offer.subscription_form, SubscriptionForm::Upgrade);
  ASSERT_TRUE(offer.renewal);
  EXPECT_EQ(offer.renewal->every, 2);
  EXPECT_EQ(offer.renewal->unit, RenewalUnit::Week);
  ASSERT_TRUE(offer.renewal->total);
  EXPECT_EQ(offer.renewal->total->minor, 1490);
  EXPECT_TRUE(offer.adds_shipping);
  EXPECT_EQ(offer.tally.shown, 9);
  EXPECT_EQ(offer.tally.accepted, 2);
  EXPECT_EQ(offer.decline_memory, DeclineMemory::Forever);
  ASSERT_TRUE(offer.value);
  EXPECT_EQ(offer.value->probability_ppm, 50'000);
  EXPECT_EQ(offer.value->margin_minor, 400);
  EXPECT_EQ(offer.value->cost_minor, 1);
  EXPECT_EQ(offer.reason, OfferReason::Refill);
  EXPECT_EQ(offer.reason_product_id, "pot");
}

TEST(OffersConfig, ReadsTheFunnel) {  // U2, U4
  const Funnel funnel = parse(kFull).value().policy.funnel;
  constexpr int kLast = 0;
  constexpr int kSmaller = 1;
  ASSERT_EQ(funnel.nodes.size(), 3u);
  EXPECT_EQ(funnel.start, 2);
  EXPECT_EQ(funnel.max_depth, 4);
  const auto edges = [&](size_t node) {
    return std::vector<int>(std::begin(funnel.nodes[node].to), std::end(funnel.nodes[node].to));
  };
  EXPECT_EQ(edges(2), (std::vector<int>{kLast, kSmaller, kSmaller, kLast}));
  EXPECT_EQ(edges(1), (std::vector<int>{kLast, kLast, kFunnelRetry, kFunnelEnd}));
  EXPECT_EQ(edges(0), (std::vector<int>{kFunnelEnd, kFunnelEnd, kFunnelEnd, kFunnelEnd}));
}

std::string funnel_outcome(std::string_view funnel) {
  return outcome(R"({"version":1,"offers":[],"funnel":)" + std::string(funnel) + "}");
}

TEST(OffersConfig, NamesTheWrongPlaceOfAFunnel) {
  struct Row {
    std::string_view funnel;
    std::string_view outcome;
  };
  constexpr Row kRows[] = {
      {R"(null)", "ok"},
      {R"([])", "wrong_type /funnel"},
      {R"({})", "missing_field /funnel/nodes"},
      {R"({"nodes":[]})", "bad_value /funnel/nodes"},
      {R"({"nodes":[7]})", "wrong_type /funnel/nodes/0"},
      {R"({"nodes":[{}]})", "missing_field /funnel/nodes/0/id"},
      {R"({"nodes":[{"id":"end"}]})", "bad_value /funnel/nodes/0/id"},
      {R"({"nodes":[{"id":"retry"}]})", "bad_value /funnel/nodes/0/id"},
      {R"({"nodes":[{"id":"a"},{"id":"a"}]})", "bad_value /funnel/nodes/1/id"},
      {R"({"nodes":[{"id":"a","acept":"end"}]})", "bad_value /funnel/nodes/0/acept"},
      {R"({"nodes":[{"id":"a","accept":"b"}]})", "bad_value /funnel/nodes/0/accept"},
      {R"({"nodes":[{"id":"a","accept":""}]})", "bad_value /funnel/nodes/0/accept"},
      {R"({"nodes":[{"id":"a","accept":"retry"}]})", "bad_value /funnel/nodes/0/accept"},
      {R"({"nodes":[{"id":"a","payment_failed":"retry"}]})", "ok"},
      {R"({"nodes":[{"id":"a","skip":true}]})", "wrong_type /funnel/nodes/0/skip"},
      {R"({"start":"b","nodes":[{"id":"a"}]})", "bad_value /funnel/start"},
      {R"({"max_depth":0,"nodes":[{"id":"a"}]})", "bad_value /funnel/max_depth"},
      {R"({"max_depth":11,"nodes":[{"id":"a"}]})", "bad_value /funnel/max_depth"},
      {R"({"nodes":[{"id":"a","decline":"a"}]})", "bad_value /funnel/nodes/0/decline"},
      {R"({"nodes":[{"id":"a","accept":"b"},{"id":"b","decline":"c"},
          {"id":"c","payment_failed":"a"}]})",
       "bad_value /funnel/nodes/2/payment_failed"},
      {R"({"nodes":[{"id":"a"},{"id":"b","skip":"c"},{"id":"c","accept":"b"}]})",
       "bad_value /funnel/nodes/2/accept"},
  };
  for (const Row& row : kRows) EXPECT_EQ(funnel_outcome(row.funnel), row.outcome) << row.funnel;
}

std::string chain(int length) {
  std::string nodes;
  for (int i = 0; i < length; ++i) {
    if (i > 0) nodes += ',';
    const std::string next = i + 1 < length ? "n" + std::to_string(i + 1) : "end";
    nodes += R"({"id":"n)" + std::to_string(i) + R"(","accept":")" + next + R"("})";
  }
  return R"({"nodes":[)" + nodes + "]}";
}

TEST(OffersConfig, AWayThroughTheFunnelHasTenStepsAtMost) {  // U3
  EXPECT_EQ(funnel_outcome(chain(10)), "ok");
  EXPECT_EQ(funnel_outcome(chain(11)), "bad_value /funnel/nodes");
}

// Whatever graph is written: it is read without a cycle, or refused at one of its nodes.
RC_GTEST_PROP(OffersConfig, NoFunnelThatIsReadHasACycle, ()) {
  const int count = *rc::gen::inRange(1, 8);
  std::string nodes;
  const auto target = [&] {
    const int node = *rc::gen::inRange(-1, count);
    return node < 0 ? std::string("end") : "n" + std::to_string(node);
  };
  for (int i = 0; i < count; ++i) {
    nodes += (i > 0 ? R"(,{"id":"n)" : R"({"id":"n)") + std::to_string(i) + '"';
    for (const char* edge : {"accept", "decline", "payment_failed", "skip"}) {
      if (*rc::gen::inRange(0, 3) == 0)
        nodes += R"(,")" + std::string(edge) + R"(":")" + target() + '"';
    }
    nodes += '}';
  }
  const auto parsed = parse(R"({"version":1,"offers":[],"funnel":{"nodes":[)" + nodes + "]}}");
  if (parsed.ok()) {
    const Funnel& funnel = parsed.value().policy.funnel;
    for (int node = 0; node < count; ++node) {
      RC_ASSERT((reachable_from(funnel, node) >> node & 1) == 0u);
    }
  } else {
    RC_ASSERT(parsed.error().pointer.rfind("/funnel/nodes/", 0) == 0u);
  }
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
      {R"("node":"first")", "bad_value /node"},
      {R"("node":"")", "bad_value /node"},
      {R"("decline_memory":"never")", "bad_value /decline_memory"},
      {R"("after_decline":"insist")", "bad_value /after_decline"},
      {R"("group":[])", "wrong_type /group"},
      {R"("caps":{})", "wrong_type /caps"},
      {R"("caps":[7])", "wrong_type /caps/0"},
      {R"("caps":[{"count":"clicked","of":"all","at_most":1,"in_days":1}])",
       "bad_value /caps/0/count"},
      {R"("caps":[{"count":"shown","of":"us","at_most":1,"in_days":1}])", "bad_value /caps/0/of"},
      {R"("caps":[{"count":"shown","at_most":1,"in_days":1}])", "missing_field /caps/0/of"},
      {R"("caps":[{"count":"shown","of":"all","in_days":1}])", "missing_field /caps/0/at_most"},
      {R"("caps":[{"count":"shown","of":"all","at_most":1}])", "missing_field /caps/0/in_days"},
      {R"("caps":[{"count":"shown","of":"all","at_most":0,"in_days":1}])",
       "bad_value /caps/0/at_most"},
      {R"("caps":[{"count":"shown","of":"all","at_most":1,"in_days":4000}])",
       "bad_value /caps/0/in_days"},
      {R"("caps":[{"count":"shown","of":"all","at_most":1,"days":1}])", "bad_value /caps/0/days"},
      {R"("selling_plan":"monthly")", "missing_field /consent"},
      {R"("selling_plan":"monthly","consent":false)", "bad_value /consent"},
      {R"("selling_plan":"monthly","consent":true)", "missing_field /renewal"},
      {R"("selling_plan":"monthly","consent":true,"renewal":null)", "missing_field /renewal"},
      {R"("selling_plan":"m","consent":true,"renewal":{"unit":"week"})",
       "missing_field /renewal/every"},
      {R"("selling_plan":"m","consent":true,"renewal":{"every":0,"unit":"week"})",
       "bad_value /renewal/every"},
      {R"("selling_plan":"m","consent":true,"renewal":{"every":1})", "missing_field /renewal/unit"},
      {R"("selling_plan":"m","consent":true,"renewal":{"every":1,"unit":"moon"})",
       "bad_value /renewal/unit"},
      {R"("selling_plan":"m","consent":true,"renewal":{"every":1,"unit":"day","total_minor":1})",
       "missing_field /renewal/currency"},
      {R"("selling_plan":"m","consent":true,"renewal":{"every":1,"unit":"day","price":1})",
       "bad_value /renewal/price"},
      {R"("selling_plan":"m","consent":true,"renewal":"monthly")", "wrong_type /renewal"},
      {R"("selling_plan":"m","consent":true,"renewal":{"every":1,"unit":"day"},
           "subscription":"swap")",
       "bad_value /subscription"},
      {R"("renewal":{"every":1,"unit":"day"})", "bad_value /renewal"},
      {R"("subscription":"upgrade")", "bad_value /subscription"},
      {R"("consent":"yes")", "wrong_type /consent"},
      {R"("tally":{"seen":1})", "bad_value /tally/seen"},
      {R"("tally":{"shown":-1})", "bad_value /tally/shown"},
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

// A link to another seller with one more member, in the offer.
std::string link_with(std::string_view member) {
  return R"({"version":1,"funnel":{"nodes":[{"id":"first"}]},"offers":[{"id":"o1","title":"T",)"
         R"("reason":"completes","link":{"url":"https://other.example/","seller":"Other Ltd"})" +
         std::string(member) + "}]}";
}

TEST(OffersConfig, ReadsALinkToAnotherSeller) {
  const auto parsed = parse(
      R"({"version":1,"offers":[{"id":"o1","title":"T","priority":3,"reason":"refill","link":{"seller":"Other Ltd",)"
      R"("url":"https://other.example/a","description":"D","image_url":"/i.svg","image_alt":"A"}}]})");
  ASSERT_EQ(outcome_of(parsed), "ok");
  const Candidate& candidate = parsed.value().candidates.at(0);
  ASSERT_TRUE(candidate.link);
  EXPECT_EQ(candidate.link->to.seller, "Other Ltd");
  EXPECT_EQ(candidate.link->to.url.text(), "https://other.example/a");
  EXPECT_EQ(candidate.link->description, "D");
  EXPECT_EQ(candidate.link->image_url.text(), "/i.svg");
  EXPECT_EQ(candidate.link->image_alt, "A");
  EXPECT_EQ(candidate.priority, 3);
  EXPECT_EQ(candidate.node, kFunnelEnd);
  EXPECT_TRUE(candidate.product_id.empty());
  EXPECT_FALSE(parse(offer_with(R"("link":null)")).value().candidates.at(0).link);
}

TEST(OffersConfig, ALinkCarriesNothingOfAPurchase) {
  struct Row {
    const char* member;
    const char* outcome;
  };
  const Row kRows[] = {
      {"", "ok"},
      {R"(,"rules":[[{"fact":"country","any_of":["DE"]}]],"countries":["DE"],"group":"g")", "ok"},
      {R"(,"decline_memory":"forever","categories":["c"])", "ok"},
      {R"(,"caps":[{"count":"shown","of":"offer","at_most":1,"in_days":7}])", "ok"},
      {R"(,"value":{"margin_minor":5,"probability_ppm":9})", "ok"},
      {R"(,"value":{"margin_minor":5})", "missing_field /offers/0/value/probability_ppm"},
      {R"(,"product_id":"p")", "bad_value /offers/0/product_id"},
      {R"(,"sku":"s")", "bad_value /offers/0/sku"},
      {R"(,"quantity":1)", "bad_value /offers/0/quantity"},
      {R"(,"stock":5)", "bad_value /offers/0/stock"},
      {R"(,"tally":{"shown":5})", "bad_value /offers/0/tally"},
      {R"(,"requires_shipping":false)", "bad_value /offers/0/requires_shipping"},
      {R"(,"adds_shipping":true)", "bad_value /offers/0/adds_shipping"},
      {R"(,"currencies":["EUR"])", "bad_value /offers/0/currencies"},
      {R"(,"total_minor":5,"currency":"EUR")", "bad_value /offers/0/total_minor"},
      {R"(,"currency":"EUR","total_minor":5)", "bad_value /offers/0/currency"},
      {R"(,"node":"first")", "bad_value /offers/0/node"},
      {R"(,"after_decline":"move_on")", "bad_value /offers/0/after_decline"},
      {R"(,"selling_plan":"monthly")", "bad_value /offers/0/selling_plan"},
      {R"(,"consent":true)", "bad_value /offers/0/consent"},
      {R"(,"renewal":{"every":1,"unit":"month"})", "bad_value /offers/0/renewal"},
      {R"(,"subscription":"new_line")", "bad_value /offers/0/subscription"},
      {R"(,"reason_product_id":"p")", "ok"},
      {R"(,"node":null,"quantity":null,"product_id":null)", "ok"},
  };
  for (const Row& row : kRows) EXPECT_EQ(outcome(link_with(row.member)), row.outcome) << row.member;
}

TEST(OffersConfig, ALinkNamesItsSellerAndLeadsToAnHttpsAddress) {
  struct Row {
    const char* link;
    const char* outcome;
  };
  const Row kRows[] = {
      {R"({"url":"https://o.example","seller":"O"})", "ok"},
      {R"({"url":"http://o.example","seller":"O"})", "bad_value /offers/0/link/url"},
      {R"({"url":"/elsewhere","seller":"O"})", "bad_value /offers/0/link/url"},
      {R"({"url":"//o.example","seller":"O"})", "bad_value /offers/0/link/url"},
      {R"x({"url":"javascript:alert(1)","seller":"O"})x", "bad_value /offers/0/link/url"},
      {R"({"url":"https://u:p@o.example","seller":"O"})", "bad_value /offers/0/link/url"},
      {R"({"url":"https://","seller":"O"})", "bad_value /offers/0/link/url"},
      {R"({"seller":"O"})", "missing_field /offers/0/link/url"},
      {R"({"url":"https://o.example"})", "missing_field /offers/0/link/seller"},
      {R"({"url":"https://o.example","seller":" "})", "bad_value /offers/0/link/seller"},
      {R"({"url":"https://o.example","seller":7})", "wrong_type /offers/0/link/seller"},
      {R"({"url":"https://o.example","seller":"O","image_url":"javascript:"})",
       "bad_value /offers/0/link/image_url"},
      {R"({"url":"https://o.example","seller":"O","total_minor":5})",
       "bad_value /offers/0/link/total_minor"},
      {R"("https://o.example")", "wrong_type /offers/0/link"},
  };
  for (const Row& row : kRows) {
    const std::string json =
        R"({"version":1,"offers":[{"id":"o1","title":"T","reason":"refill","link":)" +
        std::string(row.link) + "}]}";
    EXPECT_EQ(outcome(json), row.outcome) << row.link;
  }
}

TEST(OffersConfig, ALinkHasAReasonThatIsNotTheShopsSuggestion) {
  const auto because = [](std::string_view reason) {
    return outcome(R"({"version":1,"offers":[{"id":"o1","title":"T",)" + std::string(reason) +
                   R"("link":{"url":"https://o.example","seller":"O"}}]})");
  };
  EXPECT_EQ(because(""), "missing_field /offers/0/reason");
  EXPECT_EQ(because(R"("reason":null,)"), "missing_field /offers/0/reason");
  EXPECT_EQ(because(R"("reason":"merchant_pick",)"), "bad_value /offers/0/reason");
  EXPECT_EQ(because(R"("reason":"paid",)"), "bad_value /offers/0/reason");
  EXPECT_EQ(because(R"("reason":"completes",)"), "ok");
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
    "payment_reuse":"no","window":{"enabled":false,"expires_at_ms":5,"allowed_operations":["add_shipping","note"],
    "requires_reauthorization":true,"max_additional_minor":900},
    "placement":"asks_consent","shop_subtotal":{"amount_minor":9800,"currency":"EUR"},
    "history":[{"offer_id":"o1","product_id":"p1","answer":"declined","scope":"earlier_order",
    "at_ms":7},{"offer_id":"o2","answer":"payment_failed"}]})");
  ASSERT_EQ(outcome_of(parsed), "ok");
  EXPECT_EQ(parsed.value().now_ms, 1'790'000'000'000);
  EXPECT_EQ(parsed.value().shop_offset_minutes, -300);
  EXPECT_EQ(parsed.value().payment_reuse, PaymentReuse::No);
  ASSERT_TRUE(parsed.value().window);
  EXPECT_FALSE(parsed.value().window->enabled);
  EXPECT_EQ(parsed.value().window->expires_at_ms, 5);
  EXPECT_FALSE(parsed.value().window->may_add_lines);
  EXPECT_TRUE(parsed.value().window->may_add_shipping);
  EXPECT_FALSE(parsed.value().window->may_add_subscriptions);
  EXPECT_EQ(parsed.value().placement, Placement::AsksConsent);
  EXPECT_EQ(parsed.value().shop_subtotal, (base::Money{9'800, *base::parse_currency("EUR")}));
  EXPECT_TRUE(parsed.value().window->requires_reauthorization);
  EXPECT_EQ(parsed.value().window->max_additional_minor, 900);
  const PastAnswer& answer = parsed.value().history.at(0);
  EXPECT_EQ(answer.offer_id, "o1");
  EXPECT_EQ(answer.answer, Answer::Declined);
  EXPECT_EQ(answer.scope, AnswerScope::EarlierOrder);
  EXPECT_EQ(answer.at_ms, 7);
  EXPECT_EQ(parsed.value().history.at(1).answer, Answer::PaymentFailed);
  EXPECT_FALSE(parsed.value().history.at(1).at_ms);
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
      {R"({"now_ms":1,"shop_subtotal":{"currency":"EUR"}})",
       "missing_field /shop_subtotal/amount_minor"},
      {R"({"now_ms":1,"shop_subtotal":{"amount_minor":-1,"currency":"EUR"}})",
       "bad_money /shop_subtotal/amount_minor"},
      {R"({"now_ms":1,"placement":"banner"})", "bad_value /placement"},
      {R"({"now_ms":1,"window":{"open":true}})", "bad_value /window/open"},
      {R"({"now_ms":1,"window":{"allowed_operations":"add_line"}})",
       "wrong_type /window/allowed_operations"},
      {R"({"now_ms":1,"window":{"allowed_operations":[1]}})",
       "wrong_type /window/allowed_operations/0"},
      {R"({"now_ms":1,"history":[{"offer_id":"o","answer":"shown","at_ms":-1}]})",
       "bad_value /history/0/at_ms"},
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
