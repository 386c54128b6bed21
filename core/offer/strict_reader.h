#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json_reader.h"

namespace postlude::offer {

/// What a configuration is read with: everything doubtful is an error at its own place.

struct Range {
  int64_t least;
  int64_t most;
};

/// Refuses a member that nobody reads, and what is no object.
void allow_only(base::JsonReader& in, base::JsonRef object,
                std::initializer_list<std::string_view> names);

/// Whether a member is not there, or null, which says the same.
bool is_absent(const base::JsonRef& value);

/// Returns a whole number within `range`, `otherwise` when it is absent.
int64_t number_in(base::JsonReader& in, const base::JsonRef& object, const char* key, Range range,
                  int64_t otherwise);
std::optional<int64_t> maybe_number_in(base::JsonReader& in, const base::JsonRef& object,
                                       const char* key, Range range);

/// Returns which of a few names a member is; the first is what an absent one means.
size_t choice(base::JsonReader& in, const base::JsonRef& object, const char* key,
              std::initializer_list<std::string_view> names);

/// Returns a list of texts, none of them empty.
std::vector<std::string> texts(base::JsonReader& in, base::JsonRef list);

}  // namespace postlude::offer
