#pragma once

#include <string_view>
#include <vector>

#include "core/tracking/shipment.h"

namespace postlude::server {

/// One thing the demo's carriers can report of a parcel.
struct DemoScan {
  std::string_view code;   // what the merchant panel and its API call it
  std::string_view label;  // for the panel: "Out for delivery"
  tracking::ShipmentStatus status;
  tracking::SubStatus sub_status;
  std::string_view message;  // the carrier's words
  std::string_view city;     // "" = the place the parcel goes to
  std::string_view country = "DE";
};

/// Returns the scans of a journey on which nothing goes wrong, first to last.
const std::vector<DemoScan>& journey_scans();
/// Returns what can go wrong, or otherwise differ, on the way.
const std::vector<DemoScan>& trouble_scans();
/// Returns scans of parcels that are not sent from the shop by post.
const std::vector<DemoScan>& other_scans();

/// Returns the scan of that code; nothing when there is none.
const DemoScan* scan_of_code(std::string_view code);

}  // namespace postlude::server
