#include "core/offer/explain_decision.h"

#include <gtest/gtest.h>

#include "core/base/json.h"

namespace postlude::offer {
namespace {

Decision sample() {
  Decision decision;
  decision.ranked = {"o2"};
  decision.verdicts = {
      {"o1", "Cups", {DecisionReason::InOrder, DecisionReason::OutOfStock}, {}, -1},
      {"o2", "Filters", {DecisionReason::Chosen}, 48'500'000, 0}};
  return decision;
}

TEST(ExplainDecision, WritesTheTableAsJson) {
  EXPECT_EQ(explain_json(sample()),
            R"({"ranked":["o2"],"order_reasons":[],"candidates":[)"
            R"({"offer_id":"o1","title":"Cups","reasons":["in_order","out_of_stock"]},)"
            R"({"offer_id":"o2","title":"Filters","reasons":["chosen"],)"
            R"("expected_value_micro":48500000,"matched_group":0}]})");
}

TEST(ExplainDecision, KeepsWhatAnOfferIsWorthFromWhoeverMustNotKnow) {
  EXPECT_EQ(explain_json(sample(), Values::Withheld),
            R"({"ranked":["o2"],"order_reasons":[],"candidates":[)"
            R"({"offer_id":"o1","title":"Cups","reasons":["in_order","out_of_stock"]},)"
            R"({"offer_id":"o2","title":"Filters","reasons":["chosen"],"matched_group":0}]})");
}

TEST(ExplainDecision, WritesTheOutcomeAlone) {
  EXPECT_EQ(outcome_json(sample()), R"({"ranked":["o2"],"order_reasons":[]})");
}

TEST(ExplainDecision, SaysWhereTheFunnelIs) {
  Decision decision;
  decision.ranked = {"o2"};
  decision.node = "first";
  EXPECT_EQ(explain_json(decision),
            R"({"ranked":["o2"],"order_reasons":[],"node":"first","candidates":[]})");
  EXPECT_EQ(explain_text(decision), "offer: o2; funnel at first\n");
}

TEST(ExplainDecision, WritesTheTableForPeople) {
  EXPECT_EQ(explain_text(sample()),
            "offer: o2\n"
            "  o1 \"Cups\": in_order, out_of_stock\n"
            "  o2 \"Filters\": chosen; expected value 48500000 millionths; rule group 1\n");
}

TEST(ExplainDecision, SaysWhatForbidsEveryOffer) {
  Decision decision;
  decision.order_reasons = {DecisionReason::OrderTest, DecisionReason::WindowClosed};
  EXPECT_EQ(explain_text(decision), "no offer: order_test, window_closed\n");
  EXPECT_EQ(explain_json(decision),
            R"({"ranked":[],"order_reasons":["order_test","window_closed"],"candidates":[]})");
}

TEST(ExplainDecision, WithNothingToSayItIsStillALine) { EXPECT_EQ(explain_text({}), "no offer\n"); }

TEST(ExplainDecision, AnyTitleStaysOneLineAndOneJsonText) {
  Decision decision;
  decision.verdicts = {{"o\n1", "a\"b\nc\x7f</script>", {DecisionReason::InOrder}, {}, -1}};
  EXPECT_EQ(explain_text(decision), "no offer\n  o 1 \"a\"b c </script>\": in_order\n");
  const auto parsed = base::parse_json(explain_json(decision));
  ASSERT_TRUE(parsed.ok());
  EXPECT_EQ(parsed.value().root()["candidates"].at(0)["title"].text(), "a\"b\nc\x7f</script>");
}

}  // namespace
}  // namespace postlude::offer
