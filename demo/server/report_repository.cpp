#include "demo/server/report_repository.h"

namespace postlude::server {
namespace {

constexpr std::string_view kNames[] = {
#define X(name, text) text,
    POSTLUDE_DELIVERY_PROBLEMS(X)
#undef X
};

}  // namespace

std::string_view delivery_problem_name(DeliveryProblem problem) {
  return kNames[static_cast<size_t>(problem)];
}

std::optional<DeliveryProblem> delivery_problem_from(std::string_view name) {
  for (size_t i = 0; i < std::size(kNames); ++i) {
    if (kNames[i] == name) return static_cast<DeliveryProblem>(i);
  }
  return std::nullopt;
}

bool insert_report(Database& database, const ProblemReport& report) {
  return database.execute(
             "INSERT INTO problem_reports (shipment_id, problem, order_id, text, created_ms) "
             "VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
             report.shipment_id, delivery_problem_name(report.problem), report.order_id,
             report.text, report.created_ms) == 1;
}

std::vector<ProblemReport> list_reports(Database& database, std::string_view order_id) {
  std::vector<ProblemReport> reports;
  Statement row = database.query(
      "SELECT order_id, shipment_id, problem, text, created_ms FROM problem_reports "
      "WHERE order_id = ? ORDER BY created_ms DESC, shipment_id, problem",
      order_id);
  while (row.step()) {
    reports.push_back({row.text(0), row.text(1),
                       delivery_problem_from(row.text(2)).value_or(DeliveryProblem::NotReceived),
                       row.text(3), row.integer(4)});
  }
  return reports;
}

bool has_shipment(Database& database, std::string_view order_id, std::string_view shipment_id) {
  Statement row = database.query("SELECT 1 FROM shipments WHERE id = ? AND order_id = ?",
                                 shipment_id, order_id);
  return row.step();
}

}  // namespace postlude::server
