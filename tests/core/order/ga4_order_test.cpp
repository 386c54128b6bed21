#include <gtest/gtest.h>

#include "core/order/parse_order.h"

namespace postlude::order {
namespace {

using base::ErrorCode;

base::Result<Order> read(std::string_view json) { return parse_order(OrderSource::Ga4, json); }

Order order_of(std::string_view json) {
  auto result = read(json);
  EXPECT_TRUE(result.ok()) << base::error_name(result.error().code) << ' ' << result.error().pointer
                           << ' ' << json;
  return result.ok() ? std::move(result.value()) : Order();
}

std::string totals_of(const Order& order) {
  std::string out;
  for (const TotalRow& row : order.totals) {
    if (!out.empty()) out += "; ";
    out += std::string(total_kind_name(row.kind)) + " " + base::money_decimal(row.amount);
  }
  return out;
}

constexpr std::string_view kPurchase =
    R"({"transaction_id":"T_12345","value":30.03,"tax":4.90,"shipping":5.99,"currency":"USD",
        "coupon":"SUMMER_SALE","items":[
          {"item_id":"SKU_1","item_name":"Tee","item_variant":"green","price":10.01,"quantity":3,
           "item_category":"Apparel","item_category2":"Adult","item_category5":"Short sleeve"}]})";

std::string purchase(std::string_view parameters) {
  return R"({"event":"purchase","ecommerce":)" + std::string(parameters) + "}";
}

TEST(FromGa4, ReadsAPurchase) {
  const Order order = order_of(purchase(kPurchase));
  EXPECT_EQ(order.id, "T_12345");
  EXPECT_EQ(order.number, "T_12345");
  EXPECT_EQ(order.currency.text(), "USD");
  EXPECT_EQ(order.payment_status, PaymentStatus::Unknown);
  EXPECT_FALSE(order.created_at.known());
  EXPECT_EQ(order.coupons, std::vector<std::string>{"SUMMER_SALE"});
  ASSERT_EQ(order.lines.size(), 1u);
  const LineItem& line = order.lines[0];
  EXPECT_EQ(line.id, "SKU_1");
  EXPECT_EQ(line.product_id, "SKU_1");
  EXPECT_EQ(line.title, "Tee");
  EXPECT_EQ(line.variant, "green");
  EXPECT_EQ(line.quantity, 3);
  EXPECT_EQ(line.unit_price->minor, 1001);
  EXPECT_FALSE(line.total) << "not stated";
  EXPECT_EQ(line.categories, (std::vector<std::string>{"Apparel", "Adult", "Short sleeve"}));
}

