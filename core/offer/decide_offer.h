#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/offer/accept_probability.h"
#include "core/offer/candidate.h"
#include "core/offer/funnel.h"
#include "core/offer/rule_index.h"
#include "core/order/order.h"

namespace postlude::offer {

/// Why an offer is made or not. The first block speaks of the order and stops every candidate
/// (those from PaymentNotReusable to ReauthorizationNeeded and AcceptedLimit: every purchase, and
/// no link to another seller), the second of one candidate. The wire name of each is
/// `decision_reason_name`.
#define POSTLUDE_DECISION_REASONS(X)                                                               \
  X(Chosen, "chosen")                  /* offered */                                               \
  X(OffersDisabled, "offers_disabled") /* the shop switched offers off */                          \
  X(OrderCancelled, "order_cancelled") /* */                                                       \
  X(OrderRefunded, "order_refunded")   /* wholly or in part */                                     \
  X(OrderUnpaid, "order_unpaid")       /* pending, partly paid, failed or voided */                \
  X(OrderTest, "order_test")           /* a test order, and the policy leaves those out */         \
  X(PaymentNotReusable, "payment_not_reusable") /* cannot be charged again */                      \
  X(PaymentWallet, "payment_wallet")            /* ... a wallet that pays once */                  \
  X(PaymentRedirect, "payment_redirect")        /* ... paid on another site, as with PayPal */     \
  X(PaymentLater, "payment_later")              /* ... by instalments or after delivery */         \
  X(PaymentGiftCard, "payment_gift_card")       /* ... a gift card */                              \
  X(PaymentOffline, "payment_offline")          /* ... invoice, transfer or cash */                \
  X(PaymentAsksAgain, "payment_asks_again")     /* ... the card's code is asked each time */       \
  X(PaymentUnknown, "payment_unknown")          /* not known whether it can be charged again */    \
  X(WindowClosed, "window_closed")              /* the order may not be changed */                 \
  X(WindowExpired, "window_expired")            /* it may no longer be changed */                  \
  X(ChangeNotAllowed, "change_not_allowed")     /* changes are allowed, but no added lines */      \
  X(ReauthorizationNeeded, "reauthorization_needed") /* one click is not enough to pay */          \
  X(TimeOver, "time_over")                      /* longer ago than the policy's `open_minutes` */  \
  X(AgeUnknown, "age_unknown")                  /* the order does not tell when it was placed */   \
  X(AcceptedLimit, "accepted_limit")            /* `max_accepted` reached on this order */         \
  X(DeclinedLimit, "declined_limit")            /* `max_declined` reached on this order */         \
  X(PaymentFailedLimit, "payment_failed_limit") /* `max_payment_failed` reached on it */           \
  X(CustomerShownCap, "customer_shown_cap")     /* a cap of the policy on all offers */            \
  X(CustomerAcceptedCap, "customer_accepted_cap") /* */                                            \
  X(CustomerDeclinedCap, "customer_declined_cap") /* */                                            \
  X(CustomerFailedCap, "customer_failed_cap")     /* */                                            \
  X(DuplicateId, "duplicate_id")                  /* another candidate has the same offer id */    \
  X(InOrder, "in_order")                          /* the order holds the product or the SKU */     \
  X(OutOfStock, "out_of_stock")                   /* fewer left than the offer needs */            \
  X(Ended, "ended")                               /* its price was for a while that is over */     \
  X(NoAddress, "no_address")                      /* must be shipped, the order has no address */  \
  X(OtherCountry, "other_country")                /* not sold where the order goes */              \
  X(OtherCurrency, "other_currency")              /* not sold in the order's currency */           \
  X(RulesNotMet, "rules_not_met")                 /* no group of its rules holds */                \
  X(FactUnknown, "fact_unknown")                  /* a rule asks what the order does not tell */   \
  X(AlreadyAccepted, "already_accepted")          /* the offer or its product, on this order */    \
  X(AlreadyDeclined, "already_declined")          /* the offer, within what it remembers */        \
  X(ShownCap, "shown_cap")                        /* a cap: it or a related one, shown so often */ \
  X(AcceptedCap, "accepted_cap")                  /* ... accepted */                               \
  X(DeclinedCap, "declined_cap")                  /* ... declined */                               \
  X(FailedCap, "failed_cap")                      /* ... or its payment failed */                  \
  X(ConsentNeeded, "consent_needed") /* never one click: the placement cannot ask for it */        \
  X(SubscriptionLimit, "subscription_limit") /* one subscription a flow */                         \
  X(NothingToUpgrade, "nothing_to_upgrade")  /* the order has no one-time line of its product */   \
  X(OperationNotAllowed, "operation_not_allowed") /* it adds what the window does not allow */     \
  X(OverLimit, "over_limit")                      /* costs more than the window lets be added */   \
  X(BelowReserve, "below_reserve")                /* expected value under the policy's reserve */  \
  X(EarlierStep, "earlier_step") /* its node of the funnel is over or was passed over */           \
  X(LaterStep, "later_step")     /* its node of the funnel has not come */                         \
  X(OtherBranch, "other_branch") /* the way through the funnel does not lead there */              \
  X(DepthLimit, "depth_limit")   /* the funnel's `max_depth` is reached */                         \
  X(Outranked, "outranked")      /* would fit; `max_shown` better ones exist, or the shop's own */

enum class DecisionReason : uint8_t {
#define X(name, text) name,
  POSTLUDE_DECISION_REASONS(X)
#undef X
};

std::string_view decision_reason_name(DecisionReason reason);

enum class Ranking : uint8_t { ByPriority, ByExpectedValue };
enum class TestOrders : uint8_t { Refuse, Allow };

struct OfferPolicy {
  bool enabled = true;
  int64_t max_accepted = 3;              // on one order
  int64_t max_declined = 3;              // on one order; after that nothing more is asked
  int64_t max_payment_failed = 2;        // the same: one more try
  int64_t max_shown = 1;                 // length of the ranked list
  std::optional<int64_t> open_minutes;   // after the order; nothing = not limited here
  int64_t reserve_minor = 0;             // expected value below this is not worth showing
  int64_t prior_ppm = kDefaultPriorPpm;  // of acceptance, where nothing better is known
  Ranking ranking = Ranking::ByPriority;
  TestOrders test_orders = TestOrders::Refuse;
  std::vector<Cap> caps;
  Funnel funnel;
};

enum class AnswerScope : uint8_t { ThisOrder, EarlierOrder };

/// What happened before, to this customer. Group, categories and node are those of the candidate
/// with the same id.
struct PastAnswer {
  std::string offer_id;
  std::string product_id;
  Answer answer = Answer::Declined;
  AnswerScope scope = AnswerScope::ThisOrder;
  std::optional<int64_t> at_ms;  // nothing = as if just now
};

/// Until when and how the order may still be changed (U20).
struct ModificationWindow {
  bool enabled = true;
  std::optional<int64_t> expires_at_ms;
  bool may_add_lines = true;
  bool may_add_shipping = true;
  bool may_add_subscriptions = true;
  bool requires_reauthorization = false;
  std::optional<int64_t> max_additional_minor;  // in the order's currency
};

/// Whether the order's payment can be charged once more without the shopper's details, and why not
/// (U19).
#define POSTLUDE_PAYMENT_REUSES(X)          \
  X(Yes, "yes", Chosen)                     \
  X(No, "no", PaymentNotReusable)           \
  X(Unknown, "unknown", PaymentUnknown)     \
  X(Wallet, "wallet", PaymentWallet)        \
  X(Redirect, "redirect", PaymentRedirect)  \
  X(Later, "later", PaymentLater)           \
  X(GiftCard, "gift_card", PaymentGiftCard) \
  X(Offline, "offline", PaymentOffline)     \
  X(AsksAgain, "asks_again", PaymentAsksAgain)

enum class PaymentReuse : uint8_t {
#define X(name, text, reason) name,
  POSTLUDE_PAYMENT_REUSES(X)
#undef X
};

/// How the offers are shown: by one click alone, or with a box of its own for an explicit consent.
enum class Placement : uint8_t { OneClick, AsksConsent };

/// All that is neither in the order nor in the configuration.
struct DecideContext {
  int64_t now_ms = 0;
  int shop_offset_minutes = 0;  // for the weekday and hour of rules
  PaymentReuse payment_reuse = PaymentReuse::Yes;
  Placement placement = Placement::OneClick;
  std::optional<ModificationWindow> window;  // nothing = not limited
  std::vector<PastAnswer> history;
  /// The order's subtotal in the shop's currency, where the shopper paid in another: for rules that
  /// speak of it there.
  std::optional<base::Money> shop_subtotal;
};

/// What became of one candidate.
struct Verdict {
  std::string offer_id;
  std::string title;
  std::vector<DecisionReason> reasons;          // in table order; never empty; Chosen stands alone
  std::optional<int64_t> expected_value_micro;  // in millionths of a minor unit
  int matched_group = -1;                       // index in rules.any; -1 when none or no rules
};

struct Decision {
  std::vector<std::string> ranked;            // offer ids, best first; empty = no offer
  std::vector<DecisionReason> order_reasons;  // what forbids any offer of the shop's on this order
  std::vector<Verdict> verdicts;              // every candidate, sorted by offer id
  std::string node;                           // of the funnel that is due; "" for none
};

/// Decides which candidates are offered on `order`, and why each of the others is not. The result
/// does not depend on the order of candidates, lines, tags or history. A missing fact is a doubt
/// and a doubt is a no. A link to another seller is asked nothing that only a purchase needs, and
/// comes after every offer of the shop's own that fits. Cost: candidates * (conditions + caps);
/// what the order and the history tell is looked up.
Decision decide_offer(const order::Order& order, const std::vector<Candidate>& candidates,
                      const OfferPolicy& policy, const DecideContext& context);

/// Candidates made ready once for many decisions: copies that stand in memory as they are looked
/// at.
struct PreparedCandidates {
  explicit PreparedCandidates(const std::vector<Candidate>& candidates);
  PreparedCandidates(const PreparedCandidates&) = delete;
  PreparedCandidates& operator=(const PreparedCandidates&) = delete;

  RuleIndex rules;
  std::vector<Candidate> sorted;        // by offer id; without rules, which stand in `rules`
  std::vector<const Candidate*> by_id;  // into `sorted`
};

/// Whether a decision tells of every candidate or only of those that are offered.
enum class Telling : uint8_t { Everything, OfferedOnly };

/// The same decision in a fraction of the time; without `verdicts` when only the offered are told.
Decision decide_prepared(const order::Order& order, const PreparedCandidates& prepared,
                         const OfferPolicy& policy, const DecideContext& context, Telling telling);

}  // namespace postlude::offer
