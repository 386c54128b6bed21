#pragma once

#include <cstdint>

#include "core/tracking/shipment.h"

namespace postlude::tracking {

/// The steps of the step bar, in order.
#define POSTLUDE_PROGRESS_STAGES(X)     \
  X(Ordered, "ordered")                 \
  X(Shipped, "shipped")                 \
  X(InTransit, "in_transit")            \
  X(OutForDelivery, "out_for_delivery") \
  X(Delivered, "delivered")

enum class ProgressStage : uint8_t {
#define X(name, text) name,
  POSTLUDE_PROGRESS_STAGES(X)
#undef X
};

inline constexpr int kProgressStages = 5;

std::string_view progress_stage_name(ProgressStage stage);

/// Whether the step bar is the whole story.
enum class Attention : uint8_t { None, Needed };

/// How far a shipment came.
struct Progress {
  ProgressStage stage = ProgressStage::Ordered;
  Attention attention = Attention::None;  // something is wrong or somebody must act
  friend bool operator==(const Progress&, const Progress&) = default;
};

/// Returns the stage that the status stands for. A status that is a trouble rather than a step
/// keeps the furthest stage its checkpoints reached (short of Delivered) and needs attention.
Progress progress_of(const Shipment& shipment);

}  // namespace postlude::tracking
