#include "demo/server/shop_reviews.h"

namespace postlude::server {

std::vector<PublishedReview> list_product_reviews(Database& database, std::string_view product_id) {
  std::vector<PublishedReview> reviews;
  Statement rows = database.query(
      "SELECT r.stars, r.title, r.text, c.first_name, r.created_ms FROM reviews r "
      "JOIN order_lines l ON l.order_id = r.order_id AND l.id = r.line_id "
      "JOIN orders o ON o.id = r.order_id JOIN customers c ON c.id = o.customer_id "
      "WHERE l.product_id = ? ORDER BY r.created_ms DESC",
      product_id);
  while (rows.step()) {
    reviews.push_back({static_cast<int>(rows.integer(0)), rows.text(1), rows.text(2), rows.text(3),
                       rows.integer(4)});
  }
  return reviews;
}

}  // namespace postlude::server
