#pragma once

#include "core/app/message.h"
#include "core/app/model.h"
#include "core/journey/attention.h"
#include "core/output/effect.h"

namespace postlude::app {

/// One message at work: the model that it changes, what the host is to do, and what must be shown
/// anew.
struct Step {
  Model& model;
  output::Effects& effects;
  Dirty dirty;
};

/// Takes one message: the one place where anything changes. The same model, message and time give
/// the same model, effects and answer. What cannot be read becomes a Warn effect and changes
/// nothing. Unmount messages tell the kind whose last root went, in `b`.
Dirty update(Model& model, output::Effects& effects, const Message& message, int64_t now_ms);

/// The same for a page document that was read before.
Dirty update(Model& model, output::Effects& effects, PageDocument page, int64_t now_ms);

/// Returns the model of a page document as the page stands before anything happens: what servers
/// render from. `kinds` are the widgets on that page, a bit each.
Model first_model(PageDocument page, uint8_t kinds, int64_t now_ms);

/// What a Fetch effect was for; the low byte of its id. The rest is the serial of the offer's
/// entry.
enum class Request : uint8_t { Page, Changes, Accept, Decline, Quote, Undo, Review, Stream };

/// How the attention of the page is shared (core/journey).
struct Attention {
  int max_open_offers = 0;
  journey::AttentionReason review = journey::AttentionReason::NothingToSay;
};
Attention share_attention(const Model& model);

/// Returns the time on the clock of the shop.
base::SourceTime time_at_shop(const Model& model, int64_t now_ms);

}  // namespace postlude::app
