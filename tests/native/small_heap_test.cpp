// The heap of the modules that shoppers download, over a piece of this program's memory.

#include "bindings/wasm/small_heap.h"

#include <gtest/gtest.h>

#include <cstring>
#include <random>
#include <vector>

namespace postlude {
namespace {

constexpr size_t kRoom = 1u << 20;
alignas(16) char room[kRoom];

bool reach(char* end) { return end <= room + kRoom; }

struct Taken {
  unsigned char* at;
  size_t size;
  unsigned char mark;
};

bool holds(const Taken& taken) {
  for (size_t i = 0; i < taken.size; ++i) {
    if (taken.at[i] != taken.mark) return false;
  }
  return true;
}

TEST(SmallHeap, BlocksOfAnySizeKeepWhatIsWrittenIntoThem) {
  SmallHeap heap(room, reach);
  std::mt19937 random(7);
  std::vector<Taken> taken;
  for (int step = 0; step < 200'000; ++step) {
    if (taken.size() < 60 && random() % 2 == 0) {
      // Mostly small, sometimes some kilobytes.
      const size_t size = random() % 8 == 0 ? random() % 8000 : random() % 600;
      auto* const at = static_cast<unsigned char*>(heap.take(size));
      ASSERT_NE(at, nullptr) << "step " << step;
      ASSERT_EQ(reinterpret_cast<size_t>(at) % 8, 0u);
      ASSERT_TRUE(reinterpret_cast<char*>(at) + size <= room + kRoom);
      const auto mark = static_cast<unsigned char>(random());
      std::memset(at, mark, size);
      taken.push_back({at, size, mark});
    } else if (!taken.empty()) {
      const size_t which = random() % taken.size();
      ASSERT_TRUE(holds(taken[which])) << "step " << step;
      heap.give_back(taken[which].at);
      taken[which] = taken.back();
      taken.pop_back();
    }
  }
}

TEST(SmallHeap, NeighboursThatAreFreeBecomeOne) {
  SmallHeap heap(room, reach);
  std::vector<void*> parts;
  for (int i = 0; i < 9; ++i) parts.push_back(heap.take(kRoom / 10));
  EXPECT_EQ(heap.take(kRoom / 4), nullptr);
  for (const int i : {3, 5, 4, 8, 0, 2, 1, 7, 6}) heap.give_back(parts[static_cast<size_t>(i)]);
  EXPECT_NE(heap.take(kRoom / 10 * 9), nullptr);
}

TEST(SmallHeap, ASmallBlockIsUsedAgain) {
  SmallHeap heap(room, reach);
  void* const first = heap.take(40);
  heap.give_back(first);
  EXPECT_EQ(heap.take(33), first);
  EXPECT_NE(heap.take(33), first);
}

TEST(SmallHeap, WhatDoesNotFitIsNotGiven) {
  SmallHeap heap(room, reach);
  EXPECT_EQ(heap.take(kRoom), nullptr);
  for (size_t less = 0; less < 32; ++less) EXPECT_EQ(heap.take(SIZE_MAX - less), nullptr);
  EXPECT_NE(heap.take(kRoom - 8), nullptr);
  EXPECT_EQ(heap.take(1), nullptr);
  heap.give_back(nullptr);
}

}  // namespace
}  // namespace postlude
