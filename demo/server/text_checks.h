#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace postlude::server {

/// True for well-formed UTF-8 (RFC 3629).
bool is_utf8(std::string_view text);

/// True for one line of UTF-8 without control characters.
bool is_plain_line(std::string_view text);

/// True for UTF-8 without control characters but line breaks and tabs.
bool is_plain_text(std::string_view text);

/// Returns the number of code points of well-formed UTF-8.
size_t code_points(std::string_view text);

/// Returns `text` with CR LF, as forms send line breaks, made LF.
std::string unix_lines(std::string_view text);

}  // namespace postlude::server
