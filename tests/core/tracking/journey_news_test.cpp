#include "core/tracking/journey_news.h"

#include <gtest/gtest.h>

#include <string>

#include "core/tracking/normalise.h"

namespace postlude::tracking {
namespace {

using order::Journey;
using order::JourneyNews;

// What pages with parcels make of an array of shipments.
JourneyNews news_of_parcels(const base::JsonRef& list) {
  const auto shipments = shipments_from_canonical(list);
  EXPECT_TRUE(shipments.ok());
  return journey_news(shipments.value());
}

// What pages without make of it, which must be the same.
JourneyNews news_of(const std::string& json) {
  const auto document = base::parse_json(json);
  EXPECT_TRUE(document.ok()) << json;
  base::JsonReader in;
  const JourneyNews news = read_journey_news(in, document.value().root());
  EXPECT_FALSE(in.failed()) << json;
  EXPECT_EQ(news, news_of_parcels(document.value().root())) << json;
  return news;
}

std::string parcel(const std::string& id, const std::string& members) {
  return "{\"id\":\"" + id + "\"," + members + "}";
}

TEST(JourneyNews, SaysHowFarTheWholeOrderIs) {
  const std::string moving = parcel("A", R"("status":"in_transit")");
  const std::string there = parcel("B", R"("status":"delivered")");
  const std::string packed = parcel("C", R"("status":"label_created")");
  const std::string back = parcel("D", R"("status":"in_transit","direction":"return")");
  EXPECT_EQ(news_of("[]").journey, Journey::NotShipped);
  EXPECT_EQ(news_of("[" + packed + "]").journey, Journey::NotShipped);
  EXPECT_EQ(news_of("[" + moving + "," + packed + "]").journey, Journey::OnItsWay);
  EXPECT_EQ(news_of("[" + moving + "," + there + "]").journey, Journey::OnItsWay);
  EXPECT_EQ(news_of("[" + there + "]").journey, Journey::Delivered);
  EXPECT_EQ(news_of("[" + there + "," + packed + "]").journey, Journey::OnItsWay);
  EXPECT_EQ(news_of("[" + there + "," + back + "]").journey, Journey::Delivered);
}

TEST(JourneyNews, TellsTheLatestDayOfWhatIsStillUnderWay) {
  const std::string soon =
      parcel("A", R"("status":"in_transit","estimate":{"from":"2026-11-05","until":"2026-11-07"})");
  const std::string late =
      parcel("B", R"("status":"out_for_delivery","estimate":{"from":"2026-11-09"})");
  const std::string there = parcel("C", R"("status":"delivered","estimate":{"from":"2026-11-20"})");
  const JourneyNews news = news_of("[" + late + "," + soon + "," + there + "]");
  EXPECT_EQ(base::source_time_text(news.arrives), "2026-11-09");
  EXPECT_FALSE(news_of("[" + there + "]").arrives.known());
}

// Every history of three scans: what the scans say where the shipment's own status is not stated.
TEST(JourneyNews, AgreesWithTheParcelsHoweverTheyWereScanned) {
  const char* const statuses[] = {"unknown", "in_transit", "delivered", "exception", "returned"};
  const char* const times[] = {"", "2026-11-01", "2026-11-02T10:00:00Z"};
  const auto scan = [&](int choice) {
    return std::string(R"({"status":")") + statuses[choice / 3] + R"(","time":")" +
           times[choice % 3] + "\"}";
  };
  for (int a = 0; a < 15; ++a) {
    for (int b = 0; b < 15; ++b) {
      for (int c = 0; c < 15; ++c) {
        if (a == c) continue;  // the same news around other news of one instant: told once there
        const std::string scans = scan(a) + "," + scan(b) + "," + scan(c);
        news_of("[" + parcel("A", "\"checkpoints\":[" + scans + "]") + "]");
      }
    }
  }
  news_of("[" + parcel("A", "\"checkpoints\":[]") + "]");
}

TEST(JourneyNews, RefusesWhatItCannotReadWhereItIs) {
  struct Row {
    const char* json;
    const char* code;
    const char* pointer;
  };
  const Row kRows[] = {
      {R"([7])", "wrong_type", "/0"},
      {R"([{"id":"A","status":"flying"}])", "bad_value", "/0/status"},
      {R"([{"id":"A","status":1}])", "wrong_type", "/0/status"},
      {R"([{"id":"A","estimate":{"from":"soon"}}])", "bad_time", "/0/estimate/from"},
      {R"([{"id":"A","checkpoints":[{"time":"then"}]}])", "bad_time", "/0/checkpoints/0/time"},
  };
  for (const Row& row : kRows) {
    const auto document = base::parse_json(row.json);
    base::JsonReader in;
    read_journey_news(in, document.value().root());
    ASSERT_TRUE(in.failed()) << row.json;
    EXPECT_EQ(base::error_name(in.error().code), row.code) << row.json;
    EXPECT_EQ(in.error().pointer, row.pointer) << row.json;
  }
}

}  // namespace
}  // namespace postlude::tracking
