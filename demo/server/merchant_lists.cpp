#include "demo/server/merchant_lists.h"

#include "core/base/json_writer.h"
#include "demo/server/catalogue_repository.h"
#include "demo/server/charge_repository.h"
#include "demo/server/event_repository.h"
#include "demo/server/order_repository.h"
#include "demo/server/quote_repository.h"
#include "demo/server/report_repository.h"
#include "demo/server/review_repository.h"

namespace postlude::server {
namespace {

constexpr int64_t kMaxRows = 500;

void write_row(base::JsonWriter& out, const CatalogueItem& item) {
  out.member("product_id", item.product_id)
      .member("sku", item.sku)
      .member("title", item.title)
      .member("price_minor", item.price_minor)
      .member("tax_millionths", item.tax_millionths)
      .member("stock", item.stock);
}

void write_row(base::JsonWriter& out, const OrderSummary& order) {
  out.member("id", order.id)
      .member("number", order.number)
      .member("created_ms", order.created_ms)
      .member("total_minor", order.total.minor)
      .member("currency", order.total.currency.text())
      .member("shop_total_minor", order.shop_total.minor)
      .member("shop_currency", order.shop_total.currency.text())
      .member("payment_status", order.payment_status)
      .member("item_count", order.item_count)
      .member("cancelled", order.cancelled)
      .member("released", order.released)
      .member_if("shipment_status", order.shipment_status);
}

void write_amounts(base::JsonWriter& out, const offer::Quote& quote) {
  out.begin_object()
      .member("currency", quote.total.currency.text())
      .member("subtotal_minor", quote.subtotal.minor)
      .member("discount_minor", quote.discount.minor)
      .member("shipping_minor", quote.shipping.minor)
      .member("tax_minor", quote.tax.minor)
      .member("total_minor", quote.total.minor)
      .end_object();
}

void write_row(base::JsonWriter& out, const StoredQuote& stored) {
  // Without its token: whoever reads this list must not be able to accept the offer.
  out.member("id", stored.id)
      .member("offer_id", stored.offer_id)
      .member("product_id", stored.product_id)
      .member("quantity", stored.quantity)
      .member("total_minor", stored.quote.total.minor)
      .member("currency", stored.quote.total.currency.text())
      .member("created_ms", stored.created_ms)
      .member("expires_ms", stored.quote.expires_at_ms)
      .key("shop");
  write_amounts(out, stored.shop);
  if (stored.needs_consent) out.member("consent", true);
  if (!stored.renewal) return;
  out.member("selling_plan", stored.selling_plan).key("renewal");
  write_renewal(out, *stored.renewal);
}

void write_row(base::JsonWriter& out, const Charge& charge) {
  out.member("id", charge.id)
      .member("offer_id", charge.offer_id)
      .member("quote_id", charge.quote_id)
      .member("state", charge_stage_name(charge.stage))
      .member("amount_minor", charge.amount.minor)
      .member("currency", charge.amount.currency.text())
      .member_if("code", charge.code)
      .member("created_ms", charge.created_ms);
}

void write_row(base::JsonWriter& out, const OfferRevenue& revenue) {
  out.member("offer_id", revenue.offer_id)
      .member("currency", revenue.currency)
      .member("accepted", revenue.accepted)
      .member("undone", revenue.undone)
      .member("cancelled", revenue.cancelled)
      .member("gross_minor", revenue.gross_minor)
      .member("returned_minor", revenue.returned_minor)
      .member("net_minor", revenue.net_minor());
}

void write_row(base::JsonWriter& out, const ProblemReport& report) {
  out.member("order_id", report.order_id)
      .member("shipment_id", report.shipment_id)
      .member("problem", delivery_problem_name(report.problem))
      .member("text", report.text)
      .member("created_ms", report.created_ms);
}

void write_row(base::JsonWriter& out, const Review& review) {
  out.member("order_id", review.order_id)
      .member("line_id", review.line_id)
      .member("stars", review.stars)
      .member("title", review.title)
      .member("text", review.text)
      .member("created_ms", review.created_ms);
}

void write_row(base::JsonWriter& out, const StoredEvent& event) {
  out.member("order_id", event.order_id)
      .member("id", event.id)
      .member("name", event.name)
      .member("at_ms", event.at_ms)
      .member("received_ms", event.received_ms)
      .key("data")
      .raw(event.data);
}

void write_row(base::JsonWriter& out, const OutboxRow& row) {
  out.member("id", row.id)
      .member("order_id", row.order_id)
      .member("kind", row.kind)
      .member("created_ms", row.created_ms)
      .key("payload")
      .raw(row.payload);
}

template <class Row>
std::string list_json(std::string_view name, const std::vector<Row>& rows) {
  base::JsonWriter out;
  out.begin_object().member("version", 1).key(name).begin_array();
  for (const Row& row : rows) {
    out.begin_object();
    write_row(out, row);
    out.end_object();
  }
  out.end_array().end_object();
  return out.take();
}

}  // namespace

std::string catalogue_json(Database& database) {
  return list_json("products", list_catalogue(database));
}

std::string orders_json(Database& database) { return list_json("orders", list_orders(database)); }

std::string quotes_json(Database& database, std::string_view order_id) {
  return list_json("quotes", list_quotes(database, order_id));
}

std::string charges_json(Database& database, std::string_view order_id) {
  return list_json("charges", list_charges(database, order_id));
}

std::string revenue_json(Database& database) {
  return list_json("revenue", offer_revenue(database));
}

std::string reports_json(Database& database, std::string_view order_id) {
  return list_json("reports", list_reports(database, order_id));
}

std::string reviews_json(Database& database, std::string_view order_id) {
  return list_json("reviews", list_reviews(database, order_id));
}

std::string events_json(Database& database, std::string_view order_id) {
  return list_json("events", list_events(database, order_id, kMaxRows));
}

std::string outbox_json(Database& database, int64_t after) {
  return list_json("outbox", list_outbox(database, after, kMaxRows));
}

}  // namespace postlude::server
