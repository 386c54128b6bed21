#include "demo/server/http_problem.h"

#include <httplib.h>
#include <spdlog/spdlog.h>

#include <array>
#include <utility>

#include "core/base/json_writer.h"
#include "demo/server/database.h"
#include "demo/server/http_answer.h"

namespace postlude::server {
namespace {

struct Row {
  int status;
  std::string_view name;
  std::string_view title;
};

constexpr std::array kRows = {
#define X(name, status, code, title) Row{status, code, title},
    POSTLUDE_PROBLEMS(X)
#undef X
};

const Row& row_of(ProblemCode code) { return kRows.at(static_cast<size_t>(code)); }

}  // namespace

int problem_status(ProblemCode code) { return row_of(code).status; }
std::string_view problem_name(ProblemCode code) { return row_of(code).name; }
std::string_view problem_title(ProblemCode code) { return row_of(code).title; }

void refuse_field(std::string pointer, std::string detail) {
  Problem problem(ProblemCode::Invalid, std::move(detail));
  problem.pointer = std::move(pointer);
  throw problem;
}

Problem problem_of(const std::exception& error, std::string_view route) {
  if (const auto* problem = dynamic_cast<const Problem*>(&error)) return *problem;
  spdlog::error("{}: {}", route, error.what());
  const auto* refused = dynamic_cast<const DatabaseError*>(&error);
  if (refused == nullptr || !refused->passing()) return Problem(ProblemCode::Internal);
  Problem problem(ProblemCode::Busy);
  problem.retry_after_s = 1;
  return problem;
}

std::string problem_json(const Problem& problem) {
  const Row& row = row_of(problem.code);
  base::JsonWriter out;
  out.begin_object()
      .member("type", "urn:postlude:problem:" + std::string(row.name))
      .member("title", row.title)
      .member("status", row.status)
      .member("code", row.name)
      .member_if("detail", problem.detail)
      .member_if("result", problem.result)
      .member_if("offer_id", problem.offer_id)
      .member_if("pointer", problem.pointer)
      .end_object();
  return out.take();
}

void set_retry_after(httplib::Response& response, const Problem& problem) {
  if (problem.retry_after_s <= 0) return;
  response.set_header("Retry-After", std::to_string(problem.retry_after_s));
}

void send_problem(httplib::Response& response, const Problem& problem) {
  set_retry_after(response, problem);
  if (problem_status(problem.code) == 401) response.set_header("WWW-Authenticate", "Bearer");
  response.status = problem_status(problem.code);
  response.set_header("Cache-Control", "no-store");
  send_body(response, problem_json(problem), "application/problem+json");
}

}  // namespace postlude::server
