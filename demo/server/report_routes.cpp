#include "demo/server/report_routes.h"

#include <httplib.h>

#include <string>

#include "core/base/json_writer.h"
#include "demo/server/api_body.h"
#include "demo/server/api_routes.h"
#include "demo/server/form_notice.h"
#include "demo/server/http_answer.h"
#include "demo/server/http_problem.h"
#include "demo/server/keyed_answer.h"
#include "demo/server/offer_repository.h"
#include "demo/server/order_access.h"
#include "demo/server/order_repository.h"
#include "demo/server/report_repository.h"
#include "demo/server/text_checks.h"

namespace postlude::server {
namespace {

constexpr size_t kMaxTextPoints = 4000;

ProblemReport read_report(const App& app, const httplib::Request& request, const PostBody& body) {
  ProblemReport report;
  report.shipment_id = request.matches[1];
  std::string problem;
  if (body.is_form) {
    report.order_id = order_of_token(app, body.field("order_token"));
    problem = body.field("problem");
    report.text = unix_lines(body.field("text"));
  } else {
    report.order_id = order_of_request(app, request);
    base::JsonReader in;
    problem = in.required_text(body.root(), "problem");
    report.text = in.optional_text(body.root(), "text");
    require_read(in);
  }
  const auto known = delivery_problem_from(problem);
  if (!known) refuse_field("/problem", "not_received, damaged or wrong_item");
  if (!is_plain_text(report.text) || code_points(report.text) > kMaxTextPoints) {
    refuse_field("/text", "at most 4000 characters");
  }
  report.problem = *known;
  report.created_ms = app.clock.now_ms();
  return report;
}

std::string fingerprint_of(const ProblemReport& report) {
  base::JsonWriter out;
  out.begin_array().value("report").value(report.shipment_id);
  out.value(delivery_problem_name(report.problem)).value(report.text).end_array();
  return out.take();
}

StoredAnswer write_report(Database& database, const ProblemReport& report) {
  if (!insert_report(database, report)) {
    const Problem problem(ProblemCode::AlreadySent);
    return {problem_status(problem.code), "application/problem+json", problem_json(problem), false};
  }
  base::JsonWriter out;
  out.begin_object()
      .member("version", 1)
      .member("result", "sent")
      .member("shipment_id", report.shipment_id)
      .member("problem", delivery_problem_name(report.problem))
      .end_object();
  return {201, "application/json", out.take(), false};
}

StoredAnswer send_report(App& app, const ProblemReport& report, const std::string& key) {
  const std::string content = fingerprint_of(report);
  return answer_once(app, {report.order_id, key, content}, [&](Database& database) {
    if (!has_shipment(database, report.order_id, report.shipment_id)) {
      throw Problem(ProblemCode::NotFound, "no such parcel in this order");
    }
    return write_report(database, report);
  });
}

void post_report(App& app, const httplib::Request& request, httplib::Response& response,
                 const PostBody& body) {
  const ProblemReport report = read_report(app, request, body);
  if (body.is_form) {
    const std::string return_to = checked_return_to(body.field("return_to"));
    const StoredAnswer answer = send_report(app, report, body.field("idempotency_key"));
    const bool sent = answer.status == 201;
    tell_if_possible([&] {
      leave_notice(*app.databases.lease(), report.order_id,
                   {"", sent ? "report.sent" : "report.already_sent"});
    });
    return see_other(response, return_to);
  }
  const StoredAnswer answer = send_report(app, report, request.get_header_value("Idempotency-Key"));
  send_answer(response, answer);
}

}  // namespace

void register_report_routes(httplib::Server& server, App& app) {
  register_post(server, app, std::string(kApiBase) + "/shipments/([^/]{1,100})/report", "report",
                [&app](const auto& request, auto& response, const PostBody& body) {
                  post_report(app, request, response, body);
                });
}

}  // namespace postlude::server
