#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/offer/candidate.h"
#include "core/offer/rules.h"

namespace postlude::offer {

/// The rules of many candidates as flat lists, for whoever decides many orders: every text stands
/// once and is looked up once an order, and the conditions are read front to back. Says of each
/// candidate what `check_rules` says. Making it costs a sort of all texts; it keeps nothing of the
/// candidates.
class RuleIndex {
 public:
  RuleIndex() = default;
  explicit RuleIndex(const std::vector<const Candidate*>& candidates);

  /// Returns the outcome of each candidate, in the order in which they were given.
  std::vector<RulesResult> check(const RuleSubject& subject) const;

 private:
  struct Row {  // one condition
    uint32_t first;
    uint32_t count;  // of text ids or numbers, from `first`
    RuleFact fact;
    RuleOp op;
    base::Currency currency;
  };
  struct Named {  // one text of one fact, in `letters_`
    uint32_t first;
    uint32_t size;
    RuleFact fact;
  };

  void add(const Candidate& candidate);
  void intern();
  RuleOutcome outcome_of(const Row& row, const RuleSubject& subject,
                         const std::vector<uint8_t>& held) const;
  RulesResult result_of(uint32_t candidate, const RuleSubject& subject,
                        const std::vector<uint8_t>& held) const;

  std::vector<Row> rows_;
  std::vector<uint32_t> group_ends_;      // by group, in `rows_`
  std::vector<uint32_t> candidate_ends_;  // by candidate, in `group_ends_`
  std::vector<uint32_t> text_ids_;
  std::vector<int64_t> numbers_;
  std::vector<Named> texts_;
  std::string letters_;
};

}  // namespace postlude::offer
