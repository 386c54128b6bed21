#include "demo/server/demo_carrier.h"

#include <algorithm>

#include "core/tracking/normalise.h"
#include "demo/server/http_problem.h"
#include "demo/server/order_repository.h"
#include "demo/server/random_id.h"
#include "demo/server/shipment_repository.h"

namespace postlude::server {
namespace {

using tracking::Shipment;
using tracking::ShipmentStatus;
using tracking::SubStatus;

constexpr int kTransitDays = 3;
constexpr int kSunday = 0;

/// After these nothing more is scanned.
bool is_final(ShipmentStatus status) {
  return status == ShipmentStatus::Delivered || status == ShipmentStatus::Returned ||
         status == ShipmentStatus::Cancelled;
}

base::SourceTime now_at_shop(const App& app) {
  base::SourceTime time = base::source_time_at(app.clock.now_ms(), kShopOffsetMinutes);
  return time;
}

/// The day it should arrive: some working days on.
base::SourceTime estimated_day(const App& app) {
  int32_t day = base::day_number(now_at_shop(app));
  for (int left = kTransitDays; left > 0;) {
    ++day;
    if (base::weekday(base::date_from_day_number(day)) != kSunday) --left;
  }
  return base::date_from_day_number(day);
}

tracking::Checkpoint checkpoint_of(const App& app, const DemoScan& scan, const Shipment& shipment,
                                   const order::Address& address) {
  tracking::Checkpoint checkpoint;
  checkpoint.id = "scan-" + std::to_string(shipment.checkpoints.size() + 1);
  checkpoint.status = scan.status;
  checkpoint.sub_status = scan.sub_status;
  checkpoint.raw_code = scan.code;
  checkpoint.message = scan.message;
  checkpoint.time = now_at_shop(app);
  checkpoint.place.city = scan.city.empty() ? address.city : std::string(scan.city);
  checkpoint.place.country = scan.city.empty() ? address.country : "DE";
  return checkpoint;
}

void apply_scan(const App& app, const DemoScan& scan, Shipment& shipment) {
  shipment.status = scan.status;
  shipment.sub_status = scan.sub_status;
  if (scan.status == ShipmentStatus::PickedUp) shipment.shipped_at = now_at_shop(app);
  if (scan.status == ShipmentStatus::Delivered) shipment.delivered_at = now_at_shop(app);
  // Nobody knows when what is held, lost or on its way back arrives.
  if (scan.status == ShipmentStatus::OnHold || scan.status == ShipmentStatus::Exception ||
      scan.status == ShipmentStatus::Returning) {
    shipment.estimate = {};
  }
  // Until the carrier has sorted it, only the shop can say when it may come.
  if (scan.sub_status == SubStatus::DepartedFacility && !shipment.estimate.known()) {
    shipment.estimate.from = estimated_day(app);
  }
  if (scan.status == ShipmentStatus::AttemptFailed || scan.status == ShipmentStatus::Delayed) {
    const int32_t today = base::day_number(now_at_shop(app));
    shipment.estimate.from = base::date_from_day_number(today + 1);
    if (base::weekday(shipment.estimate.from) == kSunday) {
      shipment.estimate.from = base::date_from_day_number(today + 2);
    }
  }
}

const DemoScan* scan_of_code(std::string_view code) {
  for (const auto* scans : {&journey_scans(), &trouble_scans()}) {
    for (const DemoScan& scan : *scans) {
      if (scan.code == code) return &scan;
    }
  }
  return nullptr;
}

Shipment new_shipment(const StoredOrder& stored) {
  Shipment shipment;
  shipment.id = random_id("shp_");
  shipment.carrier = "dhl";
  shipment.carrier_name = "DHL";
  shipment.service = "DHL Paket";
  // Twelve digits from the id's randomness, as the carrier's domestic numbers have.
  std::string digits = "00340";
  for (size_t i = 4; digits.size() < 20; ++i)
    digits += static_cast<char>('0' + shipment.id[i] % 10);
  shipment.tracking_number = digits;
  shipment.tracking_url = base::safe_url(
      "https://www.dhl.de/en/privatkunden/pakete-empfangen/verfolgen.html?piececode=" + digits);
  shipment.origin_country = "DE";
  shipment.destination_country = stored.order.shipping_address.country;
  return shipment;
}

Shipment labelled_shipment(const ParcelLabel& label, const StoredOrder& stored) {
  Shipment shipment;
  shipment.id = random_id("shp_");
  shipment.carrier = label.carrier;
  shipment.carrier_name = label.carrier_name;
  shipment.tracking_number = label.tracking_number;
  shipment.destination_country = stored.order.shipping_address.country;
  return shipment;
}

}  // namespace

const std::vector<DemoScan>& journey_scans() {
  static const std::vector<DemoScan> scans = {
      {"label_created", "Label created", ShipmentStatus::LabelCreated, SubStatus::None,
       "The sender has announced the shipment electronically.", "Leipzig"},
      {"picked_up", "Picked up", ShipmentStatus::PickedUp, SubStatus::AcceptanceScan,
       "The shipment was picked up from the sender.", "Leipzig"},
      {"departed", "Left the parcel centre", ShipmentStatus::InTransit, SubStatus::DepartedFacility,
       "The shipment has been processed in the parcel centre of origin.", "Radefeld"},
      {"arrived", "Arrived in the region", ShipmentStatus::InTransit, SubStatus::ArrivedAtFacility,
       "The shipment has arrived in the region of the recipient.", "Rüdersdorf"},
      {"out_for_delivery", "Out for delivery", ShipmentStatus::OutForDelivery, SubStatus::None,
       "The shipment has been loaded onto the delivery vehicle.", ""},
      {"delivered", "Delivered", ShipmentStatus::Delivered, SubStatus::None,
       "The shipment was delivered to the recipient.", ""},
  };
  return scans;
}

const std::vector<DemoScan>& trouble_scans() {
  static const std::vector<DemoScan> scans = {
      {"delayed", "Delayed", ShipmentStatus::Delayed, SubStatus::WeatherDelay,
       "The shipment is delayed because of the weather.", "Rüdersdorf"},
      {"attempt_failed", "Nobody at home", ShipmentStatus::AttemptFailed,
       SubStatus::RecipientAbsent, "Nobody was at home. We try again on the next working day.", ""},
      {"ready_for_pickup", "Waits at a shop", ShipmentStatus::ReadyForPickup, SubStatus::NoticeLeft,
       "The shipment is ready to be collected; bring the card we left and an ID.", ""},
      {"address_problem", "Address not found", ShipmentStatus::OnHold, SubStatus::AddressProblem,
       "The address could not be found. Please contact the sender.", ""},
      {"neighbour", "Left with a neighbour", ShipmentStatus::Delivered,
       SubStatus::LeftWithNeighbour, "The shipment was left with a neighbour.", ""},
      {"damaged", "Damaged", ShipmentStatus::Exception, SubStatus::Damaged,
       "The shipment was damaged and is being repacked.", "Rüdersdorf"},
      {"lost", "Lost", ShipmentStatus::Exception, SubStatus::Lost,
       "The shipment cannot be found. A search has begun.", "Rüdersdorf"},
      {"customs_started", "Reached customs", ShipmentStatus::InTransit, SubStatus::CustomsStarted,
       "The shipment is being cleared by customs.", "Frankfurt"},
      {"duties_due", "Duties are due", ShipmentStatus::OnHold, SubStatus::PaymentNeeded,
       "Customs holds the shipment until the duties are paid.", "Frankfurt"},
      {"customs_cleared", "Left customs", ShipmentStatus::InTransit, SubStatus::CustomsCleared,
       "Customs has released the shipment.", "Frankfurt"},
      {"handed_over", "Handed to another carrier", ShipmentStatus::InTransit,
       SubStatus::HandedToLocalCarrier,
       "The shipment was handed to the carrier that delivers in your region.", "Rüdersdorf"},
      {"returning", "On its way back", ShipmentStatus::Returning, SubStatus::None,
       "The shipment is on its way back to the sender.", "Rüdersdorf"},
      {"returned", "Back at the sender", ShipmentStatus::Returned, SubStatus::None,
       "The shipment was returned to the sender.", "Leipzig"},
  };
  return scans;
}

const DemoScan* next_scan(const Shipment& shipment) {
  if (is_final(shipment.status)) return nullptr;
  // After trouble the journey goes on from the furthest regular scan.
  const DemoScan* next = &journey_scans().front();
  for (size_t i = 0; i + 1 < journey_scans().size(); ++i) {
    const std::string_view code = journey_scans()[i].code;
    const bool scanned = std::any_of(
        shipment.checkpoints.begin(), shipment.checkpoints.end(),
        [code](const tracking::Checkpoint& checkpoint) { return checkpoint.raw_code == code; });
    if (scanned) next = &journey_scans()[i + 1];
  }
  return next;
}

std::vector<std::string> unshipped_lines(Database& database, std::string_view order_id) {
  std::vector<std::string> ids;
  Statement row = database.query(
      "SELECT id FROM order_lines l WHERE order_id = ?1 AND requires_shipping = 1 AND NOT EXISTS "
      "(SELECT 1 FROM shipment_items i JOIN shipments s ON s.id = i.shipment_id "
      "WHERE s.order_id = ?1 AND i.line_id = l.id) AND NOT EXISTS "
      // What is being given back is not sent.
      "(SELECT 1 FROM charges c WHERE c.order_id = ?1 AND c.offer_id = l.offer_id AND "
      "c.state = 'refunding') ORDER BY position",
      order_id);
  while (row.step()) ids.push_back(row.text(0));
  return ids;
}

std::string create_shipment(App& app, std::string_view order_id,
                            const std::vector<std::string>& line_ids, const ParcelLabel& label) {
  DatabasePool::Lease database = app.databases.lease();
  Transaction transaction(*database);
  const std::optional<StoredOrder> stored = find_order(*database, order_id);
  if (!stored) throw Problem(ProblemCode::NotFound);
  if (stored->cancelled_ms) throw Problem(ProblemCode::OrderCancelled);
  const bool own_label = !label.tracking_number.empty();
  Shipment shipment = own_label ? labelled_shipment(label, *stored) : new_shipment(*stored);
  const std::vector<std::string> left = unshipped_lines(*database, order_id);
  for (const std::string& line_id : line_ids) {
    if (std::find(left.begin(), left.end(), line_id) == left.end()) {
      throw Problem(ProblemCode::Invalid, "not a line that is left to ship: " + line_id);
    }
  }
  for (const order::LineItem& line : stored->order.lines) {
    if (std::find(line_ids.begin(), line_ids.end(), line.id) != line_ids.end()) {
      shipment.items.push_back({line.id, line.quantity});
    }
  }
  // Of a label bought elsewhere the shop may not know what is in the parcel.
  if (shipment.items.empty() && !own_label) throw Problem(ProblemCode::Invalid, "nothing to ship");
  if (!own_label) {
    const DemoScan& first = journey_scans().front();
    apply_scan(app, first, shipment);
    shipment.checkpoints.push_back(
        checkpoint_of(app, first, shipment, stored->order.shipping_address));
  }
  insert_shipment(*database, order_id, shipment);
  mark_released(*database, order_id, app.clock.now_ms());
  transaction.commit();
  return shipment.id;
}

std::string add_scan(App& app, std::string_view order_id, std::string_view shipment_id,
                     std::string_view code) {
  DatabasePool::Lease database = app.databases.lease();
  Transaction transaction(*database);
  const std::optional<StoredOrder> stored = find_order(*database, order_id);
  if (!stored) throw Problem(ProblemCode::NotFound);
  std::vector<Shipment> shipments = shipments_after(*database, order_id, 0);
  const auto found =
      std::find_if(shipments.begin(), shipments.end(),
                   [&](const Shipment& shipment) { return shipment.id == shipment_id; });
  if (found == shipments.end()) throw Problem(ProblemCode::NotFound);
  if (is_final(found->status)) throw Problem(ProblemCode::Invalid, "the parcel's journey is over");
  const DemoScan* scan = code.empty() ? next_scan(*found) : scan_of_code(code);
  if (scan == nullptr) throw Problem(ProblemCode::Invalid, "not a scan: " + std::string(code));
  tracking::Checkpoint checkpoint =
      checkpoint_of(app, *scan, *found, stored->order.shipping_address);
  apply_scan(app, *scan, *found);
  found->checkpoints = {std::move(checkpoint)};
  update_shipment(*database, order_id, *found);
  transaction.commit();
  return std::string(scan->label);
}

}  // namespace postlude::server
