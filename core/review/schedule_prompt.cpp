#include "core/review/schedule_prompt.h"

#include <algorithm>

namespace postlude::review {
namespace {

using order::LineItem;
using order::PaymentStatus;
using Reason = NotYetReason;
using Lines = std::vector<const LineItem*>;

#define X(name, text) text,
constexpr std::string_view kReasonNames[] = {POSTLUDE_NOT_YET_REASONS(X)};
#undef X

constexpr int64_t kMaxDays = 3'650;

bool among(const std::vector<std::string>& texts, const std::string& wanted) {
  return std::find(texts.begin(), texts.end(), wanted) != texts.end();
}

NotYet not_yet(Reason reason) { return {reason, {}}; }

bool refunded(PaymentStatus status) {
  return status == PaymentStatus::Refunded || status == PaymentStatus::PartiallyRefunded ||
         status == PaymentStatus::Voided;
}

Lines reviewable_lines(const order::Order& order, const ReviewConfig& config) {
  Lines lines;
  for (const LineItem& line : order.lines) {
    const bool excluded =
        !line.product_id.empty() && among(config.excluded_products, line.product_id);
    if (line.quantity > 0 && !line.gift_card && !excluded) lines.push_back(&line);
  }
  return lines;
}

// R3: a product counts as reviewed when any line of it is, whatever its variant.
bool reviewed(const LineItem& line, const order::Order& order, const ReviewConfig& config) {
  if (among(config.sent_line_ids, line.id)) return true;
  for (const LineItem& other : order.lines) {
    const bool same_product = !line.product_id.empty() && line.product_id == other.product_id;
    if (same_product && among(config.sent_line_ids, other.id)) return true;
  }
  return false;
}

bool may_hold(const Parcel& parcel, const LineItem& line) {
  if (parcel.items.empty()) return true;
  return std::any_of(parcel.items.begin(), parcel.items.end(),
                     [&](const ParcelItem& item) { return item.line_id == line.id; });
}

// Whether the parcels that tell what they hold leave some of the line behind.
bool short_of(const LineItem& line, const std::vector<Parcel>& parcels) {
  int64_t missing = line.quantity;
  for (const Parcel& parcel : parcels) {
    if (parcel.items.empty()) return false;
    for (const ParcelItem& item : parcel.items) {
      if (item.line_id == line.id) missing -= std::clamp<int64_t>(item.quantity, 0, missing);
    }
  }
  return missing > 0;
}

// R5: nothing is asked before everything that must be shipped has left.
std::optional<Reason> still_to_ship(const order::Order& order, const std::vector<Parcel>& parcels) {
  const auto waits = [](const Parcel& parcel) { return parcel.state == ParcelState::Waiting; };
  bool must_ship = false;
  bool some_missing = false;
  for (const LineItem& line : order.lines) {
    if (line.quantity <= 0 || !line.requires_shipping) continue;
    must_ship = true;
    some_missing |= short_of(line, parcels);
  }
  if (!must_ship) return std::nullopt;
  if (std::all_of(parcels.begin(), parcels.end(), waits)) return Reason::NotShipped;
  const bool some_wait = std::any_of(parcels.begin(), parcels.end(), waits);
  if (some_wait || some_missing) return Reason::PartlyShipped;
  return std::nullopt;
}

// When a line may be asked about, and what is in the way until then.
struct Due {
  base::SourceTime ask_on;  // not known() when `reason` is DeliveryFailed or DateUnknown
  Reason reason = Reason::TooEarly;
};

base::SourceTime days_after(const base::SourceTime& time, int64_t days) {
  const auto later = static_cast<int32_t>(std::clamp<int64_t>(days, 0, kMaxDays));
  return base::date_from_day_number(base::day_number(time) + later);
}

Due due_after_parcel(const Parcel& parcel, const ReviewConfig& config) {
  if (parcel.state == ParcelState::Failed) return {{}, Reason::DeliveryFailed};
  const bool delivered = parcel.state == ParcelState::Delivered;
  if (delivered && parcel.delivered_at.known()) {
    return {days_after(parcel.delivered_at, config.ask_after_days), Reason::TooEarly};
  }
  if (!parcel.shipped_at.known()) return {{}, Reason::DateUnknown};
  const Reason reason = delivered ? Reason::TooEarly : Reason::NotDelivered;
  return {days_after(parcel.shipped_at, config.fallback_days_after_shipping), reason};  // R2
}

bool later(const Due& a, const Due& b) {
  return base::day_number(a.ask_on) > base::day_number(b.ask_on);
}

Due due_of(const LineItem& line, const order::Order& order, const std::vector<Parcel>& parcels,
           const ReviewConfig& config) {
  if (!line.requires_shipping) {
    if (!order.created_at.known()) return {{}, Reason::DateUnknown};
    return {days_after(order.created_at, config.ask_after_days), Reason::TooEarly};
  }
  Due last;
  for (const Parcel& parcel : parcels) {
    if (!may_hold(parcel, line)) continue;
    const Due due = due_after_parcel(parcel, config);
    if (!due.ask_on.known()) return due;
    if (!last.ask_on.known() || later(due, last)) last = due;
  }
  return last;
}

int64_t price_of(const LineItem& line) {
  if (line.unit_price) return line.unit_price->minor;
  return line.total ? line.total->minor / line.quantity : 0;
}

bool better(const LineItem& a, const LineItem& b) {  // R4
  if (price_of(a) != price_of(b)) return price_of(a) > price_of(b);
  return a.id < b.id;
}

// Tells of the line that comes first; a line without a date only when none has one.
void keep_first(NotYet& kept, const Due& due, bool nothing_kept) {
  const bool dated = due.ask_on.known();
  const bool sooner = dated && (!kept.ask_on.known() ||
                                base::day_number(due.ask_on) < base::day_number(kept.ask_on));
  const bool vaguer = !kept.ask_on.known() && due.reason == Reason::DateUnknown;
  if (nothing_kept || sooner || vaguer) kept = {due.reason, due.ask_on};
}

Prompt choose(const Lines& lines, const order::Order& order, const std::vector<Parcel>& parcels,
              const ReviewConfig& config, const base::SourceTime& today) {
  const LineItem* best = nullptr;
  NotYet kept;
  bool nothing_kept = true;
  for (const LineItem* line : lines) {
    const Due due = due_of(*line, order, parcels, config);
    if (due.ask_on.known() && base::day_number(due.ask_on) <= base::day_number(today)) {
      if (best == nullptr || better(*line, *best)) best = line;
      continue;
    }
    keep_first(kept, due, nothing_kept);
    nothing_kept = false;
  }
  if (best != nullptr) return Ask{best->id};
  return kept;
}

}  // namespace

std::string_view not_yet_reason_name(NotYetReason reason) {
  return kReasonNames[static_cast<size_t>(reason)];
}

Prompt schedule_prompt(const order::Order& order, const std::vector<Parcel>& parcels,
                       const ReviewConfig& config, const base::SourceTime& today) {
  if (order.cancelled()) return not_yet(Reason::OrderCancelled);
  if (refunded(order.payment_status)) return not_yet(Reason::OrderRefunded);
  if (order.test) return not_yet(Reason::OrderTest);
  Lines lines = reviewable_lines(order, config);
  if (lines.empty()) return not_yet(Reason::NothingToReview);
  std::erase_if(lines, [&](const LineItem* line) { return reviewed(*line, order, config); });
  if (lines.empty()) return not_yet(Reason::AlreadySent);
  if (const auto reason = still_to_ship(order, parcels)) return not_yet(*reason);
  return choose(lines, order, parcels, config, today);
}

}  // namespace postlude::review
