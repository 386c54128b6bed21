#include "demo/server/random_id.h"

#include <sys/random.h>

#include <stdexcept>

namespace postlude::server {

std::string random_bytes(size_t count) {
  std::string bytes(count, '\0');
  // Up to 256 bytes getrandom() neither fails nor returns less, once the kernel is seeded.
  if (count > 256 || getrandom(bytes.data(), count, 0) != static_cast<ssize_t>(count)) {
    throw std::runtime_error("no random bytes");
  }
  return bytes;
}

std::string random_id(std::string_view prefix) {
  std::string id(prefix);
  for (const char c : random_bytes(16)) {
    const auto byte = static_cast<unsigned char>(c);
    id += "0123456789abcdef"[byte >> 4];
    id += "0123456789abcdef"[byte & 15];
  }
  return id;
}

}  // namespace postlude::server
