#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "core/app/page_document.h"
#include "core/base/result.h"
#include "core/order/order.h"
#include "core/output/effect.h"
#include "core/output/vocabulary.h"
#include "core/widget_kind.h"

namespace postlude::app {

/// What the host can tell the session: X(enumerator). `a` and `b` are small numbers, `payload`
/// bytes.
#define POSTLUDE_MESSAGES(X)                                                                      \
  X(Configure)  /* payload: JSON {"api"}; before anything else */                                 \
  X(Page)       /* payload: the page document (web/contract/page.schema.json) */                  \
  X(Changes)    /* payload: {"version","cursor","shipments"}: only what changed */                \
  X(Checkpoint) /* payload: {"shipment_id","checkpoint"}: one scan, new or changed */             \
  X(Order)      /* payload: an order in canonical form */                                         \
  X(Mount)      /* a: root id of the host's choosing, b: WidgetKind */                            \
  X(Adopt)      /* the same; the root already shows the server's DOM of the page document sent */ \
  X(Unmount)    /* a: root */                                                                     \
  X(Act)        /* a: UserAction, b: WidgetKind; payload: JSON {"arg", and form fields} */        \
  X(Reply)      /* a: id of the Fetch effect, b: HTTP status or 0; payload: body */               \
  X(Timer)      /* a: TimerId */                                                                  \
  X(Refresh)    /* ask the backend now (the page became visible, or came back on line) */

enum class MessageType : uint8_t {
#define X(name) name,
  POSTLUDE_MESSAGES(X)
#undef X
};

// The messages that change the model, read and checked. Mount, Adopt and Unmount concern the
// session alone, except that the model knows which kinds are on the page.
struct Configured {
  Connection connection;
};
struct PageArrived {
  PageDocument page;
};
struct ChangesArrived {
  ChangesDocument changes;
};
struct CheckpointArrived {
  CheckpointDocument change;
};
struct OrderArrived {
  order::Order order;
};
struct KindMounted {
  WidgetKind kind;
};
struct KindGone {
  WidgetKind kind;
};
struct Acted {
  output::UserAction action;
  std::string arg;
  int64_t stars = 0;  // 0 = none chosen
  std::string title;
  std::string text;
};
struct Replied {
  uint32_t request = 0;
  uint32_t status = 0;  // 0: no answer
  std::string body;
};
struct TimerFired {
  output::TimerId timer;
};
struct RefreshAsked {};

using Message =
    std::variant<Configured, PageArrived, ChangesArrived, CheckpointArrived, OrderArrived,
                 KindMounted, KindGone, Acted, Replied, TimerFired, RefreshAsked>;

/// Reads one message. Fails with BadMessage for numbers out of range, else as the payload's parser.
base::Result<Message> parse_message(MessageType type, uint32_t a, uint32_t b,
                                    std::string_view payload);

}  // namespace postlude::app
