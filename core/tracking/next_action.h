#pragma once

#include <cstdint>

#include "core/tracking/shipment.h"

namespace postlude::tracking {

/// What a shopper can do next about one shipment: always exactly one of these.
#define POSTLUDE_NEXT_ACTIONS(X)                                                     \
  X(Nothing, "nothing")                      /* over, or no news to act on */        \
  X(NothingArrives, "nothing_arrives")       /* wait: it comes at `from`..`until` */ \
  X(PickUp, "pick_up")                       /* fetch it at the pick-up point */     \
  X(PayCharges, "pay_charges")               /* duties, cash on delivery */          \
  X(ProvideDocuments, "provide_documents")   /* customs wants to know */             \
  X(CorrectAddress, "correct_address")       /* */                                   \
  X(ArrangeRedelivery, "arrange_redelivery") /* */                                   \
  X(ReturnIt, "return_it")                   /* the shop takes it back until then */ \
  X(SeeProof, "see_proof")                   /* somebody signed */                   \
  X(CheckNeighbour, "check_neighbour")       /* */                                   \
  X(CheckLocker, "check_locker")             /* */                                   \
  X(CheckSafePlace, "check_safe_place")      /* */                                   \
  X(ContactCarrier, "contact_carrier")       /* only the carrier can tell more */    \
  X(ContactShop, "contact_shop")             /* the shop must make it good */        \
  X(TrackAtCarrier, "track_at_carrier")      /* more is on the carrier's own page */

enum class NextActionKind : uint8_t {
#define X(name, text) name,
  POSTLUDE_NEXT_ACTIONS(X)
#undef X
};

std::string_view next_action_name(NextActionKind kind);

struct NextAction {
  NextActionKind kind = NextActionKind::Nothing;
  base::SourceTime from;   // known() for NothingArrives alone
  base::SourceTime until;  // known() when NothingArrives is a window or ReturnIt has an end
  friend bool operator==(const NextAction&, const NextAction&) = default;
};

/// Returns whether the shop takes back what is in it: it has arrived, and the end is not over at
/// `now`. A date lasts its whole day at the shop, and so does a moment where one of the two does
/// not know its zone.
bool may_be_returned(const Shipment& shipment, const base::SourceTime& now);

/// Returns the one next action. Only the end of returns is judged by the clock of `now`, all else
/// by its day; when it is not known() no rule that needs it applies. What was left somewhere is to
/// be fetched before it can be returned. A return parcel asks nothing of the shopper but to follow
/// it.
NextAction decide_next_action(const Shipment& shipment, base::SourceTime now);

}  // namespace postlude::tracking
