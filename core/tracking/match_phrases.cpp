#include "core/tracking/match_phrases.h"

#include <algorithm>

#include "core/tracking/word_parts.h"

namespace postlude::tracking {
namespace {

using Words = std::vector<Word>;

constexpr size_t kLongestGap = 4;
constexpr std::string_view kGap = "_";

using Table = Cues (*)();
constexpr Table kTables[] = {
#define X(name) name##_cues,
    POSTLUDE_CUE_TABLES(X)
#undef X
};

std::string_view take_until(std::string_view& text, char end) {
  const std::string_view piece = text.substr(0, text.find(end));
  text.remove_prefix(std::min(text.size(), piece.size() + 1));
  return piece;
}

bool fits_one(std::string_view word, std::string_view piece) {
  const bool open_end = piece.ends_with('*');
  if (open_end) piece.remove_suffix(1);
  if (!piece.starts_with('*')) return open_end ? word.starts_with(piece) : word == piece;
  piece.remove_prefix(1);
  return open_end ? word.find(piece) != std::string_view::npos : word.ends_with(piece);
}

bool fits(std::string_view word, const PhrasePiece& piece) {
  if (piece.plain) return word == piece.text;
  std::string_view left = piece.text;
  while (!left.empty()) {
    if (fits_one(word, take_until(left, '/'))) return true;
  }
  return false;
}

// Takes one piece off a phrase: a word of letters, or one character of a script without spaces.
std::string_view take_piece(std::string_view& phrase) {
  while (phrase.starts_with(' ')) phrase.remove_prefix(1);
  size_t size = 0;
  if (is_character_word(phrase)) {
    size = character_size(phrase);
  } else {
    while (size < phrase.size() && phrase[size] != ' ' && !is_character_word(phrase.substr(size))) {
      size += character_size(phrase.substr(size));
    }
  }
  const std::string_view piece = phrase.substr(0, size);
  phrase.remove_prefix(size);
  return piece;
}

// Matches pieces `piece` to `end` from word `at` on.
bool match_from(const Words& words, size_t at, const PhrasePiece* piece, const PhrasePiece* end,
                Match& match) {
  size_t gap = 0;
  if (piece != end && piece->text == kGap) {
    gap = kLongestGap;
    ++piece;
  }
  if (piece == end) return true;
  const int clause = words[match.first].clause;
  for (size_t skipped = 0; skipped <= gap; ++skipped, ++at) {
    if (at >= words.size() || words[at].clause != clause) return false;
    if (!fits(words[at].text, *piece)) continue;
    Match rest = match;
    rest.last = at;
    ++rest.words;
    if (!match_from(words, at + 1, piece + 1, end, rest)) continue;
    match = rest;
    return true;
  }
  return false;
}

// Phrases are looked up by the first bytes of their first word. Those that begin with "*" or with
// one letter are tried at every word.
constexpr size_t kCompared = 2;
constexpr size_t kPlaces = 4096;
constexpr size_t kAnyWord = kPlaces;

size_t place_of(std::string_view text) {
  const auto byte = [&](size_t i) {
    return i < text.size() ? static_cast<size_t>(static_cast<unsigned char>(text[i])) : 0;
  };
  const size_t third = byte(0) >= 0xE0 ? byte(2) : 0;  // of a three-byte character
  return (byte(0) * 61 + byte(1) * 17 + third) % kPlaces;
}

size_t place_of_piece(std::string_view piece) {
  return piece.size() < kCompared || piece.find('*') < kCompared ? kAnyWord : place_of(piece);
}

struct PlacedPhrase {
  size_t place = 0;
  CuePhrase phrase;
};

// Phrases being collected, each at every place where it may begin.
class Collector {
 public:
  void add(const Cue* cue, std::string_view phrases, uint8_t part) {
    while (!phrases.empty()) add_one(cue, take_until(phrases, '|'), part);
  }

  PhraseIndex take() {
    std::stable_sort(
        placed_.begin(), placed_.end(),
        [](const PlacedPhrase& a, const PlacedPhrase& b) { return a.place < b.place; });
    index_.beginnings.assign(kAnyWord + 2, 0);
    for (const PlacedPhrase& phrase : placed_) ++index_.beginnings[phrase.place + 1];
    for (size_t i = 1; i < index_.beginnings.size(); ++i) {
      index_.beginnings[i] += index_.beginnings[i - 1];
    }
    index_.phrases.reserve(placed_.size());
    for (const PlacedPhrase& phrase : placed_) index_.phrases.push_back(phrase.phrase);
    return std::move(index_);
  }

 private:
  void add_one(const Cue* cue, std::string_view text, uint8_t part) {
    CuePhrase phrase{cue, text, static_cast<uint32_t>(index_.pieces.size()), 0, part};
    std::string_view rest = text;
    for (std::string_view piece = take_piece(rest); !piece.empty(); piece = take_piece(rest)) {
      index_.pieces.push_back({piece, piece.find_first_of("*/") == std::string_view::npos});
      ++phrase.pieces;
    }
    if (phrase.pieces == 0) return;
    std::string_view first = index_.pieces[phrase.first_piece].text;
    while (!first.empty()) placed_.push_back({place_of_piece(take_until(first, '/')), phrase});
  }

  PhraseIndex index_;
  std::vector<PlacedPhrase> placed_;
};

}  // namespace

PhraseIndex index_cues() {
  Collector collector;
  for (const auto table : kTables) {
    for (const Cue& cue : table()) collector.add(&cue, cue.phrases, 0);
  }
  return collector.take();
}

PhraseIndex index_word_parts() {
  Collector collector;
  for (const WordPart& words : word_parts()) {
    collector.add(nullptr, words.phrases, static_cast<uint8_t>(words.part));
  }
  return collector.take();
}

void find_phrases(const PhraseIndex& index, const Words& words, size_t at,
                  std::vector<Match>& matches) {
  for (const size_t place : {place_of(words[at].text), kAnyWord}) {
    for (uint32_t i = index.beginnings[place]; i < index.beginnings[place + 1]; ++i) {
      const CuePhrase& phrase = index.phrases[i];
      const PhrasePiece* const first = &index.pieces[phrase.first_piece];
      if (!fits(words[at].text, *first)) continue;
      Match match{phrase.cue, phrase.text, at, at, 0, phrase.part, true};
      if (match_from(words, at, first, first + phrase.pieces, match)) matches.push_back(match);
    }
  }
}

}  // namespace postlude::tracking
