#include "core/base/hash.h"
#include "core/base/json_reader.h"
#include "core/base/read_parts.h"
#include "core/base/text_member.h"
#include "core/tracking/normalise.h"
#include "core/tracking/read_word.h"
#include "core/tracking/sort_keys.h"
#include "core/tracking/summarise.h"

namespace postlude::tracking {
namespace {

using base::ErrorCode;
using base::JsonReader;
using base::JsonRef;
using base::read_list;
using base::read_texts;
using base::TextMember;

constexpr int64_t kVersion = 1;
constexpr int64_t kMostPercent = 100;

constexpr TextMember<Place> kPlaceTexts[] = {
    {"city", &Place::city},
    {"region", &Place::region},
    {"postcode", &Place::postcode},
    {"country", &Place::country},
};

constexpr TextMember<Checkpoint> kCheckpointTexts[] = {
    {"raw_code", &Checkpoint::raw_code},
    {"message", &Checkpoint::message},
};

constexpr TextMember<Shipment> kShipmentTexts[] = {
    {"carrier", &Shipment::carrier},
    {"carrier_name", &Shipment::carrier_name},
    {"raw_status", &Shipment::raw_status},
    {"service", &Shipment::service},
    {"signed_by", &Shipment::signed_by},
    {"origin_country", &Shipment::origin_country},
    {"destination_country", &Shipment::destination_country},
};

constexpr TextMember<PickupPlace> kPickupTexts[] = {
    {"name", &PickupPlace::name},
    {"address", &PickupPlace::address},
};

// Hours are seven texts from Sunday on; fewer leave the rest closed.
void read_pickup(JsonReader& in, const JsonRef& object, PickupPlace& pickup) {
  read_texts(in, object, kPickupTexts, pickup);
  pickup.until = in.optional_time(object, "until");
  for (const JsonRef hours : in.optional_array(object, "hours")) {
    if (!hours.is_string()) in.fail(ErrorCode::WrongType, hours);
    pickup.hours += hours.text();
    pickup.hours += ';';
  }
}

void read_checkpoint(JsonReader& in, const JsonRef& object, Checkpoint& checkpoint) {
  if (!object.is_object()) in.fail(ErrorCode::WrongType, object);
  checkpoint.id = in.optional_id(object, "id");
  checkpoint.status = read_word(in, object, "status", status_from, ShipmentStatus::Unknown);
  checkpoint.sub_status = read_word(in, object, "sub_status", sub_status_from, SubStatus::None);
  read_texts(in, object, kCheckpointTexts, checkpoint);
  checkpoint.time = in.optional_time(object, "time");
  const JsonRef place = in.optional_object(object, "place");
  read_texts(in, place, kPlaceTexts, checkpoint.place);
  checkpoint.place.coordinates =
      read_coordinates(place["latitude"].text(), place["longitude"].text());
}

void read_item(JsonReader& in, const JsonRef& object, ShipmentItem& item) {
  if (!object.is_object()) in.fail(ErrorCode::WrongType, object);
  item.line_id = in.required_id(object, "line_id");
  item.quantity = in.optional_integer(object, "quantity").value_or(1);
  if (item.quantity < 1) in.fail(ErrorCode::BadValue, object, "quantity");
}

void read_estimate(JsonReader& in, const JsonRef& object, const char* key, Estimate& estimate) {
  const JsonRef member = in.optional_object(object, key);
  if (!member.exists()) return;
  estimate.from = in.optional_time(member, "from");
  estimate.until = in.optional_time(member, "until");
  if (!estimate.from.known()) in.fail(ErrorCode::MissingField, member, "from");
  estimate.source = read_word(in, member, "source", estimate_source_from, EstimateSource::Carrier);
  const int64_t confidence = in.optional_integer(member, "confidence").value_or(0);
  if (confidence < 0 || confidence > kMostPercent) {
    in.fail(ErrorCode::BadValue, member, "confidence");
  }
  estimate.confidence = static_cast<uint8_t>(confidence);
}

void read_shipment(JsonReader& in, const JsonRef& object, Shipment& shipment) {
  if (!object.is_object()) in.fail(ErrorCode::WrongType, object);
  shipment.id = in.required_id(object, "id");
  read_texts(in, object, kShipmentTexts, shipment);
  shipment.tracking_number = in.optional_id(object, "tracking_number");
  shipment.tracking_url = base::safe_url(text_of(in, object, "tracking_url"));
  shipment.status = read_word(in, object, "status", status_from, ShipmentStatus::Pending);
  shipment.sub_status = read_word(in, object, "sub_status", sub_status_from, SubStatus::None);
  shipment.direction = read_word(in, object, "direction", direction_from, Direction::Outbound);
  read_list(in, in.optional_array(object, "items"), shipment.items, read_item);
  read_estimate(in, object, "estimate", shipment.estimate);
  read_estimate(in, object, "first_estimate", shipment.first_estimate);
  shipment.pace = read_word(in, object, "pace", pace_from, Pace::Usual);
  shipment.shipped_at = in.optional_time(object, "shipped_at");
  shipment.delivered_at = in.optional_time(object, "delivered_at");
  shipment.proof_photo = base::safe_url(text_of(in, object, "proof_photo"));
  shipment.report_url = base::safe_url(text_of(in, object, "report_url"));
  read_pickup(in, in.optional_object(object, "pickup"), shipment.pickup);
  const JsonRef returns = in.optional_object(object, "returns");
  shipment.returns = {base::safe_url(text_of(in, returns, "url")),
                      in.optional_time(returns, "until")};
  shipment.returns.withdrawn = shipment.returns.url.empty() && object["returns"].exists();
  read_list(in, in.optional_array(object, "checkpoints"), shipment.checkpoints, read_checkpoint);
  complete_shipment(shipment, text_of(in, object, "status").empty() ? StatusOrigin::FromCheckpoints
                                                                    : StatusOrigin::Stated);
}

// Ids are the keys of everything that follows, so two shipments cannot share one (nor its hash,
// which only happens on purpose).
void refuse_shared_ids(JsonReader& in, JsonRef list, const std::vector<Shipment>& shipments) {
  std::vector<SortKey> keys(shipments.size());
  for (size_t i = 0; i < keys.size(); ++i) {
    keys[i] = {static_cast<int64_t>(base::fnv1a64(shipments[i].id)), static_cast<uint32_t>(i)};
  }
  sort_keys(keys);
  for (size_t i = 1; i < keys.size(); ++i) {
    if (keys[i].key != keys[i - 1].key) continue;
    in.fail(ErrorCode::BadValue, list.at(keys[i].index), "id");
    return;
  }
}

}  // namespace

void read(JsonReader& in, const JsonRef& root, Checkpoint& checkpoint) {
  read_checkpoint(in, root, checkpoint);
}

void read(JsonReader& in, const JsonRef& root, std::vector<Shipment>& shipments) {
  JsonRef list = root;
  if (root.is_object()) {
    const JsonRef version = root["version"];
    if (version.exists() && version.integer() != kVersion) {
      in.fail(ErrorCode::UnknownVersion, version);
    }
    if (!root["shipments"].exists()) in.fail(ErrorCode::NoShipment, root);
    list = in.required_array(root, "shipments");
  } else if (!root.is_array()) {
    in.fail(root.exists() ? ErrorCode::WrongType : ErrorCode::NoShipment, root);
    list = {};
  }
  read_list(in, list, shipments, read_shipment);
  if (!in.failed()) refuse_shared_ids(in, list, shipments);
}

base::Result<std::vector<Shipment>> shipments_from_canonical(JsonRef root) {
  JsonReader in;
  std::vector<Shipment> shipments;
  read(in, root, shipments);
  if (in.failed()) return in.error();
  return shipments;
}

}  // namespace postlude::tracking
