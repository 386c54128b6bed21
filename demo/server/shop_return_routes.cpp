#include <algorithm>
#include <string>

#include "demo/server/form_notice.h"
#include "demo/server/http_answer.h"
#include "demo/server/http_problem.h"
#include "demo/server/order_access.h"
#include "demo/server/order_repository.h"
#include "demo/server/returns.h"
#include "demo/server/shipment_repository.h"
#include "demo/server/shop_page.h"
#include "demo/server/shop_sections.h"

namespace postlude::server {
namespace {

PageValues::List line_rows(const order::Order& order, const std::vector<std::string>& ids) {
  PageValues::List rows;
  for (const order::LineItem& line : order.lines) {
    if (std::find(ids.begin(), ids.end(), line.id) == ids.end()) continue;
    PageValues row;
    row.text("id", line.id)
        .text("title", line.title)
        .text("variant", line.variant)
        .number("quantity", line.quantity)
        // The only one is what they came for.
        .flag("chosen", ids.size() == 1);
    rows.push_back(std::move(row));
  }
  return rows;
}

/// The form by which something of one parcel of the order that the shopper's cookie opens is
/// announced to come back.
void show_return(const ShopSite& site, const httplib::Request& request,
                 httplib::Response& response) {
  const std::optional<StoredOrder> stored = order_of_visitor(site.app, request);
  if (!stored) return see_other(response, "/order");
  DatabasePool::Lease database = site.app.databases.lease();
  const std::string& order_id = stored->order.id;
  const base::SourceTime now = base::source_time_at(site.app.clock.now_ms(), kShopOffsetMinutes);
  std::vector<std::string> lines;
  const auto parcel = find_shipment(*database, order_id, form_text(request, "shipment"));
  if (parcel) lines = returnable_lines(*parcel, lines_sent_back(*database, order_id), now);
  if (lines.empty()) {
    leave_notice(*database, order_id, {"", "return.over"});
    return see_other(response, "/order");
  }
  PageValues values;
  values.text("number", stored->order.number)
      .text("shipment", parcel->id)
      .number("days", kReturnDays)
      .list("lines", line_rows(stored->order, lines));
  send_page(site, request, response,
            {.template_name = "return",
             .title = "Return something",
             .description = "Send back what you do not want to keep.",
             .values = std::move(values),
             .current = "order"});
}

void send_back(const ShopSite& site, const httplib::Request& request, httplib::Response& response) {
  const std::string order_id = order_of_cookie(site.app, request);
  if (order_id.empty()) return see_other(response, "/order");
  const std::string shipment_id = form_text(request, "shipment");
  std::vector<std::string> lines;
  for (size_t i = 0; i < request.get_param_value_count("line"); ++i) {
    lines.push_back(request.get_param_value("line", i));
  }
  std::string_view outcome = "return.announced";
  try {
    announce_return(site.app, order_id, shipment_id, lines);
  } catch (const Problem& problem) {
    if (problem.code != ProblemCode::Invalid) throw;
    outcome = lines.empty() ? "return.nothing_chosen" : "return.over";
  }
  tell_if_possible([&] {
    leave_notice(*site.app.databases.lease(), order_id, {"", std::string(outcome)});
  });
  see_other(response, "/order");
}

}  // namespace

void register_return_page(httplib::Server& server, const ShopSite& site) {
  server.Get("/order/return",
             page_route(site, "shop return", [&site](const auto& request, auto& response) {
               show_return(site, request, response);
             }));
  server.Post("/order/return",
              form_route(site, "shop send back", [&site](const auto& request, auto& response) {
                send_back(site, request, response);
              }));
}

}  // namespace postlude::server
