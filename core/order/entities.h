#pragma once

#include <string>
#include <string_view>

namespace postlude::order {

/// Returns `html_text` with character references decoded once: the 252 names of HTML 4 plus
/// `&apos;`,
/// `&#8211;` and `&#x2013;`. What is not such a reference, or lacks its semicolon, stays as it is,
/// so that "AT&T" and "&amp;lt;" keep their meaning. Numbers that are no character become U+FFFD.
/// The result is text, never markup.
std::string decode_entities(std::string_view html_text);

}  // namespace postlude::order
