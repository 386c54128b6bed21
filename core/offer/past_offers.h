#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "core/offer/candidate.h"
#include "core/offer/decide_offer.h"

namespace postlude::offer {

/// A customer's history, sorted once so that a candidate's share of it is looked up.
class PastOffers {
 public:
  /// `by_id` holds the candidates sorted by offer id; all of this outlives the object.
  PastOffers(const std::vector<const Candidate*>& by_id, const std::vector<PastAnswer>& history,
             int64_t now_ms);

  /// How often `cap` counts for a candidate.
  int64_t count(const Candidate& candidate, const Cap& cap) const;
  /// Whether it counts as often as the cap allows.
  bool reached(const Candidate& candidate, const Cap& cap) const;

  /// How often an answer was given on this order, whatever to.
  int64_t here(Answer answer) const { return here_[static_cast<size_t>(answer)]; }

  bool accepted_here(const Candidate& candidate) const;  // it or its product
  bool declined(const Candidate& candidate) const;       // within what it remembers
  bool subscription_accepted_here() const { return subscription_accepted_; }

  /// What the answers on this order say of every node a funnel can have; nobody fits anywhere yet.
  const std::vector<NodeFacts>& nodes() const { return nodes_; }

 private:
  /// One fact by which it is found: the same answer has several.
  struct Entry {
    CapScope scope;
    Answer answer;
    std::string_view key;
    uint32_t index;  // of the answer in the history
  };

  void add(CapScope scope, std::string_view key, uint32_t index);
  bool counts(const PastAnswer& past, const Cap& cap) const;
  int64_t count_key(std::string_view key, const Cap& cap) const;
  int64_t count_any(const std::vector<std::string>& keys, const Cap& cap) const;
  template <class Predicate>
  bool any_of(CapScope scope, Answer answer, std::string_view key, Predicate matches) const;
  std::pair<const Entry*, const Entry*> range(CapScope scope, Answer answer,
                                              std::string_view key) const;

  const std::vector<PastAnswer>& history_;
  const int64_t now_ms_;
  std::vector<Entry> entries_;  // sorted by scope, answer, key, index
  std::vector<NodeFacts> nodes_;
  int64_t here_[kAnswers] = {};
  int64_t told_[kCapScopes][kAnswers] = {};   // entries: no key can have more
  int64_t first_[kCapScopes][kAnswers] = {};  // where they begin
  bool subscription_accepted_ = false;
};

}  // namespace postlude::offer
