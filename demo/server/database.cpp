#include "demo/server/database.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <csignal>
#include <functional>
#include <utility>

#include "demo/server/faults.h"

namespace postlude::server {
namespace {

// Another process may hold the file for this long; a writer that queues here, for all before it.
constexpr int kBusyTimeoutMs = 2000;
constexpr std::chrono::milliseconds kQueueTimeout{5000};

/// Flushes the write-ahead log for everybody whose commit is in it: SQLite itself would flush once
/// a commit, with every other writer waiting behind it (synchronous=FULL).
class LogFlusher {
 public:
  explicit LogFlusher(std::string path) : path_(std::move(path)) {}
  LogFlusher(const LogFlusher&) = delete;
  LogFlusher& operator=(const LogFlusher&) = delete;
  ~LogFlusher() {
    if (file_ >= 0) close(file_);
  }

  /// Returns when everything committed before the call is on the disk.
  void flush() {
    std::unique_lock lock(mutex_);
    const uint64_t mine = ++asked_;
    while (flushed_ < mine) {
      if (flushing_) {
        done_.wait(lock);
        continue;
      }
      flushing_ = true;
      const uint64_t covered = asked_;
      lock.unlock();
      const bool good = flush_file();
      lock.lock();
      flushing_ = false;
      if (good) flushed_ = covered;
      done_.notify_all();
      if (!good) throw DatabaseError(SQLITE_IOERR_FSYNC, path_ + ": cannot be flushed");
    }
  }

 private:
  bool flush_file() {
    // The log keeps its file for as long as a connection is open, and one of ours always is.
    if (file_ < 0) file_ = open(path_.c_str(), O_RDONLY | O_CLOEXEC);
    return file_ >= 0 && fdatasync(file_) == 0;
  }

  const std::string path_;
  int file_ = -1;  // of whoever is flushing
  std::mutex mutex_;
  std::condition_variable done_;
  uint64_t asked_ = 0;
  uint64_t flushed_ = 0;
  bool flushing_ = false;
};

}  // namespace

/// What the connections to one file share.
struct Writers {
  explicit Writers(std::string log_path) : log(std::move(log_path)) {}

  std::timed_mutex queue;
  LogFlusher log;
  std::function<void(const std::string&)> committed;
};

bool DatabaseError::passing() const {
  const int primary = code_ & 0xff;
  return primary == SQLITE_BUSY || primary == SQLITE_LOCKED || primary == SQLITE_FULL;
}

bool DatabaseError::constraint() const { return (code_ & 0xff) == SQLITE_CONSTRAINT; }

Statement::Statement(Database& database, sqlite3_stmt* statement)
    : database_(&database), statement_(statement) {}

Statement::Statement(Statement&& other) noexcept
    : database_(other.database_),
      statement_(std::exchange(other.statement_, nullptr)),
      next_parameter_(other.next_parameter_) {}

Statement::~Statement() {
  if (statement_ == nullptr) return;
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
  database_->idle_[sqlite3_sql(statement_)].push_back(statement_);
}

Statement& Statement::bind(int64_t value) {
  sqlite3_bind_int64(statement_, next_parameter_++, value);
  return *this;
}

Statement& Statement::bind(std::string_view value) {
  // An empty view may hold a null pointer, which SQLite would store as NULL.
  sqlite3_bind_text(statement_, next_parameter_++, value.empty() ? "" : value.data(),
                    static_cast<int>(value.size()), SQLITE_TRANSIENT);
  return *this;
}

Statement& Statement::bind(std::nullopt_t) {
  sqlite3_bind_null(statement_, next_parameter_++);
  return *this;
}

bool Statement::step() {
  if (sqlite3_stmt_busy(statement_) == 0) database_->begin_step();
  const int code = sqlite3_step(statement_);
  if (code != SQLITE_ROW && code != SQLITE_DONE) database_->fail(code);
  if (code == SQLITE_ROW) return true;
  database_->end_step();
  return false;
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_, column); }

std::string Statement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<size_t>(sqlite3_column_bytes(statement_, column))};
}

std::optional<int64_t> Statement::optional_integer(int column) const {
  if (is_null(column)) return std::nullopt;
  return integer(column);
}

