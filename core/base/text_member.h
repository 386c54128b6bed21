#pragma once

#include <cstdint>
#include <string>

#include "core/base/json_reader.h"

namespace postlude::base {

/// An `Id` may also be written as a number; `Required` texts are never empty.
enum class TextForm : uint8_t { Text, Id, RequiredText, RequiredId };

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
