#pragma once

#include <string_view>

#include "core/app/update.h"
#include "core/base/result.h"

namespace postlude::app {

/// Adds an effect for the caller to fill, in its place until the next one is added.
output::Effect& add_effect(Step& step, output::EffectKind kind);

/// Adds a CustomEvent on the widget of that kind; `detail` is a JSON object.
void emit(Step& step, WidgetKind kind, output::HostEvent event, std::string_view detail);

/// The same about an offer: {"offer_id","total_minor","currency"}; {"offer_id","seller"} of a link.
void emit_offer(Step& step, output::HostEvent event, const offer::Offer& offer);

/// Starts a timer; what is too long for a host's becomes a day.
void start_timer(Step& step, output::TimerId timer, int64_t ms);

/// Adds a console warning and the error event for bad outside data.
void warn(Step& step, const base::Error& error);

/// Adds the events that are sent once: every offer when it is first shown, what is asked, or why a
/// widget is quiet.
void announce(Step& step);

/// Adds the GA4 push `event` ("view_promotion", "select_promotion") for an offer.
void push_promotion(Step& step, std::string_view event, const offer::Offer& offer);

/// Adds the GA4 event "purchase" of an accepted offer, a transaction of its own (never the order's
/// id again), or its "refund".
void push_transaction(Step& step, std::string_view event, const offer::Offer& offer);

}  // namespace postlude::app
