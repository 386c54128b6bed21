#pragma once

#include <string>

#include "core/app/update.h"

namespace postlude::app {

/// The shopper accepts an offer, or asks again about one whose answer is missing: sends the quote
/// with the idempotency key of this intent. Does nothing while an accept is open, nor for an offer
/// that needs a consent without it.
void accept_offer(Step& step, const Acted& accepted, int64_t now_ms);

/// The shopper declines: the offer goes away at once, the backend is told.
void decline_offer(Step& step, const std::string& offer_id);

/// The shopper follows a link to another seller: the page is told, nothing is sent.
void open_link(Step& step, const std::string& offer_id);

/// The shopper chooses another quantity or variant ("" keeps what is): asks for its price.
void choose_offer(Step& step, const Acted& choice);

/// The shopper takes an accepted offer back, or asks again whether it was.
void undo_offer(Step& step, const std::string& offer_id, int64_t now_ms);

/// The backend's answer to a request about the entry with that serial. That of an accept returns
/// whether it is settled, so that the next step of the funnel may be asked for.
bool accept_replied(Step& step, uint32_t serial, const Reply& reply);
void quote_replied(Step& step, uint32_t serial, const Reply& reply);
void undo_replied(Step& step, uint32_t serial, const Reply& reply);

/// Sends every open accept and undo again, with its own key.
void retry_requests(Step& step);

/// Moves offers on by the backend's clock: counts down, ends them, renews quotes that ran out.
void pass_time(Step& step, int64_t now_ms);

/// Starts the timer for what `pass_time` has to do next.
void schedule_time(Step& step, int64_t now_ms);

}  // namespace postlude::app
