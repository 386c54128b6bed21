#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/tracking/shipment.h"
#include "demo/server/database.h"

namespace postlude::server {

/// Writes a new shipment with its checkpoints, stamped with the order's next cursor. Needs a
/// transaction.
void insert_shipment(Database& database, std::string_view order_id,
                     const tracking::Shipment& shipment);

/// Writes a shipment's own fields again and adds checkpoints it did not have. Needs a transaction.
void update_shipment(Database& database, std::string_view order_id,
                     const tracking::Shipment& shipment);

/// Returns the order's shipments that changed after `cursor` (0 = all), oldest first, each with the
/// checkpoints that changed after it, newest first.
std::vector<tracking::Shipment> shipments_after(Database& database, std::string_view order_id,
                                                int64_t cursor);

}  // namespace postlude::server
