#include "core/tracking/classify_text.h"

#include <algorithm>
#include <array>

#include "core/tracking/summarise.h"
#include "core/tracking/word_parts.h"

namespace postlude::tracking {
namespace {

using Words = std::vector<Word>;

constexpr size_t kMostWords = 400;

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
  std::vector<Match> parts;
  for (size_t at = 0; at < words.size(); ++at) {
    if (!is_silent(matches, at) && !in_aside(words, matches, at)) {
      parts.clear();
      find_phrases(index, words, at, parts);
      for (const Match& part : parts) met |= Concepts{1} << part.part;
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

TextClassifier::TextClassifier() : cues_(index_cues()), parts_(index_word_parts()) {}

TextMeaning TextClassifier::classify(std::string_view text, std::vector<HeardCue>* heard) const {
  Words words = fold_words(text);
  if (words.size() > kMostWords) words.resize(kMostWords);
  const TextMeaning meaning = classify_words(words, heard);
  if (meaning.status != ShipmentStatus::Unknown || !romanise_cyrillic(words)) return meaning;
  return classify_words(words, heard);
}

TextMeaning TextClassifier::classify_words(const Words& words, std::vector<HeardCue>* heard) const {
  std::vector<Match> matches;
  for (size_t at = 0; at < words.size(); ++at) find_phrases(cues_, words, at, matches);
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
