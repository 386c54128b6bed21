#include "core/app/message.h"

#include "core/base/member_table.h"
#include "core/output/effect.h"
#include "core/widget_kind.h"

namespace postlude::app {
namespace {

using base::JsonReader;
using base::JsonRef;

constexpr auto kConnectionMembers =
    base::members_of<Connection>({{"api", POSTLUDE_AT(Connection, api)}});

constexpr auto kActedMembers = base::members_of<Acted>({
    {"arg", POSTLUDE_AT(Acted, arg)},
    {"title", POSTLUDE_AT(Acted, title)},
    {"text", POSTLUDE_AT(Acted, text)},
    {"quantity", POSTLUDE_AT(Acted, quantity)},
    {"variant_id", POSTLUDE_AT(Acted, variant_id)},
    {"consent", POSTLUDE_AT(Acted, consent)},
});

constexpr uint32_t kActions = sizeof output::kActionNames / sizeof output::kActionNames[0];
constexpr uint32_t kTimers = 0
#define X(name) +1
    POSTLUDE_TIMERS(X)
#undef X
    ;

}  // namespace

void read(JsonReader& in, JsonRef root, Connection& connection) {
  base::read_members(in, root, kConnectionMembers, connection);
}

void read(JsonReader& in, JsonRef root, Acted& acted) {
  base::read_members(in, root, kActedMembers, acted);
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
