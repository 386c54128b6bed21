#include "demo/server/event_repository.h"

namespace postlude::server {

bool insert_event(Database& database, const StoredEvent& event) {
  return database.execute(
             "INSERT INTO events (order_id, id, name, at_ms, received_ms, data) "
             "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
             event.order_id, event.id, event.name, event.at_ms, event.received_ms, event.data) == 1;
}

std::vector<StoredEvent> list_events(Database& database, std::string_view order_id, int64_t limit) {
  std::vector<StoredEvent> events;
  Statement row = database.query(
      "SELECT order_id, id, name, at_ms, received_ms, data FROM events "
      "WHERE ?1 = '' OR order_id = ?1 ORDER BY received_ms DESC, at_ms DESC, id LIMIT ?2",
      order_id, limit);
  while (row.step()) {
    events.push_back(
        {row.text(0), row.text(1), row.text(2), row.integer(3), row.integer(4), row.text(5)});
  }
  return events;
}

void insert_outbox(Database& database, std::string_view order_id, std::string_view kind,
                   std::string_view payload, int64_t now_ms) {
  database.execute("INSERT INTO outbox (order_id, kind, payload, created_ms) VALUES (?, ?, ?, ?)",
                   order_id, kind, payload, now_ms);
}

std::vector<OutboxRow> list_outbox(Database& database, int64_t after, int64_t limit) {
  std::vector<OutboxRow> rows;
  Statement row = database.query(
      "SELECT id, order_id, kind, payload, created_ms FROM outbox WHERE id > ? ORDER BY id LIMIT ?",
      after, limit);
  while (row.step()) {
    rows.push_back({row.integer(0), row.text(1), row.text(2), row.text(3), row.integer(4)});
  }
  return rows;
}

}  // namespace postlude::server
