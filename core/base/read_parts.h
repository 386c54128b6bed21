#pragma once

#include <cstdint>
#include <vector>

#include "core/base/json_reader.h"

namespace postlude::base {

/// Reads every element of `list` into its place by `read(in, element, T&)`, up to the first that
/// fails. All places are made at once: a vector that grows would cost the shopper its moving code.
template <class T, class Read>
void read_list(JsonReader& in, JsonRef list, std::vector<T>& out, const Read& read) {
  std::vector<T> fresh(list.size());
  out.swap(fresh);
  size_t at = 0;
  for (const JsonRef item : list) {
    if (in.failed()) return;
    read(in, item, out[at++]);
  }
}

/// Returns a whole number, `otherwise` when it is absent; BadValue outside of [least, most].
int64_t read_integer(JsonReader& in, JsonRef object, const char* key, int64_t otherwise,
                     int64_t least, int64_t most = INT64_MAX);

}  // namespace postlude::base
