#include "demo/server/accept_answers.h"

#include "core/base/json_writer.h"
#include "core/order/parse_order.h"
#include "demo/server/order_repository.h"

namespace postlude::server {
namespace {

constexpr const char* kJson = "application/json";
constexpr const char* kProblemJson = "application/problem+json";

std::string_view result_of(ProblemCode code) {
  switch (code) {
    case ProblemCode::OutOfStock:
      return "out_of_stock";
    case ProblemCode::OfferExpired:
      return "expired";
    case ProblemCode::OrderReleased:
    case ProblemCode::OrderCancelled:
      return "order_released";
    case ProblemCode::OfferWithdrawn:
      return "expired";
    default:
      return "declined";
  }
}

}  // namespace

StoredAnswer accepted_answer(Database& database, std::string_view order_id,
                             std::string_view offer_id) {
  const std::optional<StoredOrder> stored = find_order(database, order_id);
  if (!stored) throw Problem(ProblemCode::NotFound);
  base::JsonWriter out;
  out.begin_object()
      .member("version", 1)
      .member("result", "accepted")
      .member("offer_id", offer_id)
      .key("order")
      .raw(order::write_order(stored->order))
      .end_object();
  return {200, kJson, out.take(), false};
}

StoredAnswer action_answer(std::string_view offer_id, std::string_view action_id) {
  base::JsonWriter out;
  out.begin_object()
      .member("version", 1)
      .member("result", "requires_action")
      .member("offer_id", offer_id)
      .member("url", action_path(action_id))
      .end_object();
  return {200, kJson, out.take(), false};
}

StoredAnswer refused_answer(ProblemCode code, std::string_view offer_id) {
  Problem problem(code);
  problem.result = result_of(code);
  problem.offer_id = offer_id;
  return {problem_status(code), kProblemJson, problem_json(problem), false};
}

StoredAnswer declined_answer(std::string_view offer_id, std::string_view code) {
  ProblemCode problem = ProblemCode::CardDeclined;
  if (code == "insufficient_funds") problem = ProblemCode::InsufficientFunds;
  if (code == "authentication_failed") problem = ProblemCode::AuthenticationFailed;
  return refused_answer(problem, offer_id);
}

std::string action_path(std::string_view action_id) {
  return "/postlude/v1/actions/" + std::string(action_id);
}

}  // namespace postlude::server
