#include <gtest/gtest.h>

#include <algorithm>

#include "bindings/native/token.h"
#include "tests/cli/run_cli.h"

namespace postlude::cli {
namespace {

constexpr std::string_view kSecret = "0123456789abcdef0123456789abcdef";
const std::string kNow = "1790000000";

std::string quote(const std::string& kid = "") {
  native::QuoteClaims claims;
  claims.issuer = "postlude";
  claims.order_id = "1001";
  claims.shop = "shop-1";
  claims.offer_id = "o-1";
  claims.lines = {{"p", "", 1, 1499}};
  claims.total = {1499, *base::parse_currency("EUR")};
  claims.issued_at_s = 1'790'000'000;
  claims.expires_at_s = 1'790'000'600;
  claims.token_id = "t-1";
  return *native::sign_quote(claims, {{{kid, std::string(kSecret)}}});
}

std::string access() {
  return *native::sign_access({"postlude", "1001", "shop-1", 1'790'000'000, 1'790'086'400, "a-1"},
                              {{{"", std::string(kSecret)}}});
}

std::vector<std::string> with_key(std::vector<std::string> more = {}) {
  std::vector<std::string> arguments = {"verify-token", "--key", std::string(kSecret)};
  arguments.insert(arguments.end(), more.begin(), more.end());
  if (std::find(more.begin(), more.end(), "--now") == more.end()) {
    arguments.insert(arguments.end(), {"--now", kNow});
  }
  return arguments;
}

TEST(TokenCli, AnswersWithTheClaims) {
  const CliRun run = run_cli(with_key(), quote() + "\n" + access() + "\r\n");
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(
      run.out,
      R"({"valid":true,"reason":"ok","claims":{"iss":"postlude",)"
      R"("sub":"1001","aud":"shop-1","use":"quote","iat":1790000000,"exp":1790000600,"jti":"t-1",)"
      R"("offer":"o-1","lines":[{"product":"p","quantity":1,"amount":1499}],)"
      R"("amount":1499,"currency":"EUR"}})"
      "\n"
      R"({"valid":true,"reason":"ok","claims":{"iss":"postlude",)"
      R"("sub":"1001","aud":"shop-1","use":"order","iat":1790000000,"exp":1790086400,"jti":"a-1"}})"
      "\n");
}

std::string refusal(const std::string& reason) {
  return "{\"valid\":false,\"reason\":\"" + reason + "\",\"claims\":null}\n";
}

TEST(TokenCli, ARefusalIsAnAnswerWithoutClaims) {
  const std::string good = quote();
  const std::string unsigned_token = good.substr(0, good.rfind('.') + 1);
  const CliRun run = run_cli(with_key(), "nonsense\n\n" + good + ".x\n" + unsigned_token + "\n");
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(run.out, refusal("malformed") + refusal("malformed") + refusal("malformed") +
                         refusal("bad_signature"));
}

TEST(TokenCli, TakesTheTimeInSecondsOrMilliseconds) {
  EXPECT_EQ(run_cli(with_key({"--now", "1790000600"}), quote()).out, refusal("expired"));
  EXPECT_EQ(run_cli(with_key({"--now", "1790000600000"}), quote()).out, refusal("expired"));
  const CliRun alive = run_cli(with_key({"--now", "1790000599999"}), quote());
  EXPECT_EQ(alive.out.substr(0, 13), R"({"valid":true)");
  EXPECT_EQ(run_cli(with_key({"--now", "1789999000"}), quote()).out, refusal("issued_in_future"));
}

TEST(TokenCli, ComparesWhatItIsTold) {
  EXPECT_EQ(run_cli(with_key({"--issuer", "x"}), quote()).out, refusal("wrong_issuer"));
  EXPECT_EQ(run_cli(with_key({"--shop", "x"}), quote()).out, refusal("wrong_audience"));
  EXPECT_EQ(run_cli(with_key({"--order", "x"}), access()).out, refusal("wrong_subject"));
  EXPECT_EQ(run_cli(with_key({"--offer", "x"}), quote()).out, refusal("wrong_offer"));
  EXPECT_EQ(run_cli(with_key({"--purchased-at", "1790000001"}), quote()).out,
            refusal("signed_too_early"));
}

TEST(TokenCli, TakesKeysFromAFileOrByName) {
  const TemporaryFile key(std::string(kSecret) + "\n");
  const CliRun from_file =
      run_cli({"verify-token", "--key-file", key.path(), "--now", kNow}, quote());
  EXPECT_EQ(from_file.out.substr(0, 13), R"({"valid":true)") << from_file.err;
  const std::vector<std::string> named = {"verify-token",
                                          "--named-key",
                                          "b=ffffffffffffffffffffffffffffffff",
                                          "--named-key",
                                          "a=" + std::string(kSecret),
                                          "--now",
                                          kNow};
  EXPECT_EQ(run_cli(named, quote("a")).out.substr(0, 13), R"({"valid":true)");
  EXPECT_EQ(run_cli(named, quote("b")).out, refusal("bad_signature"));
  EXPECT_EQ(run_cli(named, quote("c")).out, refusal("unknown_key"));
  EXPECT_EQ(run_cli(named, quote()).out, refusal("unknown_key"));
}

TEST(TokenCli, WarnsOfAShortKey) {
  const CliRun run = run_cli({"verify-token", "--key", "short", "--now", kNow}, quote());
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(run.out, refusal("bad_signature"));
  EXPECT_NE(run.err.find("32 bytes"), std::string::npos);
}

}  // namespace
}  // namespace postlude::cli
