#include "core/tracking/merge_parcel.h"

#include <algorithm>

#include "core/tracking/normalise.h"
#include "core/tracking/progress.h"
#include "core/tracking/summarise.h"

namespace postlude::tracking {
namespace {

constexpr int64_t kNever = INT64_MIN;

int64_t newest_ms(const Shipment& shipment) {
  if (shipment.checkpoints.empty() || !shipment.checkpoints.front().time.known()) return kNever;
  return base::sort_key_ms(shipment.checkpoints.front().time);
}

void fill(std::string& field, const std::string& told) {
  if (field.empty()) field = told;
}

const Checkpoint* find(const std::vector<Checkpoint>& checkpoints, const std::string& id) {
  const auto found =
      std::find_if(checkpoints.begin(), checkpoints.end(),
                   [&](const Checkpoint& checkpoint) { return checkpoint.id == id; });
  return found == checkpoints.end() ? nullptr : &*found;
}

// Scans of one instant stay in the report's own order, which may say more than their times; before
// those that were told earlier.
void take_checkpoints(Shipment& known, const Shipment& told) {
  const auto is_known = [&](const Checkpoint& fresh) {
    const Checkpoint* const same = find(known.checkpoints, fresh.id);
    return same != nullptr && *same == fresh;
  };
  if (std::all_of(told.checkpoints.begin(), told.checkpoints.end(), is_known)) return;
  std::vector<Checkpoint> merged = told.checkpoints;
  for (Checkpoint& checkpoint : known.checkpoints) {
    if (find(told.checkpoints, checkpoint.id) == nullptr) merged.push_back(std::move(checkpoint));
  }
  known.checkpoints = std::move(merged);
  sort_checkpoints(known.checkpoints);
}

bool says_something(ShipmentStatus status) {
  return status != ShipmentStatus::Unknown && status != ShipmentStatus::Pending;
}

// Without scans there is no telling how old a report is; a step back on the way is an old one.
bool is_step_back(const Shipment& known, const Shipment& told) {
  return is_plain_movement(told.status) &&
         (known.status == ShipmentStatus::Delivered || known.status == ShipmentStatus::Returned ||
          known.status == ShipmentStatus::Cancelled ||
          progress_of(told).stage < progress_of(known).stage);
}

bool speaks_for_parcel(const Shipment& known, const Shipment& told) {
  if (told.checkpoints.empty()) return says_something(told.status) && !is_step_back(known, told);
  return newest_ms(told) >= newest_ms(known);
}

void take_earlier(base::SourceTime& time, const base::SourceTime& told) {
  const bool earlier = !time.known() || base::sort_key_ms(told) < base::sort_key_ms(time);
  if (told.known() && earlier) time = told;
}

void take_returns(Returns& known, const Returns& told, bool speaks) {
  const bool unheard_of = known == Returns{};
  const bool tells = told.withdrawn ? speaks : !told.url.empty() && (speaks || unheard_of);
  if (tells) known = told;
}

void take_status(Shipment& known, const Shipment& told) {
  known.status = told.status;
  known.sub_status = told.sub_status;
  known.raw_status = told.raw_status;
}

}  // namespace

bool merge_parcel(Shipment& known, const Shipment& told) {
  const Shipment before = known;
  const bool speaks = speaks_for_parcel(known, told);
  take_checkpoints(known, told);
  if (speaks) {
    if (says_something(told.status)) take_status(known, told);
    if (told.estimate.known()) known.estimate = told.estimate;
    if (told.direction == Direction::Return) known.direction = told.direction;
    if (!(told.pickup == PickupPlace{})) known.pickup = told.pickup;
  }
  take_returns(known.returns, told.returns, speaks);
  const Summary summary = summarise(known.checkpoints);
  const bool arrived =
      summary.status == ShipmentStatus::Delivered && is_plain_movement(known.status);
  if (arrived || (!says_something(known.status) && !known.checkpoints.empty())) {
    known.status = summary.status;
    known.sub_status = summary.sub_status;
  }
  take_earlier(known.shipped_at, told.shipped_at);
  take_earlier(known.shipped_at, summary.shipped_at);
  if (known.status == ShipmentStatus::Delivered) {
    if (speaks && told.delivered_at.known()) known.delivered_at = told.delivered_at;
  } else {
    known.delivered_at = {};  // it was not, after all
  }
  complete_shipment(known, StatusOrigin::Stated);
  fill(known.carrier, told.carrier);
  fill(known.carrier_name, told.carrier_name);
  fill(known.service, told.service);
  fill(known.signed_by, told.signed_by);
  fill(known.origin_country, told.origin_country);
  fill(known.destination_country, told.destination_country);
  if (known.proof_photo.empty()) known.proof_photo = told.proof_photo;
  if (known.report_url.empty()) known.report_url = told.report_url;
  if (known.tracking_url.empty()) known.tracking_url = told.tracking_url;
  return !(known == before);
}

}  // namespace postlude::tracking
