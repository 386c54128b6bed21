#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/tracking/cues.h"
#include "core/tracking/fold_words.h"

namespace postlude::tracking {

/// What one word of a phrase must be.
struct PhrasePiece {
  std::string_view text;
  bool plain = false;  // just this word: neither "*" nor "/" is in it
};

/// One phrase of a cue, or of a word part (word_parts.h).
struct CuePhrase {
  const Cue* cue = nullptr;
  std::string_view text;
  uint32_t first_piece = 0;
  uint16_t pieces = 0;
  uint8_t part = 0;  // which Concept, where there is no cue
};

/// Phrases by the beginning of their first word.
struct PhraseIndex {
  std::vector<CuePhrase> phrases;
  std::vector<PhrasePiece> pieces;
  std::vector<uint32_t> beginnings;  // where in phrases each beginning begins
};

/// Returns the phrases of all cues (cues.h), and those of all concepts (word_parts.h).
PhraseIndex index_cues();
PhraseIndex index_word_parts();

/// One phrase found at a place.
struct Match {
  const Cue* cue = nullptr;
  std::string_view phrase;
  size_t first = 0;
  size_t last = 0;   // the last word
  size_t words = 0;  // without those in gaps
  uint8_t part = 0;
  bool heard = true;
};

/// Adds the phrases that begin at word `at`, in the order of the index. All words of a phrase stand
/// in one clause; of several ways to match it the nearest words win.
void find_phrases(const PhraseIndex& index, const std::vector<Word>& words, size_t at,
                  std::vector<Match>& matches);

}  // namespace postlude::tracking
