#include "core/base/text_member.h"

namespace postlude::base {

size_t place_of(const std::string_view* names, size_t count, std::string_view name) {
  size_t place = 0;
  while (place < count && names[place] != name) ++place;
  return place;
}

void read_text(JsonReader& in, const JsonRef& object, const char* key, TextForm form,
               std::string& out) {
  const bool id = form == TextForm::Id || form == TextForm::RequiredId;
  const bool required = form >= TextForm::RequiredText;
  const JsonRef found = object[key];
  const bool number = id && found.kind() == JsonKind::Number;
  out = number ? found.text() : in.optional_view(object, key);
  const bool present = form == TextForm::PresentText && found.is_string();
  if (required && out.empty() && !present) in.fail(ErrorCode::MissingField, object, key);
}

}  // namespace postlude::base
