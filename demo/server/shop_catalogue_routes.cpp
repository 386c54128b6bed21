#include <algorithm>
#include <optional>

#include "demo/server/catalogue_repository.h"
#include "demo/server/http_answer.h"
#include "demo/server/http_problem.h"
#include "demo/server/shop_cart.h"
#include "demo/server/shop_page.h"
#include "demo/server/shop_reviews.h"
#include "demo/server/shop_sections.h"
#include "demo/server/shop_views.h"

namespace postlude::server {
namespace {

constexpr int64_t kLowStock = 5;
constexpr int kRelatedOfAShelf = 2;
constexpr size_t kEagerPictures = 4;  // the first row; later ones load when they come near

struct Shelf {
  std::string_view id;
  std::string_view title;
  std::string_view note;
  std::string_view back;  // the link from a product back to its shelf
};

constexpr Shelf kCoffee = {"coffee", "Coffee", "Whole beans in 250 g bags", "All coffees"};
constexpr Shelf kGear = {"gear", "Brewing gear", "What we use behind our own counter",
                         "All brewing gear"};

bool in_category(const CatalogueItem& item, std::string_view category) {
  return std::find(item.categories.begin(), item.categories.end(), category) !=
         item.categories.end();
}

const Shelf& shelf_of(const CatalogueItem& item) {
  return in_category(item, "coffee") ? kCoffee : kGear;
}

PageValues shelf_values(const ShopSite& site, const Shelf& shelf,
                        const std::vector<CatalogueItem>& catalogue) {
  PageValues::List products;
  for (const CatalogueItem& item : catalogue) {
    if (&shelf_of(item) != &shelf) continue;
    const bool lazy = &shelf != &kCoffee || products.size() >= kEagerPictures;
    products.push_back(card_values(site, item));
    products.back().flag("lazy", lazy);
  }
  PageValues values;
  values.text("id", std::string(shelf.id))
      .text("title", std::string(shelf.title))
      .text("note", std::string(shelf.note))
      .list("products", std::move(products));
  return values;
}

void show_catalogue(const ShopSite& site, const httplib::Request& request,
                    httplib::Response& response) {
  const std::vector<CatalogueItem> catalogue = list_catalogue(*site.app.databases.lease());
  PageValues values;
  values.list("shelves",
              {shelf_values(site, kCoffee, catalogue), shelf_values(site, kGear, catalogue)});
  send_page(site, request, response,
            {.template_name = "catalogue",
             .title = "Coffee and brewing gear from Leipzig",
             .description = "Small-batch coffee, roasted twice a week in Leipzig, and the tools to "
                            "brew it.",
             .values = std::move(values)});
}

int shared_categories(const CatalogueItem& a, const CatalogueItem& b) {
  int shared = 0;
  for (const std::string& category : a.categories) shared += in_category(b, category) ? 1 : 0;
  return shared;
}

/// What else could be wanted and can be had: the nearest of the product's own shelf and of the
/// other, since coffee wants gear and gear wants coffee.
PageValues::List related_values(const ShopSite& site, const CatalogueItem& product,
                                std::vector<CatalogueItem> catalogue) {
  std::erase_if(catalogue, [&](const CatalogueItem& item) {
    return item.product_id == product.product_id || item.stock == 0;
  });
  std::stable_sort(catalogue.begin(), catalogue.end(), [&](const auto& a, const auto& b) {
    return shared_categories(a, product) > shared_categories(b, product);
  });
  PageValues::List values;
  for (const bool own_shelf : {false, true}) {
    int left = kRelatedOfAShelf;
    for (const CatalogueItem& item : catalogue) {
      if ((&shelf_of(item) == &shelf_of(product)) != own_shelf || left-- <= 0) continue;
      values.push_back(card_values(site, item));
      values.back().flag("lazy", true);
    }
  }
  return values;
}

PageValues::List detail_values(const ProductStory& story) {
  PageValues::List values;
  for (const ProductStory::Detail& detail : story.details) {
    values.emplace_back();
    values.back().text("label", detail.label).text("value", detail.value);
  }
  return values;
}

PageValues::List review_values(const ShopSite& site, const std::vector<PublishedReview>& reviews) {
  PageValues::List values;
  for (const PublishedReview& review : reviews) {
    values.emplace_back();
    values.back()
        .number("stars", review.stars)
        .text("star_text", star_text(review.stars))
        .text("title", review.title)
        .text("text", review.text)
        .text("author", review.author)
        .text("date", site.format.long_date(review.created_ms));
  }
  return values;
}

PageValues product_values(const ShopSite& site, const CatalogueItem& item) {
  const auto story = site.stories.find(item.product_id);
  PageValues values = card_values(site, item);
  values.text("shelf_id", std::string(shelf_of(item).id))
      .text("shelf_title", std::string(shelf_of(item).back))
      .text("image_alt", item.image_alt)
      .text("tax_rate", site.format.percent(item.tax_millionths))
      .flag("requires_shipping", item.requires_shipping)
      .flag("low_stock", item.stock <= kLowStock)
      .number("stock", item.stock)
      .number("max_quantity", max_quantity(item))
      .text("story", story == site.stories.end() ? "" : story->second.story)
      .list("details",
            story == site.stories.end() ? PageValues::List() : detail_values(story->second));
  return values;
}

void show_product(const ShopSite& site, const httplib::Request& request,
                  httplib::Response& response) {
  DatabasePool::Lease database = site.app.databases.lease();
  const std::optional<CatalogueItem> item = find_product(*database, request.matches[1].str());
  if (!item) throw Problem(ProblemCode::NotFound);
  PageValues values = product_values(site, *item);
  PageValues::List reviews = review_values(site, list_product_reviews(*database, item->product_id));
  PageValues::List related = related_values(site, *item, list_catalogue(*database));
  values.flag("has_reviews", !reviews.empty())
      .list("reviews", std::move(reviews))
      .flag("has_related", !related.empty())
      .list("related", std::move(related));
  send_page(site, request, response,
            {.template_name = "product",
             .title = item->title,
             .description = item->description,
             .values = std::move(values)});
}

}  // namespace

void register_catalogue_routes(httplib::Server& server, const ShopSite& site) {
  server.Get("/", page_route(site, "shop catalogue", [&site](const auto& request, auto& response) {
               show_catalogue(site, request, response);
             }));
  server.Get("/product/([a-z0-9-]{1,64})",
             page_route(site, "shop product", [&site](const auto& request, auto& response) {
               show_product(site, request, response);
             }));
}

}  // namespace postlude::server
