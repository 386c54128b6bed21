#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/url.h"
#include "core/output/template_id.h"
#include "core/output/text.h"

namespace postlude::output {

enum class ValueKind : uint8_t { None, String, Token, Phrase, List };

/// The value of one hole. What `a` and `b` mean depends on the kind:
/// String: offset and size in View::text · Token: a = Token · Phrase: offset and count in
/// View::words · List: a = index of the first block, b = number of blocks.
struct Value {
  ValueKind kind = ValueKind::None;
  uint32_t a = 0;
  uint32_t b = 0;
};

/// One use of a template: its values, and where the next block on its level stands.
struct BlockNode {
  TemplateId form = TemplateId::Empty;
  uint32_t first_value = 0;
  uint32_t end = 0;     // index just past this block and all blocks inside it
  uint32_t dom_id = 0;  // given by diff; 0 before
  uint64_t key = 0;     // identity among siblings
};

/// What one widget shows, as flat arrays: blocks in pre-order (the root is 0), their values, typed
/// arguments and text. No pointers, so comparing and throwing away are cheap.
struct View {
  std::vector<BlockNode> blocks;
  std::vector<Value> values;
  std::vector<uint32_t> words;  // encoded phrases: id | count << 16, then arguments
  std::string text;

  bool empty() const { return blocks.empty(); }
  std::string_view string(const Value& value) const {
    return std::string_view(text).substr(value.a, value.b);
  }
  void clear();
};

/// Number of words an encoded argument takes, by the kind in its first word's low byte:
/// String {kind, offset, size} · Number {kind, low, high} · Money {kind | code << 8, low, high} ·
/// Date, Weekday {kind, y<<16|m<<8|d} · DateTime {kind, y<<16|m<<8|d, h<<16|m<<8|s} ·
/// Phrase {kind | id << 8} · Ago {kind | unit << 8, low, high} · Country {kind | code << 8}.
uint32_t arg_words(uint32_t first_word);

/// Returns whether two values, each in its own view, show the same. Lists are never equal here.
bool same_value(const View& left, const Value& a, const View& right, const Value& b);

/// Fills a view. Blocks nest by begin and end; the holes of a block are filled in template order:
///
///   ViewBuilder out(view);
///   out.begin(TemplateId::OrderLine, key_of(line.id)).text(line.title).end();
///
/// Traps when a block is left with too few or too many values: a bug of the widget's view.
class ViewBuilder {
 public:
  explicit ViewBuilder(View& view) : view_(view) {}

  ViewBuilder& begin(TemplateId form, uint64_t key = 0);
  ViewBuilder& end();

  /// Nothing: an absent attribute, an empty text.
  ViewBuilder& none();
  ViewBuilder& string(std::string_view text);
  // What views mostly have, without a temporary at every call.
  ViewBuilder& string(const std::string& text);
  ViewBuilder& string(const char* text) { return string(std::string_view(text)); }
  ViewBuilder& text(const Text& phrase);
  ViewBuilder& text(PhraseId phrase);
  ViewBuilder& token(Token token);
  /// The attribute with an empty value when `on`, absent otherwise.
  ViewBuilder& flag(bool on) { return on ? token(Token::Empty) : none(); }
  ViewBuilder& number(int64_t value);
  ViewBuilder& url(const base::SafeUrl& url) { return url.empty() ? none() : string(url.text()); }
  /// Opens and closes the list hole; the blocks begun in between are its items.
  ViewBuilder& begin_list();
  ViewBuilder& end_list();

 private:
  struct Frame {
    uint32_t block;       // index of the open block
    uint32_t next_hole;   // holes filled so far
    uint32_t list_value;  // index of the open list's value, or kNoList
  };
  static constexpr uint32_t kNoList = ~0u;
  static constexpr int kMaxNesting = 8;

  Value& next_value();
  void add_word(uint32_t word) { view_.words.push_back(word); }
  void add_arg(const Arg& arg);

  View& view_;
  Frame frames_[kMaxNesting];
  int depth_ = 0;
};

/// Identity of a list item made from its id.
uint64_t key_of(std::string_view id);
uint64_t key_of(const std::string& id);

}  // namespace postlude::output
