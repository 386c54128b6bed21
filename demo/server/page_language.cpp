#include "demo/server/page_language.h"

#include <algorithm>
#include <vector>

namespace postlude::server {
namespace {

std::string_view language_of(std::string_view tag) { return tag.substr(0, tag.find('-')); }

}  // namespace

PageLanguage choose_language(const native::Locales& locales, const LanguageWish& wish,
                             const std::string& shop_locale) {
  std::vector<std::string> wanted = native::accepted_languages(wish.header);
  wanted.push_back(shop_locale);
  const bool chosen =
      std::any_of(locales.all().begin(), locales.all().end(),
                  [&](const auto& language) { return language->tag == wish.chosen; });
  if (!chosen) return {locales.pick(wanted), false};
  for (const std::string& tag : wanted) {
    if (language_of(native::canonical_language_tag(tag)) != language_of(wish.chosen)) continue;
    native::Language regional = locales.pick({tag});
    if (regional.words->tag == wish.chosen) return {std::move(regional), true};
  }
  return {locales.pick({std::string(wish.chosen)}), true};
}

}  // namespace postlude::server
