#include "demo/server/review_repository.h"

namespace postlude::server {

bool insert_review(Database& database, const Review& review) {
  return database.execute(
             "INSERT INTO reviews (order_id, line_id, stars, title, text, created_ms) "
             "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
             review.order_id, review.line_id, review.stars, review.title, review.text,
             review.created_ms) == 1;
}

std::vector<std::string> reviewed_lines(Database& database, std::string_view order_id) {
  std::vector<std::string> ids;
  Statement row =
      database.query("SELECT line_id FROM reviews WHERE order_id = ? ORDER BY line_id", order_id);
  while (row.step()) ids.push_back(row.text(0));
  return ids;
}

std::vector<Review> list_reviews(Database& database, std::string_view order_id) {
  std::vector<Review> reviews;
  Statement row = database.query(
      "SELECT order_id, line_id, stars, title, text, created_ms FROM reviews "
      "WHERE ?1 = '' OR order_id = ?1 ORDER BY created_ms DESC, order_id, line_id",
      order_id);
  while (row.step()) {
    reviews.push_back(
        {row.text(0), row.text(1), row.integer(2), row.text(3), row.text(4), row.integer(5)});
  }
  return reviews;
}

}  // namespace postlude::server
