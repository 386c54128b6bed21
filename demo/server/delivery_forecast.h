#pragma once

#include <string>
#include <vector>

#include "core/tracking/estimate_delivery.h"
#include "demo/server/database.h"
#include "demo/server/order_repository.h"

namespace postlude::server {

/// The newest deliveries that lanes are made of.
inline constexpr int64_t kLaneDeliveries = 5000;

/// Reads the shop's rules from a JSON text. Throws std::runtime_error that names what is wrong.
tracking::DeliveryRules read_delivery_rules(const std::string& json);

/// Returns the shop's rules with the lanes of what it has delivered: by service, and over all
/// services. Cost grows with the deliveries, at most kLaneDeliveries of them.
tracking::DeliveryRules with_own_lanes(Database& database, tracking::DeliveryRules rules);

/// Fills what the shipments of an order say of their arrival; `today` is the shop's day.
void forecast_arrivals(const tracking::DeliveryRules& rules, const StoredOrder& stored,
                       const base::SourceTime& today, std::vector<tracking::Shipment>& shipments);

}  // namespace postlude::server
