#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "demo/server/database.h"

namespace postlude::server {

/// Something a widget reported.
struct StoredEvent {
  std::string order_id;
  std::string id;  // the widget's own, unique within the order
  std::string name;
  int64_t at_ms = 0;        // by the browser's clock
  int64_t received_ms = 0;  // by ours
  std::string data;         // a JSON object
};

/// Writes an event; false when its id is known already.
bool insert_event(Database& database, const StoredEvent& event);
/// Returns the newest `limit` events, newest first; of one order unless `order_id` is empty.
std::vector<StoredEvent> list_events(Database& database, std::string_view order_id, int64_t limit);

/// A change of an order that other systems have to hear of, written in the change's own
/// transaction.
struct OutboxRow {
  int64_t id = 0;
  std::string order_id;
  std::string kind;     // "order.paid", "offer.accepted", "offer.voided" ...
  std::string payload;  // a JSON object
  int64_t created_ms = 0;
};

void insert_outbox(Database& database, std::string_view order_id, std::string_view kind,
                   std::string_view payload, int64_t now_ms);
/// Returns rows with an id beyond `after`, oldest first: whoever reads them remembers the last id.
std::vector<OutboxRow> list_outbox(Database& database, int64_t after, int64_t limit);

}  // namespace postlude::server
