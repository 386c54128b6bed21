#pragma once

#include "core/app/update.h"

// How an open page keeps up with its backend (T12): it asks for what changed, again and again, or
// listens to a stream where the backend offers one and falls back to asking when that fails. One
// timer drives all of it; hosts drop it while nobody looks, and coming back asks at once.

namespace postlude::app {

/// Returns how long to wait before the next question. `failed` questions in a row had no answer:
/// after none the merchant's interval and up to a quarter more, else doubling from 2 s to 128 s,
/// from half to one and a half of it; never before `retry_after_s`. `seed` spreads pages.
uint32_t poll_delay_ms(int64_t interval_ms, int failed, uint32_t retry_after_s, uint64_t seed);

/// Returns how many answers to pass by before a stream is tried again, `lost` of which in a row
/// were refused or ended early: 0, 1, 3, 7, then 15; at least those within `retry_after_s`.
int polls_before_listening(int lost, uint32_t retry_after_s, int64_t interval_ms);

/// Asks the backend for what changed; for the whole page where that is not known. Nobody listens
/// meanwhile, so that an answer is never older than what is shown.
void ask(Step& step);
void ask_page(Step& step);

/// Something is shown that goes on changing: starts to keep up, unless that is under way.
void keep_up(Step& step, int64_t now_ms);

/// What is shown is what the backend says now.
void confirmed(Step& step, int64_t now_ms);

/// The backend did not say anything of use.
void not_answered(Step& step, const Reply& reply, int64_t now_ms);

/// The stream gave a sign of life, and what it said could be read.
void stream_heard(Step& step);

/// The stream was refused, or is over.
void stream_ended(Step& step, const Reply& reply, int64_t now_ms);

/// The timer is over.
void poll_due(Step& step);

/// Ends the stream, if there is one.
void hush(Step& step);

/// Returns for how many minutes nobody has confirmed what is shown, as far as the shopper is to
/// know: 0 while the backend answers, else at least 1.
int64_t minutes_out_of_touch(const Refresh& refresh, int64_t now_ms);

}  // namespace postlude::app
