#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace postlude::output {

/// What the host is to do after the patches are applied. X(enumerator): operands.
#define POSTLUDE_EFFECTS(X)                                                                    \
  X(Fetch)     /* id, method; path, idempotency key, body: answered by a Reply message */      \
  X(Timer)     /* id = timer, number = ms: answered by a Timer message; restarts that timer */ \
  X(Emit)      /* id = HostEvent; text = detail as JSON: a CustomEvent on the widget */        \
  X(DataLayer) /* text = JSON object pushed to window.dataLayer where the page has one */      \
  X(Navigate)  /* text = checked URL */                                                        \
  X(Warn)      /* id = ErrorCode; text = where: one console warning */

enum class EffectKind : uint8_t {
#define X(name) name,
  POSTLUDE_EFFECTS(X)
#undef X
};

/// How a Fetch asks. Listen is a GET whose answer is a stream of events: each sign of life is a
/// Reply with the status 200 (its payload an event's data, or empty), any other status is the end.
/// A further one takes the place of the one under way; an empty path only ends that.
#define POSTLUDE_METHODS(X) \
  X(Get, "GET")             \
  X(Post, "POST")           \
  X(Listen, "LISTEN")

enum class Method : uint8_t {
#define X(name, text) name,
  POSTLUDE_METHODS(X)
#undef X
};

/// Events a host page can listen to, as "postlude:<name>"; composed and bubbling.
#define POSTLUDE_HOST_EVENTS(X)          \
  X(Ready, "ready")                      \
  X(Error, "error")                      \
  X(OfferShown, "offer-shown")           \
  X(OfferNone, "offer-none")             \
  X(OfferAccepting, "offer-accepting")   \
  X(OfferAccepted, "offer-accepted")     \
  X(OfferDeclined, "offer-declined")     \
  X(OfferFailed, "offer-failed")         \
  X(OfferUndone, "offer-undone")         \
  X(OfferLink, "offer-link")             \
  X(TrackingUpdated, "tracking-updated") \
  X(ReviewAsked, "review-asked")         \
  X(ReviewQuiet, "review-quiet")         \
  X(ReviewSent, "review-sent")           \
  X(ReviewFailed, "review-failed")

enum class HostEvent : uint8_t {
#define X(name, text) name,
  POSTLUDE_HOST_EVENTS(X)
#undef X
};

/// Timers the session may start; each exists once.
#define POSTLUDE_TIMERS(X) \
  X(Poll)                  \
  X(AcceptRetry)           \
  X(OfferExpiry)

enum class TimerId : uint8_t {
#define X(name) name,
  POSTLUDE_TIMERS(X)
#undef X
};

/// One effect, comparable and printable. Unused members keep their defaults.
struct Effect {
  EffectKind kind = EffectKind::Timer;
  uint8_t widget = 0;  // WidgetKind the effect belongs to (Emit)
  uint32_t id = 0;     // request, timer, HostEvent or ErrorCode
  Method method = Method::Get;
  uint32_t number = 0;  // milliseconds
  std::string text;     // path, URL or JSON
  std::string key;      // idempotency key
  std::string body;     // request body, JSON
  friend bool operator==(const Effect&, const Effect&) = default;
};

using Effects = std::vector<Effect>;

}  // namespace postlude::output
