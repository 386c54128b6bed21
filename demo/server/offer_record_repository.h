#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/money.h"
#include "demo/server/charge_repository.h"
#include "demo/server/database.h"

namespace postlude::server {

/// What became of a quote: the stage of its charge, or what happened without one.
#define POSTLUDE_RECORD_OUTCOMES(X)                         \
  X(Open, "open")             /* shown, can be accepted */  \
  X(Unanswered, "unanswered") /* ran out without a click */ \
  X(NoThanks, "no_thanks")    /* declined by the shopper */ \
  X(Pending, "pending")                                     \
  X(RequiresAction, "requires_action")                      \
  X(Accepted, "accepted")                                   \
  X(Refunding, "refunding")                                 \
  X(Declined, "declined") /* by the bank */                 \
  X(Void, "void")                                           \
  X(Refunded, "refunded")

enum class RecordOutcome : uint8_t {
#define X(name, text) name,
  POSTLUDE_RECORD_OUTCOMES(X)
#undef X
};

std::string_view record_outcome_name(RecordOutcome outcome);
std::optional<RecordOutcome> record_outcome_from(std::string_view name);

/// One quote, with the charge that came of it.
struct OfferRecord {
  std::string order_id;
  std::string order_number;
  std::string offer_id;
  int64_t quantity = 1;
  base::Money total;
  base::Money shop_total;  // the same in the shop's books
  int64_t quoted_ms = 0;
  std::optional<int64_t> charged_ms;
  RecordOutcome outcome = RecordOutcome::Open;
  std::string code;  // why the bank declined
};

/// Which records; what is empty does not narrow them.
struct RecordFilter {
  std::optional<RecordOutcome> outcome;
  std::string offer_id;
  std::string order;                // its number, with or without "#"
  std::optional<int64_t> from_ms;   // of the quote
  std::optional<int64_t> until_ms;  // exclusive
};

int64_t count_records(Database& database, const RecordFilter& filter, int64_t now_ms);
/// Returns the records of one page, newest first.
std::vector<OfferRecord> list_records(Database& database, const RecordFilter& filter,
                                      int64_t now_ms, int64_t most, int64_t skip);

}  // namespace postlude::server
