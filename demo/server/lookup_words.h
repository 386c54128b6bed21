#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "bindings/native/locales.h"
#include "demo/server/shop_template.h"

namespace postlude::server {

/// The words of the look-up page in one language.
class LookupWords {
 public:
  /// Compiles a file's text that is an object of strings. Throws std::runtime_error that names the
  /// id when one is missing or unknown, is empty, or has not the placeholder that belongs to it.
  LookupWords(std::string_view json, std::string tag);

  /// Returns the word with that id; `number` fills its placeholder in and chooses its plural form.
  /// Throws std::out_of_range for an id that does not exist.
  std::string text(std::string_view id, int64_t number = 0) const;

  /// Returns the words that have no placeholder by their ids, as a template names them.
  PageValues values() const;

 private:
  std::string tag_;
  std::map<std::string, native::Phrase, std::less<>> phrases_;
};

/// The look-up page's words by tag ("pt-BR").
using LookupWordsByTag = std::map<std::string, LookupWords, std::less<>>;

/// Reads lookup.<tag>.json of the folder for every language that the widgets speak. Throws
/// std::runtime_error that names the file when one cannot be read or used.
LookupWordsByTag read_lookup_words(const std::filesystem::path& folder,
                                   const native::Locales& locales);

}  // namespace postlude::server
