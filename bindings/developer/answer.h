#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "core/base/json_writer.h"
#include "core/base/result.h"

namespace postlude::developer {

/// What every call of the developer API answers, as one text: "+" and what was asked for, or "-"
/// and "code offset pointer" of what is wrong. A value object of Embind's would be glue and code
/// that every host downloads; web/src/core/result.ts takes it apart.
using Answer = std::string;

inline Answer good(std::string_view text) { return std::string("+").append(text); }

inline Answer bad(const base::Error& error) {
  base::JsonWriter offset;
  offset.value(static_cast<int64_t>(error.offset));
  return std::string("-")
      .append(base::error_name(error.code))
      .append(" ")
      .append(offset.text())
      .append(" ")
      .append(error.pointer);
}

inline Answer answer_of(const base::Result<std::string>& result) {
  return result.ok() ? good(result.value()) : bad(result.error());
}

/// The answer where a name is none of those that the call knows.
inline Answer unknown_name() { return bad({base::ErrorCode::UnknownFormat, {}, 0}); }

}  // namespace postlude::developer
