#pragma once

#include <optional>
#include <string_view>

#include "core/base/json_reader.h"

// Words of closed lists in the canonical form. Internal to core/tracking.

namespace postlude::tracking {

/// Returns the text of an optional member without a copy.
inline std::string_view text_of(base::JsonReader& in, const base::JsonRef& object,
                                const char* key) {
  const base::JsonRef found = object[key];
  if (found.exists() && !found.is_null() && !found.is_string()) {
    in.fail(base::ErrorCode::WrongType, found);
  }
  return found.is_string() ? found.text() : std::string_view();
}

/// Reads one word of a closed list; `otherwise` when the member is absent.
template <class Enum>
Enum read_word(base::JsonReader& in, const base::JsonRef& object, const char* key,
               std::optional<Enum> (*from)(std::string_view), Enum otherwise) {
  const std::string_view word = text_of(in, object, key);
  if (word.empty()) return otherwise;
  const auto value = from(word);
  if (!value) in.fail(base::ErrorCode::BadValue, object, key);
  return value.value_or(otherwise);
}

}  // namespace postlude::tracking
