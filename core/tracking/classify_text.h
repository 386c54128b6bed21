#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/tracking/match_phrases.h"
#include "core/tracking/shipment.h"

namespace postlude::tracking {

/// What a carrier's words mean.
struct TextMeaning {
  ShipmentStatus status = ShipmentStatus::Unknown;  // Unknown rather than guessed
  SubStatus sub_status = SubStatus::None;
  int confidence = 0;  // percent: 0 when Unknown, else 84 to 98: how often such answers are right
  friend bool operator==(const TextMeaning&, const TextMeaning&) = default;
};

/// A cue that was found in a text, for explanations.
struct HeardCue {
  std::string_view phrase;  // of cues.h, or the name of a rule of word_parts.h
  ShipmentStatus status = ShipmentStatus::Unknown;
  SubStatus sub_status = SubStatus::None;
  int weight = 0;
};

/// Reads texts by the tables of cues.h; no learning. Made once (it sorts some ten thousand phrases)
/// and used for many.
class TextClassifier {
 public:
  TextClassifier();

  /// Returns what `text`, one scan in a carrier's own words (UTF-8, any of about sixty languages),
  /// says of the parcel. Longer phrases silence the shorter ones inside them, then the heaviest
  /// status speaks. Beside that the concepts of its words are read by rules (word_parts.h), which
  /// confirm the phrases, overrule short ones and stand in where there is none. What explains too
  /// little of the text is Unknown. `heard`, unless null, receives the cues that were left and the
  /// rule. Looks at the first 400 words.
  TextMeaning classify(std::string_view text, std::vector<HeardCue>* heard = nullptr) const;

 private:
  TextMeaning classify_words(const std::vector<Word>& words, std::vector<HeardCue>* heard) const;

  PhraseIndex cues_;
  PhraseIndex parts_;
};

/// Gives the checkpoints of `shipments` that have words but no status what their words say, where
/// they say it; raw codes and words stay. A shipment's own status, when it is Unknown, follows.
void classify_unplaced(const TextClassifier& classifier, std::vector<Shipment>& shipments);

}  // namespace postlude::tracking
