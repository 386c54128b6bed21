#include "bindings/native/base64url.h"

#include <cstdint>

namespace postlude::native {
namespace {

constexpr int kNoDigit = -1;

int digit_value(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '-') return 62;
  return c == '_' ? 63 : kNoDigit;
}

}  // namespace

std::optional<std::string> decode_base64url(std::string_view text) {
  if (text.size() % 4 == 1) return std::nullopt;
  std::string bytes;
  bytes.reserve(text.size() / 4 * 3 + 2);
  uint32_t bits = 0;
  int held = 0;
  for (const char c : text) {
    const int digit = digit_value(c);
    if (digit == kNoDigit) return std::nullopt;
    bits = bits << 6 | static_cast<uint32_t>(digit);
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes.push_back(static_cast<char>(bits >> held & 0xff));
    bits &= (1u << held) - 1;
  }
  // Two texts must not stand for the same bytes.
  if (bits != 0) return std::nullopt;
  return bytes;
}

}  // namespace postlude::native
