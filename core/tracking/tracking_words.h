#pragma once

#include <optional>

#include "core/output/text.h"
#include "core/tracking/next_action.h"
#include "core/tracking/progress.h"
#include "core/tracking/shipment.h"

namespace postlude::tracking {

/// Returns the short headline of a status.
output::PhraseId status_phrase(ShipmentStatus status);

/// Returns the label of a step; a parcel that waits at a pick-up point has that as its last but
/// one.
output::PhraseId stage_phrase(ProgressStage stage, ShipmentStatus status);

/// Returns when it arrives or arrived, no more exact than the data and with who said so; nothing
/// when that is not known or no longer matters.
std::optional<output::Text> estimate_text(const Shipment& shipment);

/// Returns how late it is, or how sure its estimate; nothing when there is nothing to add.
std::optional<output::Text> lateness_text(const Shipment& shipment, const base::SourceTime& now);

/// Returns whether the place it waits at is open; nothing when nobody said.
std::optional<output::Text> opening_text(const Shipment& shipment, const base::SourceTime& now);

/// Returns the one thing to do, in words that fit what happened.
output::Text action_text(const NextAction& action, const Shipment& shipment);

/// Returns whether the shopper must act, so that the action stands out.
bool asks_shopper(NextActionKind kind);

}  // namespace postlude::tracking
