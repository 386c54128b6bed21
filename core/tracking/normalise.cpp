#include "core/tracking/normalise.h"

#include "core/base/check.h"
#include "core/tracking/foreign_sources.h"

namespace postlude::tracking {
namespace {

base::Result<std::vector<Shipment>> read(TrackingSource source, base::JsonRef root) {
  switch (source) {
    case TrackingSource::Canonical:
      return shipments_from_canonical(root);
    case TrackingSource::Shopify:
      return shipments_from_shopify(root);
    case TrackingSource::AfterShip:
      return shipments_from_aftership(root);
    case TrackingSource::EasyPost:
      return shipments_from_easypost(root);
    case TrackingSource::Shippo:
      return shipments_from_shippo(root);
    case TrackingSource::Karrio:
      return shipments_from_karrio(root);
    case TrackingSource::SeventeenTrack:
      return shipments_from_17track(root);
    case TrackingSource::Ucp:
      return shipments_from_ucp(root);
  }
  CHECK(false);
}

}  // namespace

std::optional<TrackingSource> tracking_source_from(std::string_view name) {
#define X(enumerator, text) \
  if (name == text) return TrackingSource::enumerator;
  POSTLUDE_TRACKING_SOURCES(X)
#undef X
  return std::nullopt;
}

base::Result<std::vector<Shipment>> normalise(TrackingSource source, std::string_view bytes) {
  const auto document = base::parse_json(bytes);
  if (!document.ok()) return document.error();
  return read(source, document.value().root());
}

}  // namespace postlude::tracking
