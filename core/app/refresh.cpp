#include "core/app/refresh.h"

#include <utility>

#include "core/app/announce.h"
#include "core/app/shown_kinds.h"
#include "core/base/hash.h"

namespace postlude::app {
namespace {

using output::Effect;
using output::EffectKind;
using output::Method;
using output::TimerId;
using Stream = Refresh::Stream;

constexpr uint32_t kFirstRetryMs = 2000;
constexpr int kMaxDoublings = 6;
constexpr int kMaxPassedShift = 4;
constexpr uint32_t kFirstListenMs = 2000;
// A proxy may keep a stream to itself: what says nothing for so long is not there.
constexpr uint32_t kOpeningMs = 10'000;
// The backend says something every 15 s (web/contract/openapi.yaml); two may get lost.
constexpr uint32_t kQuietMs = 40'000;
constexpr uint32_t kMinuteMs = 60'000;
// One question without an answer happens to everybody.
constexpr int kFailuresToTell = 2;

// Half to one and a half.
uint32_t spread(uint32_t ms, uint64_t seed) {
  return ms / 2 + static_cast<uint32_t>((seed >> 33) % ms);
}

uint64_t seed_of(const Model& model, int64_t now_ms) {
  const std::string_view id = model.order ? std::string_view(model.order->id) : model.cursor;
  return base::fnv1a64(id, static_cast<uint64_t>(now_ms));
}

bool keeps_up(const Model& model) {
  return shows(WidgetKind::Tracking) && model.config.poll_ms > 0 &&
         (model.mounted & bit(WidgetKind::Tracking)) != 0 && !model.connection.api.empty();
}

bool knows_changes(const Model& model) {
  return shows(WidgetKind::Tracking) && !model.cursor.empty() && model.shipments_known;
}

// Host timers of more than a minute come in pieces while the age of what is shown is told.
void arm(Refresh& refresh, Step& step) {
  uint32_t ms = refresh.wait_ms;
  if (refresh.failed >= kFailuresToTell && ms > kMinuteMs) ms = kMinuteMs;
  refresh.wait_ms -= ms;
  start_timer(step, TimerId::Poll, ms);
}

void wait(Step& step, uint32_t ms) {
  step.model.refresh.wait_ms = ms;
  arm(step.model.refresh, step);
}

void wait_for_poll(Step& step, uint32_t retry_after_s, int64_t now_ms) {
  const Model& model = step.model;
  if (!keeps_up(model)) return;
  wait(step, poll_delay_ms(model.config.poll_ms, model.refresh.failed, retry_after_s,
                           seed_of(model, now_ms)));
}

void fetch(Step& step, Request request, Method method, std::string_view path) {
  Effect& effect = add_effect(step, EffectKind::Fetch);
  effect.id = static_cast<uint32_t>(request);
  effect.method = method;
  if (!path.empty()) effect.text = step.model.connection.api;
  effect.text += path;
}

void fetch_changes(Step& step, Request request, Method method, std::string path) {
  path += "?since=";
  for (const char c : step.model.cursor) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       c == '-' || c == '_';
    if (plain) path.push_back(c);  // cursors are of these alone; the rest is not ours
  }
  fetch(step, request, method, path);
}

bool may_listen(const Model& model) {
  return model.config.stream && model.refresh.pass == 0 && knows_changes(model);
}

void listen(Step& step) {
  step.model.refresh.stream = Stream::Opening;
  fetch_changes(step, Request::Stream, Method::Listen, "/shipments/stream");
  wait(step, kOpeningMs);
}

void lose_stream(Model& model, uint32_t retry_after_s) {
  Refresh& refresh = model.refresh;
  refresh.stream = Stream::Closed;
  refresh.pass = polls_before_listening(++refresh.lost, retry_after_s, model.config.poll_ms);
}

// A backend that was set back does not know our place: the whole page is asked for.
void forget_place(Model& model, const Reply& reply) {
  if (reply.status == 422) model.cursor.clear();
}

}  // namespace

