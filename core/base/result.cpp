#include "core/base/result.h"

namespace postlude::base {

std::string_view error_name(ErrorCode code) {
  switch (code) {
#define X(name, text)   \
  case ErrorCode::name: \
    return text;
    POSTLUDE_ERROR_CODES(X)
#undef X
  }
  CHECK(false);
}

}  // namespace postlude::base
