#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "demo/server/app.h"
#include "demo/server/demo_carrier.h"

namespace postlude::server {

/// One scan of a story and how long after the one before it comes.
struct ScenarioStep {
  std::string_view scan;  // DemoScan::code
  int hours = 0;
  int parcel = 0;  // which of the story's parcels; it is sent by the first step that names it
};

/// What of an order is in a parcel.
enum class Share : uint8_t { All, FirstLine, OtherLines };

struct ScenarioParcel {
  ParcelKind kind = ParcelKind::Post;
  Share share = Share::All;
};

/// Parcels' journeys as a merchant can pick them, each from its label to the state it ends in.
struct DemoScenario {
  std::string_view code;
  std::string_view label;
  std::vector<ScenarioParcel> parcels;
  std::vector<ScenarioStep> steps;
};

/// Returns whether a story needs an order of two lines or more.
bool splits_order(const DemoScenario& scenario);

/// Returns every story, the one on which nothing goes wrong first.
const std::vector<DemoScenario>& demo_scenarios();

/// Sends what is left of an order and plays the story to its end: the shop's calendar moves on with
/// each scan. Throws Problem (NotFound; OrderCancelled; Invalid for an unknown story, when nothing
/// is left to ship, or when an order of one line is to be split).
void play_scenario(App& app, std::string_view order_id, std::string_view code);

}  // namespace postlude::server
