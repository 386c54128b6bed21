#include "core/offer/strict_reader.h"

#include <algorithm>

namespace postlude::offer {

using base::ErrorCode;
using base::JsonReader;
using base::JsonRef;

// The members an object may have: a name that nobody reads is a mistake in the document.
void allow_only(JsonReader& in, JsonRef object, std::initializer_list<std::string_view> names) {
  if (object.exists() && !object.is_object()) in.fail(ErrorCode::WrongType, object);
  if (!object.is_object()) return;
  for (const JsonRef member : object) {
    if (std::find(names.begin(), names.end(), member.key()) == names.end()) {
      in.fail(ErrorCode::BadValue, member);
    }
  }
}

int64_t number_in(JsonReader& in, const JsonRef& object, const char* key, Range range,
                  int64_t otherwise) {
  const auto value = in.optional_integer(object, key);
  if (value && (*value < range.least || *value > range.most)) {
    in.fail(ErrorCode::BadValue, object[key]);
  }
  return value.value_or(otherwise);
}

std::optional<int64_t> maybe_number_in(JsonReader& in, const JsonRef& object, const char* key,
                                       Range range) {
  if (!object[key].exists() || object[key].is_null()) return std::nullopt;
  return number_in(in, object, key, range, 0);
}

// One of a few names; the first is what an absent member means.
size_t choice(JsonReader& in, const JsonRef& object, const char* key,
              std::initializer_list<std::string_view> names) {
  const std::string name = in.optional_text(object, key);
  if (!object[key].exists() || object[key].is_null()) return 0;
  const auto found = std::find(names.begin(), names.end(), name);
  if (found != names.end()) return static_cast<size_t>(found - names.begin());
  in.fail(ErrorCode::BadValue, object[key]);
  return 0;
}

bool is_absent(const JsonRef& value) { return !value.exists() || value.is_null(); }

std::vector<std::string> texts(JsonReader& in, JsonRef list) {
  std::vector<std::string> out;
  for (const JsonRef item : list) {
    if (!item.is_string()) {
      in.fail(ErrorCode::WrongType, item);
    } else if (item.text().empty()) {
      in.fail(ErrorCode::BadValue, item);
    }
    out.emplace_back(item.text());
  }
  return out;
}

}  // namespace postlude::offer
