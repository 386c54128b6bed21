#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/output/diff.h"
#include "core/output/effect.h"

namespace postlude::output {

/// The version of the bytes below; a page that knows another one keeps its fallback.
inline constexpr uint32_t kProtocolVersion = 1;
inline constexpr uint32_t kBatchMagic = 0x504c0000u | kProtocolVersion;

/// Operation codes of a batch: Define, then one for each patch, then one for each effect.
enum class BatchOp : uint8_t {
  Define = 1,
#define X(name) name,
  POSTLUDE_PATCHES(X) POSTLUDE_EFFECTS(X)
#undef X
};

/// Collects the patches and effects of one reply as bytes (little-endian u32 words, then text):
///
///   magic | operation words | strings | text bytes        header, 4 words
///   operations
///   UTF-16 length of each string                          so that one decoded text can be cut
///   UTF-8 text of all strings, each once
///
/// Operations (code in the low byte of the first word):
///   Define  code | template << 8 | count << 16, words of the template     once a session
///   Mount   code, root, BLOCK            Unmount code, root
///   Adopt   code, root, first id, count  Remove  code, block
///   Set     code | hole << 8 | template << 16, block, VALUE
///   Insert  code | hole << 8 | template << 16, parent, before or 0, BLOCK
///   Move    code | hole << 8 | template << 16, parent, before or 0, block
///   effects code | widget << 8 | method << 16, id, number, text, key, body  (string index + 1 or
///   0)
/// BLOCK: template, id, then one VALUE a hole. VALUE: ValueKind | a << 8 where a is the string
/// index, the token, the phrase id (| argument count << 24, then the arguments) or the item count
/// (then the items as BLOCKs). Arguments as View::words, a string as one word: kind | string index
/// << 8.
class BatchEncoder {
 public:
  /// Appends the patches; `view` is the one they refer to.
  void add(const Patches& patches, const View& view);
  void add(const Effect& effect);
  /// Returns the bytes and starts anew. The reference is valid until the next call of anything.
  const std::vector<uint32_t>& finish(size_t& bytes);
  bool empty() const { return words_.empty(); }

 private:
  void put(uint32_t word) { words_.push_back(word); }
  void define(TemplateId form);
  void block(const View& view, uint32_t index);
  void value(const View& view, const Value& value);
  void phrase(const View& view, const Value& value);
  uint32_t string(std::string_view text);
  uint32_t optional_string(std::string_view text) { return text.empty() ? 0 : string(text) + 1; }
  void grow_table();
  void clear_table();

  struct StringRow {
    uint32_t at, size, hash;
  };
  std::vector<uint32_t> words_;
  std::vector<uint32_t> defines_;
  std::vector<uint32_t> table_;  // open addressing: row + 1, 0 is free
  std::vector<StringRow> rows_;
  std::vector<uint32_t> lengths_;
  std::string text_;
  std::vector<uint32_t> out_;
  std::bitset<kTemplateCount> defined_;
};

}  // namespace postlude::output
