#pragma once

#include "core/app/message.h"
#include "core/app/model.h"
#include "core/journey/attention.h"
#include "core/output/effect.h"

namespace postlude::app {

/// The model after a message, what the host is to do, and what must be shown anew.
struct Step {
  Model model;
  output::Effects effects;
  Dirty dirty;
};

/// The one place where anything changes. Pure: the same model, message and time give the same step.
Step update(Model model, Message message, int64_t now_ms);

/// What a Fetch effect was for; the low byte of its id. The rest is the index of the offer.
enum class Request : uint8_t { Page, Changes, Accept, Decline, Review };

/// How the attention of the page is shared (core/journey).
struct Attention {
  int max_open_offers = 0;
  journey::AttentionReason review = journey::AttentionReason::NothingToSay;
};
Attention share_attention(const Model& model);

/// Returns the civil day in the shop's zone.
base::SourceTime today_of(const Model& model, int64_t now_ms);

}  // namespace postlude::app
