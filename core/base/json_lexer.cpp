#include "core/base/json_lexer.h"

#include <bit>
#include <cstring>
#include <string_view>

namespace postlude::base {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr int kReplacement = 0xfffd;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

// Returns the first byte at or behind `at` that is a quote, a backslash, a control character or not
// ASCII; `end` when there is none.
const char* skip_plain(const char* at, const char* end) {
  // Eight at a time: in each byte of `hits` the top bit is set where the byte is one of these. Bits
  // above the lowest one may be wrong, for borrows run upwards; the lowest is right.
  constexpr uint64_t kOnes = 0x0101010101010101u;
  if constexpr (std::endian::native == std::endian::little) {
    while (end - at >= 8) {
      uint64_t eight = 0;
      std::memcpy(&eight, at, sizeof eight);
      const uint64_t quote = eight ^ (kOnes * '"');
      const uint64_t backslash = eight ^ (kOnes * '\\');
      const uint64_t hits = (((quote - kOnes) & ~quote) | ((backslash - kOnes) & ~backslash) |
                             ((eight - kOnes * 0x20) & ~eight) | eight) &
                            (kOnes * 0x80);
      if (hits != 0) return at + std::countr_zero(hits) / 8;
      at += 8;
    }
  }
  while (at < end) {
    const auto byte = static_cast<unsigned char>(*at);
    if (byte < 0x20 || byte >= 0x80 || byte == '"' || byte == '\\') break;
    ++at;
  }
  return at;
}

// Returns the end of the character of two to four bytes at `at`, or null when it is not well-formed
// UTF-8 (Unicode 15, table 3-7).
const char* skip_utf8(const char* at, const char* end) {
  const auto first = static_cast<unsigned char>(*at++);
  int more = 0;
  unsigned char low = 0x80;
  unsigned char high = 0xbf;
  if (first >= 0xc2 && first <= 0xdf) {
    more = 1;
  } else if (first >= 0xe0 && first <= 0xef) {
    more = 2;
    if (first == 0xe0) low = 0xa0;   // shorter forms exist
    if (first == 0xed) high = 0x9f;  // surrogates
  } else if (first >= 0xf0 && first <= 0xf4) {
    more = 3;
    if (first == 0xf0) low = 0x90;
    if (first == 0xf4) high = 0x8f;  // beyond U+10FFFF
  } else {
    return nullptr;
  }
  if (end - at < more) return nullptr;
  for (int i = 0; i < more; ++i) {
    const auto byte = static_cast<unsigned char>(*at++);
    if (byte < low || byte > high) return nullptr;
    low = 0x80;
    high = 0xbf;
  }
  return at;
}

// Returns the first byte at or behind `at` that is a quote, a backslash, a control character or not
// UTF-8; `end` when there is none.
const char* skip_text(const char* at, const char* end) {
  for (;;) {
    at = skip_plain(at, end);
    const bool more = at < end && static_cast<unsigned char>(*at) >= 0x80;
    const char* const next = more ? skip_utf8(at, end) : nullptr;
    if (next == nullptr) return at;
    at = next;
  }
}

const char* skip_digits(const char* at, const char* end) {
  while (at < end && is_digit(*at)) ++at;
  return at;
}

// Returns the end of the JSON number at `at`, or null when there is none.
const char* skip_number(const char* at, const char* end) {
  if (*at == '-') ++at;
  const char* digits = at;
  at = skip_digits(at, end);
  if (at == digits || (*digits == '0' && at - digits > 1)) return nullptr;
  if (at < end && *at == '.') {
    digits = ++at;
    at = skip_digits(at, end);
    if (at == digits) return nullptr;
  }
  if (at < end && (*at | 0x20) == 'e') {
    ++at;
    if (at < end && (*at == '+' || *at == '-')) ++at;
    digits = at;
    at = skip_digits(at, end);
    if (at == digits) return nullptr;
  }
  return at;
}

// Returns the code unit of the escape "\\u1234" at `at`, or -1 when there is no such escape.
int escaped_unit(const char* at, const char* end) {
  if (end - at < 6 || at[0] != '\\' || at[1] != 'u') return -1;
  int unit = 0;
  for (int i = 2; i < 6; ++i) {
    const char low = static_cast<char>(at[i] | 0x20);
    if (is_digit(at[i])) {
      unit = unit * 16 + (at[i] - '0');
    } else if (low >= 'a' && low <= 'f') {
      unit = unit * 16 + (low - 'a' + 10);
    } else {
      return -1;
    }
  }
  return unit;
}

// Writes a character as UTF-8 and moves `to` behind it.
void put_utf8(int character, char*& to) {
  const auto put = [&](int byte) { *to++ = static_cast<char>(byte); };
  if (character < 0x80) return put(character);
  const auto put_rest = [&](int shift) { put(0x80 | (character >> shift & 0x3f)); };
  if (character < 0x800) {
    put(0xc0 | character >> 6);
  } else if (character < 0x10000) {
    put(0xe0 | character >> 12);
    put_rest(6);
  } else {
    put(0xf0 | character >> 18);
    put_rest(12);
    put_rest(6);
  }
  put_rest(0);
}

}  // namespace

