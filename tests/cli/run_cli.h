#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace postlude::cli {

/// What one run of the real executable left behind.
struct CliRun {
  int exit_code = -1;  // -1 when it did not exit by itself
  std::string out;
  std::string err;
};

/// Runs `postlude` with the arguments, `input` on stdin, and waits for it.
CliRun run_cli(const std::vector<std::string>& arguments, std::string_view input = "");

/// A file with this content, gone with the object.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string_view content);
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  std::string path() const { return path_.string(); }
  std::string content() const;

 private:
  std::filesystem::path path_;
};

}  // namespace postlude::cli
