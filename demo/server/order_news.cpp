#include "demo/server/order_news.h"

#include <utility>

namespace postlude::server {

OrderNews::OrderNews(size_t max_listeners, size_t max_an_order)
    : max_listeners_(max_listeners), max_an_order_(max_an_order) {}

OrderNews::Listener::Listener(OrderNews& news, std::string order_id)
    : news_(news), order_id_(std::move(order_id)) {}

OrderNews::Listener::~Listener() {
  const std::lock_guard lock(news_.mutex_);
  auto [at, end] = news_.listeners_.equal_range(order_id_);
  while (at != end && at->second != this) ++at;
  if (at == end) return;
  news_.listeners_.erase(at);
  news_.left_.notify_all();
}

OrderNews::Woken OrderNews::Listener::wait_for(std::chrono::milliseconds timeout) {
  std::unique_lock lock(news_.mutex_);
  woken_.wait_for(lock, timeout, [this] { return has_news_ || news_.closing_; });
  if (news_.closing_) return Woken::Closing;
  return std::exchange(has_news_, false) ? Woken::News : Woken::Timeout;
}

std::unique_ptr<OrderNews::Listener> OrderNews::listen(std::string order_id) {
  auto listener = std::make_unique<Listener>(*this, std::move(order_id));
  {
    const std::lock_guard lock(mutex_);
    const bool full = listeners_.size() >= max_listeners_ ||
                      listeners_.count(listener->order_id_) >= max_an_order_;
    if (!closing_ && !full) {
      listeners_.emplace(listener->order_id_, listener.get());
      return listener;
    }
  }
  return nullptr;
}

void OrderNews::publish(const std::string& order_id) {
  const std::lock_guard lock(mutex_);
  const auto [begin, end] = listeners_.equal_range(order_id);
  for (auto at = begin; at != end; ++at) {
    at->second->has_news_ = true;
    at->second->woken_.notify_one();
  }
}

bool OrderNews::close(std::chrono::milliseconds patience) {
  std::unique_lock lock(mutex_);
  closing_ = true;
  for (const auto& [order_id, listener] : listeners_) listener->woken_.notify_one();
  return left_.wait_for(lock, patience, [this] { return listeners_.empty(); });
}

}  // namespace postlude::server
