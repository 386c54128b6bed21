#include "core/app/message.h"

#include "core/base/text_member.h"
#include "core/output/effect.h"
#include "core/widget_kind.h"

namespace postlude::app {
namespace {

using base::JsonReader;
using base::JsonRef;

constexpr base::TextMember<Acted> kActedTexts[] = {
    {"arg", &Acted::arg},
    {"title", &Acted::title},
    {"text", &Acted::text},
    {"quantity", &Acted::quantity},
    {"variant_id", &Acted::variant_id},
    {"consent", &Acted::consent},
};

constexpr uint32_t kActions = sizeof output::kActionNames / sizeof output::kActionNames[0];
constexpr uint32_t kTimers = 0
#define X(name) +1
    POSTLUDE_TIMERS(X)
#undef X
    ;

}  // namespace

void read(JsonReader& in, const JsonRef& root, Connection& connection) {
  connection.api = in.optional_view(root, "api");
}

void read(JsonReader& in, const JsonRef& root, Acted& acted) {
  base::read_texts(in, root, kActedTexts, acted);
  const std::string_view stars = in.optional_view(root, "stars");
  if (stars.size() == 1 && stars[0] >= '1' && stars[0] <= '5') acted.stars = stars[0] - '0';
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
    case MessageType::Page:
      return message.a <= 1;
    case MessageType::Configure:
    case MessageType::Prepare:
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
