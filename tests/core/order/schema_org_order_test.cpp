#include <gtest/gtest.h>

#include "core/order/parse_order.h"

namespace postlude::order {
namespace {

using base::ErrorCode;

base::Result<Order> read(std::string_view json) {
  return parse_order(OrderSource::SchemaOrg, json);
}

Order order_of(std::string_view json) {
  auto result = read(json);
  EXPECT_TRUE(result.ok()) << base::error_name(result.error().code) << ' ' << result.error().pointer
                           << ' ' << json;
  return result.ok() ? std::move(result.value()) : Order();
}

TEST(FromSchemaOrg, ReadsAnOrderOfAcceptedOffers) {
  const Order order = order_of(R"({"@context":"http://schema.org","@type":"Order",
    "merchant":{"@type":"Organization","name":"Shop"},"orderNumber":"123-4567890",
    "orderStatus":"http://schema.org/OrderPaymentDue","orderDate":"2026-08-27T13:21:00-07:00",
    "priceCurrency":"USD","price":"539.00","discount":"5.00","discountCode":"FALL",
    "customer":{"@type":"Person","givenName":"Jane","email":"jane@example.org"},
    "paymentMethod":{"@type":"CreditCard","name":"Visa"},"url":"https://shop.example/o/1",
    "acceptedOffer":[
      {"@type":"Offer","price":"29.99","priceCurrency":"USD",
       "eligibleQuantity":{"@type":"QuantitativeValue","value":"3"},
       "itemOffered":{"@type":"Product","name":"Mug","sku":"M-1","url":"https://shop.example/m",
         "image":"https://shop.example/m.png","color":"Black","category":"Kitchen"}},
      {"@type":"Offer","price":449.03,"itemOffered":{"@type":"Product","name":"Lamp",
         "image":[{"@type":"ImageObject","contentUrl":"/lamp.png"}]}}],
    "orderDelivery":{"@type":"ParcelDelivery","hasDeliveryMethod":"http://purl.org/goodrelations/v1#UPS",
      "deliveryAddress":{"@type":"PostalAddress","name":"Jane D.","streetAddress":"24 Willie Mays",
        "addressLocality":"San Francisco","addressRegion":"CA","postalCode":94107,
        "addressCountry":{"@type":"Country","name":"US"}}}})");
  EXPECT_EQ(order.id, "123-4567890");
  EXPECT_EQ(order.number, "123-4567890");
  EXPECT_EQ(base::source_time_text(order.created_at), "2026-08-27T13:21:00-07:00");
  EXPECT_EQ(order.payment_status, PaymentStatus::Pending);
  EXPECT_EQ(order.customer.first_name, "Jane");
  EXPECT_EQ(order.customer.email, "jane@example.org");
  EXPECT_EQ(order.payment_method, "Visa");
  EXPECT_EQ(order.status_url.text(), "https://shop.example/o/1");
  EXPECT_EQ(order.coupons, std::vector<std::string>{"FALL"});
  EXPECT_EQ(order.shipping_method, "UPS");
  EXPECT_EQ(order.shipping_address,
            (Address{"Jane D.", "", {"24 Willie Mays"}, "San Francisco", "CA", "94107", "US"}));
  ASSERT_EQ(order.totals.size(), 2u);
  EXPECT_EQ(order.totals[0], (TotalRow{TotalKind::Discount, "FALL", {-500, order.currency}}));
  EXPECT_EQ(order.total()->minor, 53900);
  ASSERT_EQ(order.lines.size(), 2u);
  EXPECT_EQ(order.lines[0].id, "M-1");
  EXPECT_EQ(order.lines[0].sku, "M-1");
  EXPECT_EQ(order.lines[0].quantity, 3);
  EXPECT_EQ(order.lines[0].unit_price->minor, 2999);
  EXPECT_EQ(order.lines[0].url.text(), "https://shop.example/m");
  EXPECT_EQ(order.lines[0].image_url.text(), "https://shop.example/m.png");
  EXPECT_EQ(order.lines[0].variant, "Black");
  EXPECT_EQ(order.lines[0].categories, std::vector<std::string>{"Kitchen"});
  EXPECT_FALSE(order.lines[0].total) << "not stated";
  EXPECT_EQ(order.lines[1].id, "2");
  EXPECT_EQ(order.lines[1].unit_price->minor, 44903);
  EXPECT_EQ(order.lines[1].image_url.text(), "/lamp.png");
}

TEST(FromSchemaOrg, ReadsOrderItemsWithTheirProducts) {
  const Order order = order_of(R"({"@type":"Order","orderNumber":7,"orderedItem":[
    {"@type":"OrderItem","orderItemNumber":"a1","orderQuantity":2,
     "orderedItem":{"@type":"Product","name":"Widget","productID":"W",
       "offers":{"@type":"Offer","price":"99.00","priceCurrency":"EUR"}}},
    {"@type":"OrderItem","orderedItem":{"@type":"Service","description":"Assembly"}},
    {"@type":"Product","name":"Bolt"},"Nut"]})");
  EXPECT_EQ(order.number, "7");
  EXPECT_FALSE(order.currency.known()) << "a product's offers are not what was paid";
  ASSERT_EQ(order.lines.size(), 4u);
  EXPECT_EQ(order.lines[0].id, "a1");
  EXPECT_EQ(order.lines[0].title, "Widget");
  EXPECT_EQ(order.lines[0].product_id, "W");
  EXPECT_EQ(order.lines[0].quantity, 2);
  EXPECT_FALSE(order.lines[0].unit_price);
  EXPECT_EQ(order.lines[1].title, "Assembly");
  EXPECT_FALSE(order.lines[1].requires_shipping);
  EXPECT_EQ(order.lines[2].title, "Bolt");
  EXPECT_EQ(order.lines[3].title, "Nut");
  EXPECT_TRUE(order.totals.empty());
}

