#include <map>

#include "core/tracking/country_code.h"
#include "core/tracking/foreign_sources.h"
#include "core/tracking/source_reader.h"
#include "core/tracking/status_tables.h"
#include "core/tracking/summarise.h"

namespace postlude::tracking {
namespace {

using base::ErrorCode;
using base::JsonRef;

// Events that came beside their fulfillments, by fulfillment id.
using LooseEvents = std::map<std::string, std::vector<JsonRef>>;

// A fulfillment's events are told of each of its parcels, up to here; a document with thousands of
// both would otherwise grow beyond all bounds.
constexpr size_t kMaxParcelsWithEvents = 16;

// Adds what an event says: a scan, and perhaps a newer estimate.
void read_event(SourceReader& in, JsonRef event, Shipment& shipment) {
  if (!in.is_object(event)) return;
  Checkpoint checkpoint;
  checkpoint.id = in.text(event, "id");
  checkpoint.raw_code = in.text(event, "status");
  const Meaning meaning = meaning_of_shopify_event(checkpoint.raw_code);
  checkpoint.status = meaning.status;
  checkpoint.sub_status = meaning.sub_status;
  checkpoint.message = in.text(event, "message");
  checkpoint.time = in.time(event, "happened_at");
  checkpoint.place = {in.text(event, "city"), in.text(event, "province"), in.text(event, "zip"),
                      country_code(in.text(event, "country")), SourceReader::coordinates(event)};
  const base::SourceTime estimate = in.estimate(event, "estimated_delivery_at");
  if (estimate.known()) shipment.estimate = {estimate, {}, EstimateSource::Carrier};
  shipment.checkpoints.push_back(std::move(checkpoint));
}

std::vector<ShipmentItem> read_items(SourceReader& in, JsonRef fulfillment) {
  std::vector<ShipmentItem> items;
  for (const JsonRef line : in.list(fulfillment, "line_items")) {
    if (!in.is_object(line)) break;
    const auto quantity = line["quantity"].integer();
    std::string id = in.text(line, "id");
    // A line that was removed altogether stays in the list with nothing in it.
    if (id.empty() || quantity.value_or(1) <= 0) continue;
    items.push_back({std::move(id), quantity.value_or(1)});
  }
  return items;
}

// What is known when no carrier event is: Shopify's "success" only says that the merchant is done.
ShipmentStatus status_without_events(std::string_view fulfillment_status, bool has_number) {
  if (fulfillment_status == "cancelled") return ShipmentStatus::Cancelled;
  if (fulfillment_status == "error" || fulfillment_status == "failure") {
    return ShipmentStatus::Exception;
  }
  return has_number ? ShipmentStatus::LabelCreated : ShipmentStatus::Pending;
}

void take_status(SourceReader& in, JsonRef fulfillment, Shipment& shipment) {
  const std::string shipment_status = in.text(fulfillment, "shipment_status");
  const std::string fulfillment_status = in.text(fulfillment, "status");
  shipment.raw_status = shipment_status.empty() ? fulfillment_status : shipment_status;
  const ShipmentStatus fallback =
      status_without_events(fulfillment_status, !shipment.tracking_number.empty());
  if (fallback == ShipmentStatus::Cancelled) {
    shipment.status = fallback;
    shipment.raw_status = fulfillment_status;
  } else if (!shipment_status.empty()) {
    const Meaning meaning = meaning_of_shopify_event(shipment_status);
    shipment.status = meaning.status;
    shipment.sub_status = meaning.sub_status;
  } else if (shipment.checkpoints.empty()) {
    shipment.status = fallback;
  } else {
    complete_shipment(shipment, StatusOrigin::FromCheckpoints);
    return;
  }
  complete_shipment(shipment, StatusOrigin::Stated);
}

// The plural member lists every parcel; older documents have the singular alone.
std::vector<std::string> read_texts(SourceReader& in, JsonRef fulfillment, const char* plural,
                                    const char* singular) {
  std::vector<std::string> texts;
  for (const JsonRef item : in.list(fulfillment, plural)) {
    const std::string_view text = trimmed(item.text());
    if (!text.empty()) texts.emplace_back(text);
  }
  if (texts.empty()) texts.push_back(in.text(fulfillment, singular));
  return texts;
}

void read_events(SourceReader& in, JsonRef own, const std::string& id, LooseEvents& loose,
                 Shipment& shipment) {
  for (const JsonRef event : own) read_event(in, event, shipment);
  const auto found = loose.find(id);
  if (found != loose.end()) {
    for (const JsonRef event : found->second) read_event(in, event, shipment);
    loose.erase(found);
  }
  put_newest_first(shipment.checkpoints);
}

void read_fulfillment(SourceReader& in, JsonRef fulfillment, LooseEvents& loose,
                      std::vector<Shipment>& shipments) {
  if (!in.is_shipment(fulfillment, "id")) return;
  Shipment shipment;
  shipment.id = in.text(fulfillment, "id");
  shipment.carrier = in.text(fulfillment, "tracking_company");
  shipment.carrier_name = shipment.carrier;
  shipment.origin_country = in.text(in.object(fulfillment, "origin_address"), "country_code");
  shipment.destination_country = in.text(in.object(fulfillment, "destination"), "country_code");
  read_events(in, in.list(fulfillment, "events"), shipment.id, loose, shipment);
  const auto numbers = read_texts(in, fulfillment, "tracking_numbers", "tracking_number");
  const auto urls = read_texts(in, fulfillment, "tracking_urls", "tracking_url");
  // With several parcels nobody says which line is in which.
  if (numbers.size() == 1) shipment.items = read_items(in, fulfillment);
  for (size_t i = 0; i < numbers.size(); ++i) {
    Shipment parcel = shipment;
    parcel.tracking_number = numbers[i];
    if (i + 1 == kMaxParcelsWithEvents) shipment.checkpoints.clear();
    if (i < urls.size()) parcel.tracking_url = base::safe_url(urls[i]);
    take_status(in, fulfillment, parcel);
    shipments.push_back(std::move(parcel));
  }
}

LooseEvents read_loose_events(SourceReader& in, JsonRef root) {
  LooseEvents loose;
  JsonRef events = root["fulfillment_events"];
  if (!events.exists()) events = root["fulfillment_event"];
  if (!events.exists() && root["fulfillment_id"].exists()) events = root;
  if (events.is_array()) {
    for (const JsonRef event : events) {
      if (in.is_object(event)) loose[in.text(event, "fulfillment_id")].push_back(event);
    }
  } else if (events.exists() && in.is_object(events)) {
    loose[in.text(events, "fulfillment_id")].push_back(events);
  }
  return loose;
}

// Events without their fulfillment make a shipment of what is known.
void read_rest(SourceReader& in, const LooseEvents& loose, std::vector<Shipment>& shipments) {
  for (const auto& [id, events] : loose) {
    Shipment& shipment = shipments.emplace_back();
    shipment.id = id;
    for (const JsonRef event : events) read_event(in, event, shipment);
    put_newest_first(shipment.checkpoints);
    complete_shipment(shipment, StatusOrigin::FromCheckpoints);
  }
}

bool is_fulfillment(JsonRef object) {
  return object["tracking_company"].exists() || object["tracking_number"].exists() ||
         object["shipment_status"].exists();
}

// The fulfillments, as an array or one object, wherever this document keeps them.
JsonRef find_fulfillments(JsonRef root) {
  const JsonRef order = root["order"].exists() ? root["order"] : root["orders"].at(0);
  for (const JsonRef place : {root["fulfillments"], root["fulfillment"], order["fulfillments"]}) {
    if (place.exists()) return place;
  }
  const JsonRef sample = root.is_array() ? root.at(0) : root;
  const bool is_empty_list = root.is_array() && !sample.exists();
  return is_fulfillment(sample) || is_empty_list ? root : JsonRef();
}

}  // namespace

base::Result<std::vector<Shipment>> shipments_from_shopify(JsonRef root) {
  SourceReader in;
  std::vector<Shipment> shipments;
  const JsonRef found = find_fulfillments(root);
  LooseEvents loose = read_loose_events(in, root);
  const bool has_events = root["fulfillment_events"].is_array() || !loose.empty();
  if (!found.exists() && !has_events) in.fail(ErrorCode::NoShipment, root);
  if (found.is_array()) {
    for (const JsonRef item : found) read_fulfillment(in, item, loose, shipments);
  } else if (found.exists()) {
    read_fulfillment(in, found, loose, shipments);
  }
  read_rest(in, loose, shipments);
  return finished(in, std::move(shipments), Consignments::KeepAll);
}

}  // namespace postlude::tracking
