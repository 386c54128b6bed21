#include "demo/server/form_notice.h"

#include <spdlog/spdlog.h>

#include "demo/server/order_repository.h"

namespace postlude::server {

void tell_if_possible(const std::function<void()>& tell) {
  try {
    tell();
  } catch (const DatabaseError& error) {
    spdlog::error("a notice is not left: {}", error.what());
  }
}

std::optional<ProblemCode> reason_to_stop(std::string_view route,
                                          const std::function<void()>& work) {
  try {
    work();
    return std::nullopt;
  } catch (const Problem& problem) {
    return problem.code;
  } catch (const DatabaseError& error) {
    if (!error.passing()) throw;
    return problem_of(error, route).code;
  }
}

void tell_what_stopped(App& app, const FormNotice& notice, ProblemCode code) {
  const auto leave = [&] {
    leave_notice(*app.databases.lease(), notice.order_id,
                 {std::string(notice.offer_id),
                  std::string(notice.prefix) + std::string(problem_name(code))});
  };
  if (code == ProblemCode::Busy) return leave();
  tell_if_possible(leave);
}

}  // namespace postlude::server
