#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <span>

#include "core/base/json.h"
#include "core/tracking/normalise.h"
#include "core/tracking/source_reader.h"
#include "tests/conformance/expected_differences.h"
#include "tests/conformance/shared_data.h"

// What a source's own document expects, fact by fact, against what we make of it. Every difference
// stands in expected_differences.h with its reason: one that is not there fails, and so does one
// that is there and no longer occurs.

namespace postlude::tracking {
namespace {

namespace fs = std::filesystem;
using base::JsonRef;

// What one parcel's document expects.
struct Event {
  std::string status;     // "" when the source says nothing
  std::string timestamp;  // as the source wrote it, "" when it has none
  std::string date;
  std::string clock;
  std::string words;
};

struct Expected {
  std::string number;
  std::string status;
  std::string delivered;  // "true", "false", "" when the source says nothing
  std::string estimate;
  std::string signed_by;
  std::vector<Event> events;
  bool lists_events = true;
};

std::string text(JsonRef value) {
  return value.is_null() ? std::string() : std::string(value.text());
}

std::string flag_text(JsonRef value) {
  if (!value.exists()) return {};
  return value.is_true() ? "true" : "false";
}

std::string minutes_of(const base::SourceTime& time) {
  return base::source_time_text(time).substr(0, std::string_view("2026-11-03T09:26").size());
}

Expected expected_of_karrio(JsonRef details) {
  Expected out{text(details["tracking_number"]),
               text(details["status"]),
               flag_text(details["delivered"]),
               text(details["estimated_delivery"]),
               text(details["info"]["signed_by"]),
               {},
               true};
  for (const JsonRef event : details["events"]) {
    out.events.push_back({text(event["status"]), text(event["timestamp"]), text(event["date"]),
                          text(event["time"]), text(event["description"])});
  }
  return out;
}

// How an aggregator names the same facts.
struct Names {
  TrackingSource source;
  std::string_view file;
  const char* list;  // where the parcels are: a member of the document, of "data", or ""
  const char* number;
  const char* status;
  const char* estimate;
  const char* events;
  const char* event_status;
  const char* event_time;
  const char* event_words;
};

constexpr Names kAggregators[] = {
    {TrackingSource::AfterShip, "aftership/TrackingTestCase.test_get_tracking.json", "tracking",
     "tracking_number", "tag", "expected_delivery", "checkpoints", "tag", "checkpoint_time",
     "message"},
    {TrackingSource::AfterShip, "aftership/TrackingTestCase.test_list_trackings.json", "trackings",
     "tracking_number", "tag", "expected_delivery", "checkpoints", "tag", "checkpoint_time",
     "message"},
    {TrackingSource::EasyPost, "easypost/examples/trackers-create.json", "", "tracking_code",
     "status", "est_delivery_date", "tracking_details", "status", "datetime", "message"},
    {TrackingSource::EasyPost, "easypost/examples/trackers-retrieve.json", "", "tracking_code",
     "status", "est_delivery_date", "tracking_details", "status", "datetime", "message"},
    {TrackingSource::EasyPost, "easypost/examples/trackers-list.json", "trackers", "tracking_code",
     "status", "est_delivery_date", "tracking_details", "status", "datetime", "message"},
    {TrackingSource::EasyPost, "easypost/examples/event-body.json", "result", "tracking_code",
     "status", "est_delivery_date", "tracking_details", "status", "datetime", "message"},
    {TrackingSource::Shippo, "shippo/test_get_status.0.json", "", "tracking_number",
     "tracking_status", "eta", "tracking_history", "status", "status_date", "status_details"},
    {TrackingSource::SeventeenTrack, "17track/packages_response.json", "Json", "FTrackNo",
     "FPackageState", "", "", "", "", ""},
    {TrackingSource::Shopify, "shopify/fulfillment.json", "fulfillment", "tracking_number",
     "shipment_status", "", "", "", "", ""},
    {TrackingSource::Shopify, "shopify/fulfillment_event.json", "fulfillment_event", "", "status",
     "estimated_delivery_at", "", "", "", ""},
};

Expected expected_of(const Names& names, JsonRef parcel) {
  JsonRef status = parcel[names.status];
  if (status.is_object()) status = status["status"];
  Expected out{text(parcel[names.number]), text(status), {}, text(parcel[names.estimate]), {}, {},
               *names.events != '\0'};
  for (const JsonRef event : parcel[names.events]) {
    out.events.push_back({text(event[names.event_status]),
                          text(event[names.event_time]),
                          {},
                          {},
                          text(event[names.event_words])});
  }
  return out;
}

// Their word for what we call by another.
std::string our_word(const std::string& theirs) {
  for (const auto& [word, ours] : kOtherWords) {
    if (theirs == word) return std::string(ours);
  }
  return theirs;
}

// One fact that differs; `what` counts the events that it concerns.
struct Found {
  std::string number;
  std::string what;
  std::string theirs;
  std::string ours;
};

class Comparison {
 public:
  Comparison(const Expected& theirs, const Shipment& ours) : theirs_(theirs), ours_(ours) {}

