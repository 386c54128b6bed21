#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/offer/candidate.h"
#include "core/offer/rules.h"

namespace postlude::offer {

/// The rules of many candidates as flat lists, for whoever decides many orders: every condition
/// stands once, however many offers have it, and so does every text. Of an order only what it holds
/// is looked up; the other conditions have their outcome already. Says of each candidate what
/// `check_rules` says. Making it costs a sort of all texts and conditions; it keeps nothing of the
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
  void intern_texts();
  void intern_rows();
  void post_texts();
  bool same(const Row& a, const Row& b) const;
  uint64_t sort_key(const Row& row) const;
  std::string_view text_of(const Named& named) const;
  RuleOutcome outcome_of_number(const Row& row, const RuleSubject& subject) const;
  void look_up(const RuleSubject& subject, std::vector<uint8_t>& outcomes) const;
  RulesResult result_of(uint32_t candidate, const std::vector<uint8_t>& outcomes) const;

  std::vector<Row> rows_;             // each once, by fact
  std::vector<uint32_t> fact_ends_;   // by fact, in `rows_`
  std::vector<uint8_t> otherwise_;    // by row: its outcome when the order holds none of its texts
  std::vector<uint32_t> row_ids_;     // of one group after the other
  std::vector<uint32_t> group_ends_;  // by group, in `row_ids_`
  std::vector<uint32_t> candidate_ends_;  // by candidate, in `group_ends_`
  std::vector<uint32_t> text_ids_;
  std::vector<int64_t> numbers_;
  std::vector<Named> texts_;  // each once, sorted by fact and text
  std::string letters_;
  std::vector<uint32_t> posted_rows_;  // the rows of one text after the other
  std::vector<uint32_t> posted_ends_;  // by text, in `posted_rows_`
};

}  // namespace postlude::offer
