#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>

namespace postlude::server {

/// Returns the machine's own time in Unix milliseconds.
inline int64_t system_now_ms() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

/// The one clock of the server: the machine's time plus an offset, which the demo's merchant panel
/// can push forward. What an offset is worth keeping is kept in the database
/// (settings_repository.h).
class Clock {
 public:
  int64_t now_ms() const { return system_now_ms() + offset_ms_.load(); }
  int64_t offset_ms() const { return offset_ms_.load(); }
  void set_offset_ms(int64_t offset_ms) { offset_ms_.store(offset_ms); }
  /// The same, but never back: of several at once the furthest stays.
  void raise_offset_ms(int64_t offset_ms) {
    int64_t now = offset_ms_.load();
    while (now < offset_ms && !offset_ms_.compare_exchange_weak(now, offset_ms)) {
    }
  }

 private:
  std::atomic<int64_t> offset_ms_{0};
};

}  // namespace postlude::server
