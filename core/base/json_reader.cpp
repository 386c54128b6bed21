#include "core/base/json_reader.h"

namespace postlude::base {

void JsonReader::fail(ErrorCode code, JsonRef place) {
  if (failed_) return;
  failed_ = true;
  error_ = Error{code, place.pointer(), 0};
}

void JsonReader::fail(ErrorCode code, JsonRef object, const char* key) {
  if (failed_) return;
  fail(code, object);
  error_.pointer += '/';
  error_.pointer += key;  // our own keys hold neither ~ nor /
}

JsonRef JsonReader::member(JsonRef object, const char* key, JsonKind wanted, bool required) {
  const JsonRef found = object[key];
  if (!found.exists() || found.is_null()) {
    if (required) fail(ErrorCode::MissingField, object, key);
    return {};
  }
  if (found.kind() != wanted) {
    fail(ErrorCode::WrongType, found);
    return {};
  }
  return found;
}

std::string JsonReader::required_text(JsonRef object, const char* key) {
  return std::string(member(object, key, JsonKind::String, true).text());
}

std::string_view JsonReader::optional_view(JsonRef object, const char* key) {
  return member(object, key, JsonKind::String, false).text();
}

std::string JsonReader::optional_text(JsonRef object, const char* key) {
  return std::string(optional_view(object, key));
}

std::string JsonReader::required_id(JsonRef object, const char* key) {
  std::string id = optional_id(object, key);
  if (id.empty()) fail(ErrorCode::MissingField, object, key);
  return id;
}

std::string JsonReader::optional_id(JsonRef object, const char* key) {
  const JsonRef found = object[key];
  if (found.is_string() || found.kind() == JsonKind::Number) return std::string(found.text());
  return optional_text(object, key);
}

int64_t JsonReader::required_integer(JsonRef object, const char* key) {
  const JsonRef found = member(object, key, JsonKind::Number, true);
  const auto value = found.integer();
  if (found.exists() && !value) fail(ErrorCode::BadValue, found);
  return value.value_or(0);
}

std::optional<int64_t> JsonReader::optional_integer(JsonRef object, const char* key) {
  const JsonRef found = member(object, key, JsonKind::Number, false);
  const auto value = found.integer();
  if (found.exists() && !value) fail(ErrorCode::BadValue, found);
  return value;
}

bool JsonReader::optional_bool(JsonRef object, const char* key, bool otherwise) {
  const JsonRef found = member(object, key, JsonKind::Bool, false);
  return found.exists() ? found.is_true() : otherwise;
}

JsonRef JsonReader::required_array(JsonRef object, const char* key) {
  return member(object, key, JsonKind::Array, true);
}

JsonRef JsonReader::optional_array(JsonRef object, const char* key) {
  return member(object, key, JsonKind::Array, false);
}

JsonRef JsonReader::required_object(JsonRef object, const char* key) {
  return member(object, key, JsonKind::Object, true);
}

JsonRef JsonReader::optional_object(JsonRef object, const char* key) {
  return member(object, key, JsonKind::Object, false);
}

Currency JsonReader::required_currency(JsonRef object, const char* key) {
  const JsonRef found = member(object, key, JsonKind::String, true);
  const auto currency = parse_currency(found.text());
  if (found.exists() && !currency) fail(ErrorCode::BadMoney, found);
  return currency.value_or(Currency{});
}

Money JsonReader::required_decimal_money(JsonRef object, const char* key, Currency currency) {
  const auto amount = optional_decimal_money(object, key, currency);
  if (!amount) fail(ErrorCode::MissingField, object, key);
  return amount.value_or(Money{0, currency});
}

std::optional<Money> JsonReader::optional_decimal_money(JsonRef object, const char* key,
                                                        Currency currency) {
  const JsonRef found = object[key];
  if (!found.exists() || found.is_null()) return std::nullopt;
  if (!found.is_string() && found.kind() != JsonKind::Number) {
    fail(ErrorCode::WrongType, found);
    return std::nullopt;
  }
  const auto amount = parse_money(found.text(), currency);
  if (!amount) fail(ErrorCode::BadMoney, found);
  return amount;
}

Money JsonReader::required_minor_money(JsonRef object, const char* key, Currency currency) {
  const auto amount = optional_minor_money(object, key, currency);
  if (!amount) fail(ErrorCode::MissingField, object, key);
  return amount.value_or(Money{0, currency});
}

std::optional<Money> JsonReader::optional_minor_money(JsonRef object, const char* key,
                                                      Currency currency) {
  const JsonRef found = member(object, key, JsonKind::Number, false);
  if (!found.exists()) return std::nullopt;
  const auto minor = found.integer();
  if (!minor || !fits_json({*minor, currency})) {
    fail(ErrorCode::BadMoney, found);
    return std::nullopt;
  }
  return Money{*minor, currency};
}

SourceTime JsonReader::optional_time(JsonRef object, const char* key) {
  const JsonRef found = member(object, key, JsonKind::String, false);
  if (found.text().empty()) return {};
  const auto time = parse_source_time(found.text());
  if (!time) fail(ErrorCode::BadTime, found);
  return time.value_or(SourceTime{});
}

}  // namespace postlude::base
