#include "core/base/hash.h"

#include <gtest/gtest.h>

namespace postlude::base {
namespace {

// Vectors of the FNV reference code (http://www.isthe.com/chongo/tech/comp/fnv, read 2026-11).
TEST(Fnv1a64, AgreesWithTheReferenceVectors) {
  EXPECT_EQ(fnv1a64(""), 0xcbf29ce484222325u);
  EXPECT_EQ(fnv1a64("a"), 0xaf63dc4c8601ec8cu);
  EXPECT_EQ(fnv1a64("foobar"), 0x85944171f73967e8u);
}

TEST(Fnv1a64, ContinuesFromASeed) { EXPECT_EQ(fnv1a64("bar", fnv1a64("foo")), fnv1a64("foobar")); }

TEST(Fnv1a64, ReadsBytesAboveSevenBitsAsUnsigned) {
  EXPECT_EQ(fnv1a64("\xff"), (0xcbf29ce484222325u ^ 0xffu) * 0x100000001b3u);
}

TEST(Hex64, WritesSixteenDigits) {
  EXPECT_EQ(hex64(0), "0000000000000000");
  EXPECT_EQ(hex64(0xaf63dc4c8601ec8cu), "af63dc4c8601ec8c");
}

}  // namespace
}  // namespace postlude::base
