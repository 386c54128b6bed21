#include <gtest/gtest.h>

#include "demo/server/static_files.h"

namespace postlude::server {
namespace {

TEST(MediaType, GoesByTheExtension) {
  EXPECT_EQ(media_type("core.wasm"), "application/wasm");
  EXPECT_EQ(media_type("postlude.js"), "text/javascript; charset=utf-8");
  EXPECT_EQ(media_type("de.json"), "application/json");
  EXPECT_EQ(media_type("wasm"), "application/octet-stream");
  EXPECT_EQ(media_type(""), "application/octet-stream");
}

}  // namespace
}  // namespace postlude::server
