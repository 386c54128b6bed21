#include "core/output/view.h"

#include "core/base/hash.h"

namespace postlude::output {
void View::clear() {
  blocks.clear();
  values.clear();
  words.clear();
  text.clear();
}

uint32_t arg_words(uint32_t first_word) {
  switch (static_cast<ArgKind>(first_word & 0xff)) {
    case ArgKind::String:
    case ArgKind::Number:
    case ArgKind::Money:
    case ArgKind::DateTime:
    case ArgKind::Ago:
      return 3;
    case ArgKind::Date:
    case ArgKind::Weekday:
      return 2;
    case ArgKind::Phrase:
    case ArgKind::Country:
      return 1;
  }
  CHECK(false);
}

bool same_value(const View& left, const Value& a, const View& right, const Value& b) {
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case ValueKind::None:
      return true;
    case ValueKind::Token:
      return a.a == b.a;
    case ValueKind::String:
      return left.string(a) == right.string(b);
    case ValueKind::List:
      return false;
    case ValueKind::Phrase:
      break;
  }
  if (a.b != b.b) return false;
  const uint32_t* x = left.words.data() + a.a;
  const uint32_t* y = right.words.data() + b.a;
  const uint32_t* const end = x + a.b;
  if (*x++ != *y++) return false;
  while (x != end) {
    if (*x != *y) return false;
    const uint32_t count = arg_words(*x);
    if (static_cast<ArgKind>(*x & 0xff) == ArgKind::String) {
      const Value one{ValueKind::String, x[1], x[2]};
      const Value two{ValueKind::String, y[1], y[2]};
      if (left.string(one) != right.string(two)) return false;
    } else {
      for (uint32_t i = 1; i < count; ++i) {
        if (x[i] != y[i]) return false;
      }
    }
    x += count;
    y += count;
  }
  return true;
}

ViewBuilder& ViewBuilder::begin(TemplateId form, uint64_t key) {
  CHECK(depth_ < kMaxNesting);
  if (depth_ > 0) {
    CHECK(frames_[depth_ - 1].list_value != kNoList);
    ++view_.values[frames_[depth_ - 1].list_value].b;
  }
  BlockNode block;
  block.form = form;
  block.key = key;
  block.first_value = static_cast<uint32_t>(view_.values.size());
  frames_[depth_++] = {static_cast<uint32_t>(view_.blocks.size()), 0, kNoList};
  view_.blocks.push_back(block);
  for (uint32_t left = hole_count_of(form); left > 0; --left) view_.values.push_back({});
  return *this;
}

ViewBuilder& ViewBuilder::end() {
  const Frame& frame = frames_[--depth_];
  BlockNode& block = view_.blocks[frame.block];
  CHECK(frame.list_value == kNoList);
  CHECK(frame.next_hole == hole_count_of(block.form));
  block.end = static_cast<uint32_t>(view_.blocks.size());
  return *this;
}

Value& ViewBuilder::next_value() {
  Frame& frame = frames_[depth_ - 1];
  CHECK(frame.list_value == kNoList);
  return view_.values[view_.blocks[frame.block].first_value + frame.next_hole++];
}

ViewBuilder& ViewBuilder::none() {
  next_value() = Value{};
  return *this;
}

ViewBuilder& ViewBuilder::string(std::string_view text) {
  if (text.empty()) return none();
  next_value() = {ValueKind::String, static_cast<uint32_t>(view_.text.size()),
                  static_cast<uint32_t>(text.size())};
  view_.text += text;
  return *this;
}

ViewBuilder& ViewBuilder::string(const std::string& text) { return string(std::string_view(text)); }

ViewBuilder& ViewBuilder::token(Token token) {
  next_value() = {ValueKind::Token, static_cast<uint32_t>(token), 0};
  return *this;
}

ViewBuilder& ViewBuilder::number(int64_t value) {
  CHECK(value >= 0);
  return string(base::Decimal(value).text());
}

void ViewBuilder::add_arg(const Arg& arg) {
  add_word(arg.first);
  if (arg.string != nullptr) {
    add_word(static_cast<uint32_t>(view_.text.size()));
    add_word(arg.low);
    view_.text.append(arg.string, arg.low);
    return;
  }
  const uint32_t words = arg_words(arg.first);
  if (words > 1) add_word(arg.low);
  if (words > 2) add_word(arg.high);
}

ViewBuilder& ViewBuilder::text(const Text& phrase) {
  const auto first = static_cast<uint32_t>(view_.words.size());
  add_word(static_cast<uint32_t>(phrase.id) | static_cast<uint32_t>(phrase.count) << 16);
  for (uint32_t i = 0; i < phrase.count; ++i) add_arg(phrase.args[i]);
  next_value() = {ValueKind::Phrase, first, static_cast<uint32_t>(view_.words.size()) - first};
  return *this;
}

ViewBuilder& ViewBuilder::text(PhraseId phrase) { return text(Text(phrase)); }

ViewBuilder& ViewBuilder::begin_list() {
  Value& value = next_value();
  value = {ValueKind::List, static_cast<uint32_t>(view_.blocks.size()), 0};
  frames_[depth_ - 1].list_value = static_cast<uint32_t>(&value - view_.values.data());
  return *this;
}

ViewBuilder& ViewBuilder::end_list() {
  Frame& frame = frames_[depth_ - 1];
  CHECK(frame.list_value != kNoList);
  frame.list_value = kNoList;
  return *this;
}

uint64_t key_of(std::string_view id) { return base::fnv1a64(id); }
uint64_t key_of(const std::string& id) { return base::fnv1a64(id); }

}  // namespace postlude::output
