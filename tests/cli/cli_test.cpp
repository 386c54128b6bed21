#include <gtest/gtest.h>

#include <algorithm>

#include "tests/cli/run_cli.h"

namespace postlude::cli {
namespace {

constexpr std::string_view kOrder =
    R"({"version":1,"id":"1","number":"#1","currency":"EUR","lines":[{"id":"l1","title":"Pot"}]})";

constexpr std::string_view kOrderOverLines =
    "{\n  \"version\": 1,\n  \"id\": \"1\",\n  \"number\": \"#1\",\n  \"currency\": \"EUR\",\n"
    "  \"lines\": [\n    {\"id\": \"l1\", \"title\": \"Pot\"}\n  ]\n}\n";

TEST(Cli, HelpTellsAboutEveryCommandAndGivesExamples) {
  const CliRun help = run_cli({"--help"});
  EXPECT_EQ(help.exit_code, 0);
  EXPECT_EQ(help.err, "");
  for (const std::string command : {"order", "normalise", "detect", "classify", "explain",
                                    "safe-url", "verify-token", "bucket"}) {
    EXPECT_NE(help.out.find("\n  " + command + " "), std::string::npos) << command;
    const CliRun own = run_cli({command, "--help"});
    EXPECT_EQ(own.exit_code, 0) << command;
    EXPECT_NE(own.out.find("Example"), std::string::npos) << command;
    EXPECT_NE(own.out.find("postlude " + command), std::string::npos) << command;
  }
}

TEST(Cli, TellsItsVersion) {
  const CliRun run = run_cli({"--version"});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(run.out.find_first_not_of("0123456789.\n"), std::string::npos) << run.out;
}

TEST(Cli, DetectAnswersEveryLineWithItsCandidates) {
  const CliRun run = run_cli({"detect"}, "1Z999AA10123456784\n\n 1z999aa1 0123456784\r\n\xFF\n");
  EXPECT_EQ(run.exit_code, 0);
  const std::string ups =
      R"("candidates":[{"courier":"ups","name":"UPS",)"
      R"("url":"https://www.ups.com/track?tracknum=1Z999AA10123456784","score":0.99}]})";
  EXPECT_EQ(run.out, R"({"number":"1Z999AA10123456784",)" + ups + "\n" +
                         R"({"number":"","candidates":[]})" + "\n" +
                         R"({"number":" 1z999aa1 0123456784",)" + ups + "\n" +
                         R"({"number":null,"candidates":[]})" + "\n");
}

TEST(Cli, DetectTakesHintsOfTheOrder) {
  const auto first = [](const std::vector<std::string>& options) {
    std::vector<std::string> arguments = {"detect"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const std::string out = run_cli(arguments, "312345678113\n").out;
    const size_t at = out.find("\"courier\":\"") + 11;
    return out.substr(at, out.find('"', at) - at);
  };
  EXPECT_EQ(first({}), "fedex");
  EXPECT_EQ(first({"--country", "ca"}), "purolator");
  EXPECT_EQ(first({"--country", "CA", "--method", "FedEx Home"}), "fedex");
}

TEST(Cli, ClassifyAnswersEveryLine) {
  const CliRun run = run_cli({"classify"}, "Delivered\n\nZustellversuch erfolglos\r\n\xFF\n");
  EXPECT_EQ(run.exit_code, 0);
  const std::string unknown = R"({"status":"unknown","sub_status":"","confidence":0})";
  EXPECT_EQ(run.out, R"({"status":"delivered","sub_status":"","confidence":0.95})"
                     "\n" +
                         unknown +
                         "\n"
                         R"({"status":"attempt_failed","sub_status":"","confidence":0.98})"
                         "\n" +
                         unknown + "\n");
  const CliRun explained = run_cli({"classify", "--explain"}, "Delivered to your neighbour\n");
  EXPECT_NE(explained.out.find(R"("cues":[{"phrase":"delivered)"), std::string::npos)
      << explained.out;
}

TEST(Cli, WrongUseIsExitCodeTwoWithAMessage) {
  const std::vector<std::string> kWrong[] = {
      {},
      {"sing"},
      {"order"},
      {"order", "--from", "ebay"},
      {"normalise", "--from", "ebay"},
      {"order", "--from", "canonical", "/no/such/file"},
      {"order", "--from", "canonical", "/"},
      {"bucket", "--loud"},
      {"detect", "--country"},
      {"classify", "--loud"},
      {"classify", "/no/such/file"},
      {"detect", "/no/such/file"},
      {"verify-token", "--now", "1"},
      {"verify-token", "--key", "k"},
      {"verify-token", "--key", "k", "--now", "noon"},
      {"verify-token", "--named-key", "k", "--now", "1"},
      {"explain", "--now", "-1"},
      {"explain", "--config", "/no/such/file"},
  };
  for (const auto& arguments : kWrong) {
    const CliRun run = run_cli(arguments);
    const std::string shown = arguments.empty() ? "" : arguments.back();
    EXPECT_EQ(run.exit_code, 2) << shown;
    EXPECT_EQ(run.out, "") << shown;
    EXPECT_NE(run.err, "") << shown;
  }
}

TEST(Cli, OrderReadsOneDocumentOverSeveralLines) {
  const CliRun run = run_cli({"order", "--from", "canonical"}, kOrderOverLines);
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(std::count(run.out.begin(), run.out.end(), '\n'), 1);
  EXPECT_EQ(run.out.substr(0, 36), R"({"version":1,"id":"1","number":"#1",)");
  // What comes out goes in again unchanged.
  EXPECT_EQ(run_cli({"order", "--from", "canonical"}, run.out).out, run.out);
}

TEST(Cli, OrderReadsAFileLikeStdin) {
  const TemporaryFile file(kOrder);
  const CliRun from_file = run_cli({"order", "--from", "canonical", file.path()});
  EXPECT_EQ(from_file.exit_code, 0);
  EXPECT_EQ(from_file.out, run_cli({"order", "--from", "canonical"}, kOrder).out);
  EXPECT_EQ(from_file.out, run_cli({"order", "--from", "canonical", "-"}, kOrder).out);
}

TEST(Cli, OrderAnswersEachLineAlsoTheBadOnes) {
  const std::string input = std::string(kOrder) + "\n\nnot json\n" +
                            R"({"version":1,"id":"1","number":"#1","currency":"EUR"})" + "\n" +
                            R"({"version":9})" + "\r\n" + std::string(kOrder);
  const CliRun run = run_cli({"order", "--from", "canonical"}, input);
  const std::string good = run_cli({"order", "--from", "canonical"}, kOrder).out;
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(run.out, good +
                         "{\"error\":{\"code\":\"not_json\",\"pointer\":\"\",\"offset\":2}}\n"
                         "{\"error\":{\"code\":\"missing_field\",\"pointer\":\"/lines\"}}\n"
                         "{\"error\":{\"code\":\"unknown_version\",\"pointer\":\"/version\"}}\n" +
                         good);
}

TEST(Cli, ABrokenDocumentOverSeveralLinesIsOneError) {
  const CliRun run = run_cli({"order", "--from", "canonical"}, kOrderOverLines.substr(0, 60));
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_EQ(std::count(run.out.begin(), run.out.end(), '\n'), 1);
  EXPECT_EQ(run.out.substr(0, 28), R"({"error":{"code":"not_json",)");
  EXPECT_EQ(run_cli({"order", "--from", "canonical"}, "[\"a\",\n4\n,1,").out,
            "{\"error\":{\"code\":\"not_json\",\"pointer\":\"\",\"offset\":11}}\n");
  EXPECT_EQ(run_cli({"order", "--from", "canonical"}, "").exit_code, 1);
}

TEST(Cli, OrderReadsTheFormItIsTold) {
  const CliRun run = run_cli(
      {"order", "--from", "ga4"},
      R"({"event":"purchase","ecommerce":{"transaction_id":"T1","currency":"EUR","value":12,)"
      R"("items":[{"item_id":"p","item_name":"Pot","price":12,"quantity":1}]}})");
  EXPECT_EQ(run.exit_code, 0) << run.out;
  EXPECT_NE(run.out.find(R"("id":"T1")"), std::string::npos) << run.out;
  const CliRun none = run_cli({"order", "--from", "schema_org"}, R"({"@type":"Person"})");
  EXPECT_EQ(none.exit_code, 1);
  EXPECT_EQ(none.out.substr(0, 28), R"({"error":{"code":"no_order",)");
}

TEST(Cli, NormaliseAnswersWithShipments) {
  const CliRun run =
      run_cli({"normalise", "--from", "canonical"},
              R"({"version":1,"shipments":[{"id":"s1","status":"in_transit","checkpoints":[]}]})");
  EXPECT_EQ(run.exit_code, 0) << run.out;
  EXPECT_EQ(run.out.substr(0, 36), R"({"version":1,"shipments":[{"id":"s1")");
  EXPECT_EQ(run_cli({"normalise", "--from", "canonical"}, run.out).out, run.out);
  const CliRun none = run_cli({"normalise", "--from", "easypost"}, R"({"hello":"world"})");
  EXPECT_EQ(none.exit_code, 1);
  EXPECT_EQ(none.out, "{\"error\":{\"code\":\"no_shipment\",\"pointer\":\"\"}}\n");
}

TEST(Cli, SafeUrlAnswersEveryLine) {
  const CliRun run = run_cli({"safe-url"},
                             "https://shop.example/p?a=1&b=<2>\n"
                             " /relative \n"
                             "JavaScript:alert(1)\r\n"
                             "\n"
                             "//evil.example\n"
                             "https://user@evil.example/\n"
                             "\xff\n");
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(run.out,
            "{\"url\":\"https://shop.example/p?a=1&b=\\u003c2>\",\"reason\":\"ok\"}\n"
            "{\"url\":\"/relative\",\"reason\":\"ok\"}\n"
            "{\"url\":null,\"reason\":\"scheme\"}\n"
            "{\"url\":null,\"reason\":\"empty\"}\n"
            "{\"url\":null,\"reason\":\"protocol_relative\"}\n"
            "{\"url\":null,\"reason\":\"credentials\"}\n"
            "{\"url\":null,\"reason\":\"not_utf8\"}\n");
  EXPECT_EQ(run_cli({"safe-url"}, "").out, "");
}

TEST(Cli, BucketAnswersWithExactDecimals) {
  const CliRun run = run_cli({"bucket"},
                             "{\"seed\":\"seed\",\"value\":\"user-\u00fc\",\"version\":2}\n"
                             "{\"seed\":\"\",\"value\":\"a\",\"version\":1}\n"
                             "{\"seed\":\"seed\",\"value\":\"\\ud83d\\ude00id\",\"version\":2}\n"
                             "{\"seed\":\"abc\",\"value\":\"def\",\"version\":99}\n");
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(run.out, "0.0995\n0.22\n0.3132\nnull\n");
}

TEST(Cli, BucketNamesTheWrongField) {
  const CliRun run = run_cli({"bucket"},
                             "{\"value\":\"a\",\"version\":2}\n"
                             "{\"seed\":\"s\",\"version\":2}\n"
                             "{\"seed\":\"s\",\"value\":[],\"version\":2}\n"
                             "{\"seed\":\"s\",\"value\":\"a\",\"version\":\"2\"}\n"
                             "[]\n");
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_EQ(run.out,
            "{\"error\":{\"code\":\"missing_field\",\"pointer\":\"/seed\"}}\n"
            "{\"error\":{\"code\":\"missing_field\",\"pointer\":\"/value\"}}\n"
            "{\"error\":{\"code\":\"wrong_type\",\"pointer\":\"/value\"}}\n"
            "{\"error\":{\"code\":\"wrong_type\",\"pointer\":\"/version\"}}\n"
            "{\"error\":{\"code\":\"wrong_type\",\"pointer\":\"\"}}\n");
}

TEST(Cli, ManyDocumentsMayBeLargerThanOneMayBe) {
  std::string input;
  std::string long_line(kOrder.substr(0, kOrder.size() - 1));
  long_line += ",\"note\":\"" + std::string(1 << 20, 'x') + "\"}\n";
  for (int i = 0; i < 5; ++i) input += long_line;
  const CliRun run = run_cli({"order", "--from", "canonical"}, input);
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(std::count(run.out.begin(), run.out.end(), '\n'), 5);
  const CliRun large = run_cli({"order", "--from", "canonical"}, std::string(5 << 20, ' '));
  EXPECT_EQ(large.out, "{\"error\":{\"code\":\"too_large\",\"pointer\":\"\"}}\n");
}

}  // namespace
}  // namespace postlude::cli
