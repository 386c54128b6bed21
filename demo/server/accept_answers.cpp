#include "demo/server/accept_answers.h"

#include "core/base/json_writer.h"
#include "core/order/parse_order.h"
#include "demo/server/offer_repository.h"
#include "demo/server/order_repository.h"
#include "demo/server/write_patiently.h"

namespace postlude::server {
namespace {

constexpr int64_t kMinuteMs = 60'000;
constexpr const char* kJson = "application/json";
constexpr const char* kProblemJson = "application/problem+json";

StoredAnswer order_answer(Database& database, std::string_view order_id, std::string_view offer_id,
                          std::string_view result, int64_t undo_until) {
  const std::optional<StoredOrder> stored = find_order(database, order_id);
  if (!stored) throw Problem(ProblemCode::NotFound);
  base::JsonWriter out;
  out.begin_object().member("version", 1).member("result", result).member("offer_id", offer_id);
  if (undo_until > 0) out.member("undo_until_ms", undo_until);
  out.key("order").raw(order::write_order(stored->order)).end_object();
  return {200, kJson, out.take(), false};
}

}  // namespace

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
    case ProblemCode::UndoOver:
      return "undo_over";
    default:
      return "declined";
  }
}

StoredAnswer accepted_answer(Database& database, std::string_view order_id,
                             std::string_view offer_id) {
  const std::optional<Charge> charge = find_living_charge(database, order_id, offer_id);
  const int64_t undo_until = charge ? undo_until_ms(database, *charge) : 0;
  return order_answer(database, order_id, offer_id, "accepted", undo_until);
}

StoredAnswer undone_answer(Database& database, std::string_view order_id,
                           std::string_view offer_id) {
  return order_answer(database, order_id, offer_id, "undone", 0);
}

Problem in_progress(std::string_view offer_id) {
  Problem problem(ProblemCode::InProgress);
  problem.retry_after_s = 1;
  problem.result = "in_progress";  // the page asks again; any other 409 is final for it
  problem.offer_id = offer_id;
  return problem;
}

int64_t undo_until_ms(Database& database, const Charge& charge) {
  const int64_t minutes = load_undo_minutes(database);
  if (minutes == 0 || charge.stage != ChargeStage::Accepted) return 0;
  return charge.accepted_ms + minutes * kMinuteMs;
}

StoredAnswer with_patience(std::string_view offer_id, const std::function<StoredAnswer()>& write) {
  StoredAnswer answer;
  if (write_patiently([&] { answer = write(); })) return answer;
  Problem problem(ProblemCode::PaymentPending);
  problem.retry_after_s = 2;
  problem.offer_id = offer_id;
  throw problem;
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
