#include "demo/server/merchant_routes.h"

#include <httplib.h>

#include <charconv>
#include <string>
#include <utility>

#include "core/base/json_writer.h"
#include "core/offer/explain_decision.h"
#include "core/order/parse_order.h"
#include "core/tracking/normalise.h"
#include "demo/server/api_body.h"
#include "demo/server/cancel_order.h"
#include "demo/server/checkout.h"
#include "demo/server/demo_carrier.h"
#include "demo/server/demo_scenarios.h"
#include "demo/server/http_answer.h"
#include "demo/server/http_problem.h"
#include "demo/server/http_server.h"
#include "demo/server/merchant_lists.h"
#include "demo/server/offer_board.h"
#include "demo/server/order_access.h"
#include "demo/server/settings_repository.h"
#include "demo/server/shipment_repository.h"
#include "demo/server/text_checks.h"

namespace postlude::server {
namespace {

constexpr const char* kOrders = "/merchant/api/orders";
constexpr const char* kOneOrder = "/merchant/api/orders/([^/]{1,100})";
constexpr size_t kMaxLabelBytes = 100;
constexpr int64_t kHourMs = 3600 * 1000;
constexpr int64_t kMaxAdvanceMs = 366 * 24 * kHourMs;

StoredOrder require_order(Database& database, const std::string& order_id) {
  std::optional<StoredOrder> stored = find_order(database, order_id);
  if (!stored) throw Problem(ProblemCode::NotFound);
  return std::move(*stored);
}

void send_clock(const App& app, httplib::Response& response) {
  base::JsonWriter out;
  out.begin_object()
      .member("version", 1)
      .member("now_ms", app.clock.now_ms())
      .member("offset_ms", app.clock.offset_ms())
      .end_object();
  send_json(response, out.take());
}

void post_clock(App& app, httplib::Response& response, const PostBody& body) {
  base::JsonReader in;
  const int64_t days = in.optional_integer(body.root(), "days").value_or(0);
  const int64_t hours = in.optional_integer(body.root(), "hours").value_or(0);
  const int64_t minutes = in.optional_integer(body.root(), "minutes").value_or(0);
  require_read(in);
  const bool small = days >= 0 && days <= 366 && hours >= 0 && hours <= 10'000 && minutes >= 0 &&
                     minutes <= 600'000;
  const int64_t by_ms = small ? days * 24 * kHourMs + hours * kHourMs + minutes * 60'000 : -1;
  if (by_ms < 0 || by_ms > kMaxAdvanceMs) {
    throw Problem(ProblemCode::Invalid, "days, hours and minutes: forward, at most a year");
  }
  advance_clock(*app.databases.lease(), app.clock, by_ms);
  send_clock(app, response);
}

void get_order(App& app, const httplib::Request& request, httplib::Response& response) {
  DatabasePool::Lease database = app.databases.lease();
  const Snapshot moment(*database);
  const StoredOrder stored = require_order(*database, request.matches[1]);
  const std::string shipments =
      tracking::write_shipments(shipments_after(*database, stored.order.id, 0));
  base::JsonWriter out;
  out.begin_object().member("version", 1).key("order").raw(order::write_order(stored.order));
  out.key("tracking").raw(shipments);
  out.member("released", stored.released_ms.has_value()).key("unshipped").begin_array();
  for (const std::string& line_id : unshipped_lines(*database, stored.order.id)) out.value(line_id);
  out.end_array().end_object();
  send_json(response, out.take());
}

CheckoutForm read_checkout(const PostBody& body) {
  base::JsonReader in;
  const base::JsonRef root = body.root();
  CheckoutForm form;
  for (const base::JsonRef line : in.required_array(root, "lines")) {
    form.lines.push_back(
        {in.required_text(line, "product_id"), in.optional_integer(line, "quantity").value_or(1)});
  }
  form.email = in.required_text(root, "email");
  form.name = in.required_text(root, "name");
  form.address = in.optional_text(root, "address");
  form.address2 = in.optional_text(root, "address2");
  form.city = in.optional_text(root, "city");
  form.region = in.optional_text(root, "region");
  form.postcode = in.optional_text(root, "postcode");
  form.country = in.optional_text(root, "country");
  form.phone = in.optional_text(root, "phone");
  form.card_number = in.required_text(root, "card_number");
  form.currency = in.optional_text(root, "currency");
  require_read(in);
  return form;
}

void post_order(App& app, httplib::Response& response, const PostBody& body) {
  const CheckoutResult result = check_out(app, read_checkout(body));
  if (!result.errors.empty()) {
    Problem problem(ProblemCode::Invalid, result.errors.front().code);
    problem.pointer = "/" + result.errors.front().field;
    throw problem;
  }
  const StoredOrder stored = require_order(*app.databases.lease(), result.order_id);
  base::JsonWriter out;
  out.begin_object()
      .member("version", 1)
      .member("order_id", result.order_id)
      .member("number", stored.order.number)
      .member("token", issue_order_token(app, result.order_id))
      .end_object();
  send_json(response, out.take(), 201);
}

void post_token(App& app, const httplib::Request& request, httplib::Response& response,
                const PostBody& body) {
  base::JsonReader in;
  const int64_t lifetime_s =
      in.optional_integer(body.root(), "lifetime_s").value_or(kPageTokenLifetimeS);
  require_read(in);
  if (lifetime_s < 1 || lifetime_s > kCookieTokenLifetimeS) {
    throw Problem(ProblemCode::Invalid, "lifetime_s: 1 second to 180 days");
  }
  const StoredOrder stored = require_order(*app.databases.lease(), request.matches[1]);
  base::JsonWriter out;
  out.begin_object()
      .member("version", 1)
      .member("token", issue_order_token(app, stored.order.id, lifetime_s))
      .end_object();
  send_json(response, out.take(), 201);
}

void post_shipment(App& app, const httplib::Request& request, httplib::Response& response,
                   const PostBody& body) {
  const std::string order_id = request.matches[1];
  base::JsonReader in;
  const base::JsonRef list = in.optional_array(body.root(), "line_ids");
  const ParcelLabel label = {in.optional_text(body.root(), "tracking_number"),
                             in.optional_text(body.root(), "carrier"),
                             in.optional_text(body.root(), "carrier_name")};
  require_read(in);
  for (const std::string* text : {&label.tracking_number, &label.carrier, &label.carrier_name}) {
    if (text->size() > kMaxLabelBytes || !is_plain_line(*text)) {
      throw Problem(ProblemCode::Invalid, "tracking_number, carrier, carrier_name: short lines");
    }
  }
  std::vector<std::string> line_ids;
  for (const base::JsonRef id : list) line_ids.emplace_back(id.text());
  if (!list.exists()) line_ids = unshipped_lines(*app.databases.lease(), order_id);
  base::JsonWriter out;
  out.begin_object()
      .member("version", 1)
      .member("shipment_id", create_shipment(app, order_id, line_ids, label))
      .end_object();
  send_json(response, out.take(), 201);
}

void post_scenario(App& app, const httplib::Request& request, httplib::Response& response,
                   const PostBody& body) {
  base::JsonReader in;
  const std::string code = in.required_text(body.root(), "scenario");
  require_read(in);
  play_scenario(app, std::string(request.matches[1]), code);
  base::JsonWriter out;
  out.begin_object().member("version", 1).member("scenario", code).end_object();
  send_json(response, out.take(), 201);
}

void post_scan(App& app, const httplib::Request& request, httplib::Response& response,
               const PostBody& body) {
  base::JsonReader in;
  const std::string code = in.optional_text(body.root(), "code");
  require_read(in);
  const std::string label =
      add_scan(app, std::string(request.matches[1]), std::string(request.matches[2]), code);
  base::JsonWriter out;
  out.begin_object().member("version", 1).member("label", label).end_object();
  send_json(response, out.take(), 201);
}

void post_cancel(App& app, const httplib::Request& request, httplib::Response& response) {
  const MoneyBack money = cancel_order(app, request.matches[1]);
  base::JsonWriter out;
  out.begin_object()
      .member("version", 1)
      .member("result", "cancelled")
      .member("refunded", money == MoneyBack::Done)
      .end_object();
  send_json(response, out.take());
}

void post_revoke(App& app, const httplib::Request& request, httplib::Response& response) {
  const StoredOrder stored = require_order(*app.databases.lease(), request.matches[1]);
  revoke_links(app, stored.order.id);
  base::JsonWriter out;
  out.begin_object().member("version", 1).member("result", "revoked").end_object();
  send_json(response, out.take());
}

void post_stock(App& app, httplib::Response& response, const PostBody& body) {
  base::JsonReader in;
  const std::string product_id = in.required_text(body.root(), "product_id");
  const int64_t stock = in.required_integer(body.root(), "stock");
  require_read(in);
  if (stock < 0) throw Problem(ProblemCode::Invalid, "stock: 0 or more");
  DatabasePool::Lease database = app.databases.lease();
  const std::optional<CatalogueItem> item = find_product(*database, product_id);
  if (!item) throw Problem(ProblemCode::NotFound);
  set_stock(*database, item->variant_id, stock);
  base::JsonWriter out;
  out.begin_object()
      .member("version", 1)
      .member("product_id", product_id)
      .member("stock", stock)
      .end_object();
  send_json(response, out.take());
}

void get_explain(App& app, const httplib::Request& request, httplib::Response& response) {
  DatabasePool::Lease database = app.databases.lease();
  const Snapshot moment(*database);
  const StoredOrder stored = require_order(*database, request.matches[1]);
  send_json(response,
            offer::explain_json(decide_for_order(app, *database, stored, load_offers(*database))));
}

void get_outbox(App& app, const httplib::Request& request, httplib::Response& response) {
  const std::string text = request.get_param_value("after");
  int64_t after = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), after);
  if (!text.empty() && (read.ec != std::errc() || read.ptr != text.data() + text.size())) {
    throw Problem(ProblemCode::Invalid, "after: not a number");
  }
  send_json(response, outbox_json(*app.databases.lease(), after));
}

