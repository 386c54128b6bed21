#include "core/session.h"

#include <utility>

#include "core/app/announce.h"
#include "core/app/render.h"
#include "core/app/shown_kinds.h"
#include "core/app/update.h"

namespace postlude {
namespace {

using app::MessageType;
using output::HostEvent;
using output::PatchKind;

// A change in place leaves the old text behind; past this a view is built anew.
constexpr size_t kMaxLeftoverText = 1u << 16;
// Looking for each of so many costs more than to build all of them anew.
constexpr size_t kMaxSpots = 16;

size_t written(const output::View& view) { return view.text.size() + view.words.size(); }

// Returns where the block of a parcel is, past all blocks when it is not shown.
uint32_t parcel_block(const output::View& view, const tracking::Shipment& shipment) {
  const uint64_t key = output::key_of(shipment.id);
  uint32_t at = 1;  // parcels stand side by side in the root block
  while (at < view.blocks.size() && view.blocks[at].key != key) at = view.blocks[at].end;
  return at;
}

}  // namespace

Batch Session::send(MessageType type, uint32_t a, uint32_t b, std::string_view payload,
                    int64_t now_ms) {
  patches_.clear();
  effects_.clear();
  if (type == MessageType::Unmount) {
    unmount(a, now_ms);
  } else {
    take(type, a, b, payload, now_ms);
  }
  for (const output::Effect& effect : effects_) encoder_.add(effect);
  if (encoder_.empty()) return {};
  Batch batch;
  const auto& words = encoder_.finish(batch.size);
  batch.bytes = reinterpret_cast<const uint8_t*>(words.data());
  return batch;
}

void Session::take(MessageType type, uint32_t a, uint32_t b, std::string_view payload,
                   int64_t now_ms) {
  const app::Dirty dirty = app::update(model_, effects_, {type, a, b, payload}, now_ms);
  const bool mounting = type == MessageType::Mount || type == MessageType::Adopt;
  if (mounting && b < kWidgetKinds) {
    mount(a, static_cast<WidgetKind>(b), type == MessageType::Adopt);
  }
  show(dirty);
}

void Session::mount(uint32_t root, WidgetKind kind, bool adopt) {
  Root& added = roots_.emplace_back();
  added.id = root;
  added.kind = kind;
  if (!adopt || app::render(model_, kind, {}, added.view) == app::Showing::Fallback) {
    show_root(added);
    return;
  }
  added.built = written(added.view);
  const uint32_t first = output::assign_adopted_ids(added.view, ids_);
  patches_.push_back({PatchKind::Adopt, output::TemplateId::Empty, root, first,
                      static_cast<uint32_t>(added.view.blocks.size())});
  ready(added);
  flush(added);
}

void Session::unmount(uint32_t root, int64_t now_ms) {
  for (size_t i = 0; i < roots_.size(); ++i) {
    if (roots_[i].id != root) continue;
    const WidgetKind kind = roots_[i].kind;
    output::release_ids(roots_[i].view, ids_);
    roots_.erase(roots_.begin() + static_cast<std::ptrdiff_t>(i));
    for (const Root& other : roots_) {
      if (other.kind == kind) return;
    }
    app::update(model_, effects_, {MessageType::Unmount, 0, static_cast<uint32_t>(kind), {}},
                now_ms);
    return;
  }
}

void Session::show(const app::Dirty& dirty) {
  for (Root& root : roots_) {
    const bool whole = (dirty.kinds & app::bit(root.kind)) != 0;
    const bool parts = dirty.tracking.any && root.kind == WidgetKind::Tracking;
    if (whole || (parts && !show_in_place(root, dirty.tracking))) show_root(root);
  }
}

void Session::ready(const Root& root) {
  app::Step step{model_, effects_, {}};
  app::emit(step, root.kind, HostEvent::Ready, "{}");
}

void Session::show_root(Root& root) {
  const auto showing = app::render(model_, root.kind, {}, scratch_);
  const bool shown = !root.view.empty();
  if (showing == app::Showing::Fallback) {
    if (!shown) return;
    output::release_ids(root.view, ids_);
    root.view.clear();
    patches_.push_back({PatchKind::Unmount, output::TemplateId::Empty, root.id});
  } else if (shown && root.view.blocks[0].form == scratch_.blocks[0].form) {
    output::diff(root.view, scratch_, ids_, patches_);
    std::swap(root.view, scratch_);
  } else {
    if (shown) output::release_ids(root.view, ids_);
    if (!shown) ready(root);
    output::assign_ids(scratch_, ids_);
    patches_.push_back({PatchKind::Mount, output::TemplateId::Empty, root.id});
    std::swap(root.view, scratch_);
  }
  root.built = written(root.view);
  flush(root);
}

// Returns whether all that differs could be shown without looking at the rest.
bool Session::show_in_place(Root& root, const tracking::Change& change) {
  if (!app::shows(WidgetKind::Tracking) || change.spots.size() > kMaxSpots) return false;
  output::View& view = root.view;
  if (view.empty() || written(view) > root.built + kMaxLeftoverText) return false;
  bool shown = true;
  for (const tracking::Spot& spot : change.spots) shown = shown && show_checkpoint(root, spot);
  if (shown && change.newest) {
    shown = show_newest(root, model_.tracking.shipments[*change.newest]);
  }
  if (shown && change.frame) {
    app::render_frame(model_, scratch_);
    shown = output::patch_block(view, 0, scratch_, 0, patches_);
  }
  flush(root);
  return shown;
}

bool Session::show_checkpoint(Root& root, const tracking::Spot& spot) {
  const auto& shipment = model_.tracking.shipments[spot.shipment];
  const auto& checkpoint = shipment.checkpoints[spot.checkpoint];
  const uint64_t key = tracking::checkpoint_key(checkpoint);
  const auto& blocks = root.view.blocks;
  const uint32_t parcel = parcel_block(root.view, shipment);
  if (parcel >= blocks.size()) return false;
  // The timeline ends the parcel, one block a checkpoint: it is there or, by what stands between
  // two parts of the timeline, a little before.
  const auto behind = static_cast<uint32_t>(shipment.checkpoints.size()) - spot.checkpoint;
  const uint32_t end = blocks[parcel].end;
  if (behind >= end - parcel) return false;
  for (uint32_t i = end - behind; i > parcel; --i) {
    const output::BlockNode& block = blocks[i];
    if (block.form != output::TemplateId::TrackingCheckpoint || block.key != key) continue;
    scratch_.clear();
    tracking::view_checkpoint(checkpoint, spot.checkpoint, scratch_);
    return output::patch_block(root.view, i, scratch_, 0, patches_);
  }
  return false;
}

// The newest checkpoint comes to the front; what no longer stands outside of the fold goes into it.
bool Session::show_newest(Root& root, const tracking::Shipment& shipment) {
  output::View& view = root.view;
  const uint32_t parcel = parcel_block(view, shipment);
  if (parcel >= view.blocks.size()) return false;
  const auto& all = shipment.checkpoints;
  const uint32_t hole = tracking::timeline_hole();
  scratch_.clear();
  tracking::view_checkpoint(all[0], 0, scratch_);
  const uint32_t front = output::push_front(view, parcel, hole, scratch_, ids_, patches_);
  if (all.size() == 1) return true;
  scratch_.clear();
  tracking::view_checkpoint(all[1], 1, scratch_);  // it was the newest
  output::patch_block(view, front + 1, scratch_, 0, patches_);
  if (all.size() <= tracking::kShownAtFirst) return true;
  const uint32_t fold = output::pass_on_last(view, parcel, hole, patches_);
  if (fold == 0) return false;
  scratch_.clear();
  tracking::view_fold(all.size(), scratch_);
  return output::patch_block(view, fold, scratch_, 0, patches_);
}

void Session::flush(Root& root) {
  encoder_.add(patches_, root.view);
  if (observer_ != nullptr) observer_(observer_context_, patches_, root.view);
  patches_.clear();
}

const output::View* Session::view_of(uint32_t root) const {
  for (const Root& shown : roots_) {
    if (shown.id == root && !shown.view.empty()) return &shown.view;
  }
  return nullptr;
}

}  // namespace postlude
