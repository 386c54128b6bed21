#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json_reader.h"
#include "core/base/result.h"
#include "core/tracking/shipment.h"

namespace postlude::tracking {

/// The sources a shipment can come from. `canonical` is our own form,
/// web/contract/shipments.schema.json.
#define POSTLUDE_TRACKING_SOURCES(X) \
  X(Canonical, "canonical")          \
  X(Shopify, "shopify")              \
  X(AfterShip, "aftership")          \
  X(EasyPost, "easypost")            \
  X(Shippo, "shippo")                \
  X(Karrio, "karrio")                \
  X(SeventeenTrack, "17track")       \
  X(Ucp, "ucp")

enum class TrackingSource : unsigned char {
#define X(name, text) name,
  POSTLUDE_TRACKING_SOURCES(X)
#undef X
};

std::optional<TrackingSource> tracking_source_from(std::string_view name);

/// Returns the shipments that `bytes` (one JSON text, as the source's API answers or its webhook
/// sends) state, possibly none. Fails with a code and a JSON pointer; NoShipment when the text is
/// not of that source.
base::Result<std::vector<Shipment>> normalise(TrackingSource source, std::string_view bytes);

/// The canonical form (version 1; web/contract/shipments.schema.json) from a place inside a larger
/// document: an array of shipments, or an object with "shipments". Only a shipment's "id" is
/// required, and it is unique. A status left out is taken from the checkpoints; an unsafe
/// "tracking_url" is dropped. Fails with UnknownVersion, NoShipment (an object without
/// "shipments"), MissingField, WrongType, BadTime, or BadValue for a word or number the form does
/// not have.
base::Result<std::vector<Shipment>> shipments_from_canonical(base::JsonRef root);

/// The same as a part of a larger read; when `in` failed, `shipments` are not to be used.
void read(base::JsonReader& in, base::JsonRef root, std::vector<Shipment>& shipments);

/// One checkpoint in canonical form, nothing in it required. Its id stays empty when it has none
/// (sort_checkpoints makes one).
void read(base::JsonReader& in, base::JsonRef root, Checkpoint& checkpoint);

/// Sorts newest first by instant (wall clock where the zone is unknown; no time at all comes last),
/// keeps the given order among equals, folds the same news told twice within kFoldSeconds into the
/// older of the two, and gives an id made from its content to each checkpoint that has none or
/// shares one. Ids do not change when later checkpoints arrive. Cost n log n.
void sort_checkpoints(std::vector<Checkpoint>& checkpoints);

inline constexpr int kFoldSeconds = 60;

/// Returns whether the checkpoint at `at` of a sorted list tells what one beside it told, so that
/// sort_checkpoints would fold them. Cost does not depend on the size of the list.
bool repeats_a_neighbour(const std::vector<Checkpoint>& checkpoints, size_t at);

/// Returns the canonical form as one JSON text: {"version":1,"shipments":[...]}.
std::string write_shipments(const std::vector<Shipment>& shipments);

}  // namespace postlude::tracking
