#include "core/app/update.h"

namespace postlude::app {

Attention share_attention(const Model& model) {
  const bool offers_placed = (model.mounted & bit(WidgetKind::Offer)) != 0;
  const int open = offers_placed ? offer::open_count(model.offers) : 0;
  // The open offers, then the review.
  std::vector<journey::Speaker> speakers(static_cast<size_t>(open) + 1,
                                         {journey::Voice::Offers, journey::Wish::Speak});
  journey::Speaker& review = speakers.back();
  review.voice = journey::Voice::Asks;
  if (std::holds_alternative<review::Quiet>(model.review.state))
    review.wish = journey::Wish::Nothing;
  if (std::holds_alternative<review::Sent>(model.review.state) ||
      std::holds_alternative<review::Sending>(model.review.state)) {
    review.wish = journey::Wish::Finished;
  }
  journey::AttentionBudget budget;
  budget.max_offers = static_cast<int>(model.config.max_offers);
  if (model.order && model.order->test) budget.test_order = journey::TestOrder::Yes;
  const auto shared = journey::share_attention(speakers, budget);
  Attention attention;
  for (size_t i = 0; i + 1 < shared.size(); ++i) {
    attention.max_open_offers += shared[i] == journey::AttentionReason::Speak ? 1 : 0;
  }
  attention.review = shared.back();
  return attention;
}

}  // namespace postlude::app
