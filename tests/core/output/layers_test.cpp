// The layer rule of core/README.md, read off the includes of every file.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>

namespace postlude {
namespace {

namespace fs = std::filesystem;

// Folder -> the folders whose headers it may include besides its own. "core" is core/*.h itself.
const std::map<std::string, std::set<std::string>> kMayInclude = {
    {"base", {}},
    {"output", {"base"}},
    {"order", {"base", "output"}},
    {"offer", {"base", "order", "output"}},
    {"tracking", {"base", "order", "output"}},
    {"review", {"base", "order", "output"}},
    {"journey", {"base", "order", "offer", "tracking", "review"}},
    {"app", {"base", "order", "offer", "tracking", "review", "journey", "output", "core"}},
    {"core", {"app", "output", "base"}},
};

// Only the session may diff and encode.
const std::set<std::string> kSessionOnly = {"core/output/diff.h", "core/output/encode_batch.h"};

const std::set<std::string> kBanned = {
    "iostream", "sstream", "fstream", "regex",     "unordered_map", "unordered_set", "locale",
    "cstdio",   "chrono",  "random",  "exception", "thread",        "mutex",         "ctime"};

std::vector<std::string> includes_of(const fs::path& file) {
  static const std::regex kInclude(R"(^\s*#include [<"]([^>"]+)[>"])");
  std::vector<std::string> found;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    std::smatch match;
    if (std::regex_search(line, match, kInclude)) found.push_back(match[1]);
  }
  return found;
}

std::string folder_of(const std::string& path) {
  const size_t end = path.find('/', 5);
  return end == std::string::npos ? "core" : path.substr(5, end - 5);
}

TEST(Layers, NoFileReachesUpOrAcross) {
  const fs::path root = POSTLUDE_SOURCE_DIR;
  int checked = 0;
  for (const auto& entry : fs::recursive_directory_iterator(root / "core")) {
    if (entry.path().extension() != ".h" && entry.path().extension() != ".cpp") continue;
    const std::string file = fs::relative(entry.path(), root).generic_string();
    const std::string folder = folder_of(file);
    ASSERT_TRUE(kMayInclude.count(folder)) << file << ": add its folder to the table";
    for (const std::string& include : includes_of(entry.path())) {
      ++checked;
      EXPECT_FALSE(kBanned.count(include)) << file << " includes <" << include << ">";
      if (include.rfind("core/", 0) != 0) continue;
      const std::string target = folder_of(include);
      const bool allowed = target == folder || kMayInclude.at(folder).count(target) > 0;
      EXPECT_TRUE(allowed) << file << " includes " << include;
      const bool output = folder == "output" || folder == "core";
      EXPECT_TRUE(output || !kSessionOnly.count(include)) << file << " includes " << include;
    }
  }
  EXPECT_GT(checked, 200);
}

TEST(Layers, FileNamesAreUnique) {
  std::map<std::string, std::string> seen;
  const fs::path root = POSTLUDE_SOURCE_DIR;
  for (const char* top : {"core", "bindings", "demo/server"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
      if (!entry.is_regular_file() || entry.path().filename() == "CMakeLists.txt" ||
          entry.path().filename() == "README.md") {
        continue;
      }
      const std::string name = entry.path().filename().string();
      const std::string path = fs::relative(entry.path(), root).generic_string();
      EXPECT_TRUE(seen.emplace(name, path).second) << path << " and " << seen[name];
    }
  }
}

}  // namespace
}  // namespace postlude
