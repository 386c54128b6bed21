#include "demo/server/demo_scenarios.h"

#include <algorithm>

#include "demo/server/demo_carrier.h"
#include "demo/server/http_problem.h"
#include "demo/server/settings_repository.h"

namespace postlude::server {
namespace {

constexpr int64_t kHourMs = 3600 * 1000;

const DemoScenario& scenario_of(std::string_view code) {
  const std::vector<DemoScenario>& all = demo_scenarios();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const DemoScenario& one) { return one.code == code; });
  if (found == all.end()) {
    throw Problem(ProblemCode::Invalid, "not a scenario: " + std::string(code));
  }
  return *found;
}

std::vector<std::string> lines_of(Share share, const std::vector<std::string>& lines) {
  switch (share) {
    case Share::All:
      return lines;
    case Share::FirstLine:
      return {lines.front()};
    case Share::OtherLines:
      return {lines.begin() + 1, lines.end()};
  }
  return {};
}

}  // namespace

const std::vector<DemoScenario>& demo_scenarios() {
  static const std::vector<DemoScenario> scenarios = {
      {"smooth",
       "All goes well",
       {{}},
       {{"picked_up", 3},
        {"departed", 4},
        {"arrived", 8},
        {"out_for_delivery", 5},
        {"delivered", 4}}},
      {"two_parcels",
       "Two parcels, one of them later",
       {{ParcelKind::Post, Share::FirstLine}, {ParcelKind::Post, Share::OtherLines}},
       {{"picked_up", 3, 0},
        {"picked_up", 0, 1},
        {"departed", 4, 0},
        {"arrived", 8, 0},
        {"out_for_delivery", 5, 0},
        {"departed", 2, 1},
        {"delivered", 2, 0}}},
      {"partial",
       "Only a part is sent, the rest waits",
       {{ParcelKind::Post, Share::FirstLine}},
       {{"picked_up", 3}, {"departed", 4}}},
      {"from_abroad",
       "Comes from Japan",
       {{ParcelKind::Abroad}},
       {{"abroad_picked_up", 6},
        {"abroad_departed", 20},
        {"transit", 14},
        {"customs_started", 8},
        {"customs_cleared", 16},
        {"arrived", 10},
        {"out_for_delivery", 9},
        {"delivered", 3}}},
      {"customs_hold",
       "Held at customs until duties are paid",
       {{ParcelKind::Abroad}},
       {{"abroad_picked_up", 6},
        {"abroad_departed", 20},
        {"transit", 14},
        {"customs_started", 8},
        {"duties_due", 6}}},
      {"failed_attempt",
       "Nobody at home",
       {{}},
       {{"picked_up", 3},
        {"departed", 4},
        {"arrived", 8},
        {"out_for_delivery", 5},
        {"attempt_failed", 4}}},
      {"redelivery",
       "Nobody at home, then another day",
       {{}},
       {{"picked_up", 3},
        {"departed", 4},
        {"arrived", 8},
        {"out_for_delivery", 5},
        {"attempt_failed", 4},
        {"appointment", 3},
        {"out_for_delivery", 40},
        {"delivered", 4}}},
      {"wrong_address",
       "The address cannot be found",
       {{}},
       {{"picked_up", 3},
        {"departed", 4},
        {"arrived", 8},
        {"out_for_delivery", 5},
        {"address_problem", 4}}},
      {"pickup",
       "Waits at a shop",
       {{}},
       {{"picked_up", 3},
        {"departed", 4},
        {"arrived", 8},
        {"out_for_delivery", 5},
        {"attempt_failed", 4},
        {"ready_for_pickup", 3}}},
      {"neighbour",
       "Left with a neighbour",
       {{}},
       {{"picked_up", 3},
        {"departed", 4},
        {"arrived", 8},
        {"out_for_delivery", 5},
        {"neighbour", 4}}},
      {"locker",
       "Left in a locker",
       {{}},
       {{"picked_up", 3}, {"departed", 4}, {"arrived", 8}, {"out_for_delivery", 5}, {"locker", 4}}},
      {"safe_place",
       "Left at the door, with a photo",
       {{}},
       {{"picked_up", 3},
        {"departed", 4},
        {"arrived", 8},
        {"out_for_delivery", 5},
        {"safe_place", 4}}},
      {"store_pickup",
       "Collected from the shop itself",
       {{ParcelKind::Store}},
       {{"store_ready", 2}}},
      {"local_delivery",
       "Brought by the shop's own courier",
       {{ParcelKind::Local}},
       {{"out_for_delivery", 2}, {"delivered", 1}}},
      {"damaged", "Damaged on the way", {{}}, {{"picked_up", 3}, {"departed", 4}, {"damaged", 9}}},
      {"lost",
       "Lost on the way",
       {{}},
       {{"picked_up", 3}, {"departed", 4}, {"delayed", 30}, {"lost", 96}}},
      {"returned",
       "Comes back to the shop",
       {{}},
       {{"picked_up", 3},
        {"departed", 4},
        {"arrived", 8},
        {"out_for_delivery", 5},
        {"address_problem", 4},
        {"returning", 48},
        {"returned", 30}}},
      {"return_parcel",
       "Delivered, and sent back by the shopper",
       {{}, {ParcelKind::Return}},
       {{"picked_up", 3},
        {"departed", 4},
        {"arrived", 8},
        {"out_for_delivery", 5},
        {"delivered", 4},
        {"return_posted", 50, 1},
        {"departed", 6, 1}}},
      {"hand_over",
       "Handed to another carrier for the last mile",
       {{}},
       {{"picked_up", 3},
        {"departed", 4},
        {"handed_over", 18},
        {"arrived", 6},
        {"out_for_delivery", 9},
        {"delivered", 3}}},
  };
  return scenarios;
}

bool splits_order(const DemoScenario& scenario) {
  return std::any_of(scenario.parcels.begin(), scenario.parcels.end(),
                     [](const ScenarioParcel& parcel) { return parcel.share != Share::All; });
}

void play_scenario(App& app, std::string_view order_id, std::string_view code) {
  const DemoScenario& scenario = scenario_of(code);
  const std::vector<std::string> lines = unshipped_lines(*app.databases.lease(), order_id);
  if (splits_order(scenario) && lines.size() < 2) {
    throw Problem(ProblemCode::Invalid, "one line does not fill two parcels");
  }
  std::vector<std::string> ids(scenario.parcels.size());
  for (const ScenarioStep& step : scenario.steps) {
    const auto at = static_cast<size_t>(step.parcel);
    const ScenarioParcel& parcel = scenario.parcels.at(at);
    if (ids[at].empty()) {
      ids[at] = create_shipment(app, order_id, lines_of(parcel.share, lines), {}, parcel.kind);
    }
    advance_clock(*app.databases.lease(), app.clock, step.hours * kHourMs);
    add_scan(app, order_id, ids[at], step.scan);
  }
}

}  // namespace postlude::server
