#include <gtest/gtest.h>

#include "core/order/parse_order.h"

namespace postlude::order {
namespace {

using base::ErrorCode;

base::Result<Order> read(std::string_view json) { return parse_order(OrderSource::Shopify, json); }

Order order_of(std::string_view json) {
  auto result = read(json);
  EXPECT_TRUE(result.ok()) << base::error_name(result.error().code) << ' '
                           << result.error().pointer;
  return result.ok() ? std::move(result.value()) : Order();
}

/// An order bought in euro from a shop that counts in dollars, with `members` added.
std::string order_with(std::string_view members) {
  std::string json = R"({"order":{"id":501,"name":"#77","currency":"USD",
    "presentment_currency":"EUR",
    "total_price":"119.00","total_price_set":{"shop_money":{"amount":"119.00","currency_code":"USD"},
      "presentment_money":{"amount":"109.48","currency_code":"EUR"}},
    "line_items":[{"id":1,"title":"Lamp","variant_title":"Default Title","quantity":2,
      "price":"50.00","price_set":{"shop_money":{"amount":"50.00","currency_code":"USD"},
        "presentment_money":{"amount":"46.00","currency_code":"EUR"}},
      "discount_allocations":[{"amount":"5.00","amount_set":{
        "shop_money":{"amount":"5.00","currency_code":"USD"},
        "presentment_money":{"amount":"4.60","currency_code":"EUR"}}}]}])";
  json += members;
  return json + "}}";
}

/// Writes the totals as "kind label amount; ..." to compare them at a glance.
std::string totals_of(const Order& order) {
  std::string out;
  for (const TotalRow& row : order.totals) {
    if (!out.empty()) out += "; ";
    out += std::string(total_kind_name(row.kind)) + (row.label.empty() ? "" : " " + row.label);
    out += " " + base::money_decimal(row.amount) + std::string(row.amount.currency.text());
  }
  return out;
}

TEST(FromShopify, TellsTheOrderInTheMoneyTheShopperSaw) {
  const Order order = order_of(order_with(""));
  EXPECT_EQ(order.id, "501");
  EXPECT_EQ(order.number, "#77");
  EXPECT_EQ(order.currency.text(), "EUR");
  EXPECT_EQ(totals_of(order), "total 109.48EUR");
  ASSERT_EQ(order.lines.size(), 1u);
  EXPECT_EQ(order.lines[0].variant, "");
  EXPECT_EQ(order.lines[0].unit_price, (base::Money{4600, order.currency}));
  EXPECT_EQ(order.lines[0].total, (base::Money{8740, order.currency}));
}

TEST(FromShopify, LeavesOutAnAmountThatIsStatedInTheOtherCurrencyOnly) {
  EXPECT_EQ(totals_of(order_of(order_with(R"(,"total_tip_received":"3.00","total_tax":"1.00")"))),
            "total 109.48EUR");
}

TEST(FromShopify, UsesTheShopsMoneyWhereThereIsNoOther) {
  const Order order = order_of(R"({"id":1,"name":"#1","currency":"USD","presentment_currency":"EUR",
    "total_price":"12.00","line_items":[{"id":1,"title":"A","price":"12.00"}]})");
  EXPECT_EQ(order.currency.text(), "USD");
  EXPECT_EQ(totals_of(order), "total 12.00USD");
}

