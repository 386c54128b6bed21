#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/exchange_rate.h"
#include "core/offer/offer.h"
#include "core/order/order.h"
#include "demo/server/catalogue_repository.h"
#include "demo/server/database.h"
#include "demo/server/quote_repository.h"

namespace postlude::server {

/// The zone in which the shop states times: Central European Time.
inline constexpr int kShopOffsetMinutes = 60;

/// An order with what only the shop knows of it.
struct StoredOrder {
  order::Order order;  // as the widgets are shown it
  std::string customer_id;
  std::string payment_token;  // the gateway's name for the card
  base::ExchangeRate rate;    // at which it was paid: from the shop's currency to the order's
  base::Money shop_subtotal;  // in the shop's books, with what was added since
  base::Money shop_total;     // likewise
  int64_t created_ms = 0;
  std::optional<int64_t> cancelled_ms;
  std::optional<int64_t> released_ms;  // handed to fulfilment: nothing can be added any more
  int64_t cursor = 0;                  // counts changes of its shipments
};

std::optional<StoredOrder> find_order(Database& database, std::string_view order_id);

/// One row of a list.
struct OrderSummary {
  std::string id;
  std::string number;
  std::string customer_name;
  int64_t created_ms = 0;
  base::Money total;
  base::Money shop_total;
  std::string payment_status;
  int64_t item_count = 0;
  bool cancelled = false;
  bool released = false;
  std::string shipment_status;  // of the newest shipment; "" before there is one
};

/// Returns all orders that were paid, newest first.
std::vector<OrderSummary> list_orders(Database& database);

/// Writes a new order, its customer and its lines; fills in `order.number` and ids of lines. Needs
/// a transaction around it. `form_id` is the checkout form's, "" for none; it makes one order.
void insert_order(Database& database, StoredOrder& stored, std::string_view form_id = {});

/// Returns the id of the order that a checkout form became, paid or not yet; "" when it became
/// none.
std::string order_of_form(Database& database, std::string_view form_id);

/// Removes an order that was never paid. Needs a transaction.
void remove_order(Database& database, std::string_view order_id);

/// Returns ids of the orders whose first payment is open.
std::vector<std::string> unpaid_orders(Database& database);
void mark_paid(Database& database, std::string_view order_id);
void mark_released(Database& database, std::string_view order_id, int64_t now_ms);
void mark_cancelled(Database& database, std::string_view order_id, int64_t now_ms);
/// Writes that the whole payment went back, with a row of the totals; false (and nothing changed)
/// when it was written before. Needs a transaction.
bool mark_refunded(Database& database, std::string_view order_id);
/// Returns ids of cancelled orders whose payment was not given back.
std::vector<std::string> cancelled_unrefunded_orders(Database& database);

/// Returns the id of the line that an accepted offer adds.
std::string offer_line_id(std::string_view offer_id);

/// Adds the line of an accepted offer and its amounts to the totals; returns the line's id. Needs a
/// transaction.
std::string add_offer_line(Database& database, const StoredQuote& quote, const CatalogueItem& item);

/// Takes that line and its amounts out again. Needs a transaction.
void remove_offer_line(Database& database, const StoredQuote& quote);

/// Counts one more change of the order's shipments; returns the new cursor.
int64_t bump_cursor(Database& database, std::string_view order_id);

/// Returns that cursor as it stands.
int64_t order_cursor(Database& database, std::string_view order_id);

/// What a page without scripts has to tell once, such as "card_declined".
struct Notice {
  std::string offer_id;
  std::string code;
};
void leave_notice(Database& database, std::string_view order_id, const Notice& notice);
/// Returns the notice and forgets just that one: what is left meanwhile stays for the next page.
std::optional<Notice> take_notice(Database& database, std::string_view order_id);

}  // namespace postlude::server
