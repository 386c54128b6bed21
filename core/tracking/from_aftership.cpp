#include "core/tracking/country_code.h"
#include "core/tracking/foreign_sources.h"
#include "core/tracking/source_reader.h"
#include "core/tracking/status_tables.h"
#include "core/tracking/summarise.h"

namespace postlude::tracking {
namespace {

using base::ErrorCode;
using base::JsonRef;

std::string first_text(SourceReader& in, JsonRef object, std::initializer_list<const char*> keys) {
  for (const char* const key : keys) {
    std::string found = in.text(object, key);
    if (!found.empty()) return found;
  }
  return {};
}

Checkpoint read_checkpoint(SourceReader& in, JsonRef object) {
  Checkpoint checkpoint;
  if (!in.is_object(object)) return checkpoint;
  const std::string tag = in.text(object, "tag");
  const std::string subtag = in.text(object, "subtag");
  const Meaning meaning = meaning_of_aftership(tag, subtag);
  checkpoint.status = meaning.status;
  checkpoint.sub_status = meaning.sub_status;
  checkpoint.raw_code = subtag.empty() ? tag : subtag;
  checkpoint.message = in.text(object, "message");
  checkpoint.time = in.time(object, "checkpoint_time");
  checkpoint.place.city = first_text(in, object, {"city", "location"});
  checkpoint.place.region = in.text(object, "state");
  checkpoint.place.postcode = first_text(in, object, {"zip", "postal_code"});
  checkpoint.place.country =
      country_code(first_text(in, object,
                              {"country_iso3", "country_region", "country_region_iso3",
                               "country_name", "country_region_name"}));
  checkpoint.place.coordinates = SourceReader::coordinates(object["coordinate"]);
  return checkpoint;
}

bool is_pdf(std::string_view url) {
  const std::string_view path = url.substr(0, url.find_first_of("?#"));
  return path.ends_with(".pdf") || path.ends_with(".PDF");
}

// Photos and signatures are pictures; a document is none that a page could show.
base::SafeUrl read_proof(SourceReader& in, JsonRef tracking) {
  for (const JsonRef file : in.list(tracking, "proof_of_delivery")) {
    if (!in.is_object(file)) break;
    base::SafeUrl url = base::safe_url(in.text(file, "url"));
    if (!url.empty() && !is_pdf(url.text())) return url;
  }
  return {};
}

EstimateSource estimate_source_of(std::string_view words) {
  if (words.find("AfterShip") != std::string_view::npos) return EstimateSource::Predicted;
  if (words.find("Order") != std::string_view::npos) return EstimateSource::Promised;
  if (words.find("Custom") != std::string_view::npos) return EstimateSource::Promised;
  return EstimateSource::Carrier;
}

// One of AfterShip's estimate objects: a day or moment, or a range.
Estimate read_window(SourceReader& in, JsonRef object, const char* at, const char* from,
                     const char* until, EstimateSource source) {
  Estimate estimate{in.estimate(object, from), in.estimate(object, until), source};
  if (!estimate.known() || estimate.from == estimate.until) {
    const base::SourceTime single = in.estimate(object, at);
    estimate = {single.known() ? single : estimate.from, {}, source};
  }
  return estimate;
}

Estimate read_estimate(SourceReader& in, JsonRef tracking) {
  const JsonRef latest = in.object(tracking, "latest_estimated_delivery");
  Estimate estimate = read_window(in, latest, "datetime", "datetime_min", "datetime_max",
                                  estimate_source_of(in.text(latest, "source")));
  if (estimate.known()) return estimate;
  estimate = {in.estimate(tracking, "expected_delivery"), {}, EstimateSource::Carrier};
  if (estimate.known()) return estimate;
  estimate = read_window(in, in.object(tracking, "courier_estimated_delivery_date"),
                         "estimated_delivery_date", "estimated_delivery_date_min",
                         "estimated_delivery_date_max", EstimateSource::Carrier);
  if (estimate.known()) return estimate;
  estimate = {in.estimate(tracking, "order_promised_delivery_date"), {}, EstimateSource::Promised};
  if (estimate.known()) return estimate;
  estimate = read_window(in, in.object(tracking, "aftership_estimated_delivery_date"),
                         "estimated_delivery_date", "estimated_delivery_date_min",
                         "estimated_delivery_date_max", EstimateSource::Predicted);
  return estimate.known() ? estimate : Estimate{};
}

Shipment read_tracking(SourceReader& in, JsonRef tracking) {
  Shipment shipment;
  if (!in.is_shipment(tracking, "tracking_number")) return shipment;
  shipment.id = in.text(tracking, "id");
  shipment.carrier = in.text(tracking, "slug");
  shipment.tracking_number = in.text(tracking, "tracking_number");
  shipment.tracking_url = base::safe_url(in.text(tracking, "courier_tracking_link"));
  const std::string tag = in.text(tracking, "tag");
  const std::string subtag = in.text(tracking, "subtag");
  const Meaning meaning = meaning_of_aftership(tag, subtag);
  shipment.status = meaning.status;
  shipment.sub_status = meaning.sub_status;
  shipment.raw_status = subtag.empty() ? tag : subtag;
  if (in.text(tracking, "shipment_direction") == "return") shipment.direction = Direction::Return;
  shipment.service = in.text(tracking, "shipment_type");
  shipment.estimate = read_estimate(in, tracking);
  const JsonRef first = in.object(tracking, "first_estimated_delivery");
  shipment.first_estimate = read_window(in, first, "datetime", "datetime_min", "datetime_max",
                                        estimate_source_of(in.text(first, "source")));
  shipment.shipped_at = in.time(tracking, "shipment_pickup_date");
  if (shipment.status == ShipmentStatus::Delivered) {
    shipment.delivered_at = in.time(tracking, "shipment_delivery_date");
  }
  shipment.signed_by = in.text(tracking, "signed_by");
  shipment.proof_photo = read_proof(in, tracking);
  shipment.pickup.address = in.text(tracking, "pickup_location");
  shipment.origin_country =
      country_code(first_text(in, tracking, {"origin_country_iso3", "origin_country_region"}));
  shipment.destination_country = country_code(
      first_text(in, tracking,
                 {"destination_country_iso3", "destination_country_region",
                  "courier_destination_country_iso3", "courier_destination_country_region"}));
  for (const JsonRef item : in.list(tracking, "checkpoints")) {
    shipment.checkpoints.push_back(read_checkpoint(in, item));
  }
  put_newest_first(shipment.checkpoints);
  complete_shipment(shipment, tag.empty() ? StatusOrigin::FromCheckpoints : StatusOrigin::Stated);
  return shipment;
}

bool is_tracking(JsonRef object) { return object["tracking_number"].exists(); }

// Returns the trackings as an array, or as one object, wherever this answer keeps them.
JsonRef find_trackings(JsonRef root) {
  const JsonRef data = root["data"];
  for (const JsonRef place :
       {data["trackings"], data["tracking"], root["trackings"], root["tracking"], root["msg"]}) {
    if (place.exists()) return place;
  }
  for (const JsonRef place : {data, root}) {
    if (place.is_array() || is_tracking(place)) return place;
  }
  return {};
}

}  // namespace

base::Result<std::vector<Shipment>> shipments_from_aftership(JsonRef root) {
  SourceReader in;
  std::vector<Shipment> shipments;
  const JsonRef found = find_trackings(root);
  if (!found.exists()) in.fail(ErrorCode::NoShipment, root);
  if (found.is_array()) {
    for (const JsonRef item : found) shipments.push_back(read_tracking(in, item));
  } else if (found.exists()) {
    shipments.push_back(read_tracking(in, found));
  }
  return finished(in, std::move(shipments), Consignments::KeepNewest);
}

}  // namespace postlude::tracking
