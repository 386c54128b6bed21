#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/source_time.h"
#include "core/order/order.h"

namespace postlude::review {

/// Why no review is asked for now. The wire name of each is `not_yet_reason_name`.
#define POSTLUDE_NOT_YET_REASONS(X)                                                        \
  X(OrderCancelled, "order_cancelled")    /* */                                            \
  X(OrderRefunded, "order_refunded")      /* wholly or in part */                          \
  X(OrderTest, "order_test")              /* */                                            \
  X(NothingToReview, "nothing_to_review") /* only gift cards, removed or excluded lines */ \
  X(AlreadySent, "already_sent")          /* every product has its review */               \
  X(NotShipped, "not_shipped")            /* */                                            \
  X(PartlyShipped, "partly_shipped")      /* some of it has not left yet */                \
  X(DeliveryFailed, "delivery_failed")    /* lost, refused, on its way back */             \
  X(DateUnknown, "date_unknown")          /* shipped or delivered, nobody says when */     \
  X(NotDelivered, "not_delivered")        /* under way; `ask_on` is the fallback */        \
  X(TooEarly, "too_early")                /* there, but not for long enough yet */

enum class NotYetReason : uint8_t {
#define X(name, text) name,
  POSTLUDE_NOT_YET_REASONS(X)
#undef X
};

std::string_view not_yet_reason_name(NotYetReason reason);

/// How far a parcel of the order is, as far as reviews care.
enum class ParcelState : uint8_t { Waiting, UnderWay, Delivered, Failed };

struct ParcelItem {
  std::string line_id;
  int64_t quantity = 1;
};

/// One outbound parcel. Returns are left out by the caller.
struct Parcel {
  ParcelState state = ParcelState::Waiting;
  base::SourceTime shipped_at;
  base::SourceTime delivered_at;
  std::vector<ParcelItem> items;  // empty = not said, then it may hold any line
};

struct ReviewConfig {
  int64_t ask_after_days = 7;                  // after delivery (R1)
  int64_t fallback_days_after_shipping = 21;   // where no delivery is ever reported (R2)
  std::vector<std::string> sent_line_ids;      // reviewed already
  std::vector<std::string> excluded_products;  // product ids never asked about
};

/// Ask for this line now.
struct Ask {
  std::string line_id;
  friend bool operator==(const Ask&, const Ask&) = default;
};

/// Do not ask; `ask_on` is the first day to ask when nothing changes, not known() where none is.
struct NotYet {
  NotYetReason reason = NotYetReason::NotShipped;
  base::SourceTime ask_on;
  friend bool operator==(const NotYet&, const NotYet&) = default;
};

using Prompt = std::variant<Ask, NotYet>;

/// Decides whether a review is asked for on the civil day `today`, and for which line: of the lines
/// that have been there long enough the most expensive, one a product (R3, R4). Lines that need no
/// shipping count as delivered when the order was placed. Never before everything has shipped (R5).
/// Days are counted on the sources' own calendars. Cost: lines * (lines + parcels).
Prompt schedule_prompt(const order::Order& order, const std::vector<Parcel>& parcels,
                       const ReviewConfig& config, const base::SourceTime& today);

}  // namespace postlude::review
