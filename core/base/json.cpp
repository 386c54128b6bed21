#include "core/base/json.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "core/base/json_lexer.h"
#include "core/base/money.h"

namespace postlude::base {

/// nlohmann's parser holds and moves this about in place of an input: the lexer has it.
struct JsonInput {
  using char_type = char;
  JsonLexer* lexer;
};

// Core is compiled with JSON_NOEXCEPTION and its hosts are not. A number type of its own keeps the
// two instantiations of nlohmann's templates apart for the linker.
using CoreJson = nlohmann::basic_json<std::map, std::vector, std::string, bool, long long>;
using CoreParser = nlohmann::detail::parser<CoreJson, JsonInput>;
using CoreLexer = nlohmann::detail::lexer<CoreJson, JsonInput>;
using CoreToken = nlohmann::detail::lexer_base<CoreJson>::token_type;

namespace {

// By JsonToken.
constexpr CoreToken kTokens[] = {
    CoreToken::literal_true,   CoreToken::literal_false,   CoreToken::literal_null,
    CoreToken::value_string,   CoreToken::value_unsigned,  CoreToken::begin_array,
    CoreToken::begin_object,   CoreToken::end_array,       CoreToken::end_object,
    CoreToken::name_separator, CoreToken::value_separator, CoreToken::parse_error,
    CoreToken::end_of_input,
};

}  // namespace
}  // namespace postlude::base

template <>
inline postlude::base::CoreToken postlude::base::CoreLexer::scan() {
  return postlude::base::kTokens[static_cast<size_t>(ia.lexer->next())];
}
// No token is a number with a value.
template <>
constexpr double postlude::base::CoreLexer::get_number_float() const noexcept {
  return 0;
}

// The parser words a message for each error. Ours are a code and a place; the words would be a
// tenth of what a shopper downloads.
template <>
inline std::string postlude::base::CoreParser::exception_message(token_type, const std::string&) {
  return {};
}
template <>
inline std::string postlude::base::CoreLexer::get_token_string() const {
  return {};
}
#ifdef __EMSCRIPTEN__
// Natively this function is shared with the hosts of the core, who want its words.
template <>
inline nlohmann::detail::parse_error nlohmann::detail::parse_error::create<std::nullptr_t, 0>(
    int id, const position_t& position, const std::string&, std::nullptr_t) {
  return {id, position.chars_read_total, ""};
}
#endif

namespace postlude::base {

/// nlohmann's SAX events, written down as a tape. What the values say stands in the document's
/// text, a copy of the input that the lexer works on.
class JsonTape {
 public:
  using number_integer_t = CoreJson::number_integer_t;
  using number_unsigned_t = CoreJson::number_unsigned_t;
  using number_float_t = CoreJson::number_float_t;
  using string_t = CoreJson::string_t;
  using binary_t = CoreJson::binary_t;

  explicit JsonTape(std::string_view bytes) : lexer_(document_.text_ = bytes) {
    document_.nodes_.reserve(bytes.size() / 16 + 16);
    document_.nodes_.push_back({});  // index 0 is Missing
  }

  JsonLexer& lexer() { return lexer_; }

