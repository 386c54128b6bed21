#include <gtest/gtest.h>

#include "tests/cli/run_cli.h"

namespace postlude::cli {
namespace {

TEST(LintCli, IsContentWithWhatTheShopShips) {
  const std::string root = POSTLUDE_SOURCE_DIR;
  const CliRun offers = run_cli({"lint", root + "/demo/store/offers.json"});
  EXPECT_EQ(offers.exit_code, 0);
  EXPECT_EQ(offers.out, "{\"ok\":true,\"findings\":[]}\n");
  const CliRun words = run_cli({"lint", "--text", "--locale", "de", root + "/web/locales/de.json"});
  EXPECT_EQ(words.exit_code, 0);
  EXPECT_EQ(words.out, "");
}

TEST(LintCli, QuotesTheRuleThatIsBroken) {
  const CliRun run =
      run_cli({"lint", "--text", "--locale", "de"}, R"({"offer.accept":"Weiter {total}"})");
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_EQ(run.out,
            "/offer.accept: Weiter {total}\n"
            "  In the EU, the EEA and the United Kingdom the words on the button alone say that "
            "clicking it creates a duty to pay. [Directive 2011/83/EU, article 8(2); Court of "
            "Justice, C-249/21, 7 April 2022; UK, Consumer Contracts Regulations 2013, regulation "
            "14]\n"
            "/offer.accept: Weiter {total}\n"
            "  What costs money or leads to another seller is never called next, continue, proceed "
            "or advance. [UK ASA, ruling "
            "on 'Continue' in post-purchase pop-ups (yourmoney.com); Rokt, quality and consent "
            "policy (docs.rokt.com)]\n");
}

TEST(LintCli, SaysWhatItCannotRead) {
  EXPECT_EQ(run_cli({"lint"}, "[1").exit_code, 1);
  EXPECT_EQ(run_cli({"lint", "/no/such/file"}).exit_code, 2);
}

}  // namespace
}  // namespace postlude::cli
