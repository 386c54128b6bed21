#include "demo/server/database.h"

#include <sqlite3.h>

#include <csignal>
#include <stdexcept>
#include <utility>

#include "demo/server/commit_group.h"
#include "demo/server/faults.h"

namespace postlude::server {

/// What the databases of one file share.
struct Writers {
  explicit Writers(std::string path) : group(std::move(path)) {}

  CommitGroup group;
  std::function<void(const std::string&)> committed;
};

Statement::Statement(const Database& database, SqliteConnection& connection, std::string_view sql)
    : database_(&database), connection_(&connection), statement_(connection.take(sql)) {}

Statement::Statement(Statement&& other) noexcept
    : database_(other.database_),
      connection_(other.connection_),
      statement_(std::exchange(other.statement_, nullptr)),
      next_parameter_(other.next_parameter_) {}

Statement::~Statement() {
  if (statement_ != nullptr) connection_->give_back(statement_);
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
  if (code != SQLITE_ROW && code != SQLITE_DONE) connection_->fail(code);
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
    : reader_(path), writers_(std::move(writers)), faults_(faults) {}

void Database::confirm_read() const {
  if (read_lost_) throw DatabaseError(SQLITE_BUSY, "undone with another writer's failure");
}

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

Transaction::Transaction(Database& database) : database_(database) {
  if (database.reader_.in_transaction() || database.connection_ != &database.reader_) {
    throw DatabaseError(SQLITE_MISUSE, "a Transaction within a Snapshot or another Transaction");
  }
  database_.begin_step();
  if (database_.faults_ != nullptr && database_.faults_->take("sqlite_busy")) {
    throw DatabaseError(SQLITE_BUSY, "database is locked (fault sqlite_busy)");
  }
  database_.notes_.clear();
  database_.read_lost_ = false;
  CommitGroup& group = database_.writers_->group;
  group.begin();
  database_.connection_ = &group.connection();
  database_.end_step();
}

Transaction::~Transaction() {
  if (!open_) return;
  database_.connection_ = &database_.reader_;
  database_.read_lost_ = !database_.writers_->group.roll_back();
}

void Transaction::commit() {
  if (database_.connection_->taken() != 0) {
    throw std::logic_error("a statement outlives its Transaction");
  }
  if (database_.faults_ != nullptr && database_.faults_->take("sqlite_full")) {
    throw DatabaseError(SQLITE_FULL, "database or disk is full (fault sqlite_full)");
  }
  database_.begin_step();
  open_ = false;
  database_.connection_ = &database_.reader_;
  database_.writers_->group.commit();
  database_.end_step();
  if (database_.writers_->committed) {
    for (const std::string& subject : database_.notes_) database_.writers_->committed(subject);
  }
}

Snapshot::Snapshot(Database& database) : database_(database) {
  database_.reader_.run_script("BEGIN DEFERRED");
}

Snapshot::~Snapshot() {
  // Nothing was written: there is nothing that a failed ROLLBACK could lose.
  database_.reader_.try_script("ROLLBACK");
}

DatabasePool::DatabasePool(std::string path, const Faults* faults)
    : path_(std::move(path)), faults_(faults), writers_(std::make_shared<Writers>(path_)) {}

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
