#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "demo/server/app.h"

namespace postlude::server {

/// One scan of a story and how long after the one before it comes.
struct ScenarioStep {
  std::string_view scan;  // DemoScan::code
  int hours = 0;
  int parcel = 0;  // 0, or 1 for the second of two
};

/// A parcel's journey as a merchant can pick it, from its label to the state it ends in.
struct DemoScenario {
  std::string_view code;
  std::string_view label;
  int parcels = 1;
  std::vector<ScenarioStep> steps;
};

/// Returns every story, the one on which nothing goes wrong first.
const std::vector<DemoScenario>& demo_scenarios();

/// Sends what is left of an order and plays the story to its end: the shop's calendar moves on with
/// each scan. Throws Problem (NotFound; OrderCancelled; Invalid for an unknown story, when nothing
/// is left to ship, or when two parcels are wanted of one line).
void play_scenario(App& app, std::string_view order_id, std::string_view code);

}  // namespace postlude::server
