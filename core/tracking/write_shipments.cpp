#include "core/base/json_writer.h"
#include "core/tracking/normalise.h"

namespace postlude::tracking {
namespace {

using base::JsonWriter;
using base::source_time_text;

void write_place(JsonWriter& out, const Place& place) {
  if (place.empty()) return;
  out.key("place").begin_object();
  out.member_if("city", place.city).member_if("region", place.region);
  out.member_if("postcode", place.postcode).member_if("country", place.country);
  if (place.coordinates) {
    out.key("latitude").raw(degrees_text(place.coordinates->latitude));
    out.key("longitude").raw(degrees_text(place.coordinates->longitude));
  }
  out.end_object();
}

void write_checkpoint(JsonWriter& out, const Checkpoint& checkpoint) {
  out.begin_object().member_if("id", checkpoint.id);
  out.member("status", status_name(checkpoint.status));
  out.member_if("sub_status", sub_status_name(checkpoint.sub_status));
  out.member_if("raw_code", checkpoint.raw_code).member_if("message", checkpoint.message);
  out.member_if("time", source_time_text(checkpoint.time));
  write_place(out, checkpoint.place);
  out.end_object();
}

void write_items(JsonWriter& out, const std::vector<ShipmentItem>& items) {
  if (items.empty()) return;
  out.key("items").begin_array();
  for (const ShipmentItem& item : items) {
    out.begin_object().member("line_id", item.line_id);
    out.member("quantity", item.quantity).end_object();
  }
  out.end_array();
}

void write_estimate(JsonWriter& out, const char* key, const Estimate& estimate) {
  if (!estimate.known()) return;
  out.key(key).begin_object();
  out.member("from", source_time_text(estimate.from));
  out.member_if("until", source_time_text(estimate.until));
  out.member("source", estimate_source_name(estimate.source));
  if (estimate.confidence > 0) out.member("confidence", static_cast<int>(estimate.confidence));
  out.end_object();
}

void write_pickup(JsonWriter& out, const PickupPlace& pickup) {
  if (pickup == PickupPlace{}) return;
  out.key("pickup").begin_object().member_if("name", pickup.name);
  out.member_if("address", pickup.address);
  if (!pickup.hours.empty()) {
    out.key("hours").begin_array();
    std::string_view left = pickup.hours;
    for (size_t end = 0; (end = left.find(';')) != std::string_view::npos;
         left.remove_prefix(end + 1)) {
      out.value(left.substr(0, end));
    }
    out.end_array();
  }
  out.member_if("until", source_time_text(pickup.until)).end_object();
}

void write_returns(JsonWriter& out, const Returns& returns) {
  if (returns.url.empty() && !returns.withdrawn) return;
  out.key("returns").begin_object().member_if("url", returns.url.text());
  out.member_if("until", source_time_text(returns.until)).end_object();
}

void write_shipment(JsonWriter& out, const Shipment& shipment) {
  out.begin_object().member("id", shipment.id);
  out.member_if("carrier", shipment.carrier).member_if("carrier_name", shipment.carrier_name);
  out.member_if("tracking_number", shipment.tracking_number);
  out.member_if("tracking_url", shipment.tracking_url.text());
  out.member("status", status_name(shipment.status));
  out.member_if("sub_status", sub_status_name(shipment.sub_status));
  out.member_if("raw_status", shipment.raw_status);
  out.member("direction", direction_name(shipment.direction));
  out.member_if("service", shipment.service);
  write_items(out, shipment.items);
  write_estimate(out, "estimate", shipment.estimate);
  write_estimate(out, "first_estimate", shipment.first_estimate);
  out.member_if("pace", pace_name(shipment.pace));
  out.member_if("shipped_at", source_time_text(shipment.shipped_at));
  out.member_if("delivered_at", source_time_text(shipment.delivered_at));
  out.member_if("signed_by", shipment.signed_by);
  out.member_if("proof_photo", shipment.proof_photo.text());
  out.member_if("report_url", shipment.report_url.text());
  write_pickup(out, shipment.pickup);
  write_returns(out, shipment.returns);
  out.member_if("origin_country", shipment.origin_country);
  out.member_if("destination_country", shipment.destination_country);
  if (!shipment.checkpoints.empty()) {
    out.key("checkpoints").begin_array();
    for (const Checkpoint& checkpoint : shipment.checkpoints) write_checkpoint(out, checkpoint);
    out.end_array();
  }
  out.end_object();
}

}  // namespace

std::string write_shipments(const std::vector<Shipment>& shipments) {
  JsonWriter out;
  out.begin_object().member("version", 1).key("shipments").begin_array();
  for (const Shipment& shipment : shipments) write_shipment(out, shipment);
  out.end_array().end_object();
  return out.take();
}

}  // namespace postlude::tracking
