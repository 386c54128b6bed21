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

void append_newest_first(Shipment& shipment, std::vector<Checkpoint> leg) {
  put_newest_first(leg);
  for (Checkpoint& scan : leg) shipment.checkpoints.push_back(std::move(scan));
}

// ---- API v2: accepted[].track_info ----

// time_raw is what the carrier wrote: without a clock there, time_iso's midnight is made up.
SourceTime read_time(SourceReader& in, JsonRef event) {
  const SourceTime iso = in.time(event, "time_iso");
  const JsonRef raw = in.object(event, "time_raw");
  const SourceTime date = joined_time(in.text(raw, "date"), "");
  if (date.known() && in.text(raw, "time").empty() && !date.has_clock()) return date;
  if (iso.known()) return iso;
  const std::string clock = in.text(raw, "time") + in.text(raw, "timezone");
  const SourceTime local = joined_time(in.text(raw, "date"), clock);
  return local.known() ? local : in.time(event, "time_utc");
}

Checkpoint read_event(SourceReader& in, JsonRef event) {
  Checkpoint checkpoint;
  if (!in.is_object(event)) return checkpoint;
  const std::string stage = in.text(event, "stage");
  const std::string sub_status = in.text(event, "sub_status");
  const Meaning meaning = meaning_of_17track(stage, sub_status);
  checkpoint.status = meaning.status;
  checkpoint.sub_status = meaning.sub_status;
  checkpoint.raw_code = sub_status.empty() ? stage : sub_status;
  checkpoint.message = in.text(event, "description");
  checkpoint.time = read_time(in, event);
  const JsonRef address = in.object(event, "address");
  checkpoint.place = {in.text(address, "city"), in.text(address, "state"),
                      in.text(address, "postal_code"), country_code(in.text(address, "country")),
                      SourceReader::coordinates(address["coordinates"])};
  if (checkpoint.place.empty()) checkpoint.place.city = in.text(event, "location");
  return checkpoint;
}

EstimateSource estimate_source_of(std::string_view words) {
  return words == "Official" || words.empty() ? EstimateSource::Carrier : EstimateSource::Predicted;
}

Estimate read_estimate(SourceReader& in, JsonRef track_info) {
  const JsonRef date = in.object(in.object(track_info, "time_metrics"), "estimated_delivery_date");
  Estimate estimate{in.estimate(date, "from"), in.estimate(date, "to"),
                    estimate_source_of(in.text(date, "source"))};
  if (!estimate.from.known()) estimate.from = estimate.until;
  if (estimate.from == estimate.until) estimate.until = {};
  return estimate.known() ? estimate : Estimate{};
}

// First mile and last mile are two providers of one parcel: one timeline.
void read_providers(SourceReader& in, JsonRef track_info, Shipment& shipment) {
  for (const JsonRef leg : in.list(in.object(track_info, "tracking"), "providers")) {
    const JsonRef provider = in.object(leg, "provider");
    if (shipment.carrier_name.empty()) shipment.carrier_name = in.text(provider, "name");
    if (shipment.service.empty()) shipment.service = in.text(leg, "service_type");
    std::vector<Checkpoint> scans;
    for (const JsonRef event : in.list(leg, "events")) scans.push_back(read_event(in, event));
    append_newest_first(shipment, std::move(scans));
  }
}

Shipment read_v2(SourceReader& in, JsonRef item) {
  Shipment shipment;
  if (!in.is_shipment(item, "number")) return shipment;
  shipment.tracking_number = in.text(item, "number");
  shipment.carrier = in.text(item, "carrier");
  const JsonRef track_info = in.object(item, "track_info");
  const JsonRef latest = in.object(track_info, "latest_status");
  const std::string status = in.text(latest, "status");
  const std::string sub_status = in.text(latest, "sub_status");
  const Meaning meaning = meaning_of_17track(status, sub_status);
  shipment.status = meaning.status;
  shipment.sub_status = meaning.sub_status;
  shipment.raw_status = sub_status.empty() ? status : sub_status;
  const JsonRef misc = in.object(track_info, "misc_info");
  shipment.service = in.text(misc, "service_type");
  shipment.estimate = read_estimate(in, track_info);
  const JsonRef shipping = in.object(track_info, "shipping_info");
  shipment.origin_country =
      country_code(in.text(in.object(shipping, "shipper_address"), "country"));
  shipment.destination_country =
      country_code(in.text(in.object(shipping, "recipient_address"), "country"));
  read_providers(in, track_info, shipment);
  const JsonRef event = in.object(track_info, "latest_event");
  if (shipment.checkpoints.empty() && event.exists()) {
    shipment.checkpoints.push_back(read_event(in, event));
  }
  complete_shipment(
      shipment, shipment.raw_status.empty() ? StatusOrigin::FromCheckpoints : StatusOrigin::Stated);
  return shipment;
}

