#include "demo/server/lookup_words.h"

#include <gtest/gtest.h>
#include <unicode/plurrule.h>
#include <unicode/strenum.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <set>
#include <stdexcept>

namespace postlude::server {
namespace {

namespace fs = std::filesystem;

const fs::path kWords = fs::path(POSTLUDE_SOURCE_DIR) / "demo/store/words";

const native::Locales& locales() {
  static const native::Locales kLocales(POSTLUDE_SOURCE_DIR "/web/locales");
  return kLocales;
}

std::string english() {
  std::ifstream in(kWords / "lookup.en.json", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// What is wrong with a file, "" for nothing.
std::string trouble_with(const std::string& json) {
  try {
    LookupWords words(json, "en");
    return "";
  } catch (const std::runtime_error& error) {
    return error.what();
  }
}

std::string replaced(std::string text, const std::string& old, const std::string& by) {
  const size_t at = text.find(old);
  EXPECT_NE(at, std::string::npos) << old;
  return text.replace(at, old.size(), by);
}

TEST(LookupWordsTest, AreThereForEveryLanguageOfTheWidgets) {
  const LookupWordsByTag all = read_lookup_words(kWords, locales());
  EXPECT_EQ(all.size(), locales().all().size());
  std::set<std::string> names;
  for (const auto& [tag, words] : all) names.insert(words.text("language"));
  EXPECT_EQ(names.size(), all.size());
  for (const auto& file : fs::directory_iterator(kWords)) {
    const std::string tag = file.path().stem().extension().string().substr(1);
    EXPECT_TRUE(all.contains(tag)) << file.path();
  }
}

TEST(LookupWordsTest, CountMinutesByTheRulesOfTheirLanguage) {
  const LookupWordsByTag all = read_lookup_words(kWords, locales());
  const struct {
    const char* tag;
    int64_t minutes;
    const char* part;
  } rows[] = {
      {"en", 1, "wait a minute."},
      {"en", 2, "wait 2 minutes."},
      {"de", 1, "bitte eine Minute."},
      {"de", 15, "bitte 15 Minuten."},
      {"fr", 1, "une minute."},
      {"fr", 15, "15 minutes."},
      {"pl", 1, "minutę."},
      {"pl", 3, "3 minuty."},
      {"pl", 5, "5 minut."},
      {"pl", 22, "22 minuty."},
      {"ja", 1, "1分"},
      {"ja", 15, "15分"},
      {"ar", 1, "دقيقة واحدة"},
      {"ar", 2, "دقيقتين"},
      {"ar", 3, "3 دقائق"},
      {"ar", 11, "11 دقيقة"},
  };
  for (const auto& row : rows) {
    const std::string text = all.at(row.tag).text("too_often", row.minutes);
    EXPECT_NE(text.find(row.part), std::string::npos) << row.tag << ' ' << text;
  }
}

TEST(LookupWordsTest, AreWordsOfTheirOwnForEveryPluralCategory) {
  for (const auto& language : locales().all()) {
    std::ifstream in(kWords / ("lookup." + language->tag + ".json"), std::ios::binary);
    const std::string json{std::istreambuf_iterator<char>(in), {}};
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::PluralRules> rules(
        icu::PluralRules::forLocale(icu::Locale::forLanguageTag(language->tag, status), status));
    const std::unique_ptr<icu::StringEnumeration> keywords(rules->getKeywords(status));
    while (const char* keyword = keywords->next(nullptr, status)) {
      EXPECT_NE(json.find(std::string(keyword) + " {"), std::string::npos)
          << language->tag << ' ' << keyword;
    }
  }
}

TEST(LookupWordsTest, RefuseAFileThatIsNotOne) {
  EXPECT_EQ(trouble_with(english()), "");
  EXPECT_EQ(trouble_with("{"), "not a JSON object");
  EXPECT_EQ(trouble_with("[]"), "not a JSON object");
  EXPECT_EQ(trouble_with(replaced(english(), R"("no_parcel":)", R"("no_parcels":)")),
            "unknown word \"no_parcels\"");
  EXPECT_EQ(trouble_with(replaced(english(), R"("language": "English",)", "")),
            "missing word \"language\"");
  EXPECT_EQ(trouble_with(replaced(english(), R"("English")", R"("")")),
            "missing word \"language\"");
  EXPECT_EQ(trouble_with(replaced(english(), R"("English")", "7")), "missing word \"language\"");
}

TEST(LookupWordsTest, RefuseAPlaceholderThatDoesNotBelongThere) {
  EXPECT_EQ(trouble_with(replaced(english(), R"("English")", R"("English {minutes}")"))
                .find("\"language\": {minutes} is not an argument"),
            0u);
  EXPECT_EQ(trouble_with(replaced(english(), "{minutes,", "{hours,"))
                .find("\"too_often\": {hours} is not an argument"),
            0u);
  EXPECT_EQ(trouble_with(replaced(english(), "# minutes", "some minutes")),
            "\"too_often\" does not say {minutes}");
}

TEST(LookupWordsTest, NameTheFileThatCannotBeRead) {
  const fs::path folder =
      fs::temp_directory_path() / ("lookup_words_test." + std::to_string(::getpid()));
  fs::copy(kWords, folder);
  fs::remove(folder / "lookup.pl.json");
  try {
    read_lookup_words(folder, locales());
    ADD_FAILURE();
  } catch (const std::runtime_error& error) {
    EXPECT_EQ(std::string(error.what()), "cannot read " + (folder / "lookup.pl.json").string());
  }
  std::ofstream(folder / "lookup.pl.json") << "{}";
  try {
    read_lookup_words(folder, locales());
    ADD_FAILURE();
  } catch (const std::runtime_error& error) {
    EXPECT_EQ(std::string(error.what()),
              (folder / "lookup.pl.json").string() + ": missing word \"language\"");
  }
  fs::remove_all(folder);
}

TEST(LookupWordsTest, AskForAnIdThatExists) {
  EXPECT_THROW((void)LookupWords(english(), "en").text("title_"), std::out_of_range);
}

}  // namespace
}  // namespace postlude::server
