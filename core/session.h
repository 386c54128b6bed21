#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/app/message.h"
#include "core/app/model.h"
#include "core/output/diff.h"
#include "core/output/encode_batch.h"

namespace postlude {

using app::MessageType;

/// The bytes of one reply; valid until the next `send`. Empty when there is nothing to do.
struct Batch {
  const uint8_t* bytes = nullptr;
  size_t size = 0;
};

/// The only class the outside sees. Everything goes in by `send` (core/app/message.h tells what)
/// and comes out as a batch (core/output/encode_batch.h): patches to apply in order, then effects
/// to run. Never fails: bad input becomes a Warn effect, and what is shown stays.
class Session {
 public:
  /// `now_ms`: Unix milliseconds of the host's clock.
  Batch send(MessageType type, uint32_t a, uint32_t b, std::string_view payload, int64_t now_ms);

  const app::Model& model() const { return model_; }
  /// Returns what a root shows, or nullptr while its fallback stays.
  const output::View* view_of(uint32_t root) const;
  /// Returns the effects of the last `send`.
  const output::Effects& last_effects() const { return effects_; }

  /// Called with the patches of each root before they are encoded; for printing.
  using Observer = void (*)(void* context, const output::Patches& patches,
                            const output::View& view);
  void observe(Observer observer, void* context) {
    observer_ = observer;
    observer_context_ = context;
  }

 private:
  struct Root {
    uint32_t id = 0;
    WidgetKind kind = WidgetKind::Order;
    output::View view;  // empty while the fallback is shown
    size_t built = 0;   // how much text and how many words it had when it was built
  };

  void take(MessageType type, uint32_t a, uint32_t b, std::string_view payload, int64_t now_ms);
  void mount(uint32_t root, WidgetKind kind, bool adopt);
  void unmount(uint32_t root, int64_t now_ms);
  void show(const app::Dirty& dirty);
  void show_root(Root& root);
  bool show_in_place(Root& root, const tracking::Change& change);
  bool show_checkpoint(Root& root, const tracking::Spot& spot);
  bool show_newest(Root& root, const tracking::Shipment& shipment);
  void ready(const Root& root);
  void flush(Root& root);

  app::Model model_;
  std::vector<Root> roots_;
  output::DomIds ids_;
  output::BatchEncoder encoder_;
  output::Patches patches_;  // of the root being shown
  output::Effects effects_;
  output::View scratch_;
  Observer observer_ = nullptr;
  void* observer_context_ = nullptr;
};

}  // namespace postlude
