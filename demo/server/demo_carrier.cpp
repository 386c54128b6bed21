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
constexpr int kPointKeepsDays = 7;
constexpr int kStoreKeepsDays = 14;

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
  checkpoint.place.country = scan.city.empty() ? address.country : std::string(scan.country);
  return checkpoint;
}

/// Where it waits, from Sunday on; the last day is told by when it came there.
tracking::PickupPlace pickup_place(const App& app, const DemoScan& scan) {
  if (scan.code == "store_ready") {
    return {"Our shop, at the counter", "Karl-Heine-Strasse 12, 04229 Leipzig",
            ";09:00-18:00;09:00-18:00;09:00-18:00;09:00-20:00;09:00-20:00;10:00-16:00;",
            base::date_from_day_number(base::day_number(now_at_shop(app)) + kStoreKeepsDays)};
  }
  return {"Späti am Kanal", "Zschochersche Strasse 30, 04229 Leipzig",
          ";08:00-13:00 14:00-19:00;08:00-13:00 14:00-19:00;08:00-13:00;"
          "08:00-13:00 14:00-19:00;08:00-13:00 14:00-19:00;09:00-14:00;",
          base::date_from_day_number(base::day_number(now_at_shop(app)) + kPointKeepsDays)};
}

void apply_scan(const App& app, const DemoScan& scan, Shipment& shipment) {
  shipment.status = scan.status;
  shipment.sub_status = scan.sub_status;
  if (scan.status == ShipmentStatus::ReadyForPickup) shipment.pickup = pickup_place(app, scan);
  if (scan.sub_status == SubStatus::LeftAtSafePlace) {
    shipment.proof_photo = base::safe_url("/store/img/delivery-photo.svg");
  }
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

/// What is the same for all parcels of a kind.
struct KindRow {
  ParcelKind kind;
  std::string_view carrier, carrier_name, service;
  std::string_view origin_country;
  std::string_view first_scan;
};
constexpr KindRow kKinds[] = {
    {ParcelKind::Post, "dhl", "DHL", "DHL Paket", "DE", "label_created"},
    {ParcelKind::Abroad, "dhl", "DHL", "DHL Paket International", "JP", "abroad_label"},
    {ParcelKind::Store, "", "Our shop in Leipzig", "", "", "store_order"},
    {ParcelKind::Local, "", "Our own courier", "", "", "local_order"},
    {ParcelKind::Return, "dhl", "DHL", "DHL Retoure", "", "return_label"},
};

const KindRow& row_of(ParcelKind kind) { return kKinds[static_cast<size_t>(kind)]; }

/// Digits from the id's randomness, as the carrier's domestic numbers have.
std::string number_from(std::string_view id) {
  std::string digits = "00340";
  for (size_t i = 4; digits.size() < 20; ++i) digits += static_cast<char>('0' + id[i] % 10);
  return digits;
}

Shipment new_shipment(const KindRow& row, const StoredOrder& stored) {
  Shipment shipment;
  shipment.id = random_id("shp_");
  shipment.carrier = row.carrier;
  shipment.carrier_name = row.carrier_name;
  shipment.service = row.service;
  shipment.origin_country = row.origin_country;
  shipment.destination_country = stored.order.shipping_address.country;
  if (row.kind == ParcelKind::Return) {
    shipment.direction = tracking::Direction::Return;
    std::swap(shipment.origin_country, shipment.destination_country);
    shipment.destination_country = "DE";
  }
  if (row.carrier.empty()) return shipment;  // nobody prints a number on it
  shipment.tracking_number = number_from(shipment.id);
  shipment.tracking_url = base::safe_url(
      "https://www.dhl.de/en/privatkunden/pakete-empfangen/verfolgen.html?piececode=" +
      shipment.tracking_number);
  return shipment;
}

void pack(const order::Order& order, const std::vector<std::string>& line_ids, Shipment& shipment) {
  for (const order::LineItem& line : order.lines) {
    if (std::find(line_ids.begin(), line_ids.end(), line.id) != line_ids.end()) {
      shipment.items.push_back({line.id, line.quantity});
    }
  }
}

/// The carrier knows of it: its first scan.
void announce(const App& app, const KindRow& row, const StoredOrder& stored, Shipment& shipment) {
  const DemoScan& first = *scan_of_code(row.first_scan);
  apply_scan(app, first, shipment);
  shipment.checkpoints.push_back(
      checkpoint_of(app, first, shipment, stored.order.shipping_address));
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

const DemoScan* next_scan(const Shipment& shipment) {
  if (is_final(shipment.status)) return nullptr;
  if (shipment.status == ShipmentStatus::ReadyForPickup) return scan_of_code("collected");
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
                            const std::vector<std::string>& line_ids, const ParcelLabel& label,
                            ParcelKind kind) {
  DatabasePool::Lease database = app.databases.lease();
  Transaction transaction(*database);
  const std::optional<StoredOrder> stored = find_order(*database, order_id);
  if (!stored) throw Problem(ProblemCode::NotFound);
  if (stored->cancelled_ms) throw Problem(ProblemCode::OrderCancelled);
  const bool own_label = !label.tracking_number.empty();
  Shipment shipment =
      own_label ? labelled_shipment(label, *stored) : new_shipment(row_of(kind), *stored);
  const std::vector<std::string> left = unshipped_lines(*database, order_id);
  for (const std::string& line_id : line_ids) {
    if (kind == ParcelKind::Return) break;
    if (std::find(left.begin(), left.end(), line_id) == left.end()) {
      throw Problem(ProblemCode::Invalid, "not a line that is left to ship: " + line_id);
    }
  }
  pack(stored->order, line_ids, shipment);
  // Of a label bought elsewhere the shop may not know what is in the parcel.
  if (shipment.items.empty() && !own_label) throw Problem(ProblemCode::Invalid, "nothing to ship");
  if (!own_label) announce(app, row_of(kind), *stored, shipment);
  insert_shipment(*database, order_id, shipment);
  mark_released(*database, order_id, app.clock.now_ms());
  transaction.commit();
  return shipment.id;
}

void write_return(App& app, Database& database, std::string_view order_id,
                  const std::vector<std::string>& line_ids) {
  const std::optional<StoredOrder> stored = find_order(database, order_id);
  if (!stored) throw Problem(ProblemCode::NotFound);
  const KindRow& row = row_of(ParcelKind::Return);
  Shipment shipment = new_shipment(row, *stored);
  pack(stored->order, line_ids, shipment);
  announce(app, row, *stored, shipment);
  insert_shipment(database, order_id, shipment);
}

std::string add_scan(App& app, std::string_view order_id, std::string_view shipment_id,
                     std::string_view code) {
  DatabasePool::Lease database = app.databases.lease();
  Transaction transaction(*database);
  const std::optional<StoredOrder> stored = find_order(*database, order_id);
  if (!stored) throw Problem(ProblemCode::NotFound);
  std::optional<Shipment> found = find_shipment(*database, order_id, shipment_id);
  if (!found) throw Problem(ProblemCode::NotFound);
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
