#pragma once

#include <optional>
#include <string_view>

#include "demo/server/app.h"
#include "demo/server/http_problem.h"
#include "demo/server/order_repository.h"

namespace postlude::server {

/// Returns why an offer that was shown cannot be accepted now, or nothing. It stays good when a
/// better one has overtaken it since, and a shopper may come back to what was declined or could not
/// be paid. Stock is not looked at: whoever takes it knows.
std::optional<ProblemCode> refusal_of_offer(App& app, Database& database, const StoredOrder& stored,
                                            std::string_view offer_id);

}  // namespace postlude::server
