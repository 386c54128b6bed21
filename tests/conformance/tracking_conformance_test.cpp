#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "core/base/json_writer.h"
#include "core/tracking/normalise.h"

// Payloads that carriers, platforms and aggregators really sent: AfterShip, EasyPost, Shippo,
// karrio, 17TRACK, Shopify (two generations of its API) and UCP.

namespace postlude::tracking {
namespace {

namespace fs = std::filesystem;

const fs::path kData = POSTLUDE_SOURCE_DIR "/../shared/data";

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool data_is_there() {
  if (fs::exists(kData)) return true;
  std::cout << "skipped: no payloads beside the source tree\n";
  return false;
}

std::vector<fs::path> files_of(const fs::path& folder, const std::string& ending) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(kData / folder)) {
    if (entry.path().string().ends_with(ending)) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

struct Folder {
  TrackingSource source;
  std::string_view folder;
  std::string_view ending;
  size_t shipments;  // in all its files together
};

constexpr Folder kFolders[] = {
    {TrackingSource::AfterShip, "aftership", ".json", 2},
    {TrackingSource::EasyPost, "easypost", ".json", 4},
    {TrackingSource::Shippo, "shippo", ".json", 1},
    {TrackingSource::Karrio, "karrio", ".expected.json", 20},
    {TrackingSource::SeventeenTrack, "17track", ".json", 1},
    {TrackingSource::Shopify, "shopify", ".json", 3},
    {TrackingSource::Shopify, "shopify_2026", ".json", 10},
    {TrackingSource::Ucp, "ucp", ".json", 0},
};

// Answers to other questions: couriers, predictions, deletions, refunds, a count, an order asked
// for without its fulfillments, JSON Schemas.
constexpr std::string_view kNoShipments[] = {
    "CourierTestCase.test_detect_courier.json",
    "EstimatedDeliveryDateTestCase.test_batch_predict_estimated_delivery_date.json",
    "events-list.json",
    "events-retrieve.json",
    "trackers-delete.json",
    "refund.json",
    "2026_07_order_05.json",
    "2026_07_order_07.json",
    "fulfillment_event.json",
    "order.json",
    "order_line_item.json",
};

bool holds_no_shipment(const Folder& folder, const std::string& name) {
  // Shopify's order has fulfillments; UCP's file of the same name is a JSON Schema.
  const bool is_order = name == "order.json" || name == "fulfillment_event.json";
  if (is_order && folder.source == TrackingSource::Shopify) return false;
  return std::find(std::begin(kNoShipments), std::end(kNoShipments), name) !=
         std::end(kNoShipments);
}

TEST(TrackingConformance, EveryPayloadIsReadOrRefusedForItsReason) {
  if (!data_is_there()) return;
  for (const Folder& folder : kFolders) {
    size_t shipments = 0;
    for (const fs::path& path : files_of(folder.folder, std::string(folder.ending))) {
      const auto result = normalise(folder.source, read_file(path));
      if (holds_no_shipment(folder, path.filename().string())) {
        ASSERT_FALSE(result.ok()) << path;
        EXPECT_EQ(base::error_name(result.error().code), "no_shipment") << path;
        continue;
      }
      ASSERT_TRUE(result.ok()) << path << ": " << base::error_name(result.error().code) << " at "
                               << result.error().pointer;
      shipments += result.value().size();
    }
    EXPECT_EQ(shipments, folder.shipments) << folder.folder;
  }
}

TEST(TrackingConformance, WhatIsWrittenIsReadBackEqual) {
  if (!data_is_there()) return;
  for (const Folder& folder : kFolders) {
    for (const fs::path& path : files_of(folder.folder, std::string(folder.ending))) {
      const auto first = normalise(folder.source, read_file(path));
      if (!first.ok()) continue;
      const std::string text = write_shipments(first.value());
      const auto second = normalise(TrackingSource::Canonical, text);
      ASSERT_TRUE(second.ok()) << path << ": " << second.error().pointer << " in " << text;
      EXPECT_TRUE(first.value() == second.value()) << path << "\n"
                                                   << text << "\n"
                                                   << write_shipments(second.value());
    }
  }
}

TEST(TrackingConformance, EveryShipmentAndScanHasAnIdAndItsOwnTime) {
  if (!data_is_there()) return;
  for (const Folder& folder : kFolders) {
    for (const fs::path& path : files_of(folder.folder, std::string(folder.ending))) {
      const auto result = normalise(folder.source, read_file(path));
      if (!result.ok()) continue;
      for (const Shipment& shipment : result.value()) {
        EXPECT_FALSE(shipment.id.empty()) << path;
        for (const Checkpoint& checkpoint : shipment.checkpoints) {
          EXPECT_FALSE(checkpoint.id.empty()) << path;
          EXPECT_TRUE(checkpoint.time.known()) << path;
          EXPECT_FALSE(checkpoint.message.empty() && checkpoint.raw_code.empty()) << path;
        }
      }
    }
  }
}

TEST(TrackingConformance, RefusesTheRawAnswersOfCarriers) {
  if (!data_is_there()) return;
  size_t refused = 0;
  for (const fs::path& path : files_of("karrio", ".raw.json")) {
    EXPECT_FALSE(normalise(TrackingSource::Karrio, read_file(path)).ok()) << path;
    ++refused;
  }
  EXPECT_GT(refused, 20u);
}

TEST(TrackingConformance, NeverMakesMidnightOfAShippoEtaNorUtcOfAKarrioClock) {
  if (!data_is_there()) return;
  const auto shippo =
      normalise(TrackingSource::Shippo, read_file(kData / "shippo/test_get_status.0.json"));
  ASSERT_TRUE(shippo.ok());
  EXPECT_EQ(base::source_time_text(shippo.value()[0].estimate.from), "2016-12-08");
  const auto fedex =
      normalise(TrackingSource::Karrio,
                read_file(kData / "karrio/fedex/ParsedDuplicateTrackingResponse.expected.json"));
  ASSERT_TRUE(fedex.ok());
  EXPECT_EQ(base::source_time_text(fedex.value()[0].delivered_at), "2024-04-26T09:26:00");
  const auto hermes =
      normalise(TrackingSource::Karrio,
                read_file(kData / "karrio/hermes/ParsedTrackingResponse.expected.json"));
  ASSERT_TRUE(hermes.ok());
  EXPECT_EQ(base::source_time_text(hermes.value()[0].delivered_at), "2024-01-20T14:30:00+01:00");
}

// Copies a document with the value number `target` (in document order) replaced by other JSON.
struct Replacement {
  size_t target;
  std::string_view json;
  size_t at = 0;

  void copy(base::JsonRef value, base::JsonWriter& out) {
    if (at++ == target) {
      out.raw(json);
    } else if (value.is_object()) {
      out.begin_object();
      for (const base::JsonRef member : value) copy(member, out.key(member.key()));
      out.end_object();
    } else if (value.is_array()) {
      out.begin_array();
      for (const base::JsonRef item : value) copy(item, out);
      out.end_array();
    } else if (value.is_string()) {
      out.value(value.text());
    } else {
      out.raw(value.is_null() ? "null" : value.text());
    }
  }
};

bool is_pointer_into(base::JsonRef root, std::string_view pointer) {
  // Of a missing member only its object is there.
  base::JsonRef place = root;
  while (!pointer.empty() && place.exists()) {
    const size_t end = std::min(pointer.find('/', 1), pointer.size());
    const std::string key(pointer.substr(1, end - 1));
    pointer.remove_prefix(end);
    place = place.is_array() ? place.at(std::stoul(key)) : place[key];
  }
  return pointer.empty();
}

TEST(TrackingConformance, AWrongTypeAnywhereIsHarmlessOrAnErrorWithAPlace) {
  if (!data_is_there()) return;
  constexpr size_t kLargest = 1600;
  constexpr std::string_view kOthers[] = {"7", "true", "[[1]]", "{}"};
  size_t refused = 0;
  for (const Folder& folder : kFolders) {
    for (const fs::path& path : files_of(folder.folder, std::string(folder.ending))) {
      const std::string bytes = read_file(path);
      if (bytes.size() > kLargest) continue;
      const auto document = base::parse_json(bytes);
      ASSERT_TRUE(document.ok()) << path;
      Replacement nothing{SIZE_MAX, ""};
      base::JsonWriter same;
      nothing.copy(document.value().root(), same);
      for (size_t target = 0; target < nothing.at; ++target) {
        for (const std::string_view other : kOthers) {
          Replacement replacement{target, other};
          base::JsonWriter out;
          replacement.copy(document.value().root(), out);
          const auto result = normalise(folder.source, out.text());
          if (result.ok()) continue;
          ++refused;
          const auto changed = base::parse_json(out.text());
          EXPECT_TRUE(is_pointer_into(changed.value().root(), result.error().pointer))
              << result.error().pointer << " in " << out.text();
          EXPECT_NE(base::error_name(result.error().code), "not_json");
        }
      }
    }
  }
  EXPECT_GT(refused, 1000u);
}

TEST(TrackingConformance, ATruncatedPayloadIsNotJson) {
  if (!data_is_there()) return;
  constexpr size_t kLargest = 5000;
  constexpr size_t kStep = 41;
  for (const Folder& folder : kFolders) {
    for (const fs::path& path : files_of(folder.folder, std::string(folder.ending))) {
      std::string bytes = read_file(path);
      while (!bytes.empty() && bytes.back() <= ' ') bytes.pop_back();
      if (bytes.size() > kLargest) continue;
      for (size_t size = 0; size < bytes.size(); size += kStep) {
        const auto result = normalise(folder.source, std::string_view(bytes).substr(0, size));
        ASSERT_FALSE(result.ok()) << path << " cut at " << size;
        EXPECT_EQ(base::error_name(result.error().code), "not_json") << path;
      }
    }
  }
}

// Every source through every document of JSONTestSuite: what must not parse is refused as such,
// what must parse is only ever refused for what it holds.
TEST(TrackingConformance, EverySourceIsADoorForTheJsonTestSuite) {
  if (!data_is_there()) return;
  constexpr TrackingSource kSources[] = {
#define X(name, text) TrackingSource::name,
      POSTLUDE_TRACKING_SOURCES(X)
#undef X
  };
  size_t documents = 0;
  for (const fs::path& path : files_of("json_test_suite", ".json")) {
    const std::string bytes = read_file(path);
    const char kind = path.filename().string().front();
    ++documents;
    for (const TrackingSource source : kSources) {
      const auto result = normalise(source, bytes);
      const auto code = result.ok() ? "ok" : base::error_name(result.error().code);
      if (kind == 'n') {
        EXPECT_TRUE(code == "not_json" || code == "too_deep") << path << ": " << code;
      } else if (kind == 'y') {
        EXPECT_NE(code, "not_json") << path;
      }
    }
  }
  EXPECT_GE(documents, 300u);
}

void expect_read_back(const std::string& text, size_t& texts) {
  Shipment shipment;
  shipment.id = "1";
  shipment.carrier_name = text;
  shipment.signed_by = text;
  Checkpoint& checkpoint = shipment.checkpoints.emplace_back();
  checkpoint.message = text;
  checkpoint.place.city = text;
  sort_checkpoints(shipment.checkpoints);
  const auto result = normalise(TrackingSource::Canonical, write_shipments({shipment}));
  ASSERT_TRUE(result.ok()) << text;
  EXPECT_EQ(result.value()[0].checkpoints[0].message, text);
  EXPECT_EQ(result.value()[0].carrier_name, text);
  ++texts;
}

TEST(TrackingConformance, NaughtyWordsOfACarrierComeThroughUnchanged) {
  if (!data_is_there()) return;
  size_t texts = 0;
  for (const std::string_view folder : {"naughty_strings", "xss"}) {
    for (const fs::path& path : files_of(folder, ".json")) {
      const std::string bytes = read_file(path);
      const auto document = base::parse_json(bytes);
      ASSERT_TRUE(document.ok()) << path;
      for (const base::JsonRef item : document.value().root()) {
        if (item.is_string()) expect_read_back(std::string(item.text()), texts);
      }
    }
  }
  EXPECT_GT(texts, 500u);
}

}  // namespace
}  // namespace postlude::tracking
