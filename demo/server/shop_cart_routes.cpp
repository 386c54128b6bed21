#include <algorithm>

#include "demo/server/catalogue_repository.h"
#include "demo/server/http_answer.h"
#include "demo/server/shop_cart.h"
#include "demo/server/shop_page.h"
#include "demo/server/shop_sections.h"
#include "demo/server/shop_views.h"

namespace postlude::server {
namespace {

void show_cart(const ShopSite& site, const httplib::Request& request, httplib::Response& response) {
  DatabasePool::Lease database = site.app.databases.lease();
  const std::vector<CatalogueItem> catalogue = list_catalogue(*database);
  std::vector<CartLine> cart = cart_of_request(request);
  const bool changed = fit_cart(cart, catalogue);
  if (changed) set_cart_cookie(response, cart);
  const CartTotals totals = price_cart(*database, cart, site.app.shop.rates.front());
  const bool shipped = cart_ships(cart, catalogue);
  const int64_t missing = shipping_terms(kHomeCountry).free_from_minor - totals.subtotal_minor;
  PageValues values;
  values.flag("is_empty", cart.empty())
      .text("notice",
            changed ? "Somebody was faster: we have lowered what is no longer there." : "")
      .list("lines", cart_line_values(site, cart, catalogue, site.app.shop.rates.front()))
      .list("totals", cart_total_values(site, totals, shipped))
      .text("to_free_shipping", shipped && missing > 0 ? site.format.money(missing) : "");
  send_page(site, request, response,
            {.template_name = "cart",
             .title = "Your cart",
             .description = "What you have chosen so far.",
             .values = std::move(values),
             .current = "cart"});
}

/// Changes the cart of the cookie by `change` and goes on to the cart's page.
template <class Change>
void change_cart(const ShopSite& site, const httplib::Request& request, httplib::Response& response,
                 Change change) {
  std::vector<CartLine> cart = cart_of_request(request);
  change(cart, form_text(request, "product"));
  fit_cart(cart, list_catalogue(*site.app.databases.lease()));
  set_cart_cookie(response, cart);
  see_other(response, "/cart");
}

}  // namespace

void register_cart_routes(httplib::Server& server, const ShopSite& site) {
  server.Get("/cart", page_route(site, "shop cart", [&site](const auto& request, auto& response) {
               show_cart(site, request, response);
             }));
  server.Post("/cart/add",
              form_route(site, "shop cart add", [&site](const auto& request, auto& response) {
                const int64_t quantity =
                    std::clamp<int64_t>(form_number(request, "quantity", 1), 1, kMaxOfOneProduct);
                change_cart(site, request, response, [&](auto& cart, const std::string& product) {
                  add_to_cart(cart, product, quantity);
                });
              }));
  server.Post("/cart/update",
              form_route(site, "shop cart update", [&site](const auto& request, auto& response) {
                const int64_t quantity =
                    std::clamp<int64_t>(form_number(request, "quantity", 1), 0, kMaxOfOneProduct);
                change_cart(site, request, response, [&](auto& cart, const std::string& product) {
                  set_in_cart(cart, product, quantity);
                });
              }));
  server.Post("/cart/remove",
              form_route(site, "shop cart remove", [&site](const auto& request, auto& response) {
                change_cart(site, request, response, [](auto& cart, const std::string& product) {
                  set_in_cart(cart, product, 0);
                });
              }));
}

}  // namespace postlude::server
