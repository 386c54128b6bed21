#include "core/tracking/journey_news.h"

#include "core/base/check.h"
#include "core/base/member_table.h"
#include "core/tracking/summarise.h"

namespace postlude::tracking {
namespace {

using base::ErrorCode;
using base::JsonReader;
using base::JsonRef;
using base::NameForm;

bool on_its_way(ShipmentStatus status) {
  switch (status) {
    case ShipmentStatus::Unknown:
    case ShipmentStatus::Pending:
    case ShipmentStatus::LabelCreated:
    case ShipmentStatus::Cancelled:
    case ShipmentStatus::Returning:
    case ShipmentStatus::Returned:
      return false;
    case ShipmentStatus::PickedUp:
    case ShipmentStatus::InTransit:
    case ShipmentStatus::OutForDelivery:
    case ShipmentStatus::ReadyForPickup:
    case ShipmentStatus::AttemptFailed:
    case ShipmentStatus::Delayed:
    case ShipmentStatus::OnHold:
    case ShipmentStatus::Delivered:
    case ShipmentStatus::Exception:
    case ShipmentStatus::Expired:
      return true;
  }
  CHECK(false);
}

// Parcels one after the other, and what they say so far.
class News {
 public:
  void add(ShipmentStatus status, Direction direction, const Estimate& estimate) {
    if (direction == Direction::Return) return;
    const bool delivered = status == ShipmentStatus::Delivered;
    all_delivered_ = all_delivered_ && delivered;
    if (!on_its_way(status)) return;
    any_ = true;
    const base::SourceTime& end = estimate.until.known() ? estimate.until : estimate.from;
    const bool later = !arrives_.known() || base::day_number(end) > base::day_number(arrives_);
    if (!delivered && end.known() && later) arrives_ = end;
  }

  order::JourneyNews take() const {
    using order::Journey;
    const Journey under_way = all_delivered_ ? Journey::Delivered : Journey::OnItsWay;
    return {any_ ? under_way : Journey::NotShipped, arrives_};
  }

 private:
  bool any_ = false;
  bool all_delivered_ = true;
  base::SourceTime arrives_;
};

// The newest of some checkpoints; of equally new ones the first.
struct Newest {
  bool any = false;
  int64_t key = 0;
  ShipmentStatus status = ShipmentStatus::Unknown;

  void see(int64_t its_key, ShipmentStatus its_status) {
    if (any && its_key <= key) return;
    *this = {true, its_key, its_status};
  }
};

// What is news of a checkpoint and of a parcel.
struct Scan {
  ShipmentStatus status = ShipmentStatus::Unknown;
  base::SourceTime time;
};
struct Parcel {
  ShipmentStatus status = ShipmentStatus::Unknown;
  Direction direction = Direction::Outbound;
  Estimate estimate;
};

constexpr auto kScanMembers = base::members_of<Scan>({
    {"status", POSTLUDE_AT(Scan, status), kStatusNames, NameForm::EmptyIsAbsent},
    {"time", POSTLUDE_AT(Scan, time)},
});

constexpr auto kEstimateMembers = base::members_of<Estimate>({
    {"from", POSTLUDE_AT(Estimate, from)},
    {"until", POSTLUDE_AT(Estimate, until)},
});

constexpr auto kParcelMembers = base::members_of<Parcel>({
    {"status", POSTLUDE_AT(Parcel, status), kStatusNames, NameForm::EmptyIsAbsent},
    {"direction", POSTLUDE_AT(Parcel, direction), kDirectionNames, NameForm::EmptyIsAbsent},
    {"estimate", POSTLUDE_AT(Parcel, estimate), kEstimateMembers},
});

// Returns what `summarise` would say of a shipment whose own status is not stated.
ShipmentStatus status_from_checkpoints(JsonReader& in, JsonRef checkpoints) {
  Newest placed, news;
  for (const JsonRef checkpoint : checkpoints) {
    Scan scan;
    base::read_members(in, checkpoint, kScanMembers, scan);
    const int64_t key = scan.time.known() ? base::sort_key_ms(scan.time) : INT64_MIN;
    if (scan.status != ShipmentStatus::Unknown) placed.see(key, scan.status);
    if (!is_plain_movement(scan.status)) news.see(key, scan.status);
  }
  if (checkpoints.size() == 0) return ShipmentStatus::Pending;
  return news.status == ShipmentStatus::Delivered ? news.status : placed.status;
}

}  // namespace

order::JourneyNews journey_news(const std::vector<Shipment>& shipments) {
  News news;
  for (const Shipment& shipment : shipments) {
    news.add(shipment.status, shipment.direction, shipment.estimate);
  }
  return news.take();
}

order::JourneyNews read_journey_news(JsonReader& in, JsonRef shipments) {
  News news;
  for (const JsonRef shipment : shipments) {
    if (!shipment.is_object()) in.fail(ErrorCode::WrongType, shipment);
    Parcel parcel;
    base::read_members(in, shipment, kParcelMembers, parcel);
    if (shipment["status"].text().empty()) {
      parcel.status = status_from_checkpoints(in, in.optional_array(shipment, "checkpoints"));
    }
    news.add(parcel.status, parcel.direction, parcel.estimate);
  }
  return news.take();
}

}  // namespace postlude::tracking
