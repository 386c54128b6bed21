#include "core/base/json_feed.h"

#include <bit>
#include <cstring>

namespace postlude::base {
namespace {

constexpr int kNoToken = 1;  // a character that is nowhere allowed

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

// Returns the code unit of the escape "\\u1234" at `at`, or 0 when there is no such escape.
unsigned escaped_unit(const char* at, const char* end) {
  if (end - at < 6 || at[0] != '\\' || at[1] != 'u') return 0;
  unsigned unit = 0;
  for (int i = 2; i < 6; ++i) {
    const char low = static_cast<char>(at[i] | 0x20);
    if (is_digit(at[i])) {
      unit = unit * 16 + static_cast<unsigned>(at[i] - '0');
    } else if (low >= 'a' && low <= 'f') {
      unit = unit * 16 + static_cast<unsigned>(low - 'a' + 10);
    } else {
      return 0;
    }
  }
  return unit;
}

}  // namespace

int JsonFeed::take_escape() {
  // The character behind a backslash starts no escape.
  escape_seen_ = end_ - at_ > 2 ? at_ + 2 : end_;
  const unsigned unit = escaped_unit(at_, end_);
  if (unit >= 0xd800 && unit <= 0xdfff) {
    const unsigned next = escaped_unit(at_ + 6, end_);
    if (unit < 0xdc00 && next >= 0xdc00 && next <= 0xdfff) {
      escape_seen_ = at_ + 12;
    } else {
      at_ += 6;
      due_ = "ufffd";
      return '\\';
    }
  }
  return *at_++;
}

int JsonFeed::take_token(char first) {
  if (is_blank(first)) {
    while (at_ < end_ && is_blank(*at_)) ++at_;
    // Beside a bracket, comma or colon white space says nothing; anywhere else it parts two tokens.
    const bool said = last_ != ',' && last_ != ':' && last_ != '{' && last_ != '[';
    if (said || at_ == end_) return ' ';
    first = *at_++;
  }
  if (first == '"') return take_string();
  if (first == '-' || is_digit(first)) return take_number();
  last_ = first;
  // nlohmann's parser takes a zero byte for the end of its input.
  return first == '\0' ? kNoToken : static_cast<unsigned char>(first);
}

int JsonFeed::take_string() {
  last_ = '"';
  const char* start = at_;
  const char* stop = skip_plain(start, end_);
  while (stop != nullptr && stop < end_ && static_cast<unsigned char>(*stop) >= 0x80) {
    stop = skip_utf8(stop, end_);
    if (stop != nullptr) stop = skip_plain(stop, end_);
  }
  plain_ = stop != nullptr && stop < end_ && *stop == '"';
  if (plain_) {
    token_ = start;
    token_size_ = static_cast<size_t>(stop - start);
    at_ = stop + 1;
    due_ = "\"";
    return '"';
  }
  // The parser unescapes it, or says what is wrong with it.
  const char* close = start;
  while (close < end_ && *close != '"') close += *close == '\\' && end_ - close > 1 ? 2 : 1;
  verbatim_until_ = close < end_ ? close + 1 : end_;
  return '"';
}

int JsonFeed::take_number() {
  last_ = '0';
  token_ = at_ - 1;
  const char* stop = skip_number(token_, end_);
  // The parser would read on behind its 0.
  const bool ends = stop == end_ ||
                    (stop != nullptr && !is_digit(*stop) && *stop != '.' && (*stop | 0x20) != 'e');
  if (!ends) return kNoToken;
  token_size_ = static_cast<size_t>(stop - token_);
  at_ = stop;
  return '0';
}

}  // namespace postlude::base
