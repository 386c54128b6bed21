#include "core/order/text_index.h"

#include <gtest/gtest.h>

#include <deque>
#include <string>

namespace postlude::order {
namespace {

TEST(TextIndex, TellsTheFirstPlaceOfAText) {
  TextIndex index;
  EXPECT_EQ(index.find("a"), TextIndex::kNone);
  EXPECT_EQ(index.add("a", 0), TextIndex::kNone);
  EXPECT_EQ(index.add("", 1), TextIndex::kNone);
  EXPECT_EQ(index.add("a", 2), 0u);
  EXPECT_EQ(index.find("a"), 0u);
  EXPECT_EQ(index.find(""), 1u);
  EXPECT_EQ(index.find("b"), TextIndex::kNone);
}

TEST(TextIndex, KeepsAllOfThemWhileItGrows) {
  std::deque<std::string> texts;
  TextIndex index;
  for (uint32_t i = 0; i < 5000; ++i) {
    texts.push_back("id-" + std::to_string(i));
    ASSERT_EQ(index.add(texts.back(), i), TextIndex::kNone);
  }
  for (uint32_t i = 0; i < 5000; ++i) ASSERT_EQ(index.find(texts[i]), i);
}

}  // namespace
}  // namespace postlude::order
