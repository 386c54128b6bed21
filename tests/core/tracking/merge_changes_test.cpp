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

TEST(MergeChanges, NamesTheParcelThatGotOneScanInFront) {
  struct Row {
    const char* id;
    const char* time;
    bool newest;
  };
  const Row kRows[] = {
      {"c", "2026-11-21T12:00:00Z", true},
      {"c", "2026-11-21T11:00:00Z", true},   // of one time, the one told later is the newer one
      {"c", "2026-11-21T10:59:59Z", false},  // late
      {"", "2026-11-21T12:00:00Z", false},   // it gets an id by what the others have
  };
  for (const Row& row : kRows) {
    State state;
    state.shipments.push_back(
        parcel({scan("b", "2026-11-21T11:00:00Z"), scan("a", "2026-11-21T10:00:00Z")}));
    const Change change = merge_checkpoint(state, "s1", scan(row.id, row.time));
    EXPECT_EQ(change.newest.has_value(), row.newest) << row.id << " " << row.time;
    EXPECT_NE(change.structure, row.newest);
    EXPECT_EQ(state.announced_shipment, row.time[12] == '0' ? "" : "s1");
  }
  State state;
  state.shipments.push_back(parcel({scan("b", "2026-11-21T11:00:00Z")}));
  const Change two = merge_changes(
      state, {parcel({scan("d", "2026-11-21T13:00:00Z"), scan("c", "2026-11-21T12:00:00Z")})});
  EXPECT_TRUE(two.structure);
  Checkpoint repeat = scan("e", "2026-11-21T13:00:30Z");
  repeat.message = "d";
  EXPECT_TRUE(merge_checkpoint(state, "s1", repeat).structure);
  EXPECT_EQ(order_of(state), "dcb");
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
  EXPECT_TRUE(merge_checkpoint(state, "s1", scan("b", kSameTime)).newest.has_value());
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
