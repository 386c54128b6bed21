#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "demo/server/database.h"

namespace postlude::server {

/// What a shopper can say is wrong with a parcel.
#define POSTLUDE_DELIVERY_PROBLEMS(X) \
  X(NotReceived, "not_received")      \
  X(Damaged, "damaged")               \
  X(WrongItem, "wrong_item")

enum class DeliveryProblem : uint8_t {
#define X(name, text) name,
  POSTLUDE_DELIVERY_PROBLEMS(X)
#undef X
};

std::string_view delivery_problem_name(DeliveryProblem problem);
std::optional<DeliveryProblem> delivery_problem_from(std::string_view name);

struct ProblemReport {
  std::string order_id;
  std::string shipment_id;
  DeliveryProblem problem = DeliveryProblem::NotReceived;
  std::string text;
  int64_t created_ms = 0;
};

/// Writes a report; false when this parcel has one of this problem already. The shipment exists.
bool insert_report(Database& database, const ProblemReport& report);

/// Returns the reports of an order, newest first.
std::vector<ProblemReport> list_reports(Database& database, std::string_view order_id);

/// Returns whether the order has this shipment.
bool has_shipment(Database& database, std::string_view order_id, std::string_view shipment_id);

}  // namespace postlude::server
