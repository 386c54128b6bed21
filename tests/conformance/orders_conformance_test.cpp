#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/order/parse_order.h"
#include "tests/conformance/shared_data.h"

// Orders that Shopify, WooCommerce and schema.org publish, and texts that were made to break
// whatever shows them.

namespace postlude::order {
namespace {

using Json = nlohmann::json;

struct Expected {
  const char* file;
  OrderSource source;
  const char* error;  // "" when it holds an order
  const char* id;
  const char* number;
  const char* created_at;
  const char* currency;
  size_t lines;
  int64_t total_minor;  // -1: not stated
  PaymentStatus payment;
};

// What a person reads in each file.
constexpr Expected kOrders[] = {
    {"shopify/order.json", OrderSource::Shopify, "", "450789469", "#1001",
     "2008-01-10T11:00:00-05:00", "USD", 3, 40994, PaymentStatus::Authorized},
    {"shopify_2026/2026_07_order_01.json", OrderSource::Shopify, "", "450789469", "#1001",
     "2008-01-10T11:00:00-05:00", "USD", 3, 19965, PaymentStatus::PartiallyRefunded},
    {"shopify_2026/2026_07_order_03.json", OrderSource::Shopify, "", "450789469", "#1001",
     "2008-01-10T11:00:00-05:00", "USD", 3, 19965, PaymentStatus::Authorized},
    {"shopify_2026/2026_07_order_05.json", OrderSource::Shopify, "", "450789469", "#1001", "",
     "USD", 3, 59894, PaymentStatus::Unknown},
    {"shopify_2026/2026_07_order_07.json", OrderSource::Shopify, "no_order", "", "", "", "", 0, -1,
     PaymentStatus::Unknown},
    {"shopify_2026/2026_07_order_09.json", OrderSource::Shopify, "", "450789469", "#1001",
     "2008-01-10T11:00:00-05:00", "USD", 3, 19965, PaymentStatus::PartiallyRefunded},
    {"shopify_2026/2026_07_order_11.json", OrderSource::Shopify, "", "450789469", "#1001",
     "2008-01-10T11:00:00-05:00", "USD", 3, 59894, PaymentStatus::Refunded},
    {"shopify_2026/2026_07_order_13.json", OrderSource::Shopify, "", "1073459976", "#1002",
     "2025-07-02T11:31:26-05:00", "EUR", 1, 23847, PaymentStatus::Paid},
    {"shopify_2026/2026_07_order_15.json", OrderSource::Shopify, "", "1073459983", "#1002",
     "2025-07-02T11:31:40-05:00", "USD", 1, 19900, PaymentStatus::Pending},
    {"shopify_2026/2026_07_order_17.json", OrderSource::Shopify, "", "1073459966", "#1002",
     "2025-07-02T11:30:54-05:00", "USD", 1, 19900, PaymentStatus::Paid},
    {"shopify_2026/2026_07_order_19.json", OrderSource::Shopify, "", "1073459970", "#1002",
     "2025-07-02T11:31:02-05:00", "USD", 1, 19900, PaymentStatus::Paid},
    {"woocommerce/orders.0.json", OrderSource::WooCommerce, "", "727", "727",
     "2017-03-22T16:28:02-03:00", "USD", 2, 2935, PaymentStatus::Paid},
    {"woocommerce/orders.1.json", OrderSource::WooCommerce, "", "727", "727",
     "2017-03-22T16:28:02-03:00", "USD", 2, 2935, PaymentStatus::Paid},
    {"woocommerce/orders.2.json", OrderSource::WooCommerce, "", "727", "727",
     "2017-03-22T16:28:02-03:00", "USD", 2, 2935, PaymentStatus::Paid},
    {"schemaorg/invoice-order.0.json", OrderSource::SchemaOrg, "no_order", "", "", "", "", 0, -1,
     PaymentStatus::Unknown},
    {"schemaorg/invoice-order.1.json", OrderSource::SchemaOrg, "", "123ABC", "123ABC", "2014-12-01",
     "USD", 1, -1, PaymentStatus::Paid},
};

void check(const Expected& row) {
  SCOPED_TRACE(row.file);
  const auto result = parse_order(row.source, read_file(shared_data() / row.file));
  if (*row.error != '\0') {
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(base::error_name(result.error().code), row.error);
    return;
  }
  ASSERT_TRUE(result.ok()) << base::error_name(result.error().code) << result.error().pointer;
  const Order& order = result.value();
  EXPECT_EQ(order.id, row.id);
  EXPECT_EQ(order.number, row.number);
  EXPECT_EQ(base::source_time_text(order.created_at), row.created_at);
  EXPECT_EQ(order.currency.text(), row.currency);
  EXPECT_EQ(order.lines.size(), row.lines);
  EXPECT_EQ(order.total() ? order.total()->minor : -1, row.total_minor);
  EXPECT_EQ(payment_status_name(order.payment_status), payment_status_name(row.payment));
  for (const LineItem& line : order.lines) {
    EXPECT_FALSE(line.id.empty());
    EXPECT_FALSE(line.title.empty());
    EXPECT_EQ(line.title.find('&'), std::string::npos) << line.title;
  }
  const auto again = parse_order(OrderSource::Canonical, write_order(order));
  ASSERT_TRUE(again.ok()) << again.error().pointer;
  EXPECT_EQ(again.value(), order);
}

TEST(OrderPayloads, AreReadAsAPersonReadsThem) {
  if (!has_shared_data("shopify")) return;
  for (const Expected& row : kOrders) check(row);
}

TEST(OrderPayloads, AreAllListed) {
  if (!has_shared_data("shopify")) return;
  size_t files = 0;
  for (const char* folder : {"shopify", "shopify_2026", "woocommerce", "schemaorg"}) {
    for (const auto& path : shared_files(folder, "order")) {
      // A list of an order's refunds holds no order.
      if (path.filename().string().find("refund") == std::string::npos) ++files;
    }
  }
  EXPECT_EQ(files, std::size(kOrders));
}

TEST(OrderPayloads, OfWooCommerceKeepTheirEntitiesAttributesAndRefunds) {
  if (!has_shared_data("woocommerce")) return;
  const std::string bytes = read_file(shared_data() / "woocommerce/orders.2.json");
  const auto first = parse_order(OrderSource::WooCommerce, bytes);
  ASSERT_TRUE(first.ok());
  EXPECT_EQ(first.value().lines[1].title, "Ship Your Idea – Color: Black, Size: M Test");
  EXPECT_EQ(first.value().lines[1].variant, "black / M Test");

  const auto second = parse_order(OrderSource::WooCommerce, Json::parse(bytes)[1].dump());
  ASSERT_TRUE(second.ok());
  EXPECT_EQ(second.value().payment_status, PaymentStatus::PartiallyRefunded);
  ASSERT_GE(second.value().totals.size(), 2u);
  EXPECT_EQ(second.value().totals.back().amount.minor, -900);
  EXPECT_EQ(second.value().shipping_address.name, "João Silva");
}

// A body meant for one reader reaches another: an error or an order, never a trap.
TEST(OrderPayloads, OfAnySourceDoNoHarmInTheReadersOfTheOthers) {
  if (!has_shared_data("shopify")) return;
  for (const char* folder :
       {"shopify", "shopify_2026", "woocommerce", "schemaorg", "ucp", "aftership", "easypost",
        "shippo", "17track", "karrio", "growthbook"}) {
    for (const auto& path : shared_files(folder, ".json")) {
      const std::string bytes = read_file(path);
      for (const auto source :
           {OrderSource::Canonical, OrderSource::Shopify, OrderSource::WooCommerce,
            OrderSource::SchemaOrg, OrderSource::Ga4}) {
        const auto result = parse_order(source, bytes);
        if (!result.ok()) continue;
        EXPECT_FALSE(result.value().id.empty()) << path;
        EXPECT_TRUE(source == OrderSource::Shopify || source == OrderSource::WooCommerce ||
                    source == OrderSource::SchemaOrg)
            << path;
      }
    }
  }
}

/// A canonical order whose texts are all `text` and whose URLs are all `text` too.
std::string order_of(const std::string& text) {
  const std::string other = text.empty() ? "x" : text;
  const Json line = {{"id", other},       {"title", other},       {"variant", text},
                     {"sku", text},       {"selling_plan", text}, {"url", text},
                     {"image_url", text}, {"tags", {text, "x"}},  {"categories", {text}}};
  return Json{{"version", 1},
              {"id", other},
              {"number", other},
              {"currency", "EUR"},
              {"lines", {line}},
              {"customer", {{"first_name", text}, {"email", text}}},
              {"shipping_address", {{"name", text}, {"lines", {text}}, {"city", text}}},
              {"totals", {{{"kind", "tax"}, {"label", text}, {"amount_minor", 1}}}},
              {"payment_method", text},
              {"coupons", {text}},
              {"status_url", text}}
      .dump();
}

void survives_byte_for_byte(const std::string& text) {
  const auto result = parse_order(OrderSource::Canonical, order_of(text));
  ASSERT_TRUE(result.ok()) << result.error().pointer << ' ' << text;
  const std::string written = write_order(result.value());
  EXPECT_EQ(written.find('<'), std::string::npos) << "may stand inside a script element";
  const auto again = parse_order(OrderSource::Canonical, written);
  ASSERT_TRUE(again.ok()) << again.error().pointer << ' ' << text;
  EXPECT_EQ(again.value(), result.value());
  const LineItem& line = again.value().lines[0];
  EXPECT_EQ(line.title, text.empty() ? "x" : text);
  EXPECT_EQ(line.variant, text);
  EXPECT_EQ(line.categories[0], text);
  EXPECT_EQ(again.value().totals[0].label, text);
  EXPECT_EQ(again.value().shipping_address.lines[0], text);
}

TEST(NaughtyStrings, SurviveReadingAndWritingByteForByte) {
  if (!has_shared_data("naughty_strings")) return;
  const Json strings = Json::parse(read_file(shared_data() / "naughty_strings/blns.json"));
  ASSERT_EQ(strings.size(), 515u);
  for (const Json& text : strings) survives_byte_for_byte(text.get<std::string>());
}

TEST(XssPayloads, SurviveAsTextAndGiveNoUrl) {
  if (!has_shared_data("xss")) return;
  const Json payloads = Json::parse(read_file(shared_data() / "xss/dompurify_payloads.json"));
  ASSERT_EQ(payloads.size(), 223u);
  for (const Json& payload : payloads) {
    const std::string text = payload.get<std::string>();
    survives_byte_for_byte(text);
    const auto order = parse_order(OrderSource::Canonical, order_of(text));
    ASSERT_TRUE(order.ok());
    // What is let through as a URL has no scheme but the web's: it is a path of the shop's own.
    for (const base::SafeUrl& url :
         {order.value().status_url, order.value().lines[0].url, order.value().lines[0].image_url}) {
      const size_t colon = url.text().find(':');
      if (colon == std::string::npos) continue;
      const size_t path = url.text().find_first_of("/?#");
      EXPECT_TRUE(path < colon || url.text().starts_with("http://") ||
                  url.text().starts_with("https://"))
          << url.text();
    }
  }
}

TEST(XssPayloads, InTheNamesOfAShopsItemsStayText) {
  if (!has_shared_data("xss")) return;
  const Json payloads = Json::parse(read_file(shared_data() / "xss/dompurify_payloads.json"));
  for (const Json& payload : payloads) {
    const Json shopify = {{"id", 1},
                          {"name", "#1"},
                          {"currency", "EUR"},
                          {"line_items", {{{"id", 1}, {"title", payload}}}}};
    const auto order = parse_order(OrderSource::Shopify, shopify.dump());
    ASSERT_TRUE(order.ok());
    EXPECT_EQ(order.value().lines[0].title, payload.get<std::string>());
  }
}

TEST(ScriptUrls, AreRefusedInEverySpelling) {
  for (const char* url :
       {"javascript:alert(1)", "JAVASCRIPT:alert(1)", " javascript:alert(1)",
        "java\\tscript:alert(1)", "java\\nscript:alert(1)", "\\u0001javascript:alert(1)",
        "data:text/html;base64,PHNjcmlwdD4=", "vbscript:msgbox(1)", "feed:javascript:alert(1)",
        "view-source:javascript:alert(1)", "//evil.example", "\\\\\\\\evil.example",
        "/\\\\evil.example", "https://user@evil.example/"}) {
    const std::string json = std::string(R"({"version":1,"id":"1","number":"1","currency":"EUR",
      "lines":[],"status_url":")") +
                             url + "\"}";
    const auto order = parse_order(OrderSource::Canonical, json);
    ASSERT_TRUE(order.ok()) << json;
    EXPECT_TRUE(order.value().status_url.empty()) << url;
  }
}

}  // namespace
}  // namespace postlude::order
