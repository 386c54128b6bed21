#include "core/base/read_parts.h"

namespace postlude::base {

int64_t read_integer(JsonReader& in, JsonRef object, const char* key, int64_t otherwise,
                     int64_t least, int64_t most) {
  const int64_t value = in.optional_integer(object, key).value_or(otherwise);
  if (value < least || value > most) in.fail(ErrorCode::BadValue, object[key]);
  return value;
}

}  // namespace postlude::base
