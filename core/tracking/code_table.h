#pragma once

#include <span>
#include <string_view>

#include "core/tracking/status_tables.h"

namespace postlude::tracking {

/// One code of a source and what it means.
struct CodeRow {
  std::string_view code;
  Meaning meaning;
};

using CodeTable = std::span<const CodeRow>;

/// Returns whether two codes are the same, without regard to ASCII case.
bool same_code(std::string_view a, std::string_view b);

/// Returns the meaning of exactly this code, or null.
const Meaning* find_code(CodeTable table, std::string_view code);

/// Returns the meaning of the code itself, else of its family (what stands before the last "_",
/// again and again), else of our own word for it, else Unknown.
Meaning find_code_or_family(CodeTable table, std::string_view code);

}  // namespace postlude::tracking
