#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "demo/server/app.h"
#include "demo/server/http_problem.h"

namespace postlude::server {

/// Calls `tell`, which leaves a notice of what is done already: when the database does not take it,
/// that is told in the log alone, since the answer must not call the work a failure.
void tell_if_possible(const std::function<void()>& tell);

/// Does a form's work. Returns what stopped it, Busy for a database that may soon be free again;
/// nothing when it was done. All else is thrown on. `route` is its name in the log.
std::optional<ProblemCode> reason_to_stop(std::string_view route,
                                          const std::function<void()>& work);

/// Whom a notice is for, and which words it is in: the code behind a prefix, such as "undo.busy".
struct FormNotice {
  std::string_view order_id;
  std::string_view offer_id;
  std::string_view prefix = {};
};

/// Leaves a notice of what stopped a form's work. With Busy nothing was begun, and a notice that
/// cannot be left is thrown as DatabaseError; anything else may be under way and leads on without.
void tell_what_stopped(App& app, const FormNotice& notice, ProblemCode code);

}  // namespace postlude::server
