// A document in which one member, each in turn, has another JSON type.

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/app/page_document.h"
#include "core/session.h"

namespace postlude::app {
namespace {

using nlohmann::json;

constexpr const char* kPage = R"({
  "version": 1, "now_ms": 1795000000000, "cursor": "c7", "offer_none": "no_candidate",
  "config": {"api": "/postlude/v1", "order_page": "/order", "test_mode": true, "poll_ms": 30000,
             "stream": true, "max_offers": 2, "zone_offset_minutes": 60},
  "review": {"ask_after_days": 3, "fallback_days": 10, "sent": ["l2"],
             "excluded_products": ["p3"]},
  "order": {"version": 1, "id": "o1", "number": "#1", "created_at": "2026-11-02T10:00:00+01:00",
    "currency": "EUR", "payment_status": "paid", "test": false, "tax_included": true,
    "customer": {"id": "c1", "first_name": "Ada", "email": "ada@shop.example", "order_count": 2,
                 "tags": ["vip"]},
    "lines": [{"id": "l1", "product_id": "p1", "variant_id": "v1", "sku": "S1", "title": "Cup",
      "variant": "Blue", "quantity": 2, "unit_price_minor": 500, "total_minor": 1000,
      "image_url": "https://shop.example/a.png", "url": "https://shop.example/a",
      "requires_shipping": true, "gift_card": false, "selling_plan": "", "categories": ["cups"],
      "tags": ["new"]}],
    "totals": [{"kind": "total", "label": "Sum", "amount_minor": 1000}],
    "shipping_address": {"name": "Ada", "company": "", "lines": ["Street 1"], "city": "Leipzig",
      "region": "SN", "postcode": "04229", "country": "DE"},
    "shipping_method": "Parcel", "payment_method": "Visa", "coupons": ["X"], "tags": ["web"],
    "status_url": "https://shop.example/o1"},
  "shipments": [{"id": "s1", "carrier": "dhl", "carrier_name": "DHL", "tracking_number": "1",
    "tracking_url": "https://dhl.example/1", "service": "parcel", "status": "in_transit",
    "raw_status": "TR", "direction": "outbound", "shipped_at": "2026-11-03",
    "estimate": {"from": "2026-11-05", "until": "2026-11-06", "source": "carrier"},
    "items": [{"line_id": "l1", "quantity": 2}],
    "checkpoints": [{"id": "k1", "status": "in_transit", "time": "2026-11-03T09:00:00+01:00",
      "message": "In transit", "raw_code": "TR",
      "place": {"city": "Leipzig", "region": "SN", "postcode": "04229", "country": "DE"}}]}],
  "offers": [{"id": "f1", "product_id": "p9", "title": "Filter", "variant": "100",
    "description": "Paper", "image_url": "https://shop.example/f.png", "image_alt": "Filters",
    "reason": "bought_together", "reason_title": "Cup", "quantity": 1, "compare_at_minor": 700,
    "status": "open", "quote": {"token": "t", "currency": "EUR", "subtotal_minor": 590,
      "discount_minor": 0, "shipping_minor": 0, "tax_minor": 94, "total_minor": 590,
      "tax_included": true, "expires_at_ms": 1795000600000}}]
})";

// Every place of the document, parents before their children.
std::vector<json::json_pointer> places_of(const json& document) {
  std::vector<json::json_pointer> places;
  const json leaves = document.flatten();
  for (const auto& [pointer, leaf] : leaves.items()) {
    for (json::json_pointer at(pointer); !at.empty(); at = at.parent_pointer()) {
      if (std::find(places.begin(), places.end(), at) == places.end()) places.push_back(at);
    }
  }
  return places;
}

bool is_one_of(const std::string& place, std::initializer_list<const char*> places) {
  return std::find(places.begin(), places.end(), place) != places.end();
}

// What a document is none without; the rest may be null, which is as if it were absent.
bool is_required(const std::string& place) {
  return is_one_of(place, {"/version",
                           "/order/version",
                           "/order/id",
                           "/order/number",
                           "/order/currency",
                           "/order/lines",
                           "/order/lines/0",
                           "/order/lines/0/id",
                           "/order/lines/0/title",
                           "/order/totals/0",
                           "/order/totals/0/kind",
                           "/order/totals/0/amount_minor",
                           "/shipments/0",
                           "/shipments/0/id",
                           "/shipments/0/items/0",
                           "/shipments/0/items/0/line_id",
                           "/shipments/0/estimate/from",
                           "/shipments/0/checkpoints/0",
                           "/offers/0",
                           "/offers/0/id",
                           "/offers/0/title",
                           "/offers/0/reason",
                           "/offers/0/quote",
                           "/offers/0/quote/token",
                           "/offers/0/quote/currency",
                           "/offers/0/quote/total_minor"});
}

// Ids come as numbers too.
bool may_be_number(const std::string& place) {
  const std::string member = place.substr(place.rfind('/') + 1);
  return is_one_of(member, {"id", "product_id", "variant_id", "line_id", "sku", "number",
                            "tracking_number", "cursor"});
}

bool is_allowed(const std::string& place, const json& is) {
  return is.is_null() ? !is_required(place) : is.is_number() && may_be_number(place);
}

bool is_at_or_below(const std::string& pointer, const std::string& place) {
  return pointer == place || pointer.rfind(place + "/", 0) == 0;
}

class ForeignTypes : public testing::TestWithParam<const char*> {};

TEST_P(ForeignTypes, AreRefusedWithTheirPlaceAndTheSessionGoesOn) {
  const json document = json::parse(kPage);
  ASSERT_TRUE(parse_page(kPage).ok()) << parse_page(kPage).error().pointer;
  const json foreign = json::parse(GetParam());
  Session session;
  int refused = 0;
  for (const json::json_pointer& place : places_of(document)) {
    const json& was = document.at(place);
    if (was.type() == foreign.type() || (was.is_number() && foreign.is_number())) continue;
    json broken = document;
    broken.at(place) = foreign;
    const std::string bytes = broken.dump();
    const auto page = parse_page(bytes);
    if (page.ok()) {
      EXPECT_TRUE(is_allowed(place.to_string(), foreign)) << place << " as " << foreign;
      continue;
    }
    ++refused;
    EXPECT_TRUE(is_at_or_below(page.error().pointer, place.to_string()))
        << place << " as " << foreign << ": " << base::error_name(page.error().code) << " at "
        << page.error().pointer;
    session.send(MessageType::Page, 0, 0, bytes, 0);
    ASSERT_EQ(session.last_effects().size(), 1u);
    EXPECT_EQ(session.last_effects()[0].kind, output::EffectKind::Warn);
  }
  EXPECT_GT(refused, 10);
  session.send(MessageType::Page, 0, 0, kPage, 0);
  EXPECT_TRUE(session.model().order.has_value());
}

INSTANTIATE_TEST_SUITE_P(Every, ForeignTypes,
                         testing::Values("null", "true", "7", "\"x\"", "[]", "{}", "[[1]]",
                                         "{\"a\":{}}"));

}  // namespace
}  // namespace postlude::app
