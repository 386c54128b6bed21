#include "bindings/native/base64url.h"

#include <gtest/gtest.h>

namespace postlude::native {
namespace {

TEST(Base64url, ReadsTheVectorsOfRfc4648WithoutPadding) {
  struct Row {
    std::string_view text;
    std::string_view bytes;
  };
  constexpr Row kRows[] = {
      {"", ""},           {"Zg", "f"},          {"Zm8", "fo"},          {"Zm9v", "foo"},
      {"Zm9vYg", "foob"}, {"Zm9vYmE", "fooba"}, {"Zm9vYmFy", "foobar"}, {"-_-_", "\xfb\xff\xbf"}};
  for (const Row& row : kRows) {
    EXPECT_EQ(decode_base64url(row.text), std::optional<std::string>(row.bytes)) << row.text;
  }
}

TEST(Base64url, RefusesEveryOtherText) {
  constexpr std::string_view kBad[] = {
      "Z",         // no byte is six bits
      "Zg==",      // padding
      "Zh",        // the last four bits belong to no byte
      "Zm9",       // the last two bits belong to no byte
      "+/+/",      // the other alphabet
      "Zm 9v",     // white space
      "Zm9v\n",    // a line end
      "Zm9v.Zm9v"  // a dot
  };
  for (const std::string_view text : kBad) EXPECT_EQ(decode_base64url(text), std::nullopt) << text;
  EXPECT_EQ(decode_base64url(std::string_view("Zm9\0", 4)), std::nullopt);
}

}  // namespace
}  // namespace postlude::native
