#include "core/output/render_html.h"

#include <gtest/gtest.h>

namespace postlude::output {
namespace {

// Shows a phrase as its number and its string arguments in brackets.
void print_phrase(void*, const View& view, PhraseId id, const uint32_t* args, uint32_t count,
                  std::string& out) {
  out += "#" + std::to_string(static_cast<int>(id));
  for (uint32_t i = 0; i < count; ++i) {
    if (static_cast<ArgKind>(*args & 0xff) == ArgKind::String) {
      out += "[" + std::string(view.string({ValueKind::String, args[1], args[2]})) + "]";
    }
    args += arg_words(*args);
  }
}

std::string html_of(const View& view, std::string_view attributes = {}) {
  std::string out;
  render_html(view, {nullptr, print_phrase}, out, attributes);
  return out;
}

TEST(RenderHtml, EscapesTextAndAttributes) {
  View view;
  ViewBuilder out(view);
  out.begin(TemplateId::Link)
      .url(base::safe_url("/a?b=\"c\"&d=<e>"))
      .string("<script>alert('1')</script> & \"more\"")
      .end();
  EXPECT_EQ(html_of(view),
            "<a data-b class=\"link\" part=\"link\" "
            "href=\"/a?b=&quot;c&quot;&amp;d=&lt;e&gt;\" rel=\"noopener noreferrer\">"
            "&lt;script&gt;alert('1')&lt;/script&gt; &amp; &quot;more&quot;</a>");
}

TEST(RenderHtml, EscapesTheArgumentsOfPhrases) {
  View view;
  ViewBuilder(view)
      .begin(TemplateId::LiteralLine)
      .text({PhraseId::Literal, {std::string_view("<b>")}})
      .end();
  EXPECT_NE(html_of(view).find("[&lt;b&gt;]"), std::string::npos);
}

TEST(RenderHtml, LeavesOutAttributesWithoutValue) {
  View view;
  ViewBuilder(view).begin(TemplateId::Link).url(base::safe_url("javascript:alert(1)")).none().end();
  EXPECT_EQ(html_of(view).find("href"), std::string::npos);
}

TEST(RenderHtml, DoesNotCloseVoidElements) {
  View view;
  ViewBuilder(view).begin(TemplateId::Image).none().token(Token::Empty).end();
  const std::string html = html_of(view);
  EXPECT_EQ(html.find("</img>"), std::string::npos);
  EXPECT_NE(html.find("alt=\"\""), std::string::npos);
}

TEST(RenderHtml, MarksTheRootOfEveryBlock) {
  View view;
  ViewBuilder out(view);
  out.begin(TemplateId::OrderFact).none().begin_list();
  out.begin(TemplateId::LiteralLine, 1).string("a").end();
  out.begin(TemplateId::LiteralLine, 2).string("b").end();
  out.end_list().end();
  const std::string html = html_of(view, " lang=\"de\"");
  size_t marks = 0;
  for (size_t at = html.find("data-b"); at != std::string::npos; at = html.find("data-b", at + 1)) {
    ++marks;
  }
  EXPECT_EQ(marks, view.blocks.size());
  EXPECT_EQ(html.find(" lang=\"de\""), std::string("<div data-b").size());
}

}  // namespace
}  // namespace postlude::output
