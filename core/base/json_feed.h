#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

// The characters that nlohmann's parser gets to see. It takes them one by one with some bookkeeping
// each, so what needs no parser does not pass through it: a string without escapes is checked here
// and stands as "", a number as 0, white space as nothing where it separates nothing. The parser
// keeps the grammar, and strings with escapes pass through it as they are, but for half a surrogate
// pair, which JavaScript writes when it cuts a text in two: it stands as U+FFFD, as browsers show
// it. Internal to core/base.

namespace postlude::base {

class JsonFeed {
 public:
  static constexpr int kEnd = -1;

  explicit JsonFeed(std::string_view bytes)
      : begin_(bytes.data()), at_(begin_), end_(begin_ + bytes.size()) {}

  /// Returns the next character for the parser, 0 to 255, and moves on; kEnd when there is none.
  int take();

  /// Bytes of the input that were used up.
  size_t position() const { return static_cast<size_t>(at_ - begin_); }

  /// True when the last string stood as "" and `token` is its text; false when the parser has it.
  bool plain() const { return plain_; }
  /// The last string without escapes or number, as it stands in the input.
  size_t token_at() const { return static_cast<size_t>(token_ - begin_); }
  size_t token_size() const { return token_size_; }

 private:
  int take_escape();
  int take_token(char first);
  int take_string();
  int take_number();

  const char* begin_;
  const char* at_;
  const char* end_;
  const char* verbatim_until_ = begin_;  // up to here the input passes as it is
  const char* token_ = nullptr;
  size_t token_size_ = 0;
  const char* escape_seen_ = begin_;  // escapes before it were looked at
  const char* due_ = "";              // what the parser gets next, whatever the input says
  char last_ = ',';  // the last character of the parser's that was not from a string
  bool plain_ = false;
};

/// What nlohmann's parser holds and moves about in place of the feed: its input adapter.
struct JsonFeedAdapter {
  using char_type = char;
  JsonFeed* feed;
  int get_character() { return feed->take(); }
};

inline int JsonFeed::take() {
  if (*due_ != '\0') return *due_++;
  if (at_ == end_) return kEnd;
  if (at_ < verbatim_until_) {
    if (*at_ == '\\' && at_ >= escape_seen_) return take_escape();
    return static_cast<unsigned char>(*at_++);
  }
  return take_token(*at_++);
}

}  // namespace postlude::base
