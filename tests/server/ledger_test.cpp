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

StoredOrder some_order(const base::ExchangeRate& rate) {
  const base::Currency currency = rate.to;
  StoredOrder stored;
  stored.rate = rate;
  stored.shop_total = {up_to(kPriceEnd), rate.from};
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

offer::QuoteInBoth some_quote(const base::ExchangeRate& rate, int64_t quantity) {
  const base::Currency currency = rate.from;
  offer::PriceInput input;
  const offer::Discount discount =
      *rc::gen::element(offer::Discount{}, offer::Discount{offer::DiscountKind::BasisPoints, 1499},
                        offer::Discount{offer::DiscountKind::Fixed, 77});
  input.lines = {{{up_to(kPriceEnd), currency}, quantity, discount}};
  input.shipping = {*rc::gen::element<int64_t>(0, 1, 499), currency};
  input.tax_millionths = up_to(offer::kMaxTaxMillionths);
  return offer::price_quote(input, rate).value();
}

base::Currency some_currency() {
  return *base::parse_currency(
      *rc::gen::elementOf(std::vector<std::string_view>(std::begin(kCodes), std::end(kCodes))));
}

/// From the shop's currency to the shopper's, often the same.
base::ExchangeRate some_rate() {
  const base::ExchangeRate rate = {some_currency(), some_currency(),
                                   1 + up_to(2 * base::kOneToOne)};
  return rate.converts() ? rate : base::ExchangeRate{rate.from, rate.to};
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
  const base::ExchangeRate rate = some_rate();
  StoredOrder stored = some_order(rate);
  {
    Transaction transaction(*database);
    insert_order(*database, stored);
    transaction.commit();
  }
  const std::string before = written(*database);
  const int64_t total_before = find_order(*database, "ord_1")->order.total()->minor;
  const base::Money books_before = find_order(*database, "ord_1")->shop_total;
  RC_ASSERT(books_before == stored.shop_total);

  const int64_t quantity = 1 + up_to(9);
  const offer::QuoteInBoth both = some_quote(rate, quantity);
  const offer::Quote& quote = both.presentment;
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
  accepted.shop = both.shop;
  add_offer_line(*database, accepted, item);
  RC_ASSERT(find_order(*database, "ord_1")->order.total()->minor ==
            total_before + quote.total.minor);
  RC_ASSERT(find_order(*database, "ord_1")->shop_total.minor ==
            books_before.minor + both.shop.total.minor);
  RC_ASSERT(held_by_the_gateway(*database) == quote.total.minor);

  RC_ASSERT(refund_until_certain(gateway, "chg_1", kSettleWait).state == ChargeState::Refunded);
  remove_offer_line(*database, accepted);
  remove_offer_line(*database, accepted);  // again: nothing
  RC_ASSERT(find_order(*database, "ord_1")->shop_total == books_before);
  RC_ASSERT(written(*database) == before);
  RC_ASSERT(held_by_the_gateway(*database) == 0);
}

}  // namespace
}  // namespace postlude::server
