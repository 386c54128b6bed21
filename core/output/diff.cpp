#include "core/output/diff.h"

#include <algorithm>
#include <utility>

namespace postlude::output {
namespace {

class Differ {
 public:
  Differ(const View& previous, View& next, DomIds& ids, Patches& patches)
      : previous_(previous), next_(next), ids_(ids), patches_(patches) {}

  void block(uint32_t before, uint32_t after) {
    const BlockNode& old_block = previous_.blocks[before];
    BlockNode& new_block = next_.blocks[after];
    new_block.dom_id = old_block.dom_id;
    const uint32_t holes = hole_count_of(new_block.form);
    for (uint32_t hole = 0; hole < holes; ++hole) {
      const Value& was = previous_.values[old_block.first_value + hole];
      const Value& is = next_.values[new_block.first_value + hole];
      if (is.kind == ValueKind::List && was.kind == ValueKind::List) {
        list({new_block.dom_id, new_block.form, hole}, was, is);
      } else if (!same_value(previous_, was, next_, is)) {
        patches_.push_back({PatchKind::Set, new_block.form, new_block.dom_id, hole, 0,
                            new_block.first_value + hole});
      }
    }
  }

 private:
  struct ListPlace {
    uint32_t parent;
    TemplateId form;
    uint32_t hole;
  };

  // Of a block of the old list that was matched already, and of one that need not move.
  static constexpr uint32_t kTaken = 1u << 31;
  using Blocks = std::vector<uint32_t>;  // one kind of vector: each would travel

  bool alike(uint32_t before, uint32_t after) const {
    const BlockNode& a = previous_.blocks[before];
    const BlockNode& b = next_.blocks[after];
    return a.key == b.key && a.form == b.form;
  }

  void list(ListPlace where, const Value& was, const Value& is) {
    // Most lists change at one place: what is alike at the front and at the back is matched without
    // a table.
    uint32_t old_at = was.a, new_at = is.a;
    uint32_t old_left = was.b, new_left = is.b;
    while (old_left > 0 && new_left > 0 && alike(old_at, new_at)) {
      block(old_at, new_at);
      old_at = previous_.blocks[old_at].end;
      new_at = next_.blocks[new_at].end;
      --old_left;
      --new_left;
    }
    if (old_left == 0 && new_left == 0) return;
    middle(where, old_at, old_left, new_at, new_left);
  }

  static Blocks items(const View& view, uint32_t at, uint32_t count) {
    Blocks blocks(count);
    for (uint32_t& block : blocks) {
      block = at;
      at = view.blocks[at].end;
    }
    return blocks;
  }

  void middle(ListPlace where, uint32_t old_at, uint32_t old_count, uint32_t new_at,
              uint32_t new_count) {
    Blocks olds = items(previous_, old_at, old_count);
    Blocks news = items(next_, new_at, new_count);
    uint32_t before = 0;  // DOM id that the item being placed stands before
    while (!olds.empty() && !news.empty() && alike(olds.back(), news.back())) {
      block(olds.back(), news.back());
      before = next_.blocks[news.back()].dom_id;
      olds.pop_back();
      news.pop_back();
    }
    sort_by_key(olds);
    Blocks matched(news.size());  // the old block of each new one, 0 where there is none
    for (size_t i = 0; i < news.size(); ++i) matched[i] = match(olds, news[i]);
    for (const uint32_t old : olds) {
      if ((old & kTaken) == 0) remove(old);
    }
    take_longest_run(matched);
    for (size_t i = news.size(); i-- > 0;) {
      place(where, before, news[i], matched[i]);
      before = next_.blocks[news[i]].dom_id;
    }
  }

  void place(ListPlace where, uint32_t before, uint32_t new_block, uint32_t matched) {
    if (matched == 0) {
      create_ids(new_block);
      patches_.push_back(
          {PatchKind::Insert, where.form, where.parent, where.hole, before, new_block});
      return;
    }
    const uint32_t old_block = matched & ~kTaken;
    if (old_block == matched) {
      patches_.push_back({PatchKind::Move, where.form, where.parent, where.hole, before,
                          previous_.blocks[old_block].dom_id});
    }
    block(old_block, new_block);
  }

  uint64_t key_of_old(uint32_t old) const { return previous_.blocks[old & ~kTaken].key; }

