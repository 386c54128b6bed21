#include "demo/server/commit_group.h"

#include <sqlite3.h>

#include <chrono>

namespace postlude::server {
namespace {

constexpr std::chrono::milliseconds kQueueTimeout{5000};

// Whoever is first waits for all of these.
constexpr int kMostMembers = 32;

}  // namespace

void CommitGroup::take_turn() {
  std::unique_lock lock(mutex_);
  if (!taken_) {
    taken_ = true;
    return;
  }
  Waiter self;
  const auto place = queue_.insert(queue_.end(), &self);
  if (self.called.wait_for(lock, kQueueTimeout, [&self] { return self.has_turn; })) return;
  queue_.erase(place);
  throw DatabaseError(SQLITE_BUSY, "too many writers");
}

void CommitGroup::pass_turn() {
  taken_ = !queue_.empty();
  if (!taken_) return;
  Waiter& next = *queue_.front();
  queue_.pop_front();
  next.has_turn = true;
  next.called.notify_one();
}

void CommitGroup::begin() {
  take_turn();
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
    // Whoever has the turn passes it on or commits.
    if (!queue_.empty() && group->members < kMostMembers && connection_->in_transaction()) {
      pass_turn();
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
  pass_turn();
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
  return static_cast<int>(queue_.size());
}

}  // namespace postlude::server
