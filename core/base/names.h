#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace postlude::base {

/// Returns the place of `name` in a list of names; `count` when it is none of them.
size_t place_of(const std::string_view* names, size_t count, std::string_view name);

/// Returns the enumerator of that name; `names` are in the order of the enumerators.
template <class Enum, size_t kCount>
std::optional<Enum> enum_from(const std::string_view (&names)[kCount], std::string_view name) {
  const size_t place = place_of(names, kCount, name);
  if (place == kCount) return std::nullopt;
  return static_cast<Enum>(place);
}

}  // namespace postlude::base
