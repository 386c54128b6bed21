#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/tracking/shipment.h"
#include "demo/server/app.h"
#include "demo/server/demo_scans.h"

namespace postlude::server {

/// Returns the scan that comes next on the journey; nothing when the parcel has arrived or is gone.
const DemoScan* next_scan(const tracking::Shipment& shipment);

/// A label that was bought elsewhere.
struct ParcelLabel {
  std::string tracking_number;  // "": the demo's carrier makes one and reports its first scan
  std::string carrier;          // "dhl"
  std::string carrier_name;     // "DHL"
};

/// How a parcel goes.
enum class ParcelKind : uint8_t {
  Post,    // from the shop, by the carrier
  Abroad,  // from a partner's stock in Japan, through customs
  Store,   // waits in the shop itself
  Local,   // by the shop's own courier
  Return,  // back from the shopper; of lines that were sent already
};

/// Hands lines of an order to the carrier: writes the shipment with its first scan and releases the
/// order, so that nothing can be added to it any more. A parcel with a label of its own begins
/// without a scan: its carrier will tell. Returns its id. Throws Problem (NotFound; Invalid when a
/// line does not exist, is shipped already or needs no shipping; a return takes any line).
std::string create_shipment(App& app, std::string_view order_id,
                            const std::vector<std::string>& line_ids, const ParcelLabel& label = {},
                            ParcelKind kind = ParcelKind::Post);

/// Writes a return parcel of these lines with its first scan, whatever became of them before. Needs
/// a transaction.
void write_return(App& app, Database& database, std::string_view order_id,
                  const std::vector<std::string>& line_ids);

/// Returns ids of the lines that must be shipped and are in no shipment yet.
std::vector<std::string> unshipped_lines(Database& database, std::string_view order_id);

/// Adds a scan now, by the shop's clock: the next of the journey when `code` is empty. Returns its
/// label. Throws Problem (NotFound for a foreign shipment; Invalid for an unknown code or a parcel
/// that has no next scan).
std::string add_scan(App& app, std::string_view order_id, std::string_view shipment_id,
                     std::string_view code);

}  // namespace postlude::server
