#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "demo/server/database.h"

namespace postlude::server {

struct Review {
  std::string order_id;
  std::string line_id;
  int64_t stars = 0;  // 1..5
  std::string title;
  std::string text;
  int64_t created_ms = 0;
};

/// Writes a review; false when the line has one already. The line exists.
bool insert_review(Database& database, const Review& review);
/// Returns ids of the order's lines that were reviewed.
std::vector<std::string> reviewed_lines(Database& database, std::string_view order_id);
/// Returns reviews, newest first; of one order unless `order_id` is empty.
std::vector<Review> list_reviews(Database& database, std::string_view order_id);

}  // namespace postlude::server
