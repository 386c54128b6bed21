// Scenarios: tests/scenarios/<name>.json is played and what the session answers is compared with
// <name>.txt. The same files are played in WebAssembly by tests/web/scenarios.test.mjs. To write
// the answers anew after a change that is meant: POSTLUDE_WRITE_SCENARIOS=1, then read the
// difference.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "bindings/developer/run_scenario.h"

namespace postlude {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<fs::path> scenarios() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(POSTLUDE_SOURCE_DIR "/tests/scenarios")) {
    if (entry.path().extension() == ".json") found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

class Scenario : public testing::TestWithParam<fs::path> {};

TEST_P(Scenario, AnswersAsWritten) {
  const auto played = developer::run_scenario(read_file(GetParam()));
  ASSERT_TRUE(played.ok()) << base::error_name(played.error().code) << " at "
                           << played.error().pointer;
  fs::path expected = GetParam();
  expected.replace_extension(".txt");
  if (std::getenv("POSTLUDE_WRITE_SCENARIOS") != nullptr) {
    std::ofstream(expected, std::ios::binary) << played.value();
  }
  EXPECT_EQ(played.value(), read_file(expected));
}

INSTANTIATE_TEST_SUITE_P(All, Scenario, testing::ValuesIn(scenarios()),
                         [](const auto& row) { return row.param.stem().string(); });

TEST(Scenarios, AreThere) { EXPECT_GE(scenarios().size(), 10u); }

}  // namespace
}  // namespace postlude
