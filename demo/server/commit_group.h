#pragma once

#include <condition_variable>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "demo/server/sqlite_connection.h"

namespace postlude::server {

/// The writers of one file. A commit that is on the disk before it is seen costs a flush, for which
/// every other writer waits: so those who came meanwhile are written one after the other, each
/// inside of a savepoint, and committed together by one flush. Nobody goes on before that.
class CommitGroup {
 public:
  explicit CommitGroup(std::string path) : path_(std::move(path)) {}
  CommitGroup(const CommitGroup&) = delete;
  CommitGroup& operator=(const CommitGroup&) = delete;

  /// Waits for this thread's turn, which lasts until `commit` or `roll_back`: they come in the
  /// order in which they were asked for. Of 5 seconds at most, as otherwise a file held by another
  /// process would make every answer late. Throws DatabaseError, and then there is no turn.
  void begin();
  /// The connection to write with, and to read what others of the group have written; only in a
  /// turn.
  SqliteConnection& connection() { return *connection_; }
  /// Ends the turn, and returns once what was written in it is on the disk. Throws DatabaseError,
  /// and then nothing of it is.
  void commit();
  /// Ends the turn without what was written in it, and returns once what others of the group have
  /// written is on the disk; false when that was lost, and so what was read is not true.
  bool roll_back() noexcept;

  /// The number of threads that wait for their turn.
  int waiting();

 private:
  /// Those who are committed together.
  struct Group {
    int members = 0;
    bool ended = false;
    std::optional<DatabaseError> error;
  };

  /// A thread in the queue.
  struct Waiter {
    std::condition_variable called;
    bool has_turn = false;
  };

  void take_turn();
  /// Gives the turn to the first in the queue; with the mutex held.
  void pass_turn();
  /// Leaves the group to the next in the queue, or commits it; returns what went wrong.
  std::optional<DatabaseError> end_turn();
  std::optional<DatabaseError> commit_all();

  const std::string path_;
  std::unique_ptr<SqliteConnection> connection_;  // of whose turn it is
  std::mutex mutex_;
  std::condition_variable ended_;
  std::shared_ptr<Group> group_;  // open: it has begun and is not committed
  std::list<Waiter*> queue_;
  bool taken_ = false;  // somebody's turn
};

}  // namespace postlude::server
