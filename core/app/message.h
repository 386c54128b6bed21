#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/app/page_document.h"
#include "core/base/json_reader.h"
#include "core/output/vocabulary.h"
#include "core/widget_kind.h"

namespace postlude::app {

/// What the host can tell the session: X(enumerator). `a` and `b` are small numbers, `payload`
/// bytes.
#define POSTLUDE_MESSAGES(X)                                                                      \
  X(Configure)  /* payload: JSON {"api"}; before anything else */                                 \
  X(Prepare)    /* payload: a page document that is only read; a Page message takes it */         \
  X(Page)       /* payload: the page document (web/contract/page.schema.json); a: 1 is the one    \
                   that was prepared, without a payload */                                        \
  X(Changes)    /* payload: {"version","cursor","shipments"}: only what changed */                \
  X(Checkpoint) /* payload: {"shipment_id","checkpoint"}: one scan, new or changed */             \
  X(Order)      /* payload: an order in canonical form */                                         \
  X(Mount)      /* a: root id of the host's choosing, b: WidgetKind */                            \
  X(Adopt)      /* the same; the root already shows the server's DOM of the page document sent */ \
  X(Unmount)    /* a: root */                                                                     \
  X(Act)        /* a: UserAction, b: WidgetKind; payload: JSON {"arg", and form fields} */        \
  X(Reply)      /* a: id of the Fetch effect, b: HTTP status or 0, above its ten bits the seconds \
                   of Retry-After; payload: body, or the data of a stream's event */              \
  X(Timer)      /* a: TimerId */                                                                  \
  X(Refresh)    /* ask the backend now (the page became visible, or came back on line) */

enum class MessageType : uint8_t {
#define X(name) name,
  POSTLUDE_MESSAGES(X)
#undef X
};

/// One message as the host sent it. The payload lives as long as the call that it is given to.
struct Message {
  MessageType type = MessageType::Refresh;
  uint32_t a = 0;
  uint32_t b = 0;
  std::string_view payload;
};

/// What a shopper did, and with what; the payload of an Act message.
struct Acted {
  std::string arg;
  int64_t stars = 0;  // 0 = none chosen
  std::string title;
  std::string text;
  std::string quantity;
  std::string variant_id;
  std::string consent;  // "true" when the shopper has ticked the box
};
void read(base::JsonReader& in, base::JsonRef root, Acted& acted);

/// The payload of a Configure message.
void read(base::JsonReader& in, base::JsonRef root, Connection& connection);

/// Whether the numbers of a message are in their range; BadMessage is what to say when not.
bool in_range(const Message& message);

/// The answer to a Fetch effect.
struct Reply {
  uint32_t request = 0;
  uint32_t status = 0;  // 0: no answer, or the end of one
  uint32_t retry_after_s = 0;
  std::string_view body;
};

}  // namespace postlude::app
