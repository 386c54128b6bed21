#pragma once

#include <string>
#include <string_view>

#include "demo/server/app.h"

namespace postlude::server {

struct PageDocument {
  std::string json;  // web/contract/page.schema.json
  std::string etag;  // of everything in it but the time, with its quotes
};

/// Returns all that the widgets of one order show: the order, its shipments, the offers decided,
/// priced and signed now, and what was reviewed. `order_id` exists.
PageDocument page_document(App& app, std::string_view order_id);

struct ShipmentChanges {
  std::string json;    // {"version":1,"cursor","shipments"}
  std::string cursor;  // to ask with the next time
};

/// Returns shipments that changed after `cursor`, each with only the checkpoints that changed.
/// Throws Problem (Invalid) when the cursor is none of this order's.
ShipmentChanges shipments_since(App& app, std::string_view order_id, std::string_view cursor);

}  // namespace postlude::server
