#include "core/app/message.h"

#include "core/base/json_reader.h"
#include "core/order/parse_order.h"

namespace postlude::app {
namespace {

using base::Error;
using base::ErrorCode;
using base::JsonReader;
using base::Result;

constexpr uint32_t kActions = sizeof output::kActionNames / sizeof output::kActionNames[0];
constexpr uint32_t kTimers = 0
#define X(name) +1
    POSTLUDE_TIMERS(X)
#undef X
    ;

Error bad_message() { return Error{ErrorCode::BadMessage, {}, 0}; }

// Wraps a parsed payload into its message.
template <class Wrapped, class T>
Result<Message> wrap(Result<T> part) {
  if (!part.ok()) return part.error();
  return Message(Wrapped{std::move(part.value())});
}

// Other sources are converted to this form before (bindings/sources.cpp), by pages that need them.
Result<Message> parse_canonical_order(std::string_view payload) {
  auto parsed = base::parse_json(payload);
  if (!parsed.ok()) return parsed.error();
  return wrap<OrderArrived>(order::from_canonical(parsed.value().root()));
}

Result<Message> parse_configured(std::string_view payload) {
  auto parsed = base::parse_json(payload);
  if (!parsed.ok()) return parsed.error();
  JsonReader in;
  Configured configured;
  configured.connection.api = in.optional_text(parsed.value().root(), "api");
  if (in.failed()) return in.error();
  return Message(std::move(configured));
}

Result<Message> parse_acted(uint32_t action, std::string_view payload) {
  auto parsed = base::parse_json(payload);
  if (!parsed.ok()) return parsed.error();
  const base::JsonRef root = parsed.value().root();
  JsonReader in;
  Acted acted{static_cast<output::UserAction>(action), {}, 0, {}, {}};
  acted.arg = in.optional_text(root, "arg");
  const std::string stars = in.optional_text(root, "stars");
  if (stars.size() == 1 && stars[0] >= '1' && stars[0] <= '5') acted.stars = stars[0] - '0';
  acted.title = in.optional_text(root, "title");
  acted.text = in.optional_text(root, "text");
  if (in.failed()) return in.error();
  return Message(std::move(acted));
}

}  // namespace

Result<Message> parse_message(MessageType type, uint32_t a, uint32_t b, std::string_view payload) {
  switch (type) {
    case MessageType::Configure:
      return parse_configured(payload);
    case MessageType::Page:
      return wrap<PageArrived>(parse_page(payload));
    case MessageType::Changes:
      return wrap<ChangesArrived>(parse_changes(payload));
    case MessageType::Checkpoint:
      return wrap<CheckpointArrived>(parse_checkpoint_change(payload));
    case MessageType::Order:
      return parse_canonical_order(payload);
    case MessageType::Mount:
    case MessageType::Adopt:
      if (b >= static_cast<uint32_t>(kWidgetKinds)) return bad_message();
      return Message(KindMounted{static_cast<WidgetKind>(b)});
    case MessageType::Unmount:
      return bad_message();  // the session alone knows which kind a root has
    case MessageType::Act:
      if (a >= kActions) return bad_message();
      return parse_acted(a, payload);
    case MessageType::Reply:
      return Message(Replied{a, b, std::string(payload)});
    case MessageType::Timer:
      if (a >= kTimers) return bad_message();
      return Message(TimerFired{static_cast<output::TimerId>(a)});
    case MessageType::Refresh:
      return Message(RefreshAsked{});
  }
  return bad_message();
}

}  // namespace postlude::app