// ---- The API before it: one-letter members, events as JSON in a string ----

Checkpoint read_old_event(SourceReader& in, JsonRef event) {
  Checkpoint checkpoint;
  checkpoint.message = in.text(event, "z");
  checkpoint.time = in.time(event, "a");
  checkpoint.place.city = in.text(event, "c");
  checkpoint.place.country = country_code(in.text(event, "d"));
  return checkpoint;
}

// A text that is not JSON is the carrier's words and nothing else. Inside it nothing is required:
// its places are not places of the document that is read, so it has no errors to report.
void read_event_text(const std::string& text, Shipment& shipment) {
  if (text.empty()) return;
  const auto document = base::parse_json(text);
  if (document.ok() && document.value().root().is_object()) {
    SourceReader inner;
    shipment.checkpoints.push_back(read_old_event(inner, document.value().root()));
  } else {
    shipment.checkpoints.emplace_back().message = text;
  }
}

std::string known_carrier(std::string code) { return code == "0" ? std::string() : code; }

void take_state(Shipment& shipment, const std::string& state) {
  shipment.raw_status = state;
  shipment.status = meaning_of_17track_state(state).status;
  complete_shipment(shipment, state.empty() ? StatusOrigin::FromCheckpoints : StatusOrigin::Stated);
}

Shipment read_row(SourceReader& in, JsonRef row) {
  Shipment shipment;
  if (!in.is_shipment(row, "FTrackNo")) return shipment;
  shipment.tracking_number = in.text(row, "FTrackNo");
  shipment.carrier = known_carrier(in.text(row, "FFirstCarrier"));
  read_event_text(in.text(row, "FLastEvent"), shipment);
  take_state(shipment, in.text(row, "FPackageState"));
  return shipment;
}

// {"no": number, "track": {"e": state, "z0": last event, "z1", "z2": events of the two carriers}}
Shipment read_dat(SourceReader& in, JsonRef row) {
  Shipment shipment;
  if (!in.is_shipment(row, "no")) return shipment;
  shipment.tracking_number = in.text(row, "no");
  const JsonRef track = in.object(row, "track");
  shipment.carrier = known_carrier(in.text(track, "w1"));
  for (const char* const leg : {"z1", "z2"}) {
    std::vector<Checkpoint> scans;
    for (const JsonRef event : in.list(track, leg)) {
      if (in.is_object(event)) scans.push_back(read_old_event(in, event));
    }
    append_newest_first(shipment, std::move(scans));
  }
  const JsonRef last = in.object(track, "z0");
  if (shipment.checkpoints.empty() && last.exists()) {
    shipment.checkpoints.push_back(read_old_event(in, last));
  }
  take_state(shipment, in.text(track, "e"));
  return shipment;
}

}  // namespace

base::Result<std::vector<Shipment>> shipments_from_17track(JsonRef root) {
  SourceReader in;
  std::vector<Shipment> shipments;
  const JsonRef data = root["data"];
  if (root["Json"].exists()) {
    for (const JsonRef row : in.list(root, "Json")) shipments.push_back(read_row(in, row));
  } else if (root["dat"].exists()) {
    for (const JsonRef row : in.list(root, "dat")) shipments.push_back(read_dat(in, row));
  } else if (data["accepted"].exists()) {
    for (const JsonRef item : in.list(data, "accepted")) shipments.push_back(read_v2(in, item));
  } else if (data["number"].exists()) {
    shipments.push_back(read_v2(in, data));
  } else if (root["number"].exists()) {
    shipments.push_back(read_v2(in, root));
  } else {
    in.fail(ErrorCode::NoShipment, root);
  }
  return finished(in, std::move(shipments), Consignments::KeepNewest);
}

}  // namespace postlude::tracking
