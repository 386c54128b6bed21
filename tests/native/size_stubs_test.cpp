#include "bindings/wasm/size_stubs.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <cmath>
#include <cstdlib>
#include <string>

namespace postlude::wasm {
namespace {

// What a JSON number can look like, and what lies next to it.
const char* const kNumbers[] = {
    "0", "-0", "0.0", "1", "-1", "12.50", "0.1", "123456789012345678901234567890", "1e5", "1E5",
    "1e+5", "1e-5", "-12.5e3", "2.2250738585072014e-308", "5e-324", "1e-400", "0e999999999999",
    "0.000000000000000000000000000001", "3.14159265358979323846264338327950288", "1e22", "1e23",
    "9007199254740993", "1.7976931348623157e308", "179769313486231570e291",
    "0.00017976931348623157e312",
    // not a number, or followed by something else
    "", "-", "+", ".", "e5", "1e", "1e+", "1.", ".5", "12abc", "1.2.3", "1e5.5", "--1"};

TEST(ParseDouble, AgreesWithTheCLibraryToThirteenDigits) {
  for (const char* text : kNumbers) {
    char *ours_end = nullptr, *libc_end = nullptr;
    const double ours = parse_double(text, &ours_end);
    const double libc = std::strtod(text, &libc_end);
    EXPECT_EQ(ours_end, libc_end) << '"' << text << '"';
    EXPECT_EQ(std::signbit(ours), std::signbit(libc)) << '"' << text << '"';
    EXPECT_LE(std::fabs(ours - libc), std::fabs(libc) * 1e-13 + 1e-320) << '"' << text << '"';
  }
}

std::string with_exponent(const std::string& digits, int exponent) {
  return digits + "e" + std::to_string(exponent);
}

TEST(ParseDouble, KnowsExactlyWhereInfinityBegins) {
  // 2^1024 - 2^970 rounds to infinity, one less does not.
  const std::string first =
      "17976931348623158079372897140530341507993413271003782693617377898044496829276475094664901797"
      "7587"
      "20709633028641669288791094655554785194040263065748867150582068190890200070838367627385484581"
      "7711"
      "53176447573027006985557136695962284291481986083493647529271907416844436551070434271155969950"
      "8093"
      "042880177904174497792";
  std::string last = first;
  last.back() = '1';
  const std::string cases[] = {
      first,
      last,
      first + ".000",
      last + ".999999999999999999999",
      first + "." + std::string(400, '0') + "1",
      with_exponent(first, -309) + "0",
      "0.0" + with_exponent(first, 310),
      "0.0" + with_exponent(last, 310),
      with_exponent(first, 0),
      "1.7976931348623158e308",
      "1.7976931348623159e308",
      "1e308",
      "1e309",
      "-1e309",
      "1e999999999999999999999",
      "-1e-999999999999999999999",
      std::string(400, '9'),
      "0." + std::string(400, '0') + "1e709",
      "0." + std::string(400, '0') + "1e710",
      std::string(400, '1') + "e-92",
      std::string(400, '1') + "e-91",
  };
  for (const std::string& text : cases) {
    const double ours = parse_double(text.c_str(), nullptr);
    const double libc = std::strtod(text.c_str(), nullptr);
    EXPECT_EQ(std::isinf(ours), std::isinf(libc)) << text;
    EXPECT_EQ(ours > 0, libc > 0) << text;
  }
}

TEST(ParseIntegers, AgreeWithTheCLibrary) {
  for (const char* text : {"0", "7", "42", "007", "18446744073709551615", "18446744073709551616",
                           "18446744073709551617", "99999999999999999999999", "9223372036854775807",
                           "9223372036854775808", "12x", "", "x"}) {
    char *ours_end = nullptr, *libc_end = nullptr;
    errno = 0;
    const auto ours = parse_unsigned(text, &ours_end);
    const int ours_errno = errno;
    errno = 0;
    const auto libc = std::strtoull(text, &libc_end, 10);
    EXPECT_EQ(ours, libc) << text;
    EXPECT_EQ(ours_errno, errno) << text;
    EXPECT_EQ(ours_end, libc_end) << text;
  }
  for (const char* text :
       {"0", "-0", "5", "-5", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
        "-9223372036854775809", "-99999999999999999999999", "-12x", "-", "", "x"}) {
    char *ours_end = nullptr, *libc_end = nullptr;
    errno = 0;
    const auto ours = parse_signed(text, &ours_end);
    const int ours_errno = errno;
    errno = 0;
    const auto libc = std::strtoll(text, &libc_end, 10);
    EXPECT_EQ(ours, libc) << text;
    EXPECT_EQ(ours_errno, errno) << text;
    EXPECT_EQ(ours_end, libc_end) << text;
  }
}

}  // namespace
}  // namespace postlude::wasm
