// "Adding a widget" of core/README.md, held against every widget there is.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/widget_kind.h"

namespace postlude {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

class WidgetChecklist : public testing::TestWithParam<int> {
 protected:
  std::string name() const { return std::string(kWidgetNames[GetParam()]); }
  fs::path root() const { return POSTLUDE_SOURCE_DIR; }
};

TEST_P(WidgetChecklist, HasItsFolderWithTemplatesAndView) {
  EXPECT_TRUE(fs::exists(root() / "core" / name() / (name() + "_templates.h")));
  EXPECT_TRUE(fs::exists(root() / "core" / name() / (name() + "_widget.h")));
}

TEST_P(WidgetChecklist, HasItsStyles) {
  EXPECT_TRUE(fs::exists(root() / "web/styles" / (name() + ".css")));
}

TEST_P(WidgetChecklist, HasWordsInEveryLocale) {
  for (const auto& entry : fs::directory_iterator(root() / "web/locales")) {
    EXPECT_NE(text_of(entry.path()).find("\"" + name() + "."), std::string::npos) << entry.path();
  }
}

TEST_P(WidgetChecklist, HasAScenario) {
  bool found = false;
  for (const auto& entry : fs::directory_iterator(root() / "tests/scenarios")) {
    if (entry.path().extension() != ".txt") continue;
    found = found || text_of(entry.path()).find(name() + ".") != std::string::npos;
  }
  EXPECT_TRUE(found);
}

TEST_P(WidgetChecklist, IsOnAPageOfTheDemo) {
  bool found = false;
  for (const auto& entry : fs::recursive_directory_iterator(root() / "demo/store/templates")) {
    found = found || text_of(entry.path()).find(name() + "_widget") != std::string::npos;
  }
  EXPECT_TRUE(found);
}

TEST_P(WidgetChecklist, HasARowInTheReadme) {
  EXPECT_NE(text_of(root() / "README.md").find("`postlude-" + name() + "`"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(All, WidgetChecklist, testing::Range(0, kWidgetKinds),
                         [](const auto& row) { return std::string(kWidgetNames[row.param]); });

}  // namespace
}  // namespace postlude
