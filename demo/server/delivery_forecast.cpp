#include "demo/server/delivery_forecast.h"

#include <map>
#include <stdexcept>
#include <tuple>

#include "demo/server/order_repository.h"

namespace postlude::server {
namespace {

using tracking::DeliveryQuestion;
using tracking::DeliveryRules;
using tracking::Lane;
using tracking::Shipment;

using LaneKey = std::tuple<std::string, std::string, std::string>;  // from, to, service

base::SourceTime read_time(const std::string& text) {
  return base::parse_source_time(text).value_or(base::SourceTime{});
}

}  // namespace

DeliveryRules read_delivery_rules(const std::string& json) {
  const auto document = base::parse_json(json);
  if (!document.ok()) throw std::runtime_error("delivery.json: not JSON");
  const auto rules = tracking::parse_delivery_rules(document.value().root());
  if (!rules.ok()) {
    throw std::runtime_error("delivery.json: " + std::string(base::error_name(rules.error().code)) +
                             " at " + rules.error().pointer);
  }
  return rules.value();
}

DeliveryRules with_own_lanes(Database& database, DeliveryRules rules) {
  std::map<LaneKey, std::vector<int>> taken;
  Statement row = database.query(
      "SELECT origin_country, destination_country, service, shipped_at, delivered_at "
      "FROM shipments WHERE status = 'delivered' AND shipped_at <> '' AND delivered_at <> '' "
      "ORDER BY rowid DESC LIMIT ?",
      kLaneDeliveries);
  while (row.step()) {
    DeliveryQuestion question;
    question.origin = row.text(0);
    question.destination = row.text(1);
    question.service = row.text(2);
    question.handed_over = read_time(row.text(3));
    const auto days = tracking::transit_days(rules, question, read_time(row.text(4)));
    if (!days) continue;
    taken[{question.origin, question.destination, ""}].push_back(*days);
    if (question.service.empty()) continue;
    taken[{question.origin, question.destination, question.service}].push_back(*days);
  }
  for (auto& [key, days] : taken) {
    Lane lane;
    std::tie(lane.origin, lane.destination, lane.service) = key;
    tracking::set_quantiles(lane, std::move(days));
    rules.lanes.push_back(std::move(lane));
  }
  return rules;
}

void forecast_arrivals(const DeliveryRules& rules, const StoredOrder& stored,
                       const base::SourceTime& today, std::vector<Shipment>& shipments) {
  for (Shipment& shipment : shipments) {
    DeliveryQuestion question;
    question.ordered_at = stored.order.created_at;
    question.handed_over = shipment.shipped_at;
    question.today = today;
    question.origin = shipment.origin_country;
    question.destination = shipment.destination_country;
    question.service = shipment.service;
    tracking::apply_forecast(tracking::estimate_delivery(rules, question), today, shipment);
  }
}

}  // namespace postlude::server
