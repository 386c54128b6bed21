#include "core/base/url.h"

#include <gtest/gtest.h>

namespace postlude::base {
namespace {

struct Row {
  std::string_view url;
  UrlReason reason;
};

const Row kRows[] = {
    {"https://shop.example/a?b=c#d", UrlReason::Ok},
    {"HTTP://SHOP.EXAMPLE", UrlReason::Ok},
    {"https://shop.example:8443/x", UrlReason::Ok},
    {"https://[2001:db8::1]:80/", UrlReason::Ok},
    {"https://bücher.example/", UrlReason::Ok},
    {"/orders/1", UrlReason::Ok},
    {"orders/1", UrlReason::Ok},
    {"?order=1", UrlReason::Ok},
    {"#lines", UrlReason::Ok},
    {"a/b:c", UrlReason::Ok},
    {"  /trimmed\n", UrlReason::Ok},
    {"/<script>", UrlReason::Ok},
    {"", UrlReason::Empty},
    {" \t\n", UrlReason::Empty},
    {"javascript:alert(1)", UrlReason::Scheme},
    {"JaVaScRiPt:alert(1)", UrlReason::Scheme},
    {"\x01javascript:alert(1)", UrlReason::Scheme},
    {"data:text/html,<script>alert(1)</script>", UrlReason::Scheme},
    {"vbscript:msgbox", UrlReason::Scheme},
    {"blob:https://x/y", UrlReason::Scheme},
    {"mailto:a@b.example", UrlReason::Scheme},
    {"tel:123", UrlReason::Scheme},
    {"http:/one-slash", UrlReason::Scheme},
    {"https:relative", UrlReason::Scheme},
    {"java\nscript:alert(1)", UrlReason::ControlCharacter},
    {"https://shop.example/a b", UrlReason::ControlCharacter},
    {"/a\x7f", UrlReason::ControlCharacter},
    {std::string_view("/a\0b", 4), UrlReason::ControlCharacter},
    {"//evil.example/x", UrlReason::ProtocolRelative},
    {"/\\evil.example", UrlReason::Backslash},
    {"\\\\evil.example", UrlReason::Backslash},
    {"https:\\\\evil.example", UrlReason::Backslash},
    {"https://user:password@evil.example/", UrlReason::Credentials},
    {"https://shop.example@evil.example", UrlReason::Credentials},
    {"https://", UrlReason::Host},
    {"https:///path", UrlReason::Host},
    {"https://.example", UrlReason::Host},
    {"https://a:b", UrlReason::Host},
    {"https://a:123456", UrlReason::Host},
    {"https://a%2f.example", UrlReason::Host},
    {"https://<b>.example", UrlReason::Host},
    {"https://[::1", UrlReason::Host},
    {"https://[zz]/", UrlReason::Host},
};

TEST(CheckUrl, AcceptsTheWebAndRelativesAndNothingElse) {
  for (const Row& row : kRows) {
    const UrlCheck check = check_url(row.url);
    EXPECT_EQ(url_reason_name(check.reason), url_reason_name(row.reason)) << row.url;
    EXPECT_EQ(check.url.empty(), row.reason != UrlReason::Ok) << row.url;
  }
}

TEST(CheckUrl, KeepsTheTextAsItWasWrittenButForBlanksAround) {
  EXPECT_EQ(check_url("  https://Shop.example/%41?a=ü ").url.text(),
            "https://Shop.example/%41?a=ü");
}

TEST(CheckUrl, RefusesMoreThanTwoThousandFortyEightBytes) {
  const std::string longest = "/" + std::string(2047, 'a');
  EXPECT_EQ(check_url(longest).reason, UrlReason::Ok);
  EXPECT_EQ(check_url(longest + "a").reason, UrlReason::TooLong);
}

TEST(SafeUrl, IsAbsoluteWhenItNamesItsHost) {
  for (const char* url :
       {"https://shop.example/a", "http://shop.example", "HTTPS://SHOP.EXAMPLE"}) {
    EXPECT_TRUE(is_absolute(safe_url(url))) << url;
  }
  for (const char* url : {"/cart", "cart", "a/b:c", "?to=https://shop.example/", "#a:b", "http?:x",
                          "", "javascript:alert(1)", "https://"}) {
    EXPECT_FALSE(is_absolute(safe_url(url))) << url;
  }
}

TEST(SafeUrl, IsEmptyForWhatWasRefused) {
  EXPECT_TRUE(safe_url("javascript:1").empty());
  EXPECT_EQ(safe_url("/x").text(), "/x");
  EXPECT_EQ(SafeUrl().text(), "");
}

}  // namespace
}  // namespace postlude::base