uint32_t poll_delay_ms(int64_t interval_ms, int failed, uint32_t retry_after_s, uint64_t seed) {
  const auto interval = static_cast<uint32_t>(interval_ms);
  uint32_t ms = interval + static_cast<uint32_t>((seed >> 33) % (interval / 4 + 1));
  if (failed > 0) {
    const int doublings = failed - 1 < kMaxDoublings ? failed - 1 : kMaxDoublings;
    ms = spread(kFirstRetryMs << doublings, seed);
  }
  return ms < retry_after_s * 1000 ? retry_after_s * 1000 : ms;
}

int polls_before_listening(int lost, uint32_t retry_after_s, int64_t interval_ms) {
  const int pass = (1 << (lost - 1 < kMaxPassedShift ? lost - 1 : kMaxPassedShift)) - 1;
  const auto asked = static_cast<int>(retry_after_s * int64_t{1000} / interval_ms);
  return pass < asked ? asked : pass;
}

void ask_page(Step& step) {
  hush(step);
  step.model.refresh.news = false;
  fetch(step, Request::Page, Method::Get, "/page");
}

void ask(Step& step) {
  if (step.model.connection.api.empty()) return;
  if (!knows_changes(step.model)) return ask_page(step);
  hush(step);
  step.model.refresh.news = false;
  fetch_changes(step, Request::Changes, Method::Get, "/shipments");
}

void keep_up(Step& step, int64_t now_ms) {
  const Model& model = step.model;
  if (model.refresh.stream != Stream::Closed || !keeps_up(model)) return;
  // What the page came with is new enough; its own loading goes first.
  if (may_listen(model)) return wait(step, spread(kFirstListenMs, seed_of(model, now_ms)));
  wait_for_poll(step, 0, now_ms);
}

void confirmed(Step& step, int64_t now_ms) {
  Refresh& refresh = step.model.refresh;
  refresh.failed = 0;
  refresh.known_ms = now_ms;
  if (!keeps_up(step.model)) return;
  if (refresh.stream != Stream::Closed) return wait(step, kQuietMs);
  if (may_listen(step.model)) return listen(step);
  if (refresh.pass > 0) --refresh.pass;
  wait_for_poll(step, 0, now_ms);
}

void not_answered(Step& step, const Reply& reply, int64_t now_ms) {
  ++step.model.refresh.failed;
  forget_place(step.model, reply);
  // 401 and 404 mean that the token no longer opens this order; asking again would not help.
  if (reply.status == 401 || reply.status == 404) return;
  wait_for_poll(step, reply.retry_after_s, now_ms);
}

void stream_heard(Step& step) {
  Refresh& refresh = step.model.refresh;
  // One that breaks off after its first word is none.
  if (refresh.stream == Stream::Open) refresh.lost = 0;
  refresh.stream = Stream::Open;
}

void stream_ended(Step& step, const Reply& reply, int64_t now_ms) {
  lose_stream(step.model, reply.retry_after_s);
  forget_place(step.model, reply);
  if (keeps_up(step.model)) wait(step, spread(kFirstRetryMs, seed_of(step.model, now_ms)));
}

void poll_due(Step& step) {
  Refresh& refresh = step.model.refresh;
  if (!keeps_up(step.model)) return;
  if (refresh.wait_ms > 0) return arm(refresh, step);
  if (refresh.stream != Stream::Closed) {
    hush(step);
    lose_stream(step.model, 0);
  } else if (refresh.lost == 0 && refresh.failed == 0 && may_listen(step.model)) {
    return listen(step);  // its first word tells what changed
  }
  ask(step);
}

void hush(Step& step) {
  Refresh& refresh = step.model.refresh;
  if (refresh.stream == Stream::Closed) return;
  refresh.stream = Stream::Closed;
  fetch(step, Request::Stream, Method::Listen, {});
}

int64_t minutes_out_of_touch(const Refresh& refresh, int64_t now_ms) {
  if (refresh.failed < kFailuresToTell) return 0;
  const int64_t minutes = (now_ms - refresh.known_ms) / kMinuteMs;
  return minutes < 1 ? 1 : minutes;
}

}  // namespace postlude::app
