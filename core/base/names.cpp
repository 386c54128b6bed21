#include "core/base/names.h"

namespace postlude::base {

size_t place_of(const std::string_view* names, size_t count, std::string_view name) {
  size_t place = 0;
  while (place < count && names[place] != name) ++place;
  return place;
}

}  // namespace postlude::base
