#include "core/tracking/country_code.h"
#include "core/tracking/foreign_sources.h"
#include "core/tracking/source_reader.h"
#include "core/tracking/status_tables.h"
#include "core/tracking/summarise.h"

namespace postlude::tracking {
namespace {

using base::ErrorCode;
using base::JsonRef;

std::string raw_pair(const std::string& status, const std::string& detail) {
  return detail.empty() ? status : status + "/" + detail;
}

Checkpoint read_checkpoint(SourceReader& in, JsonRef object) {
  Checkpoint checkpoint;
  if (!in.is_object(object)) return checkpoint;
  const std::string status = in.text(object, "status");
  const std::string detail = in.text(object, "status_detail");
  const Meaning meaning = meaning_of_easypost(status, detail);
  checkpoint.status = meaning.status;
  checkpoint.sub_status = meaning.sub_status;
  checkpoint.raw_code = raw_pair(status, detail);
  checkpoint.message = in.text(object, "message");
  if (checkpoint.message.empty()) checkpoint.message = in.text(object, "description");
  checkpoint.time = in.time(object, "datetime");
  const JsonRef place = in.object(object, "tracking_location");
  checkpoint.place = {in.text(place, "city"),
                      in.text(place, "state"),
                      in.text(place, "zip"),
                      country_code(in.text(place, "country")),
                      {}};
  return checkpoint;
}

// est_delivery_date is in UTC; carrier_detail has what the carrier said where the parcel goes.
Estimate read_estimate(SourceReader& in, JsonRef tracker, JsonRef carrier_detail) {
  const base::SourceTime local = joined_time(in.text(carrier_detail, "est_delivery_date_local"),
                                             in.text(carrier_detail, "est_delivery_time_local"));
  const base::SourceTime universal = in.estimate(tracker, "est_delivery_date");
  return {local.known() ? date_if_midnight(local) : universal, {}, EstimateSource::Carrier};
}

Shipment read_tracker(SourceReader& in, JsonRef tracker) {
  Shipment shipment;
  if (!in.is_shipment(tracker, "tracking_code")) return shipment;
  shipment.id = in.text(tracker, "id");
  shipment.carrier = in.text(tracker, "carrier");
  shipment.carrier_name = shipment.carrier;
  shipment.tracking_number = in.text(tracker, "tracking_code");
  shipment.tracking_url = base::safe_url(in.text(tracker, "public_url"));
  const std::string status = in.text(tracker, "status");
  const std::string detail = in.text(tracker, "status_detail");
  const Meaning meaning = meaning_of_easypost(status, detail);
  shipment.status = meaning.status;
  shipment.sub_status = meaning.sub_status;
  shipment.raw_status = raw_pair(status, detail);
  if (in.flag(tracker, "is_return")) shipment.direction = Direction::Return;
  const JsonRef carrier_detail = in.object(tracker, "carrier_detail");
  shipment.service = in.text(carrier_detail, "service");
  shipment.estimate = read_estimate(in, tracker, carrier_detail);
  shipment.signed_by = in.text(tracker, "signed_by");
  shipment.origin_country =
      country_code(in.text(in.object(carrier_detail, "origin_tracking_location"), "country"));
  shipment.destination_country =
      country_code(in.text(in.object(carrier_detail, "destination_tracking_location"), "country"));
  for (const JsonRef item : in.list(tracker, "tracking_details")) {
    shipment.checkpoints.push_back(read_checkpoint(in, item));
  }
  put_newest_first(shipment.checkpoints);
  // "unknown" without a scan only says that the carrier has not spoken yet.
  if (shipment.status == ShipmentStatus::Unknown && shipment.checkpoints.empty()) {
    shipment.status = ShipmentStatus::Pending;
  }
  complete_shipment(shipment,
                    status.empty() ? StatusOrigin::FromCheckpoints : StatusOrigin::Stated);
  return shipment;
}

JsonRef find_trackers(JsonRef root) {
  for (const JsonRef place : {root["trackers"], root["tracker"]}) {
    if (place.exists()) return place;
  }
  for (const JsonRef place : {root["result"], root}) {
    if (place.is_array() || place["tracking_code"].exists()) return place;
  }
  return {};
}

}  // namespace

base::Result<std::vector<Shipment>> shipments_from_easypost(JsonRef root) {
  SourceReader in;
  std::vector<Shipment> shipments;
  const JsonRef found = find_trackers(root);
  if (!found.exists()) in.fail(ErrorCode::NoShipment, root);
  if (found.is_array()) {
    for (const JsonRef item : found) shipments.push_back(read_tracker(in, item));
  } else if (found.exists()) {
    shipments.push_back(read_tracker(in, found));
  }
  return finished(in, std::move(shipments), Consignments::KeepNewest);
}

}  // namespace postlude::tracking
