#include "core/offer/rule_index.h"

#include <algorithm>

namespace postlude::offer {

RuleIndex::RuleIndex(const std::vector<const Candidate*>& candidates) {
  for (const Candidate* candidate : candidates) add(*candidate);
  intern();
}

// Until `intern`, every use of a text has an id of its own.
void RuleIndex::add(const Candidate& candidate) {
  for (const RuleGroup& group : candidate.rules.any) {
    for (const Condition& condition : group.all) {
      Row row{0, 0, condition.fact, condition.op, condition.currency};
      if (rule_fact_type(condition.fact) == FactType::Text) {
        row.first = static_cast<uint32_t>(text_ids_.size());
        row.count = static_cast<uint32_t>(condition.texts.size());
        for (const std::string& text : condition.texts) {
          text_ids_.push_back(static_cast<uint32_t>(texts_.size()));
          texts_.push_back({static_cast<uint32_t>(letters_.size()),
                            static_cast<uint32_t>(text.size()), condition.fact});
          letters_ += text;
        }
      } else {
        row.first = static_cast<uint32_t>(numbers_.size());
        row.count = static_cast<uint32_t>(condition.numbers.size());
        numbers_.insert(numbers_.end(), condition.numbers.begin(), condition.numbers.end());
      }
      rows_.push_back(row);
    }
    group_ends_.push_back(static_cast<uint32_t>(rows_.size()));
  }
  candidate_ends_.push_back(static_cast<uint32_t>(group_ends_.size()));
}

void RuleIndex::intern() {
  const auto text_of = [this](const Named& named) {
    return std::string_view(letters_).substr(named.first, named.size);
  };
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
  texts_ = std::move(distinct);
  letters_ = std::move(letters);
}

RuleOutcome RuleIndex::outcome_of(const Row& row, const RuleSubject& subject,
                                  const std::vector<uint8_t>& held) const {
  bool holds = false;
  if (rule_fact_type(row.fact) == FactType::Text) {
    if (!subject.texts(row.fact).known) return RuleOutcome::Unknown;
    uint32_t found = 0;
    for (uint32_t i = 0; i < row.count; ++i) found += held[text_ids_[row.first + i]];
    holds = holds_texts(row.op, found, row.count);
  } else {
    const auto number = subject.number(row.fact, row.currency);
    if (!number) return RuleOutcome::Unknown;
    holds = holds_number(row.op, numbers_.data() + row.first, row.count, *number);
  }
  return holds ? RuleOutcome::Met : RuleOutcome::NotMet;
}

RulesResult RuleIndex::result_of(uint32_t candidate, const RuleSubject& subject,
                                 const std::vector<uint8_t>& held) const {
  const uint32_t first = candidate == 0 ? 0 : candidate_ends_[candidate - 1];
  const uint32_t end = candidate_ends_[candidate];
  if (first == end) return {RuleOutcome::Met, -1};
  RulesResult result{RuleOutcome::NotMet, -1};
  for (uint32_t group = first; group < end; ++group) {
    RuleOutcome outcome = RuleOutcome::Met;
    for (uint32_t i = group == 0 ? 0 : group_ends_[group - 1]; i < group_ends_[group]; ++i) {
      const RuleOutcome one = outcome_of(rows_[i], subject, held);
      if (one != RuleOutcome::Met) outcome = one;
      if (one == RuleOutcome::NotMet) break;
    }
    if (outcome == RuleOutcome::Met) return {outcome, static_cast<int>(group - first)};
    if (outcome == RuleOutcome::Unknown) result.outcome = outcome;
  }
  return result;
}

std::vector<RulesResult> RuleIndex::check(const RuleSubject& subject) const {
  std::vector<uint8_t> held;
  held.reserve(texts_.size());
  for (const Named& named : texts_) {
    const auto text = std::string_view(letters_).substr(named.first, named.size);
    held.push_back(subject.holds(named.fact, text) ? 1 : 0);
  }
  std::vector<RulesResult> results;
  results.reserve(candidate_ends_.size());
  for (uint32_t i = 0; i < candidate_ends_.size(); ++i) {
    results.push_back(result_of(i, subject, held));
  }
  return results;
}

}  // namespace postlude::offer
