#pragma once

#include <cstdint>
#include <vector>

#include "core/output/view.h"

namespace postlude::output {

/// Changes to a page. Operand names: block and parent are DOM ids, hole an index, source a block or
/// value index of the view that the patches belong to.
#define POSTLUDE_PATCHES(X)                                                               \
  X(Mount)   /* a = root, source = block 0: replaces whatever the root shows */           \
  X(Adopt)   /* a = root, b = first id, c = count: the server's DOM holds these blocks */ \
  X(Unmount) /* a = root: shows the light-DOM fallback again */                           \
  X(Set)     /* a = block, b = hole, source = value */                                    \
  X(Insert)  /* a = parent, b = hole, c = id of the block to stand before or 0, source */ \
  X(Move)    /* a = parent, b = hole, c = before or 0, source = the block's DOM id */     \
  X(Remove)  /* a = block */

enum class PatchKind : uint8_t {
#define X(name) name,
  POSTLUDE_PATCHES(X)
#undef X
};

struct Patch {
  PatchKind kind;
  TemplateId form = TemplateId::Empty;  // Set, Insert, Move: the template of block a
  uint32_t a = 0;
  uint32_t b = 0;
  uint32_t c = 0;
  uint32_t source = 0;
  friend bool operator==(const Patch&, const Patch&) = default;
};

using Patches = std::vector<Patch>;

/// Hands out DOM ids, smallest free range last used first; ids start at 1.
class DomIds {
 public:
  uint32_t take();
  void give_back(uint32_t id) { free_.push_back(id); }
  /// Returns the first of `count` fresh consecutive ids.
  uint32_t take_range(uint32_t count);

 private:
  uint32_t next_ = 1;
  std::vector<uint32_t> free_;
};

/// Gives ids to all blocks of a view that is shown for the first time.
void assign_ids(View& view, DomIds& ids);
/// The same with consecutive ids in pre-order, for DOM that the server rendered. Returns the first.
uint32_t assign_adopted_ids(View& view, DomIds& ids);
/// Takes back the ids of a view that goes away.
void release_ids(const View& view, DomIds& ids);

/// Returns the patches that turn `previous` (with ids) into `next`, and gives ids to `next`: kept
/// blocks keep theirs. Both have one root block of the same template. Lists are matched by key;
/// cost is linear in the blocks plus, per list, moved items times the logarithm of its length.
void diff(const View& previous, View& next, DomIds& ids, Patches& patches);

/// The patches that turn block `at` of `view` into block `from` of `fresh`, of the same template,
/// where lists hold the blocks that they held; writes the values into `view`. `none` in the place
/// of a list leaves that as it is. Returns false at a list with other blocks: what was patched
/// until then holds, and the rest is for `diff`. Cost does not depend on what `fresh` leaves out.
bool patch_block(View& view, uint32_t at, const View& fresh, uint32_t from, Patches& patches);

/// Puts the one block of `fresh`, which has no list, in front of the list in hole `hole` of block
/// `parent`, an item of a list of the root. Returns its place in `view`. Cost: a step for each
/// block behind it.
uint32_t push_front(View& view, uint32_t parent, uint32_t hole, const View& fresh, DomIds& ids,
                    Patches& patches);

/// Moves the last item of the list in hole `hole` of `parent`, a block without lists, to the front
/// of the first list of the block that alone is in the list of the next hole. Returns the new place
/// of that block; 0, with nothing moved, when there is none.
uint32_t pass_on_last(View& view, uint32_t parent, uint32_t hole, Patches& patches);

}  // namespace postlude::output
