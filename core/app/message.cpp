#include "core/app/message.h"

#include "core/output/effect.h"
#include "core/widget_kind.h"

namespace postlude::app {
namespace {

using base::JsonReader;
using base::JsonRef;

constexpr uint32_t kActions = sizeof output::kActionNames / sizeof output::kActionNames[0];
constexpr uint32_t kTimers = 0
#define X(name) +1
    POSTLUDE_TIMERS(X)
#undef X
    ;

}  // namespace

void read(JsonReader& in, const JsonRef& root, Connection& connection) {
  connection.api = in.optional_text(root, "api");
}

void read(JsonReader& in, const JsonRef& root, Acted& acted) {
  acted.arg = in.optional_text(root, "arg");
  const std::string stars = in.optional_text(root, "stars");
  if (stars.size() == 1 && stars[0] >= '1' && stars[0] <= '5') acted.stars = stars[0] - '0';
  acted.title = in.optional_text(root, "title");
  acted.text = in.optional_text(root, "text");
  acted.quantity = in.optional_text(root, "quantity");
  acted.variant_id = in.optional_text(root, "variant_id");
  acted.consent = in.optional_text(root, "consent");
}

bool in_range(const Message& message) {
  switch (message.type) {
    case MessageType::Mount:
    case MessageType::Adopt:
      return message.b < static_cast<uint32_t>(kWidgetKinds);
    case MessageType::Act:
      return message.a < kActions;
    case MessageType::Timer:
      return message.a < kTimers;
    case MessageType::Configure:
    case MessageType::Page:
    case MessageType::Changes:
    case MessageType::Checkpoint:
    case MessageType::Order:
    case MessageType::Unmount:
    case MessageType::Reply:
    case MessageType::Refresh:
      return true;
  }
  return false;
}

}  // namespace postlude::app
