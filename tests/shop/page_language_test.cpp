#include "demo/server/page_language.h"

#include <gtest/gtest.h>

namespace postlude::server {
namespace {

const native::Locales& locales() {
  static const native::Locales kLocales(POSTLUDE_SOURCE_DIR "/web/locales");
  return kLocales;
}

struct Row {
  const char* chosen;
  const char* header;
  const char* words;
  const char* locale;
};

void expect_rows(std::initializer_list<Row> rows, bool chosen) {
  for (const Row& row : rows) {
    const PageLanguage page = choose_language(locales(), {row.chosen, row.header}, "en-GB");
    EXPECT_EQ(page.language.words->tag, row.words) << row.chosen << '|' << row.header;
    EXPECT_EQ(page.language.locale, row.locale) << row.chosen << '|' << row.header;
    EXPECT_EQ(page.chosen, chosen) << row.chosen << '|' << row.header;
  }
}

TEST(ChooseLanguage, TakesTheMostWantedOneThatThereIs) {
  expect_rows({{"", "de-AT,de;q=0.9,en;q=0.8", "de", "de-AT"},
               {"", "en;q=0.5, ja;q=0.7", "ja", "ja"},
               {"", "sv, zh;q=0.9, pl;q=0.1", "pl", "pl"},
               {"", "de;q=0, ar", "ar", "ar"},
               {"", "pt-PT", "pt-BR", "pt-PT"},
               {"", "en-US", "en", "en-US"},
               {"", "DE", "de", "de"}},
              false);
}

TEST(ChooseLanguage, TakesTheShopsWhenNobodyAsksForOneThatThereIs) {
  expect_rows({{"", "", "en", "en-GB"},
               {"", "*", "en", "en-GB"},
               {"", "sv,da;q=0.8", "en", "en-GB"},
               {"", "de;q=0", "en", "en-GB"},
               {"", "\xff,;;q=,=", "en", "en-GB"}},
              false);
  EXPECT_EQ(choose_language(locales(), {"", "sv"}, "de-CH").language.locale, "de-CH");
}

TEST(ChooseLanguage, TakesWhatTheReaderChoseBeforeAllElse) {
  expect_rows({{"ja", "de", "ja", "ja"}, {"pt-BR", "de", "pt-BR", "pt-BR"}, {"ar", "", "ar", "ar"}},
              true);
}

TEST(ChooseLanguage, LeavesTheReaderTheirRegion) {
  expect_rows({{"de", "fr, de-AT;q=0.5", "de", "de-AT"},
               {"pt-BR", "pt-PT", "pt-BR", "pt-PT"},
               {"en", "zh, en-US", "en", "en-US"},
               {"en", "de", "en", "en-GB"}},
              true);
}

TEST(ChooseLanguage, PassesOverAChoiceThatIsNone) {
  expect_rows({{"sv", "de", "de", "de"},
               {"de-AT", "ja", "ja", "ja"},
               {"DE", "ja", "ja", "ja"},
               {"../en", "ja", "ja", "ja"}},
              false);
}

}  // namespace
}  // namespace postlude::server
