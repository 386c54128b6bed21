#include "demo/server/idempotency_repository.h"

#include <algorithm>

namespace postlude::server {

KeyClaim claim_key(Database& database, std::string_view order_id, std::string_view key,
                   std::string_view fingerprint, int64_t now_ms) {
  database.execute("DELETE FROM idempotency WHERE created_ms < ? AND state = 'done'",
                   now_ms - kIdempotencyKeptMs);
  {
    Statement row = database.query(
        "SELECT fingerprint, state, status, content_type, body FROM idempotency "
        "WHERE order_id = ? AND key = ?",
        order_id, key);
    if (row.step()) {
      if (row.text(0) != fingerprint) return {KeyState::Reused, {}};
      if (row.text(1) != "done") return {KeyState::InProgress, {}};
      return {KeyState::Done, {static_cast<int>(row.integer(2)), row.text(3), row.text(4), true}};
    }
  }
  database.execute(
      "INSERT INTO idempotency (order_id, key, fingerprint, state, created_ms) "
      "VALUES (?, ?, ?, 'in_progress', ?)",
      order_id, key, fingerprint, now_ms);
  return {KeyState::Fresh, {}};
}

std::optional<StoredAnswer> find_answer(Database& database, std::string_view order_id,
                                        std::string_view key) {
  Statement row = database.query(
      "SELECT status, content_type, body FROM idempotency "
      "WHERE order_id = ? AND key = ? AND state = 'done'",
      order_id, key);
  if (!row.step()) return std::nullopt;
  return StoredAnswer{static_cast<int>(row.integer(0)), row.text(1), row.text(2), true};
}

void keep_answer(Database& database, std::string_view order_id, std::string_view key,
                 const StoredAnswer& answer) {
  database.execute(
      "UPDATE idempotency SET state = 'done', status = ?, content_type = ?, body = ? "
      "WHERE order_id = ? AND key = ? AND state = 'in_progress'",
      answer.status, answer.content_type, answer.body, order_id, key);
}

void release_key(Database& database, std::string_view order_id, std::string_view key) {
  database.execute(
      "DELETE FROM idempotency WHERE order_id = ? AND key = ? AND state = 'in_progress'", order_id,
      key);
}

void release_orphaned_keys(Database& database) {
  database.execute(
      "DELETE FROM idempotency WHERE state = 'in_progress' AND NOT EXISTS (SELECT 1 FROM charges c "
      "WHERE c.order_id = idempotency.order_id AND c.idempotency_key = idempotency.key "
      "AND c.state = 'pending' OR c.order_id = idempotency.order_id "
      "AND c.undo_key = idempotency.key AND c.state = 'refunding')");
}

bool is_idempotency_key(std::string_view key) {
  return !key.empty() && key.size() <= kMaxIdempotencyKeyBytes &&
         std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c <= '~'; });
}

}  // namespace postlude::server