  std::vector<Found> differences() {
    fact("status", our_word(theirs_.status), std::string(status_name(ours_.status)));
    if (!theirs_.delivered.empty()) {
      fact("delivered", theirs_.delivered,
           ours_.status == ShipmentStatus::Delivered ? "true" : "false");
    }
    fact("estimate", theirs_.estimate, base::source_time_text(ours_.estimate.from));
    if (!theirs_.signed_by.empty()) fact("signed by", theirs_.signed_by, ours_.signed_by);
    if (!theirs_.lists_events) return found_;
    fact("events", std::to_string(theirs_.events.size()), std::to_string(ours_.checkpoints.size()));
    compare_events();
    for (const auto& [key, counted] : counts_) {
      found_.push_back({theirs_.number, key + " x" + std::to_string(counted.count), counted.theirs,
                        counted.ours});
    }
    return found_;
  }

 private:
  struct Counted {
    size_t count = 0;
    std::string theirs;  // of the first
    std::string ours;
  };

  void fact(const std::string& what, const std::string& theirs, const std::string& ours) {
    if (theirs != ours) found_.push_back({theirs_.number, what, theirs, ours});
  }

  void count(const std::string& what, const std::string& theirs, const std::string& ours) {
    Counted& counted = counts_[what];
    if (counted.count++ == 0) {
      counted.theirs = theirs;
      counted.ours = ours;
    }
  }

  // Ours for an event of theirs: the same words at the same minute, or at least on the same day.
  const Checkpoint* checkpoint_of(const Event& event, std::vector<bool>& used) const {
    const std::string day = event.date.empty() ? event.timestamp.substr(0, 10) : event.date;
    const std::string minute =
        event.timestamp.empty() ? event.clock.substr(0, 5) : event.timestamp.substr(11, 5);
    for (const size_t wanted : {day.size() + 6, day.size()}) {
      for (size_t i = 0; i < ours_.checkpoints.size(); ++i) {
        const Checkpoint& checkpoint = ours_.checkpoints[i];
        if (used[i] || checkpoint.message != trimmed(event.words)) continue;
        if (minutes_of(checkpoint.time).substr(0, wanted) !=
            (day + "T" + minute).substr(0, wanted)) {
          continue;
        }
        used[i] = true;
        return &checkpoint;
      }
    }
    return nullptr;
  }

  void compare_times(const Event& event, const Checkpoint& checkpoint) {
    const std::string time = base::source_time_text(checkpoint.time);
    const bool zulu = event.timestamp.ends_with("Z");
    if (zulu && checkpoint.time.zone == base::Zone::Unknown) {
      count(checkpoint.time.has_clock() ? "zone" : "midnight", event.timestamp, time);
    } else if (!event.timestamp.empty() && time != event.timestamp) {
      count("timestamp", event.timestamp, time);
    }
    const bool half = event.clock.ends_with("M");
    const int hour = event.clock.empty() ? 1 : std::stoi(event.clock.substr(0, 2));
    if (half && (hour == 0 || hour > 12)) count("clock", event.clock, minutes_of(checkpoint.time));
  }

  void compare_events() {
    std::vector<bool> used(ours_.checkpoints.size());
    std::vector<const Checkpoint*> matched;
    for (const Event& event : theirs_.events) {
      const Checkpoint* checkpoint = checkpoint_of(event, used);
      if (checkpoint == nullptr) {
        count("missing", event.date + event.timestamp + " " + event.words, "");
        continue;
      }
      matched.push_back(checkpoint);
      compare_times(event, *checkpoint);
      const std::string status(status_name(checkpoint->status));
      if (event.status.empty() || our_word(event.status) == status) continue;
      count("event " + event.status, event.status, status);
    }
    // Ours are newest first, so theirs are too when their places in ours only grow.
    const bool newest_first = std::is_sorted(matched.begin(), matched.end());
    const bool oldest_first = std::is_sorted(matched.rbegin(), matched.rend());
    if (!newest_first) {
      fact("order", oldest_first ? "oldest first" : "mixed", "newest first");
    }
  }

  const Expected& theirs_;
  const Shipment& ours_;
  std::vector<Found> found_;
  std::map<std::string, Counted> counts_;
};

std::string line_of(std::string_view file, const Found& found) {
  return std::string(file) + " | " + found.number + " | " + found.what + " | " + found.theirs +
         " | " + found.ours;
}

// Holds what was found against what the table lists, both ways.
class Ledger {
 public:
  explicit Ledger(std::span<const Difference> table) : table_(table), seen_(table.size()) {}

  void check(std::string_view file, const std::vector<Found>& found) {
    for (const Found& one : found) {
      bool listed = false;
      for (size_t i = 0; i < table_.size() && !listed; ++i) {
        const Difference& row = table_[i];
        listed = row.file == file && (row.number.empty() || row.number == one.number) &&
                 row.what == one.what && row.theirs == one.theirs && row.ours == one.ours;
        if (listed) seen_[i] = true;
      }
      EXPECT_TRUE(listed) << "not listed: " << line_of(file, one);
    }
  }

