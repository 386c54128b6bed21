#include <gtest/gtest.h>

#include "core/tracking/merge_changes.h"

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
  const Change change =
      merge_changes(state, {parcel({scan("d", kSameTime), scan("c", kSameTime)})});
  EXPECT_TRUE(change.any);
  EXPECT_TRUE(change.structure);
  EXPECT_EQ(order_of(state), "dcba");
}

TEST(MergeChanges, LeavesALateScanWhereItsTimeBelongs) {
  State state;
  state.shipments.push_back(parcel({scan("b", kSameTime)}));
  EXPECT_TRUE(merge_changes(state, {parcel({scan("a", "2026-11-20T10:00:00+01:00")})}).structure);
  EXPECT_EQ(order_of(state), "ba");
}

Checkpoint with_message(Checkpoint checkpoint, const char* message) {
  checkpoint.message = message;
  return checkpoint;
}

TEST(MergeChanges, NamesAScanWithOtherWordsByItsPlace) {
  State state;
  state.shipments.push_back(
      parcel({scan("c", "2026-11-21T12:00:00Z"), scan("b", "2026-11-21T11:00:00Z")}));
  state.announced_shipment = "s1";
  const Change change =
      merge_changes(state, {parcel({with_message(scan("b", "2026-11-21T11:00:00Z"), "new")})});
  EXPECT_TRUE(change.any);
  EXPECT_FALSE(change.structure);
  EXPECT_FALSE(change.frame);
  ASSERT_EQ(change.spots.size(), 1u);
  EXPECT_EQ(change.spots[0].checkpoint, 1u);
  EXPECT_EQ(state.shipments[0].checkpoints[1].message, "new");
}

TEST(MergeChanges, TellsNothingOfWhatIsKnown) {
  State state;
  state.shipments.push_back(parcel({scan("a", kSameTime)}));
  const Change change = merge_changes(state, {parcel({scan("a", kSameTime)})});
  EXPECT_FALSE(change.any);
  EXPECT_EQ(state.announced_shipment, "");
}

TEST(MergeChanges, AnnouncesTheLastShipmentWithNewsInIt) {
  State state;
  Shipment second = parcel({scan("a", kSameTime)});
  second.id = "s2";
  state.shipments = {parcel({scan("a", kSameTime)}), second};
  Shipment late = parcel({});
  late.status = ShipmentStatus::Delayed;
  const Change change = merge_changes(state, {late, second});
  EXPECT_TRUE(change.frame);
  EXPECT_EQ(state.announced_shipment, "s1");
}

TEST(MergeChanges, TellsThatOtherWidgetsMayTellSomethingElse) {
  State state;
  state.shipments.push_back(parcel({scan("a", kSameTime)}));
  state.announced_shipment = "s1";
  Checkpoint delivered = scan("a", kSameTime);
  delivered.status = ShipmentStatus::Delivered;
  EXPECT_TRUE(merge_changes(state, {parcel({delivered})}).frame);
}

TEST(MergeChanges, MovesAScanWhoseTimeWasCorrected) {
  State state;
  state.shipments.push_back(
      parcel({scan("b", "2026-11-21T12:00:00Z"), scan("a", "2026-11-21T11:00:00Z")}));
  EXPECT_TRUE(merge_changes(state, {parcel({scan("b", "2026-11-21T10:00:00Z")})}).structure);
  EXPECT_EQ(order_of(state), "ab");
}

TEST(MergeChanges, FoldsAScanThatTellsWhatItsNeighbourTold) {
  const char* newer = "2026-11-21T11:00:20Z";
  const char* older = "2026-11-21T11:00:00Z";
  for (const bool newer_changes : {true, false}) {
    State state;
    state.shipments.push_back(parcel({scan("b", newer), scan("a", older)}));
    const Checkpoint amended =
        newer_changes ? with_message(scan("b", newer), "a") : with_message(scan("a", older), "b");
    EXPECT_TRUE(merge_changes(state, {parcel({amended})}).structure);
    EXPECT_EQ(order_of(state), "a");
  }
}

TEST(MergeCheckpoint, PutsANewScanBeforeAnEarlierOneOfTheSameTime) {
  State state;
  state.shipments.push_back(parcel({scan("a", kSameTime)}));
  EXPECT_TRUE(merge_checkpoint(state, "s1", scan("b", kSameTime)).structure);
  EXPECT_EQ(order_of(state), "ba");
  EXPECT_EQ(state.announced_shipment, "s1");
}

TEST(MergeCheckpoint, ChangesNothingForAShipmentThatIsNotKnown) {
  State state;
  state.shipments.push_back(parcel({scan("a", kSameTime)}));
  EXPECT_FALSE(merge_checkpoint(state, "s2", scan("b", kSameTime)).any);
  EXPECT_FALSE(merge_checkpoint(state, "s1", scan("a", kSameTime)).any);
}

}  // namespace
}  // namespace postlude::tracking
