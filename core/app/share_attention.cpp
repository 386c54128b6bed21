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
  const bool offers_placed = (model.mounted & bit(WidgetKind::Offer)) != 0;
  const int open = offers_placed ? offer::open_count(model.offers) : 0;
  journey::AttentionBudget budget;
  budget.max_offers = static_cast<int>(model.config.max_offers);
  if (model.order && model.order->test) budget.test_order = journey::TestOrder::Yes;
  journey::AttentionLeft left(budget, open > 0);
  Attention attention;
  // The open offers, then the review.
  for (int i = 0; i < open; ++i) {
    const auto reason = left.judge({journey::Voice::Offers, journey::Wish::Speak});
    attention.max_open_offers += reason == journey::AttentionReason::Speak ? 1 : 0;
  }
  if (shows(WidgetKind::Review)) {
    attention.review = left.judge({journey::Voice::Asks, wish_of(model.review.state)});
  }
  return attention;
}

}  // namespace postlude::app
