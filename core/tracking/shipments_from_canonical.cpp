#include "core/base/hash.h"
#include "core/base/member_table.h"
#include "core/base/read_parts.h"
#include "core/tracking/normalise.h"
#include "core/tracking/sort_keys.h"
#include "core/tracking/summarise.h"

namespace postlude::tracking {
namespace {

using base::ErrorCode;
using base::JsonReader;
using base::JsonRef;
using base::NameForm;
using base::read_list;
using base::read_members;

constexpr int64_t kVersion = 1;
constexpr int64_t kMostPercent = 100;

void read_place_coordinates(JsonReader&, JsonRef object, Place& place) {
  place.coordinates = read_coordinates(object["latitude"].text(), object["longitude"].text());
}

constexpr auto kPlaceMembers = base::members_of<Place>({
    {"city", POSTLUDE_AT(Place, city)},
    {"region", POSTLUDE_AT(Place, region)},
    {"postcode", POSTLUDE_AT(Place, postcode)},
    {"country", POSTLUDE_AT(Place, country)},
    base::rule<Place, read_place_coordinates>(),
});

constexpr auto kCheckpointMembers = base::members_of<Checkpoint>({
    {"id", POSTLUDE_AT(Checkpoint, id), base::TextForm::Id},
    {"status", POSTLUDE_AT(Checkpoint, status), kStatusNames, NameForm::EmptyIsAbsent},
    {"sub_status", POSTLUDE_AT(Checkpoint, sub_status), kSubStatusNames, NameForm::EmptyIsAbsent},
    {"raw_code", POSTLUDE_AT(Checkpoint, raw_code)},
    {"message", POSTLUDE_AT(Checkpoint, message)},
    {"time", POSTLUDE_AT(Checkpoint, time)},
    {"place", POSTLUDE_AT(Checkpoint, place), kPlaceMembers},
});

constexpr auto kItemMembers = base::members_of<ShipmentItem>({
    {"line_id", POSTLUDE_AT(ShipmentItem, line_id), base::TextForm::RequiredId},
    {"quantity", POSTLUDE_AT(ShipmentItem, quantity), base::Range{1}},
});

constexpr auto kEstimateMembers = base::members_of<Estimate>({
    {"from", POSTLUDE_AT(Estimate, from)},
    {"until", POSTLUDE_AT(Estimate, until)},
    {"source", POSTLUDE_AT(Estimate, source), kEstimateSourceNames, NameForm::EmptyIsAbsent},
});

// Hours are seven texts from Sunday on; fewer leave the rest closed.
void read_hours(JsonReader& in, JsonRef object, PickupPlace& pickup) {
  for (const JsonRef hours : in.optional_array(object, "hours")) {
    if (!hours.is_string()) in.fail(ErrorCode::WrongType, hours);
    pickup.hours += hours.text();
    pickup.hours += ';';
  }
}

constexpr auto kPickupMembers = base::members_of<PickupPlace>({
    {"name", POSTLUDE_AT(PickupPlace, name)},
    {"address", POSTLUDE_AT(PickupPlace, address)},
    {"until", POSTLUDE_AT(PickupPlace, until)},
    base::rule<PickupPlace, read_hours>(),
});

constexpr auto kReturnsMembers = base::members_of<Returns>({
    {"url", POSTLUDE_AT(Returns, url)},
    {"until", POSTLUDE_AT(Returns, until)},
});

void read_checkpoint(JsonReader& in, JsonRef object, Checkpoint& checkpoint) {
  if (!object.is_object()) in.fail(ErrorCode::WrongType, object);
  read_members(in, object, kCheckpointMembers, checkpoint);
}

void read_item(JsonReader& in, JsonRef object, ShipmentItem& item) {
  if (!object.is_object()) in.fail(ErrorCode::WrongType, object);
  read_members(in, object, kItemMembers, item);
}

void read_estimate(JsonReader& in, JsonRef member, Estimate& estimate) {
  if (!member.exists()) return;
  read_members(in, member, kEstimateMembers, estimate);
  if (!estimate.from.known()) in.fail(ErrorCode::MissingField, member, "from");
  const int64_t confidence = base::read_integer(in, member, "confidence", 0, 0, kMostPercent);
  estimate.confidence = static_cast<uint8_t>(confidence);
}

void read_estimates(JsonReader& in, JsonRef object, Shipment& shipment) {
  read_estimate(in, in.optional_object(object, "estimate"), shipment.estimate);
  read_estimate(in, in.optional_object(object, "first_estimate"), shipment.first_estimate);
}

void read_items(JsonReader& in, JsonRef object, Shipment& shipment) {
  read_list(in, in.optional_array(object, "items"), shipment.items, read_item);
}

void read_checkpoints(JsonReader& in, JsonRef object, Shipment& shipment) {
  read_list(in, in.optional_array(object, "checkpoints"), shipment.checkpoints, read_checkpoint);
}

constexpr auto kShipmentMembers = base::members_of<Shipment>({
    {"id", POSTLUDE_AT(Shipment, id), base::TextForm::RequiredId},
    {"carrier", POSTLUDE_AT(Shipment, carrier)},
    {"carrier_name", POSTLUDE_AT(Shipment, carrier_name)},
    {"raw_status", POSTLUDE_AT(Shipment, raw_status)},
    {"service", POSTLUDE_AT(Shipment, service)},
    {"signed_by", POSTLUDE_AT(Shipment, signed_by)},
    {"origin_country", POSTLUDE_AT(Shipment, origin_country)},
    {"destination_country", POSTLUDE_AT(Shipment, destination_country)},
    {"tracking_number", POSTLUDE_AT(Shipment, tracking_number), base::TextForm::Id},
    {"tracking_url", POSTLUDE_AT(Shipment, tracking_url)},
    {"status", POSTLUDE_AT(Shipment, status), kStatusNames, NameForm::EmptyIsAbsent},
    {"sub_status", POSTLUDE_AT(Shipment, sub_status), kSubStatusNames, NameForm::EmptyIsAbsent},
    {"direction", POSTLUDE_AT(Shipment, direction), kDirectionNames, NameForm::EmptyIsAbsent},
    base::rule<Shipment, read_items>(),
    base::rule<Shipment, read_estimates>(),
    {"pace", POSTLUDE_AT(Shipment, pace), kPaceNames, NameForm::EmptyIsAbsent},
    {"shipped_at", POSTLUDE_AT(Shipment, shipped_at)},
    {"delivered_at", POSTLUDE_AT(Shipment, delivered_at)},
    {"proof_photo", POSTLUDE_AT(Shipment, proof_photo)},
    {"report_url", POSTLUDE_AT(Shipment, report_url)},
    {"pickup", POSTLUDE_AT(Shipment, pickup), kPickupMembers},
    {"returns", POSTLUDE_AT(Shipment, returns), kReturnsMembers},
    base::rule<Shipment, read_checkpoints>(),
});

void read_shipment(JsonReader& in, JsonRef object, Shipment& shipment) {
  if (!object.is_object()) in.fail(ErrorCode::WrongType, object);
  read_members(in, object, kShipmentMembers, shipment);
  shipment.returns.withdrawn = shipment.returns.url.empty() && object["returns"].exists();
  complete_shipment(shipment, object["status"].text().empty() ? StatusOrigin::FromCheckpoints
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

void read(JsonReader& in, JsonRef root, Checkpoint& checkpoint) {
  read_checkpoint(in, root, checkpoint);
}

void read(JsonReader& in, JsonRef root, std::vector<Shipment>& shipments) {
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
