#include "demo/server/commit_group.h"

#include <sqlite3.h>

#include <chrono>

namespace postlude::server {
namespace {

constexpr std::chrono::milliseconds kQueueTimeout{5000};

// Whoever is first waits for all of these.
constexpr int kMostMembers = 32;

}  // namespace

void CommitGroup::begin() {
  {
    std::unique_lock lock(mutex_);
    ++waiting_;
    const bool mine = turn_.wait_for(lock, kQueueTimeout, [this] { return !taken_; });
    --waiting_;
    if (!mine) throw DatabaseError(SQLITE_BUSY, "too many writers");
    taken_ = true;
  }
  try {
    if (!connection_) connection_ = std::make_unique<SqliteConnection>(path_);
    if (!group_) {
      connection_->run_script("BEGIN IMMEDIATE");
      group_ = std::make_shared<Group>();
    }
    connection_->run_script("SAVEPOINT member");
  } catch (const DatabaseError&) {
    end_turn();
    throw;
  }
}

void CommitGroup::commit() {
  std::optional<DatabaseError> error;
  if (const int code = connection_->try_script("RELEASE member"); code != SQLITE_OK) {
    error.emplace(code, connection_->message());
    roll_back();
  } else {
    error = end_turn();
  }
  if (error) throw DatabaseError(*error);
}

bool CommitGroup::roll_back() noexcept {
  const bool undone = connection_->try_script("ROLLBACK TO member") == SQLITE_OK &&
                      connection_->try_script("RELEASE member") == SQLITE_OK;
  // All or nothing: what cannot be taken out takes the others with it.
  if (!undone) connection_->try_script("ROLLBACK");
  return !end_turn();
}

std::optional<DatabaseError> CommitGroup::end_turn() {
  std::unique_lock lock(mutex_);
  const std::shared_ptr<Group> group = group_;
  if (group) {
    ++group->members;
    // Who waits will find the turn free, however late: so somebody commits this group.
    if (waiting_ > 0 && group->members < kMostMembers && connection_->in_transaction()) {
      taken_ = false;
      turn_.notify_one();
      ended_.wait(lock, [&group] { return group->ended; });
      return group->error;
    }
    lock.unlock();
    std::optional<DatabaseError> error = commit_all();
    lock.lock();
    group->error = std::move(error);
    group->ended = true;
    group_.reset();
    ended_.notify_all();
  }
  taken_ = false;
  turn_.notify_one();
  return group ? group->error : std::nullopt;
}

std::optional<DatabaseError> CommitGroup::commit_all() {
  if (!connection_->in_transaction()) {
    return DatabaseError(SQLITE_BUSY, "undone with another writer's failure");
  }
  const int code = connection_->try_script("COMMIT");
  if (code == SQLITE_OK) return std::nullopt;
  const DatabaseError error(code, connection_->message());
  connection_->try_script("ROLLBACK");
  return error;
}

int CommitGroup::waiting() {
  const std::lock_guard lock(mutex_);
  return waiting_;
}

}  // namespace postlude::server
