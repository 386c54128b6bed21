#pragma once

#include <string>
#include <vector>

#include "core/base/json_writer.h"
#include "core/base/member_table.h"

namespace postlude::base {

/// Writes a member that is a list of texts; nothing when it is empty.
void write_texts(JsonWriter& out, const char* key, const std::vector<std::string>& texts);

/// Writes what the rows of a table read into the object that is open, in their order. Texts, lists
/// and optional members that are empty are left out, and flags that say the same as `defaults`;
/// rows of the kind Rule are the caller's.
void write_members(JsonWriter& out, const Member* rows, size_t count, const void* owner,
                   const void* defaults);
template <class Owner, size_t kCount>
void write_members(JsonWriter& out, const Members<Owner, kCount>& members, const Owner& owner) {
  const Owner defaults;
  write_members(out, members.rows, kCount, &owner, &defaults);
}

}  // namespace postlude::base
