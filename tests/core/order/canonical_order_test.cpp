#include <gtest/gtest.h>

#include "core/order/parse_order.h"
#include "tests/core/order/full_order.h"

namespace postlude::order {
namespace {

using base::Error;
using base::ErrorCode;

base::Result<Order> read(std::string_view json) {
  return parse_order(OrderSource::Canonical, json);
}

/// A small valid order with `members` added.
std::string order_with(std::string_view members, std::string_view line = "",
                       std::string_view currency = "EUR") {
  std::string json = R"({"version":1,"id":"1","number":"1","currency":")";
  json += currency;
  json += R"(","lines":[{"id":"a","title":"A")";
  json += line;
  json += "}]";
  json += members;
  return json + "}";
}

TEST(FromCanonical, ReadsEveryMember) {
  const auto result = read(kFullOrder);
  ASSERT_TRUE(result.ok()) << result.error().pointer;
  const Order& order = result.value();
  EXPECT_EQ(order.id, "450789469");
  EXPECT_EQ(order.number, "#1001");
  EXPECT_EQ(base::source_time_text(order.created_at), "2026-11-03T09:26:00+01:00");
  EXPECT_EQ(base::source_time_text(order.cancelled_at), "2026-11-04");
  EXPECT_TRUE(order.cancelled());
  EXPECT_EQ(order.currency.text(), "EUR");
  EXPECT_EQ(order.payment_status, PaymentStatus::PartiallyRefunded);
  EXPECT_TRUE(order.test);
  EXPECT_EQ(order.customer, (Customer{"207", "Zoë", "zoe@example.org", 3, {"vip", "wholesale"}}));
  ASSERT_EQ(order.lines.size(), 2u);
  const LineItem& line = order.lines[0];
  EXPECT_EQ(line.product_id, "mug");
  EXPECT_EQ(line.variant_id, "mug-black");
  EXPECT_EQ(line.sku, "M-1");
  EXPECT_EQ(line.title, "Stoneware mug");
  EXPECT_EQ(line.variant, "Black / 0.3 l");
  EXPECT_EQ(line.quantity, 2);
  EXPECT_EQ(line.unit_price, (base::Money{1200, order.currency}));
  EXPECT_EQ(line.total, (base::Money{2160, order.currency}));
  EXPECT_EQ(line.image_url.text(), "/images/mug.svg");
  EXPECT_EQ(line.url.text(), "https://shop.example/mug");
  EXPECT_FALSE(line.requires_shipping);
  EXPECT_TRUE(line.gift_card);
  EXPECT_EQ(line.selling_plan, "Every month");
  EXPECT_EQ(line.categories, std::vector<std::string>{"Kitchen"});
  EXPECT_EQ(line.tags, std::vector<std::string>{"new"});
  EXPECT_EQ(order.lines[1].quantity, 0);
  EXPECT_TRUE(order.lines[1].requires_shipping);
  EXPECT_FALSE(order.lines[1].unit_price);
  ASSERT_EQ(order.totals.size(), 10u);
  EXPECT_EQ(order.totals[1], (TotalRow{TotalKind::Discount, "WELCOME", {-240, order.currency}}));
  EXPECT_EQ(order.total(), (base::Money{2410, order.currency}));
  EXPECT_TRUE(order.tax_included);
  EXPECT_EQ(
      order.shipping_address,
      (Address{"Zoë L.", "ACME", {"Chausseestr. 1", "Hof 2"}, "Berlin", "BE", "10115", "DE"}));
  EXPECT_EQ(order.shipping_method, "DHL");
  EXPECT_EQ(order.payment_method, "Visa •••• 4242");
  EXPECT_EQ(order.coupons, std::vector<std::string>{"WELCOME"});
  EXPECT_EQ(order.tags, std::vector<std::string>{"fragile"});
  EXPECT_EQ(order.status_url.text(), "https://shop.example/orders/1001");
}

TEST(FromCanonical, NeedsFiveMembersAndFillsTheRest) {
  const auto result = read(order_with(""));
  ASSERT_TRUE(result.ok());
  const Order& order = result.value();
  EXPECT_FALSE(order.created_at.known());
  EXPECT_FALSE(order.cancelled());
  EXPECT_EQ(order.payment_status, PaymentStatus::Unknown);
  EXPECT_EQ(order.customer, Customer{});
  EXPECT_TRUE(order.shipping_address.empty());
  EXPECT_FALSE(order.total());
  EXPECT_EQ(order.lines[0].quantity, 1);
  EXPECT_TRUE(order.lines[0].requires_shipping);
}

TEST(FromCanonical, AcceptsAnOrderWithoutLines) {
  EXPECT_TRUE(read(R"({"version":1,"id":"1","number":"1","currency":"EUR","lines":[]})").ok());
}

TEST(FromCanonical, IgnoresUnknownMembersWhateverTheyHold) {
  const auto plain = read(order_with(""));
  const auto more = read(order_with(R"(,"x":{"lines":1},"__proto__":{"id":2})", R"(,"y":[[]])"));
  ASSERT_TRUE(more.ok());
  EXPECT_EQ(more.value(), plain.value());
}

struct Refusal {
  std::string json;
  ErrorCode code;
  const char* pointer;
};

const Refusal kRefusals[] = {
    {"[]", ErrorCode::WrongType, ""},
    {"1", ErrorCode::WrongType, ""},
    {"{}", ErrorCode::MissingField, "/version"},
    {R"({"version":2,"id":1})", ErrorCode::UnknownVersion, "/version"},
    {R"({"version":0})", ErrorCode::UnknownVersion, "/version"},
    {R"({"version":1.0})", ErrorCode::UnknownVersion, "/version"},
    {R"({"version":"1"})", ErrorCode::WrongType, "/version"},
    {R"({"version":1})", ErrorCode::MissingField, "/id"},
    {R"({"version":1,"id":""})", ErrorCode::MissingField, "/id"},
    {R"({"version":1,"id":"1"})", ErrorCode::MissingField, "/number"},
    {R"({"version":1,"id":"1","number":"1"})", ErrorCode::MissingField, "/currency"},
    {R"({"version":1,"id":"1","number":"1","currency":"EUR"})", ErrorCode::MissingField, "/lines"},
    {R"({"version":1,"id":"1","number":"1","currency":"Euro","lines":[]})", ErrorCode::BadMoney,
     "/currency"},
    {R"({"version":1,"id":"1","number":"1","currency":"EUR","lines":[{"title":"A"}]})",
     ErrorCode::MissingField, "/lines/0/id"},
    {R"({"version":1,"id":"1","number":"1","currency":"EUR","lines":[{"id":"a","title":""}]})",
     ErrorCode::MissingField, "/lines/0/title"},
    {R"({"version":1,"id":"1","number":"1","currency":"EUR",
         "lines":[{"id":"a","title":"A"},{"id":"b","title":"B"},{"id":"a","title":"C"}]})",
     ErrorCode::BadValue, "/lines/2/id"},
    {R"({"version":1,"id":"1","number":"1","currency":"EUR",
         "lines":[{"id":7,"title":"A"},{"id":"7","title":"B"}]})",
     ErrorCode::BadValue, "/lines/1/id"},
    {order_with("", R"(,"quantity":-1)"), ErrorCode::BadValue, "/lines/0/quantity"},
    {order_with("", R"(,"quantity":1.5)"), ErrorCode::BadValue, "/lines/0/quantity"},
    {order_with("", R"(,"unit_price_minor":12.5)"), ErrorCode::BadMoney,
     "/lines/0/unit_price_minor"},
    {order_with("", R"(,"total_minor":9007199254740992)"), ErrorCode::BadMoney,
     "/lines/0/total_minor"},
    {order_with("", R"(,"total_minor":1)", "XXX"), ErrorCode::BadMoney, "/currency"},
    {order_with(R"(,"totals":[{"kind":"total","amount_minor":1}])", "", "XXX"), ErrorCode::BadMoney,
     "/currency"},
    {order_with(R"(,"created_at":"yesterday")"), ErrorCode::BadTime, "/created_at"},
    {order_with(R"(,"created_at":"2026-02-30")"), ErrorCode::BadTime, "/created_at"},
    {order_with(R"(,"payment_status":"payed")"), ErrorCode::BadValue, "/payment_status"},
    {order_with(R"(,"payment_status":"")"), ErrorCode::BadValue, "/payment_status"},
    {order_with(R"(,"customer":{"order_count":-1})"), ErrorCode::BadValue, "/customer/order_count"},
    {order_with(R"(,"totals":[{"kind":"sum","amount_minor":1}])"), ErrorCode::BadValue,
     "/totals/0/kind"},
    {order_with(R"(,"totals":[{"amount_minor":1}])"), ErrorCode::MissingField, "/totals/0/kind"},
    {order_with(R"(,"totals":[{"kind":"tax"}])"), ErrorCode::MissingField,
     "/totals/0/amount_minor"},
    {order_with(R"(,"totals":[{"kind":"discount","amount_minor":5}])"), ErrorCode::BadValue,
     "/totals/0/amount_minor"},
    {order_with(
         R"(,"totals":[{"kind":"total","amount_minor":5},{"kind":"total","amount_minor":5}])"),
     ErrorCode::BadValue, "/totals/1/kind"},
    {order_with(R"(,"totals":[{"kind":"total","amount_minor":5},{"kind":"tax","amount_minor":5}])"),
     ErrorCode::BadValue, "/totals/1/kind"},
};

