#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/boxed.h"
#include "core/base/money.h"
#include "core/offer/funnel.h"
#include "core/offer/offer.h"
#include "core/offer/rules.h"

namespace postlude::offer {

/// How long a decline is remembered (U16).
enum class DeclineMemory : uint8_t { ThisOrder, Forever };

/// What follows a decline: the funnel goes on, or another offer of the same node is made (U16).
enum class AfterDecline : uint8_t { MoveOn, ShowAnother };

/// What happened to an offer. Shown comes beside the answer.
#define POSTLUDE_ANSWERS(X)          \
  X(Accepted, "accepted")            \
  X(Declined, "declined")            \
  X(PaymentFailed, "payment_failed") \
  X(Shown, "shown")

enum class Answer : uint8_t {
#define X(name, text) name,
  POSTLUDE_ANSWERS(X)
#undef X
};

inline constexpr size_t kAnswers = 4;

/// Whom a cap counts: the offer itself, what is related to it, or everything.
#define POSTLUDE_CAP_SCOPES(X)                             \
  X(Offer, "offer")                                        \
  X(Product, "product")   /* offers of the same product */ \
  X(Group, "group")       /* of the same `group` */        \
  X(Category, "category") /* that share a category */      \
  X(All, "all")

enum class CapScope : uint8_t {
#define X(name, text) name,
  POSTLUDE_CAP_SCOPES(X)
#undef X
};
inline constexpr size_t kCapScopes = 5;

/// How often something may have happened to one customer (E2, E3). With `most` 1 it is quiet for so
/// many days. What was shown is counted on the customer's other orders; answers on all of them.
struct Cap {
  Answer answer = Answer::Declined;
  CapScope scope = CapScope::Offer;
  int64_t most = 1;  // when it has happened so often, the offer is not made
  int64_t days = 1;
};

/// What makes the expected value: probability * margin - cost.
struct ValueInputs {
  std::optional<int64_t> probability_ppm;  // of acceptance, 0 .. 1,000,000; else a prior
  int64_t margin_minor = 0;                // earned when accepted, in the shop's currency
  int64_t cost_minor = 0;                  // of showing it
};

/// How an offer has done so far, over all customers.
struct OfferTally {
  int64_t shown = 0;     // on how many orders
  int64_t accepted = 0;  // on how many of them
};

/// Whether a subscription is a new line, or what a one-time purchase of the same product becomes.
enum class SubscriptionForm : uint8_t { NewLine, Upgrade };

/// What is shown of another seller's offer, which no catalogue of the shop's tells.
struct LinkTerms {
  OfferLink to;  // an absolute https address, and whose it is
  std::string description;
  base::SafeUrl image_url;
  std::string image_alt;
};

/// An offer that could be made.
struct Candidate {
  std::string offer_id;  // unique among the candidates
  std::string product_id;
  std::string sku;
  std::string title;
  std::vector<std::string> categories;
  int64_t priority = 0;          // 0 is the most urgent
  int64_t quantity = 1;          // how many one acceptance adds
  std::optional<int64_t> stock;  // nothing = not counted
  bool requires_shipping = true;
  Rules rules;
  std::vector<std::string> countries;      // ISO 3166-1 alpha-2; empty = everywhere
  std::vector<base::Currency> currencies;  // empty = any
  std::optional<base::Money> total;        // what it will cost, where it is priced already
  std::optional<int64_t> ends_at_ms;       // when its price ends for good
  int node = kFunnelEnd;  // of the policy's funnel; none: outside of it and always due
  DeclineMemory decline_memory = DeclineMemory::ThisOrder;
  AfterDecline after_decline = AfterDecline::MoveOn;
  std::string group;               // offers of one group are related; "" for none
  std::vector<Cap> caps;           // besides the policy's
  std::string selling_plan;        // not "": a subscription
  std::optional<Renewal> renewal;  // of every subscription
  SubscriptionForm subscription_form = SubscriptionForm::NewLine;
  bool needs_consent = false;        // of the shopper, to just this; every subscription does
  bool adds_shipping = false;        // its price brings a shipping line
  std::optional<ValueInputs> value;  // nothing = not judged by its value
  OfferTally tally;
  OfferReason reason = OfferReason::MerchantPick;
  std::string reason_product_id;  // the line it goes with; "" for none
  // Of another seller: a link that adds nothing to the order. It stands outside of the funnel and
  // has no product, price or stock of the shop's.
  base::Boxed<LinkTerms> link;
};

}  // namespace postlude::offer
