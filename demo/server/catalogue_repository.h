#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "demo/server/app.h"
#include "demo/server/database.h"

namespace postlude::server {

/// One thing the shop sells, in one variant.
struct CatalogueItem {
  std::string product_id;
  std::string variant_id;
  std::string sku;
  std::string title;
  std::string variant;
  std::string description;
  std::string image_url;
  std::string image_alt;
  int64_t price_minor = 0;     // of one, with tax, in the shop's currency
  int64_t tax_millionths = 0;  // 19 % = 190,000
  int64_t stock = 0;
  bool requires_shipping = true;
  std::vector<std::string> categories;
};

/// Returns everything the shop sells in its usual variant, in the catalogue's order.
std::vector<CatalogueItem> list_catalogue(Database& database);
/// Returns a product in its usual variant.
std::optional<CatalogueItem> find_product(Database& database, std::string_view product_id);
/// Returns all variants of a product, the usual one first.
std::vector<CatalogueItem> list_variants(Database& database, std::string_view product_id);
std::optional<CatalogueItem> find_variant(Database& database, std::string_view product_id,
                                          std::string_view variant_id);

/// Takes `quantity` out of the stock; false (and nothing changed) when there is less.
bool take_stock(Database& database, std::string_view variant_id, int64_t quantity);
void set_stock(Database& database, std::string_view variant_id, int64_t stock);
void put_back_stock(Database& database, std::string_view variant_id, int64_t quantity);

/// Reads the catalogue's JSON text and writes what it says of products and prices; stock is written
/// for new products only. Returns the shop. Throws std::runtime_error, naming the place, when the
/// text is not a catalogue.
Shop seed_catalogue(Database& database, std::string_view json);

/// A JSON array of texts and back, as the tables keep lists.
std::string write_list(const std::vector<std::string>& items);
std::vector<std::string> read_list(std::string_view json);

}  // namespace postlude::server