TEST(FromCanonical, SaysWhatIsWrongAndWhere) {
  for (const Refusal& row : kRefusals) {
    const auto result = read(row.json);
    ASSERT_FALSE(result.ok()) << row.json;
    EXPECT_EQ(base::error_name(result.error().code), base::error_name(row.code)) << row.json;
    EXPECT_EQ(result.error().pointer, row.pointer) << row.json;
  }
}

TEST(FromCanonical, PointsIntoTheDocumentThatHoldsTheOrder) {
  const auto document = base::parse_json(R"({"page":[{"order":{"version":1,"id":true}}]})");
  ASSERT_TRUE(document.ok());
  const auto result = from_canonical(document.value().root()["page"].at(0)["order"]);
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error(), (Error{ErrorCode::WrongType, "/page/0/order/id", 0}));
}

TEST(FromCanonical, DropsABadUrlQuietly) {
  const auto result =
      read(order_with(R"x(,"status_url":"javascript:alert(1)")x",
                      R"(,"url":"//evil.example/","image_url":"data:image/svg+xml,<svg>")"));
  ASSERT_TRUE(result.ok());
  EXPECT_TRUE(result.value().status_url.empty());
  EXPECT_TRUE(result.value().lines[0].url.empty());
  EXPECT_TRUE(result.value().lines[0].image_url.empty());
}

TEST(FromCanonical, ReadsIdsThatAreNumbersAsTheyAreWritten) {
  const auto result = read(
      R"({"version":1,"id":12345678901234567890,"number":1001,"currency":"EUR",
          "lines":[{"id":7,"product_id":8,"variant_id":9,"sku":4006381333931,"title":"A"}]})");
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result.value().id, "12345678901234567890");
  EXPECT_EQ(result.value().number, "1001");
  EXPECT_EQ(result.value().lines[0].sku, "4006381333931");
}

