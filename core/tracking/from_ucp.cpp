#include <algorithm>
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

// One entry of the append-only log.
struct Event {
  std::string tracking_number;
  std::string carrier;
  base::SafeUrl tracking_url;
  std::vector<ShipmentItem> items;
  Checkpoint checkpoint;
};

std::vector<ShipmentItem> read_items(SourceReader& in, JsonRef object) {
  std::vector<ShipmentItem> items;
  for (const JsonRef line : in.list(object, "line_items")) {
    if (!in.is_object(line)) break;
    std::string id = in.text(line, "id");
    const int64_t quantity = line["quantity"].integer().value_or(1);
    if (!id.empty() && quantity > 0) items.push_back({std::move(id), quantity});
  }
  return items;
}

Event read_event(SourceReader& in, JsonRef object) {
  Event event;
  if (!in.is_object(object)) return event;
  event.tracking_number = in.text(object, "tracking_number");
  event.carrier = in.text(object, "carrier");
  event.tracking_url = base::safe_url(in.text(object, "tracking_url"));
  event.items = read_items(in, object);
  Checkpoint& checkpoint = event.checkpoint;
  checkpoint.id = in.text(object, "id");
  checkpoint.raw_code = in.text(object, "type");
  const Meaning meaning = meaning_of_ucp(checkpoint.raw_code);
  checkpoint.status = meaning.status;
  checkpoint.sub_status = meaning.sub_status;
  checkpoint.message = in.text(object, "description");
  checkpoint.time = in.time(object, "occurred_at");
  return event;
}

// What is built while the log is read: the shipments, and where each number and each line is.
struct Log {
  std::vector<Shipment> shipments;
  std::map<std::string, size_t> by_number;
  std::map<std::string, size_t> by_line;  // the first numbered shipment that holds it
  std::map<std::pair<size_t, std::string>, size_t> items;
};

// Later events of a parcel repeat its lines, so the largest count is the count.
void add_items(Log& log, size_t at, const std::vector<ShipmentItem>& items) {
  std::vector<ShipmentItem>& known = log.shipments[at].items;
  for (const ShipmentItem& item : items) {
    const auto [found, is_new] = log.items.try_emplace({at, item.line_id}, known.size());
    if (is_new) {
      known.push_back(item);
    } else {
      ShipmentItem& earlier = known[found->second];
      earlier.quantity = std::max(earlier.quantity, item.quantity);
    }
    if (!log.shipments[at].tracking_number.empty()) log.by_line.try_emplace(item.line_id, at);
  }
}

size_t shipment_of(Log& log, const Event& event) {
  const auto [found, is_new] =
      log.by_number.try_emplace(event.tracking_number, log.shipments.size());
  if (is_new) {
    Shipment& shipment = log.shipments.emplace_back();
    shipment.id = event.tracking_number.empty() ? event.checkpoint.id : event.tracking_number;
    shipment.tracking_number = event.tracking_number;
  }
  return found->second;
}

void add_event(Log& log, Event event) {
  const size_t at = shipment_of(log, event);
  add_items(log, at, event.items);
  Shipment& shipment = log.shipments[at];
  if (shipment.carrier.empty()) shipment.carrier = event.carrier;
  if (!event.tracking_url.empty()) shipment.tracking_url = event.tracking_url;
  shipment.checkpoints.push_back(std::move(event.checkpoint));
}

// An event without a number ("processing") belongs to the first parcel that holds one of its lines;
// where there is none yet, it opens a shipment that waits for its number.
void add_unnumbered(Log& log, Event event) {
  for (const ShipmentItem& item : event.items) {
    const auto found = log.by_line.find(item.line_id);
    if (found == log.by_line.end()) continue;
    log.shipments[found->second].checkpoints.push_back(std::move(event.checkpoint));
    return;
  }
  add_event(log, std::move(event));
}

std::vector<Shipment> read_events(SourceReader& in, JsonRef list) {
  Log log;
  std::vector<Event> unnumbered;
  for (const JsonRef item : list) {
    Event event = read_event(in, item);
    if (in.failed()) return {};
    if (event.tracking_number.empty()) {
      unnumbered.push_back(std::move(event));
    } else {
      add_event(log, std::move(event));
    }
  }
  for (Event& event : unnumbered) add_unnumbered(log, std::move(event));
  for (Shipment& shipment : log.shipments) {
    shipment.carrier_name = shipment.carrier;
    put_newest_first(shipment.checkpoints);
    complete_shipment(shipment, StatusOrigin::FromCheckpoints);
    shipment.raw_status = shipment.checkpoints.front().raw_code;
  }
  return std::move(log.shipments);
}

using Quantities = std::map<std::string, int64_t>;

Quantities covered_by(const std::vector<Shipment>& shipments) {
  Quantities covered;
  for (const Shipment& shipment : shipments) {
    for (const ShipmentItem& item : shipment.items) {
      int64_t& sum = covered[item.line_id];
      if (__builtin_add_overflow(sum, item.quantity, &sum)) sum = INT64_MAX;
    }
  }
  return covered;
}

// What was promised and no event covers yet. What nobody sends is no shipment.
void read_expectation(SourceReader& in, JsonRef object, Quantities& covered,
                      std::vector<Shipment>& shipments) {
  if (!in.is_object(object) || in.text(object, "method_type") == "digital") return;
  Shipment shipment;
  for (ShipmentItem item : read_items(in, object)) {
    int64_t& left = covered[item.line_id];
    const int64_t taken = std::min(left, item.quantity);
    left -= taken;
    item.quantity -= taken;
    if (item.quantity > 0) shipment.items.push_back(std::move(item));
  }
  if (shipment.items.empty()) return;
  shipment.id = in.text(object, "id");
  shipment.service = in.text(object, "description");
  const JsonRef destination = in.object(object, "destination");
  const JsonRef address = in.object(destination, "address");
  shipment.destination_country =
      in.text(address.exists() ? address : destination, "address_country");
  shipments.push_back(std::move(shipment));
}

}  // namespace

base::Result<std::vector<Shipment>> shipments_from_ucp(JsonRef root) {
  SourceReader in;
  std::vector<Shipment> shipments;
  const JsonRef order = root["order"].is_object() ? root["order"] : root;
  if (!order["fulfillment"].exists()) in.fail(ErrorCode::NoShipment, root);
  const JsonRef fulfillment = in.object(order, "fulfillment");
  shipments = read_events(in, in.list(fulfillment, "events"));
  Quantities covered = covered_by(shipments);
  for (const JsonRef item : in.list(fulfillment, "expectations")) {
    read_expectation(in, item, covered, shipments);
  }
  return finished(in, std::move(shipments), Consignments::KeepAll);
}

}  // namespace postlude::tracking
