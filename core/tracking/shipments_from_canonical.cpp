#include <algorithm>

#include "core/base/json_reader.h"
#include "core/tracking/normalise.h"
#include "core/tracking/summarise.h"

namespace postlude::tracking {
namespace {

using base::ErrorCode;
using base::JsonReader;
using base::JsonRef;

constexpr int64_t kVersion = 1;

// Reads one word of a closed list; `otherwise` when the member is absent.
template <class Enum>
Enum read_word(JsonReader& in, JsonRef object, std::string_view key,
               std::optional<Enum> (*from)(std::string_view), Enum otherwise) {
  const std::string word = in.optional_text(object, key);
  if (word.empty()) return otherwise;
  const auto value = from(word);
  if (!value) in.fail(ErrorCode::BadValue, object, key);
  return value.value_or(otherwise);
}

Place read_place(JsonReader& in, JsonRef object) {
  const JsonRef place = in.optional_object(object, "place");
  if (!place.exists()) return {};
  return {in.optional_text(place, "city"), in.optional_text(place, "region"),
          in.optional_text(place, "postcode"), in.optional_text(place, "country")};
}

Checkpoint read_checkpoint(JsonReader& in, JsonRef object) {
  Checkpoint checkpoint;
  if (!object.is_object()) in.fail(ErrorCode::WrongType, object);
  checkpoint.id = in.optional_id(object, "id");
  checkpoint.status = read_word(in, object, "status", status_from, ShipmentStatus::Unknown);
  checkpoint.sub_status = read_word(in, object, "sub_status", sub_status_from, SubStatus::None);
  checkpoint.raw_code = in.optional_text(object, "raw_code");
  checkpoint.message = in.optional_text(object, "message");
  checkpoint.time = in.optional_time(object, "time");
  checkpoint.place = read_place(in, object);
  return checkpoint;
}

ShipmentItem read_item(JsonReader& in, JsonRef object) {
  ShipmentItem item;
  if (!object.is_object()) in.fail(ErrorCode::WrongType, object);
  item.line_id = in.required_id(object, "line_id");
  item.quantity = in.optional_integer(object, "quantity").value_or(1);
  if (item.quantity < 1) in.fail(ErrorCode::BadValue, object, "quantity");
  return item;
}

Estimate read_estimate(JsonReader& in, JsonRef object) {
  Estimate estimate;
  const JsonRef member = in.optional_object(object, "estimate");
  if (!member.exists()) return estimate;
  estimate.from = in.optional_time(member, "from");
  estimate.until = in.optional_time(member, "until");
  if (!estimate.from.known()) in.fail(ErrorCode::MissingField, member, "from");
  estimate.source = read_word(in, member, "source", estimate_source_from, EstimateSource::Carrier);
  return estimate;
}

Shipment read_shipment(JsonReader& in, JsonRef object) {
  Shipment shipment;
  if (!object.is_object()) in.fail(ErrorCode::WrongType, object);
  shipment.id = in.required_id(object, "id");
  shipment.carrier = in.optional_text(object, "carrier");
  shipment.carrier_name = in.optional_text(object, "carrier_name");
  shipment.tracking_number = in.optional_id(object, "tracking_number");
  shipment.tracking_url = base::safe_url(in.optional_text(object, "tracking_url"));
  shipment.status = read_word(in, object, "status", status_from, ShipmentStatus::Pending);
  shipment.sub_status = read_word(in, object, "sub_status", sub_status_from, SubStatus::None);
  shipment.raw_status = in.optional_text(object, "raw_status");
  shipment.direction = read_word(in, object, "direction", direction_from, Direction::Outbound);
  shipment.service = in.optional_text(object, "service");
  for (const JsonRef item : in.optional_array(object, "items")) {
    shipment.items.push_back(read_item(in, item));
  }
  shipment.estimate = read_estimate(in, object);
  shipment.shipped_at = in.optional_time(object, "shipped_at");
  shipment.delivered_at = in.optional_time(object, "delivered_at");
  shipment.signed_by = in.optional_text(object, "signed_by");
  shipment.origin_country = in.optional_text(object, "origin_country");
  shipment.destination_country = in.optional_text(object, "destination_country");
  for (const JsonRef item : in.optional_array(object, "checkpoints")) {
    shipment.checkpoints.push_back(read_checkpoint(in, item));
  }
  complete_shipment(shipment, object["status"].is_string() ? StatusOrigin::Stated
                                                           : StatusOrigin::FromCheckpoints);
  return shipment;
}

// Ids are the keys of everything that follows, so two shipments cannot share one.
void refuse_shared_ids(JsonReader& in, JsonRef list, const std::vector<Shipment>& shipments) {
  std::vector<std::string_view> ids;
  ids.reserve(shipments.size());
  for (const Shipment& shipment : shipments) ids.push_back(shipment.id);
  std::sort(ids.begin(), ids.end());
  const auto shared = std::adjacent_find(ids.begin(), ids.end());
  if (shared == ids.end()) return;
  size_t last = shipments.size() - 1;
  while (shipments[last].id != *shared) --last;
  in.fail(ErrorCode::BadValue, list.at(last), "id");
}

}  // namespace

base::Result<Checkpoint> checkpoint_from_canonical(JsonRef root) {
  JsonReader in;
  Checkpoint checkpoint = read_checkpoint(in, root);
  if (in.failed()) return in.error();
  return checkpoint;
}

base::Result<std::vector<Shipment>> shipments_from_canonical(JsonRef root) {
  JsonReader in;
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
  }
  std::vector<Shipment> shipments;
  for (const JsonRef item : list) {
    if (in.failed()) break;
    shipments.push_back(read_shipment(in, item));
  }
  if (!in.failed()) refuse_shared_ids(in, list, shipments);
  if (in.failed()) return in.error();
  return shipments;
}

}  // namespace postlude::tracking