using Lister = std::string (*)(Database&, std::string_view);

void add_list(httplib::Server& server, App& app, const std::string& name, Lister lister) {
  server.Get(std::string(kOneOrder) + "/" + name,
             named_route("merchant " + name, [&app, lister](const auto& request, auto& response) {
               DatabasePool::Lease database = app.databases.lease();
               const StoredOrder stored = require_order(*database, request.matches[1]);
               send_json(response, lister(*database, stored.order.id));
             }));
}

/// The body of a merchant's POST is JSON; forms have routes of the panel's own.
PostHandler json_only(PostHandler handler) {
  return [handler = std::move(handler)](const auto& request, auto& response, const PostBody& body) {
    if (body.is_form) throw Problem(ProblemCode::UnsupportedMediaType, "application/json");
    handler(request, response, body);
  };
}

void register_reads(httplib::Server& server, App& app) {
  const auto get = [&server](const std::string& path, const std::string& name, auto work) {
    server.Get(path, named_route("merchant " + name, work));
  };
  get("/merchant/api/clock", "clock",
      [&app](const auto&, auto& response) { send_clock(app, response); });
  get("/merchant/api/catalogue", "catalogue", [&app](const auto&, auto& response) {
    send_json(response, catalogue_json(*app.databases.lease()));
  });
  get("/merchant/api/outbox", "outbox",
      [&app](const auto& request, auto& response) { get_outbox(app, request, response); });
  get("/merchant/api/revenue", "revenue", [&app](const auto&, auto& response) {
    send_json(response, revenue_json(*app.databases.lease()));
  });
  get(kOrders, "orders", [&app](const auto&, auto& response) {
    send_json(response, orders_json(*app.databases.lease()));
  });
  get(kOneOrder, "order",
      [&app](const auto& request, auto& response) { get_order(app, request, response); });
  get(std::string(kOneOrder) + "/explain", "explain",
      [&app](const auto& request, auto& response) { get_explain(app, request, response); });
  add_list(server, app, "quotes", quotes_json);
  add_list(server, app, "charges", charges_json);
  add_list(server, app, "reports", reports_json);
  add_list(server, app, "reviews", reviews_json);
  add_list(server, app, "events", events_json);
}

