#pragma once

#include <fstream>
#include <string>
#include <vector>

namespace postlude::tracking {

/// One line of a file of labelled scans: language, status[/sub-status], text, with tabs between.
/// Further labels that are right as well follow the first one after a "|".
struct LabelledWords {
  std::string language;
  std::string status;
  std::string sub_status;  // "" when the label does not say
  std::string others;      // "|status[/sub-status]" for each further label
  std::string text;
};

/// Returns the lines of a file in tests/core/tracking, without those that begin with "#".
inline std::vector<LabelledWords> read_labelled_words(const std::string& name) {
  std::vector<LabelledWords> rows;
  std::ifstream file(std::string(POSTLUDE_SOURCE_DIR "/tests/core/tracking/") + name);
  for (std::string line; std::getline(file, line);) {
    const size_t first = line.find('\t');
    const size_t second = line.find('\t', first + 1);
    if (line.starts_with('#') || second == std::string::npos) continue;
    LabelledWords row{line.substr(0, first), line.substr(first + 1, second - first - 1), "", "",
                      line.substr(second + 1)};
    const size_t more = row.status.find('|');
    if (more != std::string::npos) {
      row.others = row.status.substr(more);
      row.status.resize(more);
    }
    const size_t slash = row.status.find('/');
    if (slash != std::string::npos) {
      row.sub_status = row.status.substr(slash + 1);
      row.status.resize(slash);
    }
    rows.push_back(row);
  }
  return rows;
}

}  // namespace postlude::tracking
