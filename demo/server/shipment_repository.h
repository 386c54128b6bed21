#pragma once

#include <cstdint>
#include <optional>
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

/// Writes a shipment's own fields again, adds checkpoints it did not have and corrects those that
/// differ. Needs a transaction.
void update_shipment(Database& database, std::string_view order_id,
                     const tracking::Shipment& shipment);

/// Returns the order's shipments that changed after `cursor` (0 = all), oldest first, each with the
/// checkpoints that changed after it, newest first.
std::vector<tracking::Shipment> shipments_after(Database& database, std::string_view order_id,
                                                int64_t cursor);

/// Returns one shipment of the order with all its checkpoints; nothing when it has none of that id.
std::optional<tracking::Shipment> find_shipment(Database& database, std::string_view order_id,
                                                std::string_view shipment_id);

/// Returns whether a line of the order was handed to a carrier. A parcel that does not say what is
/// in it may hold every line that is shipped at all.
bool has_left(Database& database, std::string_view order_id, std::string_view line_id);

/// A shipment with all its checkpoints, and whose it is.
struct StoredParcel {
  std::string order_id;
  tracking::Shipment shipment;
};

/// Returns the newest parcel with that tracking number, whatever its blanks, hyphens and case.
std::optional<StoredParcel> find_parcel(Database& database, std::string_view tracking_number);

/// Remembers what a source calls a parcel, and finds it again by that. Needs a transaction.
void remember_alias(Database& database, std::string_view source, std::string_view alias,
                    std::string_view shipment_id);
std::optional<StoredParcel> find_parcel_by_alias(Database& database, std::string_view source,
                                                 std::string_view alias);

}  // namespace postlude::server
