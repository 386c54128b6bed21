#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/money.h"
#include "core/base/source_time.h"
#include "core/base/url.h"

namespace postlude::order {

/// How far the money is. The wire name of each is `payment_status_name`.
#define POSTLUDE_PAYMENT_STATUSES(X)         \
  X(Unknown, "unknown")                      \
  X(Pending, "pending")                      \
  X(Authorized, "authorized")                \
  X(PartiallyPaid, "partially_paid")         \
  X(Paid, "paid")                            \
  X(PartiallyRefunded, "partially_refunded") \
  X(Refunded, "refunded")                    \
  X(Voided, "voided")                        \
  X(Failed, "failed")

enum class PaymentStatus : uint8_t {
#define X(name, text) name,
  POSTLUDE_PAYMENT_STATUSES(X)
#undef X
};

/// The rows of the totals box, as the shop states them. They are shown, never added up by us.
#define POSTLUDE_TOTAL_KINDS(X) \
  X(Subtotal, "subtotal")       \
  X(Discount, "discount")       \
  X(Shipping, "shipping")       \
  X(Fee, "fee")                 \
  X(Duty, "duty")               \
  X(Tax, "tax")                 \
  X(Tip, "tip")                 \
  X(GiftCard, "gift_card")      \
  X(Total, "total")             \
  X(Refunded, "refunded")

enum class TotalKind : uint8_t {
#define X(name, text) name,
  POSTLUDE_TOTAL_KINDS(X)
#undef X
};

#define X(name, text) text,
inline constexpr std::string_view kPaymentStatusNames[] = {POSTLUDE_PAYMENT_STATUSES(X)};
inline constexpr std::string_view kTotalKindNames[] = {POSTLUDE_TOTAL_KINDS(X)};
#undef X

/// Wire names; `_from` returns nothing for a name that is none of them.
std::string_view payment_status_name(PaymentStatus status);
std::optional<PaymentStatus> payment_status_from(std::string_view name);
std::string_view total_kind_name(TotalKind kind);
std::optional<TotalKind> total_kind_from(std::string_view name);

/// One line of the order. Text is as the shop shows it, entities decoded, never markup.
struct LineItem {
  std::string id;          // unique within the order; never empty
  std::string product_id;  // "" when the source has none
  std::string variant_id;
  std::string sku;
  std::string title;                      // never empty
  std::string variant;                    // "Black / M"; "" when there is none
  int64_t quantity = 1;                   // >= 0; 0 after a full removal
  std::optional<base::Money> unit_price;  // before line discounts
  std::optional<base::Money> total;       // what the shop states for the line, after discounts
  base::SafeUrl image_url;
  base::SafeUrl url;
  bool requires_shipping = true;
  bool gift_card = false;
  std::string selling_plan;  // "" for a one-time purchase
  std::vector<std::string> categories;
  std::vector<std::string> tags;
  friend bool operator==(const LineItem&, const LineItem&) = default;
};

struct TotalRow {
  TotalKind kind = TotalKind::Subtotal;
  std::string label;   // the shop's own name ("VAT 19 %"); "" = ours
  base::Money amount;  // what is taken off is negative: Discount, GiftCard, Refunded
  friend bool operator==(const TotalRow&, const TotalRow&) = default;
};

struct Address {
  std::string name;
  std::string company;
  std::vector<std::string> lines;
  std::string city;
  std::string region;
  std::string postcode;
  std::string country;  // ISO 3166-1 alpha-2 where the source has it, else its words
  bool empty() const { return lines.empty() && city.empty() && postcode.empty(); }
  friend bool operator==(const Address&, const Address&) = default;
};

struct Customer {
  std::string id;
  std::string first_name;
  std::string email;  // never leaves the core except in the order widget's own text
  std::optional<int64_t> order_count;
  std::vector<std::string> tags;
  friend bool operator==(const Customer&, const Customer&) = default;
};

/// What was bought, from whatever source, in one form.
struct Order {
  std::string id;      // the shop's internal id; never empty
  std::string number;  // what the shopper knows it by: "#1001"; never empty
  base::SourceTime created_at;
  base::SourceTime cancelled_at;     // not known() unless cancelled
  bool cancelled_some_time = false;  // cancelled, and the source does not say when
  base::Currency currency;           // what the shopper saw (presentment); not known() only where
                                     // the source states no amount at all
  PaymentStatus payment_status = PaymentStatus::Unknown;
  bool test = false;
  Customer customer;
  std::vector<LineItem> lines;
  std::vector<TotalRow> totals;  // in the shop's order; at most one Total, and only Refunded rows
                                 // follow it, which it does not yet contain
  bool tax_included = false;     // the Tax rows are part of the other rows and not on top of them
  Address shipping_address;
  std::string shipping_method;
  std::string payment_method;  // "Visa •••• 4242", or the shop's own name for it
  std::vector<std::string> coupons;
  std::vector<std::string> tags;
  base::SafeUrl status_url;  // the shop's own order page

  bool cancelled() const { return cancelled_some_time || cancelled_at.known(); }
  /// Returns the Total row's amount, or nothing when the source states none.
  std::optional<base::Money> total() const;
  friend bool operator==(const Order&, const Order&) = default;
};

}  // namespace postlude::order
