#pragma once

#include <cstdint>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace postlude::server {

/// SQLite said no. `busy` and `full` may pass; all else is a bug or a broken disk.
class DatabaseError : public std::runtime_error {
 public:
  DatabaseError(int code, const std::string& message) : std::runtime_error(message), code_(code) {}
  int code() const { return code_; }
  /// True when trying again later can help (busy, locked, disk full).
  bool passing() const;
  /// True when a unique index or another constraint refused the row.
  bool constraint() const;

 private:
  int code_;
};

/// SQLite's connection to a file and the statements prepared on it; used by one thread at a time.
class SqliteConnection {
 public:
  /// Opens or creates the file: a write-ahead log, a commit is on the disk before it is seen
  /// (synchronous=FULL), foreign keys are checked. Throws DatabaseError.
  explicit SqliteConnection(const std::string& path);
  SqliteConnection(const SqliteConnection&) = delete;
  SqliteConnection& operator=(const SqliteConnection&) = delete;
  ~SqliteConnection();

  /// Returns a statement, prepared or from the cache, whose key is the text. Throws DatabaseError.
  sqlite3_stmt* take(std::string_view sql);
  /// Puts it back, reset and without its parameters.
  void give_back(sqlite3_stmt* statement);
  /// The number of statements taken and not given back.
  int taken() const { return taken_; }

  /// Runs several statements without parameters. Throws DatabaseError.
  void run_script(const std::string& sql);
  /// The same, but returns SQLite's code instead of throwing.
  int try_script(const char* sql);
  /// True between a BEGIN and its end; an error such as a full disk may have been the end.
  bool in_transaction() const;
  /// Rows changed by the last statement.
  int64_t changes() const;
  /// What SQLite has last said here.
  std::string message() const;
  /// Throws it.
  [[noreturn]] void fail(int code) const;

 private:
  sqlite3* handle_ = nullptr;
  std::map<std::string, std::vector<sqlite3_stmt*>, std::less<>> idle_;
  int taken_ = 0;
};

}  // namespace postlude::server
