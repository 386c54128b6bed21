#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/json_reader.h"

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

/// An `Id` may also be written as a number; `Required` texts are never empty, `Present` ones may
/// be.
enum class TextForm : uint8_t { Text, Id, RequiredText, RequiredId, PresentText };

/// A text member of a document and where it goes: a row where a read would be a call each.
template <class Owner>
struct TextMember {
  const char* key;
  std::string Owner::*member;
  TextForm form = TextForm::Text;
};

/// Reads one; "" when it is absent or wrong.
void read_text(JsonReader& in, const JsonRef& object, const char* key, TextForm form,
               std::string& out);

/// Reads all rows of a table into their places.
template <class Owner, size_t kCount>
void read_texts(JsonReader& in, const JsonRef& object, const TextMember<Owner> (&rows)[kCount],
                Owner& owner) {
  for (const auto& row : rows) read_text(in, object, row.key, row.form, owner.*row.member);
}

}  // namespace postlude::base
