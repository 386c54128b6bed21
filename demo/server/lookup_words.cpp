#include "demo/server/lookup_words.h"

#include <unicode/plurrule.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <utility>

#include "core/base/json.h"

namespace postlude::server {
namespace {

using native::Message;
using native::MessagePiece;
using native::Phrase;
using native::PluralCategory;

struct WordRow {
  std::string_view id;
  std::string_view placeholder;  // "" for none
};

constexpr WordRow kRows[] = {
    {"language", ""},        // its own name in its own words
    {"languages", ""},       // what the list of languages is called
    {"title", ""},           // of the page
    {"title_error", ""},     // of the page after a mistake
    {"description", ""},     // of the page
    {"order_heading", ""},   // of the form for the whole order
    {"order_hint", ""},      // what it asks for
    {"order_number", ""},    // its first field
    {"contact", ""},         // its second
    {"order_submit", ""},    // its button
    {"parcel_heading", ""},  // of the form for a parcel alone
    {"parcel_hint", ""},     // what it shows
    {"tracking_number", ""},
    {"parcel_submit", ""},
    {"no_order", ""},    // no such order, or another's contact
    {"no_parcel", ""},   // no such parcel
    {"no_number", ""},   // nothing in the field of a number
    {"no_contact", ""},  // nothing in the field of a contact
    {"too_often", "minutes"},
    {"your_parcel", ""},  // title of the parcel's page
    {"whole_order", ""},  // before the link back to the form
    {"whole_order_link", ""},
};

bool uses_argument(const Phrase& phrase) {
  return std::any_of(std::begin(phrase.forms), std::end(phrase.forms), [](const Message& message) {
    return std::any_of(message.begin(), message.end(), [](const MessagePiece& piece) {
      return piece.argument != MessagePiece::kNoArgument;
    });
  });
}

Phrase compile(const WordRow& row, const base::JsonRef& message) {
  const std::string id = '"' + std::string(row.id) + '"';
  if (!message.is_string() || message.text().empty()) {
    throw std::runtime_error("missing word " + id);
  }
  Phrase phrase;
  try {
    phrase = native::compile_phrase(message.text(), row.placeholder);
  } catch (const std::runtime_error& error) {
    throw std::runtime_error(id + ": " + error.what());
  }
  if (!row.placeholder.empty() && !uses_argument(phrase)) {
    throw std::runtime_error(id + " does not say {" + std::string(row.placeholder) + "}");
  }
  return phrase;
}

PluralCategory category_of(const std::string& tag, int64_t number) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::PluralRules> rules(
      icu::PluralRules::forLocale(icu::Locale::forLanguageTag(tag, status), status));
  if (U_FAILURE(status)) return PluralCategory::Other;
  std::string keyword;
  rules->select(static_cast<double>(number)).toUTF8String(keyword);
  return native::plural_category_from(keyword);
}

}  // namespace

LookupWords::LookupWords(std::string_view json, std::string tag) : tag_(std::move(tag)) {
  const base::Result<base::JsonDocument> document = base::parse_json(json);
  if (!document || !document.value().root().is_object()) {
    throw std::runtime_error("not a JSON object");
  }
  const base::JsonRef root = document.value().root();
  for (const base::JsonRef member : root) {
    const auto known = [&](const WordRow& row) { return row.id == member.key(); };
    if (std::none_of(std::begin(kRows), std::end(kRows), known)) {
      throw std::runtime_error("unknown word \"" + std::string(member.key()) + '"');
    }
  }
  for (const WordRow& row : kRows) {
    phrases_.emplace(row.id, compile(row, root[row.id]));
  }
}

std::string LookupWords::text(std::string_view id, int64_t number) const {
  const auto found = phrases_.find(id);
  if (found == phrases_.end()) throw std::out_of_range("no word " + std::string(id));
  const Phrase& phrase = found->second;
  const Message* message = &phrase.forms[static_cast<int>(PluralCategory::Other)];
  if (phrase.selector != MessagePiece::kNoArgument) {
    const Message& form = phrase.forms[static_cast<int>(category_of(tag_, number))];
    if (!form.empty()) message = &form;
  }
  std::string out;
  for (const MessagePiece& piece : *message) {
    out += piece.text;
    if (piece.argument != MessagePiece::kNoArgument) out += std::to_string(number);
  }
  return out;
}

PageValues LookupWords::values() const {
  PageValues values;
  for (const WordRow& row : kRows) {
    if (row.placeholder.empty()) values.text(row.id, text(row.id));
  }
  return values;
}

LookupWordsByTag read_lookup_words(const std::filesystem::path& folder,
                                   const native::Locales& locales) {
  LookupWordsByTag all;
  for (const auto& language : locales.all()) {
    const std::filesystem::path path = folder / ("lookup." + language->tag + ".json");
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path.string());
    const std::string json{std::istreambuf_iterator<char>(in), {}};
    try {
      all.emplace(language->tag, LookupWords(json, language->tag));
    } catch (const std::runtime_error& error) {
      throw std::runtime_error(path.string() + ": " + error.what());
    }
  }
  return all;
}

}  // namespace postlude::server
