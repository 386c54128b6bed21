#include <gtest/gtest.h>

#include "core/tracking/tracking_widget.h"

namespace postlude::tracking {
namespace {

Checkpoint scan(const char* id, const char* time) {
  Checkpoint checkpoint;
  checkpoint.id = id;
  checkpoint.message = id;
  checkpoint.time = base::parse_source_time(time).value();
  return checkpoint;
}

Shipment parcel(std::vector<Checkpoint> checkpoints) {
  Shipment shipment;
  shipment.id = "s1";
  shipment.checkpoints = std::move(checkpoints);
  return shipment;
}

std::string order_of(const State& state) {
  std::string ids;
  for (const Checkpoint& checkpoint : state.shipments[0].checkpoints) ids += checkpoint.id;
  return ids;
}

constexpr const char* kSameTime = "2026-11-21T10:00:00+01:00";

TEST(MergeChanges, PutsANewScanBeforeAnEarlierOneOfTheSameTime) {
  State state;
  state.shipments.push_back(parcel({scan("b", kSameTime), scan("a", kSameTime)}));
  EXPECT_TRUE(merge_changes(state, {parcel({scan("d", kSameTime), scan("c", kSameTime)})}));
  EXPECT_EQ(order_of(state), "dcba");
}

TEST(MergeChanges, LeavesALateScanWhereItsTimeBelongs) {
  State state;
  state.shipments.push_back(parcel({scan("b", kSameTime)}));
  EXPECT_TRUE(merge_changes(state, {parcel({scan("a", "2026-11-20T10:00:00+01:00")})}));
  EXPECT_EQ(order_of(state), "ba");
}

TEST(MergeCheckpoint, PutsANewScanBeforeAnEarlierOneOfTheSameTime) {
  State state;
  state.shipments.push_back(parcel({scan("a", kSameTime)}));
  size_t shipment = 0, index = 0;
  EXPECT_EQ(merge_checkpoint(state, "s1", scan("b", kSameTime), shipment, index), Merge::Added);
  EXPECT_EQ(order_of(state), "ba");
}

}  // namespace
}  // namespace postlude::tracking
