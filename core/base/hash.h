#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace postlude::base {

/// FNV-1a, 64 bit, over bytes. `seed` continues an earlier hash. For identity inside a page, not
/// for secrets.
constexpr uint64_t fnv1a64(std::string_view bytes, uint64_t seed = 0xcbf29ce484222325u) {
  for (const char c : bytes) {
    seed ^= static_cast<unsigned char>(c);
    seed *= 0x100000001b3u;
  }
  return seed;
}

/// Returns 16 lower-case hexadecimal digits.
inline std::string hex64(uint64_t value) {
  std::string out(16, '0');
  for (int i = 15; i >= 0; --i) {
    out[static_cast<size_t>(i)] = "0123456789abcdef"[value & 15];
    value >>= 4;
  }
  return out;
}

}  // namespace postlude::base