TEST(FromShopify, ReadsAllPartsOfAnOlderOrder) {
  const Order order = order_of(R"({"id":450789469,"name":"#1001","order_number":1001,
    "created_at":"2025-01-10T11:00:00-05:00","currency":"EUR","financial_status":"authorized",
    "email":"ada@example.org","test":true,"tags":"gift,  fragile","taxes_included":true,
    "subtotal_price":"90.00","total_discounts":"10.00","total_tax":"17.10","total_price":"95.00",
    "total_tip_received":"1.50",
    "discount_codes":[{"code":"TENOFF","amount":"10.00"}],
    "tax_lines":[{"price":"17.10","rate":0.19,"title":"MwSt"}],
    "shipping_lines":[{"title":"Standard","price":"5.00"}],
    "payment_details":{"credit_card_company":"Visa","credit_card_number":"•••• •••• •••• 4242"},
    "customer":{"id":207,"first_name":"Ada","orders_count":3,"tags":"vip, b2b"},
    "shipping_address":{"name":"Ada L.","company":"ACME","address1":"Chausseestr. 1",
      "address2":"Hof 2","city":"Berlin","province":null,"province_code":"BE","zip":"10115",
      "country":"Germany","country_code":"DE"},
    "order_status_url":"https://shop.example/orders/x",
    "line_items":[{"id":1,"product_id":2,"variant_id":3,"sku":"S","title":"Lamp",
      "variant_title":"green","quantity":2,"price":"50.00","total_discount":"10.00",
      "requires_shipping":false,"gift_card":true,
      "selling_plan_allocation":{"selling_plan":{"name":"Monthly"}}}]})");
  EXPECT_EQ(base::source_time_text(order.created_at), "2025-01-10T11:00:00-05:00");
  EXPECT_EQ(order.payment_status, PaymentStatus::Authorized);
  EXPECT_TRUE(order.test);
  EXPECT_TRUE(order.tax_included);
  EXPECT_EQ(order.customer, (Customer{"207", "Ada", "ada@example.org", 3, {"vip", "b2b"}}));
  EXPECT_EQ(order.tags, (std::vector<std::string>{"gift", "fragile"}));
  EXPECT_EQ(order.coupons, std::vector<std::string>{"TENOFF"});
  EXPECT_EQ(totals_of(order),
            "discount TENOFF -10.00EUR; subtotal 90.00EUR; shipping 5.00EUR; "
            "tax MwSt 19% 17.10EUR; tip 1.50EUR; total 95.00EUR");
  EXPECT_EQ(
      order.shipping_address,
      (Address{"Ada L.", "ACME", {"Chausseestr. 1", "Hof 2"}, "Berlin", "BE", "10115", "DE"}));
  EXPECT_EQ(order.shipping_method, "Standard");
  EXPECT_EQ(order.payment_method, "Visa •••• 4242");
  EXPECT_EQ(order.status_url.text(), "https://shop.example/orders/x");
  const LineItem& line = order.lines[0];
  EXPECT_EQ(line.product_id, "2");
  EXPECT_EQ(line.variant_id, "3");
  EXPECT_EQ(line.sku, "S");
  EXPECT_EQ(line.variant, "green");
  EXPECT_EQ(line.total->minor, 9000);
  EXPECT_FALSE(line.requires_shipping);
  EXPECT_TRUE(line.gift_card);
  EXPECT_EQ(line.selling_plan, "Monthly");
}

TEST(FromShopify, TellsAnEditedOrderAsItStandsNow) {
  const Order order = order_of(R"({"id":1,"name":"#1","currency":"EUR",
    "subtotal_price":"30.00","current_subtotal_price":"20.00",
    "total_discounts":"3.00","current_total_discounts":"2.00",
    "total_tax":"5.70","current_total_tax":"3.80","tax_lines":[{"price":"5.70","title":"VAT"}],
    "total_price":"35.70","current_total_price":"23.80",
    "line_items":[{"id":1,"title":"A","price":"11.00","quantity":1,"current_quantity":0},
                  {"id":2,"title":"B","price":"11.00","quantity":3,"current_quantity":2},
                  {"id":3,"title":"C","price":"1.00","quantity":1,"current_quantity":1}]})");
  EXPECT_EQ(totals_of(order),
            "discount -2.00EUR; subtotal 20.00EUR; tax VAT 3.80EUR; total 23.80EUR");
  EXPECT_EQ(order.lines[0].quantity, 0);
  EXPECT_FALSE(order.lines[0].total);
  EXPECT_EQ(order.lines[1].quantity, 2);
  EXPECT_FALSE(order.lines[1].total) << "which discount is left is not known";
  EXPECT_EQ(order.lines[2].total->minor, 100);
}

constexpr std::string_view kRefunds =
    R"("refunds":[{"transactions":[
      {"kind":"refund","status":"success","amount":"10.00","currency":"EUR"},
      {"kind":"refund","status":"failure","amount":"99.00","currency":"EUR"},
      {"kind":"sale","status":"success","amount":"98.00"},
      {"kind":"refund","status":"success","amount":"97.00","currency":"USD"}]},
      {"transactions":[{"kind":"refund","status":"success","amount":"1.50"}]}])";

TEST(FromShopify, ShowsRefundsThatTheTotalDoesNotContainYet) {
  const std::string head = R"({"id":1,"name":"#1","currency":"EUR","line_items":[],)";
  const std::string refunds(kRefunds);
  EXPECT_EQ(totals_of(order_of(head + R"("total_price":"30.00",)" + refunds + "}")),
            "total 30.00EUR; refunded -10.00EUR; refunded -1.50EUR");
  EXPECT_EQ(totals_of(order_of(head + R"("total_price":"30.00","current_total_price":"30.00",)" +
                               refunds + "}")),
            "total 30.00EUR; refunded -10.00EUR; refunded -1.50EUR");
  EXPECT_EQ(totals_of(order_of(head + R"("total_price":"30.00","current_total_price":"18.50",)" +
                               refunds + "}")),
            "total 18.50EUR");
}

