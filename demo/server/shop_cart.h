#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "demo/server/catalogue_repository.h"
#include "demo/server/checkout.h"

namespace postlude::server {

/// The cookie that holds the cart: product ids and quantities, nothing of the shopper.
inline constexpr std::string_view kCartCookie = "ostwind_cart";
inline constexpr int64_t kMaxOfOneProduct = 20;
inline constexpr size_t kMaxCartLines = 30;

/// Reads "id:2.id:1". Whatever is not of this form, and ids that come again, are left out.
std::vector<CartLine> parse_cart(std::string_view cookie);
std::string write_cart(const std::vector<CartLine>& cart);

/// Adds `quantity` of a product, or sets it with 0 removing the line.
void add_to_cart(std::vector<CartLine>& cart, std::string_view product_id, int64_t quantity);
void set_in_cart(std::vector<CartLine>& cart, std::string_view product_id, int64_t quantity);

/// Leaves what the shop can deliver: known products, no more than there are. Returns true when that
/// changed the cart.
bool fit_cart(std::vector<CartLine>& cart, const std::vector<CatalogueItem>& catalogue);

/// Returns the most of one product that a cart takes now.
int64_t max_quantity(const CatalogueItem& item);

/// Returns how many things are in the cart.
int64_t cart_count(const std::vector<CartLine>& cart);

/// True when something in the cart has to be sent.
bool cart_ships(const std::vector<CartLine>& cart, const std::vector<CatalogueItem>& catalogue);

}  // namespace postlude::server