  bool null() { return add(JsonKind::Null, {}); }
  bool boolean(bool value) {
    const uint32_t size = value ? 4 : 5;
    return add(JsonKind::Bool, {static_cast<uint32_t>(lexer_.position()) - size, size});
  }
  // Numbers are kept as they were written; the parser sees no value of theirs.
  bool number_integer(number_integer_t) { return false; }
  bool number_unsigned(number_unsigned_t) { return add(JsonKind::Number, token()); }
  bool number_float(number_float_t, const string_t&) { return false; }
  bool string(const string_t&) { return add(JsonKind::String, token()); }
  bool binary(binary_t&) { return false; }
  bool start_object(size_t) { return open(JsonKind::Object); }
  bool start_array(size_t) { return open(JsonKind::Array); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool key(const string_t&) {
    key_ = token();
    return true;
  }
  template <class Exception>
  bool parse_error(size_t, const std::string&, const Exception&) {
    error_ = Error{ErrorCode::NotJson, {}, static_cast<unsigned>(lexer_.position())};
    return false;
  }

  Result<JsonDocument> finish(bool accepted) {
    if (accepted) return std::move(document_);
    return error_;
  }

 private:
  struct Span {
    uint32_t at = 0;
    uint32_t size = 0;
  };

  Span token() const {
    return {static_cast<uint32_t>(lexer_.token_at()), static_cast<uint32_t>(lexer_.token_size())};
  }

  bool add(JsonKind kind, Span text) {
    auto& nodes = document_.nodes_;
    const auto index = static_cast<uint32_t>(nodes.size());
    nodes.push_back({kind, parent_, 0, 0, key_.at, key_.size, text.at, text.size});
    key_ = {};
    if (previous_ != 0) {
      nodes[previous_].next = index;
    } else if (parent_ != 0) {
      nodes[parent_].first = index;
    }
    previous_ = index;
    return true;
  }

  bool open(JsonKind kind) {
    add(kind, {});
    if (++depth_ > kMaxJsonDepth) {
      error_ = Error{ErrorCode::TooDeep, {}, 0};
      return false;
    }
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
  JsonLexer lexer_;  // of the document's text
  Error error_;
  uint32_t parent_ = 0;
  uint32_t previous_ = 0;
  Span key_;
  int depth_ = 0;
};

Result<JsonDocument> parse_json(std::string_view bytes) {
  if (bytes.size() > kMaxJsonBytes) return Error{ErrorCode::TooLarge, {}, 0};
  JsonTape tape(bytes);
  // CoreJson::sax_parse would do, but it also brings the readers of four binary formats along.
  CoreParser parser(JsonInput{&tape.lexer()}, nullptr, false);
  const bool accepted = parser.sax_parse(&tape);
  return tape.finish(accepted);
}

JsonRef JsonRef::operator[](std::string_view key) const {
  JsonRef found;
  if (!is_object()) return found;
  const auto* nodes = document_->nodes_.data();
  const char* text = document_->text_.data();
  for (uint32_t at = nodes[index_].first; at != 0; at = nodes[at].next) {
    const auto& node = nodes[at];
    if (std::string_view(text + node.key_at, node.key_size) == key) found = {document_, at};
  }
  return found;
}

JsonRef JsonRef::operator[](const char* key) const { return (*this)[std::string_view(key)]; }

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
  return {document_->text_.data() + node.text_at, node.text_size};
}

std::string_view JsonRef::key() const {
  if (index_ == 0) return {};
  const auto& node = document_->nodes_[index_];
  return {document_->text_.data() + node.key_at, node.key_size};
}

std::optional<int64_t> JsonRef::integer() const {
  if (kind() != JsonKind::Number) return std::nullopt;
  std::string_view digits = text();
  const bool negative = digits[0] == '-';
  if (negative) digits.remove_prefix(1);
  int64_t value = 0;  // kept negative, as the lowest integer has no positive twin
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    const int64_t digit = c - '0';
    // Not by __builtin_mul_overflow, which is 128 bits wide in WebAssembly.
    if (value < INT64_MIN / 10 || value * 10 < INT64_MIN + digit) return std::nullopt;
    value = value * 10 - digit;
  }
  if (!negative && value == INT64_MIN) return std::nullopt;
  return negative ? value : -value;
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
      const bool escaped = c == '~' || c == '/';
      if (escaped) path.push_back('~');
      path.push_back(!escaped ? c : c == '~' ? '0' : '1');
    }
    return path;
  }
  int64_t position = 0;
  for (uint32_t at = nodes[node.parent].first; at != index_; at = nodes[at].next) ++position;
  path += Decimal(position).text();
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
