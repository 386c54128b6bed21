#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace postlude::native {

/// Returns the bytes of unpadded base64url (RFC 4648, section 5). Nothing for any other text: other
/// characters, padding, an impossible length, bits set that belong to no byte.
std::optional<std::string> decode_base64url(std::string_view text);

}  // namespace postlude::native