  // std::sort is four kilobytes of WebAssembly; this is a hundred bytes, and these lists are short.
  void sort_by_key(Blocks& olds) const {
    const auto comes_before = [this](uint32_t a, uint32_t b) {
      const uint64_t key = key_of_old(a), other = key_of_old(b);
      return key != other ? key < other : a < b;
    };
    for (size_t gap = olds.size() / 2; gap > 0; gap /= 2) {
      for (size_t i = gap; i < olds.size(); ++i) {
        const uint32_t moved = olds[i];
        size_t at = i;
        for (; at >= gap && comes_before(moved, olds[at - gap]); at -= gap) {
          olds[at] = olds[at - gap];
        }
        olds[at] = moved;
      }
    }
  }

  // Returns the first of `count` places for which `behind` holds, as it does for all after it;
  // `count` when there is none.
  template <class Behind>
  static size_t first_place(size_t count, const Behind& behind) {
    size_t low = 0;
    while (low < count) {
      const size_t middle = (low + count) / 2;
      if (behind(middle)) {
        count = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  uint32_t match(Blocks& olds, uint32_t new_block) const {
    const BlockNode& wanted = next_.blocks[new_block];
    size_t at = first_place(olds.size(),
                            [&](size_t place) { return key_of_old(olds[place]) >= wanted.key; });
    for (; at < olds.size() && key_of_old(olds[at]) == wanted.key; ++at) {
      const uint32_t old = olds[at];
      if ((old & kTaken) != 0 || previous_.blocks[old].form != wanted.form) continue;
      olds[at] |= kTaken;
      return old;
    }
    return 0;
  }

  // Items on the longest rising run of old positions, which are in the order of their blocks, need
  // not move.
  static void take_longest_run(Blocks& matched) {
    Blocks tails(matched.size());  // index of the last item of the best run of each length
    Blocks parent(matched.size());
    size_t length = 0;
    for (uint32_t i = 0; i < matched.size(); ++i) {
      if (matched[i] == 0) continue;
      const size_t at =
          first_place(length, [&](size_t place) { return matched[tails[place]] >= matched[i]; });
      if (at > 0) parent[i] = tails[at - 1];
      if (at == length) ++length;
      tails[at] = i;
    }
    if (length == 0) return;
    uint32_t at = tails[length - 1];
    for (; length > 0; --length) {
      matched[at] |= kTaken;
      at = parent[at];
    }
  }

  void create_ids(uint32_t first) {
    for (uint32_t i = first; i < next_.blocks[first].end; ++i) next_.blocks[i].dom_id = ids_.take();
  }

  void remove(uint32_t old_block) {
    patches_.push_back({PatchKind::Remove, TemplateId::Empty, previous_.blocks[old_block].dom_id});
    for (uint32_t i = old_block; i < previous_.blocks[old_block].end; ++i) {
      ids_.give_back(previous_.blocks[i].dom_id);
    }
  }

  const View& previous_;
  View& next_;
  DomIds& ids_;
  Patches& patches_;
};

// Returns a value of `fresh` as one of `view`, which takes over its text.
Value taken_over(View& view, const View& fresh, Value value) {
  const auto take_text = [&](uint32_t text_at, uint32_t size) {
    const auto own = static_cast<uint32_t>(view.text.size());
    view.text += fresh.string({ValueKind::String, text_at, size});
    return own;
  };
  if (value.kind == ValueKind::String) value.a = take_text(value.a, value.b);
  if (value.kind != ValueKind::Phrase) return value;
  const uint32_t* at = fresh.words.data() + value.a;
  const uint32_t* const end = at + value.b;
  value.a = static_cast<uint32_t>(view.words.size());
  view.words.insert(view.words.end(), at, end);
  uint32_t* own = view.words.data() + value.a;
  for (++at, ++own; at != end;) {
    const uint32_t count = arg_words(*at);
    if (static_cast<ArgKind>(*at & 0xff) == ArgKind::String) own[1] = take_text(at[1], at[2]);
    at += count;
    own += count;
  }
  return value;
}

// Moves on what lies behind a block that was put in at `at`. What has no blocks inside has no list
// that is more than empty.
void make_room(View& view, uint32_t index, uint32_t at) {
  BlockNode& block = view.blocks[index];
  ++block.end;
  if (block.end == index + 1) return;
  const uint32_t holes = hole_count_of(block.form);
  for (uint32_t hole = 0; hole < holes; ++hole) {
    Value& value = view.values[block.first_value + hole];
    if (value.kind == ValueKind::List && value.a >= at) ++value.a;
  }
}

bool patch_list(View& view, const Value& was, const View& fresh, const Value& is,
                Patches& patches) {
  if (was.b != is.b) return false;
  uint32_t at = was.a, from = is.a;
  for (uint32_t left = is.b; left > 0; --left) {
    const BlockNode& known = view.blocks[at];
    const BlockNode& told = fresh.blocks[from];
    if (known.key != told.key || known.form != told.form) return false;
    if (!patch_block(view, at, fresh, from, patches)) return false;
    at = known.end;
    from = told.end;
  }
  return true;
}

}  // namespace

uint32_t DomIds::take() {
  if (free_.empty()) return next_++;
  const uint32_t id = free_.back();
  free_.pop_back();
  return id;
}

uint32_t DomIds::take_range(uint32_t count) {
  const uint32_t first = next_;
  next_ += count;
  return first;
}

void assign_ids(View& view, DomIds& ids) {
  for (BlockNode& block : view.blocks) block.dom_id = ids.take();
}

uint32_t assign_adopted_ids(View& view, DomIds& ids) {
  const uint32_t first = ids.take_range(static_cast<uint32_t>(view.blocks.size()));
  uint32_t id = first;
  for (BlockNode& block : view.blocks) block.dom_id = id++;
  return first;
}

void release_ids(const View& view, DomIds& ids) {
  for (const BlockNode& block : view.blocks) ids.give_back(block.dom_id);
}

void diff(const View& previous, View& next, DomIds& ids, Patches& patches) {
  CHECK(previous.blocks[0].form == next.blocks[0].form);
  Differ(previous, next, ids, patches).block(0, 0);
}

bool patch_block(View& view, uint32_t at, const View& fresh, uint32_t from, Patches& patches) {
  const BlockNode& target = view.blocks[at];
  CHECK(target.form == fresh.blocks[from].form);
  const uint32_t holes = hole_count_of(target.form);
  for (uint32_t hole = 0; hole < holes; ++hole) {
    const uint32_t place = target.first_value + hole;
    const Value& was = view.values[place];
    const Value& is = fresh.values[fresh.blocks[from].first_value + hole];
    if (was.kind == ValueKind::List) {
      if (is.kind == ValueKind::List && !patch_list(view, was, fresh, is, patches)) return false;
    } else if (!same_value(view, was, fresh, is)) {
      view.values[place] = taken_over(view, fresh, is);
      patches.push_back({PatchKind::Set, target.form, target.dom_id, hole, 0, place});
    }
  }
  return true;
}

uint32_t push_front(View& view, uint32_t parent, uint32_t hole, const View& fresh, DomIds& ids,
                    Patches& patches) {
  BlockNode block = fresh.blocks[0];
  const uint32_t place = view.blocks[parent].first_value + hole;
  const uint32_t at = view.values[place].a;
  const uint32_t before = view.values[place].b > 0 ? view.blocks[at].dom_id : 0;
  block.first_value = static_cast<uint32_t>(view.values.size());
  block.end = at + 1;
  block.dom_id = ids.take();
  const uint32_t holes = hole_count_of(block.form);
  view.values.resize(block.first_value + holes);
  for (uint32_t i = 0; i < holes; ++i) {
    view.values[block.first_value + i] = taken_over(view, fresh, fresh.values[i]);
  }
  view.blocks.push_back(block);
  for (auto i = static_cast<uint32_t>(view.blocks.size()) - 1; i > at; --i) {
    view.blocks[i] = view.blocks[i - 1];
    make_room(view, i, at);
  }
  view.blocks[at] = block;
  make_room(view, 0, at);
  make_room(view, parent, at);
  view.values[place].a = at;
  ++view.values[place].b;
  const BlockNode& holder = view.blocks[parent];
  patches.push_back({PatchKind::Insert, holder.form, holder.dom_id, hole, before, at});
  return at;
}

uint32_t pass_on_last(View& view, uint32_t parent, uint32_t hole, Patches& patches) {
  Value& from = view.values[view.blocks[parent].first_value + hole];
  Value& next = view.values[view.blocks[parent].first_value + hole + 1];
  if (from.b == 0 || next.b == 0) return 0;
  const uint32_t inner = next.a;
  const uint32_t last = inner - 1;
  const BlockNode holder = view.blocks[inner];
  uint32_t list = 0;
  while (view.values[holder.first_value + list].kind != ValueKind::List) ++list;
  Value& to = view.values[holder.first_value + list];
  const uint32_t before = to.b > 0 ? view.blocks[to.a].dom_id : 0;
  patches.push_back(
      {PatchKind::Move, holder.form, holder.dom_id, list, before, view.blocks[last].dom_id});
  // In pre-order the holder now comes first; it still ends where it ended.
  std::swap(view.blocks[last], view.blocks[inner]);
  view.blocks[inner].end = inner + 1;
  next.a = last;
  to.a = inner;
  ++to.b;
  --from.b;
  return last;
}

}  // namespace postlude::output
