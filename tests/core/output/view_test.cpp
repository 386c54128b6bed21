#include "core/output/view.h"

#include <gtest/gtest.h>

#include "core/output/dump.h"

namespace postlude::output {
namespace {

View line_of(std::string_view text) {
  View view;
  ViewBuilder(view).begin(TemplateId::LiteralLine).string(text).end();
  return view;
}

TEST(ViewBuilder, PrintsWhatWasBuilt) {
  View view;
  ViewBuilder out(view);
  out.begin(TemplateId::OrderFact).text(PhraseId::OrderAddress).begin_list();
  out.begin(TemplateId::LiteralLine, 1).string("Ada").end();
  out.begin(TemplateId::LiteralLine, 2).string("").end();
  out.end_list().end();
  std::string printed;
  dump_view(view, printed);
  EXPECT_EQ(printed,
            "OrderFact\n  0 order.address\n  1 [2]\n    LiteralLine\n      0 \"Ada\"\n"
            "    LiteralLine\n      0 -\n");
}

TEST(ViewBuilder, TrapsWhenAHoleIsLeftOpen) {
  View view;
  ViewBuilder out(view);
  out.begin(TemplateId::LiteralLine);
  EXPECT_DEATH(out.end(), "");
}

TEST(SameValue, ComparesStringsByContent) {
  const View a = line_of("same");
  const View b = line_of("same");
  const View c = line_of("other");
  EXPECT_TRUE(same_value(a, a.values[0], b, b.values[0]));
  EXPECT_FALSE(same_value(a, a.values[0], c, c.values[0]));
}

struct PhraseRow2 {
  const char* name;
  Text left;
  Text right;
  bool same;
};

TEST(SameValue, ComparesPhrasesByTheirArguments) {
  const base::Currency eur = *base::parse_currency("EUR");
  const base::Currency jpy = *base::parse_currency("JPY");
  const auto day = *base::parse_source_time("2026-11-03");
  const auto next = *base::parse_source_time("2026-11-04");
  const PhraseRow2 rows[] = {
      {"no arguments", PhraseId::OrderThanks, PhraseId::OrderThanks, true},
      {"other phrase", PhraseId::OrderThanks, PhraseId::OrderTest, false},
      {"same money",
       {PhraseId::Amount, {base::Money{5, eur}}},
       {PhraseId::Amount, {base::Money{5, eur}}},
       true},
      {"other currency",
       {PhraseId::Amount, {base::Money{5, eur}}},
       {PhraseId::Amount, {base::Money{5, jpy}}},
       false},
      {"beyond 32 bits",
       {PhraseId::Amount, {base::Money{int64_t{1} << 40, eur}}},
       {PhraseId::Amount, {base::Money{0, eur}}},
       false},
      {"other day",
       {PhraseId::Moment, {moment_arg(day)}},
       {PhraseId::Moment, {moment_arg(next)}},
       false},
      {"other string of the same length",
       {PhraseId::Literal, {std::string_view("ab")}},
       {PhraseId::Literal, {std::string_view("ac")}},
       false},
  };
  for (const PhraseRow2& row : rows) {
    View left, right;
    ViewBuilder(left).begin(TemplateId::LiteralLine).text(row.left).end();
    ViewBuilder(right).begin(TemplateId::LiteralLine).text(row.right).end();
    EXPECT_EQ(same_value(left, left.values[0], right, right.values[0]), row.same) << row.name;
  }
}

}  // namespace
}  // namespace postlude::output