  void expect_all_seen() const {
    for (size_t i = 0; i < table_.size(); ++i) {
      const Difference& row = table_[i];
      EXPECT_TRUE(seen_[i]) << "listed, but no longer so: " << row.file << " " << row.what << ": "
                            << row.reason;
      EXPECT_FALSE(row.reason.empty()) << row.file << " " << row.what;
    }
  }

 private:
  std::span<const Difference> table_;
  std::vector<bool> seen_;
};

std::vector<fs::path> karrio_files(const std::string& ending) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(shared_data() / "karrio")) {
    if (entry.path().string().find(ending) != std::string::npos) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

TEST(ExpectedResults, OfEveryKarrioCaseAreOursOrDifferForAReason) {
  if (!has_shared_data("karrio")) return;
  Ledger ledger(kKarrioDifferences);
  size_t cases = 0;
  size_t parcels = 0;
  size_t events = 0;
  for (const fs::path& path : karrio_files(".expected.json")) {
    const std::string bytes = read_file(path);
    const auto document = base::parse_json(bytes);
    const auto result = normalise(TrackingSource::Karrio, bytes);
    ASSERT_TRUE(document.ok() && result.ok()) << path;
    ++cases;
    const std::string file = fs::relative(path, shared_data() / "karrio").string();
    size_t expected_parcels = 0;
    for (const JsonRef details : document.value().root().at(0)) {
      const Expected theirs = expected_of_karrio(details);
      const auto ours =
          std::find_if(result.value().begin(), result.value().end(),
                       [&](const Shipment& one) { return one.tracking_number == theirs.number; });
      ASSERT_TRUE(ours != result.value().end()) << file << " " << theirs.number;
      ++expected_parcels;
      events += theirs.events.size();
      ledger.check(file, Comparison(theirs, *ours).differences());
    }
    EXPECT_EQ(result.value().size(), expected_parcels) << file;
    parcels += expected_parcels;
  }
  ledger.expect_all_seen();
  EXPECT_EQ(cases, 35u);
  EXPECT_EQ(parcels, 20u);
  EXPECT_EQ(events, 127u);
}

// karrio's own results are made from what carriers sent, which stands beside them.
TEST(ExpectedResults, EveryClockOfAKarrioCaseIsTheCarriersOwnOrKarriosFault) {
  if (!has_shared_data("karrio")) return;
  Ledger ledger(kRawDifferences);
  size_t clocks = 0;
  for (const fs::path& path : karrio_files(".expected.json")) {
    std::string raw;
    for (const fs::path& other : karrio_files(".raw.")) {
      if (other.parent_path() == path.parent_path()) raw += read_file(other);
    }
    const auto result = normalise(TrackingSource::Karrio, read_file(path));
    ASSERT_TRUE(result.ok()) << path;
    std::vector<Found> missing;
    for (const Shipment& shipment : result.value()) {
      size_t absent = 0;
      std::string first;
      for (const Checkpoint& checkpoint : shipment.checkpoints) {
        if (!checkpoint.time.has_clock()) continue;
        ++clocks;
        if (raw.find(minutes_of(checkpoint.time).substr(11)) != std::string::npos) continue;
        std::string digits = minutes_of(checkpoint.time).substr(11);
        digits.erase(2, 1);
        if (raw.find(digits) != std::string::npos) continue;
        if (absent++ == 0) first = base::source_time_text(checkpoint.time);
      }
      if (absent == 0) continue;
      missing.push_back(
          {shipment.tracking_number, "not sent x" + std::to_string(absent), "", first});
    }
    ledger.check(fs::relative(path, shared_data() / "karrio").string(), missing);
  }
  ledger.expect_all_seen();
  EXPECT_GT(clocks, 120u);
}

std::vector<JsonRef> parcels_of(const Names& names, JsonRef root) {
  if (root["data"].is_object()) root = root["data"];
  const JsonRef place = *names.list == '\0' ? root : root[names.list];
  std::vector<JsonRef> parcels;
  if (!place.is_array()) return {place};
  for (const JsonRef item : place) parcels.push_back(item);
  return parcels;
}

TEST(ExpectedResults, OfEveryAggregatorAreOursOrDifferForAReason) {
  if (!has_shared_data("aftership")) return;
  Ledger ledger(kAggregatorDifferences);
  size_t parcels = 0;
  for (const Names& names : kAggregators) {
    const std::string bytes = read_file(shared_data() / names.file);
    const auto document = base::parse_json(bytes);
    const auto result = normalise(names.source, bytes);
    ASSERT_TRUE(document.ok() && result.ok()) << names.file;
    for (const JsonRef parcel : parcels_of(names, document.value().root())) {
      const Expected theirs = expected_of(names, parcel);
      ASSERT_FALSE(result.value().empty()) << names.file;
      // Each of these documents has one parcel; 17TRACK's says it five times.
      ledger.check(names.file, Comparison(theirs, result.value().front()).differences());
      ++parcels;
    }
    EXPECT_EQ(result.value().size(), 1u) << names.file;
  }
  ledger.expect_all_seen();
  EXPECT_EQ(parcels, 14u);
}

}  // namespace
}  // namespace postlude::tracking