TEST(FromGa4, CallsTheSumOfTheItemsASubtotalAndAnyOtherValueTheTotal) {
  EXPECT_EQ(totals_of(order_of(purchase(kPurchase))), "subtotal 30.03; shipping 5.99; tax 4.90");
  EXPECT_EQ(totals_of(order_of(purchase(
                R"({"transaction_id":1,"value":40.92,"tax":4.9,"shipping":5.99,"currency":"USD",
                    "items":[{"item_id":"a","price":10.01,"quantity":3}]})"))),
            "shipping 5.99; tax 4.90; total 40.92");
  EXPECT_EQ(totals_of(order_of(purchase(
                R"({"transaction_id":1,"value":10,"tax":0,"shipping":0,"currency":"USD",
                    "items":[{"item_id":"a","price":10}]})"))),
            "shipping 0.00; total 10.00");
  EXPECT_EQ(totals_of(order_of(purchase(R"({"transaction_id":1,"currency":"USD"})"))), "");
}

TEST(FromGa4, ReadsNumbersFromTheirText) {
  EXPECT_EQ(totals_of(order_of(purchase(
                R"({"transaction_id":1,"value":0.30000000000000004,"tax":1.4210854715202004e-14,
                    "shipping":"4.99","currency":"EUR"})"))),
            "shipping 4.99; total 0.30");
  EXPECT_EQ(
      order_of(purchase(R"({"transaction_id":1,"value":1.005,"currency":"EUR"})")).total()->minor,
      101)
      << "in binary it is less than 1.005";
  EXPECT_EQ(
      order_of(purchase(R"({"transaction_id":1,"value":1200,"currency":"JPY"})")).total()->minor,
      1200);
  EXPECT_EQ(
      order_of(purchase(R"({"transaction_id":1,"value":1.2345,"currency":"KWD"})")).total()->minor,
      1235);
  EXPECT_EQ(order_of(purchase(R"({"transaction_id":12345678901234567890,"currency":"EUR"})")).id,
            "12345678901234567890");
}

TEST(FromGa4, FindsThePurchaseInEveryFormOfTheDataLayer) {
  const std::string parameters(kPurchase);
  const Order order = order_of(purchase(parameters));
  EXPECT_EQ(order_of(R"(["event","purchase",)" + parameters + "]"), order);
  EXPECT_EQ(order_of(R"({"0":"event","1":"purchase","2":)" + parameters + "}"), order);
  EXPECT_EQ(order_of("[" + purchase(parameters) + "]"), order);
  EXPECT_EQ(
      order_of(R"([["js","2026-11-03"],["config","G-1"],["event","purchase",)" + parameters + "]]"),
      order);
  EXPECT_EQ(order_of(R"([{"event":"gtm.js"},{"ecommerce":null},null,5,"x",
                         {"0":"event","1":"purchase","2":)" +
                     parameters + R"(},{"event":"gtm.load"}])"),
            order);
  EXPECT_EQ(order_of(R"({"event":"purchase",)" + parameters.substr(1)), order);
}

TEST(FromGa4, TakesTheLastPurchase) {
  const std::string first = purchase(R"({"transaction_id":"1","currency":"EUR"})");
  const std::string second = purchase(R"({"transaction_id":"2","currency":"EUR"})");
  EXPECT_EQ(order_of("[" + first + "," + second + "]").id, "2");
  EXPECT_EQ(order_of("[" + second + "," + first + R"(,{"event":"purchase","ecommerce":null}])").id,
            "1");
}

TEST(FromGa4, GivesRepeatedItemsIdsOfTheirOwn) {
  const Order order = order_of(purchase(R"({"transaction_id":1,"currency":"EUR","items":[
    {"item_id":"a","item_variant":"S"},{"item_id":"a","item_variant":"M"},{"item_name":"B"}]})"));
  ASSERT_EQ(order.lines.size(), 3u);
  EXPECT_EQ(order.lines[0].id, "a");
  EXPECT_EQ(order.lines[1].id, "a~2");
  EXPECT_EQ(order.lines[1].product_id, "a");
  EXPECT_EQ(order.lines[1].title, "a");
  EXPECT_EQ(order.lines[2].id, "3");
  EXPECT_EQ(order.lines[2].title, "B");
}

struct Refusal {
  const char* json;
  ErrorCode code;
  const char* pointer;
};

const Refusal kRefusals[] = {
    {"7", ErrorCode::UnknownFormat, ""},
    {"\"purchase\"", ErrorCode::UnknownFormat, ""},
    {"[]", ErrorCode::NoOrder, ""},
    {"{}", ErrorCode::NoOrder, ""},
    {R"({"event":"add_to_cart","ecommerce":{"items":[]}})", ErrorCode::NoOrder, ""},
    {R"(["event","view_item",{}])", ErrorCode::NoOrder, ""},
    {R"(["event","purchase"])", ErrorCode::NoOrder, ""},
    {R"({"event":"purchase","ecommerce":[]})", ErrorCode::NoOrder, ""},
    {R"([{"event":"purchase","ecommerce":{}}])", ErrorCode::MissingField,
     "/0/ecommerce/transaction_id"},
    {R"(["event","purchase",{"transaction_id":"1"}])", ErrorCode::MissingField, "/2/currency"},
    {R"({"event":"purchase","ecommerce":{"transaction_id":"1","currency":"EUR","value":"5 €"}})",
     ErrorCode::BadMoney, "/ecommerce/value"},
    {R"({"event":"purchase","ecommerce":{"transaction_id":"1","currency":"EUR","items":{}}})",
     ErrorCode::WrongType, "/ecommerce/items"},
    {R"({"event":"purchase","ecommerce":{"transaction_id":"1","currency":"EUR","items":[{}]}})",
     ErrorCode::MissingField, "/ecommerce/items/0/item_name"},
    {R"({"event":"purchase","ecommerce":{"transaction_id":"1","currency":"EUR",
         "items":[{"item_name":"A","price":{}}]}})",
     ErrorCode::WrongType, "/ecommerce/items/0/price"},
    {R"({"event":"purchase","ecommerce":{"transaction_id":[],"currency":"EUR"}})",
     ErrorCode::WrongType, "/ecommerce/transaction_id"},
};

TEST(FromGa4, SaysWhatIsWrongAndWhere) {
  for (const Refusal& row : kRefusals) {
    const auto result = read(row.json);
    ASSERT_FALSE(result.ok()) << row.json;
    EXPECT_EQ(base::error_name(result.error().code), base::error_name(row.code)) << row.json;
    EXPECT_EQ(result.error().pointer, row.pointer) << row.json;
  }
}

}  // namespace
}  // namespace postlude::order
