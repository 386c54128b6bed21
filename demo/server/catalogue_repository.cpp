#include "demo/server/catalogue_repository.h"

#include <stdexcept>

#include "core/base/json.h"
#include "core/base/json_reader.h"
#include "core/base/json_writer.h"
#include "demo/server/currencies.h"

namespace postlude::server {
namespace {

#define POSTLUDE_CATALOGUE                                                                \
  "SELECT p.id, v.id, v.sku, p.title, v.title, p.description, p.image_url, p.image_alt, " \
  "v.price_minor, p.tax_millionths, v.stock, p.requires_shipping, p.categories "          \
  "FROM products p JOIN variants v ON v.product_id = p.id "

CatalogueItem read_item(const Statement& row) {
  CatalogueItem item;
  item.product_id = row.text(0);
  item.variant_id = row.text(1);
  item.sku = row.text(2);
  item.title = row.text(3);
  item.variant = row.text(4);
  item.description = row.text(5);
  item.image_url = row.text(6);
  item.image_alt = row.text(7);
  item.price_minor = row.integer(8);
  item.tax_millionths = row.integer(9);
  item.stock = row.integer(10);
  item.requires_shipping = row.integer(11) != 0;
  item.categories = read_list(row.text(12));
  return item;
}

[[noreturn]] void refuse(const base::Error& error) {
  throw std::runtime_error("catalogue: " + std::string(base::error_name(error.code)) + " at \"" +
                           error.pointer + "\"");
}

void read_variant(base::JsonReader& in, base::JsonRef from, CatalogueItem& item) {
  item.sku = in.required_text(from, "sku");
  item.variant_id = item.sku;
  item.variant = in.optional_text(from, "variant");
  item.price_minor = in.required_integer(from, "price_minor");
  item.stock = in.required_integer(from, "stock");
}

CatalogueItem parse_item(base::JsonReader& in, base::JsonRef from) {
  CatalogueItem item;
  item.product_id = in.required_text(from, "id");
  read_variant(in, from, item);
  item.title = in.required_text(from, "title");
  item.description = in.optional_text(from, "description");
  item.image_url = in.optional_text(from, "image");
  item.image_alt = in.optional_text(from, "image_alt");
  item.tax_millionths = in.required_integer(from, "tax_millionths");
  item.requires_shipping = in.optional_bool(from, "requires_shipping", true);
  for (const base::JsonRef category : in.optional_array(from, "categories")) {
    item.categories.emplace_back(category.text());
  }
  return item;
}

void write_variant(Database& database, const CatalogueItem& item, int64_t position) {
  database.execute(
      "INSERT INTO variants (id, product_id, position, title, sku, price_minor, stock) "
      "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET product_id = "
      "excluded.product_id, "
      "position = excluded.position, title = excluded.title, sku = excluded.sku, "
      "price_minor = excluded.price_minor",
      item.variant_id, item.product_id, position, item.variant, item.sku, item.price_minor,
      item.stock);
}

void write_product(Database& database, const CatalogueItem& item, int64_t position) {
  database.execute(
      "INSERT INTO products (id, position, title, description, image_url, image_alt, "
      "requires_shipping, tax_millionths, categories) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
      "ON CONFLICT (id) DO UPDATE SET position = excluded.position, title = excluded.title, "
      "description = excluded.description, image_url = excluded.image_url, "
      "image_alt = excluded.image_alt, requires_shipping = excluded.requires_shipping, "
      "tax_millionths = excluded.tax_millionths, categories = excluded.categories",
      item.product_id, position, item.title, item.description, item.image_url, item.image_alt,
      item.requires_shipping, item.tax_millionths, write_list(item.categories));
}

}  // namespace

std::vector<CatalogueItem> list_catalogue(Database& database) {
  std::vector<CatalogueItem> items;
  Statement rows = database.query(POSTLUDE_CATALOGUE "WHERE v.position = 0 ORDER BY p.position");
  while (rows.step()) items.push_back(read_item(rows));
  return items;
}

std::optional<CatalogueItem> find_product(Database& database, std::string_view product_id) {
  Statement row =
      database.query(POSTLUDE_CATALOGUE "WHERE p.id = ? AND v.position = 0", product_id);
  if (!row.step()) return std::nullopt;
  return read_item(row);
}

std::vector<CatalogueItem> list_variants(Database& database, std::string_view product_id) {
  std::vector<CatalogueItem> items;
  Statement rows =
      database.query(POSTLUDE_CATALOGUE "WHERE p.id = ? ORDER BY v.position", product_id);
  while (rows.step()) items.push_back(read_item(rows));
  return items;
}

std::optional<CatalogueItem> find_variant(Database& database, std::string_view product_id,
                                          std::string_view variant_id) {
  Statement row =
      database.query(POSTLUDE_CATALOGUE "WHERE p.id = ? AND v.id = ?", product_id, variant_id);
  if (!row.step()) return std::nullopt;
  return read_item(row);
}

bool take_stock(Database& database, std::string_view variant_id, int64_t quantity) {
  return database.execute("UPDATE variants SET stock = stock - ?1 WHERE id = ?2 AND stock >= ?1",
                          quantity, variant_id) == 1;
}

void set_stock(Database& database, std::string_view variant_id, int64_t stock) {
  database.execute("UPDATE variants SET stock = ? WHERE id = ?", stock, variant_id);
}

void put_back_stock(Database& database, std::string_view variant_id, int64_t quantity) {
  database.execute("UPDATE variants SET stock = stock + ? WHERE id = ?", quantity, variant_id);
}

Shop seed_catalogue(Database& database, std::string_view json) {
  const base::Result<base::JsonDocument> document = base::parse_json(json);
  if (!document) refuse(document.error());
  const base::JsonRef root = document.value().root();
  base::JsonReader in;
  const base::JsonRef about = in.required_object(root, "shop");
  const Shop shop = {in.required_text(about, "name"), in.required_text(about, "currency"),
                     in.required_text(about, "locale"), in.required_text(about, "market"),
                     read_currencies(in, about)};
  Transaction transaction(database);
  int64_t position = 0;
  for (const base::JsonRef product : in.required_array(root, "products")) {
    CatalogueItem item = parse_item(in, product);
    if (in.failed()) refuse(in.error());
    write_product(database, item, position++);
    write_variant(database, item, 0);
    int64_t place = 1;
    for (const base::JsonRef other : in.optional_array(product, "more_variants")) {
      read_variant(in, other, item);
      if (in.failed()) refuse(in.error());
      write_variant(database, item, place++);
    }
  }
  if (in.failed()) refuse(in.error());
  transaction.commit();
  return shop;
}

std::string write_list(const std::vector<std::string>& items) {
  base::JsonWriter out;
  out.begin_array();
  for (const std::string& item : items) out.value(item);
  out.end_array();
  return out.take();
}

std::vector<std::string> read_list(std::string_view json) {
  std::vector<std::string> items;
  const base::Result<base::JsonDocument> document = base::parse_json(json);
  if (!document) return items;
  for (const base::JsonRef item : document.value().root()) items.emplace_back(item.text());
  return items;
}

}  // namespace postlude::server
