#include <cstddef>
#include <cstdint>
#include <set>
#include <string>

#include "core/base/check.h"
#include "core/tracking/next_action.h"
#include "core/tracking/normalise.h"
#include "core/tracking/progress.h"

// The first byte chooses the source, the rest is the document. Whatever comes in, what comes out
// keeps the promises of shipment.h and reads back equal.

namespace {

using namespace postlude;

constexpr tracking::TrackingSource kSources[] = {
#define X(name, text) tracking::TrackingSource::name,
    POSTLUDE_TRACKING_SOURCES(X)
#undef X
};

void check_checkpoints(const std::vector<tracking::Checkpoint>& checkpoints) {
  std::set<std::string> ids;
  for (size_t i = 0; i < checkpoints.size(); ++i) {
    CHECK(!checkpoints[i].id.empty());
    CHECK(ids.insert(checkpoints[i].id).second);
    if (i == 0 || !checkpoints[i].time.known()) continue;
    CHECK(checkpoints[i - 1].time.known());
    CHECK(base::sort_key_ms(checkpoints[i - 1].time) >= base::sort_key_ms(checkpoints[i].time));
  }
}

void check_shipments(const std::vector<tracking::Shipment>& shipments) {
  const base::SourceTime today = base::date_from_day_number(20'000);
  std::set<std::string> ids;
  for (const tracking::Shipment& shipment : shipments) {
    CHECK(!shipment.id.empty());
    CHECK(ids.insert(shipment.id).second);
    check_checkpoints(shipment.checkpoints);
    for (const tracking::ShipmentItem& item : shipment.items) CHECK(item.quantity > 0);
    const auto action = tracking::decide_next_action(shipment, today);
    CHECK(action.from.known() == (action.kind == tracking::NextActionKind::NothingArrives));
    CHECK(!tracking::progress_stage_name(tracking::progress_of(shipment).stage).empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const auto source = kSources[data[0] % std::size(kSources)];
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto first = tracking::normalise(source, bytes);
  if (!first.ok()) return 0;
  check_shipments(first.value());
  const auto second = tracking::normalise(tracking::TrackingSource::Canonical,
                                          tracking::write_shipments(first.value()));
  CHECK(second.ok());
  CHECK(second.value() == first.value());
  return 0;
}