TEST(FromSchemaOrg, GivesTheOneItemThePriceOfTheOneOffer) {
  const Order order = order_of(R"({"@type":"Order","orderNumber":"1",
    "orderedItem":{"@type":"Product","name":"Lamp"},
    "acceptedOffer":{"@type":"Offer","price":10.5,"priceCurrency":"KWD"}})");
  ASSERT_EQ(order.lines.size(), 1u);
  EXPECT_EQ(order.currency.text(), "KWD");
  EXPECT_EQ(order.lines[0].unit_price->minor, 10500);
}

TEST(FromSchemaOrg, ReadsPricesFromPriceSpecifications) {
  const Order order = order_of(R"({"@type":"Order","orderNumber":"1",
    "priceSpecification":{"@type":"PriceSpecification","price":1200,"priceCurrency":"JPY"},
    "acceptedOffer":{"@type":"Offer","itemOffered":"Tea",
      "priceSpecification":{"price":"1200","priceCurrency":"JPY"}}})");
  EXPECT_EQ(order.total()->minor, 1200);
  EXPECT_EQ(order.lines[0].title, "Tea");
  EXPECT_EQ(order.lines[0].unit_price->minor, 1200);
}

TEST(FromSchemaOrg, LeavesOutAPriceInAnotherCurrency) {
  const Order order = order_of(R"({"@type":"Order","orderNumber":"1","priceCurrency":"EUR",
    "price":5,"acceptedOffer":{"price":6,"priceCurrency":"USD","itemOffered":{"name":"A"}}})");
  EXPECT_EQ(order.total()->minor, 500);
  EXPECT_FALSE(order.lines[0].unit_price);
}

TEST(FromSchemaOrg, ReadsNumbersFromTheirText) {
  const Order order = order_of(R"({"@type":"Order","orderNumber":"1","priceCurrency":"EUR",
    "price":90071992547409.91})");
  EXPECT_EQ(order.total()->minor, 9007199254740991);
}

const char* const kWrappings[] = {
    R"({"@type":"Order","orderNumber":"1"})",
    R"({"@type":["Thing","Order"],"orderNumber":"1"})",
    R"({"@type":"http://schema.org/Order","orderNumber":"1"})",
    R"({"@type":"https://schema.org/Order","orderNumber":"1"})",
    R"({"@type":"schema:Order","orderNumber":"1"})",
    R"([{"@type":"Order","orderNumber":"1"}])",
    R"([{"@type":"BreadcrumbList"},[{"@type":"Order","orderNumber":"1"}]])",
    R"({"@context":"https://schema.org","@graph":[{"@type":"WebPage"},
        {"@type":"Order","orderNumber":"1"}]})",
    R"({"@graph":{"@type":"Order","orderNumber":"1"}})",
    R"([null,5,"x",{"@graph":null},{"@graph":[{"@type":"Order","orderNumber":"1"}]}])",
    R"({"@type":"WebPage","mainEntity":{"@type":"Order","orderNumber":"1"}})",
    R"([{"@type":"Order","orderNumber":"1"},{"@type":"Order","orderNumber":"2"}])",
    R"({"@type":"Invoice","referencesOrder":{"@type":"Order","orderNumber":"1"}})",
    R"({"@type":"Invoice","referencesOrder":[{"@type":"Order","orderNumber":"1"},
        {"@type":"Order","orderNumber":"2"}]})",
    R"([{"@type":"Invoice","referencesOrder":{"@type":"Order","orderNumber":"2"}},
        {"@type":"Order","orderNumber":"1"}])",
};

TEST(FromSchemaOrg, FindsTheOrderHoweverThePageWrapsIt) {
  for (const char* json : kWrappings) EXPECT_EQ(order_of(json).number, "1") << json;
}

TEST(FromSchemaOrg, FollowsIdsInsideOfAGraph) {
  const Order order = order_of(R"({"@graph":[
    {"@type":"Order","orderNumber":"1","acceptedOffer":[{"@id":"#o"}],"customer":{"@id":"#c"}},
    {"@id":"#o","@type":"Offer","price":"2.00","priceCurrency":"EUR","itemOffered":{"@id":"#p"}},
    {"@id":"#p","@type":"Product","name":"Pen"},{"@id":"#c","@type":"Person","givenName":"Jo"}]})");
  ASSERT_EQ(order.lines.size(), 1u);
  EXPECT_EQ(order.lines[0].title, "Pen");
  EXPECT_EQ(order.lines[0].unit_price->minor, 200);
  EXPECT_EQ(order.customer.first_name, "Jo");
}

