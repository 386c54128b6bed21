#pragma once

#include <string>
#include <string_view>

#include "demo/server/app.h"
#include "demo/server/charge_repository.h"
#include "demo/server/http_problem.h"
#include "demo/server/idempotency_repository.h"

namespace postlude::server {

/// {"result":"accepted", ..., "order":{...}} with the order as it is now.
StoredAnswer accepted_answer(Database& database, std::string_view order_id,
                             std::string_view offer_id);
/// {"result":"requires_action","url":...}: where the shopper confirms.
StoredAnswer action_answer(std::string_view offer_id, std::string_view action_id);
/// problem+json with a result of its own: "declined", "out_of_stock", "expired", "order_released".
StoredAnswer refused_answer(ProblemCode code, std::string_view offer_id);
/// 402 with the gateway's code.
StoredAnswer declined_answer(std::string_view offer_id, std::string_view code);

/// Where the shopper confirms an action.
std::string action_path(std::string_view action_id);

}  // namespace postlude::server
