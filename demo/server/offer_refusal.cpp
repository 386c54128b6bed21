#include "demo/server/offer_refusal.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "demo/server/charge_repository.h"
#include "demo/server/offer_board.h"

namespace postlude::server {
namespace {

/// What a reason against showing an offer means for one that was shown: caps and the funnel rule
/// what is shown, not what a shown offer is worth.
std::optional<ProblemCode> refusal_of(offer::DecisionReason reason) {
  using offer::DecisionReason;
  static constexpr DecisionReason kHarmless[] = {
      DecisionReason::Chosen,          DecisionReason::Outranked,
      DecisionReason::AlreadyDeclined, DecisionReason::EarlierStep,
      DecisionReason::LaterStep,       DecisionReason::OtherBranch,
      DecisionReason::DepthLimit,      DecisionReason::DeclinedLimit,
      DecisionReason::DeclinedCap,     DecisionReason::CustomerDeclinedCap,
      DecisionReason::ShownCap,        DecisionReason::CustomerShownCap,
      DecisionReason::FailedCap,       DecisionReason::CustomerFailedCap,
      DecisionReason::BelowReserve,    DecisionReason::PaymentFailedLimit,
      DecisionReason::OutOfStock};
  if (std::find(std::begin(kHarmless), std::end(kHarmless), reason) != std::end(kHarmless)) {
    return std::nullopt;
  }
  const bool over = reason == DecisionReason::WindowExpired || reason == DecisionReason::TimeOver ||
                    reason == DecisionReason::Ended;
  if (over) return ProblemCode::OfferExpired;
  return ProblemCode::OfferWithdrawn;
}

}  // namespace

std::optional<ProblemCode> refusal_of_offer(App& app, Database& database, const StoredOrder& stored,
                                            std::string_view offer_id) {
  if (stored.cancelled_ms) return ProblemCode::OrderCancelled;
  if (stored.released_ms) return ProblemCode::OrderReleased;
  const OfferSetup setup = load_offers(database);
  const offer::Candidate* candidate = setup.find(offer_id);
  // A link to another seller sells nothing here, whatever was quoted under its id before.
  if (candidate == nullptr || candidate->link) return ProblemCode::OfferWithdrawn;
  // Charges still open count as accepted: two offers clicked at once must not pass the limit.
  if (count_living_charges(database, stored.order.id) >= setup.config.policy.max_accepted) {
    return ProblemCode::OfferWithdrawn;
  }
  if (!candidate->selling_plan.empty() &&
      has_living_subscription(database, stored.order.id, offer_id)) {
    return ProblemCode::OfferWithdrawn;
  }
  const offer::Decision decision = decide_for_order(app, database, stored, setup);
  std::vector<offer::DecisionReason> reasons = decision.order_reasons;
  for (const offer::Verdict& verdict : decision.verdicts) {
    if (verdict.offer_id != offer_id) continue;
    reasons.insert(reasons.end(), verdict.reasons.begin(), verdict.reasons.end());
  }
  for (const offer::DecisionReason reason : reasons) {
    const std::optional<ProblemCode> refused = refusal_of(reason);
    if (refused) return refused;
  }
  return std::nullopt;
}

}  // namespace postlude::server
