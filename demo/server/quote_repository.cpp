#include "demo/server/quote_repository.h"

#include "demo/server/offer_repository.h"

namespace postlude::server {
namespace {

#define POSTLUDE_QUOTE_COLUMNS                                                                \
  "SELECT id, order_id, offer_id, product_id, variant_id, quantity, currency, "               \
  "subtotal_minor, discount_minor, shipping_minor, tax_minor, total_minor, tax_included, "    \
  "created_ms, expires_ms, token, needs_consent, selling_plan, renewal_every, renewal_unit, " \
  "renewal_minor, shop_currency, shop_subtotal_minor, shop_discount_minor, "                  \
  "shop_shipping_minor, shop_tax_minor, shop_total_minor FROM quotes "

/// The five amounts from a column on.
void read_amounts(const Statement& row, int column, std::string_view code, offer::Quote& quote) {
  const base::Currency currency = base::parse_currency(code).value_or(base::Currency{});
  quote.subtotal = {row.integer(column), currency};
  quote.discount = {row.integer(column + 1), currency};
  quote.shipping = {row.integer(column + 2), currency};
  quote.tax = {row.integer(column + 3), currency};
  quote.total = {row.integer(column + 4), currency};
}

StoredQuote read_quote(const Statement& row) {
  StoredQuote stored;
  stored.id = row.text(0);
  stored.order_id = row.text(1);
  stored.offer_id = row.text(2);
  stored.product_id = row.text(3);
  stored.variant_id = row.text(4);
  stored.quantity = row.integer(5);
  offer::Quote& quote = stored.quote;
  read_amounts(row, 7, row.text(6), quote);
  read_amounts(row, 22, row.text(21), stored.shop);
  quote.tax_included = stored.shop.tax_included = row.integer(12) != 0;
  stored.created_ms = row.integer(13);
  quote.expires_at_ms = row.integer(14);
  quote.token = row.text(15);
  stored.needs_consent = row.integer(16) != 0;
  stored.selling_plan = row.text(17);
  const auto unit = offer::renewal_unit_from(row.text(19));
  if (unit) {
    stored.renewal = {row.integer(18), *unit, base::Money{row.integer(20), quote.total.currency}};
  }
  return stored;
}

}  // namespace

void write_renewal(base::JsonWriter& out, const offer::Renewal& renewal) {
  out.begin_object().member("every", renewal.every);
  out.member("unit", offer::renewal_unit_name(renewal.unit));
  out.member("total_minor", renewal.total.value_or(base::Money{}).minor).end_object();
}

void insert_quote(Database& database, const StoredQuote& stored) {
  count_showing(database, stored.order_id, stored.offer_id);
  const offer::Quote& quote = stored.quote;
  const offer::Renewal renewal = stored.renewal.value_or(offer::Renewal{0, {}, {}});
  database.execute(
      "INSERT INTO quotes (id, order_id, offer_id, product_id, variant_id, quantity, currency, "
      "subtotal_minor, discount_minor, shipping_minor, tax_minor, total_minor, tax_included, "
      "created_ms, expires_ms, token, needs_consent, selling_plan, renewal_every, renewal_unit, "
      "renewal_minor, shop_currency, shop_subtotal_minor, shop_discount_minor, "
      "shop_shipping_minor, shop_tax_minor, shop_total_minor) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      stored.id, stored.order_id, stored.offer_id, stored.product_id, stored.variant_id,
      stored.quantity, quote.total.currency.text(), quote.subtotal.minor, quote.discount.minor,
      quote.shipping.minor, quote.tax.minor, quote.total.minor, quote.tax_included,
      stored.created_ms, quote.expires_at_ms, quote.token, stored.needs_consent,
      stored.selling_plan, renewal.every,
      stored.renewal ? offer::renewal_unit_name(renewal.unit) : "",
      renewal.total.value_or(base::Money{}).minor, stored.shop.total.currency.text(),
      stored.shop.subtotal.minor, stored.shop.discount.minor, stored.shop.shipping.minor,
      stored.shop.tax.minor, stored.shop.total.minor);
}

std::optional<StoredQuote> find_quote(Database& database, std::string_view quote_id) {
  Statement row = database.query(POSTLUDE_QUOTE_COLUMNS "WHERE id = ?", quote_id);
  if (!row.step()) return std::nullopt;
  return read_quote(row);
}

std::optional<StoredQuote> find_live_quote(Database& database, std::string_view order_id,
                                           std::string_view offer_id, int64_t until_ms) {
  Statement row = database.query(POSTLUDE_QUOTE_COLUMNS
                                 "WHERE order_id = ? AND offer_id = ? AND expires_ms > ? "
                                 "AND NOT EXISTS (SELECT 1 FROM charges c WHERE c.quote_id = "
                                 "quotes.id AND c.state IN ('declined', 'void', 'refunded')) "
                                 "ORDER BY created_ms DESC, rowid DESC LIMIT 1",
                                 order_id, offer_id, until_ms);
  if (!row.step()) return std::nullopt;
  return read_quote(row);
}

std::optional<StoredQuote> find_last_quote(Database& database, std::string_view order_id,
                                           std::string_view offer_id) {
  Statement row = database.query(
      POSTLUDE_QUOTE_COLUMNS
      "WHERE order_id = ? AND offer_id = ? ORDER BY created_ms DESC, rowid DESC LIMIT 1",
      order_id, offer_id);
  if (!row.step()) return std::nullopt;
  return read_quote(row);
}

std::vector<StoredQuote> list_quotes(Database& database, std::string_view order_id) {
  std::vector<StoredQuote> quotes;
  Statement row =
      database.query(POSTLUDE_QUOTE_COLUMNS "WHERE order_id = ? ORDER BY created_ms, id", order_id);
  while (row.step()) quotes.push_back(read_quote(row));
  return quotes;
}

}  // namespace postlude::server
