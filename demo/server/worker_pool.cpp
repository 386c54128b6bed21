#include "demo/server/worker_pool.h"

#include <spdlog/spdlog.h>

#include <system_error>
#include <utility>

namespace postlude::server {

void WorkerPool::enqueue(std::function<void()> job) {
  {
    const std::lock_guard lock(mutex_);
    jobs_.push_back(std::move(job));
    if (jobs_.size() > waiting_ && threads_.size() < most_) start_thread();
  }
  changed_.notify_one();
}

void WorkerPool::start_thread() {
  try {
    threads_.emplace_back([this] { serve(); });
  } catch (const std::system_error& error) {
    if (threads_.empty()) {
      jobs_.pop_back();
      throw;
    }
    spdlog::warn("no more than {} threads: {}", threads_.size(), error.what());
  }
}

void WorkerPool::serve() {
  std::unique_lock lock(mutex_);
  for (;;) {
    ++waiting_;
    changed_.wait(lock, [this] { return !jobs_.empty() || ending_; });
    --waiting_;
    if (jobs_.empty()) return;
    const std::function<void()> job = std::move(jobs_.front());
    jobs_.pop_front();
    lock.unlock();
    job();
    lock.lock();
  }
}

void WorkerPool::shutdown() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

}  // namespace postlude::server
