#include "demo/server/widgets.h"

#include <gtest/gtest.h>

#include "tests/server/temporary_database.h"

namespace postlude::server {
namespace {

Options options_of(const TemporaryDatabase& temporary) {
  const std::string source = POSTLUDE_SOURCE_DIR;
  Options options;
  options.db = temporary.path();
  options.clock = "2026-11-02T10:00:00Z";
  options.store_dir = source + "/demo/store";
  options.locales_dir = source + "/web/locales";
  return options;
}

TEST(RenderDocument, LeavesThePageItsFallbacksWhereNothingCanBeDrawn) {
  const TemporaryDatabase temporary;
  const App app(options_of(temporary));
  for (const std::string document : {R"({"version":1,"offers":7})", "", "<!doctype html>"}) {
    const PageWidgets widgets =
        render_document(app, document, "ord_1", {"offer", "order"}, "/thank-you");
    EXPECT_EQ(widgets.elements, (std::vector<std::string>{"<postlude-offer></postlude-offer>",
                                                          "<postlude-order></postlude-order>"}));
    EXPECT_EQ(widgets.state, "");
  }
}

}  // namespace
}  // namespace postlude::server
