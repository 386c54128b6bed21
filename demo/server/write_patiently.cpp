#include "demo/server/write_patiently.h"

#include <chrono>
#include <thread>

#include "demo/server/database.h"

namespace postlude::server {
namespace {

constexpr int kTries = 5;
constexpr std::chrono::milliseconds kEvery{20};

}  // namespace

bool write_patiently(const std::function<void()>& write) {
  for (int tries = 1;; ++tries) {
    try {
      write();
      return true;
    } catch (const DatabaseError& error) {
      if (!error.passing()) throw;
      if (tries == kTries) return false;
      std::this_thread::sleep_for(kEvery * tries);
    }
  }
}

}  // namespace postlude::server
