#include <gtest/gtest.h>

#include "tests/cli/run_cli.h"

namespace postlude::cli {
namespace {

TEST(EstimateCli, AnswersALineForALine) {
  const std::string rules = std::string(POSTLUDE_SOURCE_DIR) + "/demo/store/delivery.json";
  const CliRun run = run_cli({"estimate", "--rules", rules},
                             "{\"ordered_at\":\"2026-11-16T10:00\",\"destination\":\"DE\"}\n"
                             "{\"destination\":\"DE\"}\n"
                             "{\"ordered\":\"2026-11-16\"}\n");
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_EQ(run.out,
            "{\"estimate\":{\"from\":\"2026-11-18\",\"until\":\"2026-11-20\",\"source\":"
            "\"predicted\"},\"basis\":\"service\",\"n\":0,\"handover\":\"2026-11-17\","
            "\"late_after\":\"2026-11-20\"}\n"
            "{\"estimate\":null,\"basis\":\"no_start\",\"n\":0}\n"
            "{\"error\":{\"code\":\"bad_value\",\"pointer\":\"/ordered\"}}\n");
}

TEST(EstimateCli, ShowsTheConfidenceOfALane) {
  const TemporaryFile rules(
      R"({"shop":{"country":"DE"},"lanes":[{"origin":"DE","destination":"FR","n":34,
          "p50":3,"p80":4,"p95":6}]})");
  const CliRun run = run_cli({"estimate", "--rules", rules.path()},
                             R"({"handed_over_at":"2026-11-17T16:00+01:00","destination":"FR"})");
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(run.out,
            "{\"estimate\":{\"from\":\"2026-11-20\",\"until\":\"2026-11-21\",\"source\":"
            "\"predicted\",\"confidence\":80},\"basis\":\"lane\",\"n\":34,\"handover\":"
            "\"2026-11-17\",\"late_after\":\"2026-11-24\"}\n");
}

TEST(EstimateCli, SaysWhatIsWrongWithTheRules) {
  const TemporaryFile rules(R"({"shop":{"cut_off":"14:00"}})");
  const CliRun run = run_cli({"estimate", "--rules", rules.path()}, "{}");
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_NE(run.err.find("/shop/cut_off"), std::string::npos);
  EXPECT_EQ(run_cli({"estimate"}, "{}").exit_code, 2);
  EXPECT_EQ(run_cli({"estimate", "--rules", "/no/such/file"}, "{}").exit_code, 2);
}

}  // namespace
}  // namespace postlude::cli
