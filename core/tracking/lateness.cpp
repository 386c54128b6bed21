#include "core/tracking/lateness.h"

namespace postlude::tracking {
namespace {

// Returns the last day of what was first said; not known() when nothing was.
const base::SourceTime& promised_day(const Shipment& shipment) {
  const Estimate& first =
      shipment.first_estimate.known() ? shipment.first_estimate : shipment.estimate;
  return first.until.known() ? first.until : first.from;
}

// The days since the newest scan, if it is silence that means something.
int silent_days(const Shipment& shipment, const base::SourceTime& today) {
  if (shipment.checkpoints.empty() || !should_be_moving(shipment.status)) return 0;
  const base::SourceTime& newest = shipment.checkpoints.front().time;
  return newest.known() ? base::day_number(today) - base::day_number(newest) : 0;
}

}  // namespace

bool should_be_moving(ShipmentStatus status) {
  return status == ShipmentStatus::LabelCreated || status == ShipmentStatus::PickedUp ||
         status == ShipmentStatus::InTransit || status == ShipmentStatus::OutForDelivery ||
         status == ShipmentStatus::Delayed || status == ShipmentStatus::Unknown;
}

bool is_under_way(const Shipment& shipment) {
  const bool waits = shipment.status == ShipmentStatus::Pending ||
                     shipment.status == ShipmentStatus::AttemptFailed ||
                     shipment.status == ShipmentStatus::OnHold;
  return shipment.direction == Direction::Outbound && (waits || should_be_moving(shipment.status));
}

Lateness lateness_of(const Shipment& shipment, const base::SourceTime& today) {
  const bool arrived =
      shipment.status == ShipmentStatus::Delivered && shipment.direction == Direction::Outbound;
  const base::SourceTime& by = arrived ? shipment.delivered_at : today;
  if (!by.known() || (!arrived && !is_under_way(shipment))) return {};
  const int silent = arrived ? 0 : silent_days(shipment, today);
  if (silent >= kExpiredDays) return {LatenessKind::Expired, silent};
  if (silent >= kStaleDays) return {LatenessKind::Stale, silent};
  const base::SourceTime& promised = promised_day(shipment);
  const int days = promised.known() ? base::day_number(by) - base::day_number(promised) : 0;
  if (days > 0) return {LatenessKind::Late, days};
  if (arrived && promised.known()) return {LatenessKind::OnTime, 0};
  if (shipment.pace == Pace::RunningLate) return {LatenessKind::RunningLate, 0};
  return {};
}

}  // namespace postlude::tracking
