#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "demo/server/database.h"

namespace postlude::server {

/// A review as a product's page shows it.
struct PublishedReview {
  int stars = 0;
  std::string title;
  std::string text;
  std::string author;  // the first name only
  int64_t created_ms = 0;
};

/// Returns every review of a product, newest first; none is held back, whatever its stars.
std::vector<PublishedReview> list_product_reviews(Database& database, std::string_view product_id);

}  // namespace postlude::server
