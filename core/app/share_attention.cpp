#include "core/app/shown_kinds.h"
#include "core/app/update.h"

namespace postlude::app {
namespace {

journey::Wish wish_of(const review::ReviewState& state) {
  if (std::holds_alternative<review::Quiet>(state)) return journey::Wish::Nothing;
  const bool done =
      std::holds_alternative<review::Sent>(state) || std::holds_alternative<review::Sending>(state);
  return done ? journey::Wish::Finished : journey::Wish::Speak;
}

}  // namespace

Attention share_attention(const Model& model) {
  journey::AttentionBudget budget;
  budget.max_offers = static_cast<int>(model.config.max_offers);
  if (model.order && model.order->test) budget.test_order = journey::TestOrder::Yes;
  journey::AttentionLeft left(budget);
  Attention attention;
  // The open offers, then the review.
  if ((model.mounted & bit(WidgetKind::Offer)) != 0) {
    for (const offer::Entry& entry : model.offers.entries) {
      if (!offer::is_card(entry.state)) continue;
      const auto voice =
          entry.offer.is_link() ? journey::Voice::Advertises : journey::Voice::Offers;
      const auto reason = left.judge({voice, journey::Wish::Speak});
      if (reason != journey::AttentionReason::Speak) break;
      ++attention.max_open_offers;
    }
  }
  if (shows(WidgetKind::Review)) {
    attention.review = left.judge({journey::Voice::Asks, wish_of(model.review.state)});
  }
  return attention;
}

}  // namespace postlude::app
