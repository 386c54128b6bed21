#include "demo/server/sqlite_connection.h"

#include <sqlite3.h>

namespace postlude::server {
namespace {

// Another process may hold the file for this long; a writer that queues here, for all before it.
constexpr int kBusyTimeoutMs = 2000;

}  // namespace

bool DatabaseError::passing() const {
  const int primary = code_ & 0xff;
  return primary == SQLITE_BUSY || primary == SQLITE_LOCKED || primary == SQLITE_FULL;
}

bool DatabaseError::constraint() const { return (code_ & 0xff) == SQLITE_CONSTRAINT; }

SqliteConnection::SqliteConnection(const std::string& path) {
  const int code =
      sqlite3_open_v2(path.c_str(), &handle_,
                      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
  if (code != SQLITE_OK) {
    const std::string message = sqlite3_errmsg(handle_);
    sqlite3_close(handle_);
    throw DatabaseError(code, path + ": " + message);
  }
  sqlite3_extended_result_codes(handle_, 1);
  sqlite3_busy_timeout(handle_, kBusyTimeoutMs);
  run_script("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;");
}

SqliteConnection::~SqliteConnection() {
  for (auto& [sql, statements] : idle_) {
    for (sqlite3_stmt* statement : statements) sqlite3_finalize(statement);
  }
  sqlite3_close(handle_);
}

sqlite3_stmt* SqliteConnection::take(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const auto found = idle_.find(sql);
  if (found != idle_.end() && !found->second.empty()) {
    statement = found->second.back();
    found->second.pop_back();
  } else {
    const int code = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK) fail(code);
  }
  ++taken_;
  return statement;
}

void SqliteConnection::give_back(sqlite3_stmt* statement) {
  sqlite3_reset(statement);
  sqlite3_clear_bindings(statement);
  idle_[sqlite3_sql(statement)].push_back(statement);
  --taken_;
}

void SqliteConnection::run_script(const std::string& sql) {
  const int code = try_script(sql.c_str());
  if (code != SQLITE_OK) fail(code);
}

int SqliteConnection::try_script(const char* sql) {
  return sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
}

bool SqliteConnection::in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }

int64_t SqliteConnection::changes() const { return sqlite3_changes64(handle_); }

std::string SqliteConnection::message() const { return sqlite3_errmsg(handle_); }

void SqliteConnection::fail(int code) const { throw DatabaseError(code, message()); }

}  // namespace postlude::server
