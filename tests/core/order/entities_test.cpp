#include "core/order/entities.h"

#include <gtest/gtest.h>

namespace postlude::order {
namespace {

struct Row {
  std::string_view html;
  std::string_view text;
};

const Row kRows[] = {
    {"", ""},
    {"plain", "plain"},
    {"Ship Your Idea &ndash; Color: Black", "Ship Your Idea – Color: Black"},
    {"&amp;&lt;&gt;&quot;&apos;&nbsp;", "&<>\"'\xc2\xa0"},
    {"Woo Album &#8211; 2 &#215; 3 &#x2014; &#X20AC;", "Woo Album – 2 × 3 — €"},
    {"Tom &#038; Jerry&#8217;s &#039;best&#039;", "Tom & Jerry’s 'best'"},
    {"&eacute;&Eacute;&yuml;&thorn;&szlig;&times;&divide;", "éÉÿþß×÷"},
    {"&Alpha;&Rho;&Sigma;&Omega;&omega;&sigmaf;&piv;&thetasym;", "ΑΡΣΩωςϖϑ"},
    {"&euro;&trade;&hellip;&rarr;&infin;&hearts;&diams;&lang;&rang;&lArr;", "€™…→∞♥♦⟨⟩⇐"},
    {"&OElig;&oelig;&Scaron;&Yuml;&fnof;&circ;&tilde;&permil;", "ŒœŠŸƒˆ˜‰"},
    {"&#x1F600;&#128512;", "😀😀"},
    // Once only: what was written as a reference to be read stays one.
    {"&amp;lt;script&amp;gt;", "&lt;script&gt;"},
    {"&amp;amp;", "&amp;"},
    {"&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>"},
    // No reference.
    {"AT&T", "AT&T"},
    {"a & b; c", "a & b; c"},
    {"&", "&"},
    {"&;", "&;"},
    {"&#;", "&#;"},
    {"&#x;", "&#x;"},
    {"&#xZZ;", "&#xZZ;"},
    {"&#12a;", "&#12a;"},
    {"&bogus;", "&bogus;"},
    {"&AMP;", "&AMP;"},
    {"&ndash", "&ndash"},
    {"&copy 2026", "&copy 2026"},
    {"&&amp;&", "&&&"},
    {"&ndash;&", "–&"},
    // Numbers that are no character, and those that browsers read as windows-1252.
    {"&#0;", "\xef\xbf\xbd"},
    {"&#xD800;&#xDFFF;", "\xef\xbf\xbd\xef\xbf\xbd"},
    {"&#x110000;", "\xef\xbf\xbd"},
    {"&#99999999999999999999;", "\xef\xbf\xbd"},
    {"&#x10FFFF;", "\xf4\x8f\xbf\xbf"},
    {"&#150;&#128;&#159;&#146;", "–€Ÿ’"},
    {"&#129;", "\xc2\x81"},
    {"&#9;&#10;", "\t\n"},
    {"&#00000000000000000065;", "A"},
};

TEST(DecodeEntities, ReadsReferencesOnceAndLeavesAllElse) {
  for (const Row& row : kRows) EXPECT_EQ(decode_entities(row.html), row.text) << row.html;
}

TEST(DecodeEntities, KeepsBytesThatAreNoReferenceWhateverTheyAre) {
  std::string bytes;
  for (int byte = 1; byte < 256; ++byte) bytes.push_back(static_cast<char>(byte));
  EXPECT_EQ(decode_entities(bytes), bytes);
}

}  // namespace
}  // namespace postlude::order
