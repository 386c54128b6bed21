#include <algorithm>
#include <optional>

#include "demo/server/cancel_order.h"
#include "demo/server/demo_carrier.h"
#include "demo/server/demo_scenarios.h"
#include "demo/server/http_answer.h"
#include "demo/server/http_problem.h"
#include "demo/server/order_access.h"
#include "demo/server/order_repository.h"
#include "demo/server/settings_repository.h"
#include "demo/server/shop_offer_pages.h"
#include "demo/server/shop_page.h"
#include "demo/server/shop_panel_views.h"
#include "demo/server/shop_sections.h"

namespace postlude::server {
namespace {

constexpr const char* kOneOrder = "/merchant/orders/([a-z0-9_]{1,64})";
constexpr std::string_view kNoticeCookie = "ostwind_notice";
constexpr int64_t kNoticeLifetimeS = 20;
constexpr int64_t kHourMs = 3600 * 1000;
constexpr int64_t kMostDays = 31;
constexpr int64_t kMostHours = 24;

struct Done {
  std::string_view code;  // what the cookie holds until the next page
  std::string_view words;
};

constexpr Done kClockMoved = {"clock", "The calendar has moved on."};
constexpr Done kShipped = {"shipped", "The carrier has been told. The order can no longer change."};
constexpr Done kScanned = {"scanned", "The carrier has reported a scan."};
constexpr Done kCancelled = {"cancelled", "The order is cancelled and its money given back."};
constexpr Done kCancelling = {
    "cancelling", "The order is cancelled. Its money goes back as soon as the bank answers."};

constexpr Done kPlayed = {"played", "The carrier has reported the whole story."};
constexpr Done kRevoked = {"revoked", "No link to this order opens it any more."};

std::string notice_of(const httplib::Request& request) {
  const std::string code = cookie_value(request, kNoticeCookie);
  for (const Done& done :
       {kClockMoved, kShipped, kScanned, kCancelled, kCancelling, kRevoked, kPlayed}) {
    if (done.code == code) return std::string(done.words);
  }
  return {};
}

void go_on(httplib::Response& response, const Done& done, const std::string& path) {
  set_shop_cookie(response, kNoticeCookie, done.code, kNoticeLifetimeS);
  see_other(response, path);
}

void send_panel(const ShopSite& site, const httplib::Request& request, httplib::Response& response,
                ShopPage page) {
  const std::string notice = notice_of(request);
  if (!notice.empty()) set_shop_cookie(response, kNoticeCookie, "", 0);
  page.values.text("notice", notice);
  page.frame = Frame::Merchant;
  page.description = "The demo's merchant, carrier and calendar.";
  send_page(site, request, response, std::move(page));
}

StoredOrder order_of_path(Database& database, const httplib::Request& request) {
  std::optional<StoredOrder> stored = find_order(database, request.matches[1].str());
  if (!stored) throw Problem(ProblemCode::NotFound);
  return std::move(*stored);
}

void show_panel(const ShopSite& site, const httplib::Request& request,
                httplib::Response& response) {
  DatabasePool::Lease database = site.app.databases.lease();
  send_panel(site, request, response,
             {.template_name = "merchant",
              .title = "Merchant panel",
              .description = {},
              .values = panel_values(site, *database),
              .current = "merchant"});
}

void show_offers(const ShopSite& site, const httplib::Request& request,
                 httplib::Response& response) {
  DatabasePool::Lease database = site.app.databases.lease();
  send_panel(site, request, response,
             {.template_name = "merchant_offers",
              .title = "Offers",
              .description = {},
              .values = offers_page_values(site, *database),
              .current = "merchant_offers"});
}

void show_records(const ShopSite& site, const httplib::Request& request,
                  httplib::Response& response) {
  DatabasePool::Lease database = site.app.databases.lease();
  send_panel(site, request, response,
             {.template_name = "merchant_records",
              .title = "Quotes and charges",
              .description = {},
              .values = records_page_values(site, *database, request),
              .current = "merchant_records"});
}

void show_order(const ShopSite& site, const httplib::Request& request,
                httplib::Response& response) {
  DatabasePool::Lease database = site.app.databases.lease();
  const Snapshot moment(*database);
  const StoredOrder stored = order_of_path(*database, request);
  send_panel(site, request, response,
             {.template_name = "merchant_order",
              .title = "Order " + stored.order.number,
              .description = {},
              .values = panel_order_values(site, *database, stored)});
}

void move_clock(const ShopSite& site, const httplib::Request& request,
                httplib::Response& response) {
  const int64_t days = std::clamp<int64_t>(form_number(request, "days", 0), 0, kMostDays);
  const int64_t hours = std::clamp<int64_t>(form_number(request, "hours", 0), 0, kMostHours);
  advance_clock(*site.app.databases.lease(), site.app.clock, (days * 24 + hours) * kHourMs);
  go_on(response, kClockMoved, "/merchant");
}

/// Sends what is left of an order, as one parcel or with its first line in one of its own.
void ship(const ShopSite& site, const httplib::Request& request, httplib::Response& response) {
  const std::string order_id = request.matches[1];
  const std::vector<std::string> lines = unshipped_lines(*site.app.databases.lease(), order_id);
  const bool split = form_number(request, "parcels", 1) == 2 && lines.size() > 1;
  if (split) {
    create_shipment(site.app, order_id, {lines.front()});
    create_shipment(site.app, order_id, {lines.begin() + 1, lines.end()});
  } else {
    create_shipment(site.app, order_id, lines);
  }
  go_on(response, kShipped, "/merchant/orders/" + order_id);
}

void scan(const ShopSite& site, const httplib::Request& request, httplib::Response& response) {
  const std::string order_id = request.matches[1];
  add_scan(site.app, order_id, form_text(request, "shipment"), form_text(request, "scan"));
  go_on(response, kScanned, "/merchant/orders/" + order_id);
}

void cancel(const ShopSite& site, const httplib::Request& request, httplib::Response& response) {
  const std::string order_id = request.matches[1];
  const MoneyBack money = cancel_order(site.app, order_id);
  go_on(response, money == MoneyBack::Done ? kCancelled : kCancelling,
        "/merchant/orders/" + order_id);
}

void play(const ShopSite& site, const httplib::Request& request, httplib::Response& response) {
  const std::string order_id = request.matches[1];
  play_scenario(site.app, order_id, form_text(request, "scenario"));
  go_on(response, kPlayed, "/merchant/orders/" + order_id);
}

void revoke(const ShopSite& site, const httplib::Request& request, httplib::Response& response) {
  const std::string order_id = order_of_path(*site.app.databases.lease(), request).order.id;
  revoke_links(site.app, order_id);
  go_on(response, kRevoked, "/merchant/orders/" + order_id);
}

using Step = void (*)(const ShopSite&, const httplib::Request&, httplib::Response&);

}  // namespace

void register_panel_routes(httplib::Server& server, const ShopSite& site) {
  const auto get = [&](const std::string& path, const char* name, Step step) {
    server.Get(path, page_route(site, name, [&site, step](const auto& request, auto& response) {
                 step(site, request, response);
               }));
  };
  const auto post = [&](const std::string& path, const char* name, Step step) {
    server.Post(path, form_route(site, name, [&site, step](const auto& request, auto& response) {
                  step(site, request, response);
                }));
  };
  const std::string one = kOneOrder;
  get("/merchant", "panel", show_panel);
  get("/merchant/offers", "panel offers", show_offers);
  get("/merchant/records", "panel records", show_records);
  get(one, "panel order", show_order);
  post("/merchant/clock", "panel clock", move_clock);
  post(one + "/ship", "panel ship", ship);
  post(one + "/scan", "panel scan", scan);
  post(one + "/cancel", "panel cancel", cancel);
  post(one + "/revoke", "panel revoke", revoke);
  post(one + "/play", "panel play", play);
}

}  // namespace postlude::server