JsonLexer::JsonLexer(char* text, size_t size) : begin_(text), at_(text), end_(text + size) {
  if (std::string_view(text, size).starts_with(kByteOrderMark)) at_ += kByteOrderMark.size();
}

JsonToken JsonLexer::next() {
  while (at_ < end_ && is_blank(*at_)) ++at_;
  if (at_ == end_) return JsonToken::End;
  const char first = *at_++;
  switch (first) {
    case '"':
      return take_string();
    case ':':
      return JsonToken::Colon;
    case ',':
      return JsonToken::Comma;
    case '{':
      return JsonToken::BeginObject;
    case '}':
      return JsonToken::EndObject;
    case '[':
      return JsonToken::BeginArray;
    case ']':
      return JsonToken::EndArray;
    case 't':
      return take_literal("rue", JsonToken::True);
    case 'f':
      return take_literal("alse", JsonToken::False);
    case 'n':
      return take_literal("ull", JsonToken::Null);
    default:
      return first == '-' || is_digit(first) ? take_number() : JsonToken::Wrong;
  }
}

JsonToken JsonLexer::take_literal(const char* rest, JsonToken token) {
  for (; *rest != '\0'; ++rest) {
    if (at_ == end_ || *at_++ != *rest) return JsonToken::Wrong;
  }
  return token;
}

JsonToken JsonLexer::take_number() {
  token_ = at_ - 1;
  const char* stop = skip_number(token_, end_);
  if (stop == nullptr) return JsonToken::Wrong;
  token_size_ = static_cast<size_t>(stop - token_);
  at_ = token_ + token_size_;
  return JsonToken::Number;
}

JsonToken JsonLexer::take_string() {
  token_ = at_;
  char* to = at_;  // up to here the text is as it is meant
  for (;;) {
    const char* stop = skip_text(at_, end_);
    const auto run = static_cast<size_t>(stop - at_);
    if (to != at_) std::memmove(to, at_, run);
    to += run;
    at_ += run;
    if (at_ == end_) return JsonToken::Wrong;
    if (*at_ == '"') break;
    if (!unescape(to)) return JsonToken::Wrong;
  }
  token_size_ = static_cast<size_t>(to - token_);
  ++at_;
  return JsonToken::String;
}

// Reads the escape where the lexer stands; false when there is none.
bool JsonLexer::unescape(char*& to) {
  constexpr char kNames[] = "\"\\/bfnrt";
  constexpr char kMeanings[] = "\"\\/\b\f\n\r\t";
  const int unit = escaped_unit(at_, end_);
  if (unit < 0) {
    if (end_ - at_ < 2 || *at_ != '\\' || at_[1] == '\0') return false;
    const char* name = std::strchr(kNames, at_[1]);
    if (name == nullptr) return false;
    *to++ = kMeanings[name - kNames];
    at_ += 2;
    return true;
  }
  at_ += 6;
  if (unit < 0xd800 || unit > 0xdfff) {
    put_utf8(unit, to);
    return true;
  }
  const int next = unit < 0xdc00 ? escaped_unit(at_, end_) : -1;
  if (next >= 0xdc00 && next <= 0xdfff) {
    at_ += 6;
    put_utf8(0x10000 + ((unit & 0x3ff) << 10 | (next & 0x3ff)), to);
  } else {
    put_utf8(kReplacement, to);
  }
  return true;
}

}  // namespace postlude::base
