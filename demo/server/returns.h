#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/tracking/shipment.h"
#include "demo/server/app.h"

namespace postlude::server {

/// For so many days the shop takes back what has arrived; the last of them counts whole.
inline constexpr int kReturnDays = 14;

/// Returns the lines of a parcel that can be sent back at `now`: it has arrived, its days are not
/// over, and they are in no return yet. Nothing of a parcel whose contents are not known, or of
/// which its source says that it is not taken back.
std::vector<std::string> returnable_lines(const tracking::Shipment& shipment,
                                          const std::vector<std::string>& sent_back,
                                          const base::SourceTime& now);

/// Returns ids of the order's lines that are in a return, whether it is on its way or there.
std::vector<std::string> lines_sent_back(Database& database, std::string_view order_id);

/// Says of each parcel with something to send back where and until when; `now` is the shop's clock.
void offer_returns(Database& database, std::string_view order_id, const base::SourceTime& now,
                   std::vector<tracking::Shipment>& shipments);

/// Makes the label of a return of these lines: the new parcel is on the order page with its first
/// scan. Throws Problem (NotFound for a foreign parcel; Invalid when no line is named or one of
/// them cannot be sent back).
void announce_return(App& app, std::string_view order_id, std::string_view shipment_id,
                     const std::vector<std::string>& line_ids);

}  // namespace postlude::server
