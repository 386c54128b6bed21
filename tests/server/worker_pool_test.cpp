#include "demo/server/worker_pool.h"

#include <gtest/gtest.h>

#include <barrier>
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <iterator>
#include <latch>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

namespace postlude::server {
namespace {

size_t threads_of_this_process() {
  return static_cast<size_t>(std::distance(std::filesystem::directory_iterator("/proc/self/task"),
                                           std::filesystem::directory_iterator()));
}

TEST(WorkerPool, StartsNoThreadBeforeThereIsWork) {
  const size_t before = threads_of_this_process();
  WorkerPool pool(64);
  EXPECT_EQ(threads_of_this_process(), before);
  std::latch done(1);
  pool.enqueue([&] { done.count_down(); });
  done.wait();
  EXPECT_EQ(threads_of_this_process(), before + 1);
  pool.shutdown();
}

TEST(WorkerPool, GivesEachJobAThreadOfItsOwnWhileAllAreBusy) {
  WorkerPool pool(8);
  // None of them ends before all have begun.
  std::barrier all_here(8);
  std::mutex mutex;
  std::set<std::thread::id> ids;
  for (int job = 0; job < 8; job++) {
    pool.enqueue([&] {
      all_here.arrive_and_wait();
      const std::lock_guard lock(mutex);
      ids.insert(std::this_thread::get_id());
    });
  }
  pool.shutdown();
  EXPECT_EQ(ids.size(), 8U);
}

TEST(WorkerPool, QueuesInOrderWhatIsMoreThanItsThreads) {
  WorkerPool pool(1);
  std::latch go(1);
  std::vector<int> order;
  pool.enqueue([&] { go.wait(); });
  for (int job = 0; job < 50; job++) pool.enqueue([&order, job] { order.push_back(job); });
  EXPECT_TRUE(order.empty());
  go.count_down();
  // Also what is still queued is done.
  pool.shutdown();
  ASSERT_EQ(order.size(), 50U);
  for (int job = 0; job < 50; job++) EXPECT_EQ(order[static_cast<size_t>(job)], job);
}

TEST(WorkerPool, TakesAThreadThatWaitsBeforeItStartsAnother) {
  constexpr size_t kJobs = 20;
  const size_t before = threads_of_this_process();
  WorkerPool pool(kJobs);
  for (size_t job = 0; job < kJobs; job++) {
    std::latch done(1);
    pool.enqueue([&] { done.count_down(); });
    done.wait();
    // The thread is not back at its queue at the moment in which its job says so.
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  EXPECT_LT(threads_of_this_process() - before, kJobs);
  pool.shutdown();
}

TEST(WorkerPool, ShutsDownWithoutHavingWorked) {
  WorkerPool pool(4);
  pool.shutdown();
}

}  // namespace
}  // namespace postlude::server
