#include "demo/server/shop_routes.h"

#include <memory>

#include "demo/server/http_answer.h"
#include "demo/server/shop_page.h"
#include "demo/server/shop_sections.h"

namespace postlude::server {

void register_shop_routes(httplib::Server& server, App& app) {
  // Lives as long as the app, which keeps the error page that holds it.
  const auto site = std::make_shared<const ShopSite>(app);
  register_catalogue_routes(server, *site);
  register_cart_routes(server, *site);
  register_checkout_routes(server, *site);
  register_order_routes(server, *site);
  register_shop_lookup_routes(server, *site);
  register_report_page(server, *site);
  register_return_page(server, *site);
  register_panel_routes(server, *site);
  app.error_page = [site](const httplib::Request& request, httplib::Response& response,
                          int status) {
    // A missing script or picture has no reader.
    if (request.get_header_value("Accept").find("text/html") == std::string::npos) {
      return send_body(response, "not here\n", "text/plain; charset=utf-8");
    }
    send_error_page(*site, request, response, status);
  };
}

}  // namespace postlude::server
