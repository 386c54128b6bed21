#include <string>

#include "demo/server/http_answer.h"
#include "demo/server/order_access.h"
#include "demo/server/order_repository.h"
#include "demo/server/random_id.h"
#include "demo/server/shipment_repository.h"
#include "demo/server/shop_page.h"
#include "demo/server/shop_sections.h"

namespace postlude::server {
namespace {

/// The form for a problem with one parcel of the order that the shopper's cookie opens.
void show_report(const ShopSite& site, const httplib::Request& request,
                 httplib::Response& response) {
  const std::optional<StoredOrder> stored = order_of_visitor(site.app, request);
  if (!stored) return see_other(response, "/order");
  DatabasePool::Lease database = site.app.databases.lease();
  const std::string& order_id = stored->order.id;
  const auto found = find_shipment(*database, order_id, form_text(request, "shipment"));
  if (!found) return see_other(response, "/order");
  PageValues values;
  values.text("number", stored->order.number)
      .text("shipment", found->id)
      .text("tracking_number", found->tracking_number)
      .text("key", random_id("report_"))
      .text("order_token", issue_order_token(site.app, order_id));
  send_page(site, request, response,
            {.template_name = "report",
             .title = "Report a problem",
             .description = "Something is wrong with a parcel.",
             .values = std::move(values),
             .current = "order"});
}

}  // namespace

void register_report_page(httplib::Server& server, const ShopSite& site) {
  server.Get("/order/report",
             page_route(site, "shop report", [&site](const auto& request, auto& response) {
               show_report(site, request, response);
             }));
}

}  // namespace postlude::server
