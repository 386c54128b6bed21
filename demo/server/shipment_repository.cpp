#include "demo/server/shipment_repository.h"

#include "core/tracking/normalise.h"
#include "demo/server/order_repository.h"

namespace postlude::server {
namespace {

using tracking::Checkpoint;
using tracking::Shipment;

constexpr int64_t kCheckpointsAReport = 100'000;  // at most

base::SourceTime read_time(const std::string& text) {
  return base::parse_source_time(text).value_or(base::SourceTime{});
}

/// Letters and digits, in capitals: numbers are printed with blanks and hyphens.
std::string number_key(std::string_view tracking_number) {
  std::string key;
  for (const char c : tracking_number) {
    if (c >= 'a' && c <= 'z') {
      key += static_cast<char>(c - 'a' + 'A');
    } else if (c != ' ' && c != '-') {
      key += c;
    }
  }
  return key;
}

void write_checkpoints(Database& database, const Shipment& shipment, int64_t cursor) {
  int64_t position = (cursor + 1) * kCheckpointsAReport;
  for (const Checkpoint& checkpoint : shipment.checkpoints) {
    const tracking::Coordinates at = checkpoint.place.coordinates.value_or(tracking::Coordinates{});
    database.execute(
        "INSERT INTO checkpoints (shipment_id, id, status, sub_status, raw_code, message, time, "
        "city, region, postcode, country, latitude, longitude, cursor, position) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET status = excluded.status, sub_status = excluded.sub_status, "
        "raw_code = excluded.raw_code, message = excluded.message, time = excluded.time, "
        "city = excluded.city, region = excluded.region, postcode = excluded.postcode, "
        "country = excluded.country, latitude = excluded.latitude, "
        "longitude = excluded.longitude, cursor = excluded.cursor, position = excluded.position "
        "WHERE (status, sub_status, raw_code, message, time, city, region, postcode, country, "
        "latitude, longitude) <> "
        "(excluded.status, excluded.sub_status, excluded.raw_code, excluded.message, "
        "excluded.time, excluded.city, excluded.region, excluded.postcode, excluded.country, "
        "excluded.latitude, excluded.longitude)",
        shipment.id, checkpoint.id, tracking::status_name(checkpoint.status),
        tracking::sub_status_name(checkpoint.sub_status), checkpoint.raw_code, checkpoint.message,
        base::source_time_text(checkpoint.time), checkpoint.place.city, checkpoint.place.region,
        checkpoint.place.postcode, checkpoint.place.country, int64_t{at.latitude},
        int64_t{at.longitude}, cursor, --position);
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
      "SELECT id, status, sub_status, raw_code, message, time, city, country, region, postcode, "
      "latitude, longitude FROM checkpoints "
      "WHERE shipment_id = ? AND cursor > ? ORDER BY position DESC",
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
    checkpoint.place.region = row.text(8);
    checkpoint.place.postcode = row.text(9);
    const tracking::Coordinates at{static_cast<int16_t>(row.integer(10)),
                                   static_cast<int16_t>(row.integer(11))};
    if (at != tracking::Coordinates{}) checkpoint.place.coordinates = at;
    checkpoints.push_back(std::move(checkpoint));
  }
  tracking::sort_checkpoints(checkpoints);
  return checkpoints;
}

/// The shipment that a row of order and shipment id names.
std::optional<StoredParcel> load_parcel(Database& database, Statement row) {
  if (!row.step()) return std::nullopt;
  const std::string order_id = row.text(0);
  std::optional<Shipment> shipment = find_shipment(database, order_id, row.text(1));
  if (!shipment) return std::nullopt;
  return StoredParcel{order_id, std::move(*shipment)};
}

// What was said first of its arrival stays, whatever is said later.
void keep_first_estimate(Database& database, const std::string& id) {
  database.execute(
      "UPDATE shipments SET first_estimate_from = estimate_from, "
      "first_estimate_until = estimate_until WHERE id = ? AND first_estimate_from = ''",
      id);
}

}  // namespace

void insert_shipment(Database& database, std::string_view order_id, const Shipment& shipment) {
  database.execute(
      "INSERT INTO shipments (id, order_id, carrier, carrier_name, service, tracking_number, "
      "number_key, tracking_url, status, sub_status, estimate_from, estimate_until, shipped_at, "
      "delivered_at, origin_country, destination_country, cursor) "
      "VALUES (?, ?, '', '', '', ?, ?, '', '', '', '', '', '', '', '', '', 0)",
      shipment.id, order_id, shipment.tracking_number, number_key(shipment.tracking_number));
  for (const tracking::ShipmentItem& item : shipment.items) {
    database.execute("INSERT INTO shipment_items (shipment_id, line_id, quantity) VALUES (?, ?, ?)",
                     shipment.id, item.line_id, item.quantity);
  }
  update_shipment(database, order_id, shipment);
}

void update_shipment(Database& database, std::string_view order_id, const Shipment& shipment) {
  const int64_t cursor = bump_cursor(database, order_id);
  const tracking::PickupPlace& pickup = shipment.pickup;
  database.execute(
      "UPDATE shipments SET carrier = ?, carrier_name = ?, service = ?, tracking_url = ?, "
      "status = ?, sub_status = ?, raw_status = ?, direction = ?, signed_by = ?, "
      "estimate_from = ?, estimate_until = ?, estimate_source = ?, shipped_at = ?, "
      "delivered_at = ?, origin_country = ?, destination_country = ?, proof_photo = ?, "
      "report_url = ?, pickup_name = ?, pickup_address = ?, pickup_hours = ?, pickup_until = ?, "
      "returns_url = ?, returns_until = ?, returns_withdrawn = ?, cursor = ? "
      "WHERE id = ? AND order_id = ?",
      shipment.carrier, shipment.carrier_name, shipment.service, shipment.tracking_url.text(),
      tracking::status_name(shipment.status), tracking::sub_status_name(shipment.sub_status),
      shipment.raw_status, tracking::direction_name(shipment.direction), shipment.signed_by,
      base::source_time_text(shipment.estimate.from),
      base::source_time_text(shipment.estimate.until),
      tracking::estimate_source_name(shipment.estimate.source),
      base::source_time_text(shipment.shipped_at), base::source_time_text(shipment.delivered_at),
      shipment.origin_country, shipment.destination_country, shipment.proof_photo.text(),
      shipment.report_url.text(), pickup.name, pickup.address, pickup.hours,
      base::source_time_text(pickup.until), shipment.returns.url.text(),
      base::source_time_text(shipment.returns.until), shipment.returns.withdrawn, cursor,
      shipment.id, order_id);
  keep_first_estimate(database, shipment.id);
  write_checkpoints(database, shipment, cursor);
}

std::vector<Shipment> shipments_after(Database& database, std::string_view order_id,
                                      int64_t cursor) {
  std::vector<Shipment> shipments;
  Statement row = database.query(
      "SELECT id, carrier, carrier_name, service, tracking_number, tracking_url, status, "
      "sub_status, estimate_from, estimate_until, shipped_at, delivered_at, origin_country, "
      "destination_country, raw_status, direction, signed_by, estimate_source, "
      "first_estimate_from, first_estimate_until, proof_photo, report_url, pickup_name, "
      "pickup_address, pickup_hours, pickup_until, returns_url, returns_until, returns_withdrawn "
      "FROM shipments WHERE order_id = ? AND cursor > ? ORDER BY rowid",
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
    shipment.raw_status = row.text(14);
    shipment.direction =
        tracking::direction_from(row.text(15)).value_or(tracking::Direction::Outbound);
    shipment.signed_by = row.text(16);
    shipment.estimate.source =
        tracking::estimate_source_from(row.text(17)).value_or(tracking::EstimateSource::Carrier);
    const tracking::Estimate first{read_time(row.text(18)), read_time(row.text(19)),
                                   shipment.estimate.source};
    if (first != shipment.estimate) shipment.first_estimate = first;
    shipment.proof_photo = base::safe_url(row.text(20));
    shipment.report_url = base::safe_url(row.text(21));
    shipment.pickup = {row.text(22), row.text(23), row.text(24), read_time(row.text(25))};
    shipment.returns = {base::safe_url(row.text(26)), read_time(row.text(27)),
                        row.integer(28) != 0};
    shipment.items = read_items(database, shipment.id);
    shipment.checkpoints = read_checkpoints(database, shipment.id, cursor);
    shipments.push_back(std::move(shipment));
  }
  return shipments;
}

std::optional<Shipment> find_shipment(Database& database, std::string_view order_id,
                                      std::string_view shipment_id) {
  for (Shipment& shipment : shipments_after(database, order_id, 0)) {
    if (shipment.id == shipment_id) return std::move(shipment);
  }
  return std::nullopt;
}

bool has_left(Database& database, std::string_view order_id, std::string_view line_id) {
  Statement row = database.query(
      "SELECT EXISTS (SELECT 1 FROM order_lines l JOIN shipments s ON s.order_id = l.order_id "
      "LEFT JOIN shipment_items i ON i.shipment_id = s.id WHERE l.order_id = ? AND l.id = ? AND "
      "l.requires_shipping = 1 AND (i.line_id = l.id OR i.line_id IS NULL))",
      order_id, line_id);
  return row.step() && row.integer(0) != 0;
}

std::optional<StoredParcel> find_parcel(Database& database, std::string_view tracking_number) {
  const std::string key = number_key(tracking_number);
  if (key.empty()) return std::nullopt;
  return load_parcel(database,
                     database.query("SELECT order_id, id FROM shipments WHERE number_key = ? "
                                    "ORDER BY rowid DESC LIMIT 1",
                                    key));
}

void remember_alias(Database& database, std::string_view source, std::string_view alias,
                    std::string_view shipment_id) {
  database.execute(
      "INSERT INTO parcel_aliases (source, alias, shipment_id) VALUES (?, ?, ?) "
      "ON CONFLICT DO UPDATE SET shipment_id = excluded.shipment_id",
      source, alias, shipment_id);
}

std::optional<StoredParcel> find_parcel_by_alias(Database& database, std::string_view source,
                                                 std::string_view alias) {
  return load_parcel(database,
                     database.query("SELECT s.order_id, s.id FROM parcel_aliases a JOIN shipments "
                                    "s ON s.id = a.shipment_id WHERE a.source = ? AND a.alias = ?",
                                    source, alias));
}

}  // namespace postlude::server
