#include "demo/server/shop_cart.h"

#include <algorithm>
#include <charconv>

namespace postlude::server {
namespace {

constexpr std::string_view kIdCharacters = "abcdefghijklmnopqrstuvwxyz0123456789-";
constexpr size_t kMaxIdLength = 64;

auto find_line(std::vector<CartLine>& cart, std::string_view product_id) {
  return std::find_if(cart.begin(), cart.end(),
                      [&](const CartLine& line) { return line.product_id == product_id; });
}

}  // namespace

std::vector<CartLine> parse_cart(std::string_view cookie) {
  std::vector<CartLine> cart;
  while (!cookie.empty() && cart.size() < kMaxCartLines) {
    const size_t end = cookie.find('.');
    const std::string_view part = cookie.substr(0, end);
    cookie = end == std::string_view::npos ? std::string_view() : cookie.substr(end + 1);
    const size_t colon = part.find(':');
    if (colon == 0 || colon == std::string_view::npos || colon > kMaxIdLength) continue;
    const std::string_view id = part.substr(0, colon);
    const std::string_view digits = part.substr(colon + 1);
    int64_t quantity = 0;
    const auto [stop, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), quantity);
    if (error != std::errc() || stop != digits.data() + digits.size()) continue;
    if (quantity < 1 || quantity > kMaxOfOneProduct) continue;
    if (id.find_first_not_of(kIdCharacters) != std::string_view::npos) continue;
    if (find_line(cart, id) != cart.end()) continue;
    cart.push_back({std::string(id), quantity});
  }
  return cart;
}

std::string write_cart(const std::vector<CartLine>& cart) {
  std::string out;
  for (const CartLine& line : cart) {
    if (!out.empty()) out += '.';
    out += line.product_id + ':' + std::to_string(line.quantity);
  }
  return out;
}

void add_to_cart(std::vector<CartLine>& cart, std::string_view product_id, int64_t quantity) {
  const auto line = find_line(cart, product_id);
  set_in_cart(cart, product_id, quantity + (line == cart.end() ? 0 : line->quantity));
}

void set_in_cart(std::vector<CartLine>& cart, std::string_view product_id, int64_t quantity) {
  const auto line = find_line(cart, product_id);
  const int64_t kept = std::min(quantity, kMaxOfOneProduct);
  if (line == cart.end()) {
    if (kept > 0 && cart.size() < kMaxCartLines) cart.push_back({std::string(product_id), kept});
  } else if (kept > 0) {
    line->quantity = kept;
  } else {
    cart.erase(line);
  }
}

bool fit_cart(std::vector<CartLine>& cart, const std::vector<CatalogueItem>& catalogue) {
  std::vector<CartLine> kept;
  bool changed = false;
  for (const CartLine& line : cart) {
    const auto item = std::find_if(
        catalogue.begin(), catalogue.end(),
        [&](const CatalogueItem& candidate) { return candidate.product_id == line.product_id; });
    const int64_t most = item == catalogue.end() ? 0 : max_quantity(*item);
    changed = changed || most < line.quantity;
    if (most > 0) kept.push_back({line.product_id, std::min(line.quantity, most)});
  }
  cart = std::move(kept);
  return changed;
}

int64_t max_quantity(const CatalogueItem& item) { return std::min(item.stock, kMaxOfOneProduct); }

int64_t cart_count(const std::vector<CartLine>& cart) {
  int64_t count = 0;
  for (const CartLine& line : cart) count += line.quantity;
  return count;
}

bool cart_ships(const std::vector<CartLine>& cart, const std::vector<CatalogueItem>& catalogue) {
  return std::any_of(catalogue.begin(), catalogue.end(), [&](const CatalogueItem& item) {
    return item.requires_shipping &&
           std::any_of(cart.begin(), cart.end(),
                       [&](const CartLine& line) { return line.product_id == item.product_id; });
  });
}

}  // namespace postlude::server
