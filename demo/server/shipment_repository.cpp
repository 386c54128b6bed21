#include "demo/server/shipment_repository.h"

#include "core/tracking/normalise.h"
#include "demo/server/order_repository.h"

namespace postlude::server {
namespace {

using tracking::Checkpoint;
using tracking::Shipment;

base::SourceTime read_time(const std::string& text) {
  return base::parse_source_time(text).value_or(base::SourceTime{});
}

void insert_checkpoints(Database& database, const Shipment& shipment, int64_t cursor) {
  for (const Checkpoint& checkpoint : shipment.checkpoints) {
    database.execute(
        "INSERT INTO checkpoints (shipment_id, id, status, sub_status, raw_code, message, time, "
        "city, country, cursor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        shipment.id, checkpoint.id, tracking::status_name(checkpoint.status),
        tracking::sub_status_name(checkpoint.sub_status), checkpoint.raw_code, checkpoint.message,
        base::source_time_text(checkpoint.time), checkpoint.place.city, checkpoint.place.country,
        cursor);
  }
}

std::vector<tracking::ShipmentItem> read_items(Database& database, const std::string& shipment_id) {
  std::vector<tracking::ShipmentItem> items;
  Statement row = database.query(
      "SELECT line_id, quantity FROM shipment_items WHERE shipment_id = ? ORDER BY line_id",
      shipment_id);
  while (row.step()) items.push_back({row.text(0), row.integer(1)});
  return items;
}

std::vector<Checkpoint> read_checkpoints(Database& database, const std::string& shipment_id,
                                         int64_t cursor) {
  std::vector<Checkpoint> checkpoints;
  Statement row = database.query(
      "SELECT id, status, sub_status, raw_code, message, time, city, country FROM checkpoints "
      "WHERE shipment_id = ? AND cursor > ? ORDER BY cursor DESC",
      shipment_id, cursor);
  while (row.step()) {
    Checkpoint checkpoint;
    checkpoint.id = row.text(0);
    checkpoint.status =
        tracking::status_from(row.text(1)).value_or(tracking::ShipmentStatus::Unknown);
    checkpoint.sub_status =
        tracking::sub_status_from(row.text(2)).value_or(tracking::SubStatus::None);
    checkpoint.raw_code = row.text(3);
    checkpoint.message = row.text(4);
    checkpoint.time = read_time(row.text(5));
    checkpoint.place.city = row.text(6);
    checkpoint.place.country = row.text(7);
    checkpoints.push_back(std::move(checkpoint));
  }
  tracking::sort_checkpoints(checkpoints);
  return checkpoints;
}

}  // namespace

void insert_shipment(Database& database, std::string_view order_id, const Shipment& shipment) {
  const int64_t cursor = bump_cursor(database, order_id);
  database.execute(
      "INSERT INTO shipments (id, order_id, carrier, carrier_name, service, tracking_number, "
      "tracking_url, status, sub_status, estimate_from, estimate_until, shipped_at, delivered_at, "
      "origin_country, destination_country, cursor) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      shipment.id, order_id, shipment.carrier, shipment.carrier_name, shipment.service,
      shipment.tracking_number, shipment.tracking_url.text(),
      tracking::status_name(shipment.status), tracking::sub_status_name(shipment.sub_status),
      base::source_time_text(shipment.estimate.from),
      base::source_time_text(shipment.estimate.until), base::source_time_text(shipment.shipped_at),
      base::source_time_text(shipment.delivered_at), shipment.origin_country,
      shipment.destination_country, cursor);
  for (const tracking::ShipmentItem& item : shipment.items) {
    database.execute("INSERT INTO shipment_items (shipment_id, line_id, quantity) VALUES (?, ?, ?)",
                     shipment.id, item.line_id, item.quantity);
  }
  insert_checkpoints(database, shipment, cursor);
}

void update_shipment(Database& database, std::string_view order_id, const Shipment& shipment) {
  const int64_t cursor = bump_cursor(database, order_id);
  database.execute(
      "UPDATE shipments SET status = ?, sub_status = ?, estimate_from = ?, estimate_until = ?, "
      "shipped_at = ?, delivered_at = ?, cursor = ? WHERE id = ? AND order_id = ?",
      tracking::status_name(shipment.status), tracking::sub_status_name(shipment.sub_status),
      base::source_time_text(shipment.estimate.from),
      base::source_time_text(shipment.estimate.until), base::source_time_text(shipment.shipped_at),
      base::source_time_text(shipment.delivered_at), cursor, shipment.id, order_id);
  insert_checkpoints(database, shipment, cursor);
}

std::vector<Shipment> shipments_after(Database& database, std::string_view order_id,
                                      int64_t cursor) {
  std::vector<Shipment> shipments;
  Statement row = database.query(
      "SELECT id, carrier, carrier_name, service, tracking_number, tracking_url, status, "
      "sub_status, estimate_from, estimate_until, shipped_at, delivered_at, origin_country, "
      "destination_country FROM shipments WHERE order_id = ? AND cursor > ? ORDER BY rowid",
      order_id, cursor);
  while (row.step()) {
    Shipment shipment;
    shipment.id = row.text(0);
    shipment.carrier = row.text(1);
    shipment.carrier_name = row.text(2);
    shipment.service = row.text(3);
    shipment.tracking_number = row.text(4);
    shipment.tracking_url = base::safe_url(row.text(5));
    shipment.status =
        tracking::status_from(row.text(6)).value_or(tracking::ShipmentStatus::Unknown);
    shipment.sub_status =
        tracking::sub_status_from(row.text(7)).value_or(tracking::SubStatus::None);
    shipment.estimate.from = read_time(row.text(8));
    shipment.estimate.until = read_time(row.text(9));
    shipment.shipped_at = read_time(row.text(10));
    shipment.delivered_at = read_time(row.text(11));
    shipment.origin_country = row.text(12);
    shipment.destination_country = row.text(13);
    shipment.items = read_items(database, shipment.id);
    shipment.checkpoints = read_checkpoints(database, shipment.id, cursor);
    shipments.push_back(std::move(shipment));
  }
  return shipments;
}

}  // namespace postlude::server
