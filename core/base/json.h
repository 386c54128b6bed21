#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace postlude::base {

inline constexpr size_t kMaxJsonBytes = 4u << 20;
inline constexpr int kMaxJsonDepth = 256;

enum class JsonKind : uint8_t { Missing, Null, Bool, Number, String, Array, Object };

/// One value of a document: its own nodes follow it, each with its own behind it. Internal to
/// core/base.
struct JsonNode {
  const char* key = nullptr;
  const char* text = nullptr;
  uint32_t key_size = 0;
  uint32_t text_size = 0;
  uint32_t parent = 0;  // so many nodes before; the root's is a Missing one
  uint32_t next = 0;    // the following sibling, so many nodes behind; 0 at the end
  uint32_t size = 0;    // elements or members
  JsonKind kind = JsonKind::Missing;
};

/// A place in a document, a pointer; valid while the document lives, also when that is moved.
/// A place that does not exist is a value too (`Missing`), so that chains need no checks.
class JsonRef {
 public:
  JsonRef() = default;

  JsonKind kind() const { return node_->kind; }
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
  std::string_view text() const { return {node_->text, node_->text_size}; }
  /// Returns the member name this value stands under; "" in arrays and at the root.
  std::string_view key() const { return {node_->key, node_->key_size}; }
  /// Returns the value of a whole number that fits; nothing for all else ("1.0" and "1e3" too).
  std::optional<int64_t> integer() const;
  bool is_true() const;

  /// Returns the number of elements or members; 0 for all else.
  size_t size() const { return node_->size; }
  /// Returns the RFC 6901 pointer to this place.
  std::string pointer() const;

  /// Iteration over elements of an array or values of an object: for (JsonRef item : ref).
  class Iterator {
   public:
    explicit Iterator(const JsonNode* node) : node_(node) {}
    JsonRef operator*() const { return JsonRef(node_); }
    Iterator& operator++() {
      node_ = node_->next != 0 ? node_ + node_->next : nullptr;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return node_ != other.node_; }

   private:
    const JsonNode* node_;
  };
  Iterator begin() const { return Iterator(size() != 0 ? node_ + 1 : nullptr); }
  Iterator end() const { return Iterator(nullptr); }

 private:
  friend class JsonTape;
  static const JsonNode kMissing;
  explicit JsonRef(const JsonNode* node) : node_(node) {}

  const JsonNode* node_ = &kMissing;
};

/// A parsed document as a flat tape: one node a value, all text in one buffer.
class JsonDocument {
 public:
  JsonRef root() const { return root_; }

 private:
  friend class JsonTape;

  JsonRef root_;
  std::vector<JsonNode> nodes_;
  std::unique_ptr<char[]> text_;  // what the nodes point into
};

/// Parses one JSON text (RFC 8259, UTF-8; a byte order mark is allowed). Fails with NotJson (and
/// the byte offset), TooLarge or TooDeep. Cost is linear; never recursive.
Result<JsonDocument> parse_json(std::string_view bytes);

}  // namespace postlude::base
