#pragma once

#include <string>
#include <string_view>

namespace postlude::server {

/// Returns `count` bytes that nobody can guess.
std::string random_bytes(size_t count);

/// Returns prefix + 32 hexadecimal digits (128 random bits).
std::string random_id(std::string_view prefix);

}  // namespace postlude::server
