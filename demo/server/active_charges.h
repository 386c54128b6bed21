#pragma once

#include <mutex>
#include <set>
#include <string>
#include <string_view>

namespace postlude::server {

/// The charges that a request of this process is working on; nobody else settles those.
class ActiveCharges {
 public:
  void begin(const std::string& charge_id) {
    const std::lock_guard lock(mutex_);
    ids_.insert(charge_id);
  }
  void end(const std::string& charge_id) {
    const std::lock_guard lock(mutex_);
    ids_.erase(charge_id);
  }
  bool holds(std::string_view charge_id) const {
    const std::lock_guard lock(mutex_);
    return ids_.find(charge_id) != ids_.end();
  }

 private:
  mutable std::mutex mutex_;
  std::set<std::string, std::less<>> ids_;
};

/// One charge's time as active.
class ActiveMark {
 public:
  ActiveMark(ActiveCharges& charges, std::string charge_id)
      : charges_(charges), charge_id_(std::move(charge_id)) {
    charges_.begin(charge_id_);
  }
  ActiveMark(const ActiveMark&) = delete;
  ActiveMark& operator=(const ActiveMark&) = delete;
  ~ActiveMark() { charges_.end(charge_id_); }

 private:
  ActiveCharges& charges_;
  const std::string charge_id_;
};

}  // namespace postlude::server
