#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/app/page_document.h"
#include "core/base/boxed.h"
#include "core/base/result.h"
#include "core/offer/offer_widget.h"
#include "core/order/journey.h"
#include "core/order/order.h"
#include "core/output/effect.h"
#include "core/review/review_widget.h"
#include "core/tracking/merge_changes.h"
#include "core/tracking/tracking_widget.h"
#include "core/widget_kind.h"

namespace postlude::app {

/// How the page keeps up with its backend (core/app/refresh.h).
struct Refresh {
  enum class Stream : uint8_t { Closed, Opening, Open };
  Stream stream = Stream::Closed;
  bool news = false;     // the stream brought something since the last question
  int failed = 0;        // questions in a row without an answer of use
  int lost = 0;          // streams in a row that were refused or ended early
  int pass = 0;          // answers to pass by before the next stream
  uint32_t wait_ms = 0;  // what is left to wait when the timer is over
  int64_t known_ms = 0;  // the host's clock when the backend last confirmed what is shown
};

/// All that is known on this page. One value; `update` takes it and gives it back.
struct Model {
  Connection connection;
  base::Boxed<PageDocument> prepared;  // read, and not taken yet
  PageConfig config;
  std::string cursor;         // of the last changes, "" before
  int64_t clock_skew_ms = 0;  // the backend's clock minus the host's
  base::Boxed<order::Order> order;
  bool shipments_known = false;
  tracking::State tracking;
  order::JourneyNews news;  // of the parcels, where no widget shows them
  offer::State offers;
  review::State review;
  uint8_t mounted = 0;    // bit per WidgetKind
  uint8_t announced = 0;  // bit per WidgetKind whose first event was sent
  Refresh refresh;
};

/// What a step changed, so that only that is shown anew.
struct Dirty {
  uint8_t kinds = 0;          // bit per WidgetKind: the whole widget
  tracking::Change tracking;  // else of the tracking widget, where it has no bit
};

constexpr uint8_t bit(WidgetKind kind) {
  return static_cast<uint8_t>(1u << static_cast<unsigned>(kind));
}
inline constexpr uint8_t kAllKinds = (1u << kWidgetKinds) - 1;

/// Returns the backend's time for the host's.
constexpr int64_t server_ms(const Model& model, int64_t now_ms) {
  return now_ms + model.clock_skew_ms;
}

}  // namespace postlude::app
