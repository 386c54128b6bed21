#include "demo/server/feedback_routes.h"

#include <httplib.h>

#include <algorithm>
#include <string>

#include "core/base/json_writer.h"
#include "demo/server/api_body.h"
#include "demo/server/api_routes.h"
#include "demo/server/event_repository.h"
#include "demo/server/http_answer.h"
#include "demo/server/http_problem.h"
#include "demo/server/keyed_answer.h"
#include "demo/server/order_access.h"
#include "demo/server/order_repository.h"
#include "demo/server/review_repository.h"
#include "demo/server/text_checks.h"

namespace postlude::server {
namespace {

constexpr size_t kMaxTitlePoints = 120;
constexpr size_t kMaxTextPoints = 4000;
constexpr size_t kMaxEvents = 50;
constexpr size_t kMaxEventNameBytes = 64;
constexpr size_t kMaxEventDataBytes = 4096;

Review read_review(const App& app, const httplib::Request& request, const PostBody& body) {
  Review review;
  if (body.is_form) {
    review.order_id = order_of_token(app, body.field("order_token"));
    review.line_id = body.field("line_id");
    const std::string stars = body.field("stars");
    if (stars.size() == 1) review.stars = stars[0] - '0';
    review.title = body.field("title");
    review.text = unix_lines(body.field("text"));
  } else {
    review.order_id = order_of_request(app, request);
    base::JsonReader in;
    review.line_id = in.required_text(body.root(), "line_id");
    review.stars = in.required_integer(body.root(), "stars");
    review.title = in.optional_text(body.root(), "title");
    review.text = in.optional_text(body.root(), "text");
    require_read(in);
  }
  if (review.stars < 1 || review.stars > 5) refuse_field("/stars", "1 to 5");
  if (!is_plain_line(review.title) || code_points(review.title) > kMaxTitlePoints) {
    refuse_field("/title", "one line of at most 120 characters");
  }
  if (!is_plain_text(review.text) || code_points(review.text) > kMaxTextPoints) {
    refuse_field("/text", "at most 4000 characters");
  }
  review.created_ms = app.clock.now_ms();
  return review;
}

void require_line(Database& database, const Review& review) {
  const std::optional<StoredOrder> stored = find_order(database, review.order_id);
  if (!stored) throw Problem(ProblemCode::NotFound);
  const auto& lines = stored->order.lines;
  const bool known = std::any_of(lines.begin(), lines.end(), [&](const order::LineItem& line) {
    return line.id == review.line_id;
  });
  if (!known) throw Problem(ProblemCode::NotFound, "no such line in this order");
}

std::string fingerprint_of(const Review& review) {
  base::JsonWriter out;
  out.begin_array().value("review").value(review.line_id).value(review.stars);
  out.value(review.title).value(review.text).end_array();
  return out.take();
}

StoredAnswer write_review(Database& database, const Review& review) {
  if (!insert_review(database, review)) {
    const Problem problem(ProblemCode::AlreadySent);
    return {problem_status(problem.code), "application/problem+json", problem_json(problem), false};
  }
  base::JsonWriter out;
  out.begin_object()
      .member("version", 1)
      .member("result", "sent")
      .member("line_id", review.line_id)
      .end_object();
  return {201, "application/json", out.take(), false};
}

StoredAnswer send_review(App& app, const Review& review, const std::string& key) {
  const std::string content = fingerprint_of(review);
  return answer_once(app, {review.order_id, key, content}, [&](Database& database) {
    require_line(database, review);
    return write_review(database, review);
  });
}

void post_review(App& app, const httplib::Request& request, httplib::Response& response,
                 const PostBody& body) {
  if (body.is_form) {
    const std::string return_to = checked_return_to(body.field("return_to"));
    const StoredAnswer answer =
        send_review(app, read_review(app, request, body), body.field("idempotency_key"));
    static_cast<void>(answer);  // sent now or before: the page shows it either way
    return see_other(response, return_to);
  }
  const Review review = read_review(app, request, body);
  const StoredAnswer answer = send_review(app, review, request.get_header_value("Idempotency-Key"));
  send_answer(response, answer);
}

/// Writes a value as it was read; recursion ends at the parser's own depth limit.
void copy_json(base::JsonWriter& out, base::JsonRef from) {
  switch (from.kind()) {
    case base::JsonKind::Missing:
    case base::JsonKind::Null:
      out.null();
      break;
    case base::JsonKind::Bool:
    case base::JsonKind::Number:
      out.raw(from.text());
      break;
    case base::JsonKind::String:
      out.value(from.text());
      break;
    case base::JsonKind::Array:
      out.begin_array();
      for (const base::JsonRef item : from) copy_json(out, item);
      out.end_array();
      break;
    case base::JsonKind::Object:
      out.begin_object();
      for (const base::JsonRef member : from) {
        out.key(member.key());
        copy_json(out, member);
      }
      out.end_object();
      break;
  }
}

bool is_event_name(const std::string& name) {
  return !name.empty() && name.size() <= kMaxEventNameBytes &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_:.-") == std::string::npos;
}

StoredEvent read_event(base::JsonReader& in, base::JsonRef from) {
  StoredEvent event;
  event.id = in.required_text(from, "id");
  event.name = in.required_text(from, "name");
  event.at_ms = in.required_integer(from, "at_ms");
  const base::JsonRef data = in.optional_object(from, "data");
  require_read(in);
  if (!is_idempotency_key(event.id)) refuse_field(from["id"].pointer(), "1 to 255 visible ASCII");
  if (!is_event_name(event.name)) refuse_field(from["name"].pointer(), "not an event name");
  base::JsonWriter out;
  if (data.exists()) {
    copy_json(out, data);
    event.data = out.take();
  } else {
    event.data = "{}";
  }
  if (event.data.size() > kMaxEventDataBytes) refuse_field(data.pointer(), "more than 4096 bytes");
  return event;
}

void post_events(App& app, const httplib::Request& request, httplib::Response& response,
                 const PostBody& body) {
  if (body.is_form) throw Problem(ProblemCode::UnsupportedMediaType, "application/json");
  const std::string order_id = order_of_request(app, request);
  base::JsonReader in;
  const base::JsonRef list = in.required_array(body.root(), "events");
  require_read(in);
  if (list.size() > kMaxEvents) refuse_field("/events", "more than 50 events");
  std::vector<StoredEvent> events;
  for (const base::JsonRef item : list) events.push_back(read_event(in, item));
  DatabasePool::Lease database = app.databases.lease();
  Transaction transaction(*database);
  if (!find_order(*database, order_id)) throw Problem(ProblemCode::NotFound);
  int64_t stored = 0;
  for (StoredEvent& event : events) {
    event.order_id = order_id;
    event.received_ms = app.clock.now_ms();
    stored += insert_event(*database, event) ? 1 : 0;
  }
  transaction.commit();
  base::JsonWriter out;
  out.begin_object()
      .member("version", 1)
      .member("stored", stored)
      .member("duplicates", static_cast<int64_t>(events.size()) - stored)
      .end_object();
  send_json(response, out.take(), 202);
}

}  // namespace

void register_feedback_routes(httplib::Server& server, App& app) {
  const std::string base = kApiBase;
  register_post(server, app, base + "/reviews", "review",
                [&app](const auto& request, auto& response, const PostBody& body) {
                  post_review(app, request, response, body);
                });
  register_post(server, app, base + "/events", "events",
                [&app](const auto& request, auto& response, const PostBody& body) {
                  post_events(app, request, response, body);
                });
}

}  // namespace postlude::server
