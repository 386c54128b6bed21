#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/boxed.h"
#include "core/base/json_reader.h"
#include "core/base/result.h"
#include "core/offer/offer.h"
#include "core/order/journey.h"
#include "core/order/order.h"
#include "core/review/schedule_prompt.h"
#include "core/tracking/shipment.h"

namespace postlude::app {

/// Where the host's requests go; from the script tag, never from the page's URL.
struct Connection {
  std::string api;  // base path of the backend, "" when there is none
};

/// What the backend decides about the page as a whole.
struct PageConfig {
  std::string api;         // base path for forms and requests: "/postlude/v1"
  std::string order_page;  // relative path of the order page, for forms to return to
  bool test_mode = false;
  bool states_duty = true;  // what the accept button says on this market (core/offer/market.h)
  int64_t poll_ms = 0;      // 0: no refresh while open; else at least kMinPollMs
  bool stream = false;      // the backend offers changes as a stream
  int64_t max_offers = 1;
  int64_t zone_offset_minutes = 0;  // of the shop, for "today"
};

inline constexpr int64_t kMinPollMs = 5000;

/// One page document (web/contract/page.schema.json): all that the widgets of one page show. A part
/// that is absent is not known, which is not the same as empty.
struct PageDocument {
  PageConfig config;
  int64_t now_ms = 0;  // the backend's clock; 0 when not stated
  std::string cursor;
  base::Boxed<order::Order> order;
  std::optional<std::vector<tracking::Shipment>> shipments;  // where shows_parcels()
  std::optional<order::JourneyNews> news;                    // of the shipments, where not
  std::optional<std::vector<offer::Offer>> offers;
  std::string offer_none;  // reason code when there is no offer
  std::optional<review::ReviewConfig> review;
};

/// Reads a page document. Fails with a code and a JSON pointer; never half a document.
base::Result<PageDocument> parse_page(std::string_view bytes);

/// Shipments that changed since a cursor, each with only the checkpoints that are new or changed.
struct ChangesDocument {
  std::string cursor;
  std::vector<tracking::Shipment> shipments;
};
base::Result<ChangesDocument> parse_changes(std::string_view bytes);

/// One scan of one shipment.
struct CheckpointDocument {
  std::string shipment_id;
  tracking::Checkpoint checkpoint;
};
base::Result<CheckpointDocument> parse_checkpoint_change(std::string_view bytes);

/// The same as parts of a larger read; when `in` failed, the document is not to be used.
void read(base::JsonReader& in, base::JsonRef root, PageDocument& page);
void read(base::JsonReader& in, base::JsonRef root, ChangesDocument& changes);
void read(base::JsonReader& in, base::JsonRef root, CheckpointDocument& change);

}  // namespace postlude::app
