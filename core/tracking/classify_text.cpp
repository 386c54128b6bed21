#include "core/tracking/classify_text.h"

#include <algorithm>
#include <array>

#include "core/tracking/cues.h"
#include "core/tracking/fold_words.h"
#include "core/tracking/summarise.h"
#include "core/tracking/word_parts.h"

namespace postlude::tracking {
namespace {

using Words = std::vector<Word>;

constexpr size_t kLongestGap = 4;
constexpr size_t kMostWords = 400;

using Table = Cues (*)();
constexpr Table kTables[] = {
#define X(name) name##_cues,
    POSTLUDE_CUE_TABLES(X)
#undef X
};

// One cue found at a place.
struct Match {
  const Cue* cue = nullptr;
  std::string_view phrase;
  size_t first = 0;
  size_t last = 0;   // the last word
  size_t words = 0;  // without those in gaps
  bool heard = true;
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

bool fits(std::string_view word, std::string_view piece) {
  while (!piece.empty()) {
    if (fits_one(word, take_until(piece, '/'))) return true;
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

// Matches the rest of a phrase from word `at` on, within one clause; the nearest words win.
bool match_from(const Words& words, size_t at, int clause, std::string_view phrase, Match& match) {
  std::string_view piece = take_piece(phrase);
  size_t gap = 0;
  if (piece == "_") {
    gap = kLongestGap;
    piece = take_piece(phrase);
  }
  if (piece.empty()) return true;
  for (size_t skipped = 0; skipped <= gap; ++skipped, ++at) {
    if (at >= words.size() || words[at].clause != clause) return false;
    if (!fits(words[at].text, piece)) continue;
    Match rest = match;
    rest.last = at;
    ++rest.words;
    if (!match_from(words, at + 1, clause, phrase, rest)) continue;
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

// Takes the phrases of `cue` apart, or those of the concept `part`.
void place_phrases(const Cue* cue, std::string_view phrases, uint8_t part,
                   std::vector<PlacedPhrase>& placed) {
  while (!phrases.empty()) {
    const std::string_view phrase = take_until(phrases, '|');
    std::string_view rest = phrase;
    std::string_view first = take_piece(rest);
    while (!first.empty()) {
      placed.push_back({place_of_piece(take_until(first, '/')), {cue, phrase, part}});
    }
  }
}

PhraseIndex index_of(std::vector<PlacedPhrase> placed) {
  std::stable_sort(placed.begin(), placed.end(),
                   [](const PlacedPhrase& a, const PlacedPhrase& b) { return a.place < b.place; });
  PhraseIndex index;
  index.beginnings.assign(kAnyWord + 2, 0);
  for (const PlacedPhrase& phrase : placed) ++index.beginnings[phrase.place + 1];
  for (size_t i = 1; i < index.beginnings.size(); ++i) {
    index.beginnings[i] += index.beginnings[i - 1];
  }
  index.phrases.reserve(placed.size());
  for (const PlacedPhrase& phrase : placed) index.phrases.push_back(phrase.phrase);
  return index;
}

// Calls `visit` with every phrase that may begin at `word`.
template <class Visit>
void for_phrases_at(const PhraseIndex& index, const Word& word, const Visit& visit) {
  for (const size_t place : {place_of(word.text), kAnyWord}) {
    for (uint32_t i = index.beginnings[place]; i < index.beginnings[place + 1]; ++i) {
      visit(index.phrases[i]);
    }
  }
}

void match_phrase(const Words& words, size_t at, const CuePhrase& phrase,
                  std::vector<Match>& matches) {
  Match match{phrase.cue, phrase.text, at, at, 0, true};
  if (match_from(words, at, words[at].clause, phrase.text, match)) matches.push_back(match);
}

bool is_inside(const Match& inner, const Match& outer) {
  if (inner.first < outer.first || inner.last > outer.last) return false;
  return outer.words > inner.words;
}

bool overlap(const Match& a, const Match& b) { return a.first <= b.last && b.first <= a.last; }

bool is_said(const Match& match) {
  return match.cue->kind == CueKind::Says || match.cue->kind == CueKind::Firm;
}

// A longer phrase knows better than what is inside it.
void silence_inner(std::vector<Match>& matches) {
  for (Match& inner : matches) {
    if (inner.cue->kind == CueKind::Colours) continue;
    inner.heard = std::none_of(matches.begin(), matches.end(), [&](const Match& outer) {
      return outer.cue->kind != CueKind::Colours && is_inside(inner, outer);
    });
  }
}

void silence_overlapped(std::vector<Match>& matches) {
  for (const Match& strong : matches) {
    const CueKind kind = strong.cue->kind;
    if (!strong.heard || (kind != CueKind::Firm && kind != CueKind::Silent)) continue;
    for (Match& weak : matches) {
      if (weak.cue->kind == CueKind::Says && overlap(strong, weak)) weak.heard = false;
    }
  }
}

// Whether the sentence of `word` begins with an aside ("if ...", "please ...").
bool in_aside(const Words& words, const std::vector<Match>& matches, size_t word) {
  return std::any_of(matches.begin(), matches.end(), [&](const Match& aside) {
    const bool begins =
        aside.first == 0 || words[aside.first - 1].sentence != words[aside.first].sentence;
    return aside.cue->kind == CueKind::Aside && begins &&
           words[aside.first].sentence == words[word].sentence;
  });
}

// An aside is heard only when nothing else is.
void silence_asides(const Words& words, std::vector<Match>& matches) {
  const bool anything_else = std::any_of(matches.begin(), matches.end(), [&](const Match& match) {
    return match.heard && is_said(match) && !in_aside(words, matches, match.first);
  });
  if (!anything_else) return;
  for (Match& match : matches) {
    if (match.heard && in_aside(words, matches, match.first)) match.heard = false;
  }
}

constexpr size_t kStatusCount = 0
#define X(name, text) +1
    POSTLUDE_SHIPMENT_STATUSES(X)
#undef X
    ;

struct Score {
  int heaviest = 0;
  bool firm = false;  // one of its cues is
  int words = 0;      // of the longest phrase, for the confidence
};

std::array<Score, kStatusCount> scores_of(const std::vector<Match>& matches) {
  std::array<Score, kStatusCount> scores{};
  for (const Match& match : matches) {
    if (!match.heard || !is_said(match)) continue;
    Score& score = scores[static_cast<size_t>(match.cue->status)];
    score.heaviest = std::max(score.heaviest, match.cue->weight);
    score.firm = score.firm || match.cue->kind == CueKind::Firm;
    score.words = std::max(score.words, static_cast<int>(match.words));
  }
  return scores;
}

// The sub-status of the heaviest cue of this status, else a colour of it.
SubStatus sub_status_of(const std::vector<Match>& matches, ShipmentStatus status) {
  const Cue* best = nullptr;
  for (const Match& match : matches) {
    const Cue& cue = *match.cue;
    // A wrong address is also why an attempt failed.
    const bool explains =
        status == ShipmentStatus::AttemptFailed && cue.sub_status == SubStatus::AddressProblem;
    if ((cue.status != status && !explains) || cue.sub_status == SubStatus::None) continue;
    const bool usable = cue.kind == CueKind::Colours || (match.heard && is_said(match));
    if (usable && (best == nullptr || cue.weight > best->weight)) best = &cue;
  }
  return best != nullptr ? best->sub_status : SubStatus::None;
}

// How many in a hundred words, asides left out, the heard cues of `status` span.
int explained_percent(const std::vector<Match>& matches, const Words& words,
                      ShipmentStatus status) {
  std::vector<bool> explained(words.size());
  for (const Match& match : matches) {
    if (!match.heard || !is_said(match) || match.cue->status != status) continue;
    std::fill(explained.begin() + static_cast<ptrdiff_t>(match.first),
              explained.begin() + static_cast<ptrdiff_t>(match.last) + 1, true);
  }
  ptrdiff_t told = 0;
  for (size_t at = 0; at < words.size(); ++at) told += in_aside(words, matches, at) ? 0 : 1;
  const ptrdiff_t of = told > 0 ? told : static_cast<ptrdiff_t>(words.size());
  return static_cast<int>(std::count(explained.begin(), explained.end(), true) * 100 / of);
}

// How often such answers were right (docs/tracking.md).
constexpr int kByPartsAlone = 88;
constexpr int kContested = 84;

bool is_trouble(ShipmentStatus status) {
  using enum ShipmentStatus;
  return status == AttemptFailed || status == Exception || status == OnHold || status == Delayed;
}

// Where cue and rule differ: a long phrase and a heavy word know better than single words, as do
// words for one trouble before those for another, and for data of the parcel. Otherwise single
// words that tell more than movement know better than a short phrase or one of plans.
bool parts_know_better(const PartRule& rule, ShipmentStatus status, const Score& best) {
  constexpr int kLongPhrase = 3;
  if (rule.status == ShipmentStatus::InTransit || best.heaviest >= kWrong) return false;
  const bool of_data = rule.status == ShipmentStatus::LabelCreated;
  if (is_trouble(status) && is_trouble(rule.status)) return false;
  if (status == ShipmentStatus::LabelCreated || (status == ShipmentStatus::OnHold && of_data)) {
    return false;
  }
  return best.words < kLongPhrase || best.heaviest <= kWeak;
}

// `contradicted`: a rule says something else; `confirmed`: one says the same; `alone`: no phrase
// names another status. 0 is what was right too seldom to be said.
int confidence_of(const Score& best, int explained, bool contradicted, bool confirmed, bool alone) {
  if (confirmed) return 98;
  if (contradicted) return explained >= 35 ? 85 : 0;
  if (explained >= 60) return 95;
  if (!alone && best.heaviest < kTried) return 0;
  const bool vague = best.heaviest < kAnnounced && !best.firm;
  return explained >= (vague ? 35 : 20) ? 90 : 85;
}

bool is_silent(const std::vector<Match>& matches, size_t word) {
  return std::any_of(matches.begin(), matches.end(), [&](const Match& match) {
    return match.cue->kind == CueKind::Silent && match.first <= word && word <= match.last;
  });
}

const PartRule* rule_of(Concepts met) {
  for (const PartRule& rule : part_rules()) {
    const bool fits = (met & rule.all) == rule.all && (rule.any == 0 || (met & rule.any) != 0) &&
                      (met & rule.none) == 0;
    if (fits) return &rule;
  }
  return nullptr;
}

// The rule that the concepts of one sentence meet; those that go further come first. Asides and
// words that tell of no event are passed over.
const PartRule* read_parts(const PhraseIndex& index, const Words& words,
                           const std::vector<Match>& matches) {
  const PartRule* best = nullptr;
  Concepts met = 0;
  for (size_t at = 0; at < words.size(); ++at) {
    if (!is_silent(matches, at) && !in_aside(words, matches, at)) {
      for_phrases_at(index, words[at], [&](const CuePhrase& phrase) {
        Match match;
        if (match_from(words, at, words[at].clause, phrase.text, match)) {
          met |= Concepts{1} << phrase.part;
        }
      });
    }
    if (at + 1 < words.size() && words[at + 1].sentence == words[at].sentence) continue;
    const PartRule* rule = rule_of(met);
    if (rule != nullptr && (best == nullptr || rule < best)) best = rule;
    met = 0;
  }
  return best;
}

void tell(const std::vector<Match>& matches, const PartRule* rule, std::vector<HeardCue>* heard) {
  if (heard == nullptr) return;
  for (const Match& match : matches) {
    if (!match.heard && match.cue->kind != CueKind::Colours) continue;
    heard->push_back({match.phrase, match.cue->status, match.cue->sub_status, match.cue->weight});
  }
  if (rule != nullptr) heard->push_back({rule->name, rule->status, rule->sub_status, 0});
}

TextMeaning decide(const std::vector<Match>& matches, const Words& words, const PartRule* rule) {
  const auto scores = scores_of(matches);
  size_t best = 0;
  for (size_t i = 1; i < scores.size(); ++i) {
    if (scores[i].heaviest > scores[best].heaviest) best = i;
  }
  int runner_up = 0;
  for (size_t i = 0; i < scores.size(); ++i) {
    if (i != best) runner_up = std::max(runner_up, scores[i].heaviest);
  }
  if (scores[best].heaviest == runner_up) {
    if (rule == nullptr) return {};
    return {rule->status, rule->sub_status, kByPartsAlone};
  }
  const auto status = static_cast<ShipmentStatus>(best);
  const bool agree = rule != nullptr && rule->status == status;
  const bool contradicted = rule != nullptr && !agree;
  if (contradicted && parts_know_better(*rule, status, scores[best])) {
    return {rule->status, rule->sub_status, kContested};
  }
  const int confidence = confidence_of(scores[best], explained_percent(matches, words, status),
                                       contradicted, agree, runner_up == 0);
  if (confidence == 0) return {};
  const SubStatus sub_status = sub_status_of(matches, status);
  return {status, agree && sub_status == SubStatus::None ? rule->sub_status : sub_status,
          confidence};
}

}  // namespace

TextClassifier::TextClassifier() {
  std::vector<PlacedPhrase> placed;
  for (const auto table : kTables) {
    for (const Cue& cue : table()) place_phrases(&cue, cue.phrases, 0, placed);
  }
  cues_ = index_of(std::move(placed));
  placed.clear();
  for (const WordPart& words : word_parts()) {
    place_phrases(nullptr, words.phrases, static_cast<uint8_t>(words.part), placed);
  }
  parts_ = index_of(std::move(placed));
}

TextMeaning TextClassifier::classify(std::string_view text, std::vector<HeardCue>* heard) const {
  Words words = fold_words(text);
  if (words.size() > kMostWords) words.resize(kMostWords);
  const TextMeaning meaning = classify_words(words, heard);
  if (meaning.status != ShipmentStatus::Unknown || !romanise_cyrillic(words)) return meaning;
  return classify_words(words, heard);
}

TextMeaning TextClassifier::classify_words(const Words& words, std::vector<HeardCue>* heard) const {
  std::vector<Match> matches;
  for (size_t at = 0; at < words.size(); ++at) {
    for_phrases_at(cues_, words[at],
                   [&](const CuePhrase& phrase) { match_phrase(words, at, phrase, matches); });
  }
  silence_inner(matches);
  silence_overlapped(matches);
  silence_asides(words, matches);
  const PartRule* rule = read_parts(parts_, words, matches);
  tell(matches, rule, heard);
  return decide(matches, words, rule);
}

void classify_unplaced(const TextClassifier& classifier, std::vector<Shipment>& shipments) {
  for (Shipment& shipment : shipments) {
    bool changed = false;
    for (Checkpoint& scan : shipment.checkpoints) {
      if (scan.status != ShipmentStatus::Unknown || scan.message.empty()) continue;
      const TextMeaning meaning = classifier.classify(scan.message);
      scan.status = meaning.status;
      if (scan.sub_status == SubStatus::None) scan.sub_status = meaning.sub_status;
      changed = changed || meaning.status != ShipmentStatus::Unknown;
    }
    if (!changed) continue;
    complete_shipment(shipment, shipment.status == ShipmentStatus::Unknown
                                    ? StatusOrigin::FromCheckpoints
                                    : StatusOrigin::Stated);
  }
}

}  // namespace postlude::tracking
