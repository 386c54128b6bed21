#include "core/journey/attention.h"

#include <algorithm>

namespace postlude::journey {
namespace {

using Reason = AttentionReason;

#define X(name, text) text,
constexpr std::string_view kReasonNames[] = {POSTLUDE_ATTENTION_REASONS(X)};
#undef X

// What is left of the page's budget while the widgets are asked in turn.
struct Budget {
  int offers;
  int asks;
  bool offer_open;
  bool test_order;
};

Reason judge(const Speaker& speaker, Budget& left) {
  if (speaker.wish == Wish::Nothing) return Reason::NothingToSay;
  if (speaker.wish == Wish::Finished || speaker.voice == Voice::Tells) return Reason::Speak;
  if (speaker.voice == Voice::Offers) {
    return --left.offers >= 0 ? Reason::Speak : Reason::OfferBudget;
  }
  if (left.test_order) return Reason::TestOrder;
  if (left.offer_open) return Reason::OfferOpen;
  return --left.asks >= 0 ? Reason::Speak : Reason::AskBudget;
}

}  // namespace

std::string_view attention_reason_name(AttentionReason reason) {
  return kReasonNames[static_cast<size_t>(reason)];
}

std::vector<AttentionReason> share_attention(const std::vector<Speaker>& speakers,
                                             const AttentionBudget& budget) {
  const int offers = std::clamp(budget.max_offers, 0, kMaxOffersAtOnce);
  const bool wanted = std::any_of(speakers.begin(), speakers.end(), [](const Speaker& speaker) {
    return speaker.voice == Voice::Offers && speaker.wish == Wish::Speak;
  });
  // Only an offer that will be seen keeps a question away.
  Budget left{offers, std::max(budget.max_asks, 0), wanted && offers > 0,
              budget.test_order == TestOrder::Yes};
  std::vector<AttentionReason> reasons(speakers.size());
  for (size_t i = 0; i < reasons.size(); ++i) reasons[i] = judge(speakers[i], left);
  return reasons;
}

}  // namespace postlude::journey