void register_writes(httplib::Server& server, App& app) {
  const auto post = [&server, &app](const std::string& path, const std::string& name,
                                    PostHandler work) {
    register_post(server, app, path, "merchant " + name, json_only(std::move(work)));
  };
  post("/merchant/api/clock", "clock", [&app](const auto&, auto& response, const PostBody& body) {
    post_clock(app, response, body);
  });
  post("/merchant/api/stock", "stock", [&app](const auto&, auto& response, const PostBody& body) {
    post_stock(app, response, body);
  });
  post(kOrders, "orders", [&app](const auto&, auto& response, const PostBody& body) {
    post_order(app, response, body);
  });
  const std::string one = kOneOrder;
  post(one + "/token", "token", [&app](const auto& request, auto& response, const PostBody& body) {
    post_token(app, request, response, body);
  });
  post(one + "/shipments", "shipments",
       [&app](const auto& request, auto& response, const PostBody& body) {
         post_shipment(app, request, response, body);
       });
  post(one + "/shipments/([^/]{1,100})/scans", "scans",
       [&app](const auto& request, auto& response, const PostBody& body) {
         post_scan(app, request, response, body);
       });
  post(one + "/scenario", "scenario",
       [&app](const auto& request, auto& response, const PostBody& body) {
         post_scenario(app, request, response, body);
       });
  post(one + "/revoke-links", "revoke links",
       [&app](const auto& request, auto& response, const PostBody&) {
         post_revoke(app, request, response);
       });
  post(one + "/cancel", "cancel", [&app](const auto& request, auto& response, const PostBody&) {
    post_cancel(app, request, response);
  });
}

}  // namespace

void register_merchant_routes(httplib::Server& server, App& app) {
  register_reads(server, app);
  register_writes(server, app);
}

}  // namespace postlude::server
