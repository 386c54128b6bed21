#include <gtest/gtest.h>

#include "core/order/parse_order.h"

namespace postlude::order {
namespace {

using base::ErrorCode;

base::Result<Order> read(std::string_view json) {
  return parse_order(OrderSource::WooCommerce, json);
}

Order order_of(std::string_view json) {
  auto result = read(json);
  EXPECT_TRUE(result.ok()) << base::error_name(result.error().code) << ' '
                           << result.error().pointer;
  return result.ok() ? std::move(result.value()) : Order();
}

std::string order_with(std::string_view members) {
  return R"({"id":727,"number":"727","currency":"EUR","line_items":[])" + std::string(members) +
         "}";
}

std::string totals_of(const Order& order) {
  std::string out;
  for (const TotalRow& row : order.totals) {
    if (!out.empty()) out += "; ";
    out += std::string(total_kind_name(row.kind)) + (row.label.empty() ? "" : " " + row.label);
    out += " " + base::money_decimal(row.amount);
  }
  return out;
}

TEST(FromWooCommerce, ReadsAllPartsOfAnOrder) {
  const Order order = order_of(R"({"id":727,"number":"727-A","status":"processing","currency":"EUR",
    "date_created":"2026-03-22T16:28:02","date_created_gmt":"2026-03-22T15:28:02",
    "discount_total":"3.00","shipping_total":"10.00","total":"31.42","total_tax":"4.42",
    "prices_include_tax":true,"customer_id":26,
    "billing":{"first_name":"Zo&euml;","email":"zoe@example.org"},
    "shipping":{"first_name":"Zo&euml;","last_name":"O&#8217;Hara","company":"A &amp; B",
      "address_1":"Av. Brasil, 432","address_2":"Fundos","city":"Rio de Janeiro","state":"RJ",
      "postcode":"12345-000","country":"BR"},
    "payment_method":"bacs","payment_method_title":"Direct Bank Transfer",
    "date_paid":"2026-03-22T16:28:08",
    "line_items":[
      {"id":315,"name":"Mug &ndash; Black","product_id":93,"variation_id":94,"quantity":2,
       "total":"17.00","sku":"M","price":8.5,"image":{"id":"1","src":"https:\/\/shop.example\/m.png"},
       "meta_data":[{"id":1,"key":"pa_color","value":"black","display_value":"Black"},
         {"id":2,"key":"size","value":"0.3&nbsp;l"},{"id":3,"key":"_hidden","value":"x"},
         {"id":4,"key":"pieces","value":6},{"id":5,"key":"plugin","value":{"a":1}}]},
      {"id":316,"name":"Card","product_id":95,"variation_id":0,"quantity":1,"price":3.333333333}],
    "tax_lines":[{"label":"VAT &amp; levy","tax_total":"3.42","shipping_tax_total":"1.00"}],
    "shipping_lines":[{"method_title":"Flat rate"}],
    "fee_lines":[{"name":"Gift wrap","total":"1.00"},{"name":"Loyal","total":"-1.00"}],
    "coupon_lines":[{"code":"welcome"}],"refunds":[]})");
  EXPECT_EQ(order.id, "727");
  EXPECT_EQ(order.number, "727-A");
  EXPECT_EQ(base::source_time_text(order.created_at), "2026-03-22T16:28:02+01:00");
  EXPECT_EQ(order.payment_status, PaymentStatus::Paid);
  EXPECT_EQ(order.customer, (Customer{"26", "Zoë", "zoe@example.org", {}, {}}));
  EXPECT_EQ(order.shipping_address, (Address{"Zoë O’Hara",
                                             "A & B",
                                             {"Av. Brasil, 432", "Fundos"},
                                             "Rio de Janeiro",
                                             "RJ",
                                             "12345-000",
                                             "BR"}));
  EXPECT_EQ(order.payment_method, "Direct Bank Transfer");
  EXPECT_EQ(order.shipping_method, "Flat rate");
  EXPECT_EQ(order.coupons, std::vector<std::string>{"welcome"});
  EXPECT_FALSE(order.tax_included);
  EXPECT_EQ(totals_of(order),
            "discount welcome -3.00; shipping 10.00; fee Gift wrap 1.00; fee Loyal -1.00; "
            "tax VAT & levy 4.42; total 31.42");
  ASSERT_EQ(order.lines.size(), 2u);
  EXPECT_EQ(order.lines[0].title, "Mug – Black");
  EXPECT_EQ(order.lines[0].variant, "Black / 0.3\xc2\xa0l / 6");
  EXPECT_EQ(order.lines[0].product_id, "93");
  EXPECT_EQ(order.lines[0].variant_id, "94");
  EXPECT_EQ(order.lines[0].unit_price->minor, 850);
  EXPECT_EQ(order.lines[0].total->minor, 1700);
  EXPECT_EQ(order.lines[0].image_url.text(), "https://shop.example/m.png");
  EXPECT_EQ(order.lines[1].variant_id, "");
  EXPECT_EQ(order.lines[1].unit_price->minor, 333);
}

TEST(FromWooCommerce, KeepsADateWithoutAZoneSoUnlessGmtTellsIt) {
  const auto created = [](std::string_view members) {
    return base::source_time_text(order_of(order_with(members)).created_at);
  };
  EXPECT_EQ(created(R"(,"date_created":"2026-03-22T16:28:02")"), "2026-03-22T16:28:02");
  EXPECT_EQ(created(R"(,"date_created":"2026-03-22T16:28:02","date_created_gmt":null)"),
            "2026-03-22T16:28:02");
  EXPECT_EQ(
      created(R"(,"date_created":"2026-03-22T16:28:02","date_created_gmt":"2026-03-22T19:28:02")"),
      "2026-03-22T16:28:02-03:00");
  EXPECT_EQ(created(""), "");
}

struct Status {
  const char* members;
  PaymentStatus status;
};

const Status kStatuses[] = {
    {R"(,"status":"pending")", PaymentStatus::Pending},
    {R"(,"status":"on-hold")", PaymentStatus::Pending},
    {R"(,"status":"processing")", PaymentStatus::Paid},
    {R"(,"status":"processing","payment_method":"cod")", PaymentStatus::Pending},
    {R"(,"status":"completed","payment_method":"cod")", PaymentStatus::Paid},
    {R"(,"status":"on-hold","date_paid":"2026-03-22T16:28:08")", PaymentStatus::Paid},
    {R"(,"status":"cancelled")", PaymentStatus::Voided},
    {R"(,"status":"cancelled","date_paid":"2026-03-22T16:28:08")", PaymentStatus::Paid},
    {R"(,"status":"refunded")", PaymentStatus::Refunded},
    {R"(,"status":"failed")", PaymentStatus::Failed},
    {R"(,"status":"awaiting-engraving")", PaymentStatus::Unknown},
    {R"(,"status":"completed","refunds":[{"id":1,"total":"-1.00"}])",
     PaymentStatus::PartiallyRefunded},
};

TEST(FromWooCommerce, TellsThePaymentFromStatusDateAndRefunds) {
  for (const Status& row : kStatuses) {
    EXPECT_EQ(order_of(order_with(row.members)).payment_status, row.status) << row.members;
  }
}

TEST(FromWooCommerce, KnowsThatACancelledOrderIsCancelledAndNotWhen) {
  const Order order = order_of(order_with(R"(,"status":"cancelled")"));
  EXPECT_TRUE(order.cancelled());
  EXPECT_FALSE(order.cancelled_at.known());
}

TEST(FromWooCommerce, ShowsRefundsBehindTheTotal) {
  EXPECT_EQ(totals_of(order_of(order_with(
                R"(,"total":"39.00","refunds":[{"id":1,"refund":"","total":"-10.00"},
                    {"id":2,"reason":"Broken &amp; late","total":"-9.00"}])"))),
            "total 39.00; refunded -10.00; refunded Broken & late -9.00");
}

TEST(FromWooCommerce, ShowsEachTaxUnlessTheirPartsWouldHaveToBeAdded) {
  EXPECT_EQ(totals_of(order_of(order_with(
                R"(,"total_tax":"3.00","tax_lines":[
                   {"label":"A","tax_total":"1.00","shipping_tax_total":"0.00"},
                   {"label":"B","tax_total":"2.00","shipping_tax_total":""}])"))),
            "tax A 1.00; tax B 2.00");
  EXPECT_EQ(totals_of(order_of(order_with(
                R"(,"total_tax":"3.50","tax_lines":[
                   {"label":"A","tax_total":"1.00","shipping_tax_total":"0.50"},
                   {"label":"B","tax_total":"2.00"}])"))),
            "tax 3.50");
}

TEST(FromWooCommerce, ReadsAmountsOfEveryExponent) {
  const auto total = [](const char* code, const char* amount) {
    return order_of(std::string(R"({"id":1,"line_items":[],"currency":")") + code +
                    R"(","total":")" + amount + "\"}")
        .total()
        ->minor;
  };
  EXPECT_EQ(total("JPY", "1200"), 1200);
  EXPECT_EQ(total("KWD", "1.234"), 1234);
  EXPECT_EQ(total("HUF", "2990.00"), 299000);
}

TEST(FromWooCommerce, TakesTheFirstOrderOfAList) {
  EXPECT_EQ(order_of("[" + order_with("") + ",{}]"), order_of(order_with("")));
}

TEST(FromWooCommerce, CallsAnOrderByItsIdWhenItHasNoNumber) {
  EXPECT_EQ(order_of(R"({"id":5,"currency":"EUR","line_items":[]})").number, "5");
}

TEST(FromWooCommerce, KeepsMarkupInNamesAsText) {
  const Order order = order_of(
      R"({"id":1,"currency":"EUR","line_items":[{"id":1,"name":"<b>&lt;script&gt;</b>"}]})");
  EXPECT_EQ(order.lines[0].title, "<b><script></b>");
}

struct Refusal {
  const char* json;
  ErrorCode code;
  const char* pointer;
};

const Refusal kRefusals[] = {
    {"null", ErrorCode::UnknownFormat, ""},
    {"{}", ErrorCode::NoOrder, ""},
    {"[]", ErrorCode::NoOrder, ""},
    {R"({"code":"rest_forbidden","message":"Sorry"})", ErrorCode::NoOrder, ""},
    {"[5]", ErrorCode::WrongType, "/0"},
    {R"({"line_items":[]})", ErrorCode::MissingField, "/id"},
    {R"({"id":1})", ErrorCode::MissingField, "/currency"},
    {R"({"id":1,"currency":"EUR"})", ErrorCode::MissingField, "/line_items"},
    {R"({"id":1,"currency":"EUR","line_items":{}})", ErrorCode::WrongType, "/line_items"},
    {R"({"id":1,"currency":"EUR","line_items":[{}]})", ErrorCode::MissingField,
     "/line_items/0/name"},
    {R"({"id":1,"currency":"EUR","line_items":[{"name":"A","price":"3,50"}]})", ErrorCode::BadMoney,
     "/line_items/0/price"},
    {R"({"id":1,"currency":"EUR","line_items":[{"name":"A","quantity":"some"}]})",
     ErrorCode::BadValue, "/line_items/0/quantity"},
    {R"({"id":1,"currency":"EUR","line_items":[],"date_created":"22.03.2026"})", ErrorCode::BadTime,
     "/date_created"},
    {R"({"id":1,"currency":"EUR","line_items":[],"refunds":[{"total":{}}]})", ErrorCode::WrongType,
     "/refunds/0/total"},
    {R"({"id":1,"currency":"EUR","line_items":[],"shipping":"home"})", ErrorCode::WrongType,
     "/shipping"},
};

TEST(FromWooCommerce, SaysWhatIsWrongAndWhere) {
  for (const Refusal& row : kRefusals) {
    const auto result = read(row.json);
    ASSERT_FALSE(result.ok()) << row.json;
    EXPECT_EQ(base::error_name(result.error().code), base::error_name(row.code)) << row.json;
    EXPECT_EQ(result.error().pointer, row.pointer) << row.json;
  }
}

}  // namespace
}  // namespace postlude::order
