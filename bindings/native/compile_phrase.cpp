#include <algorithm>
#include <optional>
#include <stdexcept>

#include "bindings/native/locales.h"

namespace postlude::native {
namespace {

constexpr std::string_view kCategoryNames[kPluralCategoryCount] = {"zero", "one",  "two",
                                                                   "few",  "many", "other"};

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

void add_text(Message& out, std::string_view text) {
  if (out.empty() || out.back().argument != MessagePiece::kNoArgument) out.push_back({});
  out.back().text += text;
}

void add_argument(Message& out, int argument) {
  if (out.empty() || out.back().argument != MessagePiece::kNoArgument) out.push_back({});
  out.back().argument = argument;
}

void append(Message& out, const Message& more) {
  for (const MessagePiece& piece : more) {
    add_text(out, piece.text);
    if (piece.argument != MessagePiece::kNoArgument) add_argument(out, piece.argument);
  }
}

class PhraseCompiler {
 public:
  PhraseCompiler(std::string_view message, std::string_view names)
      : message_(message), names_(names) {}

  Phrase compile() {
    Phrase phrase;
    Message& other = phrase.forms[static_cast<int>(PluralCategory::Other)];
    other = text(std::nullopt, &phrase);
    if (at_ < message_.size()) fail("a brace too many");
    return phrase;
  }

 private:
  [[noreturn]] void fail(std::string_view why) const {
    throw std::runtime_error(std::string(why) + " at " + std::to_string(at_) + " in \"" +
                             std::string(message_) + "\"");
  }

  bool at_end() const { return at_ >= message_.size(); }

  bool skip(std::string_view expected) {
    if (message_.substr(at_, expected.size()) != expected) return false;
    at_ += expected.size();
    return true;
  }

  void skip_space() {
    while (!at_end() && (message_[at_] == ' ' || message_[at_] == '\n')) ++at_;
  }

  std::string_view word() {
    const size_t start = at_;
    while (!at_end() && is_word(message_[at_])) ++at_;
    if (at_ == start) fail("no name");
    return message_.substr(start, at_ - start);
  }

  int argument(std::string_view name) const {
    int index = 0;
    for (size_t start = 0; start <= names_.size(); ++index) {
      const size_t end = std::min(names_.find(',', start), names_.size());
      if (!name.empty() && names_.substr(start, end - start) == name) return index;
      start = end + 1;
    }
    fail("{" + std::string(name) + "} is not an argument");
  }

  // Up to the end, or in a branch (`number` is what # stands for) to its closing brace. A plural
  // splits the whole message: what was read so far goes in front of every form of `phrase`.
  Message text(std::optional<int> number, Phrase* phrase) {
    Message out;
    while (!at_end() && message_[at_] != '}') {
      const char c = message_[at_++];
      if (c == '#' && number) {
        add_argument(out, *number);
      } else if (c != '{') {
        add_text(out, {&c, 1});
      } else {
        const std::string_view name = word();
        const int index = argument(name);
        if (skip("}")) {
          add_argument(out, index);
        } else {
          if (phrase == nullptr || phrase->selector != MessagePiece::kNoArgument) {
            fail("a second plural");
          }
          phrase->selector = index;
          branches(*phrase, out);
          return phrase->forms[static_cast<int>(PluralCategory::Other)];
        }
      }
    }
    return out;
  }

  void branches(Phrase& phrase, const Message& before) {
    if (!skip(", plural,")) fail("neither {name} nor {name, plural, ...}");
    skip_space();
    bool given[kPluralCategoryCount] = {};
    while (!skip("}")) {
      const std::string_view keyword = word();
      const auto category = static_cast<int>(plural_category_from(keyword));
      if (kCategoryNames[category] != keyword) fail("no plural category");
      if (!skip(" {")) fail("no branch of a plural");
      phrase.forms[category] = before;
      append(phrase.forms[category], text(phrase.selector, nullptr));
      given[category] = true;
      if (!skip("}")) fail("an open brace");
      skip_space();
    }
    if (!given[static_cast<int>(PluralCategory::Other)]) fail("a plural without \"other\"");
    const Message after = text(std::nullopt, &phrase);
    for (int i = 0; i < kPluralCategoryCount; ++i) {
      if (given[i]) append(phrase.forms[i], after);
    }
  }

  std::string_view message_;
  std::string_view names_;
  size_t at_ = 0;
};

}  // namespace

PluralCategory plural_category_from(std::string_view keyword) {
  for (int i = 0; i < kPluralCategoryCount; ++i) {
    if (kCategoryNames[i] == keyword) return static_cast<PluralCategory>(i);
  }
  return PluralCategory::Other;
}

Phrase compile_phrase(std::string_view message, std::string_view argument_names) {
  return PhraseCompiler(message, argument_names).compile();
}

}  // namespace postlude::native
