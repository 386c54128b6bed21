#include "bindings/native/format_text.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>

#include "core/base/json.h"
#include "core/base/source_time.h"
#include "core/output/template_id.h"
#include "core/output/text.h"

namespace postlude::native {
namespace {

using base::JsonRef;
using output::Arg;
using output::ArgKind;
using output::PhraseId;
using output::Text;

const Locales& locales() {
  static const Locales kLocales(POSTLUDE_SOURCE_DIR "/web/locales");
  return kLocales;
}

// Versions of ICU differ in which space they put before AM, between groups of digits, and around a
// currency; nothing else is forgiven.
std::string with_plain_spaces(std::string text) {
  for (const std::string_view space : {"\u202f", "\u00a0"}) {
    for (size_t at; (at = text.find(space)) != std::string::npos;) {
      text.replace(at, space.size(), " ");
    }
  }
  return text;
}

PhraseId phrase_of(std::string_view key) {
  for (int i = 0; i < output::kPhraseCount; ++i) {
    if (output::kPhrases[i].key == key) return static_cast<PhraseId>(i);
  }
  ADD_FAILURE() << "no phrase " << key;
  return PhraseId::Literal;
}

base::SourceTime time_of(JsonRef iso) { return base::parse_source_time(iso.text()).value(); }

Arg arg_of(JsonRef object) {
  const JsonRef value = *object.begin();
  const std::string_view kind = value.key();
  if (kind == "string") return Arg(value.text());
  if (kind == "number") return Arg::of_number(value.integer().value());
  if (kind == "date") return output::date_arg(time_of(value));
  if (kind == "weekday") return output::weekday_arg(time_of(value));
  if (kind == "date_time") return output::moment_arg(time_of(value));
  if (kind == "phrase") return Arg(phrase_of(value.text()));
  if (kind == "ago") {
    const std::string_view unit = value.at(1).text();
    const int64_t minutes = unit == "minute" ? 1 : unit == "hour" ? 60 : 24 * 60;
    return Arg::of_ago(value.at(0).integer().value() * minutes);
  }
  if (kind == "country") return Arg::of_country(value.text());
  EXPECT_EQ(kind, "money");
  return Arg(
      base::Money{value.at(0).integer().value(), base::parse_currency(value.at(1).text()).value()});
}

std::string format(const output::TextFormatter& formatter, const Text& text) {
  output::View view;
  output::ViewBuilder(view).begin(output::TemplateId::LiteralLine).text(text).end();
  std::string out;
  const uint32_t* words = view.words.data();
  formatter.format(formatter.context, view, text.id, words + 1, *words >> 16, out);
  return out;
}

std::string format_in(const std::string& locale, const Text& text) {
  FormatText formatter(locales().pick({locale}));
  return format(formatter.formatter(), text);
}

TEST(FormatText, ReadsAsTheBrowserDoes) {
  std::ifstream file(POSTLUDE_SOURCE_DIR "/tests/support/format-cases.json", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const auto document = base::parse_json(bytes);
  ASSERT_TRUE(document.ok());
  std::map<std::string, FormatText> formatters;
  size_t cases = 0;
  for (const JsonRef row : document.value().root()["cases"]) {
    const std::string locale(row["locale"].text());
    Text text(phrase_of(row["phrase"].text()));
    for (const JsonRef arg : row["args"]) text.args[text.count++] = arg_of(arg);
    auto& formatter = formatters.try_emplace(locale, locales().pick({locale})).first->second;
    EXPECT_EQ(with_plain_spaces(format(formatter.formatter(), text)),
              with_plain_spaces(std::string(row["text"].text())))
        << locale << " " << row["phrase"].text();
    ++cases;
  }
  EXPECT_GT(cases, 400u);
}

TEST(FormatText, SaysTheSameAgainFromWhatItKept) {
  FormatText german(locales().pick({"de"}));
  const Text text(PhraseId::Amount, {base::Money{1234, *base::parse_currency("EUR")}});
  const std::string first = format(german.formatter(), text);
  for (int64_t minor = 0; minor < 5'000; ++minor) {
    format(german.formatter(), Text(PhraseId::Amount, {base::Money{minor, {}}}));
  }
  EXPECT_EQ(format(german.formatter(), text), first);
}

TEST(FormatText, WritesAnAmountWithoutCurrencyAsANumber) {
  EXPECT_EQ(format_in("de", Text(PhraseId::Amount, {base::Money{123456, {}}})), "1.234,56");
}

TEST(FormatText, WritesNothingForADateThatIsNotKnown) {
  EXPECT_EQ(format_in("en", Text(PhraseId::Moment, {output::date_arg({})})), "");
}

TEST(FormatText, WritesTheSourcesOwnClockWhateverItsOffset) {
  const auto time = base::parse_source_time("2026-11-03T23:26:00-07:00").value();
  EXPECT_EQ(format_in("de", Text(PhraseId::Moment, {output::moment_arg(time)})), "3. Nov., 23:26");
}

TEST(FormatText, IsolatesStringsOnlyInTextFromRightToLeft) {
  EXPECT_EQ(format_in("ar", Text(PhraseId::Literal, {Arg(std::string_view("A-1"))})),
            "\u2068A-1\u2069");
  EXPECT_EQ(format_in("en", Text(PhraseId::Literal, {Arg(std::string_view("A-1"))})), "A-1");
}

TEST(FormatText, SaysNothingForAnUnknownPhrase) {
  FormatText english(locales().pick({}));
  const output::TextFormatter formatter = english.formatter();
  std::string out;
  formatter.format(formatter.context, output::View{}, static_cast<PhraseId>(output::kPhraseCount),
                   nullptr, 0, out);
  EXPECT_EQ(out, "");
}

TEST(FormatText, LeavesOutAnArgumentThatIsNotThere) {
  EXPECT_EQ(format_in("en", Text(PhraseId::OrderNumber)), "Order ");
}

TEST(FormatText, KeepsOneFormatterALanguageAndThread) {
  const Language german = locales().pick({"de"});
  const void* first = thread_formatter(german).context;
  EXPECT_EQ(thread_formatter(german).context, first);
  EXPECT_NE(thread_formatter(locales().pick({"de-AT"})).context, first);
  for (int i = 0; i < 100; ++i) {
    const std::string region{static_cast<char>('A' + i / 26), static_cast<char>('A' + i % 26)};
    const auto formatter = thread_formatter(locales().pick({"de-" + region}));
    EXPECT_EQ(format(formatter, PhraseId::OrderTotals), "Beträge");
  }
}

}  // namespace
}  // namespace postlude::native