TEST(FromCanonical, ReadsAmountsInMinorUnitsOfAnyCurrency) {
  for (const char* code : {"JPY", "KWD", "HUF", "CLF", "ZZZ"}) {
    const auto result = read(order_with("", R"(,"total_minor":1234)", code));
    ASSERT_TRUE(result.ok()) << code;
    EXPECT_EQ(result.value().lines[0].total, (base::Money{1234, *base::parse_currency(code)}));
  }
}

TEST(FromCanonical, KnowsACancellationWithoutItsTime) {
  const auto result = read(order_with(R"(,"cancelled":true)"));
  ASSERT_TRUE(result.ok());
  EXPECT_TRUE(result.value().cancelled());
  EXPECT_FALSE(result.value().cancelled_at.known());
  EXPECT_EQ(read(write_order(result.value())).value(), result.value());
}

TEST(WriteOrder, WritesWhatFromCanonicalReadsBack) {
  const auto result = read(kFullOrder);
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(write_order(result.value()), kFullOrder);
  EXPECT_EQ(read(write_order(result.value())).value(), result.value());
}

TEST(WriteOrder, LeavesOutWhatIsEmpty) {
  EXPECT_EQ(write_order(read(order_with("")).value()),
            R"({"version":1,"id":"1","number":"1","currency":"EUR",)"
            R"("lines":[{"id":"a","title":"A","quantity":1}]})");
}

TEST(WriteOrder, WritesAnOrderWithoutAnyAmountAsOneOfNoCurrency) {
  Order order = read(order_with("")).value();
  order.currency = {};
  EXPECT_NE(write_order(order).find(R"("currency":"XXX")"), std::string::npos);
  EXPECT_EQ(read(write_order(order)).value(), order);
}

TEST(WriteOrder, KeepsEveryKindAndStatus) {
#define X(name, text)                                           \
  {                                                             \
    EXPECT_EQ(payment_status_name(PaymentStatus::name), text);  \
    EXPECT_EQ(payment_status_from(text), PaymentStatus::name);  \
    Order order = read(order_with("")).value();                 \
    order.payment_status = PaymentStatus::name;                 \
    EXPECT_EQ(read(write_order(order)).value(), order) << text; \
  }
  POSTLUDE_PAYMENT_STATUSES(X)
#undef X
#define X(name, text)                                                     \
  {                                                                       \
    EXPECT_EQ(total_kind_name(TotalKind::name), text);                    \
    EXPECT_EQ(total_kind_from(text), TotalKind::name);                    \
    Order order = read(order_with("")).value();                           \
    order.totals.push_back({TotalKind::name, "x", {-1, order.currency}}); \
    EXPECT_EQ(read(write_order(order)).value(), order) << text;           \
  }
  POSTLUDE_TOTAL_KINDS(X)
#undef X
  EXPECT_FALSE(payment_status_from("PAID"));
  EXPECT_FALSE(total_kind_from(""));
}

TEST(ParseOrder, RefusesWhatIsNoJsonTooLargeOrTooDeep) {
  for (const char* name : {"canonical", "shopify", "woocommerce", "schema_org", "ga4"}) {
    const OrderSource source = *order_source_from(name);
    EXPECT_EQ(parse_order(source, "{").error().code, ErrorCode::NotJson) << name;
    EXPECT_EQ(parse_order(source, std::string(10'000'000, ' ')).error().code, ErrorCode::TooLarge);
    EXPECT_EQ(parse_order(source, std::string(100'000, '[')).error().code, ErrorCode::TooDeep);
  }
}

TEST(OrderSource, IsNamedAsInTheContract) {
  EXPECT_EQ(order_source_from("woocommerce"), OrderSource::WooCommerce);
  EXPECT_FALSE(order_source_from("Shopify"));
  EXPECT_FALSE(order_source_from(""));
}

}  // namespace
}  // namespace postlude::order
