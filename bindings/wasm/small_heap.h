#pragma once

#include <cstddef>
#include <cstdint>

namespace postlude {

/// The memory of a module that is downloaded, in a third of the bytes of a general allocator. Small
/// blocks are kept by their size and used again for the same; large ones stand in one list by
/// address and are joined with their neighbours. Small blocks cost constant time, large ones time
/// by the number of large free blocks, which are few. For one thread.
class SmallHeap {
 public:
  /// Makes memory usable up to `end` and returns whether it could; asked once for each further
  /// part.
  using Reach = bool (*)(char* end);

  /// Memory is taken from `begin` on, which is a multiple of 8.
  constexpr SmallHeap(char* begin, Reach reach) : top_(begin), reach_(reach) {}

  /// Returns `size` bytes at a multiple of 8, or nullptr when there are no more.
  void* take(size_t size) {
    size_t whole = (size + kHead + 7) & ~size_t{7};
    if (whole < size) return nullptr;
    if (sizeof(Block) > kHead && whole < sizeof(Block)) whole = sizeof(Block);  // 64-bit tests
    if (whole <= kSmall) {
      Block*& kept = small_[whole / 8];
      if (kept == nullptr) return fresh(whole);
      Block* const block = kept;
      kept = block->next;
      return body_of(block);
    }
    for (Block** at = &large_; *at != nullptr; at = &(*at)->next) {
      Block* block = *at;
      if (block->size < whole) continue;
      if (block->size - whole > kSmall) {  // its end is taken, and it stays where it is
        block->size -= whole;
        block = reinterpret_cast<Block*>(reinterpret_cast<char*>(block) + block->size);
        block->size = whole;
      } else {
        *at = block->next;
      }
      return body_of(block);
    }
    return fresh(whole);
  }

  /// Takes a block back; nullptr is none.
  void give_back(void* memory) {
    if (memory == nullptr) return;
    auto* const block = reinterpret_cast<Block*>(static_cast<char*>(memory) - kHead);
    if (block->size <= kSmall) {
      block->next = small_[block->size / 8];
      small_[block->size / 8] = block;
      return;
    }
    Block* before = nullptr;
    Block* after = large_;
    while (after != nullptr && after < block) {
      before = after;
      after = after->next;
    }
    block->next = after;
    join(block);
    if (before == nullptr) {
      large_ = block;
    } else {
      before->next = block;
      join(before);
    }
  }

 private:
  struct Block {
    size_t size;  // of the whole block
    Block* next;  // while it is free; its user's memory otherwise begins behind the head
  };
  static constexpr size_t kHead = 8;
  static constexpr size_t kSmall = 512;

  static void* body_of(Block* block) { return reinterpret_cast<char*>(block) + kHead; }

  static void join(Block* block) {
    Block* const next = block->next;
    if (reinterpret_cast<char*>(block) + block->size != reinterpret_cast<char*>(next)) return;
    block->size += next->size;
    block->next = next->next;
  }

  void* fresh(size_t whole) {
    // Compared as a distance: what is asked for may lie beyond all addresses.
    if (whole > SIZE_MAX - reinterpret_cast<size_t>(top_)) return nullptr;
    if (!reach_(top_ + whole)) return nullptr;
    auto* const block = reinterpret_cast<Block*>(top_);
    block->size = whole;
    top_ += whole;
    return body_of(block);
  }

  char* top_;
  Reach reach_;
  Block* large_ = nullptr;
  Block* small_[kSmall / 8 + 1] = {};
};

}  // namespace postlude
