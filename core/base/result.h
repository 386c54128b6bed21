#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "core/base/check.h"

namespace postlude::base {

/// Everything that can be wrong with data from outside. The wire name of each is `error_name`.
#define POSTLUDE_ERROR_CODES(X)                                                 \
  X(NotJson, "not_json")               /* the bytes are not a JSON document */  \
  X(TooLarge, "too_large")             /* more than kMaxJsonBytes */            \
  X(TooDeep, "too_deep")               /* nested deeper than kMaxJsonDepth */   \
  X(MissingField, "missing_field")     /* a required member is absent */        \
  X(WrongType, "wrong_type")           /* a member has another JSON type */     \
  X(BadValue, "bad_value")             /* right type, impossible value */       \
  X(BadMoney, "bad_money")             /* not an amount of this currency */     \
  X(BadTime, "bad_time")               /* not a date or time we can read */     \
  X(UnknownVersion, "unknown_version") /* a document version we do not know */  \
  X(UnknownFormat, "unknown_format")   /* not a document of the named source */ \
  X(NoOrder, "no_order")               /* well-formed, but holds no order */    \
  X(NoShipment, "no_shipment")         /* well-formed, but holds no shipment */ \
  X(BadMessage, "bad_message")         /* a message the session cannot read */

enum class ErrorCode : unsigned char {
#define X(name, text) name,
  POSTLUDE_ERROR_CODES(X)
#undef X
};

/// Returns the stable wire name of a code, for example "missing_field".
std::string_view error_name(ErrorCode code);

/// What is wrong and where. `pointer` is an RFC 6901 JSON pointer into the document that was read
/// ("" is the whole document); for `NotJson` it is empty and `offset` tells the byte.
struct Error {
  ErrorCode code = ErrorCode::NotJson;
  std::string pointer;
  unsigned offset = 0;  // byte offset of a syntax error, otherwise 0

  friend bool operator==(const Error&, const Error&) = default;
};

/// A value, or the reason why there is none. Reading the wrong side is a bug of ours and traps.
template <class T>
class Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& value() {
    CHECK(ok());
    return *std::get_if<0>(&state_);
  }
  const T& value() const {
    CHECK(ok());
    return *std::get_if<0>(&state_);
  }
  const Error& error() const {
    CHECK(!ok());
    return *std::get_if<1>(&state_);
  }

 private:
  std::variant<T, Error> state_;
};

}  // namespace postlude::base
