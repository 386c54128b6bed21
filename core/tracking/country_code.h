#pragma once

#include <string>
#include <string_view>

namespace postlude::tracking {

/// Returns the ISO 3166-1 alpha-2 code of an alpha-3 code in capitals ("DEU" -> "DE"); any other
/// text as it is.
std::string country_code(std::string_view text);

}  // namespace postlude::tracking
