#include "demo/server/order_repository.h"

#include "core/base/json_writer.h"
#include "demo/server/random_id.h"

namespace postlude::server {
namespace {

constexpr int64_t kFirstNumber = 1001;

std::vector<std::string> split_lines(const std::string& text) {
  std::vector<std::string> lines;
  size_t start = 0;
  while (start < text.size()) {
    const size_t end = std::min(text.find('\n', start), text.size());
    lines.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return lines;
}

std::string join_lines(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
  return text;
}

int total_position(order::TotalKind kind) { return static_cast<int>(kind); }

void read_lines(Database& database, order::Order& order) {
  Statement row = database.query(
      "SELECT id, product_id, variant_id, sku, title, variant, quantity, unit_price_minor, "
      "total_minor, image_url, requires_shipping, categories, selling_plan FROM order_lines "
      "WHERE order_id = ? ORDER BY position",
      order.id);
  while (row.step()) {
    order::LineItem line;
    line.id = row.text(0);
    line.product_id = row.text(1);
    line.variant_id = row.text(2);
    line.sku = row.text(3);
    line.title = row.text(4);
    line.variant = row.text(5);
    line.quantity = row.integer(6);
    line.unit_price = base::Money{row.integer(7), order.currency};
    line.total = base::Money{row.integer(8), order.currency};
    line.image_url = base::safe_url(row.text(9));
    line.requires_shipping = row.integer(10) != 0;
    line.categories = read_list(row.text(11));
    line.selling_plan = row.text(12);
    order.lines.push_back(std::move(line));
  }
}

void read_totals(Database& database, order::Order& order) {
  Statement row = database.query(
      "SELECT kind, label, amount_minor FROM order_totals WHERE order_id = ? ORDER BY position",
      order.id);
  while (row.step()) {
    const std::optional<order::TotalKind> kind = order::total_kind_from(row.text(0));
    if (kind) order.totals.push_back({*kind, row.text(1), {row.integer(2), order.currency}});
  }
}

void add_to_total(Database& database, std::string_view order_id, order::TotalKind kind,
                  std::string_view label, int64_t amount_minor) {
  database.execute(
      "INSERT INTO order_totals (order_id, position, kind, label, amount_minor) "
      "VALUES (?, ?, ?, ?, ?) ON CONFLICT (order_id, kind) "
      "DO UPDATE SET amount_minor = amount_minor + excluded.amount_minor",
      order_id, total_position(kind), order::total_kind_name(kind), label, amount_minor);
}

/// Adds (sign 1) or takes off (sign -1) what an offer costs.
void add_quote_to_totals(Database& database, const StoredQuote& stored, int64_t sign) {
  const std::string& order_id = stored.order_id;
  const offer::Quote& quote = stored.quote;
  using order::TotalKind;
  const auto add = [&](TotalKind kind, int64_t minor) {
    add_to_total(database, order_id, kind, "", sign * minor);
  };
  add(TotalKind::Subtotal, quote.subtotal.minor);
  if (quote.discount.minor != 0) add(TotalKind::Discount, -quote.discount.minor);
  if (quote.shipping.minor != 0) add(TotalKind::Shipping, quote.shipping.minor);
  add(TotalKind::Tax, quote.tax.minor);
  add(TotalKind::Total, quote.total.minor);
  database.execute(
      "UPDATE orders SET shop_subtotal_minor = shop_subtotal_minor + ?, "
      "shop_total_minor = shop_total_minor + ? WHERE id = ?",
      sign * stored.shop.subtotal.minor, sign * stored.shop.total.minor, order_id);
}

std::string customer_for(Database& database, const order::Customer& customer, int64_t now_ms) {
  database.execute(
      "INSERT INTO customers (id, email, first_name, created_ms) VALUES (?, ?, ?, ?) "
      "ON CONFLICT (email) DO UPDATE SET first_name = excluded.first_name",
      random_id("cus_"), customer.email, customer.first_name, now_ms);
  Statement row = database.query("SELECT id FROM customers WHERE email = ?", customer.email);
  row.step();
  return row.text(0);
}

void insert_line(Database& database, std::string_view order_id, const order::LineItem& line,
                 std::optional<std::string> offer_id) {
  database.execute(
      "INSERT INTO order_lines (order_id, position, id, offer_id, product_id, variant_id, sku, "
      "title, variant, quantity, unit_price_minor, total_minor, image_url, requires_shipping, "
      "categories, selling_plan) SELECT ?1, COALESCE(MAX(position) + 1, 0), ?2, ?3, ?4, ?5, ?6, "
      "?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15 "
      "FROM order_lines WHERE order_id = ?1",
      order_id, line.id, offer_id, line.product_id, line.variant_id, line.sku, line.title,
      line.variant, line.quantity, line.unit_price.value_or(base::Money{}).minor,
      line.total.value_or(base::Money{}).minor, line.image_url.text(), line.requires_shipping,
      write_list(line.categories), line.selling_plan);
}

int64_t customer_order_count(Database& database, std::string_view customer_id) {
  Statement row = database.query(
      "SELECT COUNT(*) FROM orders WHERE customer_id = ? AND payment_status = 'paid'", customer_id);
  row.step();
  return row.integer(0);
}

}  // namespace

std::optional<StoredOrder> find_order(Database& database, std::string_view order_id) {
  StoredOrder stored;
  order::Order& order = stored.order;
  {
    Statement row = database.query(
        "SELECT o.id, o.number, o.customer_id, c.email, c.first_name, o.created_ms, "
        "o.cancelled_ms, o.released_ms, o.currency, o.payment_status, o.payment_method, "
        "o.payment_token, o.shipping_method, o.address_name, o.address_lines, o.address_city, "
        "o.address_region, o.address_postcode, o.address_country, o.cursor, o.shop_currency, "
        "o.rate_billionths, o.shop_subtotal_minor, o.shop_total_minor "
        "FROM orders o JOIN customers c ON c.id = o.customer_id WHERE o.id = ?",
        order_id);
    if (!row.step()) return std::nullopt;
    order.id = row.text(0);
    order.number = row.text(1);
    stored.customer_id = order.customer.id = row.text(2);
    order.customer.email = row.text(3);
    order.customer.first_name = row.text(4);
    stored.created_ms = row.integer(5);
    stored.cancelled_ms = row.optional_integer(6);
    stored.released_ms = row.optional_integer(7);
    order.currency = base::parse_currency(row.text(8)).value_or(base::Currency{});
    order.payment_status =
        order::payment_status_from(row.text(9)).value_or(order::PaymentStatus::Unknown);
    order.payment_method = row.text(10);
    stored.payment_token = row.text(11);
    order.shipping_method = row.text(12);
    order.shipping_address.name = row.text(13);
    order.shipping_address.lines = split_lines(row.text(14));
    order.shipping_address.city = row.text(15);
    order.shipping_address.region = row.text(16);
    order.shipping_address.postcode = row.text(17);
    order.shipping_address.country = row.text(18);
    stored.cursor = row.integer(19);
    const auto shop_currency = base::parse_currency(row.text(20)).value_or(base::Currency{});
    stored.rate = {shop_currency, order.currency, row.integer(21)};
    stored.shop_subtotal = {row.integer(22), shop_currency};
    stored.shop_total = {row.integer(23), shop_currency};
  }
  order.created_at = base::source_time_at(stored.created_ms, kShopOffsetMinutes);
  if (stored.cancelled_ms) {
    order.cancelled_at = base::source_time_at(*stored.cancelled_ms, kShopOffsetMinutes);
  }
  order.customer.order_count = customer_order_count(database, stored.customer_id);
  order.tax_included = true;  // the catalogue's prices hold their tax
  order.status_url = base::safe_url("/order");
  read_lines(database, order);
  read_totals(database, order);
  return stored;
}

std::vector<OrderSummary> list_orders(Database& database) {
  std::vector<OrderSummary> orders;
  Statement row = database.query(
      "SELECT o.id, o.number, o.address_name, o.created_ms, "
      "(SELECT amount_minor FROM order_totals t WHERE t.order_id = o.id AND t.kind = 'total'), "
      "o.currency, o.payment_status, "
      "(SELECT SUM(quantity) FROM order_lines l WHERE l.order_id = o.id), "
      "o.cancelled_ms IS NOT NULL, o.released_ms IS NOT NULL, "
      "(SELECT status FROM shipments s WHERE s.order_id = o.id ORDER BY s.cursor DESC LIMIT 1), "
      "o.shop_total_minor, o.shop_currency "
      "FROM orders o WHERE o.payment_status <> 'pending' ORDER BY o.created_ms DESC, o.rowid DESC");
  while (row.step()) {
    OrderSummary summary;
    summary.id = row.text(0);
    summary.number = row.text(1);
    summary.customer_name = row.text(2);
    summary.created_ms = row.integer(3);
    summary.total = {row.integer(4), base::parse_currency(row.text(5)).value_or(base::Currency{})};
    summary.payment_status = row.text(6);
    summary.item_count = row.integer(7);
    summary.cancelled = row.integer(8) != 0;
    summary.released = row.integer(9) != 0;
    summary.shipment_status = row.text(10);
    summary.shop_total = {row.integer(11),
                          base::parse_currency(row.text(12)).value_or(base::Currency{})};
    orders.push_back(std::move(summary));
  }
  return orders;
}

void insert_order(Database& database, StoredOrder& stored, std::string_view form_id) {
  order::Order& order = stored.order;
  stored.customer_id = customer_for(database, order.customer, stored.created_ms);
  {
    Statement row = database.query("SELECT COALESCE(MAX(rowid), 0) FROM orders");
    row.step();
    order.number = "#" + std::to_string(kFirstNumber + row.integer(0));
  }
  const order::Address& address = order.shipping_address;
  database.execute(
      "INSERT INTO orders (id, number, customer_id, created_ms, currency, payment_status, "
      "payment_method, payment_token, shipping_method, address_name, address_lines, address_city, "
      "address_region, address_postcode, address_country, shop_currency, rate_billionths, "
      "shop_subtotal_minor, shop_total_minor, form_id) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      order.id, order.number, stored.customer_id, stored.created_ms, order.currency.text(),
      order::payment_status_name(order.payment_status), order.payment_method, stored.payment_token,
      order.shipping_method, address.name, join_lines(address.lines), address.city, address.region,
      address.postcode, address.country, stored.rate.from.text(), stored.rate.billionths,
      stored.shop_subtotal.minor, stored.shop_total.minor, form_id);
  int64_t number = 0;
  for (order::LineItem& line : order.lines) {
    line.id = "line-" + std::to_string(++number);
    insert_line(database, order.id, line, std::nullopt);
  }
  for (const order::TotalRow& total : order.totals) {
    add_to_total(database, order.id, total.kind, total.label, total.amount.minor);
  }
}

std::string order_of_form(Database& database, std::string_view form_id) {
  if (form_id.empty()) return {};
  Statement row = database.query("SELECT id FROM orders WHERE form_id = ?", form_id);
  return row.step() ? row.text(0) : std::string();
}

void remove_order(Database& database, std::string_view order_id) {
  database.execute("DELETE FROM order_lines WHERE order_id = ?", order_id);
  database.execute("DELETE FROM order_totals WHERE order_id = ?", order_id);
  database.execute("DELETE FROM orders WHERE id = ? AND payment_status = 'pending'", order_id);
}

std::vector<std::string> unpaid_orders(Database& database) {
  std::vector<std::string> ids;
  Statement row = database.query("SELECT id FROM orders WHERE payment_status = 'pending'");
  while (row.step()) ids.push_back(row.text(0));
  return ids;
}

void mark_paid(Database& database, std::string_view order_id) {
  database.execute("UPDATE orders SET payment_status = 'paid' WHERE id = ?", order_id);
}

void mark_released(Database& database, std::string_view order_id, int64_t now_ms) {
  database.execute("UPDATE orders SET released_ms = ? WHERE id = ? AND released_ms IS NULL", now_ms,
                   order_id);
}

void mark_cancelled(Database& database, std::string_view order_id, int64_t now_ms) {
  database.execute("UPDATE orders SET cancelled_ms = ? WHERE id = ? AND cancelled_ms IS NULL",
                   now_ms, order_id);
}

bool mark_refunded(Database& database, std::string_view order_id) {
  const int64_t changed = database.execute(
      "UPDATE orders SET payment_status = 'refunded' WHERE id = ? AND payment_status = 'paid'",
      order_id);
  if (changed == 0) return false;
  database.execute(
      "INSERT INTO order_totals (order_id, position, kind, label, amount_minor) "
      "SELECT order_id, position + 1, 'refunded', '', -amount_minor FROM order_totals "
      "WHERE order_id = ? AND kind = 'total'",
      order_id);
  return true;
}

std::vector<std::string> cancelled_unrefunded_orders(Database& database) {
  std::vector<std::string> ids;
  Statement row = database.query(
      "SELECT id FROM orders WHERE cancelled_ms IS NOT NULL AND payment_status = 'paid'");
  while (row.step()) ids.push_back(row.text(0));
  return ids;
}

std::string offer_line_id(std::string_view offer_id) { return "offer-" + std::string(offer_id); }

std::string add_offer_line(Database& database, const StoredQuote& stored,
                           const CatalogueItem& item) {
  const offer::Quote& quote = stored.quote;
  order::LineItem line;
  line.id = offer_line_id(stored.offer_id);
  line.product_id = item.product_id;
  line.variant_id = item.variant_id;
  line.sku = item.sku;
  line.title = item.title;
  line.variant = item.variant;
  line.quantity = stored.quantity;
  line.unit_price = base::Money{quote.subtotal.minor / stored.quantity, quote.subtotal.currency};
  line.total = base::Money{quote.subtotal.minor - quote.discount.minor, quote.subtotal.currency};
  line.image_url = base::safe_url(item.image_url);
  line.requires_shipping = item.requires_shipping;
  line.categories = item.categories;
  line.selling_plan = stored.selling_plan;
  insert_line(database, stored.order_id, line, stored.offer_id);
  add_quote_to_totals(database, stored, 1);
  return line.id;
}

void remove_offer_line(Database& database, const StoredQuote& quote) {
  const int64_t removed =
      database.execute("DELETE FROM order_lines WHERE order_id = ? AND offer_id = ?",
                       quote.order_id, quote.offer_id);
  if (removed == 0) return;
  add_quote_to_totals(database, quote, -1);
  // A row that only the offer brought goes with it.
  database.execute(
      "DELETE FROM order_totals WHERE order_id = ?1 AND amount_minor = 0 AND (kind = 'discount' OR "
      "kind = 'shipping' AND NOT EXISTS (SELECT 1 FROM order_lines l WHERE l.order_id = ?1 AND "
      "l.requires_shipping = 1))",
      quote.order_id);
}

int64_t bump_cursor(Database& database, std::string_view order_id) {
  Statement row = database.query(
      "UPDATE orders SET cursor = cursor + 1 WHERE id = ? RETURNING cursor", order_id);
  row.step();
  const int64_t cursor = row.integer(0);
  row.step();  // an UPDATE with RETURNING is done only after its last row
  database.note(order_id);
  return cursor;
}

int64_t order_cursor(Database& database, std::string_view order_id) {
  Statement row = database.query("SELECT cursor FROM orders WHERE id = ?", order_id);
  return row.step() ? row.integer(0) : 0;
}

void leave_notice(Database& database, std::string_view order_id, const Notice& notice) {
  database.execute(
      "INSERT INTO notices (order_id, offer_id, code) VALUES (?, ?, ?) ON CONFLICT (order_id) "
      "DO UPDATE SET offer_id = excluded.offer_id, code = excluded.code",
      order_id, notice.offer_id, notice.code);
}

std::optional<Notice> take_notice(Database& database, std::string_view order_id) {
  {
    // Most pages have nothing to tell, and only look: a DELETE of no row would queue as a writer.
    Statement row = database.query("SELECT 1 FROM notices WHERE order_id = ?", order_id);
    if (!row.step()) return std::nullopt;
  }
  Statement row =
      database.query("DELETE FROM notices WHERE order_id = ? RETURNING offer_id, code", order_id);
  if (!row.step()) return std::nullopt;
  Notice notice{row.text(0), row.text(1)};
  row.step();  // a DELETE with RETURNING is done only after its last row
  return notice;
}

}  // namespace postlude::server
