#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

#include "demo/server/database.h"
#include "demo/server/migrations.h"

namespace postlude::server {

/// A migrated database in a directory of its own, gone with this.
class TemporaryDatabase {
 public:
  explicit TemporaryDatabase(const Faults* faults = nullptr)
      : directory_(make_directory()), pool(path(), faults) {
    migrate(*pool.lease_without_faults());
  }
  TemporaryDatabase(const TemporaryDatabase&) = delete;
  TemporaryDatabase& operator=(const TemporaryDatabase&) = delete;
  ~TemporaryDatabase() {
    std::error_code ignored;
    std::filesystem::remove_all(directory_, ignored);
  }

  std::string path() const { return (directory_ / "test.db").string(); }

 private:
  static std::filesystem::path make_directory() {
    std::string name = (std::filesystem::temp_directory_path() / "postlude-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) std::abort();
    return name;
  }

  const std::filesystem::path directory_;

 public:
  DatabasePool pool;
};

}  // namespace postlude::server
