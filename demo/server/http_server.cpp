#include "demo/server/http_server.h"

#include <spdlog/spdlog.h>
#include <sys/socket.h>

#include <chrono>
#include <utility>

#include "demo/server/api_body.h"
#include "demo/server/api_routes.h"
#include "demo/server/http_answer.h"
#include "demo/server/http_problem.h"
#include "demo/server/merchant_routes.h"
#include "demo/server/shop_routes.h"
#include "demo/server/static_files.h"
#include "demo/server/worker_pool.h"

namespace postlude::server {
namespace {

// A kept-alive connection holds a thread while it waits, hence more threads than cores and a short
// wait.
constexpr size_t kMostThreads = 128;
constexpr time_t kKeepAliveS = 2;
constexpr time_t kReadTimeoutS = 5;
constexpr size_t kRequestsAConnection = 100;
constexpr int kBacklog = 511;
// More than the 5 s after which the library gives up writing to a reader that does not read.
constexpr std::chrono::seconds kStreamPatience{8};
constexpr int kComeBackS = 1;

thread_local std::string current_route;
thread_local std::chrono::steady_clock::time_point current_start;

bool is_api(const std::string& path) {
  return path.starts_with("/postlude/v1/") || path.starts_with("/merchant/api/");
}

/// Refuses what the library would read without a limit, before a byte of the body is read. A body
/// that is only too large for its route is the route's to refuse.
bool refuse_body(const httplib::Request& request, httplib::Response& response) {
  const std::string length = request.get_header_value("Content-Length");
  const bool carries = !length.empty() || request.has_header("Transfer-Encoding");
  if (request.has_header("Content-Encoding")) {
    // The library would unpack it without a limit.
    const Problem problem(ProblemCode::UnsupportedMediaType, "bodies are not compressed");
    response.status = problem_status(problem.code);
    send_body(response, problem_json(problem), "application/problem+json", Connection::Close);
    return true;
  }
  if (!carries && (request.method == "GET" || request.method == "HEAD")) return false;
  const bool plain = !length.empty() && length.size() <= 9 &&
                     length.find_first_not_of("0123456789") == std::string::npos &&
                     request.get_header_value_count("Content-Length") == 1 &&
                     !request.has_header("Transfer-Encoding");
  if (plain && std::stoul(length) <= kMaxRefusedBytes) return false;
  const Problem problem(plain ? ProblemCode::TooLarge : ProblemCode::BadRequest,
                        plain ? limit_text(kMaxRefusedBytes) : "a plain Content-Length is needed");
  response.status = problem_status(problem.code);
  send_body(response, problem_json(problem), "application/problem+json", Connection::Close);
  return true;
}

bool refuse_question(const httplib::Request& request, httplib::Response& response) {
  if (request.method == "POST" || !is_api(request.path)) return false;
  Problem problem(ProblemCode::Busy);
  problem.retry_after_s = kComeBackS;
  send_problem(response, problem);
  return true;
}

void hide_accept_encoding(httplib::Request& request) {
  const std::string accepted = request.get_header_value("Accept-Encoding");
  request.headers.erase("Accept-Encoding");
  if (!accepted.empty()) request.headers.emplace(kAcceptEncoding, accepted);
}

void answer_error(const App& app, const httplib::Request& request, httplib::Response& response) {
  // Statuses that a route chose have a body by now.
  if (response.has_header("Content-Type")) return;
  const int status = response.status;
  const std::string allow = status == 404 ? allowed_methods(request.path) : std::string();
  if (!allow.empty() && allow.find(request.method) == std::string::npos) {
    response.set_header("Allow", allow);
    send_problem(response, Problem(ProblemCode::MethodNotAllowed));
  } else if (is_api(request.path) || !app.error_page) {
    const ProblemCode code = status == 413   ? ProblemCode::TooLarge
                             : status == 404 ? ProblemCode::NotFound
                             : status >= 500 ? ProblemCode::Internal
                                             : ProblemCode::BadRequest;
    send_problem(response, Problem(code));
  } else {
    app.error_page(request, response, status);
  }
}

void log_request(const httplib::Request& request, const httplib::Response& response) {
  using namespace std::chrono;
  const auto took = duration_cast<microseconds>(steady_clock::now() - current_start).count();
  // Paths may hold ids and queries anything: only names of routes are written.
  spdlog::info("{} {} {} {:.1f} ms", request.method, current_route, response.status,
               static_cast<double>(took) / 1000.0);
  current_route = "-";
}

}  // namespace

HttpServer::HttpServer(App& app) : app_(app) {
  // A stream holds one for as long as it lasts: those come on top.
  new_task_queue = [&app] { return new WorkerPool(kMostThreads + app.news.max_listeners()); };
  set_tcp_nodelay(true);
  set_keep_alive_timeout(kKeepAliveS);
  set_keep_alive_max_count(kRequestsAConnection);
  set_read_timeout(kReadTimeoutS);
  set_payload_max_length(kMaxRefusedBytes);
  // The library's own default also sets SO_REUSEPORT, with which two servers share a port
  // unnoticed.
  set_socket_options([](socket_t socket) {
    const int yes = 1;
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
  });
  set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
    current_route = "-";
    current_start = std::chrono::steady_clock::now();
    hide_accept_encoding(const_cast<httplib::Request&>(request));
    const bool refused =
        refuse_body(request, response) || (finishing_ && refuse_question(request, response));
    return refused ? HandlerResponse::Handled : HandlerResponse::Unhandled;
  });
  set_post_routing_handler(
      [](const httplib::Request&, httplib::Response& response) { set_security_headers(response); });
  set_error_handler(Handler([&app](const httplib::Request& request, httplib::Response& response) {
    answer_error(app, request, response);
  }));
  set_logger(log_request);
  register_api_routes(*this, app);
  register_merchant_routes(*this, app);
#ifdef POSTLUDE_HAS_SHOP
  register_shop_routes(*this, app);
#endif
  // Beside them lie templates and the merchant's rules, which are nobody's business.
  register_static_files(*this, "/store/", "(img/.+|[^/]+\\.(?:css|js))", app.options.store_dir);
  // The API lives under /postlude/v1/; what it does not know is its own 404, not a missing file.
  register_static_files(*this, "/postlude/", "(?!v1/)(.+)", app.options.dist_dir);
}

int HttpServer::bind() {
  int port = app_.options.port;
  if (port == 0) {
    port = bind_to_any_port(app_.options.host);
    if (port < 0) return 0;
  } else if (!bind_to_port(app_.options.host, port)) {
    return 0;
  }
  // The library listens with a backlog of 5, which a burst of shoppers overflows.
  ::listen(svr_sock_, kBacklog);
  return port;
}

void HttpServer::finish() {
  finishing_ = true;
  // The library leaves a chunked answer without its end when it is stopped between two chunks.
  if (!app_.news.close(kStreamPatience)) spdlog::warn("some streams end in the middle");
  stop();
}

void answer_with(httplib::Response& response, const std::string& name,
                 const std::function<void()>& work) {
  current_route = name;
  try {
    work();
  } catch (const std::exception& error) {
    send_problem(response, problem_of(error, name));
  }
}

httplib::Server::Handler named_route(std::string name, RouteHandler handler) {
  return [name = std::move(name), handler = std::move(handler)](const httplib::Request& request,
                                                                httplib::Response& response) {
    answer_with(response, name, [&] { handler(request, response); });
  };
}

}  // namespace postlude::server
