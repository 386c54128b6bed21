#include "demo/server/shop_cart.h"

#include <gtest/gtest.h>

namespace postlude::server {
namespace {

CatalogueItem item_of(std::string id, int64_t stock, bool ships = true) {
  CatalogueItem item;
  item.product_id = std::move(id);
  item.stock = stock;
  item.requires_shipping = ships;
  return item;
}

struct CookieRow {
  const char* about;
  const char* cookie;
  const char* kept;  // as it is written again
};

class ParseCart : public testing::TestWithParam<CookieRow> {};

TEST_P(ParseCart, KeepsWhatItCanRead) {
  EXPECT_EQ(write_cart(parse_cart(GetParam().cookie)), GetParam().kept) << GetParam().about;
}

INSTANTIATE_TEST_SUITE_P(
    Cookies, ParseCart,
    testing::Values(CookieRow{"nothing", "", ""}, CookieRow{"one line", "kettle:2", "kettle:2"},
                    CookieRow{"two lines", "a-1:2.b:20", "a-1:2.b:20"},
                    CookieRow{"too many", "a:21.b:1", "b:1"},
                    CookieRow{"none", "a:0.b:-1.c:1", "c:1"},
                    CookieRow{"not a number", "a:1x.b:.c.d:1", "d:1"},
                    CookieRow{"a number beyond 64 bits", "a:99999999999999999999.b:1", "b:1"},
                    CookieRow{"markup in the id", "<b>:1.B:1.a_b:1.ok:1", "ok:1"},
                    CookieRow{"the same twice", "a:1.a:5", "a:1"},
                    CookieRow{"only dots", "....", ""}));

TEST(ParseCart, StopsAtTheMostLines) {
  std::string cookie;
  for (int i = 0; i < 100; ++i) cookie += "p" + std::to_string(i) + ":1.";
  EXPECT_EQ(parse_cart(cookie).size(), kMaxCartLines);
}

TEST(AddToCart, AddsToTheLineThatIsThere) {
  std::vector<CartLine> cart = parse_cart("a:2");
  add_to_cart(cart, "a", 3);
  add_to_cart(cart, "b", 1);
  EXPECT_EQ(write_cart(cart), "a:5.b:1");
}

TEST(AddToCart, NeverHoldsMoreThanTheMostOfOneProduct) {
  std::vector<CartLine> cart = parse_cart("a:19");
  add_to_cart(cart, "a", 19);
  EXPECT_EQ(write_cart(cart), "a:20");
}

TEST(SetInCart, RemovesTheLineAtZero) {
  std::vector<CartLine> cart = parse_cart("a:2.b:1");
  set_in_cart(cart, "a", 0);
  set_in_cart(cart, "unknown", 0);
  EXPECT_EQ(write_cart(cart), "b:1");
}

TEST(FitCart, LowersWhatIsNotThereAndSaysSo) {
  std::vector<CartLine> cart = parse_cart("a:5.gone:1.sold-out:1.b:1");
  const std::vector<CatalogueItem> catalogue = {item_of("a", 2), item_of("b", 9),
                                                item_of("sold-out", 0)};
  EXPECT_TRUE(fit_cart(cart, catalogue));
  EXPECT_EQ(write_cart(cart), "a:2.b:1");
  EXPECT_FALSE(fit_cart(cart, catalogue));
}

TEST(CartShips, AsksTheProductsInTheCartAlone) {
  const std::vector<CatalogueItem> catalogue = {item_of("kettle", 9), item_of("class", 9, false)};
  EXPECT_TRUE(cart_ships(parse_cart("class:1.kettle:1"), catalogue));
  EXPECT_FALSE(cart_ships(parse_cart("class:1"), catalogue));
  EXPECT_FALSE(cart_ships({}, catalogue));
}

TEST(CartCount, CountsThingsNotLines) { EXPECT_EQ(cart_count(parse_cart("a:2.b:3")), 5); }

}  // namespace
}  // namespace postlude::server