TEST(FromShopify, ReadsAmountsThatComeInSetsOnly) {
  const auto set = [](const char* amount) {
    return std::string(R"({"shop_money":{"amount":"0.00","currency_code":"USD"},)") +
           R"("presentment_money":{"amount":")" + amount + R"(","currency_code":"EUR"}})";
  };
  EXPECT_EQ(
      totals_of(order_of(order_with(R"(,"original_total_duties_set":)" + set("4.00") +
                                    R"(,"current_total_duties_set":)" + set("3.00") +
                                    R"(,"original_total_additional_fees_set":)" + set("2.00") +
                                    R"(,"total_shipping_price_set":)" + set("7.00")))),
      "shipping 7.00EUR; fee 2.00EUR; duty 3.00EUR; total 109.48EUR");
}

TEST(FromShopify, ShowsWhatIsLeftOfTheShippingAfterItsDiscount) {
  EXPECT_EQ(totals_of(order_of(R"({"id":1,"name":"#1","currency":"EUR","line_items":[],
    "total_shipping_price_set":{"presentment_money":{"amount":"5.00","currency_code":"EUR"}},
    "shipping_lines":[{"title":"Post","price":"5.00","discounted_price":"0.00"}]})")),
            "shipping 0.00EUR");
}

TEST(FromShopify, JoinsDeliveriesAndLeavesOutRemovedOnes) {
  const Order order = order_of(R"({"id":1,"name":"#1","currency":"EUR","line_items":[],
    "shipping_lines":[{"title":"Post"},{"title":"Gone","is_removed":true},{"title":"Freight"}]})");
  EXPECT_EQ(order.shipping_method, "Post, Freight");
}

TEST(FromShopify, ShowsEachTaxWithItsRate) {
  const Order order = order_of(R"({"id":1,"name":"#1","currency":"CAD","line_items":[],
    "total_tax":"16.99","current_total_tax":"16.99","tax_lines":[
      {"title":"GST","rate":0.05,"price":"5.00"},{"title":"QST","rate":0.09975,"price":"9.98"},
      {"title":"VAT 19 %","rate":0.19,"price":"1.00"},{"title":"Half","rate":0.005,"price":"1.00"},
      {"title":"Zero","rate":0.0,"price":"0.01"},{"title":"Old","price":"0.01"}]})");
  EXPECT_EQ(totals_of(order),
            "tax GST 5% 5.00CAD; tax QST 9.975% 9.98CAD; tax VAT 19 % 1.00CAD; "
            "tax Half 0.5% 1.00CAD; tax Zero 0.01CAD; tax Old 0.01CAD");
}

struct Currency {
  const char* code;
  const char* amount;
  int64_t minor;
};

TEST(FromShopify, ReadsAmountsOfEveryExponent) {
  for (const Currency& row : {Currency{"JPY", "1200", 1200}, Currency{"JPY", "1200.00", 1200},
                              Currency{"KWD", "1.234", 1234}, Currency{"HUF", "2990.00", 299000}}) {
    const Order order =
        order_of(std::string(R"({"id":1,"name":"#1","line_items":[],"currency":")") + row.code +
                 R"(","total_price":")" + row.amount + "\"}");
    EXPECT_EQ(order.total()->minor, row.minor) << row.code;
  }
}

TEST(FromShopify, FindsTheOrderInEveryAnswerOfTheApi) {
  const std::string bare = R"({"id":1,"name":"#1","currency":"EUR","line_items":[]})";
  const Order order = order_of(bare);
  EXPECT_EQ(order_of("{\"order\":" + bare + "}"), order);
  EXPECT_EQ(order_of("{\"orders\":[" + bare + ",{\"id\":2}]}"), order);
  EXPECT_EQ(order_of("[" + bare + "]"), order);
}

TEST(FromShopify, MapsEveryFinancialStatus) {
  const std::pair<const char*, PaymentStatus> rows[] = {
      {"pending", PaymentStatus::Pending},
      {"authorized", PaymentStatus::Authorized},
      {"partially_paid", PaymentStatus::PartiallyPaid},
      {"paid", PaymentStatus::Paid},
      {"partially_refunded", PaymentStatus::PartiallyRefunded},
      {"refunded", PaymentStatus::Refunded},
      {"voided", PaymentStatus::Voided},
      {"expired", PaymentStatus::Voided},
      {"something_new", PaymentStatus::Unknown},
  };
  for (const auto& [name, status] : rows) {
    const Order order =
        order_of(std::string(R"({"id":1,"name":"#1","currency":"EUR","line_items":[],)") +
                 R"("financial_status":")" + name + "\"}");
    EXPECT_EQ(order.payment_status, status) << name;
  }
}

TEST(FromShopify, NamesThePaymentByCardThenByGateway) {
  const std::string head = R"({"id":1,"name":"#1","currency":"EUR","line_items":[],)";
  EXPECT_EQ(order_of(head + R"("payment_gateway_names":["paypal","gift_card"]})").payment_method,
            "paypal, gift_card");
  EXPECT_EQ(order_of(head + R"("gateway":"bogus"})").payment_method, "bogus");
  EXPECT_EQ(order_of(head + R"("payment_details":{"credit_card_company":"Visa",
    "credit_card_number":"•••• secret"}})")
                .payment_method,
            "Visa");
}

