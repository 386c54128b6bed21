// Patches are applied to a small tree here, as a page applies them to its DOM; what comes out must
// be what the next view shows.

#include "core/output/diff.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <random>

namespace postlude::output {
namespace {

struct Item {
  uint64_t key;
  std::string text;
  bool operator==(const Item&) const = default;
};

View view_of(const std::vector<Item>& items) {
  View view;
  ViewBuilder out(view);
  out.begin(TemplateId::OrderFact).string("title").begin_list();
  for (const Item& item : items) {
    out.begin(TemplateId::LiteralLine, item.key).string(item.text).end();
  }
  out.end_list().end();
  return view;
}

/// The list of one parent, as DOM ids, with the text of each.
class Page {
 public:
  explicit Page(const View& view) {
    for (size_t i = 1; i < view.blocks.size(); ++i) insert(view, static_cast<uint32_t>(i), 0);
  }

  void apply(const Patches& patches, const View& view) {
    for (const Patch& patch : patches) {
      switch (patch.kind) {
        case PatchKind::Set:
          ASSERT_TRUE(texts_.count(patch.a));
          texts_[patch.a] = std::string(view.string(view.values[patch.source]));
          break;
        case PatchKind::Insert:
          insert(view, patch.source, patch.c);
          break;
        case PatchKind::Move:
          take_out(patch.source);
          put(patch.source, patch.c);
          ++moves;
          break;
        case PatchKind::Remove:
          take_out(patch.a);
          texts_.erase(patch.a);
          break;
        default:
          FAIL() << "no other patch belongs here";
      }
    }
  }

  std::vector<std::string> texts() const {
    std::vector<std::string> out;
    for (const uint32_t id : order_) out.push_back(texts_.at(id));
    return out;
  }

  int moves = 0;

 private:
  void insert(const View& view, uint32_t block, uint32_t before) {
    const BlockNode& node = view.blocks[block];
    EXPECT_NE(node.dom_id, 0u);
    EXPECT_EQ(texts_.count(node.dom_id), 0u) << "an id in use was given out again";
    texts_[node.dom_id] = std::string(view.string(view.values[node.first_value]));
    put(node.dom_id, before);
  }
  void put(uint32_t id, uint32_t before) {
    const auto at = before == 0 ? order_.end() : std::find(order_.begin(), order_.end(), before);
    EXPECT_TRUE(before == 0 || at != order_.end());
    order_.insert(at, id);
  }
  void take_out(uint32_t id) {
    const auto at = std::find(order_.begin(), order_.end(), id);
    ASSERT_NE(at, order_.end());
    order_.erase(at);
  }

