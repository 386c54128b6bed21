#pragma once

#include <httplib.h>

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace postlude::server {

/// The threads that serve connections, started one by one when all that there are have work: a
/// server that waits for its first shopper holds none. A thread stays once it is there.
class WorkerPool final : public httplib::TaskQueue {
 public:
  /// At most `most` threads (at least 1); what comes when all of them are busy waits in its order.
  explicit WorkerPool(size_t most) : most_(most) {}

  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;
  ~WorkerPool() override = default;

  /// Has `job` called by some thread, soon. A thread that the system does not give is done without.
  /// @throws std::system_error when there is no thread at all.
  void enqueue(std::function<void()> job) override;

  /// Returns when everything that was queued is done and every thread has ended. Nothing may be
  /// queued from then on.
  void shutdown() override;

 private:
  void serve();
  void start_thread();

  const size_t most_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> jobs_;
  std::vector<std::thread> threads_;
  size_t waiting_ = 0;
  bool ending_ = false;
};

}  // namespace postlude::server
