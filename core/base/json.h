#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace postlude::base {

inline constexpr size_t kMaxJsonBytes = 4u << 20;
inline constexpr int kMaxJsonDepth = 256;

enum class JsonKind : uint8_t { Missing, Null, Bool, Number, String, Array, Object };

class JsonDocument;

/// A place in a document, as cheap as a pointer; valid while the document lives and is not moved.
/// A place that does not exist is a value too (`Missing`), so that chains need no checks.
class JsonRef {
 public:
  JsonRef() = default;

  JsonKind kind() const;
  bool exists() const { return kind() != JsonKind::Missing; }
  bool is_null() const { return kind() == JsonKind::Null; }
  bool is_string() const { return kind() == JsonKind::String; }
  bool is_object() const { return kind() == JsonKind::Object; }
  bool is_array() const { return kind() == JsonKind::Array; }

  /// Returns the member `key`; the last one where a key is repeated; Missing for anything else.
  JsonRef operator[](std::string_view key) const;
  // A literal travels as one word instead of two.
  JsonRef operator[](const char* key) const;
  /// Returns the element `index` of an array; Missing for anything else. Cost grows with `index`.
  JsonRef at(size_t index) const;

  /// Returns the characters of a string, or a number exactly as it was written ("12.50"); "true" or
  /// "false"; "" for all else. Valid while the document lives.
  std::string_view text() const;
  /// Returns the member name this value stands under; "" in arrays and at the root.
  std::string_view key() const;
  /// Returns the value of a whole number that fits; nothing for all else ("1.0" and "1e3" too).
  std::optional<int64_t> integer() const;
  bool is_true() const;

  /// Returns the number of elements or members; 0 for all else. Cost grows with the number.
  size_t size() const;
  /// Returns the RFC 6901 pointer to this place.
  std::string pointer() const;

  /// Iteration over elements of an array or values of an object: for (JsonRef item : ref).
  class Iterator {
   public:
    Iterator(const JsonDocument* document, uint32_t index) : document_(document), index_(index) {}
    JsonRef operator*() const { return {document_, index_}; }
    Iterator& operator++();
    bool operator!=(const Iterator& other) const { return index_ != other.index_; }

   private:
    const JsonDocument* document_;
    uint32_t index_;
  };
  Iterator begin() const;
  Iterator end() const { return {document_, 0}; }

 private:
  friend class JsonDocument;
  JsonRef(const JsonDocument* document, uint32_t index) : document_(document), index_(index) {}

  const JsonDocument* document_ = nullptr;
  uint32_t index_ = 0;  // 0 is Missing
};

/// A parsed document as a flat tape: one node a value, all text in one buffer.
class JsonDocument {
 public:
  JsonRef root() const { return {this, nodes_.size() > 1 ? 1u : 0u}; }

 private:
  friend class JsonRef;
  friend class JsonTape;

  struct Node {
    JsonKind kind = JsonKind::Missing;
    uint32_t parent = 0;
    uint32_t next = 0;   // the following sibling, 0 at the end
    uint32_t first = 0;  // the first child, 0 when empty
    uint32_t key_at = 0, key_size = 0;
    uint32_t text_at = 0, text_size = 0;
  };
  std::vector<Node> nodes_;
  std::string text_;
};

inline JsonKind JsonRef::kind() const {
  return index_ == 0 ? JsonKind::Missing : document_->nodes_[index_].kind;
}

/// Parses one JSON text (RFC 8259, UTF-8; a byte order mark is allowed). Fails with NotJson (and
/// the byte offset), TooLarge or TooDeep. Cost is linear; never recursive.
Result<JsonDocument> parse_json(std::string_view bytes);

}  // namespace postlude::base
