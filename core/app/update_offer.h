#pragma once

#include <string_view>

#include "core/app/update.h"

namespace postlude::app {

/// The shopper accepts an offer, or asks again about one whose answer is missing: sends the quote
/// with the idempotency key of this intent. Does nothing while an accept is open.
void accept_offer(Step& step, std::string_view offer_id, int64_t now_ms);

/// The shopper declines: the offer goes away at once, the backend is told.
void decline_offer(Step& step, std::string_view offer_id);

/// The backend's answer to the accept of entry `index`.
void accept_replied(Step& step, uint32_t index, const Reply& reply, int64_t now_ms);

/// Sends every open accept again, with its own key.
void retry_accepts(Step& step, int64_t now_ms);

/// Ends offers whose signed end has passed on the backend's clock.
void expire_offers(Step& step, int64_t now_ms);

/// Starts the timer for the next end of an offer.
void schedule_expiry(Step& step, int64_t now_ms);

}  // namespace postlude::app
