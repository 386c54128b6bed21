#include "demo/server/shop_template.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace postlude::server {
namespace {

namespace fs = std::filesystem;

class Templates : public testing::Test {
 protected:
  void SetUp() override {
    directory_ = fs::temp_directory_path() / ("shop_template_test." + std::to_string(::getpid()));
    fs::create_directories(directory_);
  }
  void TearDown() override { fs::remove_all(directory_); }

  void write(const std::string& name, const std::string& text) const {
    std::ofstream(directory_ / name) << text;
  }
  std::string render(const PageValues& values) const {
    return ShopTemplates(directory_.string()).render("page", values);
  }

  fs::path directory_;
};

using ShopTemplatesTest = Templates;

TEST_F(ShopTemplatesTest, EscapesEveryValue) {
  write("page.html", R"(<a title="{{v}}">{{v}}</a>)");
  PageValues values;
  values.text("v", R"(<script>"&'</script>)");
  EXPECT_EQ(render(values), R"(<a title="&lt;script&gt;&quot;&amp;&apos;&lt;/script&gt;">)"
                            R"(&lt;script&gt;&quot;&amp;&apos;&lt;/script&gt;</a>)");
}

TEST_F(ShopTemplatesTest, DoesNotReadAValueAsATemplate) {
  write("page.html", "{{v}} {{{v}}}");
  PageValues values;
  values.text("v", "{{secret}}{{> page}}").text("secret", "told");
  EXPECT_EQ(render(values), "{{secret}}{{&gt; page}} {{secret}}{{> page}}");
}

TEST_F(ShopTemplatesTest, LeavesOutSectionsOfEmptyTextsFalseFlagsAndEmptyLists) {
  write("page.html", "{{#t}}t{{/t}}{{#f}}f{{/f}}{{#l}}l{{/l}}{{^t}}none{{/t}}");
  PageValues values;
  values.text("t", "").flag("f", false).list("l", {});
  EXPECT_EQ(render(values), "none");
}

TEST_F(ShopTemplatesTest, FillsAPartialForEveryItem) {
  write("page.html", "{{#items}}{{> _item}}{{/items}}");
  write("_item.html", "[{{name}}]");
  PageValues::List items(2);
  items[0].text("name", "ä");
  items[1].text("name", "b");
  PageValues values;
  values.list("items", items);
  EXPECT_EQ(render(values), "[ä][b]");
}

TEST_F(ShopTemplatesTest, AllowsAValueWithTheNameOfATemplate) {
  write("page.html", "{{#page}}{{page}}{{/page}}{{> _part}}");
  write("_part.html", "{{part}}");
  PageValues values;
  values.text("page", "v").text("part", "p");
  EXPECT_EQ(render(values), "vp");
}

TEST_F(ShopTemplatesTest, RefusesABrokenTemplateAtTheStart) {
  write("page.html", "{{#open}}");
  EXPECT_THROW(ShopTemplates(directory_.string()), std::runtime_error);
}

TEST_F(ShopTemplatesTest, ThrowsForATemplateThatDoesNotExist) {
  write("other.html", "");
  EXPECT_THROW(render({}), std::out_of_range);
}

}  // namespace
}  // namespace postlude::server
