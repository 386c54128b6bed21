#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json_reader.h"
#include "core/base/money.h"
#include "core/base/result.h"
#include "core/base/url.h"

namespace postlude::offer {

/// Why an offer is made: shown to the shopper beside it, always.
#define POSTLUDE_OFFER_REASONS(X)                                                     \
  X(BoughtTogether, "bought_together") /* often bought with `reason_title` */         \
  X(Completes, "completes")            /* goes with `reason_title` from this order */ \
  X(Refill, "refill")                  /* is used up by what was bought */            \
  X(MerchantPick, "merchant_pick")     /* the shop suggests it */

enum class OfferReason : uint8_t {
#define X(name, text) name,
  POSTLUDE_OFFER_REASONS(X)
#undef X
};

std::string_view offer_reason_name(OfferReason reason);
std::optional<OfferReason> offer_reason_from(std::string_view name);

/// What the backend priced and signed. Every amount is in one currency; the total is what is
/// charged and what the button says.
struct Quote {
  std::string token;  // opaque to the browser
  base::Money subtotal;
  base::Money discount;  // >= 0, already taken off the total
  base::Money shipping;
  base::Money tax;  // the tax in the total
  base::Money total;
  bool tax_included = false;  // whether `tax` is part of subtotal and shipping or comes on top
  int64_t expires_at_ms = 0;
};

/// Where the backend says an offer stands.
#define POSTLUDE_OFFER_STATUSES(X) \
  X(Open, "open")                  \
  X(Accepted, "accepted")          \
  X(Declined, "declined")          \
  X(Expired, "expired")            \
  X(OutOfStock, "out_of_stock")

enum class OfferStatus : uint8_t {
#define X(name, text) name,
  POSTLUDE_OFFER_STATUSES(X)
#undef X
};

std::string_view offer_status_name(OfferStatus status);
std::optional<OfferStatus> offer_status_from(std::string_view name);

#define POSTLUDE_RENEWAL_UNITS(X) \
  X(Day, "day")                   \
  X(Week, "week")                 \
  X(Month, "month")               \
  X(Year, "year")

enum class RenewalUnit : uint8_t {
#define X(name, text) name,
  POSTLUDE_RENEWAL_UNITS(X)
#undef X
};

std::string_view renewal_unit_name(RenewalUnit unit);
std::optional<RenewalUnit> renewal_unit_from(std::string_view name);

/// How a subscription goes on: what the shopper must be told before the click.
struct Renewal {
  int64_t every = 1;  // so many units
  RenewalUnit unit = RenewalUnit::Month;
  std::optional<base::Money> total;  // of each; of a candidate nothing = what the first one costs
  friend bool operator==(const Renewal&, const Renewal&) = default;
};

/// Where an offer of another seller leads. The shop sells nothing there and passes nothing on.
struct OfferLink {
  base::SafeUrl url;
  std::string seller;
};

/// A version of the product that can be had instead.
struct OfferVariant {
  std::string id;
  std::string title;
};

/// One offer as the backend decided, priced and signed it; or an advertisement of another seller's.
struct Offer {
  std::string id;  // unique within the order
  std::string product_id;
  std::string title;
  std::string variant;
  std::string description;
  base::SafeUrl image_url;
  std::string image_alt;
  OfferReason reason = OfferReason::MerchantPick;
  std::string reason_title;  // the line of the order it goes with; "" for MerchantPick
  int64_t quantity = 1;
  std::optional<base::Money> compare_at;  // the usual price of the quantity, when it is higher
  OfferStatus status = OfferStatus::Open;
  Quote quote;
  // What can be chosen instead; every choice is priced and signed anew.
  int64_t max_quantity = 0;  // 0 = only `quantity`
  std::string variant_id;    // one of `variants`, or ""
  std::vector<OfferVariant> variants;
  bool needs_consent = false;  // of the shopper, to just this; what renews always does
  std::optional<Renewal> renewal;
  int64_t ends_at_ms = 0;     // when this price ends for good; 0 = with the order's window
  int64_t undo_until_ms = 0;  // an accepted offer can be taken back until then; 0 = not
  // Of another seller: then there is nothing to accept, and no quote.
  OfferLink link;

  bool is_link() const { return !link.url.empty(); }
};

inline constexpr int64_t kMaxChoiceQuantity = 99;

/// Reads one offer in canonical form as a part of a larger read.
void read(base::JsonReader& in, base::JsonRef root, Offer& offer);
/// Reads offers in canonical form (an array; web/contract/page.schema.json) from a place in a
/// larger document. Fails with a code and a JSON pointer.
base::Result<std::vector<Offer>> parse_offers(base::JsonRef root);
/// The same as a part of a larger read; when `in` failed, `offers` are not to be used.
void read(base::JsonReader& in, base::JsonRef root, std::vector<Offer>& offers);

/// Returns the canonical form as a JSON array; `parse_offers` reads it back.
std::string write_offers(const std::vector<Offer>& offers);

}  // namespace postlude::offer
