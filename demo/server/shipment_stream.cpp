#include "demo/server/shipment_stream.h"

#include <httplib.h>
#include <spdlog/spdlog.h>

#include <chrono>
#include <memory>
#include <optional>
#include <utility>

#include "demo/server/http_problem.h"
#include "demo/server/order_access.h"
#include "demo/server/order_news.h"
#include "demo/server/order_page.h"
#include "demo/server/order_repository.h"

namespace postlude::server {
namespace {

using Woken = OrderNews::Woken;
using std::chrono::steady_clock;

// Readers give a stream up that says nothing for 40 s (core/app/refresh.cpp).
constexpr std::chrono::seconds kHeartbeat{15};
// How soon a place is free when its reader has gone.
constexpr std::chrono::seconds kLookAround{1};
constexpr int kTryAgainS = 60;

class ShipmentStream {
 public:
  ShipmentStream(App& app, const httplib::Request& request)
      : app_(app),
        authorization_(request.get_header_value("Authorization")),
        order_id_(order_of_authorization(app, authorization_)),
        cursor_(request.has_param("since") ? request.get_param_value("since") : "0"),
        listener_(app.news.listen(order_id_)) {
    if (!listener_) {
      Problem problem(ProblemCode::Busy);
      problem.retry_after_s = kTryAgainS;
      throw problem;
    }
    first_ = text_of(shipments_since(app_, order_id_, cursor_));
  }

  /// Writes what there is to say next; false when the connection is of no more use.
  bool write_next(httplib::DataSink& sink) {
    std::string text = first_ ? ": open\n\n" + *first_ : std::string();
    if (!first_) {
      const Woken woken = wait(sink);
      if (woken == Woken::Closing) return end(sink);
      const std::optional<std::string> now = look();
      if (!now) return end(sink);
      text = *now;
      if (text.empty() && woken == Woken::Timeout) text = ": still here\n\n";
    }
    first_.reset();
    if (text.empty()) return true;
    spoken_ = steady_clock::now();
    return sink.write(text.data(), text.size());
  }

 private:
  /// Waits for news, the next heartbeat or the end; also for a reader that has gone.
  Woken wait(const httplib::DataSink& sink) {
    const auto until = spoken_ + kHeartbeat;
    while (steady_clock::now() < until) {
      const Woken woken = listener_->wait_for(kLookAround);
      if (woken != Woken::Timeout) return woken;
      if (!sink.is_writable()) return Woken::Closing;
    }
    return Woken::Timeout;
  }

  /// What changed since the cursor, as an event; "" when nothing did, nothing when this is over.
  std::optional<std::string> look() {
    try {
      if (order_of_authorization(app_, authorization_) != order_id_) return std::nullopt;
      const bool same = std::to_string(order_cursor(*app_.databases.lease(), order_id_)) == cursor_;
      return same ? std::string() : text_of(shipments_since(app_, order_id_, cursor_));
    } catch (const Problem&) {
      return std::nullopt;  // revoked or expired: who asks again is told so
    } catch (const std::exception& error) {
      spdlog::error("shipment stream: {}", error.what());
      return std::nullopt;
    }
  }

  std::string text_of(const ShipmentChanges& changes) {
    if (changes.cursor == cursor_) return {};
    cursor_ = changes.cursor;
    // JSON as it is written here has no line breaks.
    return "event: changes\nid: " + cursor_ + "\ndata: " + changes.json + "\n\n";
  }

  static bool end(httplib::DataSink& sink) {
    sink.done();
    return true;
  }

  App& app_;
  const std::string authorization_;
  const std::string order_id_;
  std::string cursor_;
  const std::unique_ptr<OrderNews::Listener> listener_;
  std::optional<std::string> first_;  // what changed before the stream began
  steady_clock::time_point spoken_;
};

}  // namespace

void stream_shipments(App& app, const httplib::Request& request, httplib::Response& response) {
  const auto stream = std::make_shared<ShipmentStream>(app, request);
  response.set_header("Cache-Control", "no-store, no-transform");
  response.set_header("X-Accel-Buffering", "no");  // nginx would keep it until its buffer is full
  response.set_chunked_content_provider(
      "text/event-stream",
      [stream](size_t, httplib::DataSink& sink) { return stream->write_next(sink); });
}

}  // namespace postlude::server