TEST(FromShopify, KnowsCancelledOrders) {
  EXPECT_TRUE(order_of(R"({"id":1,"name":"#1","currency":"EUR","line_items":[],
    "cancelled_at":"2025-07-02T11:31:21-05:00"})")
                  .cancelled());
}

struct Refusal {
  const char* json;
  ErrorCode code;
  const char* pointer;
};

const Refusal kRefusals[] = {
    {"1", ErrorCode::UnknownFormat, ""},
    {"{}", ErrorCode::NoOrder, ""},
    {R"({"count":1})", ErrorCode::NoOrder, ""},
    {R"({"errors":"Not Found"})", ErrorCode::NoOrder, ""},
    {R"({"orders":[]})", ErrorCode::NoOrder, ""},
    {"[]", ErrorCode::NoOrder, ""},
    {R"({"orders":{}})", ErrorCode::WrongType, "/orders"},
    {R"({"order":[]})", ErrorCode::WrongType, "/order"},
    {R"({"orders":[1]})", ErrorCode::WrongType, "/orders/0"},
    {R"({"order":{}})", ErrorCode::MissingField, "/order/id"},
    {R"({"order":{"id":1}})", ErrorCode::MissingField, "/order/name"},
    {R"({"order":{"id":1,"name":"#1"}})", ErrorCode::MissingField, "/order/line_items"},
    {R"({"id":1,"name":"#1","line_items":[]})", ErrorCode::MissingField, "/currency"},
    {R"({"id":1,"name":"#1","currency":"EUR","line_items":[{"id":1}]})", ErrorCode::MissingField,
     "/line_items/0/title"},
    {R"({"id":1,"name":"#1","currency":"EUR","line_items":["x"]})", ErrorCode::WrongType,
     "/line_items/0"},
    {R"({"id":1,"name":"#1","currency":"EUR","line_items":[],"total_price":"12,00"})",
     ErrorCode::BadMoney, "/total_price"},
    {R"({"id":1,"name":"#1","currency":"EUR","line_items":[],"total_price_set":[]})",
     ErrorCode::WrongType, "/total_price_set"},
    {R"({"id":1,"name":"#1","currency":"EUR","line_items":[],"created_at":1})",
     ErrorCode::WrongType, "/created_at"},
    {R"({"id":1,"name":"#1","currency":"EUR",
         "line_items":[{"title":"A","price":"90071992547409.91","quantity":2}]})",
     ErrorCode::BadMoney, "/line_items/0"},
    {R"({"id":1,"name":"#1","currency":"EUR",
         "line_items":[{"title":"A","price":"90071992547409.91","quantity":9007199254740991}]})",
     ErrorCode::BadMoney, "/line_items/0"},
    {R"({"id":1,"name":"#1","currency":"EUR",
         "line_items":[{"title":"A","quantity":0.5}]})",
     ErrorCode::BadValue, "/line_items/0/quantity"},
};

TEST(FromShopify, SaysWhatIsWrongAndWhere) {
  for (const Refusal& row : kRefusals) {
    const auto result = read(row.json);
    ASSERT_FALSE(result.ok()) << row.json;
    EXPECT_EQ(base::error_name(result.error().code), base::error_name(row.code)) << row.json;
    EXPECT_EQ(result.error().pointer, row.pointer) << row.json;
  }
}

}  // namespace
}  // namespace postlude::order
