#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace postlude::tracking {

/// One word of a carrier's text, without case and accents.
struct Word {
  std::string text;
  int sentence = 0;  // counts what full stops, line ends ... divide
  int clause = 0;    // counts what commas and colons divide, too
  friend bool operator==(const Word&, const Word&) = default;
};

/// Returns the words of `text` (UTF-8; what is not is passed over) in a form that can be compared:
/// lower case in Latin, Greek and Cyrillic; Latin without accents and ligatures ("ß" is "ss");
/// Arabic without vowel signs and with one form of each letter; full-width Latin as ASCII. A word
/// ends at anything that is neither letter nor digit; words with digits are left out. Scripts that
/// put no spaces between words (Han, Kana, Hangul, Thai) give one word a character.
std::vector<Word> fold_words(std::string_view text);

/// Writes `words` in Latin letters as Serbian is written in both alphabets ("уручена" is
/// "urucena"). Returns whether it did: false, with `words` half done, when a letter is of another
/// script or of a language that Serbian and Macedonian are not, or when nothing was Cyrillic.
bool romanise_cyrillic(std::vector<Word>& words);

/// Returns whether the character that begins `text` is a word by itself.
bool is_character_word(std::string_view text);

/// Returns the size of the UTF-8 character that begins `text`, at least 1.
size_t character_size(std::string_view text);

}  // namespace postlude::tracking
