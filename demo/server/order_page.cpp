#include "demo/server/order_page.h"

#include <charconv>

#include "core/base/hash.h"
#include "core/base/json_writer.h"
#include "core/order/parse_order.h"
#include "core/tracking/normalise.h"
#include "demo/server/delivery_forecast.h"
#include "demo/server/http_problem.h"
#include "demo/server/offer_board.h"
#include "demo/server/order_repository.h"
#include "demo/server/returns.h"
#include "demo/server/review_repository.h"
#include "demo/server/shipment_repository.h"

namespace postlude::server {
namespace {

constexpr int64_t kPollMs = 30'000;
constexpr int64_t kAskAfterDays = 7;
constexpr int64_t kFallbackDays = 21;

/// The shipments as the order page shows them: with what the shop itself can say of each.
std::vector<tracking::Shipment> shown_shipments(App& app, Database& database,
                                                const StoredOrder& stored, int64_t cursor) {
  std::vector<tracking::Shipment> shipments = shipments_after(database, stored.order.id, cursor);
  if (shipments.empty()) return shipments;
  const base::SourceTime now = base::source_time_at(app.clock.now_ms(), kShopOffsetMinutes);
  forecast_arrivals(with_own_lanes(database, app.delivery), stored, base::date_of(now), shipments);
  offer_returns(database, stored.order.id, now, shipments);
  for (tracking::Shipment& shipment : shipments) {
    if (!shipment.report_url.empty()) continue;  // its source has a form of its own
    shipment.report_url = base::safe_url("/order/report?shipment=" + shipment.id);
  }
  return shipments;
}

/// The array inside {"version":1,"shipments":[...]}.
std::string shipments_array(const std::vector<tracking::Shipment>& shipments) {
  const std::string whole = tracking::write_shipments(shipments);
  const size_t start = whole.find('[');
  return whole.substr(start, whole.size() - start - 1);
}

std::string config_json(const App& app, int64_t max_offers) {
  base::JsonWriter out;
  out.begin_object()
      .member("locale", app.shop.locale)
      .member("currency", app.shop.currency)
      .member("market", app.shop.market)
      .member("test_mode", app.options.mode == native::Mode::Test)
      .member("api", "/postlude/v1")
      .member("order_page", "/order")
      .member("max_offers", max_offers)
      .member("poll_ms", kPollMs)
      .member("stream", app.news.max_listeners() > 0)
      .member("zone_offset_minutes", kShopOffsetMinutes)
      .end_object();
  return out.take();
}

std::string review_json(Database& database, std::string_view order_id) {
  base::JsonWriter out;
  out.begin_object()
      .member("ask_after_days", kAskAfterDays)
      .member("fallback_days", kFallbackDays)
      .key("sent")
      .begin_array();
  for (const std::string& line_id : reviewed_lines(database, order_id)) out.value(line_id);
  out.end_array().end_object();
  return out.take();
}

/// What is known of one order, all of one moment.
struct OrderView {
  StoredOrder stored;
  std::string shipments;  // a JSON array
  OfferPlan plan;
  std::string review;  // a JSON object
};

OrderView view_of(App& app, Database& database, std::string_view order_id) {
  const Snapshot moment(database);
  std::optional<StoredOrder> stored = find_order(database, order_id);
  if (!stored) throw Problem(ProblemCode::NotFound);
  OrderView view{std::move(*stored), {}, {}, {}};
  view.shipments = shipments_array(shown_shipments(app, database, view.stored, 0));
  view.plan = plan_offers(app, database, view.stored);
  view.review = review_json(database, order_id);
  return view;
}

}  // namespace

PageDocument page_document(App& app, std::string_view order_id) {
  DatabasePool::Lease database = app.databases.lease();
  OrderView view = view_of(app, *database, order_id);
  const int64_t max_offers = max_open_offers(view.plan.setup);
  const OfferBoard board = offer_board(app, *database, view.stored, std::move(view.plan));
  base::JsonWriter rest;
  rest.begin_object()
      .member("cursor", std::to_string(view.stored.cursor))
      .key("config")
      .raw(config_json(app, max_offers))
      .key("order")
      .raw(order::write_order(view.stored.order))
      .key("shipments")
      .raw(view.shipments)
      .key("offers")
      .raw(offer::write_offers(board.offers))
      .member_if("offer_none", board.none_reason)
      .key("review")
      .raw(view.review)
      .end_object();
  // The time differs in every answer and is left out of the tag, which is therefore a weak one.
  PageDocument document;
  document.etag = "W/\"" + base::hex64(base::fnv1a64(rest.text())) + "\"";
  document.json = R"({"version":1,"now_ms":)" + std::to_string(app.clock.now_ms()) + "," +
                  rest.text().substr(1);
  return document;
}

ShipmentChanges shipments_since(App& app, std::string_view order_id, std::string_view cursor) {
  int64_t since = 0;
  const auto read = std::from_chars(cursor.data(), cursor.data() + cursor.size(), since);
  DatabasePool::Lease database = app.databases.lease();
  const Snapshot moment(*database);
  const std::optional<StoredOrder> stored = find_order(*database, order_id);
  if (!stored) throw Problem(ProblemCode::NotFound);
  const bool known = read.ec == std::errc() && read.ptr == cursor.data() + cursor.size() &&
                     since >= 0 && since <= stored->cursor;
  if (!known) throw Problem(ProblemCode::Invalid, "since: not a cursor of this order");
  base::JsonWriter out;
  out.begin_object()
      .member("version", 1)
      .member("cursor", std::to_string(stored->cursor))
      .key("shipments")
      .raw(shipments_array(shown_shipments(app, *database, *stored, since)))
      .end_object();
  return {out.take(), std::to_string(stored->cursor)};
}

}  // namespace postlude::server
