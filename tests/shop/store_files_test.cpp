// The files of the demo shop, as the server and the shopper need them.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "core/base/json.h"
#include "core/offer/parse_offers_config.h"
#include "demo/server/shop_stories.h"
#include "demo/server/shop_template.h"

namespace postlude::server {
namespace {

namespace fs = std::filesystem;

const fs::path kStore = fs::path(POSTLUDE_SOURCE_DIR) / "demo/store";
constexpr size_t kMaxPictureBytes = 6 * 1024;

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class StoreFiles : public testing::Test {
 protected:
  const base::Result<base::JsonDocument> catalogue_ =
      base::parse_json(read(kStore / "catalogue.json"));
};

TEST_F(StoreFiles, EveryProductHasAPictureWithWordsAndAStory) {
  ASSERT_TRUE(catalogue_);
  const ProductStories stories = read_stories(read(kStore / "catalogue.json"));
  size_t count = 0;
  for (const base::JsonRef product : catalogue_.value().root()["products"]) {
    const std::string id(product["id"].text());
    const std::string image(product["image"].text());
    ASSERT_TRUE(image.starts_with("/store/")) << id;
    EXPECT_TRUE(fs::exists(kStore / image.substr(7))) << id;
    EXPECT_FALSE(product["image_alt"].text().empty()) << id;
    ASSERT_TRUE(stories.count(id)) << id;
    EXPECT_FALSE(stories.at(id).story.empty()) << id;
    EXPECT_FALSE(stories.at(id).details.empty()) << id;
    ++count;
  }
  EXPECT_GE(count, 10u);
}

TEST_F(StoreFiles, EveryOfferIsOfAProductAndEveryPriceOfAnOffer) {
  const auto document = base::parse_json(read(kStore / "offers.json"));
  ASSERT_TRUE(document);
  const auto config = offer::parse_offers_config(document.value().root());
  ASSERT_TRUE(config) << config.error().pointer;
  std::string offers;
  for (const offer::Candidate& candidate : config.value().candidates) {
    if (candidate.link) continue;  // another seller's, which has no price here
    offers += candidate.offer_id + ' ';
    bool known = false;
    for (const base::JsonRef product : catalogue_.value().root()["products"]) {
      if (product["id"].text() != candidate.product_id) continue;
      known = true;
      EXPECT_EQ(product["sku"].text(), candidate.sku) << candidate.offer_id;
      EXPECT_EQ(product["title"].text(), candidate.title) << candidate.offer_id;
    }
    EXPECT_TRUE(known) << candidate.offer_id;
  }
  const auto prices = base::parse_json(read(kStore / "offer_prices.json"));
  ASSERT_TRUE(prices);
  for (const base::JsonRef row : prices.value().root()["prices"]) {
    EXPECT_NE(offers.find(std::string(row["offer_id"].text()) + ' '), std::string::npos);
  }
}

TEST_F(StoreFiles, PicturesAreSmallAndDrawOnly) {
  for (const auto& entry : fs::directory_iterator(kStore / "img")) {
    const std::string svg = read(entry.path());
    EXPECT_LE(svg.size(), kMaxPictureBytes) << entry.path();
    EXPECT_TRUE(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\"")) << entry.path();
    for (const char* forbidden : {"<script", "href", "url(", "<image", "<foreignObject"}) {
      EXPECT_EQ(svg.find(forbidden), std::string::npos) << entry.path() << ' ' << forbidden;
    }
  }
}

TEST_F(StoreFiles, TemplatesHoldNoInlineStyleOrHandler) {
  EXPECT_NO_THROW(ShopTemplates((kStore / "templates").string()));
  for (const auto& entry : fs::directory_iterator(kStore / "templates")) {
    const std::string html = read(entry.path());
    for (const char* forbidden : {" style=", "<style", " onclick=", " onsubmit=", "javascript:"}) {
      EXPECT_EQ(html.find(forbidden), std::string::npos) << entry.path() << ' ' << forbidden;
    }
  }
}

TEST_F(StoreFiles, AskNoOtherHostForAnything) {
  const std::string css = read(kStore / "store.css");
  EXPECT_EQ(css.find("url("), std::string::npos);
  EXPECT_EQ(css.find("@import"), std::string::npos);
  EXPECT_EQ(read(kStore / "store.js").find("http"), std::string::npos);
}

}  // namespace
}  // namespace postlude::server