  std::vector<uint32_t> order_;
  std::map<uint32_t, std::string> texts_;
};

std::vector<std::string> texts_of(const std::vector<Item>& items) {
  std::vector<std::string> out;
  for (const Item& item : items) out.push_back(item.text);
  return out;
}

TEST(Diff, IsEmptyForEqualViews) {
  DomIds ids;
  View before = view_of({{1, "a"}, {2, "b"}});
  assign_ids(before, ids);
  View after = view_of({{1, "a"}, {2, "b"}});
  Patches patches;
  diff(before, after, ids, patches);
  EXPECT_TRUE(patches.empty());
  EXPECT_EQ(after.blocks[2].dom_id, before.blocks[2].dom_id);
}

TEST(Diff, InsertsOneItemInFront) {
  DomIds ids;
  View before = view_of({{1, "a"}, {2, "b"}});
  assign_ids(before, ids);
  View after = view_of({{3, "new"}, {1, "a"}, {2, "b"}});
  Patches patches;
  diff(before, after, ids, patches);
  ASSERT_EQ(patches.size(), 1u);
  EXPECT_EQ(patches[0].kind, PatchKind::Insert);
  EXPECT_EQ(patches[0].c, before.blocks[1].dom_id);
}

TEST(Diff, MovesOneItemWhenTheLastComesFirst) {
  DomIds ids;
  View before = view_of({{1, "a"}, {2, "b"}, {3, "c"}, {4, "d"}});
  assign_ids(before, ids);
  View after = view_of({{4, "d"}, {1, "a"}, {2, "b"}, {3, "c"}});
  Page page(before);
  Patches patches;
  diff(before, after, ids, patches);
  page.apply(patches, after);
  EXPECT_EQ(page.moves, 1);
  EXPECT_EQ(page.texts(), (std::vector<std::string>{"d", "a", "b", "c"}));
}

TEST(Diff, TurnsAnyListIntoAnyOther) {
  std::mt19937 random(20261121);
  for (int run = 0; run < 400; ++run) {
    DomIds ids;
    std::vector<Item> items;
    View shown = view_of(items);
    assign_ids(shown, ids);
    Page page(shown);
    for (int step = 0; step < 12; ++step) {
      std::vector<Item> next;
      for (const Item& item : items) {
        if (random() % 4 == 0) continue;
        next.push_back(item);
        if (random() % 5 == 0) next.back().text = "t" + std::to_string(random() % 1000);
      }
      for (uint32_t added = random() % 5; added > 0; --added) {
        // Keys repeat at times: two blocks may have one identity, and nothing may be lost.
        next.push_back({random() % 20, "n" + std::to_string(random() % 1000)});
      }
      if (random() % 2 == 0) std::shuffle(next.begin(), next.end(), random);
      View view = view_of(next);
      Patches patches;
      diff(shown, view, ids, patches);
      page.apply(patches, view);
      ASSERT_EQ(page.texts(), texts_of(next)) << "run " << run << " step " << step;
      shown = view;
      items = next;
    }
  }
}

TEST(PatchBlock, ChangesOnlyTheHolesThatDiffer) {
  View view;
  ViewBuilder out(view);
  out.begin(TemplateId::OrderNotice)
      .token(Token::Bad)
      .text({PhraseId::Literal, {std::string_view("a")}})
      .end();
  DomIds ids;
  assign_ids(view, ids);
  View fresh;
  ViewBuilder(fresh)
      .begin(TemplateId::OrderNotice)
      .token(Token::Bad)
      .text({PhraseId::Literal, {std::string_view("other words")}})
      .end();
  Patches patches;
  EXPECT_TRUE(patch_block(view, 0, fresh, 0, patches));
  ASSERT_EQ(patches.size(), 1u);
  EXPECT_EQ(patches[0].b, 1u);
  EXPECT_TRUE(same_value(view, view.values[1], fresh, fresh.values[1]));
}

TEST(PatchBlock, LeavesAListAsItIsWhereNoneStandsInItsPlace) {
  View view = view_of({{1, "a"}, {2, "b"}});
  DomIds ids;
  assign_ids(view, ids);
  View fresh;
  ViewBuilder(fresh).begin(TemplateId::OrderFact).string("another").none().end();
  Patches patches;
  EXPECT_TRUE(patch_block(view, 0, fresh, 0, patches));
  ASSERT_EQ(patches.size(), 1u);
  EXPECT_EQ(patches[0].a, view.blocks[0].dom_id);
  EXPECT_EQ(view.string(view.values[patches[0].source]), "another");
  EXPECT_EQ(view.values[1].b, 2u);
}

TEST(PatchBlock, FollowsListsThatHoldTheSameBlocks) {
  View view = view_of({{1, "a"}, {2, "b"}});
  DomIds ids;
  assign_ids(view, ids);
  Page page(view);
  Patches patches;
  EXPECT_TRUE(patch_block(view, 0, view_of({{1, "a"}, {2, "c"}}), 0, patches));
  ASSERT_EQ(patches.size(), 1u);
  page.apply(patches, view);
  EXPECT_EQ(page.texts(), (std::vector<std::string>{"a", "c"}));
}

TEST(PatchBlock, LeavesOtherBlocksToDiff) {
  const std::vector<std::vector<Item>> others = {{{1, "x"}}, {{1, "x"}, {3, "b"}}, {}};
  for (const std::vector<Item>& items : others) {
    View view = view_of({{1, "a"}, {2, "b"}});
    DomIds ids;
    assign_ids(view, ids);
    Page page(view);
    View fresh = view_of(items);
    Patches patches;
    EXPECT_FALSE(patch_block(view, 0, fresh, 0, patches));
    page.apply(patches, view);
    patches.clear();
    diff(view, fresh, ids, patches);
    page.apply(patches, fresh);
    EXPECT_EQ(page.texts(), texts_of(items));
  }
}

}  // namespace
}  // namespace postlude::output
