#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace postlude::native {

/// The plural categories of CLDR, in the order of their names in a message.
enum class PluralCategory : uint8_t { Zero, One, Two, Few, Many, Other };
inline constexpr int kPluralCategoryCount = 6;

/// Returns the category of a CLDR keyword ("few"), Other for any other word.
PluralCategory plural_category_from(std::string_view keyword);

/// A message cut at its arguments: text, then the argument after it (kNoArgument at the end).
struct MessagePiece {
  static constexpr int kNoArgument = -1;
  std::string text;
  int argument = kNoArgument;
};
using Message = std::vector<MessagePiece>;

/// One phrase of one language.
struct Phrase {
  /// Index of the number that selects the form, or kNoArgument when there is one form only.
  int selector = MessagePiece::kNoArgument;
  /// By PluralCategory; an empty form means Other's. A phrase without plural has Other alone.
  Message forms[kPluralCategoryCount];
};

/// Compiles a message as docs/words.md describes them; `argument_names` is comma-separated, in
/// order (output::PhraseRow::args). Throws std::runtime_error that says what is wrong and where.
Phrase compile_phrase(std::string_view message, std::string_view argument_names);

enum class Direction : uint8_t { Ltr, Rtl };

/// Returns "ltr" or "rtl": the value of a dir attribute.
std::string_view direction_name(Direction direction);

/// The words of one language, by PhraseId.
struct Words {
  std::string tag;  // the file's name: "pt-BR"
  Direction direction = Direction::Ltr;
  std::vector<Phrase> phrases;
};

/// What a page is written in.
struct Language {
  std::shared_ptr<const Words> words;  // never null
  std::string locale;  // as asked for ("de-AT"), without extensions: dates and amounts follow it
};

/// All languages the server speaks. Read only: any number of threads may use one.
class Locales {
 public:
  /// Reads every <tag>.json of a folder (web/locales). Throws std::runtime_error that names the
  /// file and the phrase when a file cannot be read, is not an object of strings, lacks a phrase,
  /// has an unknown one or breaks the syntax of messages, and when there is no English.
  explicit Locales(const std::filesystem::path& folder);

  /// Returns the first of `wanted` that there are words for, as web/src/locale.ts chooses: the
  /// exact tag, or else its language in the region asked for. English when none is. Empty and
  /// malformed tags are passed over.
  Language pick(const std::vector<std::string>& wanted) const;

  const std::vector<std::shared_ptr<const Words>>& all() const { return all_; }

 private:
  std::vector<std::shared_ptr<const Words>> all_;  // sorted by tag
  size_t english_ = 0;
};

/// Returns a language tag in its usual case without extensions ("DE_at-u-co-phonebk" -> "de-AT"),
/// or
/// "" when it is malformed.
std::string canonical_language_tag(std::string_view tag);

/// Returns the tags of an Accept-Language header (RFC 9110, section 12.5.4), the most wanted first;
/// "*" and refused languages (q=0) are left out. At most 16 are read.
std::vector<std::string> accepted_languages(std::string_view header);

}  // namespace postlude::native
