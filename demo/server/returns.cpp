#include "demo/server/returns.h"

#include <algorithm>
#include <utility>

#include "demo/server/demo_carrier.h"
#include "demo/server/http_problem.h"
#include "demo/server/order_repository.h"
#include "demo/server/shipment_repository.h"

namespace postlude::server {
namespace {

using tracking::Shipment;

bool holds(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// The last day; not known() for what has not arrived, or nobody knows when.
base::SourceTime last_return_day(const Shipment& shipment) {
  const bool arrived = shipment.status == tracking::ShipmentStatus::Delivered &&
                       shipment.direction == tracking::Direction::Outbound &&
                       shipment.delivered_at.known();
  if (!arrived) return {};
  return base::date_from_day_number(base::day_number(shipment.delivered_at) + kReturnDays);
}

}  // namespace

std::vector<std::string> returnable_lines(const Shipment& shipment,
                                          const std::vector<std::string>& sent_back,
                                          const base::SourceTime& now) {
  if (shipment.returns.withdrawn) return {};
  const base::SourceTime last = last_return_day(shipment);
  if (!last.known() || base::day_number(last) < base::day_number(now)) return {};
  std::vector<std::string> lines;
  for (const tracking::ShipmentItem& item : shipment.items) {
    if (!holds(sent_back, item.line_id)) lines.push_back(item.line_id);
  }
  return lines;
}

std::vector<std::string> lines_sent_back(Database& database, std::string_view order_id) {
  std::vector<std::string> ids;
  Statement row = database.query(
      "SELECT DISTINCT i.line_id FROM shipment_items i JOIN shipments s ON s.id = i.shipment_id "
      "WHERE s.order_id = ? AND s.direction = 'return' AND s.status <> 'cancelled'",
      order_id);
  while (row.step()) ids.push_back(row.text(0));
  return ids;
}

void offer_returns(Database& database, std::string_view order_id, const base::SourceTime& now,
                   std::vector<Shipment>& shipments) {
  const std::vector<std::string> sent_back = lines_sent_back(database, order_id);
  for (Shipment& shipment : shipments) {
    if (!shipment.returns.url.empty()) continue;  // its source has a page of its own
    if (std::exchange(shipment.returns, {}).withdrawn) continue;
    if (returnable_lines(shipment, sent_back, now).empty()) continue;
    shipment.returns = {base::safe_url("/order/return?shipment=" + shipment.id),
                        last_return_day(shipment)};
  }
}

void announce_return(App& app, std::string_view order_id, std::string_view shipment_id,
                     const std::vector<std::string>& line_ids) {
  const base::SourceTime now = base::source_time_at(app.clock.now_ms(), kShopOffsetMinutes);
  DatabasePool::Lease database = app.databases.lease();
  Transaction transaction(*database);
  const std::optional<Shipment> parcel = find_shipment(*database, order_id, shipment_id);
  if (!parcel) throw Problem(ProblemCode::NotFound);
  const std::vector<std::string> can =
      returnable_lines(*parcel, lines_sent_back(*database, order_id), now);
  if (line_ids.empty()) throw Problem(ProblemCode::Invalid, "line: nothing to send back");
  for (const std::string& line_id : line_ids) {
    if (!holds(can, line_id)) {
      throw Problem(ProblemCode::Invalid, "line: cannot be sent back: " + line_id);
    }
  }
  write_return(app, *database, order_id, line_ids);
  // So that pages that are open hear that it can be sent back no longer.
  update_shipment(*database, order_id, *parcel);
  transaction.commit();
}

}  // namespace postlude::server
