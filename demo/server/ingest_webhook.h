#pragma once

#include <string>
#include <string_view>

#include "bindings/native/webhook_signature.h"
#include "core/tracking/normalise.h"
#include "demo/server/app.h"

namespace postlude::server {

/// What became of a webhook.
struct WebhookResult {
  std::string_view result;  // "merged", "unchanged", "duplicate" or "unknown_parcel"
  int64_t parcels = 0;      // of ours that it told of
  int64_t unknown = 0;      // parcels that are none of ours
};

/// Takes a signed webhook of a tracking service: verifies it, reads its shipments (scans that are
/// only words by the text classifier) and merges them into the parcels with their tracking numbers,
/// the newest parcel where a number was used again. An event is taken once, by its id, also over a
/// restart. What tells only of parcels that are none of ours is not remembered. Throws Problem
/// (SignatureMissing, SignatureExpired, SignatureInvalid; BadRequest for what is not JSON; Invalid
/// with a pointer for JSON that is no shipment of this source).
WebhookResult ingest_webhook(App& app, tracking::TrackingSource source,
                             const native::WebhookHeaders& headers, std::string_view body);

}  // namespace postlude::server
