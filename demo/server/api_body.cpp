#include "demo/server/api_body.h"

#include <chrono>
#include <thread>
#include <utility>

#include "core/base/url.h"
#include "demo/server/http_answer.h"
#include "demo/server/http_problem.h"
#include "demo/server/http_server.h"
#include "demo/server/order_access.h"
#include "demo/server/text_checks.h"

namespace postlude::server {
namespace {

enum class BodyKind { Json, Form, Other };

BodyKind kind_of(const httplib::Request& request) {
  const std::string header = request.get_header_value("Content-Type");
  std::string_view type = std::string_view(header).substr(0, header.find(';'));
  while (type.ends_with(' ')) type.remove_suffix(1);
  if (type == "application/json") return BodyKind::Json;
  if (type == "application/x-www-form-urlencoded") return BodyKind::Form;
  return BodyKind::Other;
}

PostBody parse_body(BodyKind kind, const std::string& text) {
  PostBody body;
  body.is_form = kind == BodyKind::Form;
  if (body.is_form) {
    httplib::detail::parse_query_text(text, body.fields);
    for (const auto& [name, value] : body.fields) {
      if (!is_utf8(value)) throw Problem(ProblemCode::BadRequest, "the form is not UTF-8");
    }
    return body;
  }
  base::Result<base::JsonDocument> document = base::parse_json(text);
  if (!document) {
    throw Problem(ProblemCode::BadRequest, std::string(base::error_name(document.error().code)));
  }
  body.document = std::move(document.value());
  if (!body.root().is_object()) throw Problem(ProblemCode::BadRequest, "not a JSON object");
  return body;
}

}  // namespace

std::string read_body(const httplib::ContentReader& reader, size_t limit) {
  std::string body;
  size_t size = 0;
  const bool whole = reader([&](const char* data, size_t length) {
    size += length;
    if (size <= limit) body.append(data, length);
    return true;
  });
  if (size > limit) throw Problem(ProblemCode::TooLarge, limit_text(limit));
  if (!whole) throw Problem(ProblemCode::BadRequest, "the body ended early");
  return body;
}

std::string limit_text(size_t bytes) { return "the limit is " + std::to_string(bytes) + " bytes"; }

std::string PostBody::field(const char* name) const {
  const auto found = fields.find(name);
  return found == fields.end() ? std::string() : found->second;
}

void register_post(httplib::Server& server, const App& app, const std::string& pattern,
                   const std::string& name, PostHandler handler) {
  server.Post(pattern, [&app, name, handler = std::move(handler)](
                           const httplib::Request& request, httplib::Response& response,
                           const httplib::ContentReader& reader) {
    answer_with(response, name, [&] {
      const BodyKind kind = kind_of(request);
      if (kind == BodyKind::Other) {
        // The body stays unread, so the connection cannot be used again.
        const Problem problem(ProblemCode::UnsupportedMediaType,
                              "application/json or application/x-www-form-urlencoded");
        response.status = problem_status(problem.code);
        send_body(response, problem_json(problem), "application/problem+json", Connection::Close);
        return;
      }
      const std::string text = read_body(reader, kMaxBodyBytes);
      require_same_site(request);
      std::optional<RequestFaults> faults;
      if (app.options.request_faults) {
        faults.emplace(request.get_header_value(RequestFaults::kHeader));
      }
      wait_if_slow(app);
      try {
        handler(request, response, parse_body(kind, text));
      } catch (const std::exception& error) {
        const Problem problem = problem_of(error, name);
        // A person with scripts off gets a page to read, everything else the problem itself.
        const bool person =
            kind == BodyKind::Form && app.error_page &&
            request.get_header_value("Accept").find("text/html") != std::string::npos;
        if (!person) throw problem;
        set_retry_after(response, problem);
        app.error_page(request, response, problem_status(problem.code));
      }
    });
  });
}

void require_read(const base::JsonReader& in) {
  if (!in.failed()) return;
  Problem problem(ProblemCode::Invalid, std::string(base::error_name(in.error().code)));
  problem.pointer = in.error().pointer;
  throw problem;
}

std::string checked_return_to(std::string_view text, std::string_view otherwise) {
  if (text.empty()) return std::string(otherwise);
  const base::SafeUrl url = base::safe_url(text);
  // check_url has refused "//host" and backslashes; a single slash makes it a path of this site.
  if (url.empty() || !url.text().starts_with('/')) {
    throw Problem(ProblemCode::Invalid, "return_to: not a path of this site");
  }
  return url.text();
}

void wait_if_slow(const App& app) {
  const int64_t wait_ms = app.faults.number("slow");
  if (wait_ms > 0) std::this_thread::sleep_for(std::chrono::milliseconds(wait_ms));
}

}  // namespace postlude::server
