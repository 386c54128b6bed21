#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace postlude::base {

/// Writes compact JSON into a string, members in the order of the calls:
///
///   JsonWriter out;
///   out.begin_object().member("id", "A1").key("items").begin_array().value(2).end_array();
///   out.end_object();
///
/// The caller balances begin and end. Strings are UTF-8 and stay so; control characters, quotes,
/// backslashes and "<" are escaped (the last so that the text may stand inside a <script> element).
class JsonWriter {
 public:
  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }
  JsonWriter& key(std::string_view name);
  // A literal travels as one word instead of two.
  JsonWriter& key(const char* name);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
  JsonWriter& value(int64_t number);
  JsonWriter& value(int number) { return value(static_cast<int64_t>(number)); }
  JsonWriter& value(bool flag) { return raw(flag ? "true" : "false"); }
  JsonWriter& null() { return raw("null"); }
  /// Appends a finished JSON text as it is.
  JsonWriter& raw(std::string_view json);

  template <class T>
  JsonWriter& member(const char* name, const T& content) {
    return key(name).value(content);
  }
  /// The same, left out when `text` is empty.
  JsonWriter& member_if(const char* name, std::string_view text) {
    return text.empty() ? *this : key(name).value(text);
  }

  const std::string& text() const { return out_; }
  std::string take() { return std::move(out_); }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void separate();
  void quoted(std::string_view text);

  std::string out_;
  bool comma_ = false;
};

}  // namespace postlude::base
