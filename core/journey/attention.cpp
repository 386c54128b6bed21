#include "core/journey/attention.h"

#include <algorithm>

namespace postlude::journey {
namespace {

using Reason = AttentionReason;

#define X(name, text) text,
constexpr std::string_view kReasonNames[] = {POSTLUDE_ATTENTION_REASONS(X)};
#undef X

}  // namespace

std::string_view attention_reason_name(AttentionReason reason) {
  return kReasonNames[static_cast<size_t>(reason)];
}

// Only an offer that will be seen keeps a question away.
AttentionLeft::AttentionLeft(const AttentionBudget& budget, bool offer_wanted)
    : offers_(std::clamp(budget.max_offers, 0, kMaxOffersAtOnce)),
      asks_(budget.max_asks),
      offer_open_(offer_wanted && offers_ > 0),
      test_order_(budget.test_order == TestOrder::Yes) {}

AttentionReason AttentionLeft::judge(const Speaker& speaker) {
  if (speaker.wish == Wish::Nothing) return Reason::NothingToSay;
  if (speaker.wish == Wish::Finished || speaker.voice == Voice::Tells) return Reason::Speak;
  if (speaker.voice == Voice::Offers) {
    return --offers_ >= 0 ? Reason::Speak : Reason::OfferBudget;
  }
  if (test_order_) return Reason::TestOrder;
  if (offer_open_) return Reason::OfferOpen;
  return --asks_ >= 0 ? Reason::Speak : Reason::AskBudget;
}

std::vector<AttentionReason> share_attention(const std::vector<Speaker>& speakers,
                                             const AttentionBudget& budget) {
  const bool wanted = std::any_of(speakers.begin(), speakers.end(), [](const Speaker& speaker) {
    return speaker.voice == Voice::Offers && speaker.wish == Wish::Speak;
  });
  AttentionLeft left(budget, wanted);
  std::vector<AttentionReason> reasons(speakers.size());
  for (size_t i = 0; i < reasons.size(); ++i) reasons[i] = left.judge(speakers[i]);
  return reasons;
}

}  // namespace postlude::journey
