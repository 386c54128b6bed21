#pragma once

#include <chrono>
#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace postlude::server {

/// Wakes whoever listens to an order when something was written about it. What was written is read
/// from the database; nothing is queued here, so a slow listener costs nothing.
class OrderNews {
 public:
  enum class Woken { News, Timeout, Closing };

  /// One place among those who listen, until it is destroyed.
  class Listener {
   public:
    Listener(OrderNews& news, std::string order_id);
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;
    ~Listener();

    /// Returns when there is news since the last call, when everything closes, or after `timeout`.
    Woken wait_for(std::chrono::milliseconds timeout);

   private:
    friend class OrderNews;

    OrderNews& news_;
    const std::string order_id_;
    std::condition_variable woken_;
    bool has_news_ = false;
  };

  /// `max_listeners` at once, and `max_an_order` of one order.
  OrderNews(size_t max_listeners, size_t max_an_order);

  /// Returns a place, or nullptr when all are taken or everything closes.
  std::unique_ptr<Listener> listen(std::string order_id);

  /// Something was written about this order.
  void publish(const std::string& order_id);
  /// Wakes everybody for the last time; from now on nobody can listen. Returns true once all have
  /// given their places back, false when some still have theirs after `patience`.
  bool close(std::chrono::milliseconds patience);

  size_t max_listeners() const { return max_listeners_; }

 private:
  const size_t max_listeners_;
  const size_t max_an_order_;
  std::mutex mutex_;
  std::condition_variable left_;
  bool closing_ = false;
  std::multimap<std::string, Listener*, std::less<>> listeners_;
};

}  // namespace postlude::server
