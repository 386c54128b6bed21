#include <optional>
#include <string>
#include <utility>

#include "demo/server/http_answer.h"
#include "demo/server/notice_words.h"
#include "demo/server/order_access.h"
#include "demo/server/order_repository.h"
#include "demo/server/shipment_repository.h"
#include "demo/server/shop_page.h"
#include "demo/server/shop_panel_words.h"
#include "demo/server/shop_sections.h"
#include "demo/server/shop_views.h"
#include "demo/server/subscription_repository.h"
#include "demo/server/widgets.h"

namespace postlude::server {
namespace {

constexpr int64_t kStatisticsLifetimeS = 180LL * 24 * 3600;

/// The order that the shopper's cookie opens, with everything a page says of it.
struct OpenOrder {
  StoredOrder stored;
  size_t parcels = 0;
  bool ships = false;
};

std::optional<OpenOrder> open_order(const ShopSite& site, const httplib::Request& request) {
  const std::string order_id = order_of_cookie(site.app, request);
  if (order_id.empty()) return std::nullopt;
  DatabasePool::Lease database = site.app.databases.lease();
  const Snapshot moment(*database);
  std::optional<StoredOrder> stored = find_order(*database, order_id);
  if (!stored) return std::nullopt;
  const size_t shipments = shipments_after(*database, order_id, 0).size();
  OpenOrder open{std::move(*stored), shipments, false};
  for (const order::LineItem& line : open.stored.order.lines) {
    open.ships = open.ships || line.requires_shipping;
  }
  return open;
}

/// Puts what the shop itself has to say inside a widget's element: it stays when the widget fails.
std::string with_fallback(const std::string& element, const std::string& html) {
  const size_t end = element.rfind("</");
  return end == std::string::npos ? html : element.substr(0, end) + html + element.substr(end);
}

std::string next_step(const OpenOrder& open) {
  if (!open.ships) return "Your link is on its way to your inbox.";
  return "We pack your order the next working day and hand it to DHL.";
}

std::string tracking_text(const OpenOrder& open) {
  if (!open.ships) return "Nothing in this order is shipped; the link comes by e-mail.";
  if (open.parcels == 0) {
    return "We are packing your order. As soon as DHL has the parcel you can follow it here.";
  }
  return "Your parcel is with DHL. Please load this page again in a moment to see where it is.";
}

/// What became of a form or a confirmation that led back to this page, told once: added last, since
/// a page that fails after it would have told nobody.
void add_notice(const ShopSite& site, PageValues& values, const OpenOrder& open) {
  const std::optional<Notice> notice =
      take_notice(*site.app.databases.lease(), open.stored.order.id);
  values.text("notice", notice ? std::string(notice_words(notice->code)) : std::string());
}

/// Adds the widgets of `kinds` to a page's values, each under its kind's name.
void add_widgets(const ShopSite& site, PageValues& values, const OpenOrder& open,
                 const std::vector<std::string>& kinds, const std::string& path) {
  const std::string& order_id = open.stored.order.id;
  const PageWidgets widgets = render_page_widgets(site.app, order_id, kinds, path);
  const PageValues summary = order_values(site, open.stored.order);
  for (size_t i = 0; i < kinds.size(); ++i) {
    std::string fallback;
    if (kinds[i] == "order") fallback = site.templates.render("_order_summary", summary);
    if (kinds[i] == "tracking") {
      PageValues delivery;
      delivery.text("tracking_text", tracking_text(open));
      fallback = site.templates.render("delivery", delivery);
    }
    values.text(kinds[i] + "_widget", with_fallback(widgets.elements.at(i), fallback));
  }
  values.text("widget_state", widgets.state)
      .text("order_token", issue_order_token(site.app, order_id));
}

void show_thank_you(const ShopSite& site, const httplib::Request& request,
                    httplib::Response& response) {
  const std::optional<OpenOrder> open = open_order(site, request);
  if (!open) return see_other(response, "/order");
  PageValues values;
  values.text("number", open->stored.order.number).text("next_step", next_step(*open));
  add_widgets(site, values, *open, {"offer", "order"}, "/thank-you");
  add_notice(site, values, *open);
  send_page(site, request, response,
            {.template_name = "thank_you",
             .title = "Thank you",
             .description = "Your order is with us.",
             .values = std::move(values),
             .widgets = Widgets::Some});
}

void show_no_order(const ShopSite& site, const httplib::Request& request,
                   httplib::Response& response) {
  PageValues values;
  values.text("image", "/store/img/storage-tin.svg")
      .text("heading", "No order here yet")
      .text("text", "This browser has not ordered anything, or it was long ago.")
      .text("link", "/lookup")
      .text("link_text", "Find an order by its number");
  send_page(site, request, response,
            {.template_name = "message",
             .title = "Your order",
             .description = "Follow your order.",
             .values = std::move(values),
             .status = 404});
}

/// What goes on until the shopper ends it, and the way to do so.
PageValues::List subscription_rows(const ShopSite& site, const OpenOrder& open) {
  PageValues::List rows;
  DatabasePool::Lease database = site.app.databases.lease();
  for (const Subscription& one : list_subscriptions(*database, open.stored.order.id)) {
    rows.emplace_back();
    rows.back()
        .text("offer_id", one.offer_id)
        .text("title", one.title)
        .text("terms", renewal_words(one.renewal, site.format))
        .text("ended", one.ended_ms == 0 ? "" : site.format.long_date(one.ended_ms));
  }
  return rows;
}

void show_order(const ShopSite& site, const httplib::Request& request,
                httplib::Response& response) {
  const std::optional<OpenOrder> open = open_order(site, request);
  if (!open) return show_no_order(site, request, response);
  PageValues values;
  values.text("number", open->stored.order.number)
      .text("date", site.format.long_date(open->stored.created_ms))
      .list("subscriptions", subscription_rows(site, *open));
  add_widgets(site, values, *open, {"tracking", "review", "order"}, "/order");
  add_notice(site, values, *open);
  send_page(site, request, response,
            {.template_name = "order",
             .title = "Your order",
             .description = "Follow your order.",
             .values = std::move(values),
             .widgets = Widgets::Some,
             .current = "order"});
}

void end_one_subscription(const ShopSite& site, const httplib::Request& request,
                          httplib::Response& response) {
  const std::string order_id = order_of_cookie(site.app, request);
  if (order_id.empty()) return see_other(response, "/order");
  const std::string offer_id = form_text(request, "offer");
  DatabasePool::Lease database = site.app.databases.lease();
  Transaction transaction(*database);
  if (end_subscription(*database, order_id, offer_id, site.app.clock.now_ms())) {
    leave_notice(*database, order_id, {offer_id, "subscription.ended"});
  }
  transaction.commit();
  see_other(response, "/order");
}

/// Remembers whether the shopper allows statistics, and goes back to where they said it.
void choose_statistics(const httplib::Request& request, httplib::Response& response) {
  const bool allowed = form_text(request, "answer") == "yes";
  set_shop_cookie(response, kStatisticsCookie, allowed ? "yes" : "",
                  allowed ? kStatisticsLifetimeS : 0);
  const std::string back = form_text(request, "back");
  see_other(response, safe_path(back) ? back : "/");
}

}  // namespace

void register_order_routes(httplib::Server& server, const ShopSite& site) {
  server.Get("/thank-you",
             page_route(site, "shop thank-you", [&site](const auto& request, auto& response) {
               show_thank_you(site, request, response);
             }));
  server.Post("/statistics",
              form_route(site, "shop statistics", [](const auto& request, auto& response) {
                choose_statistics(request, response);
              }));
  server.Post("/order/subscription/end",
              form_route(site, "shop subscription", [&site](const auto& request, auto& response) {
                end_one_subscription(site, request, response);
              }));
  server.Get("/order", page_route(site, "shop order", [&site](const auto& request, auto& response) {
               show_order(site, request, response);
             }));
}

}  // namespace postlude::server
