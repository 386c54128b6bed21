#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace postlude::order {

/// Finds the first place of a text among many, in constant time on average. The texts that are
/// added must outlive the index.
class TextIndex {
 public:
  static constexpr uint32_t kNone = 0xffffffff;

  /// Returns the number under which `text` was added before; kNone when this adds it, under
  /// `number`.
  uint32_t add(std::string_view text, uint32_t number);
  /// Returns the number under which `text` was added, or kNone.
  uint32_t find(std::string_view text) const;

 private:
  struct Slot {
    std::string_view text;
    uint32_t number = kNone;
  };
  size_t place_of(std::string_view text) const;
  void grow();

  std::vector<Slot> slots_;
  size_t used_ = 0;
};

}  // namespace postlude::order
