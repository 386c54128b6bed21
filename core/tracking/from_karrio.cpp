#include "core/tracking/country_code.h"
#include "core/tracking/foreign_sources.h"
#include "core/tracking/source_reader.h"
#include "core/tracking/status_tables.h"
#include "core/tracking/summarise.h"

namespace postlude::tracking {
namespace {

using base::ErrorCode;
using base::JsonRef;
using base::SourceTime;

// karrio writes the carrier's wall clock with a "Z" behind it (its FedEx connector turns
// 09:26-07:00 into 09:26Z, and a mere date into midnight), so a "Z" says nothing. Any other offset
// was the carrier's. Where the split fields name another clock than a "Z" timestamp, they are the
// local one.
SourceTime read_time(SourceReader& in, JsonRef event) {
  SourceTime stamp = in.time(event, "timestamp");
  const SourceTime split = joined_time(in.text(event, "date"), in.text(event, "time"));
  if (stamp.zone == base::Zone::Offset && stamp.offset_minutes != 0) return stamp;
  stamp.zone = base::Zone::Unknown;
  const bool same_clock = base::day_number(split) == base::day_number(stamp) &&
                          split.hour == stamp.hour && split.minute == stamp.minute;
  const bool take_split = !stamp.known() || (split.has_clock() && !same_clock);
  return date_if_midnight(take_split ? split : stamp);
}

Checkpoint read_event(SourceReader& in, JsonRef event) {
  Checkpoint checkpoint;
  if (!in.is_object(event)) return checkpoint;
  const std::string status = in.text(event, "status");
  const Meaning meaning = meaning_of_karrio(status, in.text(event, "reason"));
  checkpoint.status = meaning.status;
  checkpoint.sub_status = meaning.sub_status;
  checkpoint.raw_code = in.text(event, "code");
  if (checkpoint.raw_code.empty()) checkpoint.raw_code = status;
  checkpoint.message = in.text(event, "description");
  checkpoint.time = read_time(in, event);
  // One text whose parts stand in another order for each carrier; it is not taken apart.
  checkpoint.place.city = in.text(event, "location");
  checkpoint.place.coordinates = SourceReader::coordinates(event);
  return checkpoint;
}

// A connector whose carrier sends no codes writes the parcel's status on every scan (its Australia
// Post sample calls nine scans "delivered"). Then the word is the newest scan's alone; the others
// have only their own words.
void take_back_stamped_status(std::vector<Checkpoint>& newest_first, std::string_view status) {
  if (newest_first.size() < 2 || status.empty()) return;
  for (const Checkpoint& checkpoint : newest_first) {
    if (checkpoint.raw_code != status) return;
  }
  for (size_t i = 1; i < newest_first.size(); ++i) {
    newest_first[i].status = ShipmentStatus::Unknown;
    newest_first[i].sub_status = SubStatus::None;
  }
}

Shipment read_details(SourceReader& in, JsonRef details) {
  Shipment shipment;
  if (!in.is_shipment(details, "tracking_number")) return shipment;
  const JsonRef info = in.object(details, "info");
  shipment.id = in.text(details, "id");
  shipment.carrier = in.text(details, "carrier_name");
  shipment.tracking_number = in.text(details, "tracking_number");
  shipment.tracking_url = base::safe_url(in.text(info, "carrier_tracking_link"));
  const std::string status = in.text(details, "status");
  const bool delivered = in.flag(details, "delivered");
  shipment.status = meaning_of_karrio(status, "").status;
  shipment.raw_status = status;
  if (status.empty() && delivered) shipment.status = ShipmentStatus::Delivered;
  shipment.service = in.text(info, "shipment_service");
  shipment.estimate = {in.estimate(details, "estimated_delivery"), {}, EstimateSource::Carrier};
  shipment.signed_by = in.text(info, "signed_by");
  shipment.origin_country = country_code(in.text(info, "shipment_origin_country"));
  shipment.destination_country = country_code(in.text(info, "shipment_destination_country"));
  for (const JsonRef item : in.list(details, "events")) {
    shipment.checkpoints.push_back(read_event(in, item));
  }
  put_newest_first(shipment.checkpoints);
  take_back_stamped_status(shipment.checkpoints, status);
  complete_shipment(shipment, status.empty() && !delivered ? StatusOrigin::FromCheckpoints
                                                           : StatusOrigin::Stated);
  return shipment;
}

// [[details...], [messages...]], as karrio's connectors answer.
bool is_pair(JsonRef root) {
  return root.is_array() && root.size() == 2 && root.at(1).is_array() &&
         (root.at(0).is_array() || root.at(0).is_null());
}

JsonRef find_details(JsonRef root) {
  if (is_pair(root)) return root.at(0);
  for (const JsonRef place : {root["data"], root["results"], root["trackers"], root["tracking"]}) {
    if (place.exists()) return place;
  }
  if (root.is_array() || root["tracking_number"].exists()) return root;
  return {};
}

}  // namespace

base::Result<std::vector<Shipment>> shipments_from_karrio(JsonRef root) {
  SourceReader in;
  std::vector<Shipment> shipments;
  const JsonRef found = find_details(root);
  if (!found.exists()) in.fail(ErrorCode::NoShipment, root);
  if (found.is_array()) {
    for (const JsonRef item : found) shipments.push_back(read_details(in, item));
  } else if (found.is_object()) {
    shipments.push_back(read_details(in, found));
  }
  return finished(in, std::move(shipments), Consignments::KeepNewest);
}

}  // namespace postlude::tracking
