#include "core/base/json.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

namespace postlude::base {

// Core is compiled with JSON_NOEXCEPTION and its hosts are not. A number type of its own keeps the
// two instantiations of nlohmann's templates apart for the linker.
using CoreJson = nlohmann::basic_json<std::map, std::vector, std::string, bool, long long>;

/// nlohmann's SAX events, written down as a tape.
class JsonTape {
 public:
  using number_integer_t = CoreJson::number_integer_t;
  using number_unsigned_t = CoreJson::number_unsigned_t;
  using number_float_t = CoreJson::number_float_t;
  using string_t = CoreJson::string_t;
  using binary_t = CoreJson::binary_t;

  explicit JsonTape(size_t bytes) {
    document_.nodes_.reserve(bytes / 16 + 16);
    document_.nodes_.emplace_back();  // index 0 is Missing
    document_.text_.reserve(bytes);
    document_.text_ = "truefalse";
  }

  bool null() { return add(JsonKind::Null, 0, 0); }
  bool boolean(bool value) {
    return value ? add(JsonKind::Bool, 0, 4) : add(JsonKind::Bool, 4, 5);
  }
  bool number_integer(number_integer_t value) { return add_integer(value < 0, magnitude(value)); }
  bool number_unsigned(number_unsigned_t value) { return add_integer(false, value); }
  bool number_float(number_float_t, const string_t& raw) { return add_text(JsonKind::Number, raw); }
  bool string(const string_t& value) { return add_text(JsonKind::String, value); }
  bool binary(binary_t&) { return false; }
  bool start_object(size_t) { return open(JsonKind::Object); }
  bool start_array(size_t) { return open(JsonKind::Array); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool key(const string_t& name) {
    key_at_ = static_cast<uint32_t>(document_.text_.size());
    key_size_ = static_cast<uint32_t>(name.size());
    document_.text_ += name;
    return true;
  }
  template <class Exception>
  bool parse_error(size_t position, const std::string&, const Exception&) {
    error_ = Error{ErrorCode::NotJson, {}, static_cast<unsigned>(position)};
    return false;
  }

  Result<JsonDocument> finish(bool accepted) {
    if (accepted) return std::move(document_);
    return error_;
  }

 private:
  static number_unsigned_t magnitude(number_integer_t value) {
    const auto bits = static_cast<number_unsigned_t>(value);
    return value < 0 ? 0 - bits : bits;
  }

  bool add_integer(bool negative, number_unsigned_t value) {
    char digits[21];
    char* at = digits + sizeof digits;
    do {
      *--at = static_cast<char>('0' + value % 10);
      value /= 10;
    } while (value != 0);
    if (negative) *--at = '-';
    const auto size = static_cast<size_t>(digits + sizeof digits - at);
    const auto text_at = static_cast<uint32_t>(document_.text_.size());
    document_.text_.append(at, size);
    return add(JsonKind::Number, text_at, static_cast<uint32_t>(size));
  }

  bool add_text(JsonKind kind, const string_t& value) {
    const auto text_at = static_cast<uint32_t>(document_.text_.size());
    document_.text_ += value;
    return add(kind, text_at, static_cast<uint32_t>(value.size()));
  }

  bool add(JsonKind kind, uint32_t text_at, uint32_t text_size) {
    auto& nodes = document_.nodes_;
    const auto index = static_cast<uint32_t>(nodes.size());
    nodes.push_back({kind, parent_, 0, 0, key_at_, key_size_, text_at, text_size});
    key_at_ = key_size_ = 0;
    if (previous_ != 0) {
      nodes[previous_].next = index;
    } else if (parent_ != 0) {
      nodes[parent_].first = index;
    }
    previous_ = index;
    return true;
  }

  bool open(JsonKind kind) {
    if (++depth_ > kMaxJsonDepth) {
      add(kind, 0, 0);
      error_ = Error{ErrorCode::TooDeep, {}, 0};
      return false;
    }
    add(kind, 0, 0);
    parent_ = previous_;
    previous_ = 0;
    return true;
  }

  bool close() {
    --depth_;
    previous_ = parent_;
    parent_ = document_.nodes_[parent_].parent;
    return true;
  }

  JsonDocument document_;
  Error error_;
  uint32_t parent_ = 0;
  uint32_t previous_ = 0;
  uint32_t key_at_ = 0;
  uint32_t key_size_ = 0;
  int depth_ = 0;
};

Result<JsonDocument> parse_json(std::string_view bytes) {
  if (bytes.size() > kMaxJsonBytes) return Error{ErrorCode::TooLarge, {}, 0};
  JsonTape tape(bytes.size());
  const bool accepted = CoreJson::sax_parse(bytes.data(), bytes.data() + bytes.size(), &tape);
  return tape.finish(accepted);
}

JsonKind JsonRef::kind() const {
  return index_ == 0 ? JsonKind::Missing : document_->nodes_[index_].kind;
}

JsonRef JsonRef::operator[](std::string_view key) const {
  JsonRef found;
  if (!is_object()) return found;
  for (JsonRef member : *this) {
    if (member.key() == key) found = member;
  }
  return found;
}

JsonRef JsonRef::at(size_t index) const {
  if (!is_array()) return {};
  for (JsonRef item : *this) {
    if (index-- == 0) return item;
  }
  return {};
}

std::string_view JsonRef::text() const {
  if (index_ == 0) return {};
  const auto& node = document_->nodes_[index_];
  return std::string_view(document_->text_).substr(node.text_at, node.text_size);
}

std::string_view JsonRef::key() const {
  if (index_ == 0) return {};
  const auto& node = document_->nodes_[index_];
  return std::string_view(document_->text_).substr(node.key_at, node.key_size);
}

std::optional<int64_t> JsonRef::integer() const {
  if (kind() != JsonKind::Number) return std::nullopt;
  std::string_view digits = text();
  const bool negative = digits[0] == '-';
  if (negative) digits.remove_prefix(1);
  int64_t value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    if (__builtin_mul_overflow(value, 10, &value)) return std::nullopt;
    if (__builtin_add_overflow(value, c - '0', &value)) return std::nullopt;
  }
  return negative ? -value : value;
}

bool JsonRef::is_true() const { return kind() == JsonKind::Bool && text().size() == 4; }

size_t JsonRef::size() const {
  size_t count = 0;
  for (auto it = begin(); it != end(); ++it) ++count;
  return count;
}

std::string JsonRef::pointer() const {
  if (index_ == 0) return {};
  const auto& nodes = document_->nodes_;
  const auto& node = nodes[index_];
  if (node.parent == 0) return {};
  std::string path = JsonRef(document_, node.parent).pointer();
  path.push_back('/');
  if (nodes[node.parent].kind == JsonKind::Object) {
    for (const char c : key()) {
      if (c == '~') {
        path += "~0";
      } else if (c == '/') {
        path += "~1";
      } else {
        path.push_back(c);
      }
    }
    return path;
  }
  size_t position = 0;
  for (uint32_t at = nodes[node.parent].first; at != index_; at = nodes[at].next) ++position;
  std::string digits;
  do {
    digits.push_back(static_cast<char>('0' + position % 10));
    position /= 10;
  } while (position != 0);
  path.append(digits.rbegin(), digits.rend());
  return path;
}

JsonRef::Iterator& JsonRef::Iterator::operator++() {
  index_ = document_->nodes_[index_].next;
  return *this;
}

JsonRef::Iterator JsonRef::begin() const {
  const JsonKind own = kind();
  if (own != JsonKind::Array && own != JsonKind::Object) return {document_, 0};
  return {document_, document_->nodes_[index_].first};
}

}  // namespace postlude::base