TEST(FromSchemaOrg, TakesFromAnInvoiceItsPaymentAndItsCurrencyOnly) {
  const Order order =
      order_of(R"({"@type":"Invoice","paymentStatus":"https://schema.org/PaymentComplete",
    "totalPaymentDue":{"@type":"PriceSpecification","price":0.0,"priceCurrency":"USD"},
    "referencesOrder":[{"@type":"Order","orderNumber":"1","orderedItem":{"name":"Furnace"}}]})");
  EXPECT_EQ(order.payment_status, PaymentStatus::Paid);
  EXPECT_EQ(order.currency.text(), "USD");
  EXPECT_TRUE(order.totals.empty());
}

TEST(FromSchemaOrg, KnowsCancelledOrders) {
  EXPECT_TRUE(order_of(R"({"@type":"Order","orderNumber":"1",
    "orderStatus":"https://schema.org/OrderCancelled"})")
                  .cancelled());
  EXPECT_FALSE(order_of(R"({"@type":"Order","orderNumber":"1",
    "orderStatus":"https://schema.org/OrderDelivered"})")
                   .cancelled());
}

TEST(FromSchemaOrg, RefusesScriptsInUrlsQuietly) {
  const Order order = order_of(R"x({"@type":"Order","orderNumber":"1","url":"javascript:alert(1)",
    "orderedItem":{"name":"A","url":"data:text/html,x","image":"//evil.example/x.png"}})x");
  EXPECT_TRUE(order.status_url.empty());
  EXPECT_TRUE(order.lines[0].url.empty());
  EXPECT_TRUE(order.lines[0].image_url.empty());
}

struct Refusal {
  const char* json;
  ErrorCode code;
  const char* pointer;
};

const Refusal kRefusals[] = {
    {"null", ErrorCode::NoOrder, ""},
    {"[]", ErrorCode::NoOrder, ""},
    {R"({"@type":"Product","name":"Order"})", ErrorCode::NoOrder, ""},
    {R"({"@type":"OrderItem","orderedItem":{"name":"A"}})", ErrorCode::NoOrder, ""},
    {R"({"@type":"Invoice","totalPaymentDue":{"price":1}})", ErrorCode::NoOrder, ""},
    {R"({"@type":"Invoice","referencesOrder":"1"})", ErrorCode::NoOrder, ""},
    {R"({"@type":{"@type":"Order"},"orderNumber":"1"})", ErrorCode::NoOrder, ""},
    {R"({"order":{"@type":"Order","orderNumber":"1"}})", ErrorCode::NoOrder, ""},
    {R"([0,{"@type":"Order"}])", ErrorCode::MissingField, "/1/orderNumber"},
    {R"({"@type":"Order","orderNumber":"1","orderDate":"soon"})", ErrorCode::BadTime, "/orderDate"},
    {R"({"@type":"Order","orderNumber":"1","priceCurrency":"EUR","price":"about 5"})",
     ErrorCode::BadMoney, "/price"},
    {R"({"@type":"Order","orderNumber":"1","priceCurrency":"€"})", ErrorCode::BadMoney,
     "/priceCurrency"},
    {R"({"@type":"Order","orderNumber":"1","acceptedOffer":{"itemOffered":{}}})",
     ErrorCode::MissingField, "/acceptedOffer/itemOffered"},
    {R"({"@type":"Order","orderNumber":"1","orderedItem":[{"@type":"Product"}]})",
     ErrorCode::MissingField, "/orderedItem/0/name"},
    {R"({"@type":"Order","orderNumber":"1","orderedItem":[{"@type":"OrderItem",
         "orderQuantity":0.5,"orderedItem":{"name":"A"}}]})",
     ErrorCode::BadValue, "/orderedItem/0/orderQuantity"},
};

TEST(FromSchemaOrg, SaysWhatIsWrongAndWhere) {
  for (const Refusal& row : kRefusals) {
    const auto result = read(row.json);
    ASSERT_FALSE(result.ok()) << row.json;
    EXPECT_EQ(base::error_name(result.error().code), base::error_name(row.code)) << row.json;
    EXPECT_EQ(result.error().pointer, row.pointer) << row.json;
  }
}

TEST(FromSchemaOrg, EndsOnIdsThatGoInCircles) {
  EXPECT_FALSE(read(R"({"@graph":[{"@type":"Order","orderNumber":"1","orderedItem":{"@id":"a"}},
    {"@id":"a","x":1}]})")
                   .ok());
  EXPECT_TRUE(read(R"({"@graph":[{"@type":"Order","@id":"o","orderNumber":"1",
    "customer":{"@id":"o"}}]})")
                  .ok());
}

}  // namespace
}  // namespace postlude::order
