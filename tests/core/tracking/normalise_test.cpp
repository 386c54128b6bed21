#include "tests/core/tracking/tracking_support.h"

namespace postlude::tracking {
namespace {

struct SourceName {
  TrackingSource source;
  std::string_view name;
};

constexpr SourceName kSources[] = {
#define X(name, text) {TrackingSource::name, text},
    POSTLUDE_TRACKING_SOURCES(X)
#undef X
};

TEST(Normalise, KnowsItsSourcesByName) {
  for (const SourceName& row : kSources) {
    EXPECT_EQ(tracking_source_from(row.name), row.source) << row.name;
  }
  EXPECT_FALSE(tracking_source_from("AfterShip").has_value());
  EXPECT_FALSE(tracking_source_from("").has_value());
}

TEST(Normalise, RefusesWhatIsNotJsonFromEverySource) {
  const std::string deep(100'000, '[');
  const std::string large(base::kMaxJsonBytes + 1, ' ');
  for (const SourceName& row : kSources) {
    EXPECT_EQ(error_of(row.source, ""), "not_json ") << row.name;
    EXPECT_EQ(error_of(row.source, "<html>"), "not_json ") << row.name;
    EXPECT_EQ(error_of(row.source, deep), "too_deep ") << row.name;
    EXPECT_EQ(error_of(row.source, large), "too_large ") << row.name;
  }
}

TEST(Normalise, RefusesJsonOfAnotherKindFromEverySource) {
  for (const SourceName& row : kSources) {
    EXPECT_EQ(error_of(row.source, R"({"hello":"world"})"), "no_shipment ") << row.name;
    EXPECT_NE(error_of(row.source, "7"), "ok") << row.name;
    EXPECT_NE(error_of(row.source, "null"), "ok") << row.name;
    EXPECT_NE(error_of(row.source, R"("text")"), "ok") << row.name;
    EXPECT_NE(error_of(row.source, "[7]"), "ok") << row.name;
    EXPECT_NE(error_of(row.source, R"([{"hello":"world"}])"), "ok") << row.name;
  }
}

TEST(Normalise, TakesAnEmptyListAsNoShipments) {
  const SourceName kDocuments[] = {
      {TrackingSource::Canonical, R"({"version":1,"shipments":[]})"},
      {TrackingSource::Shopify, R"({"fulfillments":[]})"},
      {TrackingSource::AfterShip, R"({"data":{"trackings":[]}})"},
      {TrackingSource::EasyPost, R"({"trackers":[]})"},
      {TrackingSource::Shippo, R"({"results":[]})"},
      {TrackingSource::Karrio, R"([[],[]])"},
      {TrackingSource::SeventeenTrack, R"({"Json":[]})"},
      {TrackingSource::Ucp, R"({"fulfillment":{"events":[]}})"},
  };
  for (const SourceName& row : kDocuments) {
    EXPECT_TRUE(shipments_of(row.source, row.name).empty()) << row.name;
  }
}

TEST(Normalise, WritesWhatTheCanonicalFormReadsBack) {
  const SourceName kDocuments[] = {
      {TrackingSource::AfterShip,
       R"({"tracking_number":"1","slug":"x","tag":"Delivered","checkpoints":[{"tag":"Delivered",
           "message":"Done </script>","checkpoint_time":"2026-11-01T05:10:00"}]})"},
      {TrackingSource::EasyPost,
       R"({"tracking_code":"1","status":"in_transit","tracking_details":[
           {"status":"in_transit","datetime":"2026-11-01T05:10:00Z"}]})"},
      {TrackingSource::Shippo,
       R"({"tracking_number":"1","tracking_status":{"status":"TRANSIT","status_date":"2026-11-01"}})"},
      {TrackingSource::Karrio,
       R"({"tracking_number":"1","events":[{"date":"2026-11-01","time":"14:29 PM"}]})"},
      {TrackingSource::SeventeenTrack,
       R"({"Json":[{"FTrackNo":"1","FLastEvent":"{\"a\":\"2018-04-23 12:02\"}"}]})"},
      {TrackingSource::Shopify,
       R"({"id":1,"tracking_number":"1","events":[{"id":4,"status":"delayed"}]})"},
      {TrackingSource::Ucp,
       R"({"fulfillment":{"events":[{"id":"1","type":"shipped","tracking_number":"1"}]}})"},
  };
  for (const SourceName& row : kDocuments) {
    const auto first = shipments_of(row.source, row.name);
    ASSERT_EQ(first.size(), 1u) << row.name;
    const auto second = shipments_of(TrackingSource::Canonical, write_shipments(first));
    EXPECT_EQ(first, second) << write_shipments(first) << "\n" << write_shipments(second);
  }
}

}  // namespace
}  // namespace postlude::tracking
