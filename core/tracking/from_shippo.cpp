#include "core/tracking/country_code.h"
#include "core/tracking/foreign_sources.h"
#include "core/tracking/source_reader.h"
#include "core/tracking/status_tables.h"
#include "core/tracking/summarise.h"

namespace postlude::tracking {
namespace {

using base::ErrorCode;
using base::JsonRef;

struct ShippoStatus {
  Meaning meaning;
  std::string raw;
};

ShippoStatus read_status(SourceReader& in, JsonRef object) {
  const std::string status = in.text(object, "status");
  const JsonRef sub = in.object(object, "substatus");
  const std::string code = in.text(sub, "code");
  const auto action = in.flag(sub, "action_required") ? ActionRequired::Yes : ActionRequired::No;
  return {meaning_of_shippo(status, code, action), code.empty() ? status : status + "/" + code};
}

Checkpoint read_checkpoint(SourceReader& in, JsonRef object) {
  Checkpoint checkpoint;
  if (!in.is_object(object)) return checkpoint;
  const ShippoStatus status = read_status(in, object);
  checkpoint.id = in.text(object, "object_id");
  checkpoint.status = status.meaning.status;
  checkpoint.sub_status = status.meaning.sub_status;
  checkpoint.raw_code = status.raw;
  checkpoint.message = in.text(object, "status_details");
  checkpoint.time = in.time(object, "status_date");
  const JsonRef place = in.object(object, "location");
  checkpoint.place = {in.text(place, "city"),
                      in.text(place, "state"),
                      in.text(place, "zip"),
                      country_code(in.text(place, "country")),
                      {}};
  return checkpoint;
}

Shipment read_track(SourceReader& in, JsonRef track) {
  Shipment shipment;
  if (!in.is_shipment(track, "tracking_number")) return shipment;
  shipment.carrier = in.text(track, "carrier");
  shipment.tracking_number = in.text(track, "tracking_number");
  const JsonRef current = in.object(track, "tracking_status");
  const ShippoStatus status = read_status(in, current);
  shipment.status = status.meaning.status;
  shipment.sub_status = status.meaning.sub_status;
  shipment.raw_status = status.raw;
  shipment.service = in.text(in.object(track, "servicelevel"), "name");
  shipment.estimate = {in.estimate(track, "eta"), {}, EstimateSource::Carrier};
  shipment.first_estimate = {in.estimate(track, "original_eta"), {}, EstimateSource::Carrier};
  shipment.origin_country = country_code(in.text(in.object(track, "address_from"), "country"));
  shipment.destination_country = country_code(in.text(in.object(track, "address_to"), "country"));
  for (const JsonRef item : in.list(track, "tracking_history")) {
    shipment.checkpoints.push_back(read_checkpoint(in, item));
  }
  // The current status is a scan as well; the history mostly repeats it, and then it is folded.
  if (current.exists()) shipment.checkpoints.push_back(read_checkpoint(in, current));
  put_newest_first(shipment.checkpoints);
  complete_shipment(shipment,
                    status.raw.empty() ? StatusOrigin::FromCheckpoints : StatusOrigin::Stated);
  return shipment;
}

JsonRef find_tracks(JsonRef root) {
  if (root["results"].exists()) return root["results"];
  for (const JsonRef place : {root["data"], root}) {
    if (place.is_array() || place["tracking_number"].exists()) return place;
  }
  return {};
}

}  // namespace

base::Result<std::vector<Shipment>> shipments_from_shippo(JsonRef root) {
  SourceReader in;
  std::vector<Shipment> shipments;
  const JsonRef found = find_tracks(root);
  if (!found.exists()) in.fail(ErrorCode::NoShipment, root);
  if (found.is_array()) {
    for (const JsonRef item : found) shipments.push_back(read_track(in, item));
  } else if (found.exists()) {
    shipments.push_back(read_track(in, found));
  }
  return finished(in, std::move(shipments), Consignments::KeepNewest);
}

}  // namespace postlude::tracking
