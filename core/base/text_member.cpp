#include "core/base/text_member.h"

namespace postlude::base {

void read_text(JsonReader& in, const JsonRef& object, const char* key, TextForm form,
               std::string& out) {
  const bool id = form == TextForm::Id || form == TextForm::RequiredId;
  const bool required = form == TextForm::RequiredId || form == TextForm::RequiredText;
  out = id ? in.optional_id(object, key) : in.optional_text(object, key);
  if (required && out.empty()) in.fail(ErrorCode::MissingField, object, key);
}

}  // namespace postlude::base
