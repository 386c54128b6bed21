#pragma once

#include <httplib.h>

#include <atomic>
#include <functional>
#include <string>

#include "demo/server/app.h"

namespace postlude::server {

inline constexpr size_t kMaxBodyBytes = 64 * 1024;
/// Of a webhook, which may bring a parcel's whole history.
inline constexpr size_t kMaxWebhookBytes = 1024 * 1024;
/// A body up to this size is read to its end before it is refused for its size: a connection that
/// closes under a client which still sends loses the answer. Longer ones are refused unread.
inline constexpr size_t kMaxRefusedBytes = 4 * 1024 * 1024;

/// Where a request's Accept-Encoding is kept. The library would compress every answer as it says,
/// at a cost of milliseconds each; here only static files have compressed copies, made beforehand,
/// and a proxy in front can do the rest. No client can send a header of this name.
inline constexpr const char* kAcceptEncoding = "Accept-Encoding:";

/// The HTTP server with every route registered. `app` outlives it.
class HttpServer final : public httplib::Server {
 public:
  explicit HttpServer(App& app);

  /// Binds to the options' host and port (0: any free one); returns the port, or 0 when that
  /// failed.
  int bind();

  /// Lets what has begun end, streams with their last word, then stops to listen; called once,
  /// while it listens. What a page asks the API meanwhile on a connection that it has kept is
  /// `busy`, so that it asks whoever comes next; what it sends is still taken.
  void finish();

 private:
  App& app_;
  std::atomic<bool> finishing_ = false;
};

using RouteHandler = std::function<void(const httplib::Request&, httplib::Response&)>;

/// Wraps a handler: `Problem` and database errors become problem+json answers, and the log shows
/// `name` instead of the path, which may hold ids.
httplib::Server::Handler named_route(std::string name, RouteHandler handler);

/// Calls `work` and turns what it throws into an answer; used by `named_route`.
void answer_with(httplib::Response& response, const std::string& name,
                 const std::function<void()>& work);

}  // namespace postlude::server
