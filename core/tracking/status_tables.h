#pragma once

#include <cstdint>
#include <string_view>

#include "core/tracking/shipment.h"

namespace postlude::tracking {

/// What a source's code means in canonical words.
struct Meaning {
  ShipmentStatus status = ShipmentStatus::Unknown;
  SubStatus sub_status = SubStatus::None;
  friend bool operator==(const Meaning&, const Meaning&) = default;
};

// Every function below is total: a code that is not in its table falls back to its family (the text
// before "_", or the coarser of two fields), then to our own word for it, then to Unknown. Codes
// are compared without regard to ASCII case. The caller keeps the raw text.

/// AfterShip's tag ("InTransit") and subtag ("InTransit_002"); either may be empty.
Meaning meaning_of_aftership(std::string_view tag, std::string_view subtag);

/// EasyPost's status and status_detail. The detail refines a parcel that is under way or in
/// trouble; it never takes back a delivery, a return or a cancellation.
Meaning meaning_of_easypost(std::string_view status, std::string_view status_detail);

/// Whether Shippo says that somebody has to act.
enum class ActionRequired : uint8_t { No, Yes };

/// Shippo's status, substatus.code and substatus.action_required.
Meaning meaning_of_shippo(std::string_view status, std::string_view substatus,
                          ActionRequired action);

/// karrio's status and an event's incident reason ("consignee_refused"; a family of reasons whose
/// members differ by version, so it is read by its words).
Meaning meaning_of_karrio(std::string_view status, std::string_view reason);

/// Shopify's fulfillment event status, which is also a fulfillment's shipment_status.
Meaning meaning_of_shopify_event(std::string_view status);

/// 17TRACK API v2: status ("InTransit") and sub-status ("InTransit_PickedUp"); either may be empty.
Meaning meaning_of_17track(std::string_view status, std::string_view sub_status);

/// 17TRACK's old numeric package state, as text.
Meaning meaning_of_17track_state(std::string_view state);

/// UCP's fulfillment event type (an open set).
Meaning meaning_of_ucp(std::string_view type);

/// schema.org OrderStatus, bare or as a schema.org URL.
Meaning meaning_of_schema_org(std::string_view order_status);

/// parcelLab's status names.
Meaning meaning_of_parcellab(std::string_view name);

}  // namespace postlude::tracking
