#include "demo/server/offer_record_repository.h"

#include <array>

namespace postlude::server {
namespace {

constexpr std::array kOutcomeNames = {
#define X(name, text) std::string_view(text),
    POSTLUDE_RECORD_OUTCOMES(X)
#undef X
};

// Parameters: 1 the time, 2 outcome, 3 offer, 4 order, 5 from, 6 until.
#define POSTLUDE_RECORDS                                                                         \
  "FROM (SELECT q.order_id, o.number, q.offer_id, q.quantity, q.total_minor, q.currency, "       \
  "q.shop_total_minor, q.shop_currency, q.created_ms AS quoted_ms, c.created_ms AS charged_ms, " \
  "COALESCE(c.code, '') AS code, "                                                               \
  "CASE WHEN c.state IS NOT NULL THEN c.state WHEN a.answer = 'declined' THEN 'no_thanks' "      \
  "WHEN q.expires_ms <= ?1 THEN 'unanswered' ELSE 'open' END AS outcome, q.id AS quote_id "      \
  "FROM quotes q JOIN orders o ON o.id = q.order_id LEFT JOIN charges c ON c.quote_id = q.id "   \
  "LEFT JOIN offer_answers a ON a.order_id = q.order_id AND a.offer_id = q.offer_id "            \
  "WHERE (?3 = '' OR q.offer_id = ?3) AND (?4 = '' OR o.number IN (?4, '#' || ?4)) "             \
  "AND (?5 IS NULL OR q.created_ms >= ?5) AND (?6 IS NULL OR q.created_ms < ?6)) "               \
  "WHERE (?2 = '' OR outcome = ?2) "

Statement query_records(Database& database, std::string_view sql, const RecordFilter& filter,
                        int64_t now_ms) {
  const std::string_view outcome = filter.outcome ? record_outcome_name(*filter.outcome) : "";
  return database.query(sql, now_ms, outcome, filter.offer_id, filter.order, filter.from_ms,
                        filter.until_ms);
}

}  // namespace

std::string_view record_outcome_name(RecordOutcome outcome) {
  return kOutcomeNames.at(static_cast<size_t>(outcome));
}

std::optional<RecordOutcome> record_outcome_from(std::string_view name) {
  for (size_t i = 0; i < kOutcomeNames.size(); ++i) {
    if (kOutcomeNames.at(i) == name) return static_cast<RecordOutcome>(i);
  }
  return std::nullopt;
}

int64_t count_records(Database& database, const RecordFilter& filter, int64_t now_ms) {
  Statement row = query_records(database, "SELECT COUNT(*) " POSTLUDE_RECORDS, filter, now_ms);
  row.step();
  return row.integer(0);
}

std::vector<OfferRecord> list_records(Database& database, const RecordFilter& filter,
                                      int64_t now_ms, int64_t most, int64_t skip) {
  Statement row = query_records(
      database,
      "SELECT order_id, number, offer_id, quantity, total_minor, currency, quoted_ms, charged_ms, "
      "outcome, code, shop_total_minor, shop_currency " POSTLUDE_RECORDS
      "ORDER BY quoted_ms DESC, charged_ms DESC, quote_id LIMIT ?7 OFFSET ?8",
      filter, now_ms);
  row.bind(most).bind(skip);
  std::vector<OfferRecord> records;
  while (row.step()) {
    OfferRecord& record = records.emplace_back();
    record.order_id = row.text(0);
    record.order_number = row.text(1);
    record.offer_id = row.text(2);
    record.quantity = row.integer(3);
    record.total = {row.integer(4), base::parse_currency(row.text(5)).value_or(base::Currency{})};
    record.quoted_ms = row.integer(6);
    record.charged_ms = row.optional_integer(7);
    record.outcome = record_outcome_from(row.text(8)).value_or(RecordOutcome::Open);
    record.code = row.text(9);
    record.shop_total = {row.integer(10),
                         base::parse_currency(row.text(11)).value_or(base::Currency{})};
  }
  return records;
}

}  // namespace postlude::server
