#include <gtest/gtest.h>

#include "tests/cli/run_cli.h"

namespace postlude::cli {
namespace {

const std::string kOrder =
    R"({"version":1,"id":"1","number":"#1","currency":"EUR","payment_status":"paid",)"
    R"("lines":[{"id":"l1","product_id":"pot","title":"Pot"}]})";

const std::string kConfig =
    R"({"version":1,"offers":[)"
    R"({"id":"o1","product_id":"pot","title":"Pot","requires_shipping":false},)"
    R"({"id":"o2","product_id":"cup","title":"Cup","requires_shipping":false},)"
    R"({"id":"o3","product_id":"tea","title":"Tea"}]})";

const std::string kTable = R"({"ranked":["o2"],"order_reasons":[],"candidates":[)"
                           R"({"offer_id":"o1","title":"Pot","reasons":["in_order"]},)"
                           R"({"offer_id":"o2","title":"Cup","reasons":["chosen"]},)"
                           R"({"offer_id":"o3","title":"Tea","reasons":["no_address"]}]})"
                           "\n";

std::string case_of(const std::string& order, const std::string& config,
                    const std::string& context) {
  return "{\"order\":" + order + ",\"config\":" + config + ",\"context\":" + context + "}";
}

TEST(ExplainCli, AnswersWithTheWholeTable) {
  const CliRun run = run_cli({"explain"}, case_of(kOrder, kConfig, R"({"now_ms":1790000000000})"));
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(run.out, kTable);
}

TEST(ExplainCli, TakesOneConfigurationForManyBareOrders) {
  const TemporaryFile config(kConfig);
  const CliRun run = run_cli({"explain", "--config", config.path(), "--now", "1790000000000"},
                             kOrder + "\n" + kOrder + "\n");
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(run.out, kTable + kTable);
}

TEST(ExplainCli, ReadsOrdersOfAShopSystem) {
  const TemporaryFile config(kConfig);
  const CliRun run =
      run_cli({"explain", "--from", "ga4", "--config", config.path(), "--now", "1790000000000"},
              R"({"event":"purchase","ecommerce":{"transaction_id":"T","currency":"EUR","value":1,)"
              R"("items":[{"item_id":"cup","item_name":"Cup"}]}})");
  EXPECT_EQ(run.exit_code, 0) << run.out;
  EXPECT_NE(run.out.find(R"("offer_id":"o2","title":"Cup","reasons":["in_order"])"),
            std::string::npos)
      << run.out;
}

TEST(ExplainCli, SpeaksToPeopleToo) {
  const CliRun run =
      run_cli({"explain", "--text"}, case_of(kOrder, kConfig, R"({"now_ms":1790000000000})"));
  EXPECT_EQ(run.out,
            "offer: o2\n  o1 \"Pot\": in_order\n  o2 \"Cup\": chosen\n"
            "  o3 \"Tea\": no_address\n");
}

TEST(ExplainCli, NamesTheWrongPartOfACase) {
  const std::string context = R"({"now_ms":1790000000000})";
  struct Row {
    std::string input;
    std::string_view error;
  };
  const Row kRows[] = {
      {"{}", R"("missing_field","pointer":"/order")"},
      {"{\"order\":" + kOrder + "}", R"("missing_field","pointer":"/config")"},
      {"{\"order\":" + kOrder + ",\"config\":" + kConfig + "}",
       R"("missing_field","pointer":"/context")"},
      {case_of("{}", kConfig, context), R"("pointer":"/order)"},
      {case_of(kOrder, R"({"version":1,"offers":[{"id":"x"}]})", context),
       R"("missing_field","pointer":"/config/offers/0/product_id")"},
      {case_of(kOrder, kConfig, "{}"), R"("missing_field","pointer":"/context/now_ms")"},
      {"[1", R"("not_json")"},
  };
  for (const Row& row : kRows) {
    const CliRun run = run_cli({"explain"}, row.input);
    EXPECT_EQ(run.exit_code, 1) << row.input;
    EXPECT_NE(run.out.find(row.error), std::string::npos) << run.out;
  }
}

TEST(ExplainCli, AnUnusableConfigurationIsWrongUse) {
  const TemporaryFile config(R"({"version":1,"offers":[{"id":"x"}]})");
  const CliRun run = run_cli({"explain", "--config", config.path()}, kOrder);
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_EQ(run.out, "");
  EXPECT_NE(run.err.find("/offers/0/product_id"), std::string::npos) << run.err;
}

}  // namespace
}  // namespace postlude::cli
