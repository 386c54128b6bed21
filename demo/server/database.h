#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "demo/server/sqlite_connection.h"

struct sqlite3_stmt;

namespace postlude::server {

class Faults;

class Database;
struct Writers;

/// One running statement. Columns are valid until the next step; the statement goes back to its
/// connection's cache when this is destroyed. One made within a Transaction is gone before it ends.
class Statement {
 public:
  Statement(const Database& database, SqliteConnection& connection, std::string_view sql);
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
  const Database* database_;
  SqliteConnection* connection_;
  sqlite3_stmt* statement_;
  int next_parameter_ = 1;
};

/// What one thread at a time reads and writes with: it reads on a connection of its own, and writes
/// in a Transaction, on the connection of all writers.
class Database {
 public:
  Database(const std::string& path, std::shared_ptr<Writers> writers, const Faults* faults);
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// Prepares (or takes from the cache) and binds; call step() on it. `sql` is a literal: its text
  /// is the cache's key.
  template <class... Parameters>
  Statement query(std::string_view sql, const Parameters&... parameters) {
    Statement statement(*this, *connection_, sql);
    (statement.bind(parameters), ...);
    return statement;
  }
  /// Runs one statement to its end; returns the number of rows changed. Outside of a Transaction it
  /// is one by itself.
  template <class... Parameters>
  int64_t execute(std::string_view sql, const Parameters&... parameters);
  /// Runs several statements without parameters.
  void run_script(const std::string& sql) { connection_->run_script(sql); }
  /// Who listens at the pool (`on_commit`) hears of `subject` once the open transaction is
  /// committed.
  void note(std::string_view subject) { notes_.emplace_back(subject); }
  /// Throws DatabaseError when what the last Transaction has read of others was lost with their
  /// commit: before an answer is given from one that wrote nothing.
  void confirm_read() const;

 private:
  friend class Statement;
  friend class Transaction;
  friend class Snapshot;
  friend class DatabasePool;

  /// The start of one step of work: where a fault that counts steps may happen.
  void begin_step() const;
  /// Its end: where the process may die.
  void end_step() const;

  SqliteConnection reader_;
  SqliteConnection* connection_ = &reader_;  // the writers' within a Transaction
  std::shared_ptr<Writers> writers_;
  const Faults* faults_;
  std::vector<std::string> notes_;  // of the open transaction
  bool read_lost_ = false;
};

/// A write transaction. Writers of this process wait for their turn and are committed in groups
/// (CommitGroup); who has waited for 5 seconds gets DatabaseError (busy). `commit` returns once all
/// is on the disk. Rolled back unless committed. Not nested.
class Transaction {
 public:
  explicit Transaction(Database& database);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

template <class... Parameters>
int64_t Database::execute(std::string_view sql, const Parameters&... parameters) {
  std::optional<Transaction> alone;
  if (connection_ == &reader_) alone.emplace(*this);
  {
    Statement statement = query(sql, parameters...);
    while (statement.step()) {
    }
  }
  const int64_t changed = connection_->changes();
  if (alone) alone->commit();
  return changed;
}

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
