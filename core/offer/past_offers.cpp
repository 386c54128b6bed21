#include "core/offer/past_offers.h"

#include <algorithm>
#include <utility>

namespace postlude::offer {
namespace {

constexpr int64_t kDayMs = 86'400'000;

bool id_before(const Candidate* candidate, std::string_view id) { return candidate->offer_id < id; }

// Nothing for an id that two candidates have: which of them is meant cannot be told.
const Candidate* find_candidate(const std::vector<const Candidate*>& by_id, std::string_view id) {
  const auto found = std::lower_bound(by_id.begin(), by_id.end(), id, id_before);
  if (found == by_id.end() || (*found)->offer_id != id) return nullptr;
  const auto next = found + 1;
  return next != by_id.end() && (*next)->offer_id == id ? nullptr : *found;
}

NodeAnswer node_answer(const Candidate& candidate, Answer answer) {
  switch (answer) {
    case Answer::Accepted:
      return NodeAnswer::Accepted;
    case Answer::PaymentFailed:
      return NodeAnswer::PaymentFailed;
    case Answer::Declined:
      return candidate.after_decline == AfterDecline::ShowAnother ? NodeAnswer::ShowAnother
                                                                  : NodeAnswer::Declined;
    case Answer::Shown:
      break;
  }
  return NodeAnswer::None;
}

}  // namespace

PastOffers::PastOffers(const std::vector<const Candidate*>& by_id,
                       const std::vector<PastAnswer>& history, int64_t now_ms)
    : history_(history), now_ms_(now_ms), nodes_(kMaxFunnelNodes) {
  for (uint32_t i = 0; i < history.size(); ++i) {
    const PastAnswer& past = history[i];
    const Candidate* candidate = find_candidate(by_id, past.offer_id);
    add(CapScope::All, {}, i);
    add(CapScope::Offer, past.offer_id, i);
    if (!past.product_id.empty()) {
      add(CapScope::Product, past.product_id, i);
    } else if (candidate != nullptr) {
      add(CapScope::Product, candidate->product_id, i);
    }
    const bool here = past.scope == AnswerScope::ThisOrder;
    if (here) ++here_[static_cast<size_t>(past.answer)];
    if (candidate == nullptr) continue;
    add(CapScope::Group, candidate->group, i);
    for (const std::string& category : candidate->categories) add(CapScope::Category, category, i);
    if (!here) continue;
    subscription_accepted_ |= past.answer == Answer::Accepted && !candidate->selling_plan.empty();
    if (candidate->node < 0 || candidate->node >= static_cast<int>(kMaxFunnelNodes)) continue;
    NodeAnswer& node = nodes_[static_cast<size_t>(candidate->node)].answer;
    node = std::max(node, node_answer(*candidate, past.answer));
  }
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    if (a.scope != b.scope) return a.scope < b.scope;
    if (a.answer != b.answer) return a.answer < b.answer;
    return a.key != b.key ? a.key < b.key : a.index < b.index;
  });
  int64_t first = 0;
  for (size_t scope = 0; scope < kCapScopes; ++scope) {
    for (size_t answer = 0; answer < kAnswers; ++answer) {
      first_[scope][answer] = std::exchange(first, first + told_[scope][answer]);
    }
  }
}

void PastOffers::add(CapScope scope, std::string_view key, uint32_t index) {
  if (scope != CapScope::All && key.empty()) return;
  entries_.push_back({scope, history_[index].answer, key, index});
  ++told_[static_cast<size_t>(scope)][static_cast<size_t>(history_[index].answer)];
}

std::pair<const PastOffers::Entry*, const PastOffers::Entry*> PastOffers::range(
    CapScope scope, Answer answer, std::string_view key) const {
  const auto s = static_cast<size_t>(scope);
  const auto a = static_cast<size_t>(answer);
  const Entry* begin = entries_.data() + first_[s][a];
  const Entry* end = begin + told_[s][a];
  const auto before = [](const Entry& entry, std::string_view wanted) {
    return entry.key < wanted;
  };
  const Entry* first = std::lower_bound(begin, end, key, before);
  const Entry* last = first;
  while (last != end && last->key == key) ++last;
  return {first, last};
}

bool PastOffers::counts(const PastAnswer& past, const Cap& cap) const {
  // A page that is shown again is the same showing; it must not hide the offer from itself.
  if (cap.answer == Answer::Shown && past.scope == AnswerScope::ThisOrder) return false;
  return !past.at_ms || *past.at_ms > now_ms_ - cap.days * kDayMs;
}

int64_t PastOffers::count_key(std::string_view key, const Cap& cap) const {
  if (key.empty() && cap.scope != CapScope::All) return 0;
  const auto [first, last] = range(cap.scope, cap.answer, key);
  return std::count_if(first, last,
                       [&](const Entry& entry) { return counts(history_[entry.index], cap); });
}

// Two shared keys are one relation.
int64_t PastOffers::count_any(const std::vector<std::string>& keys, const Cap& cap) const {
  if (keys.size() == 1) return count_key(keys.front(), cap);
  std::vector<uint32_t> found;
  for (const std::string& key : keys) {
    const auto [first, last] = range(cap.scope, cap.answer, key);
    for (const Entry* entry = first; entry != last; ++entry) {
      if (counts(history_[entry->index], cap)) found.push_back(entry->index);
    }
  }
  std::sort(found.begin(), found.end());
  return std::unique(found.begin(), found.end()) - found.begin();
}

int64_t PastOffers::count(const Candidate& candidate, const Cap& cap) const {
  switch (cap.scope) {
    case CapScope::Offer:
      return count_key(candidate.offer_id, cap);
    case CapScope::Product:
      return count_key(candidate.product_id, cap);
    case CapScope::Group:
      return count_key(candidate.group, cap);
    case CapScope::Category:
      return count_any(candidate.categories, cap);
    case CapScope::All:
      break;
  }
  return count_key({}, cap);
}

bool PastOffers::reached(const Candidate& candidate, const Cap& cap) const {
  const int64_t told = told_[static_cast<size_t>(cap.scope)][static_cast<size_t>(cap.answer)];
  return told >= cap.most && count(candidate, cap) >= cap.most;
}

template <class Predicate>
bool PastOffers::any_of(CapScope scope, Answer answer, std::string_view key,
                        Predicate matches) const {
  if (key.empty() || told_[static_cast<size_t>(scope)][static_cast<size_t>(answer)] == 0) {
    return false;
  }
  const auto [first, last] = range(scope, answer, key);
  return std::any_of(first, last,
                     [&](const Entry& entry) { return matches(history_[entry.index]); });
}

bool PastOffers::accepted_here(const Candidate& candidate) const {
  const auto here = [](const PastAnswer& past) { return past.scope == AnswerScope::ThisOrder; };
  return any_of(CapScope::Offer, Answer::Accepted, candidate.offer_id, here) ||
         any_of(CapScope::Product, Answer::Accepted, candidate.product_id, here);
}

bool PastOffers::declined(const Candidate& candidate) const {
  return any_of(CapScope::Offer, Answer::Declined, candidate.offer_id, [&](const PastAnswer& past) {
    return past.scope == AnswerScope::ThisOrder ||
           candidate.decline_memory == DeclineMemory::Forever;
  });
}

}  // namespace postlude::offer
