#include "demo/server/shop_panel_views.h"

#include <algorithm>
#include <utility>

#include "demo/server/catalogue_repository.h"
#include "demo/server/charge_repository.h"
#include "demo/server/currencies.h"
#include "demo/server/demo_carrier.h"
#include "demo/server/demo_scenarios.h"
#include "demo/server/event_repository.h"
#include "demo/server/offer_board.h"
#include "demo/server/report_repository.h"
#include "demo/server/review_repository.h"
#include "demo/server/shipment_repository.h"
#include "demo/server/shop_panel_words.h"
#include "demo/server/shop_views.h"

namespace postlude::server {
namespace {

constexpr int64_t kShownEvents = 50;

PageValues::List order_rows(const ShopSite& site, Database& database) {
  PageValues::List rows;
  for (const OrderSummary& order : list_orders(database)) {
    const std::string parcel = order.cancelled                 ? "Cancelled"
                               : order.shipment_status.empty() ? "Not sent"
                                                               : plain_words(order.shipment_status);
    rows.emplace_back();
    rows.back()
        .text("id", order.id)
        .text("number", order.number)
        .text("placed", site.format.date_time(order.created_ms))
        .text("customer", order.customer_name)
        .text("payment", plain_words(order.payment_status))
        .text("payment_tone", std::string(payment_tone(order.payment_status)))
        .text("parcel", parcel)
        .text("parcel_tone", std::string(parcel_tone(order.shipment_status)))
        .text("total", site.format.money(order.total))
        .text("books", books_words(site.format, order.total, order.shop_total));
  }
  return rows;
}

PageValues::List stock_rows(const ShopSite& site, Database& database) {
  PageValues::List rows;
  for (const CatalogueItem& item : list_catalogue(database)) {
    rows.emplace_back();
    rows.back()
        .text("title", item.title)
        .text("sku", item.sku)
        .text("price", site.format.money(item.price_minor))
        .number("count", item.stock);
  }
  return rows;
}

PageValues::List checkpoint_rows(const ShopSite& site, const tracking::Shipment& shipment) {
  PageValues::List rows;
  for (const tracking::Checkpoint& checkpoint : shipment.checkpoints) {
    rows.emplace_back();
    rows.back()
        .text("time", site.format.source_time(checkpoint.time))
        .text("message", checkpoint.message)
        .text("place", checkpoint.place.city);
  }
  return rows;
}

PageValues::List trouble_buttons() {
  PageValues::List buttons;
  for (const DemoScan& scan : trouble_scans()) {
    buttons.emplace_back();
    buttons.back().text("code", std::string(scan.code)).text("label", std::string(scan.label));
  }
  return buttons;
}

PageValues::List shipment_cards(const ShopSite& site, const std::string& order_id,
                                const std::vector<tracking::Shipment>& shipments) {
  PageValues::List cards;
  for (const tracking::Shipment& shipment : shipments) {
    const DemoScan* next = next_scan(shipment);
    const std::string_view status = tracking::status_name(shipment.status);
    cards.emplace_back();
    cards.back()
        .text("id", shipment.id)
        .text("order_id", order_id)
        .text("carrier_name", shipment.carrier_name)
        .text("tracking_number", shipment.tracking_number)
        .text("status", plain_words(status))
        .text("tone", std::string(parcel_tone(status)))
        .text("estimate", site.format.source_time(shipment.estimate.from))
        .list("checkpoints", checkpoint_rows(site, shipment))
        .flag("has_next", next != nullptr)
        .text("next", next == nullptr ? "" : std::string(next->label))
        .list("troubles", trouble_buttons());
  }
  return cards;
}

PageValues badge(std::string_view text, std::string_view tone) {
  PageValues values;
  values.text("text", std::string(text)).text("tone", std::string(tone));
  return values;
}

/// The expected value in whole minor units; "" for an offer that is not judged by it.
std::string value_words(const offer::Verdict& verdict, const ShopFormat& format) {
  constexpr int64_t kMicro = 1'000'000;
  if (!verdict.expected_value_micro) return {};
  return format.money(*verdict.expected_value_micro / kMicro);
}

/// One row a candidate with its own reasons; what forbids every offer is said once, above.
PageValues::List verdict_rows(const offer::Decision& decision, const ShopFormat& format) {
  const auto speaks_of_the_order = [&](offer::DecisionReason reason) {
    return std::find(decision.order_reasons.begin(), decision.order_reasons.end(), reason) !=
           decision.order_reasons.end();
  };
  PageValues::List rows;
  for (const offer::Verdict& verdict : decision.verdicts) {
    PageValues::List reasons;
    for (const offer::DecisionReason reason : verdict.reasons) {
      if (speaks_of_the_order(reason)) continue;
      reasons.push_back(
          badge(reason_words(reason), reason == offer::DecisionReason::Chosen ? "good" : ""));
    }
    if (reasons.empty()) reasons.push_back(badge("Would fit otherwise", ""));
    rows.emplace_back();
    rows.back()
        .text("title", verdict.title)
        .text("offer_id", verdict.offer_id)
        .text("value", value_words(verdict, format))
        .text("group", verdict.matched_group < 0 ? "" : std::to_string(verdict.matched_group + 1))
        .list("reasons", std::move(reasons));
  }
  return rows;
}

std::string decision_sentence(const offer::Decision& decision) {
  if (!decision.ranked.empty()) {
    std::string text = "Offered now: " + decision.ranked.front();
    for (size_t i = 1; i < decision.ranked.size(); ++i) text += ", " + decision.ranked[i];
    return text + (decision.node.empty() ? "." : ". The funnel is at: " + decision.node + ".");
  }
  if (decision.order_reasons.empty()) return "Nothing is offered: no candidate fits.";
  std::string text = "Nothing is offered:";
  for (const offer::DecisionReason reason : decision.order_reasons) {
    text += " " + std::string(reason_words(reason)) + ".";
  }
  return text;
}

/// What each offer earned.
PageValues::List revenue_rows(const ShopSite& site, Database& database) {
  PageValues::List rows;
  for (const OfferRevenue& revenue : offer_revenue(database)) {
    const base::Currency currency =
        base::parse_currency(revenue.currency).value_or(base::Currency{});
    rows.emplace_back();
    rows.back()
        .text("offer_id", revenue.offer_id)
        .number("accepted", revenue.accepted)
        .number("undone", revenue.undone + revenue.cancelled)
        .text("gross", site.format.money({revenue.gross_minor, currency}))
        .text("returned", site.format.money({revenue.returned_minor, currency}))
        .text("net", site.format.money({revenue.net_minor(), currency}));
  }
  return rows;
}

/// "Monthly: renews every month for €11.61 until cancelled; agreed 21 Nov 2026, 14:05"
std::string subscription_words(const ShopSite& site, const StoredQuote& quote,
                               const Charge& charge) {
  if (!quote.needs_consent) return {};
  const std::string agreed = "agreed " + site.format.date_time(charge.created_ms);
  if (!quote.renewal) return agreed;
  const bool over = charge.stage == ChargeStage::Refunding || charge.stage == ChargeStage::Refunded;
  return quote.selling_plan + ": " + renewal_words(*quote.renewal, site.format) + "; " + agreed +
         (over ? "; ended when the money went back"
          : charge.renewal_ended_ms != 0
              ? "; ended by the shopper " + site.format.date_time(charge.renewal_ended_ms)
              : "");
}

PageValues::List charge_rows(const ShopSite& site, Database& database, const StoredOrder& stored) {
  PageValues::List rows;
  for (const Charge& charge : list_charges(database, stored.order.id)) {
    const std::optional<StoredQuote> quote = find_quote(database, charge.quote_id);
    rows.emplace_back();
    rows.back()
        .text("what", charge.offer_id)
        .text("terms", quote ? subscription_words(site, *quote, charge) : "")
        .text("state", plain_words(charge_stage_name(charge.stage)))
        .text("tone", std::string(charge_tone(charge.stage)))
        .text("code", plain_words(charge.code))
        .text("when", site.format.date_time(charge.created_ms))
        .text("amount", site.format.money(charge.amount))
        .text("books", quote ? books_words(site.format, charge.amount, quote->shop.total) : "");
  }
  return rows;
}

PageValues::List report_rows(const ShopSite& site, Database& database, const StoredOrder& stored) {
  PageValues::List rows;
  for (const ProblemReport& report : list_reports(database, stored.order.id)) {
    rows.emplace_back();
    rows.back()
        .text("problem", plain_words(delivery_problem_name(report.problem)))
        .text("shipment", report.shipment_id)
        .text("text", report.text)
        .text("when", site.format.date_time(report.created_ms));
  }
  return rows;
}

PageValues::List review_rows(const ShopSite& site, Database& database, const StoredOrder& stored) {
  PageValues::List rows;
  for (const Review& review : list_reviews(database, stored.order.id)) {
    const auto line = std::find_if(
        stored.order.lines.begin(), stored.order.lines.end(),
        [&](const order::LineItem& candidate) { return candidate.id == review.line_id; });
    rows.emplace_back();
    rows.back()
        .number("stars", review.stars)
        .text("star_text", star_text(static_cast<int>(review.stars)))
        .text("product", line == stored.order.lines.end() ? review.line_id : line->title)
        .text("title", review.title)
        .text("text", review.text)
        .text("when", site.format.date_time(review.created_ms));
  }
  return rows;
}

PageValues::List event_rows(const ShopSite& site, Database& database, const StoredOrder& stored) {
  PageValues::List rows;
  for (const StoredEvent& event : list_events(database, stored.order.id, kShownEvents)) {
    rows.emplace_back();
    rows.back()
        .text("when", site.format.date_time(event.at_ms))
        .text("name", event.name)
        .text("data", event.data);
  }
  return rows;
}

PageValues::List scenario_rows(bool two_parcels) {
  PageValues::List rows;
  for (const DemoScenario& scenario : demo_scenarios()) {
    if (splits_order(scenario) && !two_parcels) continue;
    rows.emplace_back();
    rows.back().text("code", std::string(scenario.code)).text("label", std::string(scenario.label));
  }
  return rows;
}

/// "Paid in USD at 1 EUR = 1.087 USD; in the books €98.00"; "" for an order in the shop's currency.
std::string rate_words(const StoredOrder& stored, const ShopFormat& format) {
  const base::ExchangeRate& rate = stored.rate;
  if (!rate.converts()) return {};
  const std::string to(rate.to.text());
  return "Paid in " + to + " at " + rate_text(rate) + "; in the books " +
         format.money(stored.shop_total) + ".";
}

std::string address_line(const order::Address& address) {
  std::string text = address.name;
  for (const std::string& line : address.lines) text += ", " + line;
  if (!address.city.empty()) text += ", " + address.postcode + " " + address.city;
  if (!address.country.empty()) text += ", " + address.country;
  return text;
}

}  // namespace

PageValues panel_values(const ShopSite& site, Database& database) {
  const int64_t now_ms = site.app.clock.now_ms();
  PageValues::List orders = order_rows(site, database);
  PageValues::List revenue = revenue_rows(site, database);
  PageValues values;
  values.text("clock_date", site.format.long_date(now_ms))
      .text("clock_time", site.format.clock(now_ms))
      .flag("has_orders", !orders.empty())
      .list("orders", std::move(orders))
      .flag("has_revenue", !revenue.empty())
      .list("revenue", std::move(revenue))
      .list("stock", stock_rows(site, database));
  return values;
}

PageValues panel_order_values(const ShopSite& site, Database& database, const StoredOrder& stored) {
  const std::string& order_id = stored.order.id;
  const std::vector<tracking::Shipment> shipments = shipments_after(database, order_id, 0);
  const size_t unshipped = unshipped_lines(database, order_id).size();
  const bool cancelled = stored.cancelled_ms.has_value();
  const offer::Decision decision =
      decide_for_order(site.app, database, stored, load_offers(database));
  const std::string_view payment = order::payment_status_name(stored.order.payment_status);
  PageValues::List charges = charge_rows(site, database, stored);
  PageValues::List reviews = review_rows(site, database, stored);
  PageValues::List reports = report_rows(site, database, stored);
  PageValues::List events = event_rows(site, database, stored);
  PageValues values = order_values(site, stored.order);
  values.text("id", order_id)
      .text("placed", site.format.date_time(stored.created_ms))
      .text("payment", plain_words(payment))
      .text("payment_tone", std::string(payment_tone(payment)))
      .flag("cancelled", cancelled)
      .text("paid_at", rate_words(stored, site.format))
      .text("address", address_line(stored.order.shipping_address))
      .list("shipments", shipment_cards(site, order_id, shipments))
      .flag("can_ship", unshipped > 0 && !cancelled)
      .flag("can_split", unshipped > 1)
      .list("scenarios", scenario_rows(unshipped > 1))
      .text("unshipped", std::to_string(unshipped) + (unshipped == 1 ? " line waits to be sent."
                                                                     : " lines wait to be sent."))
      .flag("nothing_to_ship", unshipped == 0 && shipments.empty())
      .flag("can_cancel", !cancelled && shipments.empty())
      .text("explain_outcome", decision_sentence(decision))
      .list("verdicts", verdict_rows(decision, site.format))
      .flag("has_charges", !charges.empty())
      .list("charges", std::move(charges))
      .flag("has_reviews", !reviews.empty())
      .list("reviews", std::move(reviews))
      .flag("has_reports", !reports.empty())
      .list("reports", std::move(reports))
      .flag("has_events", !events.empty())
      .list("events", std::move(events));
  return values;
}

}  // namespace postlude::server
