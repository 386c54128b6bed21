#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json_reader.h"
#include "core/order/order.h"

// What the readers of the several sources share. Internal to core/order.

namespace postlude::order {

/// ISO 4217's code for "no currency", which stands where an order states no amount at all.
inline constexpr std::string_view kNoCurrency = "XXX";

/// Returns the first of the non-empty texts, or "".
std::string first_of(std::string one, std::string other);

/// Returns the pieces of "a, b ,c" without blanks around them and without empty ones.
std::vector<std::string> split_list(std::string_view text);

/// Returns the texts joined by `separator`, empty ones left out.
std::string join(const std::vector<std::string>& texts, std::string_view separator);

/// Reads an array of strings; an absent one is empty. WrongType at the first element of another
/// kind.
void read_texts(base::JsonReader& in, base::JsonRef object, const char* key,
                std::vector<std::string>& texts);

/// Reads a URL; one that `safe_url` refuses is no URL at all. WrongType for anything but a string.
void read_url(base::JsonReader& in, base::JsonRef object, const char* key, base::SafeUrl& url);

/// Reads the currency of an order with amounts: BadMoney for kNoCurrency too.
base::Currency read_currency(base::JsonReader& in, base::JsonRef object, const char* key);

/// Reads a string or a number exactly from its text, exponents too ("1e-7" as JavaScript writes
/// it). BadMoney for any other text; an absent member, null and "" are nothing.
std::optional<base::Money> read_amount(base::JsonReader& in, base::JsonRef object, const char* key,
                                       base::Currency currency);

/// Reads a count: a whole number, also as "2" or 2.0. BadValue for anything else, `otherwise` when
/// there is none.
int64_t read_quantity(base::JsonReader& in, base::JsonRef object, const char* key,
                      int64_t otherwise);

/// Returns "1.5e3" as "1500": the same number without an exponent; "" when `number` is no JSON
/// number or has more than 64 digits that way.
std::string plain_decimal(std::string_view number);

/// Returns the amount as a row that takes off shows it: negative, whichever sign its source gives
/// it.
base::Money taken_off(base::Money amount);

enum class WhenZero : uint8_t { Show, Hide };

/// Appends a row unless there is no amount, or it is zero and `when_zero` is Hide.
void add_row(Order& order, TotalKind kind, std::optional<base::Money> amount, WhenZero when_zero,
             std::string label = {});

/// Makes line ids non-empty and unique: a line whose source has none is called by its position,
/// from 1; a repeated id gets "~" and the position behind it.
void settle_line_ids(std::vector<LineItem>& lines);

/// Returns `local` with the offset by which it differs from `utc`, the same moment on the clock of
/// UTC; `local` as it is when it has a zone or the two differ by no possible offset.
base::SourceTime with_offset_from(base::SourceTime local, const base::SourceTime& utc);

}  // namespace postlude::order
