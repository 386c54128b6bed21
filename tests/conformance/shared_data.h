#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

namespace postlude {

/// The payloads beside the source tree.
inline std::filesystem::path shared_data() { return POSTLUDE_SOURCE_DIR "/../shared/data"; }

/// Returns whether they are there, and says in one line that a test is skipped when they are not.
inline bool has_shared_data(const std::string& folder) {
  if (std::filesystem::exists(shared_data() / folder)) return true;
  std::cout << "skipped: no ../shared/data/" << folder << "\n";
  return false;
}

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Returns the files of a folder whose names contain `part`, in the order of their names.
inline std::vector<std::filesystem::path> shared_files(const std::string& folder,
                                                       const std::string& part) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(shared_data() / folder)) {
    const std::string name = entry.path().filename().string();
    if (name.find(part) != std::string::npos) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace postlude
