#include "demo/server/delivery_forecast.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "demo/server/shipment_repository.h"
#include "tests/server/temporary_database.h"

namespace postlude::server {
namespace {

base::SourceTime time(std::string_view text) { return base::parse_source_time(text).value(); }

void deliver(Database& database, const std::string& id, std::string_view service,
             std::string_view shipped, std::string_view delivered) {
  tracking::Shipment shipment;
  shipment.id = id;
  shipment.service = service;
  shipment.origin_country = "DE";
  shipment.destination_country = "FR";
  shipment.status = tracking::ShipmentStatus::Delivered;
  shipment.shipped_at = time(shipped);
  if (!delivered.empty()) shipment.delivered_at = time(delivered);
  insert_shipment(database, "ord_1", shipment);
}

TEST(DeliveryForecast, MakesALaneOfAServiceAndOneOfAllOfThem) {
  TemporaryDatabase temporary;
  DatabasePool::Lease database = temporary.pool.lease_without_faults();
  database->run_script(
      "INSERT INTO customers VALUES ('c1', 'a@b.c', 'A', 0);"
      "INSERT INTO orders (id, number, customer_id, created_ms, currency, payment_status, "
      "payment_method, payment_token, shipping_method, address_name, address_lines, address_city, "
      "address_region, address_postcode, address_country) VALUES ('ord_1', '1', 'c1', 0, 'EUR', "
      "'paid', '', '', '', '', '', '', '', '', 'FR');");
  Transaction transaction(*database);
  // 2026-11-16 is a Monday; Sundays do not count.
  deliver(*database, "s1", "fast", "2026-11-16T17:00:00+01:00", "2026-11-17T10:00:00+01:00");
  deliver(*database, "s2", "fast", "2026-11-16T17:00:00+01:00", "2026-11-18T10:00:00+01:00");
  deliver(*database, "s3", "slow", "2026-11-20", "2026-11-23");
  deliver(*database, "s4", "slow", "2026-11-20", "");
  deliver(*database, "s5", "slow", "2026-11-20", "2026-11-19");
  transaction.commit();
  const tracking::DeliveryRules rules = with_own_lanes(*database, {});
  ASSERT_EQ(rules.lanes.size(), 3u);
  EXPECT_EQ(rules.lanes[0], (tracking::Lane{"DE", "", "FR", "", 3, 2, 2, 2}));
  EXPECT_EQ(rules.lanes[1], (tracking::Lane{"DE", "", "FR", "fast", 2, 1, 2, 2}));
  EXPECT_EQ(rules.lanes[2], (tracking::Lane{"DE", "", "FR", "slow", 1, 2, 2, 2}));
}

TEST(DeliveryForecast, NamesWhatIsWrongWithTheRules) {
  EXPECT_THROW(read_delivery_rules("["), std::runtime_error);
  try {
    read_delivery_rules(R"({"shop":{"cut_off":"14:00"}})");
    FAIL();
  } catch (const std::runtime_error& error) {
    EXPECT_NE(std::string(error.what()).find("/shop/cut_off"), std::string::npos);
  }
}

}  // namespace
}  // namespace postlude::server
