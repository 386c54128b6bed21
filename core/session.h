#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/app/model.h"
#include "core/output/diff.h"
#include "core/output/encode_batch.h"

namespace postlude {

/// What the host can tell the session: X(enumerator). `a` and `b` are small numbers, `payload` bytes.
#define POSTLUDE_MESSAGES(X)                                                                        \
  X(Configure)   /* payload: JSON {"api","order_token","return_to"}; before anything else */        \
  X(Page)        /* payload: the page document (web/contract/page.schema.json) */                   \
  X(Changes)     /* payload: {"version","cursor","shipments"}: only what changed */                 \
  X(Checkpoint)  /* payload: {"shipment_id","checkpoint"}: one scan, new or changed */              \
  X(Order)       /* a: OrderSource; payload: that source's JSON */                                  \
  X(Mount)       /* a: root id of the host's choosing, b: WidgetKind */                             \
  X(Adopt)       /* the same; the root already shows the server's DOM of the page document sent */  \
  X(Unmount)     /* a: root */                                                                      \
  X(Act)         /* a: UserAction, b: WidgetKind; payload: JSON {"arg", and form fields} */         \
  X(Reply)       /* a: id of the Fetch effect, b: HTTP status or 0; payload: body */                \
  X(Timer)       /* a: TimerId */                                                                   \
  X(Refresh)     /* ask the backend now (the page became visible, or came back on line) */

enum class MessageType : uint8_t {
#define X(name) name,
  POSTLUDE_MESSAGES(X)
#undef X
};

/// The bytes of one reply; valid until the next `send`. Empty when there is nothing to do.
struct Batch {
  const uint8_t* bytes = nullptr;
  size_t size = 0;
};

/// The only class the outside sees. Everything goes in by `send` and comes out as a batch: patches to
/// apply in order, then effects to run. Never fails: bad input becomes a Warn and an Error event, and
/// what is shown stays.
class Session {
 public:
  /// `now_ms`: Unix milliseconds of the host's clock.
  Batch send(MessageType type, uint32_t a, uint32_t b, std::string_view payload, int64_t now_ms);

  const app::Model& model() const { return model_; }
  /// Returns what each widget decided and why, as one JSON text.
  std::string explain(int64_t now_ms) const;

  /// Keeps the patches and effects of the last `send` for printing; for tests and developers.
  const output::Patches& last_patches() const { return patches_; }
  const output::Effects& last_effects() const { return effects_; }
  /// Returns what a root shows, or nullptr.
  const output::View* view_of(uint32_t root) const;

 private:
  struct Root {
    uint32_t id = 0;
    WidgetKind kind = WidgetKind::Order;
    output::View view;
  };

  void mount(uint32_t root, uint32_t kind, bool adopt, int64_t now_ms);
  void unmount(uint32_t root);
  void show(const app::Dirty& dirty, int64_t now_ms);
  void show_root(Root& root, int64_t now_ms);
  bool show_checkpoint(Root& root, const app::Dirty& dirty);
  void flush(Root& root);

  app::Model model_;
  std::vector<Root> roots_;
  output::DomIds ids_;
  output::BatchEncoder encoder_;
  output::Patches patches_;   // of the root being shown
  output::Effects effects_;
  output::View scratch_;
};

}  // namespace postlude
