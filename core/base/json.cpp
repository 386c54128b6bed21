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

  explicit JsonTape(std::string_view bytes) : lexer_(copy(bytes), bytes.size()) {
    document_.nodes_.reserve(bytes.size() / 16 + 16);
    document_.nodes_.push_back({});  // the root's parent
  }

  JsonLexer& lexer() { return lexer_; }

  bool null() { return add(JsonKind::Null, {}); }
  bool boolean(bool value) { return add(JsonKind::Bool, lexer_.last(value ? 4 : 5)); }
  // Numbers are kept as they were written; the parser sees no value of theirs.
  bool number_integer(number_integer_t) { return false; }
  bool number_unsigned(number_unsigned_t) { return add(JsonKind::Number, lexer_.token()); }
  bool number_float(number_float_t, const string_t&) { return false; }
  bool string(const string_t&) { return add(JsonKind::String, lexer_.token()); }
  bool binary(binary_t&) { return false; }
  bool start_object(size_t) { return open(JsonKind::Object); }
  bool start_array(size_t) { return open(JsonKind::Array); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool key(const string_t&) {
    key_ = lexer_.token();
    return true;
  }
  template <class Exception>
  bool parse_error(size_t, const std::string&, const Exception&) {
    error_ = Error{ErrorCode::NotJson, {}, static_cast<unsigned>(lexer_.position())};
    return false;
  }

  Result<JsonDocument> finish(bool accepted) {
    if (!accepted) return error_;
    document_.root_ = JsonRef(&document_.nodes_[1]);
    return std::move(document_);
  }

 private:
  char* copy(std::string_view bytes) {
    document_.text_.reset(new char[bytes.size()]);
    std::copy(bytes.begin(), bytes.end(), document_.text_.get());
    return document_.text_.get();
  }

  bool add(JsonKind kind, std::string_view text) {
    auto& nodes = document_.nodes_;
    const auto index = static_cast<uint32_t>(nodes.size());
    nodes.push_back({key_.data(), text.data(), static_cast<uint32_t>(key_.size()),
                     static_cast<uint32_t>(text.size()), index - parent_, 0, 0, kind});
    key_ = {};
    ++nodes[parent_].size;
    if (previous_ != 0) nodes[previous_].next = index - previous_;
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
    parent_ -= document_.nodes_[parent_].parent;
    return true;
  }

  JsonDocument document_;
  JsonLexer lexer_;  // of the document's text
  Error error_;
  uint32_t parent_ = 0;
  uint32_t previous_ = 0;  // the last sibling, 0 when there is none
  std::string_view key_;
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

const JsonNode JsonRef::kMissing;

JsonRef JsonRef::operator[](std::string_view key) const {
  JsonRef found;
  if (!is_object()) return found;
  for (const JsonRef item : *this) {
    if (item.key() == key) found = item;
  }
  return found;
}

JsonRef JsonRef::operator[](const char* key) const { return (*this)[std::string_view(key)]; }

JsonRef JsonRef::at(size_t index) const {
  if (!is_array()) return {};
  for (const JsonRef item : *this) {
    if (index-- == 0) return item;
  }
  return {};
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

std::string JsonRef::pointer() const {
  if (node_->parent == 0) return {};
  const JsonNode* const parent = node_ - node_->parent;
  if (parent->kind == JsonKind::Missing) return {};
  std::string path = JsonRef(parent).pointer();
  path.push_back('/');
  if (parent->kind == JsonKind::Object) {
    for (const char c : key()) {
      const bool escaped = c == '~' || c == '/';
      if (escaped) path.push_back('~');
      path.push_back(!escaped ? c : c == '~' ? '0' : '1');
    }
    return path;
  }
  int64_t position = 0;
  for (const JsonNode* item = parent + 1; item != node_; item += item->next) ++position;
  path += Decimal(position).text();
  return path;
}

}  // namespace postlude::base
