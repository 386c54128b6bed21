#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

// The tokens that nlohmann's parser gets to see. Its own lexer takes characters one by one with
// some bookkeeping each, words a message for whatever can be wrong, and turns numbers into doubles,
// which the core never wants: a fifth of what shoppers would download. The parser keeps the
// grammar. Internal to core/base.

namespace postlude::base {

enum class JsonToken : uint8_t {
  True,
  False,
  Null,
  String,
  Number,
  BeginArray,
  BeginObject,
  EndArray,
  EndObject,
  Colon,
  Comma,
  Wrong,
  End
};

/// Cuts a text into tokens, without copying: the characters of a string with escapes move together
/// where they stand. Half a surrogate pair, which JavaScript writes when it cuts a text in two, is
/// U+FFFD, as browsers show it.
class JsonLexer {
 public:
  /// The bytes from `text` on are written to, and must outlive the lexer.
  JsonLexer(char* text, size_t size);

  /// Returns the next token: Wrong when the bytes are none, End when none are left.
  JsonToken next();

  /// Bytes of the input that were used up.
  size_t position() const { return static_cast<size_t>(at_ - begin_); }
  /// The characters of the last string, or the digits of the last number.
  std::string_view token() const { return {token_, token_size_}; }
  /// The last so many bytes that were used up.
  std::string_view last(size_t size) const { return {at_ - size, size}; }

 private:
  JsonToken take_literal(const char* rest, JsonToken token);
  JsonToken take_string();
  JsonToken take_number();
  bool unescape(char*& to);

  char* begin_;
  char* at_;
  char* end_;
  char* token_ = nullptr;
  size_t token_size_ = 0;
};

}  // namespace postlude::base