Database::Database(const std::string& path, std::shared_ptr<Writers> writers, const Faults* faults)
    : writers_(std::move(writers)), faults_(faults) {
  const int code =
      sqlite3_open_v2(path.c_str(), &connection_,
                      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
  if (code != SQLITE_OK) {
    const std::string message = sqlite3_errmsg(connection_);
    sqlite3_close(connection_);
    throw DatabaseError(code, path + ": " + message);
  }
  sqlite3_extended_result_codes(connection_, 1);
  sqlite3_busy_timeout(connection_, kBusyTimeoutMs);
  run_script("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;");
}

Database::~Database() {
  for (auto& [sql, statements] : idle_) {
    for (sqlite3_stmt* statement : statements) sqlite3_finalize(statement);
  }
  sqlite3_close(connection_);
}

Statement Database::prepare(std::string_view sql) {
  const auto found = idle_.find(sql);
  if (found != idle_.end() && !found->second.empty()) {
    sqlite3_stmt* statement = found->second.back();
    found->second.pop_back();
    return {*this, statement};
  }
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(connection_, sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) fail(code);
  return {*this, statement};
}

void Database::run_script(const std::string& sql) {
  const int code = sqlite3_exec(connection_, sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

void Database::await_disk() const { writers_->log.flush(); }

void Database::flush_if_committed(const Statement& statement) const {
  const bool wrote = sqlite3_stmt_readonly(statement.statement_) == 0;
  if (wrote && sqlite3_get_autocommit(connection_) != 0) writers_->log.flush();
}

int64_t Database::changes() const { return sqlite3_changes64(connection_); }

void Database::fail(int code) const { throw DatabaseError(code, sqlite3_errmsg(connection_)); }

void Database::begin_step() const {
  if (faults_ == nullptr || faults_->idle()) return;
  if (faults_->due("crash_at")) std::raise(SIGKILL);
  if (faults_->due("busy_at")) {
    throw DatabaseError(SQLITE_BUSY, "database is locked (fault busy_at)");
  }
  if (faults_->due_from("busy_from")) {
    throw DatabaseError(SQLITE_BUSY, "database is locked (fault busy_from)");
  }
  if (faults_->due("full_at")) {
    throw DatabaseError(SQLITE_FULL, "database or disk is full (fault full_at)");
  }
}

void Database::end_step() const {
  if (faults_ != nullptr && faults_->due("crash_at")) std::raise(SIGKILL);
}

Transaction::Transaction(Database& database)
    : database_(database), lock_(database.writers_->queue, kQueueTimeout) {
  // A queue without end would make every answer late when another process holds the file.
  if (!lock_) throw DatabaseError(SQLITE_BUSY, "too many writers");
  database_.begin_step();
  if (database_.faults_ != nullptr && database_.faults_->take("sqlite_busy")) {
    throw DatabaseError(SQLITE_BUSY, "database is locked (fault sqlite_busy)");
  }
  database_.notes_.clear();
  database_.run_script("BEGIN IMMEDIATE");
  open_ = true;
  database_.end_step();
}

Transaction::~Transaction() {
  if (!open_) return;
  // A failed ROLLBACK means that SQLite has rolled back already.
  sqlite3_exec(database_.connection_, "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  if (database_.faults_ != nullptr && database_.faults_->take("sqlite_full")) {
    throw DatabaseError(SQLITE_FULL, "database or disk is full (fault sqlite_full)");
  }
  database_.begin_step();
  database_.run_script("COMMIT");
  open_ = false;
  lock_.unlock();
  database_.writers_->log.flush();
  database_.end_step();
  if (database_.writers_->committed) {
    for (const std::string& subject : database_.notes_) database_.writers_->committed(subject);
  }
}

Snapshot::Snapshot(Database& database) : database_(database) {
  database_.run_script("BEGIN DEFERRED");
}

Snapshot::~Snapshot() {
  // Nothing was written: there is nothing that a failed ROLLBACK could lose.
  sqlite3_exec(database_.connection_, "ROLLBACK", nullptr, nullptr, nullptr);
}

DatabasePool::DatabasePool(std::string path, const Faults* faults)
    : path_(std::move(path)),
      faults_(faults),
      writers_(std::make_shared<Writers>(path_ + "-wal")) {}

DatabasePool::Lease::Lease(DatabasePool& pool, std::unique_ptr<Database> database)
    : pool_(&pool), database_(std::move(database)) {}

DatabasePool::Lease::~Lease() {
  if (!database_) return;
  const std::lock_guard lock(pool_->mutex_);
  pool_->idle_.push_back(std::move(database_));
}

DatabasePool::Lease DatabasePool::lease() { return lease_with(faults_); }

DatabasePool::Lease DatabasePool::lease_without_faults() { return lease_with(nullptr); }

void DatabasePool::on_commit(std::function<void(const std::string& subject)> listener) {
  writers_->committed = std::move(listener);
}

DatabasePool::Lease DatabasePool::lease_with(const Faults* faults) {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      std::unique_ptr<Database> database = std::move(idle_.back());
      idle_.pop_back();
      database->faults_ = faults;
      return {*this, std::move(database)};
    }
  }
  return {*this, std::make_unique<Database>(path_, writers_, faults)};
}

}  // namespace postlude::server
