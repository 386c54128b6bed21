// What an accepted offer adds to an order, undoing it takes away again, to the last minor unit.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "core/offer/price_quote.h"
#include "core/order/parse_order.h"
#include "demo/server/charge_once.h"
#include "demo/server/faults.h"
#include "demo/server/gateway.h"
#include "demo/server/order_repository.h"
#include "tests/server/temporary_database.h"

namespace postlude::server {
namespace {

// One of each ISO 4217 exponent.
constexpr std::string_view kCodes[] = {"JPY", "EUR", "KWD", "CLF"};
constexpr int64_t kPriceEnd = 1'000'000'000;

int64_t up_to(int64_t most) { return *rc::gen::inRange<int64_t>(0, most + 1); }

StoredOrder some_order(base::Currency currency) {
  StoredOrder stored;
  order::Order& order = stored.order;
  order.id = "ord_1";
  order.currency = currency;
  order.payment_status = order::PaymentStatus::Paid;
  order.customer.email = "ada@example.com";
  order.customer.first_name = "Ada";
  order::LineItem line;
  line.product_id = line.variant_id = line.title = "pot";
  line.unit_price = line.total = base::Money{up_to(kPriceEnd), currency};
  line.requires_shipping = *rc::gen::arbitrary<bool>();
  order.lines = {line};
  using order::TotalKind;
  const auto add = [&](TotalKind kind) {
    order.totals.push_back({kind, "", {up_to(kPriceEnd), currency}});
  };
  add(TotalKind::Subtotal);
  if (line.requires_shipping) add(TotalKind::Shipping);
  add(TotalKind::Tax);
  add(TotalKind::Total);
  return stored;
}

offer::Quote some_quote(base::Currency currency, int64_t quantity) {
  offer::PriceInput input;
  const offer::Discount discount =
      *rc::gen::element(offer::Discount{}, offer::Discount{offer::DiscountKind::BasisPoints, 1499},
                        offer::Discount{offer::DiscountKind::Fixed, 77});
  input.lines = {{{up_to(kPriceEnd), currency}, quantity, discount}};
  input.shipping = {*rc::gen::element<int64_t>(0, 1, 499), currency};
  input.tax_millionths = up_to(offer::kMaxTaxMillionths);
  return offer::price_quote(input).value();
}

std::string written(Database& database) {
  return order::write_order(find_order(database, "ord_1")->order);
}

int64_t held_by_the_gateway(Database& database) {
  Statement row = database.query(
      "SELECT COALESCE(SUM(amount_minor), 0) FROM gateway_charges WHERE state = 'succeeded'");
  row.step();
  return row.integer(0);
}

RC_GTEST_PROP(Ledger, IsAtZeroAfterQuoteAcceptAndRefund, ()) {
  TemporaryDatabase temporary;
  const Faults faults;
  TestGateway gateway(temporary.pool, faults);
  DatabasePool::Lease database = temporary.pool.lease();
  const base::Currency currency = *base::parse_currency(
      *rc::gen::elementOf(std::vector<std::string_view>(std::begin(kCodes), std::end(kCodes))));
  StoredOrder stored = some_order(currency);
  {
    Transaction transaction(*database);
    insert_order(*database, stored);
    transaction.commit();
  }
  const std::string before = written(*database);
  const int64_t total_before = find_order(*database, "ord_1")->order.total()->minor;

  const int64_t quantity = 1 + up_to(9);
  const offer::Quote quote = some_quote(currency, quantity);
  RC_ASSERT(charge_once(gateway, {"chg_1", "tok_success", quote.total}).state ==
            ChargeState::Succeeded);
  CatalogueItem item;
  item.product_id = item.variant_id = item.title = "filters";
  item.requires_shipping = *rc::gen::arbitrary<bool>();
  StoredQuote accepted;
  accepted.order_id = "ord_1";
  accepted.offer_id = "offer";
  accepted.quantity = quantity;
  accepted.quote = quote;
  add_offer_line(*database, accepted, item);
  RC_ASSERT(find_order(*database, "ord_1")->order.total()->minor ==
            total_before + quote.total.minor);
  RC_ASSERT(held_by_the_gateway(*database) == quote.total.minor);

  RC_ASSERT(refund_until_certain(gateway, "chg_1", kSettleWait).state == ChargeState::Refunded);
  remove_offer_line(*database, "ord_1", "offer", quote);
  remove_offer_line(*database, "ord_1", "offer", quote);  // again: nothing
  RC_ASSERT(written(*database) == before);
  RC_ASSERT(held_by_the_gateway(*database) == 0);
}

}  // namespace
}  // namespace postlude::server
