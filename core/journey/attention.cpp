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

AttentionLeft::AttentionLeft(const AttentionBudget& budget)
    : offers_(std::clamp(budget.max_offers, 0, kMaxOffersAtOnce)),
      asks_(budget.max_asks),
      test_order_(budget.test_order == TestOrder::Yes) {}

AttentionReason AttentionLeft::judge(const Speaker& speaker) {
  if (speaker.wish == Wish::Nothing) return Reason::NothingToSay;
  if (speaker.wish == Wish::Finished || speaker.voice == Voice::Tells) return Reason::Speak;
  if (speaker.voice != Voice::Asks) {
    if (--offers_ < 0) return Reason::OfferBudget;
    if (speaker.voice == Voice::Offers) offer_open_ = true;
    return Reason::Speak;
  }
  if (test_order_) return Reason::TestOrder;
  if (offer_open_) return Reason::OfferOpen;
  return --asks_ >= 0 ? Reason::Speak : Reason::AskBudget;
}

std::vector<AttentionReason> share_attention(const std::vector<Speaker>& speakers,
                                             const AttentionBudget& budget) {
  AttentionLeft left(budget);
  std::vector<AttentionReason> reasons(speakers.size());
  for (const bool asks : {false, true}) {
    for (size_t i = 0; i < reasons.size(); ++i) {
      if ((speakers[i].voice == Voice::Asks) == asks) reasons[i] = left.judge(speakers[i]);
    }
  }
  return reasons;
}

}  // namespace postlude::journey
