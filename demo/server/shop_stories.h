#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace postlude::server {

/// What only the shop's own pages say of a product; the rest of the catalogue is in the database.
struct ProductStory {
  std::string story;
  struct Detail {
    std::string label;
    std::string value;
  };
  std::vector<Detail> details;
  int64_t weight_g = 0;  // of goods sold by weight, for the price per kilogram; 0: not sold so
};

using ProductStories = std::map<std::string, ProductStory, std::less<>>;

/// Reads the stories from the catalogue's JSON text, by product id. Throws std::runtime_error,
/// naming the place, when it is not a catalogue.
ProductStories read_stories(std::string_view catalogue_json);

}  // namespace postlude::server
