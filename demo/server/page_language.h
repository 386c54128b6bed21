#pragma once

#include <string>
#include <string_view>

#include "bindings/native/locales.h"

namespace postlude::server {

/// What a request says of the language it wants.
struct LanguageWish {
  std::string_view chosen;  // a tag that the reader picked on the page; "" for none
  std::string_view header;  // Accept-Language
};

/// What a page is written in.
struct PageLanguage {
  native::Language language;
  bool chosen = false;  // picked by the reader, not found out from the header
};

/// Returns the language of a page: the one that the reader chose where there are words under just
/// that tag, else the most wanted of the header that there are words for, else the shop's. The
/// region that the reader's header asks for stays ("de-AT" for "de"), or else that of the shop.
PageLanguage choose_language(const native::Locales& locales, const LanguageWish& wish,
                             const std::string& shop_locale);

}  // namespace postlude::server
