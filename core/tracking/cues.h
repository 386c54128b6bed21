#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/tracking/shipment.h"

namespace postlude::tracking {

/// What a cue does besides naming a status.
enum class CueKind : uint8_t {
  Says,  // it names the status
  Firm,  // the same, and other cues that share a word with it are not heard ("will be delivered")
  Colours,  // only the sub-status, where other cues name the status ("signed by")
  Silent,   // nothing; cues that share a word with it are not heard ("delivery office")
  Aside,    // begins a part of the text that tells of no event ("if you were not at home")
};

/// Words that point to a meaning. `phrases` stand between "|", in the form of fold_words; a word
/// may begin or end with "*" (any letters), "a/b" is either, "_" is up to four words of any kind.
/// All words of a phrase stand in one clause. Where words are single characters (Han, Kana, Hangul,
/// Thai), they are written without spaces.
struct Cue {
  ShipmentStatus status = ShipmentStatus::Unknown;
  SubStatus sub_status = SubStatus::None;
  int weight = 0;  // 0 to 99: which status is heard when a text has cues of several
  std::string_view phrases;
  CueKind kind = CueKind::Says;
};

using Cues = std::span<const Cue>;

/// The tables, a file each: cues_<name>.cpp.
#define POSTLUDE_CUE_TABLES(X)                                                \
  X(english)                                                                  \
  X(english_arrival)                                                          \
  X(english_trouble)                                                          \
  X(german)                                                                   \
  X(dutch)                                                                    \
  X(nordic) /* Swedish, Danish, Norwegian */                                  \
  X(french)                                                                   \
  X(spanish)                                                                  \
  X(portuguese)                                                               \
  X(italian)     /* and Romanian */                                           \
  X(west_slavic) /* Polish, Czech, Slovak */                                  \
  X(east_slavic) /* Russian, Ukrainian, Bulgarian, Croatian ... */            \
  X(chinese)     /* simplified and traditional */                             \
  X(japanese)                                                                 \
  X(korean)                                                                   \
  X(south_asian) /* Thai, Vietnamese, Indonesian, Malay, Hindi */             \
  X(turkish)                                                                  \
  X(arabic)      /* and Persian */                                            \
  X(greek)       /* and Hebrew */                                             \
  X(uralic)      /* Hungarian, Finnish, Estonian, and the Baltic languages */ \
  X(europe)      /* Catalan, Icelandic, Albanian, Belarusian, Georgian ... */ \
  X(asia_africa) /* Bengali, Urdu, Tamil, Filipino, Swahili, Afrikaans ... */

#define X(name) Cues name##_cues();
POSTLUDE_CUE_TABLES(X)
#undef X

// Weights of the statuses: the further a word goes, the more it weighs. "Delivery attempted, now
// ready for collection" is an attempt; "in transit, held by customs" is held.
inline constexpr int kWeak = 20;
inline constexpr int kMoving = 30;
inline constexpr int kPendingCue = 35;
inline constexpr int kPlaceOfPickup = 40;  // a post office, a locker: where, not what
inline constexpr int kTaken = 45;
inline constexpr int kAnnounced = 50;
inline constexpr int kOutCue = 55;
inline constexpr int kLate = 57;
inline constexpr int kHeldCue = 58;
inline constexpr int kHandedOver = 60;
inline constexpr int kWaiting = 65;
inline constexpr int kTried = 70;
inline constexpr int kWrong = 80;
inline constexpr int kGoingBack = 85;
inline constexpr int kBack = 90;

}  // namespace postlude::tracking
