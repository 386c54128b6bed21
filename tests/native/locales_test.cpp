#include "bindings/native/locales.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "core/output/phrase_id.h"

namespace postlude::native {
namespace {

namespace fs = std::filesystem;

const Locales& locales() {
  static const Locales kLocales(POSTLUDE_SOURCE_DIR "/web/locales");
  return kLocales;
}

// A message as one text, with <n> for its arguments.
std::string dump(const Message& message) {
  std::string out;
  for (const MessagePiece& piece : message) {
    out += piece.text;
    if (piece.argument >= 0) out += "<" + std::to_string(piece.argument) + ">";
  }
  return out;
}

std::string form(const Phrase& phrase, PluralCategory category) {
  return dump(phrase.forms[static_cast<int>(category)]);
}

TEST(CompilePhrase, CutsAMessageAtItsArguments) {
  const Phrase phrase = compile_phrase("Order {number}, it's {date}!", "number,date");
  EXPECT_EQ(phrase.selector, MessagePiece::kNoArgument);
  EXPECT_EQ(form(phrase, PluralCategory::Other), "Order <0>, it's <1>!");
}

TEST(CompilePhrase, WritesTheWholeMessageForEveryPluralForm) {
  const Phrase phrase = compile_phrase(
      "{title}: {count, plural, one {# star} other {# stars of {title}}}.", "title,count");
  EXPECT_EQ(phrase.selector, 1);
  EXPECT_EQ(form(phrase, PluralCategory::One), "<0>: <1> star.");
  EXPECT_EQ(form(phrase, PluralCategory::Other), "<0>: <1> stars of <0>.");
  EXPECT_EQ(form(phrase, PluralCategory::Few), "");
}

TEST(CompilePhrase, TakesANumberSignOutsideOfAPluralAsItIs) {
  EXPECT_EQ(form(compile_phrase("# {number}", "number"), PluralCategory::Other), "# <0>");
}

TEST(CompilePhrase, RefusesWhatIsNotAMessage) {
  for (const char* message :
       {"{", "}", "{}", "{count", "{total}", "{count,plural,other {x}}", "{count, plural}",
        "{count, plural, one {x}}", "{count, plural, some {x} other {y}}", "{count, plural, other",
        "{count, plural, other {x", "{count, plural, other {x}",
        "{count, plural, =1 {x} other {y}}",
        "{count, plural, other {x}} {count, plural, other {y}}",
        "{count, plural, other {{count, plural, other {y}}}}", "{count, number}"}) {
    EXPECT_THROW(compile_phrase(message, "count,title"), std::runtime_error) << message;
  }
}

TEST(Locales, HoldsEveryPhraseOfEveryLanguage) {
  EXPECT_GE(locales().all().size(), 10u);
  for (const auto& words : locales().all()) {
    EXPECT_EQ(words->phrases.size(), static_cast<size_t>(output::kPhraseCount)) << words->tag;
    EXPECT_EQ(words->direction, words->tag == "ar" ? Direction::Rtl : Direction::Ltr);
  }
}

struct Picked {
  std::vector<std::string> wanted;
  const char* words;
  const char* locale;
};

TEST(Locales, PicksAsThePageDoes) {
  const Picked kRows[] = {
      {{"de"}, "de", "de"},
      {{"de-AT"}, "de", "de-AT"},
      {{"DE_at"}, "de", "de-AT"},
      {{"de-DE-u-co-phonebk"}, "de", "de-DE"},
      {{"pt"}, "pt-BR", "pt"},
      {{"pt-PT"}, "pt-BR", "pt-PT"},
      {{"sv", "nl-BE"}, "nl", "nl-BE"},
      {{"", "fr"}, "fr", "fr"},
      {{"not a tag", "fr"}, "fr", "fr"},
      {{"fil"}, "en", "en"},
      {{}, "en", "en"},
  };
  for (const Picked& row : kRows) {
    const Language language = locales().pick(row.wanted);
    EXPECT_EQ(language.words->tag, row.words) << testing::PrintToString(row.wanted);
    EXPECT_EQ(language.locale, row.locale) << testing::PrintToString(row.wanted);
  }
}

TEST(Locales, NamesTheFileAndThePhraseThatIsWrong) {
  const fs::path folder = fs::temp_directory_path() / ("postlude-" + std::to_string(getpid()));
  fs::create_directories(folder);
  const auto trouble = [&](const std::string& text) -> std::string {
    std::ofstream(folder / "en.json") << text;
    try {
      const Locales read(folder);
      return "";
    } catch (const std::runtime_error& error) {
      return error.what();
    }
  };
  std::string broken = "{";
  for (const output::PhraseRow& row : output::kPhrases) {
    broken += "\"" + std::string(row.key) + "\": \"{total}\",";
  }
  broken.back() = '}';
  EXPECT_NE(trouble("[]").find("en.json: not a JSON object"), std::string::npos);
  EXPECT_NE(trouble("{\"a\": \"b\"}").find("unknown phrase \"a\""), std::string::npos);
  EXPECT_NE(trouble("{}").find("missing phrase \"order.thanks_name\""), std::string::npos);
  EXPECT_NE(trouble(broken).find("\"order.thanks_name\": {total} is not an argument"),
            std::string::npos);
  fs::remove_all(folder);
  EXPECT_THROW(Locales{folder}, std::runtime_error);
}

TEST(CanonicalLanguageTag, KeepsLanguageScriptAndRegion) {
  EXPECT_EQ(canonical_language_tag("SR-latn-rs"), "sr-Latn-RS");
  EXPECT_EQ(canonical_language_tag("es-419"), "es-419");
  for (const char* malformed :
       {"", "-", "e", "12", "de-", "de--AT", "de AT", "toolonglanguage", "de-toolongtag", "<b>"}) {
    EXPECT_EQ(canonical_language_tag(malformed), "") << malformed;
  }
}

TEST(AcceptedLanguages, ReadsTheMostWantedFirst) {
  using Tags = std::vector<std::string>;
  EXPECT_EQ(accepted_languages("de-AT, de;q=0.8 , en;q=0.9,*;q=0.1"), (Tags{"de-AT", "en", "de"}));
  EXPECT_EQ(accepted_languages("fr;q=0, pl"), (Tags{"pl"}));
  EXPECT_EQ(accepted_languages("a;q=2, b;q=1.5, c;q=x, d;q=0.001, e;q=1.000"), (Tags{"e", "d"}));
  EXPECT_EQ(accepted_languages(""), Tags{});
  EXPECT_EQ(accepted_languages(",;,;q=,="), Tags{"="});
  std::string many = "x";
  for (int i = 0; i < 100; ++i) many += ",y" + std::to_string(i);
  EXPECT_EQ(accepted_languages(many).size(), 16u);
}

}  // namespace
}  // namespace postlude::native
