#include "core/tracking/progress.h"

#include "core/base/check.h"

namespace postlude::tracking {
namespace {

using Stage = ProgressStage;

constexpr std::string_view kStageNames[] = {
#define X(name, text) text,
    POSTLUDE_PROGRESS_STAGES(X)
#undef X
};
static_assert(std::size(kStageNames) == kProgressStages);

enum class Meaning : uint8_t { Step, TroubleNoEarlierThan };

struct Rule {
  Stage stage;
  Meaning meaning;
  Attention attention;
};

Rule rule_of(ShipmentStatus status) {
  constexpr auto kStep = Meaning::Step;
  constexpr auto kTrouble = Meaning::TroubleNoEarlierThan;
  switch (status) {
    case ShipmentStatus::Unknown:
      return {Stage::Ordered, kTrouble, Attention::None};
    case ShipmentStatus::Pending:
    case ShipmentStatus::LabelCreated:
      return {Stage::Ordered, kStep, Attention::None};
    case ShipmentStatus::PickedUp:
      return {Stage::Shipped, kStep, Attention::None};
    case ShipmentStatus::InTransit:
      return {Stage::InTransit, kStep, Attention::None};
    case ShipmentStatus::OutForDelivery:
      return {Stage::OutForDelivery, kStep, Attention::None};
    case ShipmentStatus::ReadyForPickup:
      return {Stage::OutForDelivery, kStep, Attention::Needed};
    case ShipmentStatus::AttemptFailed:
      return {Stage::OutForDelivery, kTrouble, Attention::Needed};
    case ShipmentStatus::Delayed:
    case ShipmentStatus::OnHold:
    case ShipmentStatus::Exception:
    case ShipmentStatus::Cancelled:
    case ShipmentStatus::Expired:
      return {Stage::Ordered, kTrouble, Attention::Needed};
    case ShipmentStatus::Returning:
    case ShipmentStatus::Returned:
      return {Stage::InTransit, kTrouble, Attention::Needed};
    case ShipmentStatus::Delivered:
      return {Stage::Delivered, kStep, Attention::None};
  }
  CHECK(false);
}

}  // namespace

std::string_view progress_stage_name(ProgressStage stage) {
  return kStageNames[static_cast<size_t>(stage)];
}

Progress progress_of(const Shipment& shipment) {
  const Rule rule = rule_of(shipment.status);
  Progress progress{rule.stage, rule.attention};
  if (rule.meaning == Meaning::Step) return progress;
  for (const Checkpoint& checkpoint : shipment.checkpoints) {
    const Rule reached = rule_of(checkpoint.status);
    if (reached.stage > progress.stage && reached.stage != Stage::Delivered) {
      progress.stage = reached.stage;
    }
  }
  return progress;
}

}  // namespace postlude::tracking
