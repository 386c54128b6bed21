#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/json.h"
#include "core/base/money.h"
#include "core/base/source_time.h"

namespace postlude::base {

/// Reads members of objects and remembers the first thing that was wrong, so that a parser is a
/// list of reads and one check at its end:
///
///   JsonReader in;
///   order.id = in.required_text(root, "id");
///   if (in.failed()) return in.error();
///
/// Keys are literals, which travel as one word each. Every read returns an empty value when it
/// fails. `optional_` reads treat an absent member and null alike, as nothing; a member of another
/// type is WrongType in both families.
class JsonReader {
 public:
  bool failed() const { return failed_; }
  const Error& error() const { return error_; }

  /// What the minor units of amounts are of, where the document states it once for many.
  Currency currency() const { return currency_; }
  void use(Currency currency) { currency_ = currency; }

  /// Remembers an error of the caller's own at `place`, unless there was one before.
  void fail(ErrorCode code, JsonRef place);
  /// The same at the (perhaps absent) member `key` of `object`.
  void fail(ErrorCode code, JsonRef object, const char* key);

  std::string required_text(JsonRef object, const char* key);
  std::string optional_text(JsonRef object, const char* key);
  /// The same without a copy, valid while the document lives.
  std::string_view optional_view(JsonRef object, const char* key);
  /// A string, or a number as it was written: ids come as both.
  std::string required_id(JsonRef object, const char* key);
  std::string optional_id(JsonRef object, const char* key);
  int64_t required_integer(JsonRef object, const char* key);
  std::optional<int64_t> optional_integer(JsonRef object, const char* key);
  bool optional_bool(JsonRef object, const char* key, bool otherwise);
  /// An array or an object; Missing (an empty range) when absent.
  JsonRef required_array(JsonRef object, const char* key);
  JsonRef optional_array(JsonRef object, const char* key);
  JsonRef required_object(JsonRef object, const char* key);
  JsonRef optional_object(JsonRef object, const char* key);
  Currency required_currency(JsonRef object, const char* key);
  /// A decimal in a string or a number, read exactly (BadMoney when it is not one).
  Money required_decimal_money(JsonRef object, const char* key, Currency currency);
  std::optional<Money> optional_decimal_money(JsonRef object, const char* key, Currency currency);
  /// Integer minor units (BadMoney beyond 2^53 - 1).
  Money required_minor_money(JsonRef object, const char* key, Currency currency);
  std::optional<Money> optional_minor_money(JsonRef object, const char* key, Currency currency);
  /// ISO 8601 (BadTime when it is not); an absent member or "" is a SourceTime that is not known().
  SourceTime optional_time(JsonRef object, const char* key);

 private:
  JsonRef member(JsonRef object, const char* key, JsonKind wanted, bool required);

  bool failed_ = false;
  Currency currency_;
  Error error_;
};

}  // namespace postlude::base
