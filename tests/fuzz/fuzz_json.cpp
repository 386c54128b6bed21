#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>

#include "core/base/check.h"
#include "core/base/json.h"

// parse_json beside nlohmann's own parser, which sees the bytes without the feed between: both
// accept the same texts and read the same values.

namespace {

using postlude::base::JsonKind;
using postlude::base::JsonRef;
using Json = nlohmann::json;

// Three differences are meant: numbers of any size are kept as text, a zero byte ends nothing, and
// half a surrogate pair is U+FFFD.
bool comparable(std::string_view bytes) {
  for (const char* half : {"\\ud", "\\uD"}) {
    if (bytes.find(half) != std::string_view::npos) return false;
  }
  if (bytes.find('\0') != std::string_view::npos) return false;
  size_t digits = 0;
  for (const char c : bytes) {
    digits = c >= '0' && c <= '9' ? digits + 1 : 0;
    if (digits > 15) return false;
    if (c == 'e' || c == 'E') return false;
  }
  return true;
}

void compare(JsonRef ours, const Json& theirs) {
  switch (ours.kind()) {
    case JsonKind::Missing:
      CHECK(false);
      return;
    case JsonKind::Null:
      CHECK(theirs.is_null());
      return;
    case JsonKind::Bool:
      CHECK(theirs.is_boolean() && theirs.get<bool>() == ours.is_true());
      return;
    case JsonKind::Number:
      CHECK(theirs.is_number());
      CHECK(Json::parse(ours.text(), nullptr, false) == theirs);
      return;
    case JsonKind::String:
      CHECK(theirs.is_string() && theirs.get_ref<const std::string&>() == ours.text());
      return;
    case JsonKind::Array: {
      CHECK(theirs.is_array() && theirs.size() == ours.size());
      size_t index = 0;
      for (const JsonRef item : ours) compare(item, theirs[index++]);
      return;
    }
    case JsonKind::Object:
      CHECK(theirs.is_object() && theirs.size() <= ours.size());
      for (const auto& [key, member] : theirs.items()) compare(ours[key], member);
      return;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto ours = postlude::base::parse_json(bytes);
  if (!ours.ok() && ours.error().code != postlude::base::ErrorCode::NotJson) return 0;
  if (!comparable(bytes)) return 0;
  const Json theirs = Json::parse(bytes, nullptr, false);
  CHECK(ours.ok() == !theirs.is_discarded());
  if (ours.ok()) compare(ours.value().root(), theirs);
  return 0;
}
