#include "core/offer/rule_index.h"

#include <algorithm>
#include <utility>

#include "core/base/hash.h"

namespace postlude::offer {
namespace {

// Bits, so that a group's outcome is all of its conditions' at once: a no outweighs a doubt.
constexpr uint8_t kMet = 0;
constexpr uint8_t kNotMet = 1;
constexpr uint8_t kUnknown = 2;

constexpr uint8_t bits_of(RuleOutcome outcome) {
  return outcome == RuleOutcome::Met ? kMet : outcome == RuleOutcome::NotMet ? kNotMet : kUnknown;
}

constexpr RuleOutcome outcome_of(uint8_t bits) {
  if ((bits & kNotMet) != 0) return RuleOutcome::NotMet;
  return bits == kMet ? RuleOutcome::Met : RuleOutcome::Unknown;
}

bool is_text(RuleFact fact) { return rule_fact_type(fact) == FactType::Text; }

}  // namespace

RuleIndex::RuleIndex(const std::vector<const Candidate*>& candidates) {
  for (const Candidate* candidate : candidates) add(*candidate);
  intern_texts();
  intern_rows();
  post_texts();
}

// Until they are interned, every use of a text and of a condition has an id of its own.
void RuleIndex::add(const Candidate& candidate) {
  for (const RuleGroup& group : candidate.rules.any) {
    for (const Condition& condition : group.all) {
      Row row{0, 0, condition.fact, condition.op, condition.currency};
      if (is_text(condition.fact)) {
        row.first = static_cast<uint32_t>(text_ids_.size());
        row.count = static_cast<uint32_t>(condition.texts.size());
        for (const std::string& text : condition.texts) {
          text_ids_.push_back(static_cast<uint32_t>(texts_.size()));
          texts_.push_back({static_cast<uint32_t>(letters_.size()),
                            static_cast<uint32_t>(text.size()), condition.fact});
          letters_ += folded_text(condition.fact, text);
        }
      } else {
        row.first = static_cast<uint32_t>(numbers_.size());
        row.count = static_cast<uint32_t>(condition.numbers.size());
        numbers_.insert(numbers_.end(), condition.numbers.begin(), condition.numbers.end());
      }
      row_ids_.push_back(static_cast<uint32_t>(rows_.size()));
      rows_.push_back(row);
    }
    group_ends_.push_back(static_cast<uint32_t>(row_ids_.size()));
  }
  candidate_ends_.push_back(static_cast<uint32_t>(group_ends_.size()));
}

std::string_view RuleIndex::text_of(const Named& named) const {
  return std::string_view(letters_).substr(named.first, named.size);
}

void RuleIndex::intern_texts() {
  std::vector<uint32_t> sorted(texts_.size());
  for (uint32_t i = 0; i < sorted.size(); ++i) sorted[i] = i;
  std::sort(sorted.begin(), sorted.end(), [&](uint32_t a, uint32_t b) {
    if (texts_[a].fact != texts_[b].fact) return texts_[a].fact < texts_[b].fact;
    return text_of(texts_[a]) < text_of(texts_[b]);
  });
  std::vector<Named> distinct;
  std::string letters;
  std::vector<uint32_t> id_of(texts_.size());
  for (const uint32_t use : sorted) {
    const std::string_view text = text_of(texts_[use]);
    const bool known = !distinct.empty() && distinct.back().fact == texts_[use].fact &&
                       std::string_view(letters).substr(distinct.back().first) == text;
    if (!known) {
      distinct.push_back(
          {static_cast<uint32_t>(letters.size()), texts_[use].size, texts_[use].fact});
      letters += text;
    }
    id_of[use] = static_cast<uint32_t>(distinct.size() - 1);
  }
  for (uint32_t& id : text_ids_) id = id_of[id];
  // A text that a condition names twice is one that it wants.
  for (Row& row : rows_) {
    if (!is_text(row.fact)) continue;
    const auto first = text_ids_.begin() + row.first;
    std::sort(first, first + row.count);
    row.count = static_cast<uint32_t>(std::unique(first, first + row.count) - first);
  }
  texts_ = std::move(distinct);
  letters_ = std::move(letters);
}

bool RuleIndex::same(const Row& a, const Row& b) const {
  if (a.fact != b.fact || a.op != b.op || a.count != b.count || a.currency != b.currency) {
    return false;
  }
  return is_text(a.fact)
             ? std::equal(text_ids_.begin() + a.first, text_ids_.begin() + a.first + a.count,
                          text_ids_.begin() + b.first)
             : std::equal(numbers_.begin() + a.first, numbers_.begin() + a.first + a.count,
                          numbers_.begin() + b.first);
}

/// Rows that are the same have the same key, and rows of one fact stand together.
uint64_t RuleIndex::sort_key(const Row& row) const {
  uint64_t hash = base::fnv1a64(row.currency.text(), static_cast<uint64_t>(row.op));
  for (uint32_t i = row.first; i < row.first + row.count; ++i) {
    hash ^= is_text(row.fact) ? text_ids_[i] : static_cast<uint64_t>(numbers_[i]);
    hash *= 0x9e3779b97f4a7c15u;
    hash ^= hash >> 32;
  }
  return static_cast<uint64_t>(row.fact) << 56 | hash >> 8;
}

void RuleIndex::intern_rows() {
  struct Use {
    uint64_t key;
    uint32_t row;
  };
  std::vector<Use> uses;
  uses.reserve(rows_.size());
  for (uint32_t i = 0; i < rows_.size(); ++i) uses.push_back({sort_key(rows_[i]), i});
  std::sort(uses.begin(), uses.end(), [](const Use& a, const Use& b) {
    return a.key != b.key ? a.key < b.key : a.row < b.row;
  });
  std::vector<Row> distinct;
  std::vector<uint32_t> id_of(rows_.size());
  for (const Use& use : uses) {
    const Row& row = rows_[use.row];
    if (distinct.empty() || !same(distinct.back(), row)) distinct.push_back(row);
    id_of[use.row] = static_cast<uint32_t>(distinct.size() - 1);
  }
  for (uint32_t& id : row_ids_) id = id_of[id];
  rows_ = std::move(distinct);
  fact_ends_.assign(kRuleFacts, 0);
  for (uint32_t i = 0; i < rows_.size(); ++i) {
    fact_ends_[static_cast<size_t>(rows_[i].fact)] = i + 1;
  }
  for (size_t i = 1; i < kRuleFacts; ++i)
    fact_ends_[i] = std::max(fact_ends_[i], fact_ends_[i - 1]);
}

void RuleIndex::post_texts() {
  posted_ends_.assign(texts_.size(), 0);
  for (const Row& row : rows_) {
    const bool texts = is_text(row.fact);
    otherwise_.push_back(texts && holds_texts(row.op, 0, row.count) ? kMet : kNotMet);
    for (uint32_t i = 0; texts && i < row.count; ++i) ++posted_ends_[text_ids_[row.first + i]];
  }
  uint32_t end = 0;
  for (uint32_t& count : posted_ends_) count = std::exchange(end, end + count);
  posted_rows_.resize(end);
  for (uint32_t id = 0; id < rows_.size(); ++id) {
    const Row& row = rows_[id];
    if (!is_text(row.fact)) continue;
    for (uint32_t i = 0; i < row.count; ++i) {
      posted_rows_[posted_ends_[text_ids_[row.first + i]]++] = id;
    }
  }
}

RuleOutcome RuleIndex::outcome_of_number(const Row& row, const RuleSubject& subject) const {
  const auto number = subject.number(row.fact, row.currency);
  if (!number) return RuleOutcome::Unknown;
  const bool holds = holds_number(row.op, numbers_.data() + row.first, row.count, *number);
  return holds ? RuleOutcome::Met : RuleOutcome::NotMet;
}

/// What the order holds, text by text: only the conditions that name one are judged anew.
void RuleIndex::look_up(const RuleSubject& subject, std::vector<uint8_t>& outcomes) const {
  std::vector<uint32_t> found(rows_.size());
  for (size_t fact = 0; fact < kRuleFacts; ++fact) {
    const auto which = static_cast<RuleFact>(fact);
    for (const std::string& value : subject.texts(which).values) {
      const auto at = std::lower_bound(
          texts_.begin(), texts_.end(), value, [&](const Named& named, const std::string& wanted) {
            return named.fact != which ? named.fact < which : text_of(named) < wanted;
          });
      if (at == texts_.end() || at->fact != which || text_of(*at) != value) continue;
      const auto id = static_cast<size_t>(at - texts_.begin());
      for (uint32_t i = id == 0 ? 0 : posted_ends_[id - 1]; i < posted_ends_[id]; ++i) {
        const uint32_t row = posted_rows_[i];
        const bool holds = holds_texts(rows_[row].op, ++found[row], rows_[row].count);
        outcomes[row] = holds ? kMet : kNotMet;
      }
    }
  }
}

RulesResult RuleIndex::result_of(uint32_t candidate, const std::vector<uint8_t>& outcomes) const {
  const uint32_t first = candidate == 0 ? 0 : candidate_ends_[candidate - 1];
  const uint32_t end = candidate_ends_[candidate];
  if (first == end) return {RuleOutcome::Met, -1};
  RulesResult result{RuleOutcome::NotMet, -1};
  for (uint32_t group = first; group < end; ++group) {
    uint8_t bits = kMet;
    for (uint32_t i = group == 0 ? 0 : group_ends_[group - 1]; i < group_ends_[group]; ++i) {
      bits |= outcomes[row_ids_[i]];
    }
    const RuleOutcome outcome = outcome_of(bits);
    if (outcome == RuleOutcome::Met) return {outcome, static_cast<int>(group - first)};
    if (outcome == RuleOutcome::Unknown) result.outcome = outcome;
  }
  return result;
}

std::vector<RulesResult> RuleIndex::check(const RuleSubject& subject) const {
  if (candidate_ends_.empty()) return {};
  std::vector<uint8_t> outcomes = otherwise_;
  look_up(subject, outcomes);
  for (size_t fact = 0; fact < kRuleFacts; ++fact) {
    const auto which = static_cast<RuleFact>(fact);
    if (is_text(which) && subject.texts(which).known) continue;
    for (uint32_t i = fact == 0 ? 0 : fact_ends_[fact - 1]; i < fact_ends_[fact]; ++i) {
      outcomes[i] = is_text(which) ? kUnknown : bits_of(outcome_of_number(rows_[i], subject));
    }
  }
  std::vector<RulesResult> results;
  results.reserve(candidate_ends_.size());
  for (uint32_t i = 0; i < candidate_ends_.size(); ++i) results.push_back(result_of(i, outcomes));
  return results;
}

}  // namespace postlude::offer
