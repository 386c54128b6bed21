#include <gtest/gtest.h>

#include <fstream>
#include <iostream>
#include <iterator>

#include "bindings/native/token.h"
#include "core/base/json.h"

// Google's Project Wycheproof: HMAC-SHA-256, 174 vectors, valid and forged.

namespace postlude::native {
namespace {

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

int hex_digit(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }

std::string bytes_of(std::string_view hex) {
  std::string bytes;
  for (size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes.push_back(static_cast<char>(hex_digit(hex[i]) << 4 | hex_digit(hex[i + 1])));
  }
  return bytes;
}

TEST(HmacVectors, EveryValidTagMatchesAndEveryForgedOneDoesNot) {
  const std::string text =
      read_file(POSTLUDE_SOURCE_DIR "/../shared/data/wycheproof/hmac_sha256_test.json");
  if (text.empty()) {
    std::cout << "skipped: no Wycheproof vectors beside the source tree\n";
    return;
  }
  const auto document = base::parse_json(text);
  ASSERT_TRUE(document.ok());
  int valid = 0;
  int forged = 0;
  for (const base::JsonRef group : document.value().root()["testGroups"]) {
    const auto tag_bytes = static_cast<size_t>(group["tagSize"].integer().value_or(0) / 8);
    for (const base::JsonRef row : group["tests"]) {
      const std::string tag = bytes_of(row["tag"].text());
      const std::string mac = hmac_sha256(bytes_of(row["key"].text()), bytes_of(row["msg"].text()));
      const bool matches = equal_in_constant_time(std::string_view(mac).substr(0, tag_bytes), tag);
      const bool wanted = row["result"].text() == "valid";
      EXPECT_EQ(matches, wanted) << row["tcId"].text() << " " << row["comment"].text();
      ++(wanted ? valid : forged);
    }
  }
  EXPECT_EQ(valid + forged, document.value().root()["numberOfTests"].integer());
  EXPECT_GT(valid, 0);
  EXPECT_GT(forged, 0);
}

}  // namespace
}  // namespace postlude::native
