#include <gtest/gtest.h>

#include "core/tracking/normalise.h"

namespace postlude::tracking {
namespace {

Checkpoint scan(std::string_view time, std::string_view message, std::string_view city = "",
                std::string_view id = "") {
  Checkpoint checkpoint;
  checkpoint.id = id;
  checkpoint.status = ShipmentStatus::InTransit;
  checkpoint.message = message;
  if (!time.empty()) checkpoint.time = base::parse_source_time(time).value();
  checkpoint.place.city = city;
  return checkpoint;
}

std::string messages(const std::vector<Checkpoint>& checkpoints) {
  std::string out;
  for (const Checkpoint& checkpoint : checkpoints) out += checkpoint.message + " ";
  return out;
}

TEST(SortCheckpoints, PutsTheNewestInstantFirst) {
  std::vector<Checkpoint> scans = {
      scan("2026-11-01T10:00:00Z", "b"),
      scan("2026-11-02T10:00:00Z", "c"),
      scan("2026-10-31T10:00:00Z", "a"),
  };
  sort_checkpoints(scans);
  EXPECT_EQ(messages(scans), "c b a ");
}

TEST(SortCheckpoints, ComparesMixedOffsetsByInstantNotByWallClock) {
  std::vector<Checkpoint> scans = {
      scan("2026-11-03T09:30:00-07:00", "later"),
      scan("2026-11-03T11:00:00-05:00", "earlier"),
  };
  sort_checkpoints(scans);
  EXPECT_EQ(messages(scans), "later earlier ");
  EXPECT_EQ(base::source_time_text(scans[0].time), "2026-11-03T09:30:00-07:00");
}

TEST(SortCheckpoints, PutsHalfPastMidnightAfterElevenAtNight) {
  std::vector<Checkpoint> scans = {scan("2026-11-03T00:35", "next day"),
                                   scan("2026-11-02T23:00", "evening")};
  sort_checkpoints(scans);
  EXPECT_EQ(messages(scans), "next day evening ");
}

TEST(SortCheckpoints, KeepsTheGivenOrderAmongEqualsAndPutsNoTimeLast) {
  std::vector<Checkpoint> scans = {scan("", "never"), scan("2026-11-03", "x"),
                                   scan("2026-11-03", "y"), scan("", "nowhere")};
  sort_checkpoints(scans);
  EXPECT_EQ(messages(scans), "x y never nowhere ");
}

TEST(SortCheckpoints, FoldsTheSameNewsWithinAMinuteIntoTheOlder) {
  std::vector<Checkpoint> scans = {
      scan("2026-11-03T09:00:00Z", "Arrived", "Graz", "old"),
      scan("2026-11-03T09:00:20Z", "Sorted", "Graz"),
      scan("2026-11-03T09:01:00Z", "Arrived", "Graz", "new"),
      scan("2026-11-03T09:01:01Z", "Arrived", "Wien"),
      scan("2026-11-03T09:02:01Z", "Arrived", "Graz", "much later"),
  };
  sort_checkpoints(scans);
  EXPECT_EQ(messages(scans), "Arrived Arrived Sorted Arrived ");
  EXPECT_EQ(scans[0].id, "much later");
  EXPECT_EQ(scans[1].place.city, "Wien");
  EXPECT_EQ(scans[3].id, "old");
}

TEST(SortCheckpoints, DoesNotFoldAnotherStatusOrAnotherCodeWithoutWords) {
  std::vector<Checkpoint> scans = {scan("2026-11-03T09:00:00Z", "Update"),
                                   scan("2026-11-03T09:00:01Z", "Update")};
  scans[1].status = ShipmentStatus::Delivered;
  sort_checkpoints(scans);
  EXPECT_EQ(scans.size(), 2u);

  scans = {scan("2026-11-03T09:00:00Z", ""), scan("2026-11-03T09:00:01Z", "")};
  scans[1].raw_code = "X2";
  sort_checkpoints(scans);
  EXPECT_EQ(scans.size(), 2u);
}

TEST(SortCheckpoints, MakesIdsThatDoNotChangeWhenLaterScansArrive) {
  std::vector<Checkpoint> before = {scan("2026-11-01T10:00:00Z", "a"),
                                    scan("2026-11-01T11:00:00Z", "b")};
  std::vector<Checkpoint> after = before;
  after.push_back(scan("2026-11-01T12:00:00Z", "c"));
  sort_checkpoints(before);
  sort_checkpoints(after);
  EXPECT_EQ(before[0].id, after[1].id);
  EXPECT_EQ(before[1].id, after[2].id);
  EXPECT_NE(before[0].id, before[1].id);
  EXPECT_EQ(before[0].id.size(), 17u);
}

TEST(SortCheckpoints, IsStableWhenAppliedTwice) {
  std::vector<Checkpoint> once = {scan("2026-11-01T10:00:00Z", "a"), scan("2026-11-01", "b"),
                                  scan("", "c"), scan("", "c")};
  sort_checkpoints(once);
  std::vector<Checkpoint> twice = once;
  sort_checkpoints(twice);
  EXPECT_EQ(once, twice);
}

TEST(SortCheckpoints, MakesEveryIdUniqueWhateverTheSourceCallsThem) {
  std::vector<Checkpoint> scans;
  for (int i = 0; i < 40; ++i) {
    scans.push_back(scan("", "m" + std::to_string(i), "", i % 2 ? "e" : "e-0000000000000001"));
  }
  sort_checkpoints(scans);
  ASSERT_EQ(scans.size(), 40u);
  for (size_t i = 0; i < scans.size(); ++i) {
    for (size_t j = 0; j < i; ++j) EXPECT_NE(scans[i].id, scans[j].id);
  }
}

TEST(SortCheckpoints, CopesWithManyScansOfOneInstant) {
  std::vector<Checkpoint> scans;
  for (int i = 0; i < 20'000; ++i) {
    scans.push_back(scan("2026-11-03T09:00:00Z", "m" + std::to_string(i)));
  }
  sort_checkpoints(scans);
  EXPECT_EQ(scans.size(), 20'000u);
  EXPECT_EQ(scans[0].message, "m0");
}

}  // namespace
}  // namespace postlude::tracking
