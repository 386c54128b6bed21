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

std::vector<std::string> ship(App& app, std::string_view order_id, int parcels) {
  const std::vector<std::string> lines = unshipped_lines(*app.databases.lease(), order_id);
  if (parcels == 1) return {create_shipment(app, order_id, lines)};
  if (lines.size() < 2) throw Problem(ProblemCode::Invalid, "one line does not fill two parcels");
  return {create_shipment(app, order_id, {lines.front()}),
          create_shipment(app, order_id, {lines.begin() + 1, lines.end()})};
}

}  // namespace

const std::vector<DemoScenario>& demo_scenarios() {
  static const std::vector<DemoScenario> scenarios = {
      {"smooth",
       "All goes well",
       1,
       {{"picked_up", 3},
        {"departed", 4},
        {"arrived", 8},
        {"out_for_delivery", 5},
        {"delivered", 4}}},
      {"two_parcels",
       "Two parcels, one of them later",
       2,
       {{"picked_up", 3, 0},
        {"picked_up", 0, 1},
        {"departed", 4, 0},
        {"arrived", 8, 0},
        {"out_for_delivery", 5, 0},
        {"departed", 2, 1},
        {"delivered", 2, 0}}},
      {"customs_hold",
       "Held at customs until duties are paid",
       1,
       {{"picked_up", 3}, {"departed", 4}, {"customs_started", 20}, {"duties_due", 6}}},
      {"failed_attempt",
       "Nobody at home",
       1,
       {{"picked_up", 3},
        {"departed", 4},
        {"arrived", 8},
        {"out_for_delivery", 5},
        {"attempt_failed", 4}}},
      {"pickup",
       "Waits at a shop",
       1,
       {{"picked_up", 3},
        {"departed", 4},
        {"arrived", 8},
        {"out_for_delivery", 5},
        {"attempt_failed", 4},
        {"ready_for_pickup", 3}}},
      {"lost",
       "Lost on the way",
       1,
       {{"picked_up", 3}, {"departed", 4}, {"delayed", 30}, {"lost", 96}}},
      {"returned",
       "Comes back to the shop",
       1,
       {{"picked_up", 3},
        {"departed", 4},
        {"arrived", 8},
        {"out_for_delivery", 5},
        {"address_problem", 4},
        {"returning", 48},
        {"returned", 30}}},
      {"hand_over",
       "Handed to another carrier for the last mile",
       1,
       {{"picked_up", 3},
        {"departed", 4},
        {"handed_over", 18},
        {"arrived", 6},
        {"out_for_delivery", 9},
        {"delivered", 3}}},
  };
  return scenarios;
}

void play_scenario(App& app, std::string_view order_id, std::string_view code) {
  const DemoScenario& scenario = scenario_of(code);
  const std::vector<std::string> parcels = ship(app, order_id, scenario.parcels);
  for (const ScenarioStep& step : scenario.steps) {
    advance_clock(*app.databases.lease(), app.clock, step.hours * kHourMs);
    add_scan(app, order_id, parcels.at(static_cast<size_t>(step.parcel)), step.scan);
  }
}

}  // namespace postlude::server
