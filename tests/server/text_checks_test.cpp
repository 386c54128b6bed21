#include "demo/server/text_checks.h"

#include <gtest/gtest.h>

namespace postlude::server {
namespace {

struct Utf8Row {
  std::string_view text;
  bool well_formed;
};

void PrintTo(const Utf8Row& row, std::ostream* out) { *out << testing::PrintToString(row.text); }

class IsUtf8 : public testing::TestWithParam<Utf8Row> {};

TEST_P(IsUtf8, FollowsRfc3629) { EXPECT_EQ(is_utf8(GetParam().text), GetParam().well_formed); }

INSTANTIATE_TEST_SUITE_P(
    Table, IsUtf8,
    testing::Values(Utf8Row{"", true}, Utf8Row{"abc", true}, Utf8Row{"\xc3\xa4", true},
                    Utf8Row{"\xe2\x82\xac", true}, Utf8Row{"\xf0\x9f\x98\x80", true},
                    Utf8Row{"\xf4\x8f\xbf\xbf", true}, Utf8Row{"\x80", false},
                    Utf8Row{"\xc3", false}, Utf8Row{"\xc0\x80", false}, Utf8Row{"\xc1\xbf", false},
                    Utf8Row{"\xe0\x9f\xbf", false}, Utf8Row{"\xed\xa0\x80", false},
                    Utf8Row{"\xf0\x8f\xbf\xbf", false}, Utf8Row{"\xf4\x90\x80\x80", false},
                    Utf8Row{"\xf5\x80\x80\x80", false}, Utf8Row{"\xff", false},
                    Utf8Row{"a\xe2\x82", false}, Utf8Row{"\xe2\x28\xa1", false}));

TEST(IsPlainLine, HasNoControlCharacters) {
  EXPECT_TRUE(is_plain_line("Ada Bäcker"));
  EXPECT_FALSE(is_plain_line("Ada\nX"));
  EXPECT_FALSE(is_plain_line(std::string_view("a\0b", 3)));
  EXPECT_FALSE(is_plain_line("\x7f"));
}

TEST(IsPlainText, MayHaveLineBreaksAndTabs) {
  EXPECT_TRUE(is_plain_text("a\r\n\tb"));
  EXPECT_FALSE(is_plain_text("a\x1b[31mb"));
}

TEST(CodePoints, CountsCharactersNotBytes) { EXPECT_EQ(code_points("aä€😀"), 4u); }

TEST(UnixLines, MakesOneKindOfLineBreak) { EXPECT_EQ(unix_lines("a\r\nb\rc\n"), "a\nb\rc\n"); }

}  // namespace
}  // namespace postlude::server
