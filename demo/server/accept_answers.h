#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "demo/server/app.h"
#include "demo/server/charge_repository.h"
#include "demo/server/http_problem.h"
#include "demo/server/idempotency_repository.h"

namespace postlude::server {

/// {"result":"accepted", ..., "order":{...}} with the order as it is now and, where it can be
/// undone, until when.
StoredAnswer accepted_answer(Database& database, std::string_view order_id,
                             std::string_view offer_id);
/// {"result":"requires_action","url":...}: where the shopper confirms.
StoredAnswer action_answer(std::string_view offer_id, std::string_view action_id);
/// Returns what a refusal is called in an answer's "result".
std::string_view result_of(ProblemCode code);
/// problem+json with a result of its own: "declined", "out_of_stock", "expired", "order_released".
StoredAnswer refused_answer(ProblemCode code, std::string_view offer_id);
/// 402 with the gateway's code.
StoredAnswer declined_answer(std::string_view offer_id, std::string_view code);

/// {"result":"undone", ..., "order":{...}} with the order as it is now.
StoredAnswer undone_answer(Database& database, std::string_view order_id,
                           std::string_view offer_id);
/// Another request is working on it; to be thrown, never kept.
Problem in_progress(std::string_view offer_id);

/// Returns the time until which an accepted charge can be undone; 0 when it cannot be.
int64_t undo_until_ms(Database& database, const Charge& charge);

/// Runs `write` again while the database is locked or full, since the money has moved already.
/// Throws Problem (PaymentPending) when that does not pass: it is settled in the background.
StoredAnswer with_patience(std::string_view offer_id, const std::function<StoredAnswer()>& write);

/// Where the shopper confirms an action.
std::string action_path(std::string_view action_id);

}  // namespace postlude::server
