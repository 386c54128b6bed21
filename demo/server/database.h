#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace postlude::server {

class Faults;

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

class Database;
struct Writers;

/// One running statement. Columns are valid until the next step; the statement goes back to its
/// connection's cache when this is destroyed.
class Statement {
 public:
  Statement(Database& database, sqlite3_stmt* statement);
  Statement(Statement&& other) noexcept;
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement();

  /// Binds the next parameter.
  Statement& bind(int64_t value);
  Statement& bind(int value) { return bind(static_cast<int64_t>(value)); }
  Statement& bind(bool value) { return bind(static_cast<int64_t>(value)); }
  Statement& bind(std::string_view value);
  Statement& bind(const std::string& value) { return bind(std::string_view(value)); }
  Statement& bind(const char* value) { return bind(std::string_view(value)); }
  Statement& bind(std::nullopt_t);
  template <class T>
  Statement& bind(const std::optional<T>& value) {
    return value ? bind(*value) : bind(std::nullopt);
  }

  /// Moves to the next row; false when there is none.
  bool step();
  bool is_null(int column) const;
  int64_t integer(int column) const;
  std::string text(int column) const;
  std::optional<int64_t> optional_integer(int column) const;

 private:
  friend class Database;

  Database* database_;
  sqlite3_stmt* statement_;
  int next_parameter_ = 1;
};

/// One connection; used by one thread at a time.
class Database {
 public:
  /// Opens or creates the file: WAL, foreign keys. What was written is on the disk when `execute`
  /// or `Transaction::commit` return; commits of several threads share one flush.
  Database(const std::string& path, std::shared_ptr<Writers> writers, const Faults* faults);
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  /// Prepares (or takes from the cache) and binds; call step() on it. `sql` is a literal: its text
  /// is the cache's key.
  template <class... Parameters>
  Statement query(std::string_view sql, const Parameters&... parameters) {
    Statement statement = prepare(sql);
    (statement.bind(parameters), ...);
    return statement;
  }
  /// Runs one statement to its end; returns the number of rows changed.
  template <class... Parameters>
  int64_t execute(std::string_view sql, const Parameters&... parameters) {
    Statement statement = query(sql, parameters...);
    while (statement.step()) {
    }
    const int64_t changed = changes();
    flush_if_committed(statement);
    return changed;
  }
  /// Runs several statements without parameters.
  void run_script(const std::string& sql);
  int64_t changes() const;
  /// Who listens at the pool (`on_commit`) hears of `subject` once the open transaction is
  /// committed.
  void note(std::string_view subject) { notes_.emplace_back(subject); }
  /// Returns when everything that can be read now is on the disk: before an answer is given that
  /// somebody else has written.
  void await_disk() const;

 private:
  friend class Statement;
  friend class Transaction;
  friend class Snapshot;
  friend class DatabasePool;

  Statement prepare(std::string_view sql);
  [[noreturn]] void fail(int code) const;
  /// Flushes what a statement outside of any transaction has written.
  void flush_if_committed(const Statement& statement) const;
  /// The start of one step of work: where a fault that counts steps may happen.
  void begin_step() const;
  /// Its end: where the process may die.
  void end_step() const;

  sqlite3* connection_ = nullptr;
  std::map<std::string, std::vector<sqlite3_stmt*>, std::less<>> idle_;
  std::shared_ptr<Writers> writers_;
  const Faults* faults_;
  std::vector<std::string> notes_;  // of the open transaction
};

/// A write transaction (BEGIN IMMEDIATE). Writers of this process queue on one mutex, so that none
/// of them has to wait in SQLite's busy loop; who has queued for 5 seconds gets DatabaseError
/// (busy). Rolled back unless committed. Not nested.
class Transaction {
 public:
  explicit Transaction(Database& database);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  void commit();

 private:
  Database& database_;
  std::unique_lock<std::timed_mutex> lock_;
  bool open_ = false;
};

/// Everything read while one lives is of one moment, whatever others commit meanwhile; they do not
/// wait for it. Nothing may be written, nor a Transaction begun, until it is gone. Not nested.
class Snapshot {
 public:
  explicit Snapshot(Database& database);
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  ~Snapshot();

 private:
  Database& database_;
};

/// Connections to one file, made on demand and used again.
class DatabasePool {
 public:
  DatabasePool(std::string path, const Faults* faults);

  /// A connection that goes back to the pool when this is destroyed.
  class Lease {
   public:
    Lease(DatabasePool& pool, std::unique_ptr<Database> database);
    Lease(Lease&&) = default;
    ~Lease();
    Database& operator*() { return *database_; }
    Database* operator->() { return database_.get(); }

   private:
    DatabasePool* pool_;
    std::unique_ptr<Database> database_;
  };
  Lease lease();
  /// The same for work that no fault may touch: start-up and the test gateway's own books.
  Lease lease_without_faults();
  /// Called with each subject noted in a transaction (`Database::note`), once what was written is
  /// on the disk, by the thread that wrote. Set before other threads use the pool.
  void on_commit(std::function<void(const std::string& subject)> listener);

 private:
  Lease lease_with(const Faults* faults);

  const std::string path_;
  const Faults* const faults_;
  const std::shared_ptr<Writers> writers_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Database>> idle_;
};

}  // namespace postlude::server
