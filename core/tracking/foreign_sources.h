#pragma once

#include <vector>

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/tracking/shipment.h"

namespace postlude::tracking {

// One function a source; `normalise` calls them. What they have in common:
//
// - The source's own top-level status is the shipment's status; without one the checkpoints decide
//   (summarise.h). Checkpoints stay what their source called them, contradictions included.
// - A code nobody knows becomes Unknown and its text is kept in raw_status or raw_code.
// - A time keeps its own offset, or none; a time nobody can read is left out and its scan kept.
// - Of several consignments under one number of one carrier only the newest is returned: carriers
// use
//   numbers again.
// - A list that is empty is an empty result. A text that is not of the source is NoShipment at "".
// A
//   member of another JSON type than the source documents is WrongType.

/// AfterShip tracking API, 2013 to 2026 shapes: {"data":{"tracking"}}, {"data":{"trackings"}},
/// {"data"}, a webhook's {"msg"}, or a bare tracking or array of them. How it was left and where it
/// waits: `signed_by`, `proof_of_delivery` [{type, url}], `pickup_location` in one text (types of
/// its SDK for Node, @aftership/tracking-sdk 17.0.0, read 2026-11).
base::Result<std::vector<Shipment>> shipments_from_aftership(base::JsonRef root);

/// EasyPost Tracker, bare or array, {"trackers"}, {"tracker"}, or an Event with a "result". Of how
/// it was left it tells `signed_by` alone (types of @easypost/api 8.9.0, read 2026-11).
base::Result<std::vector<Shipment>> shipments_from_easypost(base::JsonRef root);

/// Shippo track answer, bare or array, {"results"}, or a webhook's {"data"}. It tells neither how
/// it was left nor where it waits (types of its SDK, shippo 2.18.0, read 2026-11).
base::Result<std::vector<Shipment>> shipments_from_shippo(base::JsonRef root);

/// karrio's normalised tracking details, as a pair [[details], [messages]], an array, {"results"},
/// {"trackers"}, {"tracking"} or bare. Its "Z" is the carrier's wall clock, so it counts as no
/// zone. Its pictures of a delivery are base64, which is no URL, and are left out.
base::Result<std::vector<Shipment>> shipments_from_karrio(base::JsonRef root);

/// 17TRACK v2 ({"data":{"accepted"}} or a webhook's {"data"}) and the API before it ({"Json"},
/// {"dat"}).
base::Result<std::vector<Shipment>> shipments_from_17track(base::JsonRef root);

/// Shopify REST: {"fulfillment"}, {"fulfillments"}, an order (bare, {"order"}, first of
/// {"orders"}), a bare fulfillment or array, {"fulfillment_event"} or {"fulfillment_events"}. A
/// fulfillment with several tracking numbers gives one shipment a number.
base::Result<std::vector<Shipment>> shipments_from_shopify(base::JsonRef root);

/// UCP order (bare or {"order"}): one shipment a tracking number from fulfillment.events, and one
/// Pending a fulfillment.expectations entry for what no event covers yet.
base::Result<std::vector<Shipment>> shipments_from_ucp(base::JsonRef root);

}  // namespace postlude::tracking
