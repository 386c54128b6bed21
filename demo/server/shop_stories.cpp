#include "demo/server/shop_stories.h"

#include <stdexcept>

#include "core/base/json.h"
#include "core/base/json_reader.h"

namespace postlude::server {
namespace {

[[noreturn]] void refuse(const base::Error& error) {
  throw std::runtime_error("catalogue: " + std::string(base::error_name(error.code)) + " at \"" +
                           error.pointer + "\"");
}

}  // namespace

ProductStories read_stories(std::string_view catalogue_json) {
  const base::Result<base::JsonDocument> document = base::parse_json(catalogue_json);
  if (!document) refuse(document.error());
  base::JsonReader in;
  ProductStories stories;
  for (const base::JsonRef product : in.required_array(document.value().root(), "products")) {
    ProductStory story;
    story.story = in.optional_text(product, "story");
    story.weight_g = in.optional_integer(product, "weight_g").value_or(0);
    for (const base::JsonRef detail : in.optional_array(product, "details")) {
      story.details.push_back(
          {in.required_text(detail, "label"), in.required_text(detail, "value")});
    }
    stories.emplace(in.required_text(product, "id"), std::move(story));
  }
  if (in.failed()) refuse(in.error());
  return stories;
}

}  // namespace postlude::server
