#pragma once

#include <string_view>

namespace postlude::server {

/// Returns what a page tells a shopper whose form (scripts off) or confirmation at the bank did not
/// come to an accepted offer; one sentence in the shop's language for every code.
std::string_view notice_words(std::string_view code);

}  // namespace postlude::server
